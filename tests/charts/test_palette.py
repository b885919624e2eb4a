"""Colours can be told apart with the common kinds of colour-blindness, and in grey.

The matrices are those of Machado, Oliveira and Fernandes (2009), https://doi.org/10.1109/TVCG.2009.113, for complete
loss of one kind of cones; they work on linear RGB.
"""

from itertools import combinations, pairwise

import pytest

from rsetk_ld.charts.palette import (
    ASIDE,
    DOMAINS,
    INK,
    LEVELS,
    PAPER,
    SOFT_INK,
    between,
    contrast,
    domain_colour,
    ink_on,
    letter,
    level_colours,
    luminance,
)

SEEN = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
Triple = tuple[float, ...]


def linear(colour: str) -> Triple:
    values = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)


def lab(colour: str, vision: str) -> Triple:
    """Return CIELAB (D65) of a colour as it is seen."""
    rgb = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in SEEN[vision]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str, vision: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one, vision), lab(other, vision), strict=True)) ** 0.5


@pytest.mark.parametrize("vision", SEEN)
def test_all_domains_can_be_told_apart(vision: str) -> None:
    assert min(distance(one, other, vision) for one, other in combinations(DOMAINS, 2)) > 12


@pytest.mark.parametrize("vision", SEEN)
@pytest.mark.parametrize("count", range(5, 21))
def test_neighbours_on_the_circle_differ_clearly(vision: str, count: int) -> None:
    around = [domain_colour(number) for number in range(count)]
    pairs = list(pairwise([*around, around[0]]))
    # Where the circle closes, a colour can meet itself or a near one; a line and a letter part them.
    assert min(distance(one, other, vision) for one, other in pairs[:-1]) > 25
    if count <= len(DOMAINS):
        assert distance(*pairs[-1], vision) > 20


def test_neighbours_differ_in_grey() -> None:
    grey = [lab(colour, "normal")[0] for colour in DOMAINS]
    assert min(abs(one - other) for one, other in pairwise(grey)) > 10


def test_letters_tell_domains_apart() -> None:
    assert len({letter(number) for number in range(800)}) == 800


@pytest.mark.parametrize("vision", SEEN)
@pytest.mark.parametrize("count", range(2, 9))
def test_levels_get_darker_one_by_one(vision: str, count: int) -> None:
    light = [lab(colour, vision)[0] for colour in level_colours(count)]
    assert all(low - high > 4 for low, high in pairwise(light))
    assert 100 - light[0] > 6  # the lowest level is not the white of what is not rated


def test_every_text_can_be_read() -> None:
    shades = [between(LEVELS, n / 100) for n in range(101)] + [between(ASIDE, n / 100) for n in range(101)]
    for colour in [*shades, *DOMAINS]:
        assert contrast(ink_on(colour), colour) > 3.9
    assert contrast(INK, PAPER) > 7
    assert contrast(SOFT_INK, PAPER) > 4.5
    assert luminance(PAPER) == 1
