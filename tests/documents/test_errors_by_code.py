"""Each code: what raises it, where, and that its message is fit to read."""

import json
import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rsetk_ld.documents import DocumentError, Limits, parse_document, read_document
from rsetk_ld.errors import RsetkError

NOBODY = 65534


@contextmanager
def anybody() -> Iterator[None]:
    """Let root, who may read everything, be somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


SMALL = Limits(max_bytes=200, max_depth=4, max_scalar=50, max_nodes=20)

# Code, format, text, line, column, and a part of the message.
CASES = [
    ("Y003", "yaml", "name: José\n".encode("latin-1"), 1, 10, "Latin-1"),
    ("Y003", "yaml", "a: 1\nb: é".encode()[:-1], 2, 4, "at byte 8"),
    ("Y003", "yaml", "a: 1".encode("utf-16"), 1, 1, "UTF-16"),
    ("Y003", "yaml", "a: 1".encode("utf-16-be"), 1, 1, "UTF-16"),
    ("Y003", "json", '{"a": 1}'.encode("utf-32"), 1, 1, "UTF-32"),
    ("Y004", "yaml", b"a: [1, 2\nb: 3\n", 2, 2, "]"),
    ("Y004", "yaml", b"a: b: c\n", 1, 5, "quotes"),
    ("Y004", "yaml", b"a: @b\n", 1, 4, "quotes"),
    ("Y004", "yaml", b"a:\n\tb: 1\n", 2, 1, "tabs"),
    ("Y004", "yaml", b"a: 'b\n", 2, 1, "closing quote"),
    ("Y004", "yaml", b"a:\n  - b: 1\n   c: 2\n", 3, 4, "indented"),
    ("Y004", "yaml", b"a: .inf\n", 1, 4, "JSON can carry"),
    ("Y004", "yaml", b"a: [1e400]\n", 1, 5, "JSON can carry"),
    ("Y004", "yaml", b"a: " + b"9" * 641, 1, 4, "640 digits"),
    ("Y004", "yaml", b"a: *nowhere\n", 1, 4, "*nowhere"),
    ("Y004", "yaml", b'a: "\\ud83d"\n', 1, None, ""),
    ("Y004", "json", b'{"a": 1,\n "b" 2}', 2, 6, "':'"),
    ("Y004", "json", b'{"a": NaN}', 1, 7, "NaN"),
    ("Y004", "json", b'{"a": -Infinity}', 1, 7, "-Infinity"),
    ("Y004", "json", b'{"a": 1e999}', 1, 7, "1e999"),
    ("Y004", "json", b'{"a": ' + b"9" * 5000 + b"}", 1, 7, "640 digits"),
    ("Y004", "json", b'{"a": "x\\ud800y"}', 1, 9, "surrogate"),
    ("Y004", "json", b'{"a": 1} x', 1, 10, "remove what follows"),
    ("Y005", "yaml", b"a: 1\nb: 2\n'a': 3\n", 3, 1, 'the key "a" appears twice, first on line 1'),
    ("Y005", "yaml", b"s:\n  x: 1\n  x: 1\n", 3, 3, "first on line 2"),
    ("Y005", "json", b'{"s": [{"a": 1},\n{"a": 1, "a": 2}]}', 2, 10, "first on line 2"),
    ("Y007", "yaml", b"a: &a [*a]\n", 1, 8, "inside"),
    ("Y008", "yaml", b"a: b\x00\n", 1, 5, "U+0000"),
    ("Y008", "yaml", b"a: 1\nb: \x1b[31m\n", 2, 4, "ESCAPE"),
    ("Y008", "yaml", "a: b\u2028c\n".encode(), 1, 5, "LINE SEPARATOR"),
    ("Y008", "json", b'{"a": "\x00"}', 1, 8, "U+0000"),
    ("Y010", "yaml", b"a: 1\n---\nb: 2\n", 2, 1, "second document"),
    ("Y010", "yaml", b"a: 1\n...\nb: 2\n", 3, 1, "second document"),
    ("Y010", "json", b'{"a": 1}\n{"b": 2}', 2, 1, "second document"),
    ("Y011", "yaml", b"", 1, 1, "empty"),
    ("Y011", "yaml", b"# nothing\n", 1, 1, "empty"),
    ("Y011", "yaml", b"---\n", None, None, "empty"),
    ("Y011", "json", b" \n", 1, 1, "empty"),
    ("Y012", "yaml", b"a: !!python/object:os.system x\n", 1, 4, "!!python/object:os.system"),
    ("Y012", "yaml", b"a: !foo [1]\n", 1, 4, "!foo"),
    ("Y012", "yaml", b"a: !!int x\n", 1, 4, "!!int"),
    ("Y012", "yaml", b"a: &a {b: 1}\nc:\n  <<: *a\n", 3, 3, "merge keys"),
    ("Y013", "yaml", b"a:\n  1: x\n", 2, 3, "1 is a number; write it in quotes, '1'"),
    ("Y013", "yaml", b"null: x\n", 1, 1, "null is the empty value"),
    ("Y013", "yaml", b"? [a]\n: b\n", 1, 3, "a list"),
    ("Y013", "yaml", b"? \n: b\n", None, None, "nothing is the empty value"),
    ("Y014", "yaml", b"- a\n- b\n", 1, 1, "a list"),
    ("Y014", "yaml", b"just words\n", 1, 1, "a text"),
    ("Y014", "json", b"[1]", 1, 1, "a list"),
]


@pytest.mark.parametrize(("code", "text_format", "data", "line", "column", "part"), CASES)
def test_code_place_and_message(
    code: str, text_format: str, data: bytes, line: int | None, column: int | None, part: str
) -> None:
    with pytest.raises(DocumentError) as raised:
        parse_document(data, name="ada", format=text_format)
    error = raised.value
    assert error.code == code, error
    assert isinstance(error, RsetkError)
    assert error.name == "ada"
    assert str(error).startswith("ada:")
    assert part in error.message
    if line is not None:
        assert error.line == line, error
    if column is not None:
        assert error.column == column, error


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("Y002", "a: " + "b" * 200),
        ("Y006", "a: [[[[1]]]]"),
        ("Y006", "a: &a [[1]]\nb: [[*a]]\n"),
        ("Y006", "a:\n  b:\n    c:\n      d:\n        e: 1\n"),
        ("Y009", "a: " + "b" * 60),
        ("Y009", "b" * 60 + ": a"),
        ("Y007", "a: [" + "1," * 30 + "]"),
    ],
)
@pytest.mark.parametrize("engine", ["auto", "libyaml", "python"])
def test_limits_of_yaml(code: str, text: str, engine: str) -> None:
    with pytest.raises(DocumentError) as raised:
        parse_document(text, name="ada.yaml", limits=SMALL, engine=engine)  # type: ignore[arg-type]
    assert raised.value.code == code
    assert str(raised.value)


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("Y002", {"a": "b" * 200}),
        ("Y006", {"a": [[[[1]]]]}),
        ("Y006", {"a\\": [[[["]"]]]]}),
        ("Y009", {"a": "b" * 60}),
        ("Y007", {"a": [1] * 30}),
    ],
)
def test_limits_of_json(code: str, data: object) -> None:
    with pytest.raises(DocumentError) as raised:
        parse_document(json.dumps(data), name="ada.json", limits=SMALL)
    assert raised.value.code == code
    assert str(raised.value)


def test_depth_at_the_limit_is_accepted() -> None:
    limits = Limits(max_depth=4)
    for engine in ("auto", "libyaml", "python"):
        document = parse_document("a: [[[1]]]\n", name="a.yaml", limits=limits, engine=engine)
        assert document.data == {"a": [[[1]]]}
    assert parse_document('{"a[[[[[": [[["]"]]]}', name="a.json", limits=limits).data == {"a[[[[[": [[["]"]]]}


class TestUnreadableFiles:
    def test_missing(self, tmp_path: Path) -> None:
        self.expect(tmp_path / "missing.yaml", "no such file")

    def test_folder(self, tmp_path: Path) -> None:
        self.expect(tmp_path, "folder")

    def test_impossible_name(self) -> None:
        self.expect(Path("a\0b.yaml"), "null")

    def test_permission(self, tmp_path: Path) -> None:
        path = tmp_path / "secret.yaml"
        path.write_text("a: 1")
        path.chmod(0)
        with anybody():
            self.expect(path, "permission")

    def expect(self, path: Path, part: str) -> None:
        with pytest.raises(DocumentError) as raised:
            read_document(path)
        assert raised.value.code == "Y001"
        assert raised.value.line is None
        assert part in str(raised.value)
        assert str(raised.value).startswith(f"{path}: cannot be read")


def test_messages_show_no_control_characters_and_stay_short() -> None:
    key = "\\u001b[31m" + "x" * 500
    for name, text in (("a.json", f'{{"{key}": 1, "{key}": 2}}'), ("a.yaml", f'"{key}": 1\n"{key}": 2\n')):
        with pytest.raises(DocumentError) as raised:
            parse_document(text, name=name)
        assert raised.value.code == "Y005"
        assert str(raised.value).isprintable()
        assert len(str(raised.value)) < 200


def test_errors_and_documents_cross_process_borders() -> None:
    with pytest.raises(DocumentError) as raised:
        parse_document("a: 1\na: 2", name="a.yaml")
    copy = pickle.loads(pickle.dumps(raised.value))
    assert str(copy) == str(raised.value)
    assert (copy.code, copy.fields, copy.line) == ("Y005", raised.value.fields, 2)
    document = parse_document("a: 1", name="a.yaml")
    assert pickle.loads(pickle.dumps(document)) == document


def test_unknown_format_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="toml"):
        parse_document("a: 1", name="a", format="toml")
