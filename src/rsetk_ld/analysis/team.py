"""What a team can do, for the team itself: levels, what hangs on one person, what a role needs, who could mentor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.analysis.coverage import CoverageRow, coverage_rows, needs
from rsetk_ld.analysis.members import Members, assessed, comparable, members
from rsetk_ld.analysis.tallies import Tally, in_order, spread, tallies
from rsetk_ld.analysis.teaching import entry_of, level_labels, rank_of
from rsetk_ld.answers import Answer, Table, column
from rsetk_ld.errors import UsageError
from rsetk_ld.framework import Framework


@dataclass(frozen=True)
class SkillRow:
    """Where the people of a team stand in one skill."""

    label: str = column("Skill", "The name of the skill.")
    levels: tuple[int, ...] = column(
        "At each level", "How many people are at each level, from the lowest to the highest."
    )
    unrated: int = column("Unrated", "How many have not rated the skill.")
    not_applicable: int = column("N/a", "How many say that it does not apply to their work.")
    other_scale: int = column(
        "Other scale", "How many rated it on a scale that cannot be compared.", shown=False
    )
    minimum: str | None = column("Lowest", "The name of the lowest level that occurs.", shown=False)
    median: str | None = column("Median level", "The level in the middle, or the two around it.", shown=False)
    maximum: str | None = column("Highest", "The name of the highest level that occurs.", shown=False)
    minimum_rank: int | None = column("Min", "The rank of the lowest level that occurs.")
    median_rank: float | None = column("Median", "The rank in the middle of the rated ones.")
    maximum_rank: int | None = column("Max", "The rank of the highest level that occurs.")
    held: int = column("Hold it", "How many are at the level that counts as holding a skill, or above.")
    holders: tuple[str, ...] = column("Held by", "Who that is.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)
    competency: str = column("Competency", "The name of its competency.", shown=False)
    domain: str = column("Domain", "The name of its domain.", shown=False)


@dataclass(frozen=True)
class SingleRow:
    """A skill that one person alone holds."""

    label: str = column("Skill", "The name of the skill.")
    person: str = column("Held by", "The one person at the level that counts, or above.")
    level: str = column("Level", "The level of that person.")
    rank: int = column("Rank", "The rank of that level.", shown=False)
    next: str | None = column(
        "Next best", "The highest level of anybody else; empty where nobody else has rated it."
    )
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)


@dataclass(frozen=True)
class MentorRow:
    """Somebody who wants to learn a skill, and who has come as far as that."""

    label: str = column("Skill", "The name of the skill.")
    mentee: str = column("Who wants to learn", "A person with a target above their own level.")
    level: str | None = column("From", "The level of that person; empty where the skill is not rated.")
    target: str = column("To", "The level that the person aims for.")
    mentors: tuple[str, ...] = column(
        "Who has reached that", "The people at the target or above it.", below=True
    )
    rank: int | None = column("From (rank)", "The rank of the level.", shown=False)
    target_rank: int = column("To (rank)", "The rank of the target.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)


@dataclass(frozen=True)
class GroupRow:
    """The skills of one competency or one domain, counted."""

    group: str = column("Group", "The name of the competency or domain.")
    skills: int = column("Skills", "How many skills are in the table of skills.")
    held_by_several: int = column("Held by several", "How many of them two people or more hold.")
    held_by_one: int = column("By one", "How many one person alone holds.")
    held_by_nobody: int = column("By nobody", "How many nobody holds.")


@dataclass(frozen=True)
class PersonRow:
    """A person who counts in the report."""

    name: str = column("Who", "The name, pseudonym or number of the person.")
    ratings: int = column("Ratings", "How many skills have a level.")
    assessed_on: str | None = column("Latest rating", "The date of the latest rating.")


@dataclass(frozen=True)
class Team(Answer):
    """What a team can do, with names."""

    kind = "team"
    rows: ClassVar = {
        "skills": SkillRow,
        "single": SingleRow,
        "coverage": CoverageRow,
        "mentoring": MentorRow,
        "competencies": GroupRow,
        "domains": GroupRow,
        "people": PersonRow,
    }


def team(
    corpus: Corpus,
    profiles: Sequence[Subject],
    role: str = "",
    *,
    at: str = "",
    pseudonyms: bool = False,
) -> Team:
    """Return what a team can do: for the team itself, since it tells what each person can do.

    `role` is a role of the framework or a file with one, which can stand for the needs of a project. `at` is the level
    from which somebody holds a skill; without it, the one below the highest. With `pseudonyms` people are numbered;
    that hides names, and nothing else. For a report that may leave the team, see `rsetk_ld.analysis.shareable`.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> found = team(corpus, corpus.profiles([shipped_folder() / "examples"]), "rse")
    >>> all(sum(row.levels) + row.unrated + row.not_applicable == 10 for row in found.tables[0].rows)
    True
    """
    who = members(profiles, pseudonyms=pseudonyms)
    framework, labels = who.framework, level_labels(who.framework)
    rank = holding_rank(framework, at)
    aim = role_of(corpus, role, framework) if role else None
    found = tallies(corpus, who, labels)
    rows = [_skill_row(tally, who, rank) for tally in found.values() if tally.unrated < tally.size]
    tables = [
        Table(
            "skills",
            f"People at each level: {legend(labels)}",
            SkillRow,
            rows,
            "Nobody has rated a skill of the framework.",
            {"levels": [str(each) for each in labels]},
        ),
        Table(
            "single",
            f"Held at {labels[rank]} or above by one person only",
            SingleRow,
            list(_singles(corpus, who, rank, found)),
            "There is no such skill.",
        ),
        Table(
            "mentoring",
            "Who could mentor whom",
            MentorRow,
            list(_mentoring(corpus, who)),
            "Nobody aims for a level that a colleague has reached.",
        ),
        Table("competencies", "By competency", GroupRow, _groups(rows, "competency")),
        Table("domains", "By domain", GroupRow, _groups(rows, "domain")),
        Table("people", "Who is counted", PersonRow, [_person(each, who) for each in who.people]),
    ]
    if aim is not None:
        tables.insert(
            2, Table("coverage", f"What {aim.name} needs", CoverageRow, coverage_rows(corpus, who, aim))
        )
    return Team(
        title=f"What a team of {len(who.people)} can do",
        facts=facts(who, rank, aim),
        tables=tuple(tables),
        notes=tuple(_notes(corpus, who, found)),
    )


def facts(who: Members, rank: int, aim: Subject | None) -> dict[str, Any]:
    """Return what a report on a team is about; nothing in it tells of a person."""
    framework = who.framework
    iris = {framework.rank[iri]: iri for iri in default_levels(framework)}
    return {
        "size": len(who.people),
        "framework": framework.release,
        "role": aim.iri if aim else None,
        "held_at": iris[rank],
        "held_at_rank": rank,
        "scale": [
            {"rank": each, "level": iris[each], "name": name}
            for each, name in level_labels(framework).items()
        ],
    }


def default_levels(framework: Framework) -> list[str]:
    """Return the levels of the default scale."""
    scale = framework.head.get("default_scale")
    return [level for level, each in framework.scale_of.items() if each == scale]


def holding_rank(framework: Framework, level: str) -> int:
    """Return the rank from which somebody holds a skill: as given, else the one below the highest of the scale."""
    ranks = sorted(level_labels(framework))
    if not ranks:
        raise UsageError(
            f"{framework.release} has no default scale with levels, so there is nothing to count"
        )
    if not level:
        return ranks[-2] if len(ranks) > 1 else ranks[-1]
    rank = rank_of(framework, level)
    if not level.isdecimal() and entry_of(framework, "Level", level) not in default_levels(framework):
        raise UsageError(
            f"`{level}` is not on the default scale, which has {legend(level_labels(framework))}"
        )
    return rank


def role_of(corpus: Corpus, spec: str, framework: Framework) -> Subject:
    """Return a role to compare a team with. Raises `UsageError` where it asks for nothing that the framework has."""
    found = corpus.role(spec, framework)
    if comparable(found.framework, framework):
        found = replace(found, framework=framework)
    if not any(skill in framework.by_iri for skill in needs(found)):
        raise UsageError(
            f"{found.name} asks for nothing that {framework.release} has, which the team uses; give another role"
        )
    return found


def legend(labels: dict[int, str]) -> str:
    """Return the levels with their ranks, as people read them."""
    return ", ".join(f"{rank} {name}" for rank, name in labels.items())


def _skill_row(tally: Tally, who: Members, rank: int) -> SkillRow:
    framework, labels = who.framework, level_labels(who.framework)
    holders = tally.reached(rank)
    range_ = spread(zip(tally.at, tally.counts, strict=True))
    low, middle, high = range_ or (None, None, None)
    return SkillRow(
        label=framework.label(tally.skill),
        levels=tally.counts,
        unrated=tally.unrated,
        not_applicable=len(tally.not_applicable),
        other_scale=len(tally.other_scale),
        minimum=None if low is None else labels[low],
        median=median_name(middle, tally.counts, labels),
        maximum=None if high is None else labels[high],
        minimum_rank=low,
        median_rank=middle,
        maximum_rank=high,
        held=len(holders),
        holders=who.named(holders),
        **place_of(tally.skill, framework),
    )


def place_of(skill: str, framework: Framework) -> dict[str, str]:
    """Return the identifier of a skill with the names of its competency and domain, as fields of a row."""
    competency = framework.by_iri[skill].get("competency", "")
    domain = framework.by_iri.get(competency, {}).get("domain", "")
    return {
        "skill": skill,
        "competency": framework.label(competency),
        "domain": framework.label(domain),
    }


def median_name(middle: float | None, counts: Sequence[int], labels: dict[int, str]) -> str | None:
    """Return the name of the level in the middle; between two levels, the names of both.

    >>> median_name(0.5, [1, 1], {0: "none", 1: "some"})
    'none / some'
    """
    if middle is None:
        return None
    if middle in labels:
        return labels[int(middle)]
    ranks = [rank for rank, people in zip(labels, counts, strict=True) if people]
    below = max(rank for rank in ranks if rank < middle)
    above = min(rank for rank in ranks if rank > middle)
    return f"{labels[below]} / {labels[above]}"


def _singles(corpus: Corpus, who: Members, rank: int, found: dict[str, Tally]) -> Iterator[SingleRow]:
    framework, labels = who.framework, level_labels(who.framework)
    asked = corpus.ask(
        "single-holders", who.people, profiles=who.iris, scale=framework.head["default_scale"], rank=rank
    )
    by_skill = {row["skill"]: row for row in asked}
    for skill in in_order(framework, by_skill):
        row = by_skill[skill]
        others = [each for each, people in found[skill].at.items() if set(people) - {row["profile"]}]
        yield SingleRow(
            label=framework.label(skill),
            person=who.names[row["profile"]],
            level=framework.label(row["level"]),
            rank=row["held"],
            next=labels[max(others)] if others else None,
            skill=skill,
        )


def _mentoring(corpus: Corpus, who: Members) -> Iterator[MentorRow]:
    framework = who.framework
    asked = corpus.ask("mentors", who.people, profiles=who.iris)
    rows = {(row["skill"], row["mentee"]): row for row in asked}
    for skill in in_order(framework, [skill for skill, _ in rows]):
        for mentee in who.names:
            if (skill, mentee) in rows:
                row = rows[skill, mentee]
                yield MentorRow(
                    label=framework.label(skill),
                    mentee=who.names[mentee],
                    level=framework.label(row["level"]) if row["level"] else None,
                    target=framework.label(row["goal"]),
                    mentors=who.named(row["mentors"].split()),
                    rank=row["rank"],
                    target_rank=row["goalRank"],
                    skill=skill,
                )


def _groups(rows: list[SkillRow], field: str) -> list[GroupRow]:
    names = dict.fromkeys(getattr(row, field) for row in rows)
    held = {name: [row.held for row in rows if getattr(row, field) == name] for name in names}
    return [
        GroupRow(
            group=name,
            skills=len(counts),
            held_by_several=sum(count > 1 for count in counts),
            held_by_one=counts.count(1),
            held_by_nobody=counts.count(0),
        )
        for name, counts in held.items()
    ]


def _person(each: Subject, who: Members) -> PersonRow:
    ratings = sum("level" in assertion for assertion in each.instance.get("assertions", ()))
    return PersonRow(who.names[each.iri], ratings, assessed(each) or None)


def _notes(corpus: Corpus, who: Members, found: dict[str, Tally]) -> Iterator[str]:
    if who.anonymous:
        yield "People are numbered; whoever knows their skills can still tell who is who, so keep this in the team."
        if corpus.notes:
            yield f"Read with another framework or release than the one that they name; files: {len(corpus.notes)}."
    else:
        yield "Everybody is named; keep this in the team. With --shareable you get a report that may leave it."
        yield from corpus.notes
    yield from who.left_out()
    told = ", ".join(
        f"{who.framework.label(tally.skill)} ({len(tally.other_scale)})"
        for tally in found.values()
        if tally.other_scale
    )
    if told:
        yield f"Rated on another scale, so neither at a level nor unrated: {told}."
    expired = list(_expired(corpus, who))
    if expired:
        yield f"Counted, though past the date until which it holds: {', '.join(expired)}."
    rated = sum(tally.unrated < tally.size for tally in found.values())
    yield f"{len(who.framework.entries('Skill')) - rated} skills of the framework are rated by nobody and not shown."


def _expired(corpus: Corpus, who: Members) -> Iterator[str]:
    """Yield the ratings that are past the date until which they hold."""
    today = corpus.today.isoformat()
    for each in who.people:
        for assertion in each.instance.get("assertions", ()):
            if "level" in assertion and assertion.get("valid_until", today) < today:
                yield f"{who.framework.label(assertion['skill'])} ({who.names[each.iri]})"
