"""The marks stand under the token they mean, whatever is before it and however long the line is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsetk_ld.reports.display import BEFORE, WIDTH, excerpt, token_end, visible


def cells(text: str) -> int:
    """The width on a terminal, worked out without the module under test."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def under(source: str, column: int) -> str:
    """What is printed above the marks."""
    shown, marks = excerpt(source, column)
    start, end = len(marks) - len(marks.lstrip(" ")), len(marks)
    above, at = "", 0
    for char in shown:
        if start <= at < end or (at == end and above and not cells(char)):
            above += char
        at += cells(char)
    return above


odd = st.sampled_from("ab :-\t軟体😀éç\x1b\x07\u202e\u200f\xa0\u3000")
before = st.text(odd | st.characters(categories=["L", "N", "P", "S", "Z", "C"]), max_size=300)
words = st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True)


@given(before, words, st.sampled_from(["", ": 2", ": [a, b]", " # why", ", c", "]"]), st.text(max_size=300))
def test_marks_stand_under_the_token(prefix: str, word: str, stop: str, rest: str) -> None:
    source = f"{prefix} {word}{stop}" + (f" # {rest}" if stop else "")
    assert under(source, len(prefix) + 2) == word


@given(st.text(st.characters(), max_size=500), st.integers(1, 600))
def test_lines_stay_short_and_printable(source: str, column: int) -> None:
    shown, marks = excerpt(source, column)
    assert shown.isprintable()
    assert set(marks) <= {" ", "^"}
    assert marks.endswith("^")
    assert cells(shown) <= WIDTH + 16
    assert len(marks) <= WIDTH + 16
    assert len(marks) - marks.count("^") <= BEFORE + 3


@pytest.mark.parametrize(
    ("source", "column", "marked"),
    [
        ("  version-controll: 2", 3, "version-controll"),
        ("name: Ada Example # me", 7, "Ada Example"),
        ("'a: b': 1", 1, "'a: b'"),
        ("'it''s': 1", 1, "'it''s'"),
        ('{"a\\"b": 1}', 2, '"a\\"b"'),
        ('x: "never closed', 4, '"never closed'),
        ("e: [https://a.example/b#c, d]", 5, "https://a.example/b#c"),
        ("  - item", 3, "-"),
        ("  - item", 5, "item"),
        ("a: -1", 4, "-1"),
        ("a: [1, 2", 4, "["),
        ("\ta: 1", 1, "    "),
        ("\t\tlevel: 9", 10, "9"),
        ("軟體: 軟體 開發", 5, "軟體 開發"),
        ("cafe\u0301: 1", 1, "cafe\u0301"),
        ("a: \x1b[31mred", 4, "\\x1b"),
        ("x" * 10_000 + " key: " + "y" * 10_000, 10_002, "key"),
    ],
)
def test_token(source: str, column: int, marked: str) -> None:
    assert under(source, column) == marked


def test_a_long_line_is_cut_on_both_sides() -> None:
    shown, marks = excerpt("x" * 10_000 + " key: " + "y" * 10_000, 10_002)
    assert shown == "..." + "x" * 59 + " key: " + "y" * 35 + "..."
    assert marks == " " * 63 + "^^^"


def test_a_place_after_the_end_gets_one_mark() -> None:
    assert excerpt("a:", 3) == ("a:", "  ^")
    assert excerpt("a:", 99) == ("a:", "  ^")
    assert excerpt("", 1) == ("", "^")


def test_time_does_not_grow_with_the_line() -> None:
    for source in ('"' * 10**6, "a " * 10**6, " " * 10**6, "'\\" * 10**6, "a#" * 10**6):
        assert token_end(source, 10) <= 10 + 1000
        assert len(excerpt(source, 500_000)[0]) <= WIDTH + 6


def test_what_is_not_in_the_encoding_is_spelled_out_in_line() -> None:
    assert excerpt("軟: b", 4, "ascii") == ("\\u8edf: b", " " * 8 + "^")
    assert visible("é\x1b", "cp1252") == "é\\x1b"
