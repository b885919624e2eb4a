"""What somebody has to learn for a target, step by step, and which step comes before which.

Steps of one skill are taken from the bottom up. Where skill A requires skill B, and steps of both are to be learnt, a
step of A comes after the highest of those steps of B that lead no higher than it does: before A is learnt up to a
level, B is, as far as B is to be learnt at all. Skills that require each other come in no order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.analysis.gap import SPOKEN, GapRow, missing_steps
from rsetk_ld.analysis.teaching import Step, level_labels

ESSENTIAL = "essential"


@dataclass(frozen=True)
class Wanted:
    """One step to learn. Where the target does not ask for the skill, a step serves as a prerequisite alone."""

    skill: str
    label: str
    rank: int
    importance: str | None
    asked: bool = True

    @property
    def tier(self) -> int:
        """How much it matters: 0 most."""
        if not self.asked:
            return 2
        return 0 if self.importance in {None, ESSENTIAL} else 1


@dataclass(frozen=True)
class Agenda:
    """What there is to learn.

    `before` holds for each step the steps right before it, by number. `requires` leads from a skill to what it
    requires, as far as both are to be learnt; `assumed` are rows that are not rated and taken to be at the lowest
    level, `unrated` those that are not rated and left out; then follow names of prerequisites that nobody rated, and of
    skills that are below on another scale than the one on which resources are described.
    """

    steps: list[Wanted]
    before: list[frozenset[int]]
    requires: Mapping[str, frozenset[str]]
    assumed: list[GapRow]
    unrated: list[GapRow]
    unrated_prerequisites: list[str]
    assumed_prerequisites: list[str]
    elsewhere: list[str]


def agenda(corpus: Corpus, profile: Subject, rows: Iterable[GapRow], *, unrated: bool = False) -> Agenda:
    """Return what there is to learn for the rows of a gap, in their order; prerequisites that nobody asks for are last.

    A prerequisite at the lowest level that no row asks for gets the one step up from there. What is not rated has no
    level to start from and is left out, unless `unrated` says to take it for the lowest level.

    >>> from rsetk_ld.analysis.gap import gap_rows
    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> ada = corpus.add(shipped_folder() / "examples" / "ada.yaml")
    >>> found = agenda(corpus, ada, gap_rows(corpus, ada, corpus.role("rse", ada.framework)))
    >>> [(step.label, step.rank) for step in found.steps]
    [('Software testing', 3), ('Software documentation', 3)]
    """
    given = list(rows)
    lowest, *higher = sorted(level_labels(profile.framework))
    not_rated = [row for row in given if row.status == SPOKEN["unrated"]]
    if unrated:
        given = [_from(lowest, row) if row in not_rated else row for row in given]
    elsewhere = [row for row in given if row.status == "below" and _on_another_scale(profile, row)]
    steps = [
        Wanted(row.skill, row.label, rank, row.importance)
        for row, rank in missing_steps(row for row in given if row not in elsewhere)
    ]
    found = _prerequisites(corpus, profile, [step.skill for step in steps])
    asked = {row.skill for row in given}
    added, open_ = _added(profile, found, asked, lowest, unrated=unrated)
    if higher:
        steps += [Wanted(skill, label, higher[0], None, asked=False) for skill, label in added.items()]
    requires = _requires(found, {step.skill for step in steps})
    return Agenda(
        steps,
        _before(steps, requires),
        requires,
        assumed=not_rated if unrated else [],
        unrated=[] if unrated else not_rated,
        unrated_prerequisites=[] if unrated else open_,
        assumed_prerequisites=open_ if unrated else [],
        elsewhere=[row.label for row in elsewhere],
    )


def _from(lowest: int, row: GapRow) -> GapRow:
    missing = row.need_rank - lowest
    return replace(row, have_rank=lowest, difference=missing, status="below" if missing > 0 else "met")


def _on_another_scale(profile: Subject, row: GapRow) -> bool:
    """Say whether level and need are on a scale other than the one on which resources are described."""
    framework = profile.framework
    rated = (each for each in profile.instance.get("assertions", ()) if each["skill"] == row.skill)
    scales = {framework.scale_of.get(each["level"]) for each in rated if "level" in each}
    return bool(scales) and framework.head.get("default_scale") not in scales


def _prerequisites(corpus: Corpus, profile: Subject, skills: list[str]) -> list[dict[str, Any]]:
    """Return what skills and their prerequisites require, directly or not, without skills that require each other."""
    wanted, known = dict.fromkeys(skills), dict[str, None]()
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    while wanted.keys() != known.keys():
        known = dict(wanted)
        found = corpus.ask("prerequisites", [profile], skills=list(known), profile=profile.iri)
        rows = {(row["skill"], row["prerequisite"]): row for row in found}
        wanted |= dict.fromkeys(need for _, need in rows)
    return [row for (skill, need), row in rows.items() if (need, skill) not in rows]


def _added(
    profile: Subject, found: list[dict[str, Any]], asked: set[str], lowest: int, *, unrated: bool
) -> tuple[dict[str, str], list[str]]:
    """Return the prerequisites that need a first step, with their names, and the names of those not rated."""
    scale = profile.framework.head.get("default_scale")
    added, open_ = {}, {}
    for row in found:
        need = row["prerequisite"]
        label = row["label"] or profile.framework.label(need)
        if need in asked:
            continue
        if row["status"] == "unrated":
            open_[need] = label
        if (row["haveRank"], row["haveScale"]) == (lowest, scale) or (unrated and row["status"] == "unrated"):
            added[need] = label
    return added, list(open_.values())


def _requires(found: list[dict[str, Any]], planned: set[str]) -> dict[str, frozenset[str]]:
    pairs = [(row["skill"], row["prerequisite"]) for row in found if row["prerequisite"] in planned]
    return {
        skill: frozenset(need for each, need in pairs if each == skill)
        for skill in dict.fromkeys(skill for skill, _ in pairs)
    }


def _before(steps: list[Wanted], requires: Mapping[str, frozenset[str]]) -> list[frozenset[int]]:
    number: dict[Step, int] = {(step.skill, step.rank): at for at, step in enumerate(steps)}
    ranks: dict[str, list[int]] = {}
    for step in steps:
        ranks.setdefault(step.skill, []).append(step.rank)

    def highest(skill: str, limit: int) -> list[int]:
        there = [rank for rank in ranks.get(skill, ()) if rank <= limit]
        return [number[skill, max(there)]] if there else []

    return [
        frozenset(
            [
                *highest(step.skill, step.rank - 1),
                *(at for need in requires.get(step.skill, ()) for at in highest(need, step.rank)),
            ]
        )
        for step in steps
    ]
