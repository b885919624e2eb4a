"""yamlrocks behind its gate, PyYAML on libyaml and PyYAML alone give the same data or the same code."""

from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rsetk_ld.documents import DEFAULT_LIMITS, DocumentError, dump_yaml, parse_document
from rsetk_ld.documents.yaml_quick import InDoubt, load_quickly

needs_yamlrocks = pytest.mark.skipif(find_spec("yamlrocks") is None, reason="yamlrocks needs Python 3.12")


def outcome(text: str, engine: str) -> str:
    """The data, spelled so that 1, 1.0 and True differ; or the code."""
    try:
        return repr(parse_document(text, name="a.yaml", engine=engine).data)  # type: ignore[arg-type]
    except DocumentError as error:
        return f"{error.code} {error.line}:{error.column}"


def assert_agreement(text: str) -> None:
    reference = outcome(text, "libyaml")
    assert outcome(text, "auto") == reference
    if "\t" not in text:
        alone = outcome(text, "python")
        # PyYAML's own parser refuses a little more (a question mark in brackets), and never reads otherwise.
        assert alone == reference or alone[:1] == "Y"


scalars = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
keys = st.text(max_size=20) | st.sampled_from(["no", "level", "target", "assessed on", "1", "null"])
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
mappings = st.dictionaries(keys, values, max_size=5)


@settings(max_examples=150, deadline=None)
@given(
    mappings,
    st.sampled_from([None, True, False]),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.booleans(),
    st.sampled_from([20, 80, 1000]),
)
def test_on_data_dumped_in_many_styles(
    data: dict[str, Any], flow: bool | None, style: str | None, unicode: bool, width: int
) -> None:
    text = yaml.safe_dump(
        data,
        default_flow_style=flow,
        default_style=style,
        allow_unicode=unicode,
        width=width,
        sort_keys=False,
    )
    assert_agreement(text)


WORDS = [
    *[
        "a",
        "b ",
        "c: ",
        "- ",
        ": ",
        ", ",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        " #",
        "# c",
        "\\",
        "\\n",
        "%",
        "@",
        "`",
        "?",
        "? ",
        "<<: ",
        "&x ",
        "*x",
        "!t ",
        "!!str ",
        "é",
        "😀",
        "\xa0",
        "a: ",
        "1: ",
    ],
    *[
        "~",
        "null",
        "true",
        "no",
        "0",
        "07",
        "0o7",
        "0x1F",
        "0X1F",
        "1_0",
        "+1",
        "1e3",
        "1.",
        ".5",
        ".inf",
        "1e999",
        "12:30",
        "2026-01-01",
        "-5",
        "-",
        "+",
    ],
    *["0000-0002-1825-0097", "http://a.b/c?d=e#f", "'it''s'", '"q\\n"'],
    *("\n", "\n  ", "\n    ", "\n- ", "\n  - ", "\n---\n", "\n...\n", "\n%", "\t", "\r\n"),
    *(
        "a: 1\n",
        "b:\n",
        "  c: 2\n",
        "key: [a, b]",
        "key: {a: b}",
        ">-\n  ",
        "|",
        "|-",
        "|+\n",
        ">",
        "a: |\n  b\n",
    ),
]

PROFILE = """\
# a profile
framework: https://w3id.org/rsetk/framework/1.0.0
about: {name: Ada Example, orcid: 0000-0002-1825-0097}
assessed_on: 2026-11-01
skills:
  version-control: 3
  testing:
    level: 2   # by hand
    evidence: ["https://ada.example/ci?run=1#top", 'x']
    note: >-
      Long words
      go on here
  docs:
    - one
    - two: 2
      three: 0.5
"""


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=10).map("".join))
def test_on_random_words(text: str) -> None:
    assert_agreement(text)
    assert_agreement("r: 1\n" + text)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_on_a_damaged_profile(data: st.DataObject) -> None:
    text = PROFILE
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.sampled_from([0, 0, 1, 2, 6]))
        text = text[:start] + data.draw(st.sampled_from(WORDS)) + text[end:]
    assert_agreement(text)


