"""Scales and levels: one order, and never two scales in one comparison."""

from collections.abc import Iterable
from itertools import pairwise

from rsetk_ld.validation.quality.places import Steps
from rsetk_ld.validation.quality.report import Report, parts


def check(report: Report) -> None:
    """Report ranks used twice or left out, levels of two scales, and comparisons across scales."""
    _ranks(report)
    _shared_levels(report)
    _mixed(report)


def _ranks(report: Report) -> None:
    for scale in report.entries("LevelScale"):
        first: dict[int, str] = {}
        for level in parts(scale, "levels", "rank"):
            other = first.setdefault(level["rank"], level["id"])
            if other != level["id"]:
                report.add("F037", level["id"], "rank", other=report.name(other), rank=level["rank"])
        if missing := missing_ranks(first):
            report.add("F038", scale["id"], ranks=missing)


def missing_ranks(ranks: Iterable[int]) -> str:
    """Return the ranks left out between lowest and highest; nothing where all steps are equally wide.

    >>> missing_ranks([0, 1, 3, 7]), missing_ranks([10, 20, 30])
    ('2, 4 to 6', '')
    """
    ordered = sorted(set(ranks))
    steps = list(pairwise(ordered))
    if len({high - low for low, high in steps}) == 1 and len(steps) > 1:
        return ""
    gaps = [(low + 1, high - 1) for low, high in steps if high - low > 1]
    return ", ".join(str(low) if low == high else f"{low} to {high}" for low, high in gaps)


def _shared_levels(report: Report) -> None:
    """Report levels of several scales; their keys are unique in a framework, since they make the IRI."""
    first: dict[str, str] = {}
    for scale in report.entries("LevelScale"):
        for level in scale.get("levels", ()):
            other = first.setdefault(level["id"], scale["id"])
            if other != scale["id"]:
                report.add("F053", level["id"], other=report.name(other))


def _mixed(report: Report) -> None:
    for skill in report.entries("Skill"):
        described = [one["level"] for one in parts(skill, "descriptors", "level")]
        _one_scale(report, skill["id"], [(level, ("descriptors", level)) for level in described])
    for role in report.entries("RoleProfile"):
        asked = parts(role, "requirements", "skill", "level")
        levels: list[tuple[str, Steps]] = [
            (one["level"], ("requirements", one["skill"], "level")) for one in asked
        ]
        _one_scale(report, role["id"], levels)
    for resource in report.entries("LearningResource"):
        for outcome in parts(resource, "outcomes", "skill"):
            ends = [end for end in ("from_level", "to_level") if end in outcome]
            levels = [(outcome[end], ("outcomes", outcome["skill"], end)) for end in ends]
            _one_scale(report, resource["id"], levels)


def _one_scale(report: Report, iri: str, levels: list[tuple[str, Steps]]) -> None:
    """Report the first level that is not on the scale of those before it, once for each further scale."""
    seen: dict[str, None] = {}
    for level, steps in levels:
        scale = report.scale_of.get(level)
        if scale is None or scale in seen:
            continue
        if seen:
            names = f"{report.name(level)} of {report.name(scale)}, others of {report.name(next(iter(seen)))}"
            report.add("F029", iri, *steps, names=names)
        seen[scale] = None
