"""The numbers of a heatmap: people and skills, and how often each level occurs in every competency and domain."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.analysis.members import Members, members
from rsetk_ld.analysis.standing import (
    NOT_APPLICABLE,
    NOT_RATED,
    OTHER_SCALE,
    Level,
    Row,
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
class CellRow:
    """One skill of one person."""

    person: str = column("Person", "The name or the pseudonym of the person.")
    label: str = column("Skill", "The name of the skill.")
    state: str = column("State", "rated, not applicable, not rated, or rated on another scale.")
    level: str | None = column("Level", "The name of the level of the rating.")
    rank: int | None = column("Rank", "The rank of that level.")
    competency: str = column("Competency", "The name of its competency.")
    domain: str = column("Domain", "The name of its domain.")
    step: int | None = column("Step", "The place of the level on the scale, 0 for the lowest.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)


@dataclass(frozen=True)
class CountRow:
    """How often one level, or what stands in its place, occurs in one competency or domain."""

    label: str = column("Group", "The name of the competency or domain.")
    domain: str = column("Domain", "The name of the domain.")
    state: str = column("Level or state", "The name of a level, or not applicable, not rated, other scale.")
    rank: int | None = column("Rank", "The rank, where it is a level.")
    count: int | None = column("Count", "How many ratings; empty where the number is withheld.")
    skills: int = column("Skills", "How many skills belong to the group.")
    step: int | None = column("Step", "The place of the level on the scale, 0 for the lowest.", shown=False)
    group: str = column("Group IRI", "The identifier of the competency or domain.", shown=False)
    domain_iri: str = column("Domain IRI", "The identifier of the domain.", shown=False)


@dataclass(frozen=True)
class Heatmap(Answer):
    """People by skills, and level counts by competency and domain."""

    kind = "heatmap"
    rows: ClassVar = {"cells": CellRow, "competencies": CountRow, "domains": CountRow}


@dataclass(frozen=True)
class Counts:
    """How often each level occurs in one group of skills; None is a number that is withheld."""

    label: str
    domain: str
    skills: int
    group: str
    domain_iri: str
    levels: Mapping[int, int | None] = field(default_factory=dict)
    states: Mapping[str, int | None] = field(default_factory=dict)


def heatmap(corpus: Corpus, profiles: Sequence[Subject], *, pseudonyms: bool = False) -> Heatmap:
    """Return the numbers of the heatmap of a team.

    With `pseudonyms` people are called "person 1" and so on, in an order that does not follow the files.
    Who counts is as in a team report: each person once, in the framework that most of them use.
    Raises `UsageError` where that framework has no skills or no levels.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> team = corpus.profiles([shipped_folder() / "examples"])
    >>> "person 1" in {row.person for row in heatmap(corpus, team, pseudonyms=True).table("cells").rows}
    True
    """
    who = members(profiles, pseudonyms=pseudonyms)
    skills = skills_of(corpus, who.people[0])
    said = [ratings_of(corpus, each) for each in who.people]
    scale = scale_for(who.framework, [row for rows in said for row in rows.values()])
    if not skills or not scale.levels:
        raise UsageError(
            f"{who.framework.release} has no {'levels' if skills else 'skills'}, so there is nothing to draw"
        )
    cells = [
        _cell(who.names[person.iri], skill, *state_of(rows.get(skill.iri), scale))
        for person, rows in zip(who.people, said, strict=True)
        for skill in skills
    ]
    return Heatmap(
        title=f"Skills of {len(who.people)} {'person' if len(who.people) == 1 else 'people'}",
        facts={
            "people": len(who.people),
            "framework": who.framework.release,
            "scale": scale.iri,
            "levels": scale.described(),
        },
        tables=(
            Table("cells", "Person by person", CellRow, cells),
            counts_table("competencies", counted(cells, skills, "competency"), scale),
            counts_table("domains", counted(cells, skills, "domain"), scale),
        ),
        notes=tuple(_notes(corpus, who, cells, scale, said, skills)),
    )


def _cell(name: str, skill: Skill, state: str, level: Level | None) -> CellRow:
    return CellRow(
        person=name,
        label=skill.label,
        state=state,
        level=level.label if level else None,
        rank=level.rank if level else None,
        competency=skill.competency_label,
        domain=skill.domain_label,
        step=level.step if level else None,
        skill=skill.iri,
    )


def counted(cells: Sequence[CellRow], skills: Sequence[Skill], of: str) -> list[Counts]:
    """Return how often each level occurs by competency or by domain, in the order of the framework."""
    group_of = {skill.iri: (skill.domain, getattr(skill, of)) for skill in skills}
    levels = Counter((group_of[cell.skill], cell.step) for cell in cells if cell.step is not None)
    states = Counter((group_of[cell.skill], cell.state) for cell in cells if cell.step is None)
    members = Counter(group_of.values())
    steps = {step for _, step in levels}
    found = {}
    for skill in skills:
        key = group_of[skill.iri]
        found[key] = Counts(
            getattr(skill, f"{of}_label"),
            skill.domain_label,
            members[key],
            getattr(skill, of),
            skill.domain,
            {step: levels[key, step] for step in sorted(steps)},
            {state: states[key, state] for state in (NOT_APPLICABLE, NOT_RATED, OTHER_SCALE)},
        )
    return list(found.values())


def counts_table(name: str, counts: Sequence[Counts], scale: Scale) -> Table:
    """Return counts as a table, one row for each group and level.

    >>> withheld = Counts("Gardening", "Gardening", 2, "x:g", "x:g", {}, {"not rated": None})
    >>> [row.count for row in counts_table("domains", [withheld], Scale("", "", ())).rows]
    [None]
    """
    title = f"Levels by {'domain' if name == 'domains' else 'competency'}"
    return Table(name, title, CountRow, [row for each in counts for row in _count_rows(each, scale)])


def _count_rows(counts: Counts, scale: Scale) -> Iterator[CountRow]:
    place: dict[str, Any] = {
        "label": counts.label,
        "domain": counts.domain,
        "skills": counts.skills,
        "group": counts.group,
        "domain_iri": counts.domain_iri,
    }
    for level in scale.levels:
        count = counts.levels.get(level.step, 0)
        yield CountRow(state=level.label, rank=level.rank, step=level.step, count=count, **place)
    for state, count in counts.states.items():
        yield CountRow(state=state, rank=None, step=None, count=count, **place)


def _notes(
    corpus: Corpus,
    who: Members,
    cells: Sequence[CellRow],
    scale: Scale,
    said: Sequence[Mapping[str, Row]],
    skills: Sequence[Skill],
) -> Iterator[str]:
    known = {skill.iri for skill in skills}
    unknown = sum(len(rows.keys() - known) for rows in said)
    if corpus.notes and who.anonymous:
        yield "Some files were read with another version of the framework than they name."  # names of files tell
    elif corpus.notes:
        yield from corpus.notes
    yield from scale_notes(scale, sum(cell.state == OTHER_SCALE for cell in cells), unknown)
    yield from who.left_out()
    if who.anonymous:
        yield "Names are replaced, but who knows the team may know a person by the levels."
