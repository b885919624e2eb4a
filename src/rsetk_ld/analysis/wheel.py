"""The numbers of a competency wheel: a profile over all skills of its framework, and what a target asks for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.analysis.standing import (
    NOT_APPLICABLE,
    NOT_RATED,
    OTHER_SCALE,
    RATED,
    Level,
    Scale,
    Skill,
    ratings_of,
    scale_for,
    scale_notes,
    skills_of,
    state_of,
)
from rsetk_ld.answers import Answer, Table, column
from rsetk_ld.errors import UsageError


@dataclass(frozen=True)
class SkillRow:
    """One skill of the wheel."""

    label: str = column("Skill", "The name of the skill.")
    competency: str = column("Competency", "The name of its competency.")
    domain: str = column("Domain", "The name of its domain.")
    state: str = column("State", "rated, not applicable, not rated, or rated on another scale.")
    level: str | None = column("Level", "The name of the level of the rating.")
    rank: int | None = column("Rank", "The rank of that level.")
    target: str | None = column("Target", "The name of the level that the target asks for.")
    target_rank: int | None = column("Target (rank)", "The rank of that level.")
    step: int | None = column("Step", "The place of the level on the scale, 0 for the lowest.", shown=False)
    target_step: int | None = column("Target (step)", "The same for the target.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)
    competency_iri: str = column("Competency IRI", "The identifier of its competency.", shown=False)
    domain_iri: str = column("Domain IRI", "The identifier of its domain.", shown=False)


@dataclass(frozen=True)
class GroupRow:
    """The skills of one competency or one domain together."""

    label: str = column("Group", "The name of the competency or domain.")
    domain: str = column("Domain", "The name of the domain.")
    skills: int = column("Skills", "How many skills belong to it.")
    rated: int = column("Rated", "How many of them are rated.")
    not_applicable: int = column("Not applicable", "How many do not apply.")
    not_rated: int = column("Not rated", "How many are not rated.")
    other_scale: int = column("Other scale", "How many are rated on another scale.", shown=False)
    mean: float | None = column("Mean step", "The mean step of the rated skills; 0 is the lowest level.")
    asked: int = column("Asked for", "How many skills the target asks for.")
    target_mean: float | None = column("Mean target", "The mean step of what the target asks for.")
    met: int = column("Met", "How many skills are at or above what the target asks for.")
    below: int = column("Below", "How many rated skills are below what the target asks for.")
    group: str = column("Group IRI", "The identifier of the competency or domain.", shown=False)
    domain_iri: str = column("Domain IRI", "The identifier of the domain.", shown=False)


@dataclass(frozen=True)
class Wheel(Answer):
    """A profile over all skills of its framework, skill by skill and summed up."""

    kind = "wheel"
    rows: ClassVar = {"skills": SkillRow, "competencies": GroupRow, "domains": GroupRow}


def wheel(
    corpus: Corpus, profile: Subject, target: Subject | None = None, *, own_targets: bool = False
) -> Wheel:
    """Return the numbers of the wheel of a profile.

    `target` is a role or another profile; with `own_targets` it is the levels that the profile itself aims at.
    Raises `UsageError` where the framework has no skills or no levels, or the target asks for nothing.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> ada = corpus.add(shipped_folder() / "examples" / "ada.yaml")
    >>> found = wheel(corpus, ada)
    >>> len(found.table("skills").rows) == len(ada.framework.entries("Skill"))
    True
    """
    framework = profile.framework
    skills = skills_of(corpus, profile)
    said = ratings_of(corpus, profile)
    scale = scale_for(framework, said.values())
    if not skills or not scale.levels:
        raise UsageError(
            f"{framework.release} has no {'levels' if skills else 'skills'}, so there is nothing to draw"
        )
    aim = profile if own_targets else target
    wanted, aside = _wanted(corpus, profile, aim, scale)
    if aim is not None and not wanted.keys() & {skill.iri for skill in skills}:
        raise UsageError(
            f"{profile.file} has no target levels; name a role or a file as the target"
            if own_targets
            else f"{aim.name} asks for no skill of {framework.release} on the scale {scale.label}"
        )
    rows = [_row(skill, *state_of(said.get(skill.iri), scale), wanted.get(skill.iri)) for skill in skills]
    aim_name = None if aim is None else "their own targets" if own_targets else aim.name
    return Wheel(
        title=f"Competency wheel of {profile.name}" + (f", with {aim_name}" if aim_name else ""),
        facts={
            "profile": profile.iri,
            "name": profile.name,
            "target": aim.iri if aim is not None else None,
            "target_name": aim_name,
            "framework": framework.release,
            "scale": scale.iri,
            "levels": scale.described(),
        },
        tables=(
            Table("skills", "Skill by skill", SkillRow, rows),
            Table("competencies", "By competency", GroupRow, _groups(rows, "competency")),
            Table("domains", "By domain", GroupRow, _groups(rows, "domain")),
        ),
        notes=(*corpus.notes, *scale_notes(scale, _left_out(rows) + aside, _unknown(said, skills))),
    )


def _left_out(rows: Sequence[SkillRow]) -> int:
    return sum(row.state == OTHER_SCALE for row in rows)


def _unknown(said: Iterable[str], skills: Sequence[Skill]) -> int:
    return len(set(said) - {skill.iri for skill in skills})


def _wanted(
    corpus: Corpus, profile: Subject, aim: Subject | None, scale: Scale
) -> tuple[dict[str, Level], int]:
    """Return the levels that a target asks for, by skill, and how many are on another scale."""
    if aim is None:
        return {}, 0
    if aim is profile:
        found = [(iri, row["target"]) for iri, row in ratings_of(corpus, profile).items()]
    elif aim.class_name == "PersonProfile":
        found = [(iri, row["level"]) for iri, row in ratings_of(corpus, aim).items()]
    else:
        rows = corpus.ask("gap", [profile, aim], profile=profile.iri, target=aim.iri)
        found = [(row["skill"], row["need"]) for row in rows]
    stated = [(skill, level) for skill, level in found if level is not None]
    wanted = {skill: scale.by_iri[level] for skill, level in stated if level in scale.by_iri}
    return wanted, len(stated) - len(wanted)


def _row(skill: Skill, state: str, level: Level | None, target: Level | None) -> SkillRow:
    return SkillRow(
        label=skill.label,
        competency=skill.competency_label,
        domain=skill.domain_label,
        state=state,
        level=level.label if level else None,
        rank=level.rank if level else None,
        target=target.label if target else None,
        target_rank=target.rank if target else None,
        step=level.step if level else None,
        target_step=target.step if target else None,
        skill=skill.iri,
        competency_iri=skill.competency,
        domain_iri=skill.domain,
    )


def _groups(rows: Sequence[SkillRow], of: str) -> list[GroupRow]:
    keys = dict.fromkeys((row.domain_iri, getattr(row, f"{of}_iri")) for row in rows)
    return [
        _group([row for row in rows if (row.domain_iri, getattr(row, f"{of}_iri")) == key], of)
        for key in keys
    ]


def _group(rows: Sequence[SkillRow], of: str) -> GroupRow:
    first = rows[0]
    asked = [row for row in rows if row.target_step is not None]
    both = [(row.step, row.target_step) for row in asked if row.step is not None]
    states: dict[str, Any] = {
        name.replace(" ", "_"): sum(row.state == name for row in rows)
        for name in (RATED, NOT_APPLICABLE, NOT_RATED, OTHER_SCALE)
    }
    return GroupRow(
        label=getattr(first, of),
        domain=first.domain,
        skills=len(rows),
        **states,
        mean=_mean(row.step for row in rows),
        asked=len(asked),
        target_mean=_mean(row.target_step for row in asked),
        met=sum(have >= need for have, need in both if need is not None),
        below=sum(have < need for have, need in both if need is not None),
        group=getattr(first, f"{of}_iri"),
        domain_iri=first.domain_iri,
    )


def _mean(steps: Iterable[int | None]) -> float | None:
    """Return the mean of the steps that there are; None where there are none, which is not 0."""
    known = [step for step in steps if step is not None]
    return round(sum(known) / len(known), 2) if known else None
