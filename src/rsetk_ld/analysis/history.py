"""How the ratings of one person changed: dated statements in one file or in several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.analysis.ratings import Rating, in_order, ratings, told
from rsetk_ld.answers import Answer, Table, column, counted
from rsetk_ld.errors import UsageError


@dataclass(frozen=True)
class HistoryRow:
    """One rating of one skill on one day."""

    label: str = column("Skill", "The name of the skill.")
    on: str = column("Date", "The day of the rating.")
    level: str = column("Level", "The name of the level, or what stands in its place.")
    change: int | None = column(
        "Change", "How many ranks it differs from the rating before, where comparable."
    )
    rank: int | None = column("Rank", "The rank of the level.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)
    file: str = column("File", "Where it is written.", shown=False)


@dataclass(frozen=True)
class TrendRow:
    """One skill from its first rating to its last."""

    label: str = column("Skill", "The name of the skill.")
    first: str = column("First", "The first level.")
    first_on: str = column("On", "The day of it.")
    last: str = column("Last", "The last level.")
    last_on: str = column("On", "The day of it.")
    change: int | None = column("Change", "The last rank less the first, where comparable.")
    ratings: int = column("Ratings", "How many ratings there are.")
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)


@dataclass(frozen=True)
class History(Answer):
    """The ratings of one person in time."""

    kind = "history"
    rows: ClassVar = {"trends": TrendRow, "ratings": HistoryRow}


@dataclass(frozen=True)
class _Dated:
    on: str
    rating: Rating
    subject: Subject

    @property
    def words(self) -> str:
        return told(self.rating, self.subject) or ""


def history(corpus: Corpus, subjects: Sequence[Subject]) -> History:
    """Return how the ratings in some profiles of one person changed.

    A statement without a date counts from the day on which its profile was modified, else created; without any date
    it is left out, and the notes say so. Raises `UsageError` where the profiles are of several people.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus, folder = Corpus(), shipped_folder() / "examples"
    >>> found = history(corpus, [corpus.add(folder / f"kofi-{year}.yaml") for year in (2026, 2025)])
    >>> found.table("trends").rows[0].first_on < found.table("trends").rows[0].last_on
    True
    """
    _one_person(subjects)
    series, undated = _series(corpus, subjects)
    trends = [_trend(skill, line) for skill, line in series.items()]
    rows = [row for skill, line in series.items() for row in _rows(skill, line)]
    days = sorted(row.on for row in rows)
    notes = list(corpus.notes)
    if undated:
        notes.append(f"Left out: {counted(undated, 'rating')} without a date, in a profile without one.")
    return History(
        title=f"{subjects[0].name}: ratings from {days[0]} to {days[-1]}"
        if days
        else f"{subjects[0].name}: no ratings",
        facts={"person": subjects[0].person, "profiles": [each.iri for each in subjects], "undated": undated},
        tables=(
            Table("trends", "From the first rating to the last", TrendRow, trends, "Nothing with a date."),
            Table("ratings", "Every rating", HistoryRow, rows),
        ),
        notes=tuple(notes),
    )


def _one_person(subjects: Sequence[Subject]) -> None:
    people = {each.person: each for each in subjects}
    if len(people) > 1:
        names = ", ".join(sorted(each.name for each in people.values()))
        raise UsageError(
            f"these are profiles of {len(people)} people ({names}); a history is about one. "
            "`rsetk-ld compare` compares two people, `rsetk-ld team` a group"
        )


def _series(corpus: Corpus, subjects: Sequence[Subject]) -> tuple[dict[str, list[_Dated]], int]:
    """Return the dated ratings by skill, in the order of the framework and of time, and how many have no date."""
    found: dict[str, list[_Dated]] = {}
    undated = 0
    for subject in subjects:
        fallback = subject.instance.get("modified") or subject.instance.get("created")
        for skill, rating in ratings(corpus, subject).items():
            if told(rating, subject) is None:
                continue
            on = rating.assessed_on or fallback
            if on is None:
                undated += 1
                continue
            line = found.setdefault(skill, [])
            if not any(each.on == on and each.rating.level == rating.level for each in line):
                line.append(_Dated(on, rating, subject))
    for line in found.values():
        line.sort(key=lambda each: each.on)
    return {skill: found[skill] for skill in in_order(list(found), subjects[0])}, undated


def _trend(skill: str, line: list[_Dated]) -> TrendRow:
    first, last = line[0], line[-1]
    return TrendRow(
        label=last.subject.framework.label(skill),
        first=first.words,
        first_on=first.on,
        last=last.words,
        last_on=last.on,
        change=first.rating.up_to(last.rating) if len(line) > 1 else None,
        ratings=len(line),
        skill=skill,
    )


def _rows(skill: str, line: list[_Dated]) -> Iterator[HistoryRow]:
    changes = [None, *(before.rating.up_to(after.rating) for before, after in pairwise(line))]
    for each, change in zip(line, changes, strict=True):
        yield HistoryRow(
            each.subject.framework.label(skill),
            each.on,
            each.words,
            change,
            each.rating.rank,
            skill,
            each.subject.file,
        )
