"""Two profiles side by side: two people, or one person then and now."""

from dataclasses import dataclass
from typing import ClassVar

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.analysis.ratings import Rating, in_order, ratings, told
from rsetk_ld.analysis.terms import require_common_terms
from rsetk_ld.answers import Answer, Table, column, counted

ONE_PERSON = {"up": "rose", "down": "fell", "same": "same", "second": "new", "first": "gone"}
TWO_PEOPLE = {
    "up": "second higher",
    "down": "first higher",
    "same": "same",
    "second": "second only",
    "first": "first only",
}
NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True)
class CompareRow:
    """One skill in two profiles."""

    label: str = column("Skill", "The name of the skill.")
    first: str | None = column("First", "The level in the first profile, or what stands in its place.")
    second: str | None = column("Second", "The level in the second profile, or what stands in its place.")
    difference: int | None = column(
        "Difference", "The second rank less the first, where both can be compared."
    )
    change: str = column("Change", "What that means: rose, fell, new, gone and so on.")
    first_on: str | None = column("First on", "The date of the first rating.", shown=False)
    second_on: str | None = column("Second on", "The date of the second rating.", shown=False)
    first_rank: int | None = column("First rank", "The rank in the first profile.", shown=False)
    second_rank: int | None = column("Second rank", "The rank in the second profile.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)
    competency: str = column("Competency", "The name of its competency.", shown=False)


@dataclass(frozen=True)
class Comparison(Answer):
    """What differs between two profiles."""

    kind = "compare"
    rows: ClassVar = {"skills": CompareRow}


def compare(corpus: Corpus, first: Subject, second: Subject) -> Comparison:
    """Return two profiles side by side, in the order of the framework.

    Two profiles of one person are told as a change in time, in the order given.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus, folder = Corpus(), shipped_folder() / "examples"
    >>> found = compare(corpus, corpus.add(folder / "kofi-2025.yaml"), corpus.add(folder / "kofi-2026.yaml"))
    >>> found.facts["counts"]["rose"] > found.facts["counts"]["fell"]
    True
    """
    one, two = ratings(corpus, first), ratings(corpus, second)
    require_common_terms(first, second, two)
    same_person = first.person == second.person
    words = ONE_PERSON if same_person else TWO_PEOPLE
    rows = [
        _row(skill, one.get(skill), two.get(skill), (first, second), words)
        for skill in in_order([*one, *two], first)
        if any(told(each.get(skill), first) for each in (one, two))
    ]
    counts = {word: sum(row.change == word for row in rows) for word in (*words.values(), NOT_COMPARABLE)}
    between = "then and now" if same_person else f"and {second.name}"
    said = ", ".join(f"{word}: {number}" for word, number in counts.items() if number)
    return Comparison(
        title=f"{first.name} {between}: {said or 'nothing to compare'}",
        facts={
            "first": first.iri,
            "second": second.iri,
            "same_person": same_person,
            "counts": {word.replace(" ", "_"): number for word, number in counts.items()},
        },
        tables=(
            Table(
                "skills",
                f"First: {_named(first)}. Second: {_named(second)}.",
                CompareRow,
                rows,
                "No ratings.",
            ),
        ),
        notes=tuple(_notes(corpus, first, second, counts)),
    )


def _row(
    skill: str,
    one: Rating | None,
    two: Rating | None,
    subjects: tuple[Subject, Subject],
    words: dict[str, str],
) -> CompareRow:
    first, second = subjects
    framework = first.framework if skill in first.framework.by_iri else second.framework
    shown = (told(one, first), told(two, second))
    difference = one.up_to(two) if one and two else None
    if difference is not None:
        change = words["same" if not difference else "up" if difference > 0 else "down"]
    elif shown[0] is None or shown[1] is None:
        change = words["second" if shown[0] is None else "first"]
    else:
        change = words["same"] if shown[0] == shown[1] and one and one.status else NOT_COMPARABLE
    competency = framework.by_iri.get(skill, {}).get("competency")
    return CompareRow(
        label=framework.label(skill),
        first=shown[0],
        second=shown[1],
        difference=difference,
        change=change,
        first_on=one.assessed_on if one else None,
        second_on=two.assessed_on if two else None,
        first_rank=one.rank if one else None,
        second_rank=two.rank if two else None,
        skill=skill,
        competency=framework.label(competency) if competency else "",
    )


def _named(subject: Subject) -> str:
    titles = subject.instance.get("title", {})
    title = titles.get(subject.framework.language) or next(iter(titles.values()), subject.file)
    dated = subject.instance.get("modified") or subject.instance.get("created")
    return f"{subject.name}, {title}" + (f", {dated}" if dated else "")


def _notes(corpus: Corpus, first: Subject, second: Subject, counts: dict[str, int]) -> list[str]:
    notes = list(corpus.notes)
    if first.framework.release != second.framework.release:
        notes.append(
            f"The first profile was judged by {first.framework.release}, the second by {second.framework.release}: "
            "only skills with the same identifier in both are compared."
        )
    if counts[NOT_COMPARABLE]:
        notes.append(
            f"Not comparable: {counted(counts[NOT_COMPARABLE], 'skill')}. The levels are of different scales, or the "
            "skill does not apply on one side."
        )
    return notes
