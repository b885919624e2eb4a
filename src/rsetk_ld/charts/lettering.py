"""Texts in pictures: how wide they are, where they break, and what a picture can hold at all.

Fonts differ from reader to reader, so widths are estimates on the safe side.
"""

from dataclasses import asdict, dataclass
from typing import Any

from rsetk_ld.charts.palette import INK
from rsetk_ld.reports.display import visible, width

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_NARROW = frozenset("fijlrtI.,;:'!|()[]/- ")
_LEAN = frozenset("ckszvxyJ")
_BROAD = frozenset("mwMW@%")
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text at a place in the picture, in pixels."""

    text: str
    x: float
    y: float
    size: float = 11
    angle: float = 0
    align: str = "left"
    weight: str = "normal"
    colour: str = INK

    def datum(self) -> dict[str, Any]:
        """Return it as data of the specification."""
        return {**asdict(self), "x": round(self.x, 2), "y": round(self.y, 2), "angle": round(self.angle, 3)}


def plain(text: str) -> str:
    r"""Return text as one line without control characters.

    Every text of a picture goes through here: XML cannot hold them, and the converter would end the whole process.

    >>> print(plain("a\n b\x0b"))
    a b
    >>> print(plain("\x00"))
    \x00
    """
    return visible(" ".join(text.split()))


def text_width(text: str, size: float) -> float:
    """Return about how many pixels a text takes, a little too many rather than too few.

    >>> text_width("ill", 10) < text_width("mum", 10)
    True
    """
    ems = 0.0
    for char in text:
        if char in _NARROW:
            ems += 0.3
        elif char in _LEAN:
            ems += 0.51
        elif char in _BROAD:
            ems += 0.86
        elif char.isupper():
            ems += 0.72
        else:
            ems += 0.56 * width(char)
    return ems * size


def lines_of(text: str, room: float, size: float, most: int = 2) -> list[str]:
    """Return a text on at most so many lines that fit a width; what has no room is cut, and that is shown.

    >>> lines_of("Software development and maintenance", 110, 10), lines_of("Software development", 60, 10, 1)
    (['Software development', 'and maintenance'], ['Software d…'])
    """
    lines: list[str] = []
    words = plain(text).split(" ")
    while words and len(lines) < most:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size) <= room:
            line = f"{line} {words.pop(0)}"
        lines.append(_cut(line, room, size))
    if words and lines:
        lines[-1] = _cut(f"{lines[-1]} {' '.join(words)}", room, size)
    return lines


def _cut(text: str, room: float, size: float) -> str:
    if text_width(text, size) <= room:
        return text
    text = text.rstrip(ELLIPSIS)
    while text and text_width(text + ELLIPSIS, size) > room:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
