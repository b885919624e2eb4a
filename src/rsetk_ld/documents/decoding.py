"""From bytes to text: UTF-8 only, and no characters that hide or end things."""

import re

from rsetk_ld.documents.document import Format
from rsetk_ld.documents.errors import DocumentError

_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)

# YAML 1.1 breaks lines at U+0085, U+2028 and U+2029 and YAML 1.2 does not, so no reader agrees with another.
# Compiled by the first text that needs it, which is a rare one.
_REFUSED = {
    "yaml": "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]",
    "json": "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]",
}

_HARMLESS = bytes(range(0x20, 0x7F)) + b"\t\n"


def decode(data: bytes) -> str:
    r"""The text of a UTF-8 file, without a byte order mark and with plain line feeds.

    >>> decode(b"\xef\xbb\xbfa: b\r\n")
    'a: b\n'
    >>> decode("name: José".encode("utf-16"))
    Traceback (most recent call last):
    rsetk_ld.documents.errors.DocumentError: 1:1: not UTF-8 at byte 0 (it is UTF-16); save the file as UTF-8
    """
    encoding = _wide_encoding(data[:1024])
    if encoding:
        raise DocumentError("Y003", {"offset": 0, "guess": f" (it is {encoding})"}, line=1, column=1)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error) from None
    return unify(text)


def unify(text: str) -> str:
    r"""Text without a byte order mark at its start, every line break a line feed.

    >>> unify("\ufeffa: 1\rb: 2\r\n")
    'a: 1\nb: 2\n'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")


def refuse_control_characters(text: str, text_format: Format) -> None:
    r"""Raise Y008 at the first character that has no business in the text.

    >>> refuse_control_characters("a: b\x00", "yaml")
    Traceback (most recent call last):
    rsetk_ld.documents.errors.DocumentError: 1:5: the character U+0000 (NULL) is not allowed here; remove it
    """
    # Both run in C over the whole text; nearly every file ends here.
    if text.isascii():
        if not text.encode().translate(None, _HARMLESS):
            return
    elif text.replace("\n", "").isprintable():
        return
    found = re.search(_REFUSED[text_format], text)
    if found:
        line, column = place_of(text, found.start())
        character = found.group()
        hint = "" if character.isascii() else f", or write \\u{ord(character):04X} inside double quotes"
        if "\ud800" <= character <= "\udfff":
            hint = ""
        raise DocumentError("Y008", {"character": _spell(character), "hint": hint}, line=line, column=column)


def place_of(text: str, offset: int) -> tuple[int, int]:
    r"""Line and column, from 1, of an offset in text whose lines end in line feeds.

    >>> place_of("ab\ncd", 4)
    (2, 2)
    """
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


_CONTROL_NAMES = {0x00: "NULL", 0x0C: "FORM FEED", 0x1B: "ESCAPE", 0x7F: "DELETE", 0x85: "NEXT LINE"}


def _spell(character: str) -> str:
    import unicodedata

    code = ord(character)
    name = _CONTROL_NAMES.get(code) or unicodedata.name(character, "")
    if "\ud800" <= character <= "\udfff":
        name = "half of a surrogate pair"
    return f"U+{code:04X} ({name})" if name else f"U+{code:04X}"


def _wide_encoding(head: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding
    # Every other byte zero is ASCII text in UTF-16 without its mark.
    if len(head) >= 4 and min(head[::2].count(0), head[1::2].count(0)) == 0 and head.count(0) * 3 > len(head):
        return "UTF-16"
    return None


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> DocumentError:
    offset = error.start
    line_start = max(data.rfind(b"\n", 0, offset), data.rfind(b"\r", 0, offset)) + 1
    line, _ = place_of(unify(data[:line_start].decode("utf-8")), line_start)
    before = data[line_start:offset].decode("utf-8")
    column = len(unify(before) if line_start == 0 else before) + 1
    guess = ""
    if error.reason == "unexpected end of data" and not (data[:offset].isascii() and offset == len(data) - 1):
        guess = " (the file ends in the middle of a character)"
    elif data[offset] >= 0xA0 and not 0x80 <= (data[offset + 1 : offset + 2] or b"\0")[0] < 0xC0:
        guess = " (it looks like Latin-1 or Windows-1252)"
    return DocumentError("Y003", {"offset": offset, "line": line, "guess": guess}, line=line, column=column)
