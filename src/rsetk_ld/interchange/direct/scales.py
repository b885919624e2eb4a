"""Levels as profiles write them, and the two scales that they may be on: 0-4 and, in older files, 0-5."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from rsetk_ld.errors import RsetkError
from rsetk_ld.framework.model import Framework
from rsetk_ld.interchange.direct.texts import folded

Scale = Literal["0-4", "0-5"]
NOT_APPLICABLE = {"n/a", "na", "n.a.", "not applicable", "not-applicable"}
OLD_NAMES = {
    0: "None or N/A",
    1: "Fundamental awareness",
    2: "Novice",
    3: "Intermediate practitioner",
    4: "Advanced practitioner",
    5: "Expert",
}
OLD_TO_NEW: dict[int, tuple[int, ...]] = {0: (0,), 1: (1,), 2: (2,), 3: (3,), 4: (3, 4), 5: (4,)}
"""The ranks that a level of the old scale may have now; the lower one is taken."""

_NUMBERED = re.compile(r"(-?[0-9]{1,9})(?:(?:\s*[-–—:)]\s*|\.?\s+)(\D.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reading:
    """A level as written: a number, a name or both; or blank, or not applicable."""

    shown: str
    number: int | None = None
    name: str = ""
    blank: bool = False
    not_applicable: bool = False


def read_level(value: object) -> Reading:
    """Return what a level says.

    >>> read_level("4 - Expert")
    Reading(shown='4 - Expert', number=4, name='Expert', blank=False, not_applicable=False)
    >>> read_level("").blank, read_level("N/A").not_applicable, read_level(True).number
    (True, True, None)
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return Reading("", blank=True)
    if isinstance(value, bool | list | dict):
        return Reading(str(value).lower() if isinstance(value, bool) else str(value))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    if text.casefold() in NOT_APPLICABLE:
        return Reading(text, not_applicable=True)
    if match := _NUMBERED.fullmatch(text):
        return Reading(text, int(match.group(1)), (match.group(2) or "").strip())
    return Reading(text, name=text if isinstance(value, str) else "")


def named(text: str) -> str:
    """Return a level's name as it is compared: without case and what stands in brackets.

    >>> named("Novice (limited experience)")
    'novice'
    """
    return folded(re.sub(r"\([^)]*\)", " ", text))


class LevelNames:
    """The levels of the framework's default scale: ranks, and ranks by name and key."""

    def __init__(self, framework: Framework) -> None:
        scales = framework.entries("LevelScale")
        default = framework.head.get("default_scale", "")
        scale = next((s for s in scales if s["id"] == default), scales[0] if scales else None)
        if scale is None:
            raise RsetkError(
                f"{framework.iri}: the framework has no levels, so no profile can be in its terms"
            )
        self.ranks: dict[int, str] = {
            level["rank"]: framework.label(level["id"]) for level in scale["levels"]
        }
        self.by_name: dict[str, int] = {}
        for level in scale["levels"]:
            alternatives = [text["value"] for text in level.get("alt_labels", ())]
            for name in (*level["label"].values(), *alternatives, level["id"].rpartition("/")[2]):
                self.by_name.setdefault(named(name), level["rank"])

    def rank(self, reading: Reading, scale: Scale) -> tuple[int, ...]:
        """Return the ranks that a level may have, the one to take first; none for one not on the scale."""
        number = reading.number
        if number is None:
            old = OLD_BY_NAME.get(named(reading.name))
            new = self.by_name.get(named(reading.name))
            if new is not None and (scale == "0-4" or old is None):
                return (new,)
            number, scale = old, "0-5"
        if number is None:
            return ()
        ranks = OLD_TO_NEW.get(number, ()) if scale == "0-5" else (number,)
        return ranks if ranks and all(rank in self.ranks for rank in ranks) else ()

    def fits(self, reading: Reading, scale: Scale) -> bool:
        """Say whether number and name of a level go together on a scale."""
        if reading.number is None or not reading.name:
            return True
        names = OLD_BY_NAME if scale == "0-5" else self.by_name
        return names.get(named(reading.name)) == reading.number

    def knows(self, reading: Reading) -> bool:
        """Say whether the framework has a level of that name."""
        return named(reading.name) in self.by_name

    def shown(self, scale: Scale) -> str:
        """Return the scale as messages call it."""
        return (
            "0-5 of the toolkit of 2023"
            if scale == "0-5"
            else f"{min(self.ranks)}-{max(self.ranks)} of the framework"
        )

    def decide(self, stated: Mapping[int, str], readings: Iterable[Reading], shape: str) -> tuple[Scale, str]:
        """Return the scale that a file uses and what shows it; an empty reason where nothing does."""
        if 5 in self.ranks:
            return "0-4", "it has a level 5 itself"
        readings = list(readings)
        if stated and max(stated) == 5:
            return "0-5", "the file states a scale up to 5"
        if any(reading.number == 5 for reading in readings):
            return "0-5", "the level 5 occurs"
        if stated and max(stated) == max(self.ranks):
            return "0-4", f"the file states a scale up to {max(stated)}"
        for reading in readings:
            old, new = self._of(reading, "0-5"), self._of(reading, "0-4")
            if old != new:
                return ("0-5" if old else "0-4"), f"`{reading.shown}` is a level of that scale only"
        if shape == "chart":
            return "0-5", "files of this shape come from that toolkit"
        return "0-4", ""

    def _of(self, reading: Reading, scale: Scale) -> bool:
        """Say whether a level with a name is one of the scale."""
        names = OLD_BY_NAME if scale == "0-5" else self.by_name
        found = names.get(named(reading.name)) if reading.name else None
        return found is not None and reading.number in {None, found}


OLD_BY_NAME = {named(name): number for number, name in OLD_NAMES.items()}
