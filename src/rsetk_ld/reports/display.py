r"""Text from files, fit for a terminal: control characters spelled out, and marks under the right columns.

Whatever Python calls unprintable is shown as its escape, so nothing in a file can move the cursor, colour the
screen, ring the bell or turn the direction of writing:

>>> print(visible("a\x1b[31m\u202eb"))
a\x1b[31m\u202eb
"""

import re
import unicodedata

WIDTH = 100
BEFORE = 60
TAB = 4
ELLIPSIS = "..."
_REACH = 1000
_JAMO = re.compile("[\u1160-\u11ff\ud7b0-\ud7fb]")  # the vowels and finals that join a Hangul syllable
_TOKEN = re.compile(
    r"""
      "(?:[^"\\]|\\.)*"?                 # in double quotes, perhaps never closed
    | '(?:[^']|'')*'?                    # in single quotes
    | [-?](?!\S)                         # the sign of an entry in a list
    | (?: [^\s,\[\]{}:\#]                # plain, ...
        | :(?=\S) | (?<=\S)\#            # with a colon or a hash only inside a word
        | [ ]+(?=[^\s,\[\]{}:\#])        # and spaces only before more of it
      )+
    """,
    re.VERBOSE,
)


def visible(text: str, encoding: str = "utf-8") -> str:
    r"""Return the text with an escape for every character that is unprintable or not in the encoding.

    >>> print(visible("naïve 軟", "latin-1"))
    naïve \u8edf
    """
    if not text.isprintable():
        text = "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
    return text if encoding == "utf-8" else text.encode(encoding, "backslashreplace").decode(encoding)


def width(text: str) -> int:
    """Return how many cells of a terminal printable text takes.

    >>> width("abc"), width("軟體"), width("e\u0301")
    (3, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"} or _JAMO.match(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def token_end(source: str, start: int) -> int:
    """Return where the key or value ends that begins at an offset; a single character where none begins.

    >>> [token_end(text, 0) for text in ("a key: 2", "'a: b', c", "https://x.y/z#f # why", "- a", ": b", "")]
    [5, 6, 15, 1, 1, 0]
    """
    found = _TOKEN.match(source, start, start + _REACH)
    return found.end() if found else min(start + 1, len(source))


def excerpt(source: str, column: int, encoding: str = "utf-8") -> tuple[str, str]:
    r"""Return a line as it is shown, cut around the column where it is long, and the marks to print under it.

    >>> print(*excerpt("\t軟體: \x07bell", 2), sep="\n")
        軟體: \x07bell
        ^^^^
    """
    at = min(max(column - 1, 0), len(source))
    start = max(at - BEFORE, 0)
    cells = _laid_out(source[start : start + BEFORE + WIDTH], encoding)
    mark, end = at - start, max(token_end(source, at) - start, at - start + 1)
    first, last = _window([width(cell) for cell in cells], mark)
    head = ELLIPSIS if start + first > 0 else ""
    tail = ELLIPSIS if start + last < len(source) else ""
    indent = width(head + "".join(cells[first:mark]))
    marked = width("".join(cells[mark : min(end, last)]))
    return f"{head}{''.join(cells[first:last])}{tail}", " " * indent + "^" * max(marked, 1)


def _laid_out(text: str, encoding: str) -> list[str]:
    """Return what to show for each character; tabs become spaces up to the next stop."""
    cells: list[str] = []
    column = 0
    for char in text:
        cell = " " * (TAB - column % TAB) if char == "\t" else visible(char, encoding)
        column += width(cell)
        cells.append(cell)
    return cells


def _window(widths: list[int], mark: int) -> tuple[int, int]:
    """Return the range of cells to show: not too much before the mark, and not too much in all."""
    first, last, total = mark, mark, 0
    while first > 0 and total + widths[first - 1] <= BEFORE:
        first -= 1
        total += widths[first]
    while last < len(widths) and (total + widths[last] <= WIDTH or last == mark):
        total += widths[last]
        last += 1
    return first, last
