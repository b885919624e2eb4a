"""Profiles in JSON: one, a list, and the chart object of the toolkit of 2023."""

from rsetk_ld.documents import JSON
from rsetk_ld.errors import RsetkError
from rsetk_ld.interchange.direct.ratings import Notes, Place, Rating, Sheet, Source

FACTS = ("user_id", "name", "role", "description")
_LEVEL = ("skill_level", "level")
_RATING = ("skill", "category", "subcategory", *_LEVEL)


def read_json(data: JSON, place: Place, name: str, notes: Notes) -> Source:
    """Return the profiles in parsed JSON; raises `RsetkError` where it has none of the shapes."""
    if isinstance(data, dict) and "user_data" in data:
        return Source("profile", [_sheet(data, place, notes)])
    if isinstance(data, list) and (
        not data or any(isinstance(item, dict) and "user_data" in item for item in data)
    ):
        return Source("profiles", list(_sheets(data, place, notes)))
    if isinstance(data, dict) and any(isinstance(skills, dict) for skills in data.values()):
        return Source("chart", [_chart(data, place, notes)])
    raise RsetkError(
        f"{name}: no profile of DIRECT or the RSE competencies toolkit; expected `user_data`, "
        "or categories with skills and levels"
    )


def _sheets(data: list[JSON], place: Place, notes: Notes) -> list[Sheet]:
    sheets = []
    for number, item in enumerate(data):
        spot = place.inside(number)
        if isinstance(item, dict):
            sheets.append(_sheet(item, spot, notes))
        else:
            notes.add("S003", spot, wanted="a profile", got=_kind(item))
    return sheets


def _sheet(data: dict[str, JSON], place: Place, notes: Notes) -> Sheet:
    sheet = Sheet(place)
    for name, value in data.items():
        if name in FACTS:
            sheet.facts[name] = value
        elif name != "user_data":
            sheet.extra[name] = value
    entries = data.get("user_data")
    if "user_data" not in data:
        notes.add("S002", place, name="user_data")
    elif not isinstance(entries, list):
        notes.add("S003", place.inside("user_data"), wanted="a list", got=_kind(entries))
    else:
        for number, entry in enumerate(entries):
            spot = place.inside("user_data", number)
            if isinstance(entry, dict):
                sheet.ratings += _rating(entry, spot, notes)
            else:
                notes.add("S003", spot, wanted="keys with values", got=_kind(entry))
    return sheet


def _rating(entry: dict[str, JSON], place: Place, notes: Notes) -> list[Rating]:
    missing = [] if "skill" in entry else ["skill"]
    level = next((name for name in _LEVEL if name in entry), "")
    if not level:
        missing.append(_LEVEL[0])
    for name in missing:
        notes.add("S002", place, name=name)
    if missing:
        return []
    extra = {name: value for name, value in entry.items() if name not in _RATING}
    if level == "skill_level" and "level" in entry:
        extra["level"] = entry["level"]
    made = Rating(
        entry["skill"], entry[level], place, entry.get("category"), entry.get("subcategory"), dict(extra)
    )
    return [made]


def _chart(data: dict[str, JSON], place: Place, notes: Notes) -> Sheet:
    sheet = Sheet(place)
    for category, skills in data.items():
        if not isinstance(skills, dict):
            notes.add("S003", place.inside(category), wanted="skills with levels", got=_kind(skills))
            continue
        for skill, level in skills.items():
            sheet.ratings.append(Rating(skill, level, place.inside(category, skill), category))
    return sheet


def _kind(value: object) -> str:
    kinds = {dict: "keys with values", list: "a list", type(None): "nothing"}
    return kinds.get(type(value), f"`{value}`")
