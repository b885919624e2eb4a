"""What a team can do, for others: no people, and no count from which anything about a few people could be computed.

The rule, and why it holds, is in `rsetk_ld.analysis.privacy`. The rows of skills come from there; everything else is
computed from what those rows show, and from nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.analysis.coverage import label, needs, ordered
from rsetk_ld.analysis.members import Members, members
from rsetk_ld.analysis.privacy import (
    DEFAULT_MINIMUM,
    Count,
    check_group,
    published,
    tells_levels_apart,
    total,
)
from rsetk_ld.analysis.tallies import Tally, in_order, spread, tallies
from rsetk_ld.analysis.teaching import level_labels
from rsetk_ld.analysis.team import facts, holding_rank, legend, median_name, place_of, role_of
from rsetk_ld.answers import Answer, Table, column
from rsetk_ld.framework import Framework
from rsetk_ld.identifiers import key_of


@dataclass(frozen=True)
class SharedSkillRow:
    """How many people of a group stand where in one skill; a count that is empty is withheld."""

    label: str = column("Skill", "The name of the skill.")
    levels: tuple[int | None, ...] = column(
        "At each level",
        "How many people are at each level, from the lowest to the highest; no members in a group too small for that.",
    )
    unrated: int | None = column(
        "Unrated", "How many have not rated the skill; empty in a group too small for that."
    )
    not_applicable: int | None = column("N/a", "How many say that it does not apply; empty as above.")
    other_scale: int | None = column(
        "Other scale", "How many rated it on another scale; empty as above.", shown=False
    )
    minimum: str | None = column(
        "Lowest", "The lowest level that occurs, if nothing is withheld.", shown=False
    )
    median: str | None = column(
        "Median level", "The level in the middle, if nothing is withheld.", shown=False
    )
    maximum: str | None = column(
        "Highest", "The highest level that occurs, if nothing is withheld.", shown=False
    )
    minimum_rank: int | None = column("Min", "The rank of the lowest level.", shown=False)
    median_rank: float | None = column("Median", "The rank in the middle.")
    maximum_rank: int | None = column("Max", "The rank of the highest level.", shown=False)
    at: str | None = column(
        "Counted at",
        "The level that counts as holding the skill, where that depends on the skill: in a group too small for counts "
        "by level.",
    )
    held: int | None = column("Hold it", "How many are at that level or above.")
    below: int | None = column(
        "Below", "How many are below that level; only in a group too small for counts by level."
    )
    without: int | None = column(
        "No level",
        "How many have no level to compare: not rated, not applicable, or on another scale; only as before.",
    )
    withheld: int = column("Withheld", "How many counts of the row are withheld.")
    at_rank: int = column("Counted at (rank)", "The rank of that level.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)
    competency: str = column("Competency", "The name of its competency.", shown=False)
    domain: str = column("Domain", "The name of its domain.", shown=False)


@dataclass(frozen=True)
class SharedCoverageRow:
    """One requirement of a role, as far as the rows of skills show whether a group meets it."""

    label: str = column("Skill", "The name of the skill.")
    need: str = column("Need", "The name of the level that is needed.")
    importance: str = column("Importance", "essential or desirable.")
    covered: bool | None = column(
        "Covered", "Whether anybody is at that level or above; empty where it is withheld."
    )
    held: int | None = column("Hold it", "How many that is; empty where it is withheld.")
    need_rank: int = column("Need (rank)", "The rank of the level that is needed.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)


@dataclass(frozen=True)
class SharedGroupRow:
    """The skills of one competency or domain, counted by what their rows show."""

    group: str = column("Group", "The name of the competency or domain.")
    skills: int = column("Skills", "How many skills anybody has a level in, as far as that is shown.")
    held: int = column("Held", "How many of them at least as many people as the minimum hold.")
    held_by_nobody: int = column("By nobody", "How many nobody holds.")
    withheld: int = column("Withheld", "For how many it is withheld who holds them.")


@dataclass(frozen=True)
class SharedTeam(Answer):
    """What a team can do, without people."""

    kind = "shareable-team"
    rows: ClassVar = {
        "skills": SharedSkillRow,
        "coverage": SharedCoverageRow,
        "competencies": SharedGroupRow,
        "domains": SharedGroupRow,
    }


def shareable(
    corpus: Corpus,
    profiles: Sequence[Subject],
    role: str = "",
    *,
    at: str = "",
    minimum: int = DEFAULT_MINIMUM,
) -> SharedTeam:
    """Return what a team can do in a form that may leave it; the arguments are those of `team`.

    In a small group, which is not told apart by level, a skill of the role is counted at the level that the role needs.
    Raises `UsageError` where there are fewer people than the minimum.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> found = shareable(corpus, corpus.profiles([shipped_folder() / "examples"]))
    >>> all(row.held is None or row.held == 0 or row.held >= 5 for row in found.tables[0].rows)
    True
    """
    who = members(profiles)
    size = len(who.people)
    check_group(size, minimum)
    framework, labels = who.framework, level_labels(who.framework)
    rank = holding_rank(framework, at)
    aim = role_of(corpus, role, framework) if role else None
    apart = tells_levels_apart(size, len(labels), minimum)
    ranks = {} if apart or aim is None else _needed(aim, framework)
    found = tallies(corpus, who, labels)
    shown = in_order(framework, {*found, *(needs(aim) if aim else ())})
    every = [
        _row(
            found.get(skill, _nobody(skill, size, labels)), framework, ranks.get(skill, rank), minimum, apart
        )
        for skill in shown
    ]
    # A row in which nobody has a level looks the same as none at all: so it is left out by what it shows.
    rows = [row for row in every if (row.unrated if apart else row.without) != size]
    telling = [row for row in rows if any(count is not None for count in _counts(row))]
    tables = [
        Table(
            "skills",
            f"How many people stand where: {legend(labels)}",
            SharedSkillRow,
            telling,
            "All counts are withheld.",
            {"levels": [str(each) for each in labels]},
        ),
        Table("competencies", "By competency", SharedGroupRow, _groups(rows, "competency")),
        Table("domains", "By domain", SharedGroupRow, _groups(rows, "domain")),
    ]
    if aim is not None:
        covered = list(_coverage(who, aim, {row.skill: row for row in every}))
        tables.insert(1, Table("coverage", f"What {aim.name} needs", SharedCoverageRow, covered))
    return SharedTeam(
        title=f"What a team of {size} can do",
        facts={
            **facts(who, rank, aim),
            "minimum_group": minimum,
            "levels_told_apart": apart,
            "withheld_skills": [row.skill for row in rows if row not in telling],
        },
        tables=tuple(tables),
        notes=tuple(_notes(who, rows, minimum, apart)),
    )


def _counts(row: SharedSkillRow) -> tuple[Count, ...]:
    return (*row.levels, row.unrated, row.not_applicable, row.other_scale, row.held, row.below, row.without)


def _needed(role: Subject, framework: Framework) -> dict[str, int]:
    """Return the rank that a role needs, for the skills where it names a level of the default scale."""
    scale = framework.head.get("default_scale")
    return {
        skill: framework.rank[level]
        for skill, level in needs(role).items()
        if framework.scale_of.get(level) == scale
    }


def _nobody(skill: str, size: int, labels: dict[int, str]) -> Tally:
    return Tally(skill, size, {rank: [] for rank in labels})


def _row(tally: Tally, framework: Framework, rank: int, minimum: int, apart: bool) -> SharedSkillRow:
    """Publish one row of counts, by level or in three categories, and what follows from them."""
    labels = level_labels(framework)
    others = (tally.unrated, len(tally.not_applicable), len(tally.other_scale))
    levels: tuple[Count, ...] = ()
    rest: tuple[Count, ...] = (None, None, None)
    if apart:
        cells = published([*tally.counts, *others], minimum)
        levels, rest = cells[: len(labels)], cells[len(labels) :]
        by_rank = dict(zip(labels, levels, strict=True))
        held = total(count for each, count in by_rank.items() if each >= rank)
        below = without = None
    else:
        reached = len(tally.reached(rank))
        cells = published([reached, sum(tally.counts) - reached, sum(others)], minimum)
        held, below, without = cells
    low, middle, high = None, None, None
    if None not in levels and levels:
        known = [count or 0 for count in levels]
        low, middle, high = spread(zip(labels, known, strict=True)) or (None, None, None)
    return SharedSkillRow(
        label=framework.label(tally.skill),
        levels=levels,
        unrated=rest[0],
        not_applicable=rest[1],
        other_scale=rest[2],
        minimum=None if low is None else labels[low],
        median=median_name(middle, [count or 0 for count in levels], labels),
        maximum=None if high is None else labels[high],
        minimum_rank=low,
        median_rank=middle,
        maximum_rank=high,
        at=None if apart else labels[rank],
        held=held,
        below=below,
        without=without,
        withheld=cells.count(None),
        at_rank=rank,
        **place_of(tally.skill, framework),
    )


def _coverage(who: Members, role: Subject, rows: dict[str, SharedSkillRow]) -> Iterator[SharedCoverageRow]:
    """Yield the requirements with what the rows of skills, which are published, say about them."""
    framework = who.framework
    ranks = _needed(role, framework)
    for requirement in _in_order(who, role):
        skill, level = requirement["skill"], requirement["level"]
        row = rows.get(skill)
        held: Count = None
        if row is not None and skill in ranks:
            if row.levels:
                by_rank = zip(level_labels(framework), row.levels, strict=True)
                held = total(count for rank, count in by_rank if rank >= ranks[skill])
            elif row.at_rank == ranks[skill]:
                held = row.held
        yield SharedCoverageRow(
            label=label(who, role, skill),
            need=label(who, role, level),
            importance=key_of(requirement["importance"]),
            covered=None if held is None else held > 0,
            held=held,
            need_rank=framework.rank.get(level, role.framework.rank.get(level, 0)),
            skill=skill,
        )


def _in_order(who: Members, role: Subject) -> list[dict[str, str]]:
    by_skill = {each["skill"]: each for each in role.instance["requirements"]}
    return [by_skill[skill] for skill in ordered(who, role, by_skill)]


def _groups(rows: Sequence[SharedSkillRow], field: str) -> list[SharedGroupRow]:
    names = dict.fromkeys(getattr(row, field) for row in rows)
    held = {name: [row.held for row in rows if getattr(row, field) == name] for name in names}
    return [
        SharedGroupRow(
            group=name,
            skills=len(counts),
            held=sum(bool(count) for count in counts),
            held_by_nobody=counts.count(0),
            withheld=counts.count(None),
        )
        for name, counts in held.items()
        if any(count is not None for count in counts)
    ]


def _notes(who: Members, rows: Sequence[SharedSkillRow], minimum: int, apart: bool) -> Iterator[str]:
    withheld = sum(row.withheld for row in rows)
    touched = sum(row.withheld > 0 for row in rows)
    yield (
        f"No count here describes fewer than {minimum} people, and none that does can be computed. {withheld} counts "
        f"in {touched} of {len(rows)} skills are withheld, also zeros and larger ones that would give a small one away."
    )
    whole = [row.label for row in rows if not any(count is not None for count in _counts(row))]
    if whole:
        yield f"Withheld as a whole: {', '.join(whole)}."
    if not apart:
        levels = len(level_labels(who.framework))
        yield (
            f"The group is too small to tell {levels} levels apart, which takes {levels * minimum} people: "
            "so three categories stand in their place."
        )
    if len(who.people) < 2 * minimum:
        yield f"Of fewer than {2 * minimum} people, only what is the same for all of them can be shown."
    yield "Left out altogether: names, who alone holds a skill, who could mentor whom."
    yield "Skills that nobody has rated are not shown. Of several profiles of one person only the newest counts."
    if len(who.elsewhere) >= minimum:
        yield f"{len(who.elsewhere)} more people use another framework; they are not counted."
    yield "Share one report on a group: two reports that differ by a few people, or in their options, can be compared."
