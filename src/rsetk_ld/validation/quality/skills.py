"""Skills: described level by level, and said to be technical or not."""

from itertools import pairwise

from rsetk_ld.validation.quality.report import Entry, Report, parts


def check(report: Report) -> None:
    """Report skills without levels, with a level left out, or without a nature."""
    skills = report.living("Skill")
    described = {skill["id"]: _described(skill) for skill in skills}
    for skill in skills:
        if any(described.values()) and not described[skill["id"]] and report.lacks(skill, "descriptors"):
            report.add("F017", skill["id"])
        if not skill.get("scope_note"):
            _gap(report, skill["id"], described[skill["id"]])
    _nature(report, skills)


def _described(skill: Entry) -> list[str]:
    return [one["level"] for one in parts(skill, "descriptors", "level") if one.get("demonstrations")]


def _gap(report: Report, iri: str, levels: list[str]) -> None:
    """Report levels without a description between two with one; below and above none is needed."""
    rank = {level["id"]: level["rank"] for level in report.entries("Level") if "rank" in level}
    here = sorted((level for level in levels if level in rank), key=lambda level: rank[level])
    if len({report.scale_of[level] for level in here}) != 1:
        return
    scale = report.by_iri[report.scale_of[here[0]]]
    for low, high in pairwise(here):
        missing = [
            level["id"] for level in parts(scale, "levels", "rank") if rank[low] < level["rank"] < rank[high]
        ]
        if missing:
            below, above, *names = map(report.name, (low, high, *missing))
            report.add("F018", iri, "descriptors", high, below=below, above=above, names=names)


def _nature(report: Report, skills: list[Entry]) -> None:
    """Report skills of which nobody knows how to read the levels, in frameworks that make the difference."""
    readings = any("technical" in level or "non_technical" in level for level in report.entries("Level"))
    if readings or any("nature" in skill for skill in skills):
        for skill in skills:
            if report.lacks(skill, "nature"):
                report.add("F051", skill["id"])
