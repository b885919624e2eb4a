"""Encodings, line breaks, formats, and where things stand."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rsetk_ld.documents import Document, Position, parse_document, read_document

YAML = """\
# comment
title: Ada's skills
"quoted key": x
skills:
  testing:
    level: 2
    evidence: ["https://a.example", {url: b}]
  äöü: 😀
list:
- one
- k: v
again: &a {b: 1}
alias: *a
"""


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_marks_and_line_endings_change_nothing(tmp_path: Path, mark: bytes, ending: bytes) -> None:
    path = tmp_path / "p.yaml"
    path.write_bytes(mark + YAML.encode().replace(b"\n", ending))
    document = read_document(path)
    assert document.data == parse_document(YAML, name="p.yaml").data
    assert document.text == YAML
    assert document.name == str(path)
    assert document.position(["title"]) == Position(2, 8)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.json", '{"a": 1}', "json"),
        ("a.JSONLD", '{"a": 1}', "json"),
        ("a.yml", '{"a": 1}', "yaml"),
        ("a.YAML", "a: 1", "yaml"),
        ("-", ' \n{"a": 1}', "json"),
        ("-", "{a: 1}", "yaml"),
        ("a.txt", "a: 1", "yaml"),
    ],
)
def test_format(name: str, text: str, expected: str) -> None:
    document = parse_document(text, name=name)
    assert document.format == expected
    assert document.data == {"a": 1}


def test_json_data_is_exact() -> None:
    text = '{"a": [1, 1.0, -0.0, 1e3, true, null, "\\ud83d\\ude00\\u0000\\\\ud800"], "1": {}}'
    assert repr(parse_document(text, name="a.json").data) == repr(json.loads(text))


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ([], (2, 1), (2, 1)),
        (["title"], (2, 8), (2, 1)),
        (["quoted key"], (3, 15), (3, 1)),
        (["skills"], (5, 3), (4, 1)),
        (["skills", "testing", "level"], (6, 12), (6, 5)),
        (["skills", "testing", "evidence", 1, "url"], (7, 43), (7, 38)),
        (["skills", "testing", "evidence", 9], (7, 15), (7, 5)),
        (["skills", "testing", "no such", 0], (6, 5), (5, 3)),
        (["skills", "äöü"], (8, 8), (8, 3)),
        (["list", 0], (10, 3), (10, 3)),
        (["list", 1, "k"], (11, 6), (11, 3)),
        (["alias"], (13, 8), (13, 1)),
        (["alias", "b"], (12, 15), (12, 12)),
        (["nowhere"], (2, 1), (2, 1)),
    ],
)
def test_positions_in_yaml(path: list[str | int], value: tuple[int, int], key: tuple[int, int]) -> None:
    document = parse_document(YAML, name="p.yaml")
    assert document.position(path) == value
    assert document.position(path, key=True) == key


def test_positions_in_json_with_tabs_and_escapes() -> None:
    text = '{\n\t"a\\u0062": [1,\n\t\t{"x": "]}\\"", "y": null}]\n}'
    document = parse_document(text, name="p.json")
    assert document.position(["ab"]) == (2, 13)
    assert document.position(["ab"], key=True) == (2, 2)
    assert document.position(["ab", 1, "y"]) == (3, 22)
    assert document.position(["ab", 1, "y"], key=True) == (3, 17)


def test_every_value_has_its_place() -> None:
    text = json.dumps({"a": [{"b": "v1"}, ["v2"]], "c": {"d": "v3"}}, indent=1)
    for name in ("p.json", "p.yaml"):
        document = parse_document(text, name=name)
        expected: list[tuple[list[str | int], str]] = [
            (["a", 0, "b"], "v1"),
            (["a", 1, 0], "v2"),
            (["c", "d"], "v3"),
        ]
        for path, value in expected:
            line, column = document.position(path)
            assert document.line(line)[column - 1 :].startswith(f'"{value}"')


def test_position_of_data_without_its_text() -> None:
    assert Document("made", "", {"a": 1}).position(["a"]) == (1, 1)
    assert Document("made", "a: [", {"a": 1}).position(["a"]) == (1, 4)
    assert Document("made", "]", {"a": 1}, "json").position(["a"]) == (1, 1)


def test_lines() -> None:
    document = parse_document("a: 1\r\nb: x\x0bc\n".replace("\x0b", ""), name="p.yaml")
    assert [document.line(number) for number in (0, 1, 2, 3, 4)] == ["", "a: 1", "b: xc", "", ""]


keys = st.text(st.characters(codec="utf-8"), max_size=8)
trees = st.recursive(
    st.integers() | st.text(st.characters(codec="utf-8"), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(keys, trees, max_size=4), st.sampled_from([None, 2, "\t"]), st.booleans())
def test_json_places_point_at_the_values(
    data: dict[str, object], indent: int | str | None, ascii_only: bool
) -> None:
    document = parse_document(json.dumps(data, indent=indent, ensure_ascii=ascii_only), name="p.json")
    decoder = json.JSONDecoder(strict=False)

    def check(value: object, path: list[str | int]) -> None:
        line, column = document.position(path)
        offset = sum(len(document.line(number)) + 1 for number in range(1, line)) + column - 1
        assert decoder.raw_decode(document.text, offset)[0] == value
        pairs = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        for step, inner in pairs:
            check(inner, [*path, step])

    check(data, [])
