"""A plan in words: the resources of the path and why each is there, the steps left open, the skills to rate."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rsetk_ld.analysis.agenda import ESSENTIAL, Agenda
from rsetk_ld.analysis.corpus import Subject
from rsetk_ld.analysis.cover import Selection, closed_by
from rsetk_ld.analysis.gap import GapRow
from rsetk_ld.analysis.teaching import Teaching, level_labels
from rsetk_ld.answers import column

NAMED = 3
"""How many skills are named in a sentence before the rest is counted."""


@dataclass(frozen=True)
class StopRow:
    """One resource of the path."""

    number: int = column("No.", "The place in the order.")
    resource: str = column("Resource", "The title of the resource.")
    type: str = column("Type", "The sort of resource.")
    free: bool | None = column("Free", "Whether it is free of charge; empty where that is not known.")
    languages: tuple[str, ...] = column("Languages", "The languages it is in.")
    why: str = column("Why", "The steps that it closes here, and what has to wait for it.", below=True)
    url: str = column("Address", "Where it is.", below=True)
    provider: str = column("Provider", "Who offers it.", shown=False)
    closes: tuple[str, ...] = column(
        "Closes", "The steps: the identifier of a skill, a space, the rank to reach.", shown=False
    )
    resource_iri: str = column("Resource IRI", "The identifier of the resource.", shown=False)


@dataclass(frozen=True)
class OpenRow:
    """Steps of one skill that the path leaves open for one reason."""

    label: str = column("Skill", "The name of the skill.")
    step: str = column("Step", "From which level to which.")
    importance: str | None = column("Importance", "essential or desirable, where the target is a role.")
    reason: str = column(
        "Reason",
        "Why it stays open: no resource leads there, only some that were left out by the options, more than the "
        "budget allows would be needed, or the resources for it are needed earlier on the path.",
    )
    unlevelled: int | None = column(
        "Without levels", "How many resources teach the skill without saying from which level to which."
    )
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)
    to_ranks: tuple[int, ...] = column("To ranks", "The ranks that the steps lead to.", shown=False)


@dataclass(frozen=True)
class UnratedRow:
    """One skill that has to be rated before anything can be planned for it."""

    label: str = column("Skill", "The name of the skill.")
    need: str = column("Need", "The name of the level that is needed.")
    importance: str | None = column("Importance", "essential or desirable, where the target is a role.")
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)
    need_rank: int = column("Need (rank)", "The rank that is needed.", shown=False)


@dataclass(frozen=True)
class Offer:
    """A resource with all that it teaches of what is wanted; `steps` are numbers of steps of the agenda."""

    about: Teaching
    steps: frozenset[int]
    surplus: int


def stops(profile: Subject, todo: Agenda, found: Selection, offers: Sequence[Offer]) -> list[StopRow]:
    """Return the resources of the path, in order."""
    rows = []
    for at, stop in enumerate(found.path):
        about = offers[stop.member].about
        closes = sorted(stop.closes)
        later = list(closed_by(found.path[at + 1 :]))
        rows.append(
            StopRow(
                number=at + 1,
                resource=about.label,
                type=about.type,
                free=about.free,
                languages=about.languages,
                why="; ".join(_reasons(profile, todo, found, closes, later)),
                url=about.url,
                provider=about.provider,
                closes=tuple(f"{todo.steps[step].skill} {todo.steps[step].rank}" for step in closes),
                resource_iri=about.resource,
            )
        )
    return rows


def _reasons(
    profile: Subject, todo: Agenda, found: Selection, closes: Sequence[int], later: Sequence[int]
) -> Iterator[str]:
    """Yield for each skill the levels between which it is learnt, what that takes, and the skills that wait for it."""
    closed = {(todo.steps[step].skill, todo.steps[step].rank) for step in closed_by(found.path)}
    planned = {(step.skill, step.rank) for step in todo.steps}
    for skill in dict.fromkeys(todo.steps[step].skill for step in closes):
        steps = [todo.steps[step] for step in closes if todo.steps[step].skill == skill]
        first = steps[0]
        text = f"{first.label}: {', '.join(_ways(profile, [step.rank for step in steps]))}"
        if (skill, first.rank - 1) in planned - closed:
            text += f" (get to {_below(profile, first.rank)} first, where no resource leads)"
        waiting = [todo.steps[step] for step in (later if first.asked else range(len(todo.steps)))]
        names = dict.fromkeys(
            step.label
            for step in waiting
            if skill in todo.requires.get(step.skill, ()) and step.rank >= first.rank
        )
        if names:
            text += f", before {listed([*names])}, which require{'s' * (len(names) == 1)} it"
        yield text


def _ways(profile: Subject, ranks: list[int]) -> Iterator[str]:
    """Yield from where to where ranks lead, adjacent ones as one."""
    names = level_labels(profile.framework)
    while ranks:
        count = next((at for at, rank in enumerate(ranks) if rank != ranks[0] + at), len(ranks))
        yield f"{_below(profile, ranks[0])} → {names.get(ranks[count - 1], ranks[count - 1])}"
        ranks = ranks[count:]


def _below(profile: Subject, rank: int) -> str:
    """Return the name of the level from which a step starts."""
    names = level_labels(profile.framework)
    return names[max(each for each in names if each < rank)]


def listed(names: Sequence[str]) -> str:
    """Return names as a list in words.

    >>> listed(["a", "b"]), listed(list("abcde"))
    ('a and b', 'a, b, c and 2 more')
    """
    shown = [*names] if len(names) <= NAMED else [*names[:NAMED], f"{len(names) - NAMED} more"]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def opened(
    profile: Subject,
    todo: Agenda,
    found: Selection,
    offers: Sequence[Offer],
    taught: Sequence[Teaching],
    budget: int | None,
) -> Iterator[OpenRow]:
    """Yield what the path leaves open, adjacent steps that stay open for one reason together.

    `offers` are the resources that would do, `taught` all there are.
    """
    closed = set(closed_by(found.path))
    served = {step for offer in offers for step in offer.steps}
    elsewhere = {step for each in taught for step in each.steps}
    vague = Counter(each.skill for each in taught if not each.steps)

    def reason(at: int) -> str:
        if at not in served:
            known = (todo.steps[at].skill, todo.steps[at].rank) in elsewhere
            return "only what was left out" if known else "no resource"
        if budget is not None:
            return "beyond the budget"
        return "comes too late for its resources"

    left = [(todo.steps[at], reason(at)) for at in range(len(todo.steps)) if at not in closed]
    for (skill, why), members in groupby(left, key=lambda pair: (pair[0].skill, pair[1])):
        steps = [step for step, _ in members]
        ranks = [step.rank for step in steps]
        yield OpenRow(
            label=steps[0].label,
            step=", ".join(_ways(profile, ranks)),
            importance=steps[0].importance if steps[0].asked else "prerequisite",
            reason=why,
            unlevelled=vague[skill] or None,
            skill=skill,
            to_ranks=tuple(ranks),
        )


def to_rate(rows: Sequence[GapRow]) -> list[UnratedRow]:
    """Return the skills that are not rated, essential ones first."""
    found = [UnratedRow(row.label, row.need, row.importance, row.skill, row.need_rank) for row in rows]
    return sorted(found, key=lambda row: row.importance not in {None, ESSENTIAL})
