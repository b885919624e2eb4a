"""A path of learning: the fewest resources that close a gap, in an order that works.

What is to be learnt comes from `agenda`, what teaches it from `teaching`, and which resources to take from `cover`.
A step of a skill is closed by one resource of the path, which comes after the resources of the steps before it. So
nobody meets a resource before they have reached the level that it starts from in the skills that it is there for, and
a resource is met once. Among paths of equally many resources the one with most that are known to be free is taken,
then the one with fewest steps that nobody needs.

A budget is a number of resources, since that is what the data know: they hold no hours and no prices.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rsetk_ld.analysis.agenda import Agenda, agenda
from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.analysis.cover import GREEDY, Problem, Selection, closed_by, smallest
from rsetk_ld.analysis.gap import SPOKEN, GapRow, aim_name, gap_rows, own_aim
from rsetk_ld.analysis.path import Offer, OpenRow, StopRow, UnratedRow, opened, stops, to_rate
from rsetk_ld.analysis.teaching import Teaching, level_labels, teachings
from rsetk_ld.analysis.terms import other_terms
from rsetk_ld.answers import Answer, Table
from rsetk_ld.errors import UsageError
from rsetk_ld.validation.quality.languages import language_problem

SECONDS = 10.0


@dataclass(frozen=True)
class Plan(Answer):
    """An ordered path of learning, and what it leaves open."""

    kind = "plan"
    rows: ClassVar = {"path": StopRow, "open": OpenRow, "unrated": UnratedRow}


def plan(
    corpus: Corpus,
    profile: Subject,
    target: Subject | None = None,
    *,
    budget: int | None = None,
    only: str | None = None,
    languages: Iterable[str] = (),
    free: bool = False,
    unrated: bool = False,
    seconds: float = SECONDS,
) -> Plan:
    """Return a path from a profile to a target, which is a role, another profile or, by default, its own aims.

    At most `budget` resources are taken, and then close as much as they can. `only` leaves out requirements of another
    importance. Resources have to be in one of `languages` where some are given, and to be known as free where `free`
    is asked for. Skills that are not rated are left out, or with `unrated` planned for from the lowest level.
    `seconds` limits the time of the solver. Raises `UsageError` where the target asks for nothing.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> ada = corpus.add(shipped_folder() / "examples" / "ada.yaml")
    >>> plan(corpus, ada, corpus.role("rse", ada.framework)).facts["resources"]
    2
    """
    wishes = _Wishes(_known(languages), free)
    aim = target or own_aim(corpus, profile)
    rows = _rows(corpus, profile, aim, only)
    todo = agenda(corpus, profile, rows, unrated=unrated)
    taught = teachings(corpus, profile, [step.skill for step in todo.steps])
    every = _offers(taught, todo)
    offers = [each for each in every if wishes.met(each.about)]
    problem = _problem(todo, offers, budget)
    found = smallest(problem, seconds)
    open_ = list(opened(profile, todo, found, offers, taught, budget))
    return Plan(
        title=f"{profile.name}: a path to {aim_name(profile, aim)}",
        facts={
            "profile": profile.iri,
            "target": aim.iri,
            "framework": profile.framework.release,
            "asked_on": corpus.today.isoformat(),
            "proven": found.exact,
            "solver": found.solver,
            "resources": len(found.path),
            "at_least": found.at_least,
            "budget": budget,
            "steps": len(todo.steps),
            "closed": len(list(closed_by(found.path))),
            "left_open": len(todo.steps) - len(list(closed_by(found.path))),
        },
        tables=(
            Table(
                "path",
                _heading(found, todo),
                StopRow,
                stops(profile, todo, found, offers),
                _nothing(todo, open_),
            ),
            Table("open", "Steps that stay open", OpenRow, open_),
            Table("unrated", "Rate these first", UnratedRow, to_rate(todo.unrated)),
        ),
        notes=(
            *corpus.notes,
            *other_terms(profile, aim),
            *_certainty(problem, found),
            *_still_open(problem, found, taught),
            *_left_out(profile, rows, todo),
            *wishes.notes(every),
        ),
    )


def _known(languages: Iterable[str]) -> tuple[str, ...]:
    """Return language tags as they are; raise `UsageError` for one that is none."""
    tags = tuple(languages)
    for tag in tags:
        problem, meant = language_problem(tag)
        if problem:
            hint = f"did you mean `{meant}`?" if meant else "give a tag such as `en` or `pt-BR`"
            raise UsageError(f"--language {tag}: this {problem}; {hint}")
    return tags


def _rows(corpus: Corpus, profile: Subject, aim: Subject, only: str | None) -> list[GapRow]:
    rows = gap_rows(corpus, profile, aim)
    chosen = [row for row in rows if not only or row.importance == only]
    if not chosen:
        raise UsageError(f"{aim_name(profile, aim)} calls no skill {only}; leave `--only {only}` out")
    return chosen


def _offers(taught: Iterable[Teaching], todo: Agenda) -> list[Offer]:
    """Return the resources that serve a step of the agenda, by title."""
    number = {(step.skill, step.rank): at for at, step in enumerate(todo.steps)}
    together: dict[str, list[Teaching]] = {}
    for each in taught:
        together.setdefault(each.resource, []).append(each)
    offers = []
    for members in together.values():
        steps = {step for each in members for step in each.steps}
        useful = frozenset(number[step] for step in steps if step in number)
        if useful:
            offers.append(Offer(members[0], useful, len(steps) - len(useful)))
    return sorted(offers, key=lambda offer: (offer.about.label, offer.about.resource))


def _problem(todo: Agenda, offers: Sequence[Offer], budget: int | None) -> Problem:
    return Problem.of(
        [offer.steps for offer in offers],
        todo.before,
        [step.tier for step in todo.steps],
        # The last number has no meaning; it makes the choice the same each time.
        [(offer.about.free is not True, offer.surplus, at) for at, offer in enumerate(offers)],
        budget,
    )


# ---------------------------------------------------------------- what resources have to be like


@dataclass(frozen=True)
class _Wishes:
    """Which resources will do. One without a language is in none; one of which nothing is known is not free."""

    languages: tuple[str, ...]
    free: bool

    def met(self, resource: Teaching) -> bool:
        return self._understood(resource) and (resource.free is True or not self.free)

    def _understood(self, resource: Teaching) -> bool:
        """Match by the beginning of the tag, as RFC 4647 filters: `en` takes `en-GB`, too."""
        return not self.languages or any(
            f"{tag}-".lower().startswith(f"{wanted}-".lower())
            for tag in resource.languages
            for wanted in self.languages
        )

    def notes(self, offers: Sequence[Offer]) -> Iterator[str]:
        about = [offer.about for offer in offers]
        if self.languages:
            silent = sum(not each.languages for each in about)
            other = sum(not self._understood(each) for each in about) - silent
            yield (
                f"Only resources in {' or '.join(self.languages)} count: {other} in other languages were left out, and "
                f"{silent} whose language is not stated."
            )
        if self.free:
            paid, unknown = (sum(each.free is state for each in about) for state in (False, None))
            yield (
                f"Only resources that are said to be free count: {paid} that are not were left out, and {unknown} of "
                f"which it is not known, out of {len(about)}."
            )


# ---------------------------------------------------------------- what to say about it


def _heading(found: Selection, todo: Agenda) -> str:
    if not found.path:
        return "The path"
    closed = len(list(closed_by(found.path)))
    resources = _counted(len(found.path), "resource")
    return f"{resources}, in this order, for {closed} of {_counted(len(todo.steps), 'step')}"


def _nothing(todo: Agenda, open_: Sequence[OpenRow]) -> str:
    if open_:
        return "No resource that would do leads to any of the steps."
    if todo.unrated:
        return "There is nothing to plan before the skills below are rated."
    return "There is nothing to learn: every need is met."


def _certainty(problem: Problem, found: Selection) -> Iterator[str]:
    """Yield what is known about how good the path is."""
    if not problem.coverable:
        return
    count = len(found.path)
    closed = problem.count(closed_by(found.path))
    if found.exact:
        how = "a bound" if found.solver == GREEDY else found.solver
        best = "closes more" if problem.budget is not None else "closes as much with fewer resources"
        yield f"Proven by {how}: no other choice of resources {best}."
        return
    whole = sum(closed) == len(problem.coverable)
    if whole and found.at_least:
        yield f"Not proven to be the fewest: {count} found; at least {found.at_least} are needed."
    elif whole:
        yield f"All steps that can be closed are, but {count} is not proven to be the fewest."
    else:
        tier = next((at for at, number in enumerate(closed) if number < found.at_most[at]), 0)
        sort = ("", " that are only desirable", " of prerequisites")[tier]
        yield (
            f"Not proven to close the most: {closed[tier]} of the steps{sort}; "
            f"no choice of resources closes more than {found.at_most[tier]} of them."
        )
    if found.solver == GREEDY:
        yield 'A greedy choice. With the solver HiGHS it is proven: pip install "rsetk-ld[plan]".'
    else:
        yield "The time of the solver ran out; --seconds gives it more."


def _still_open(problem: Problem, found: Selection, taught: Iterable[Teaching]) -> Iterator[str]:
    """Yield how many steps stay open, by what keeps them open."""
    vague = {each.resource for each in taught if not each.steps}
    closed = len(list(closed_by(found.path)))
    unserved = len(problem.before) - len(problem.coverable)
    left = len(problem.coverable) - closed
    if problem.budget is not None and left:
        resources = _counted(problem.budget, "resource")
        yield f"{_counted(left, 'step')} could be closed with more than the {resources} of the budget."
    if unserved:
        yield f"No resource that would do serves {unserved} of {_counted(len(problem.before), 'step')}."
    if vague:
        yield (
            f"Resources that teach one of these skills but do not say from which level to which: {len(vague)}. They "
            "count for no step; `rsetk-ld resources` shows them, skill by skill."
        )


def _left_out(profile: Subject, rows: Sequence[GapRow], todo: Agenda) -> Iterator[str]:
    if todo.unrated:
        yield (
            f"Not rated, and so left out: {len(todo.unrated)} of {_counted(len(rows), 'skill')}. Not rated is not the "
            "lowest level; --unrated plans as if it were."
        )
    if todo.assumed or todo.assumed_prerequisites:
        lowest = next(iter(level_labels(profile.framework).values()))
        names = [*(row.label for row in todo.assumed), *todo.assumed_prerequisites]
        yield f"Assumed: {lowest} in what is not rated, which is {', '.join(names)}."
    if todo.unrated_prerequisites:
        yield f"Prerequisites that are not rated, and were taken for met: {', '.join(todo.unrated_prerequisites)}."
    for status in ("not-applicable", "other-scale"):
        names = [row.label for row in rows if row.status == SPOKEN[status]]
        if names:
            yield f"Left out, since {SPOKEN[status]}: {', '.join(names)}."
    if todo.elsewhere:
        yield f"Left out, since resources are not described on their scale: {', '.join(todo.elsewhere)}."


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"
