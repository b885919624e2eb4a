"""Profiles in CSV: a column per profile, a row per rating, or a row per share link."""

import re
from collections.abc import Mapping, Sequence

from rsetk_ld.errors import RsetkError
from rsetk_ld.interchange.direct.ratings import Notes, Place, Rating, Sheet, Source
from rsetk_ld.interchange.direct.reading import Line, csv_lines
from rsetk_ld.interchange.direct.share_links import is_link, read_link

_CATEGORY = ("competency_domain", "domain", "category")
_SUBCATEGORY = ("competency", "subcategory")
_LEVEL = ("skill_level", "level")
_USER = ("user", "user_id")
_YES = {"yes", "true", "1"}


def read_csv(text: str, name: str, notes: Notes) -> Source:
    """Return the profiles in CSV; raises `RsetkError` where it has none of the shapes."""
    lines = _lines(text, name, notes)
    if not lines:
        raise RsetkError(f"{name}: the file is empty")
    header = [re.sub(r"\s+", "_", cell.strip().lower()) for cell in lines[0][1]]
    profiles = [place for place, cell in enumerate(header) if re.search(r"(^|_)profiles?($|_)", cell)]
    if "skill" in header and profiles:
        return Source("columns", _columns(header, profiles, lines, notes))
    if "skill" in header and any(level in header for level in _LEVEL):
        return Source("rows", _rows(header, lines, notes))
    if any(is_link(cell.strip()) for _, cells in lines[1:] for cell in cells):
        return _links(header, lines, name, notes)
    raise RsetkError(
        f"{name}: no profile of DIRECT or the RSE competencies toolkit; expected a column `skill` with "
        "a column `level` or one per profile (`... profile`), or share links"
    )


def _lines(text: str, name: str, notes: Notes) -> list[Line]:
    """Return the rows; where quotes inside a cell are not doubled, as well as they can be read."""
    try:
        return list(csv_lines(text, name))
    except RsetkError:
        if text.count('"') % 2:
            raise
        lines = list(csv_lines(text, name, strict=False))
    notes.add(
        "I002", Place(), "quotes inside a quoted cell are not doubled; check the names that hold quotes"
    )
    return lines


def _columns(header: Sequence[str], profiles: list[int], lines: list[Line], notes: Notes) -> list[Sheet]:
    sheets = {
        place: Sheet(Place((), lines[0][0]), facts={"role": _role(lines[0][1][place])}) for place in profiles
    }
    category = subcategory = ""
    for line, cells in lines[1:]:
        row = _row(header, line, cells, notes)
        spot = Place((), line)
        if found := _first(row, _CATEGORY):
            category, subcategory = found, ""
        subcategory = _first(row, _SUBCATEGORY) or subcategory
        skill = row["skill"].strip()
        for place in profiles:
            level = cells[place] if place < len(cells) else ""
            if level.strip() and skill:
                sheets[place].ratings.append(Rating(skill, level, spot, category, subcategory))
            elif level.strip():
                notes.add("I003", spot, f"the level `{level}` stands beside no skill", value=level)
        _put_aside(
            sheets[profiles[0]],
            row,
            {"skill", *_CATEGORY, *_SUBCATEGORY, *(header[p] for p in profiles)},
            line,
        )
    return list(sheets.values())


def _role(cell: str) -> str:
    return re.sub(r"\bprofiles?\b", "", cell, flags=re.IGNORECASE).strip(" -:") or cell.strip()


def _rows(header: Sequence[str], lines: list[Line], notes: Notes) -> list[Sheet]:
    sheets: dict[str, Sheet] = {}
    level = next(name for name in _LEVEL if name in header)
    for line, cells in lines[1:]:
        row = _row(header, line, cells, notes)
        user = _first(row, _USER)
        spot = Place((), line)
        sheet = sheets.setdefault(user, Sheet(spot, facts={"user_id": user} if user else {}))
        if not row["skill"].strip():
            notes.add("S002", spot, name="skill")
            continue
        rating = Rating(row["skill"], row[level], spot, _first(row, _CATEGORY), _first(row, _SUBCATEGORY))
        sheet.ratings.append(rating)
        _put_aside(sheet, row, {"skill", level, *_USER, *_CATEGORY, *_SUBCATEGORY}, line)
    return list(sheets.values())


def _links(header: Sequence[str], lines: list[Line], name: str, notes: Notes) -> Source:
    """Return the profiles of a form's answers; without the person's consent an answer is left out."""
    whole = Source("links")
    consent = next((cell for cell in header if cell.startswith("confirm")), "")
    for number, (line, cells) in enumerate(lines[1:], start=1):
        row = _row(header, line, cells, notes)
        spot = Place((), line)
        link = next((cell for cell in cells if is_link(cell.strip())), "")
        if not link:
            notes.add("I003", spot, "the row has no share link", row=row)
            continue
        if consent and row[consent].strip().lower() not in _YES:
            notes.add("I003", spot, "the row is left out, since the person did not agree", row=row)
            continue
        one = read_link(link.strip(), spot, f"{name}:{line}", notes)
        whole.levels |= one.levels
        for sheet in one.sheets:
            if sheet.facts.get("user_id") in {None, "", "root"}:
                sheet.facts["user_id"] = number
            sheet.extra |= {
                key: value for key, value in row.items() if value and value != link and key != consent
            }
        whole.sheets += one.sheets
    return whole


def _row(header: Sequence[str], line: int, cells: list[str], notes: Notes) -> dict[str, str]:
    """Return a row by column name; the first of two columns of one name counts."""
    row: dict[str, str] = {}
    for place, name in enumerate(header):
        row.setdefault(name, cells[place] if place < len(cells) else "")
    if any(cells[len(header) :]):
        notes.add(
            "I003", Place((), line), "the row has more cells than the header", values=cells[len(header) :]
        )
    return row


def _first(row: Mapping[str, str], names: Sequence[str]) -> str:
    return next((row[name].strip() for name in names if row.get(name, "").strip()), "")


def _put_aside(sheet: Sheet, row: Mapping[str, str], known: set[str], line: int) -> None:
    """Keep the cells of columns that we do not know, by column and line, for the report."""
    for name, value in row.items():
        if value.strip() and name not in known:
            cells = sheet.extra.setdefault(name or "(no name)", {})
            if isinstance(cells, dict):
                cells[str(line)] = value
