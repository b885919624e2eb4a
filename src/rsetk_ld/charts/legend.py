"""The legend of a wheel: what each sign means, and the domains with letter and colour."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rsetk_ld.charts.layers import Spec, rectangles, texts
from rsetk_ld.charts.lettering import Text, lines_of
from rsetk_ld.charts.palette import INK, LINE, PAPER, ink_on

LINE_HEIGHT = 20
SIZE = 12
SWATCH = 22
HIGH = 14
SAMPLE = "#8f8f8f"


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that the legend explains, by its name."""

    name: str


@dataclass
class Legend:
    """The layers of a legend and how high it is."""

    height: float
    layers: list[Spec] = field(default_factory=list)


def legend(
    signs: Sequence[tuple[Sign, str]],
    domains: Sequence[tuple[str, str, str]],
    levels: str,
    corner: tuple[float, float],
    width: float,
) -> Legend:
    """Return a legend: the levels in a line or two, then domains to the left and signs to the right."""
    x, y = corner
    heads = lines_of(levels, width, SIZE, 4)
    found = [Text(line, x, y + SIZE / 2 + number * LINE_HEIGHT, SIZE) for number, line in enumerate(heads)]
    top = y + len(heads) * LINE_HEIGHT + 8
    middle = x + width / 2
    boxes: list[dict[str, Any]] = []
    lines: list[dict[str, Any]] = []
    down = top
    for name, colour, label in domains:
        boxes.append(_box(x, down, x + SWATCH, colour))
        found.append(
            Text(
                name,
                x + SWATCH / 2,
                down + HIGH / 2 + 0.5,
                11,
                align="center",
                weight="bold",
                colour=ink_on(colour),
            )
        )
        down += _told(found, label, x + SWATCH + 8, down, width / 2 - SWATCH - 24)
    left, down = down, top
    for sign, label in signs:
        _sign(sign, middle, down, boxes, lines, found)
        down += _told(found, label, middle + SWATCH + 8, down, width / 2 - SWATCH - 8)
    return Legend(
        max(left, down) - y,
        [
            rectangles(boxes, stroke=LINE, strokeWidth=0.5),
            rectangles(lines, strokeWidth=0),
            texts(found),
        ],
    )


def _told(found: list[Text], label: str, x: float, y: float, room: float) -> float:
    """Add a label of one or two lines, and return how far down the next one goes."""
    lines = lines_of(label, room, SIZE)
    found += [Text(line, x, y + HIGH / 2 + number * 14, SIZE) for number, line in enumerate(lines)]
    return LINE_HEIGHT + 14 * (len(lines) - 1)


def _box(x: float, y: float, x2: float, colour: str, high: float = HIGH) -> dict[str, Any]:
    return {"x": x, "y": y, "x2": x2, "y2": y + high, "colour": colour}


def _sign(
    sign: Sign,
    x: float,
    y: float,
    boxes: list[dict[str, Any]],
    lines: list[dict[str, Any]],
    found: list[Text],
) -> None:
    end = x + SWATCH
    if sign.name == "bar":
        boxes.append(_box(x, y, end, SAMPLE))
    elif sign.name == "band":
        boxes.append(_box(x, y, end, PAPER))
        boxes.append(_box(x, y + HIGH - 4, end, SAMPLE, 4))
    elif sign.name in {"cross", "question"}:
        boxes.append(_box(x, y, end, PAPER))
        boxes.append(_box(x, y + HIGH - 4, end, "#ececec", 4))
        mark = "×" if sign.name == "cross" else "?"
        found.append(Text(mark, x + SWATCH / 2, y + HIGH / 2 - 1.5, 12, align="center", weight="bold"))
    elif sign.name == "line":
        boxes.append(_box(x, y, end, PAPER))
        lines.append(_box(x, y + HIGH / 2 - 1, end, INK, 2.2))
    elif sign.name == "pale":
        boxes.append(_box(x, y, end, "#dddddd"))
        boxes.append(_box(x, y + HIGH - 6, end, SAMPLE, 6))
        lines.append(_box(x, y, end, INK, 2.2))
    else:
        boxes.append(_box(x, y, end, PAPER))
