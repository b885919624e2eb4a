"""dump_yaml: what is written is read back the same, by us and by readers of YAML 1.1."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rsetk_ld.documents import dump_yaml, parse_document

words = st.sampled_from(
    [
        "yes",
        "No",
        "on",
        "OFF",
        "y",
        "n",
        "null",
        "~",
        "true",
        "1",
        "1.0",
        "1e3",
        "017",
        "0o17",
        "0x1F",
        "1_000",
        "12:30",
        "2026-01-01",
        "2026-01-01T00:00:00Z",
        "=",
        "<<",
        "-",
        "?",
        ":",
        "#",
        "---",
        "...",
        ".inf",
        ".nan",
        "[",
        "{",
        "*",
        "&",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "'",
        '"',
        "\\",
        "a:b",
        "a:",
        "b#c",
    ]
)
texts = (
    st.text()
    | words
    | st.lists(words | st.sampled_from(["word", "a longer word", "", "é"]), max_size=40).map(" ".join)
    | st.lists(
        st.sampled_from(["line", "", " indented", "trailing ", "# no comment", "- x"]), max_size=6
    ).map("\n".join)
)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(texts, values, max_size=5), st.sampled_from(["auto", "libyaml", "python"]))
@example({"a": "\ufeff\x85\u2028\u2029\x00\x7f\xa0\t"}, "auto")
@example({"a": "x" * 200, "b": "word " * 40, "k" * 300: 1, "l": "one\ntwo\n"}, "auto")
def test_round_trip(data: dict[str, Any], engine: Any) -> None:
    text = dump_yaml(data)
    document = parse_document(text, name="a.yaml", engine=engine)
    assert repr(document.data) == repr(data)


@settings(max_examples=100, deadline=None)
@given(st.lists(texts.filter(lambda text: text[:4].isdigit() is False), max_size=5))
def test_readers_of_yaml_1_1_read_the_same_texts(data: list[str]) -> None:
    assert yaml.safe_load(dump_yaml({"texts": data})) == {"texts": data}


LAYOUT = """\
title: Ada's skills
assessed_on: 2026-11-01
language: 'no'
version: '1.0'
at: '2026-11-01T10:00:00Z'
empty: []
emoji: 😀 é
note: >-
  A text of many words that does not fit on a line of a hundred and ten characters, and so it must be
  folded.
lines: |
  one
  two
skills:
  testing:
    level: 2
    evidence:
    - https://a.example/#x
"""


def test_layout() -> None:
    data = {
        "title": "Ada's skills",
        "assessed_on": "2026-11-01",
        "language": "no",
        "version": "1.0",
        "at": "2026-11-01T10:00:00Z",
        "empty": [],
        "emoji": "😀 é",
        "note": "A text of many words that does not fit on a line of a hundred and ten characters, "
        "and so it must be folded.",
        "lines": "one\ntwo\n",
        "skills": {"testing": {"level": 2, "evidence": ["https://a.example/#x"]}},
    }
    assert dump_yaml(data) == LAYOUT


def test_shared_parts_are_written_out() -> None:
    part = {"a": 1}
    assert "&" not in dump_yaml({"x": part, "y": part})


@pytest.mark.parametrize("number", [float("inf"), float("nan")])
def test_numbers_that_json_cannot_carry_are_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        dump_yaml({"a": number})
