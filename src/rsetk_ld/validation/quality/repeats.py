"""Definitions and demonstrations: present, and each its own."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from rsetk_ld.validation.quality.report import Entry, Report, parts

DEFINED = ("LevelScale", "Level", "Domain", "Competency", "Skill", "Tool", "RoleProfile")
SAYING = {"Level": ("summary", "technical", "non_technical"), "Tool": ("url", "see_also")}
"""What says as much as a definition: the readings of a level, a page about a tool."""

_WORD = re.compile(r"\w+")


def check(report: Report) -> None:
    """Report missing definitions, and definitions and demonstrations that stand twice."""
    _missing(report)
    _definitions(report)
    _demonstrations(report)


def _missing(report: Report) -> None:
    for name in DEFINED:
        for entry in report.living(name):
            if all(report.lacks(entry, slot) for slot in ("definition", *SAYING.get(name, ()))):
                report.add("F041", entry["id"])


def _definitions(report: Report) -> None:
    first: dict[tuple[str, str], str] = {}
    for entry in report.living(*DEFINED):
        for tag, text in entry.get("definition", {}).items():
            said = (tag, " ".join(_words(text)))
            if not said[1]:
                continue
            other = first.setdefault(said, entry["id"])
            if other != entry["id"]:
                report.add(
                    "F042", entry["id"], "definition", tag, kind=report.kind(other), other=report.name(other)
                )


class Said(NamedTuple):
    """A demonstration that was met before: the skill, the level and the words as they were."""

    skill: str
    level: str
    words: list[str]


def _demonstrations(report: Report) -> None:
    """Report a sentence that recurs, in one skill or in several, be it with the name of the skill changed."""
    first: dict[tuple[str, str], Said] = {}
    for skill in report.living("Skill"):
        own = set(_words(" ".join(_names(skill))))
        for descriptor in parts(skill, "descriptors", "level"):
            for place, one in enumerate(descriptor.get("demonstrations", ())):
                for tag, text in one.get("text", {}).items():
                    words = _words(text)
                    core = " ".join(word for word in words if word not in own)
                    if not core:
                        continue
                    this = Said(skill["id"], descriptor["level"], words)
                    before = first.setdefault((tag, core), this)
                    if before is not this:
                        steps = ("descriptors", descriptor["level"], "demonstrations", place, "text", tag)
                        other = f"{report.name(before.skill)}, {report.name(before.level)}"
                        but = "" if before.words == words else ", save for the name of the skill,"
                        report.add("F043", skill["id"], *steps, but=but, other=other)


def _names(skill: Entry) -> Iterable[str]:
    yield from skill.get("label", {}).values()
    yield from (one["value"] for one in skill.get("alt_labels", ()))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