LINES = (
    r"""
a: 1| b:| - c| - d: 2| - e:| f: >-| g: ¦| h: >| - - j| - - k: l| # m|| 'n': "o"| p: [q, 'r']| - [x]
y: 'z # a'| s: {t: u, v: [w]}| b b: c #d| -| text words| - 2026-01-01| aa: http://x.y/#z| ab: -1.5| ac: ~
ae: .5| - {}
ag: 'x''y'| ai: é| aj: + b| ak: -b| al: []| null: 1| am: [ b , c ]| an: {b: c}  # d| ao: ...| ap: .| ---
aq: b ' c " d| ar: [b c:d]| as: a b > c & d * e ! f % g @ h ` i| af: b  |
""".strip("\n")
    .replace("\n", "| ")
    .replace("||", "| |")
    .split("| ")
)
LINES = [line.replace("¦", "|") for line in LINES]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([0, 0, 2, 2, 4, 6, 1, 3]), st.sampled_from(LINES)), max_size=7))
def test_on_indented_lines(lines: Iterable[tuple[int, str]]) -> None:
    assert_agreement("\n".join(" " * indent + line for indent, line in lines))


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  - b: 1\n   c: 2\n",  # yamlrocks 0.7.1 reads a second list item
        "a:\n  - [b]\n    c: 2\n",
        "a:\nb\n",
        "a:\n  b:\n  c\n",
        "a: [|b]\n",
        "a: {:b: c}\n",
        "a: %b\n",
        "a: 0X1F\n",
        "a: -0x1F\n",
        "a: 017\n",
        "a: 1e400\n",
        "a: !foo b\n",
        "<<: {a: 1}\n",
        "a: &x 1\nb: *x\n",
        "a: 1\n---\nb: 1\n",
        "a: 1\n...\nb: 1\n",
        "1: a\n",
        "null: a\n",
        "[a]: b\n",
        "a: |\n  no line feed at the end",
    ],
)
def test_known_differences_are_kept_from_yamlrocks(text: str) -> None:
    assert_agreement(text)


@needs_yamlrocks
def test_yamlrocks_reads_everyday_profiles() -> None:
    for text in (
        PROFILE,
        "---\na: 1\n",
        dump_yaml({"a": [1, {"b": "x"}], "c": "1.0", "d": {"e": "word " * 50 + "end"}}),
    ):
        assert not isinstance(load_quickly(text, DEFAULT_LIMITS), InDoubt), text


CORE_SCHEMA = {
    "no": "no", "Yes": "Yes", "on": "on", "off": "off", "y": "y", "true": True, "True": True, "TRUE": True,
    "tRUE": "tRUE", "false": False, "null": None, "~": None, "": None, "Null": None, "nULL": "nULL", "0": 0,
    "-7": -7, "+7": 7, "017": 17, "0o17": 15, "0x1F": 31, "0X1F": "0X1F", "-0x1F": "-0x1F", "0b1": "0b1",
    "1_000": "1_000", "12:30:00": "12:30:00", "2026-11-01": "2026-11-01", "1.0": 1.0, ".5": 0.5, "1.": 1.0,
    "1e3": 1000.0, "-.5e-1": -0.05, ".": ".", "+": "+", "1e": "1e", "=": "=", "<<": "<<", "inf": "inf",
    "0000-0002-1825-0097": "0000-0002-1825-0097", "123456789012345678901": 123456789012345678901,
    "!!str 1": "1", "! 1": "1", "!!float 1": 1.0, "'1'": "1", "!!null ''": None,
}  # fmt: skip


@pytest.mark.parametrize("engine", ["auto", "libyaml", "python"])
def test_core_schema(engine: str) -> None:
    for word, value in CORE_SCHEMA.items():
        document = parse_document(f"a: {word}\n", name="a.yaml", engine=engine)  # type: ignore[arg-type]
        assert repr(document.data["a"]) == repr(value), word
