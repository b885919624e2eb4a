"""Colours that people with colour-blindness can tell apart, and that keep their order in grey.

Domains have the scheme "muted" of Paul Tol (https://personal.sron.nl/~pault/), in an order in which neighbours differ
most, to normal, protan and deutan vision and in lightness. The colours come again where there are more domains than
colours, so letters and lines tell domains apart as well.

Levels and counts have "Blues" and "Greys". This product includes color specifications and designs developed by Cynthia
Brewer (https://colorbrewer.org/).
"""

DOMAINS = (
    "#332288",  # indigo
    "#CC6677",  # rose
    "#88CCEE",  # cyan
    "#882255",  # wine
    "#999933",  # olive
    "#AA4499",  # purple
    "#DDCC77",  # sand
    "#44AA99",  # teal
    "#117733",  # green
)
LEVELS = ("#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b")
"""From the lowest to the highest, each darker than the one before; white is left for what is not rated."""
ASIDE = ("#f0f0f0", "#d9d9d9", "#bdbdbd", "#969696")
"""For counts of what is no level."""

INK = "#222222"
SOFT_INK = "#595959"
LINE = "#8a8a8a"
FAINT = "#d9d9d9"
PAPER = "#ffffff"

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def domain_colour(number: int) -> str:
    """Return the colour of a domain by its place in the framework."""
    return DOMAINS[number % len(DOMAINS)]


def letter(number: int) -> str:
    """Return the letter of a domain, which tells it where colours do not.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    head = letter(number // len(_LETTERS) - 1) if number >= len(_LETTERS) else ""
    return head + _LETTERS[number % len(_LETTERS)]


def level_colours(count: int) -> list[str]:
    """Return colours for so many levels, from light to dark.

    >>> level_colours(2)
    ['#deebf7', '#08306b']
    """
    return [between(LEVELS, step / max(count - 1, 1)) for step in range(count)]


def between(colours: tuple[str, ...], share: float) -> str:
    """Return the colour at a place from 0 to 1 along some colours.

    >>> between(("#000000", "#ffffff"), 0.5)
    '#808080'
    """
    place = min(max(share, 0.0), 1.0) * (len(colours) - 1)
    low = min(int(place), len(colours) - 2)
    if place == int(place):
        return colours[int(place)]
    mixed = (
        round(a + (b - a) * (place - low))
        for a, b in zip(_parts(colours[low]), _parts(colours[low + 1]), strict=True)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)


def luminance(colour: str) -> float:
    """Return the relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).

    >>> luminance("#ffffff"), luminance("#000000")
    (1.0, 0.0)
    """
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in _parts(colour))
    )
    return round(0.2126 * red + 0.7152 * green + 0.0722 * blue, 6)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).

    >>> contrast("#ffffff", "#000000")
    21.0
    """
    low, high = sorted((luminance(one), luminance(other)))
    return round((high + 0.05) / (low + 0.05), 2)


def ink_on(colour: str) -> str:
    """Return dark or white, whichever can be read better on a colour.

    >>> ink_on("#DDCC77"), ink_on("#332288")
    ('#222222', '#ffffff')
    """
    return max((INK, PAPER), key=lambda ink: contrast(ink, colour))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
