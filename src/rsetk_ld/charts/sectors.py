"""The circle of a wheel: which sector belongs to what, and where points of it are.

Angles are in radians, clockwise from the top. A sector depends on the framework alone, never on a profile.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, degrees, pi, sin

from rsetk_ld.charts.lettering import Text

TURN = 2 * pi


@dataclass(frozen=True, slots=True)
class Sector:
    """A part of the circle, from one angle to another."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        """The angle halfway."""
        return (self.start + self.end) / 2

    def part(self, low: float, high: float) -> "Sector":
        """Return the piece between two shares of it.

        >>> Sector(0, 2).part(0.5, 1)
        Sector(start=1.0, end=2)
        """
        span = self.end - self.start
        return Sector(self.start + low * span, self.end if high == 1 else self.start + high * span)


def sectors(count: int) -> list[Sector]:
    """Return equal sectors that fill the circle.

    >>> sectors(4)[-1].end == TURN
    True
    """
    edges = [round(TURN * number / count, 9) for number in range(count)] + [TURN]
    return [Sector(edges[number], edges[number + 1]) for number in range(count)]


def point(centre: tuple[float, float], angle: float, radius: float) -> tuple[float, float]:
    """Return where a point of the circle is, in pixels.

    >>> point((100, 100), 0, 50)
    (100.0, 50.0)
    """
    return round(centre[0] + radius * sin(angle), 2), round(centre[1] - radius * cos(angle), 2)


def outward(
    lines: Sequence[str], centre: tuple[float, float], angle: float, radius: float, size: float, colour: str
) -> list[Text]:
    """Return lines of text that run outwards from the circle, and can be read from left to right."""
    right = angle <= pi
    turn = degrees(angle) - 90 if right else degrees(angle) + 90
    start = point(centre, angle, radius)
    # Lines follow each other downwards as one reads, which is at right angles to the radius.
    down = angle if right else angle - pi
    found = []
    for number, line in enumerate(lines):
        shift = (number - (len(lines) - 1) / 2) * size * 1.12
        x, y = start[0] + shift * cos(down), start[1] + shift * sin(down)
        found.append(Text(line, x, y, size, turn, "left" if right else "right", colour=colour))
    return found
