"""Share links: a profile in the query of an address."""

from urllib.parse import parse_qs, urlsplit

from rsetk_ld.documents import JSON
from rsetk_ld.errors import RsetkError
from rsetk_ld.interchange.direct.ratings import Notes, Place, Source
from rsetk_ld.interchange.direct.reading import parse_json
from rsetk_ld.interchange.direct.shapes_json import read_json

_PROFILE, _LEVELS = "chart_data", "skill_levels"


def is_link(text: str) -> bool:
    """Say whether a line is a share link or the query of one.

    >>> is_link("https://host.example/view_skill_profile?skill_levels=%5B%5D&chart_data=%5B%5D")
    True
    """
    query = text.partition("?")[2] or text
    return query.lstrip().startswith((f"{_PROFILE}=", f"{_LEVELS}=")) or f"&{_PROFILE}=" in query


def read_links(text: str, name: str, notes: Notes) -> Source:
    """Return the profiles of a file with one share link a line."""
    whole = Source("link")
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            one = read_link(line.strip(), Place((), number), f"{name}:{number}", notes)
            whole.sheets += one.sheets
            whole.levels |= one.levels
    return whole


def read_link(link: str, place: Place, name: str, notes: Notes) -> Source:
    """Return the profiles in one share link."""
    try:
        query = urlsplit(link).query or link.partition("?")[2] or link
        asked = parse_qs(query, keep_blank_values=True, max_num_fields=20)
    except ValueError as error:
        raise RsetkError(f"{name}: no share link: {error}") from None
    if _PROFILE not in asked:
        raise RsetkError(f"{name}: no share link: its query has no {_PROFILE}")
    source = read_json(parse_json(asked[_PROFILE][0], f"{name} ({_PROFILE})"), place, name, notes)
    source.shape = "link"
    source.levels = (
        _stated(parse_json(asked[_LEVELS][0], f"{name} ({_LEVELS})")) if asked.get(_LEVELS) else {}
    )
    for other in sorted(asked.keys() - {_PROFILE, _LEVELS}):
        notes.add("I003", place, f"the link also has `{other}`, which is left out", values=asked[other])
    return source


def _stated(data: JSON) -> dict[int, str]:
    """Return the scale that a link states, as names by number."""
    levels = {}
    for entry in data if isinstance(data, list) else []:
        if isinstance(entry, dict):
            number, label = entry.get("level"), entry.get("name")
            if isinstance(number, str) and number.isascii() and number.isdigit() and len(number) < 4:
                number = int(number)
            if isinstance(number, int) and not isinstance(number, bool):
                levels[number] = label if isinstance(label, str) else ""
    return levels
