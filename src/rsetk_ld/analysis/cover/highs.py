"""The best selection, proven by HiGHS (https://highs.dev), a solver of mixed-integer programs.

Variables, all 0 or 1: x[m] says that member m is taken, y[m, s] that it closes step s, z[s] that step s is closed.

    y[m, s] <= x[m]      sum over m of y[m, s] = z[s]      z[s] <= z[p] for each step p that comes right before s

Without a budget every z is 1 and the sum of x is made smallest. With one, the sum of x is limited, and the sums of z
are made largest, tier by tier, before the sum of x is made smallest. Costs break ties afterwards. What an earlier
stage has reached is a constraint for the later ones.

That some order works is required lazily. Member m comes before member n where n closes a step right after one that m
closes. If these relations run in a circle, one row forbids just the y that make it up, and the solver runs again. The
rows hold for every selection that has an order, so no solution is lost, and each bound of the solver stays a bound.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, isfinite
from time import monotonic

import highspy

from rsetk_ld.analysis.cover.greedy import choose, most
from rsetk_ld.analysis.cover.problem import Problem, Selection, Stop, closed_by

NAME = "HiGHS"
CLOSE = 1e-6
OPTIONS: dict[str, int | float | str] = {
    "threads": 1,  # the same answer on every machine
    "parallel": "off",
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": CLOSE,
}

Part = tuple[int, int]
"""A member and a step that it closes."""
Row = Mapping[int, float]
"""Coefficients by variable."""


@dataclass(frozen=True)
class Outcome:
    """What became of one stage: the parts found, if any; whether they are proven best; a bound; whether none exist.

    The sum of costs, which are whole numbers, is at least the bound.
    """

    parts: tuple[Part, ...] | None
    exact: bool
    bound: int
    impossible: bool = False


def solve(problem: Problem, seconds: float) -> Selection:
    """Return the best selection, or the best that was found within the time, with bounds.

    >>> found = solve(Problem.of([{0, 3}, {1, 2}, {1}, {2}], before=[[], [0], [], [2]]), seconds=5)
    >>> [(stop.member, stop.closes) for stop in found.path], found.exact
    ([(1, (2,)), (0, (0, 3)), (2, (1,))], True)
    """
    start = choose(problem)
    if not problem.coverable:
        return Selection((), True, 0, most(problem), NAME)
    model = _Model(problem, monotonic() + seconds)
    if problem.budget is None:
        first = model.everything()
        if not first.impossible:
            return _finished(problem, model, first, start, most(problem))
    return _tier_by_tier(problem, model, start)


def _tier_by_tier(problem: Problem, model: "_Model", start: Selection) -> Selection:
    """Close as much as possible, what matters most first; then with as few members as possible."""
    at_most = list(most(problem))
    found: tuple[Part, ...] | None = None
    for tier in range(len(at_most)):
        stage = model.best({model.z[s]: -1.0 for s in problem.coverable if problem.tiers[s] == tier})
        found = stage.parts or found
        at_most[tier] = min(at_most[tier], -stage.bound)
        if not stage.exact:
            return _selection(problem, found, start, start.at_least, tuple(at_most))
    return _finished(problem, model, model.best(model.number), start, tuple(at_most), found)


def _finished(
    problem: Problem,
    model: "_Model",
    fewest: Outcome,
    start: Selection,
    at_most: tuple[int, ...],
    before: tuple[Part, ...] | None = None,
) -> Selection:
    """Return the selection of the fewest members, with ties broken where that was proven."""
    found = fewest.parts or before
    if fewest.exact:
        for place in range(len(problem.costs[0])):
            stage = model.best({model.x[m]: float(cost[place]) for m, cost in enumerate(problem.costs)})
            found = stage.parts or found
            if not stage.exact:
                break
    return _selection(problem, found, start, max(start.at_least, fewest.bound), at_most)


def _selection(
    problem: Problem,
    parts: tuple[Part, ...] | None,
    start: Selection,
    at_least: int,
    at_most: tuple[int, ...],
) -> Selection:
    """Return the selection of the parts, which is exact where, walked along, it reaches its bounds."""
    path = _better(problem, parts, start)
    exact = len(path) <= at_least and problem.count(closed_by(path)) == at_most
    return Selection(path, exact, at_least, at_most, NAME)


def _better(problem: Problem, parts: tuple[Part, ...] | None, start: Selection) -> tuple[Stop, ...]:
    """Return the path of the parts, or the greedy one where that is better or the only one."""
    if parts is None:
        return start.path
    path = problem.sorted_path(problem.walk(_order(_arrows(problem, parts))))

    def worth(each: tuple[Stop, ...]) -> tuple[tuple[int, ...], int]:
        return problem.count(closed_by(each)), -len(each)

    return path if worth(path) >= worth(start.path) else start.path


class _Quiet(highspy.Highs):
    """The solver, silent from the start: 1.16 prints a banner to standard output as soon as callbacks are set."""

    def enableCallbacks(self) -> None:  # noqa: N802
        self.silent()


class _Model:
    """The program, which gets one row after the other as stages are reached and circles forbidden."""

    def __init__(self, problem: Problem, deadline: float) -> None:
        self.problem = problem
        self.deadline = deadline
        self.highs = _Quiet()  # type: ignore[no-untyped-call]
        for name, value in OPTIONS.items():
            self.highs.setOptionValue(name, value)
        self._columns = 0
        self.x = [self._column() for _ in problem.serves]
        self.y = {(m, s): self._column() for m, steps in enumerate(problem.serves) for s in sorted(steps)}
        self.z = {s: self._column() for s in problem.coverable}
        self.number = dict.fromkeys(self.x, 1.0)
        for (m, _), y in self.y.items():
            self._row({y: 1.0, self.x[m]: -1.0}, high=0.0)
        for s, z in self.z.items():
            self._row({z: -1.0, **{self.y[m, s]: 1.0 for m in problem.members_of[s]}}, 0.0, 0.0)
            for need in sorted(problem.needs[s]):
                self._row({z: 1.0, self.z[need]: -1.0}, high=0.0)
        if problem.budget is not None:
            self._row(self.number, high=float(problem.budget))

    def _column(self) -> int:
        self.highs.addBinary()
        self._columns += 1
        return self._columns - 1

    def _row(self, row: Row, low: float = -highspy.kHighsInf, high: float = highspy.kHighsInf) -> None:
        self.highs.addRow(low, high, len(row), list(row), list(row.values()))

    def everything(self) -> Outcome:
        """Close every step with as few members as possible; the steps are free again where that is impossible."""
        columns = list(self.z.values())
        for z in columns:
            self.highs.changeColBounds(z, 1.0, 1.0)
        found = self.best(self.number)
        if found.impossible:
            for z in columns:
                self.highs.changeColBounds(z, 0.0, 1.0)
        return found

    def best(self, costs: Row) -> Outcome:
        """Return the parts with the smallest sum of costs for which there is an order, and keep to that sum."""
        every = range(self._columns)
        self.highs.changeColsCost(self._columns, list(every), [costs.get(each, 0.0) for each in every])
        bound = -len(self.z)  # no more steps can be closed, and no other costs are below 0
        while (left := self.deadline - monotonic()) > 0:
            self.highs.setOptionValue("time_limit", left)
            self.highs.run()
            status = self.highs.getModelStatus()
            if status == highspy.HighsModelStatus.kInfeasible:
                return Outcome(None, exact=False, bound=bound, impossible=True)
            info = self.highs.getInfo()
            if isfinite(info.mip_dual_bound):
                bound = max(bound, ceil(info.mip_dual_bound - CLOSE))
            feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
            parts = self._parts() if feasible else None
            circles = _circles(_arrows(self.problem, parts)) if parts else []
            if status != highspy.HighsModelStatus.kOptimal:
                return Outcome(None if circles else parts, exact=False, bound=bound)
            if not circles:
                self._row(costs, high=float(round(info.objective_function_value)))
                return Outcome(parts, exact=True, bound=bound)
            for circle in circles:
                self._row({self.y[part]: 1.0 for part in circle}, high=len(circle) - 1.0)
        return Outcome(None, exact=False, bound=bound)

    def _parts(self) -> tuple[Part, ...]:
        values = self.highs.getSolution().col_value
        return tuple(part for part, column in self.y.items() if values[column] > 1 / 2)


# ---------------------------------------------------------------- what comes before what

Arrows = dict[int, dict[int, frozenset[Part]]]
"""For each member those that come after it, each with the two parts that make it so."""


def _arrows(problem: Problem, parts: Iterable[Part]) -> Arrows:
    closer = {step: member for member, step in parts}
    arrows: Arrows = {member: {} for member in sorted(closer.values())}
    for step, member in sorted(closer.items()):
        for need in sorted(problem.needs[step]):
            if closer[need] != member:
                arrows[closer[need]].setdefault(member, frozenset({(closer[need], need), (member, step)}))
    return arrows


def _circles(arrows: Arrows) -> list[frozenset[Part]]:
    """Return for each member that is in a circle the parts that make up a shortest one."""
    found: dict[frozenset[Part], None] = {}
    for start in arrows:
        ways: dict[int, tuple[int, ...]] = {start: (start,)}
        queue = [start]
        while queue:
            here = queue.pop(0)
            if start in arrows[here]:
                way = (*ways[here], start)
                found[frozenset().union(*(arrows[m][n] for m, n in pairwise(way)))] = None
                break
            for after in arrows[here]:
                if after not in ways:
                    ways[after] = (*ways[here], after)
                    queue.append(after)
    return list(found)


def _order(arrows: Arrows) -> list[int]:
    """Return the members so that each comes before those that come after it."""
    order: list[int] = []
    while len(order) < len(arrows):
        waiting = {after for member in arrows if member not in order for after in arrows[member]}
        order.append(min(member for member in arrows if member not in order and member not in waiting))
    return order
