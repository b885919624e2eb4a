"""The slices of a wheel: one for each skill, competency or domain, whatever a profile says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rsetk_ld.analysis.standing import NOT_APPLICABLE, OTHER_SCALE, RATED
from rsetk_ld.analysis.wheel import GroupRow, SkillRow
from rsetk_ld.answers.cells import shown


@dataclass(frozen=True)
class Slice:
    """What one sector shows: how high, over which share of its width, and what is aimed at.

    The shares of what is rated, not applicable and on another scale add up to 1 at most; the rest is not rated.
    """

    key: str
    label: str
    domain: str
    domain_label: str
    competency: str
    step: float | None
    target: float | None
    rated: float
    not_applicable: float
    other: float
    asked: float
    facts: dict[str, Any]
    tip: str


def of_skills(rows: Sequence[SkillRow]) -> list[Slice]:
    """Return a slice for each skill."""
    return [
        Slice(
            key=row.skill,
            label=row.label,
            domain=row.domain_iri,
            domain_label=row.domain,
            competency=row.competency_iri,
            step=row.step,
            target=row.target_step,
            rated=float(row.state == RATED),
            not_applicable=float(row.state == NOT_APPLICABLE),
            other=float(row.state == OTHER_SCALE),
            asked=float(row.target_step is not None),
            facts={
                "label": row.label,
                "state": row.state,
                "level": row.level,
                "rank": row.rank,
                "target": row.target,
                "target_rank": row.target_rank,
            },
            tip=_skill_tip(row),
        )
        for row in rows
    ]


def _skill_tip(row: SkillRow) -> str:
    have = f"{row.rank} {row.level}" if row.level is not None else row.state
    need = f"; target {row.target_rank} {row.target}" if row.target is not None else ""
    return f"{row.label}: {have}{need}"


def of_groups(rows: Sequence[GroupRow]) -> list[Slice]:
    """Return a slice for each competency or domain; its width shows how many skills are rated, its height the mean."""
    return [
        Slice(
            key=row.group,
            label=row.label,
            domain=row.domain_iri,
            domain_label=row.domain,
            competency=row.group,
            step=row.mean,
            target=row.target_mean,
            rated=row.rated / row.skills,
            not_applicable=row.not_applicable / row.skills,
            other=row.other_scale / row.skills,
            asked=row.asked / row.skills,
            facts={
                "label": row.label,
                "skills": row.skills,
                "rated": row.rated,
                "not_applicable": row.not_applicable,
                "not_rated": row.not_rated,
                "mean": row.mean,
                "asked": row.asked,
                "target_mean": row.target_mean,
                "met": row.met,
                "below": row.below,
            },
            tip=_group_tip(row),
        )
        for row in rows
    ]


def _group_tip(row: GroupRow) -> str:
    parts = [f"{row.rated} of {row.skills} skills rated"]
    if row.mean is not None:
        parts.append(f"mean {shown(row.mean)}")
    if row.not_applicable:
        parts.append(f"{row.not_applicable} not applicable")
    if row.asked:
        parts.append(
            f"target asks for {row.asked}, mean {shown(row.target_mean)}: {row.met} met, {row.below} below"
        )
    return f"{row.label}: {', '.join(parts)}"
