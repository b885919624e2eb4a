"""A greedy choice, and bounds on how far it can be from the best.

It takes whatever closes most that matters, again and again, for somebody who walks the path, so the order always works.
Then it drops what the rest makes superfluous.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil

from rsetk_ld.analysis.cover.problem import Problem, Selection, Stop, closed_by

NAME = "greedy"


def choose(problem: Problem) -> Selection:
    """Return a good selection with bounds; it is `exact` where it reaches them.

    >>> found = choose(Problem.of([{0, 1}, {2, 3}, {0, 2}, {1}], before=[[], [], [], []]))
    >>> len(found.path), found.at_least, found.exact
    (2, 2, True)
    """
    path = problem.sorted_path(_without_idle(problem, _walked(problem)))
    closed = set(closed_by(path))
    at_least = fewest(problem, closed)
    at_most = most(problem)
    exact = len(path) == at_least and problem.count(closed) == at_most
    return Selection(path, exact, at_least, at_most, NAME)


def _walked(problem: Problem) -> list[int]:
    """Return members in order. Where a step is left over because all that serve it came too early, one of these waits.

    A member that waits for a step is not taken before the step is ready.
    """
    waits: dict[int, set[int]] = {}
    best: list[int] = []
    reached: tuple[int, ...] = ()
    while True:
        order = _once(problem, waits)
        closed = set(closed_by(problem.walk(order)))
        if problem.count(closed) > reached:
            best, reached = order, problem.count(closed)
        late = next(
            (
                (member, step)
                for step in problem.coverable
                if step not in closed and problem.needs[step] <= closed
                for member in problem.members_of[step]
                if member in order and step not in waits.get(member, ())
            ),
            None,
        )
        if late is None:
            return best
        waits.setdefault(late[0], set()).add(late[1])


def _once(problem: Problem, waits: dict[int, set[int]]) -> list[int]:
    order: list[int] = []
    closed: set[int] = set()
    limit = len(problem.serves) if problem.budget is None else problem.budget
    while len(order) < limit:
        gains = {
            member: gained
            for member in range(len(problem.serves))
            if member not in order
            and (gained := problem.ready(member, closed))
            and waits.get(member, set()) <= set(gained) | closed
        }
        if not gains:
            break
        best = min(
            gains,
            key=lambda member: (
                [-number for number in problem.count(gains[member])],
                problem.costs[member],
                member,
            ),
        )
        order.append(best)
        closed.update(gains[best])
    return order


def _without_idle(problem: Problem, order: list[int]) -> tuple[Stop, ...]:
    """Return the path without members whose steps the others close as well, the last ones looked at first."""
    path = problem.walk(order)
    for stop in reversed(path):
        rest = problem.walk(each.member for each in path if each != stop)
        if set(closed_by(rest)) >= set(closed_by(path)):
            path = rest
    return path


# ---------------------------------------------------------------- bounds


def fewest(problem: Problem, closed: Iterable[int]) -> int:
    """Return how many members are needed at least by whoever closes what can be closed, where some steps are.

    The best path closes as many steps of the first tier, so it needs enough members to hold them. If all coverable
    steps are closed, that holds for all steps, and two more bounds do: a set of steps of which no member serves two;
    and the sum over all steps of a share, where no member's steps add up to more than one.
    """
    given = set(closed)
    if len(given) < len(problem.coverable):
        return _holding(problem.count(given)[0], [problem.count(steps)[0] for steps in problem.serves])
    shares = sum(
        (
            Fraction(1, max(len(problem.serves[each]) for each in problem.members_of[step]))
            for step in problem.coverable
        ),
        Fraction(0),
    )
    return max(_holding(len(given), [len(steps) for steps in problem.serves]), _apart(problem), ceil(shares))


def _holding(number: int, sizes: list[int]) -> int:
    """Return how many of the largest sizes add up to a number.

    >>> _holding(5, [1, 3, 2])
    2
    """
    largest = sorted(sizes, reverse=True)
    return next(count for count in range(len(largest) + 1) if sum(largest[:count]) >= number)


def _apart(problem: Problem) -> int:
    """Return the size of a set of steps of which no member serves two: each needs a member of its own."""
    taken: set[int] = set()
    number = 0
    for step in sorted(problem.coverable, key=lambda step: (len(problem.members_of[step]), step)):
        if taken.isdisjoint(problem.members_of[step]):
            taken.update(problem.members_of[step])
            number += 1
    return number


def most(problem: Problem) -> tuple[int, ...]:
    """Return how many steps of each tier can be closed at most within the budget."""
    there = problem.count(problem.coverable)
    if problem.budget is None:
        return there
    tallies = [problem.count(steps) for steps in problem.serves]
    return tuple(
        min(number, sum(sorted((tally[tier] for tally in tallies), reverse=True)[: problem.budget]))
        for tier, number in enumerate(there)
    )
