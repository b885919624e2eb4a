"""Whose profile it is: pseudonym, title and description, from what the file says."""

import re
from collections.abc import Mapping
from typing import Any

from rsetk_ld.interchange.direct import texts
from rsetk_ld.interchange.direct.ratings import Notes, Sheet

_USER = re.compile(r"user[\s_-]*([a-z0-9]+)", re.IGNORECASE)
_NOBODY = {"", "root"}
_EMAIL = re.compile(r"\S+@\S+")


def describe(
    sheet: Sheet, number: int, person: Mapping[str, str], title: str, notes: Notes
) -> dict[str, Any]:
    """Return title, description and person of a profile; `number` counts the profiles of the file."""
    role, name = (_text(sheet, slot, notes) for slot in ("role", "name"))
    about = dict(person) or _about(sheet, name, notes)
    if not about:
        pseudonym = texts.key(role) or f"profile-{number}"
        about = {"pseudonym": pseudonym}
        notes.add("I002", sheet.place, f"nothing says whose profile it is; it is called `{pseudonym}`")
    elif person and (name or _user_id(sheet)):
        notes.add(
            "I003",
            sheet.place,
            "name and number of the user are left out for the person given",
            values=[sheet.facts.get("name"), sheet.facts.get("user_id")],
        )
    shown = {"title": title or role, "description": _description(sheet, notes)}
    return {**{slot: text for slot, text in shown.items() if text}, "about": about}


def _about(sheet: Sheet, name: str, notes: Notes) -> dict[str, str]:
    about = {}
    user_id = _user_id(sheet)
    given = _USER.fullmatch(name)
    if name and not given:
        if _EMAIL.search(name):
            notes.add("I003", sheet.place.inside("name"), "an e-mail address stands in the place of a name")
        else:
            about["name"] = name
    by_name = f"user-{given.group(1).lower()}" if given else ""
    if not user_id and sheet.facts.get("user_id") not in (None, ""):
        notes.add(
            "I003", sheet.place.inside("user_id"), "`user_id` is no number", value=sheet.facts["user_id"]
        )
    by_id = "" if user_id.lower() in _NOBODY else _pseudonym(sheet, user_id, notes)
    if by_name and by_id and by_name != by_id:
        what = f"the name `{name}` and the number `{user_id}` differ; the name is used"
        notes.add("I002", sheet.place.inside("user_id"), what, value=user_id)
    if pseudonym := by_name or by_id:
        about["pseudonym"] = pseudonym
    return about


def _pseudonym(sheet: Sheet, user_id: str, notes: Notes) -> str:
    if _EMAIL.search(user_id):
        notes.add("I003", sheet.place.inside("user_id"), "an e-mail address stands in the place of a number")
        return ""
    key = texts.key(user_id)
    return key if not key or key.startswith("user-") else f"user-{key}"


def _user_id(sheet: Sheet) -> str:
    value = sheet.facts.get("user_id")
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _text(sheet: Sheet, slot: str, notes: Notes) -> str:
    value = sheet.facts.get(slot)
    if value is None:
        return ""
    if not isinstance(value, str):
        notes.add("I003", sheet.place.inside(slot), f"`{slot}` is no text", value=value)
        return ""
    text, done = texts.clean(value, lines=False)
    if done:
        notes.add("I001", sheet.place.inside(slot), f"{slot}: {', '.join(done)}", before=value)
    return text


def _description(sheet: Sheet, notes: Notes) -> str:
    value = sheet.facts.get("description")
    paragraphs = value if isinstance(value, list) else [] if value is None else [value]
    kept = []
    for paragraph in paragraphs:
        if not isinstance(paragraph, str):
            notes.add("I003", sheet.place.inside("description"), "a paragraph is no text", value=paragraph)
            continue
        text, done = texts.clean(paragraph)
        if done:
            notes.add(
                "I001", sheet.place.inside("description"), f"description: {', '.join(done)}", before=paragraph
            )
        kept.append(text)
    return "\n\n".join(filter(None, kept))
