"""The choice of resources: compared with trying out everything, walked along by a learner, and with its bounds."""

import importlib
import sys
from collections.abc import Iterable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsetk_ld.analysis.cover import Problem, Selection, smallest
from rsetk_ld.analysis.cover.greedy import choose

Draw = st.DrawFn


@st.composite
def problems(draw: Draw, budget: bool = False, members: int = 5) -> Problem:
    """Small problems, in which steps come in any acyclic order and nobody serves some of them."""
    steps = draw(st.integers(1, 6))
    every = st.sets(st.integers(0, steps - 1), max_size=4)
    serves = draw(st.lists(every, max_size=members))
    return Problem.of(
        serves,
        [draw(st.sets(st.integers(0, at - 1), max_size=2)) if at else set() for at in range(steps)],
        draw(st.lists(st.integers(0, 2), min_size=steps, max_size=steps)),
        draw(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 5)), min_size=len(serves), max_size=len(serves))),
        draw(st.integers(1, 4)) if budget else None,
    )  # fmt: skip


def learnt(problem: Problem, order: Iterable[int]) -> set[int]:
    """Return which steps that can be served somebody has closed after an order. Independent of the code under test."""
    done: set[int] = set()
    served = set().union(*problem.serves)
    for member in order:
        while True:
            now = {
                step
                for step, before in enumerate(problem.before)
                if step not in done
                and before <= done
                and (step in problem.serves[member] or step not in served)
            }
            if not now:
                break
            done |= now
    return done & served


def worth(problem: Problem, order: tuple[int, ...]) -> tuple[object, ...]:
    """Return a key that is smaller for a better order: more closed, tier by tier; fewer members; smaller costs."""
    closed = learnt(problem, order)
    tiers = tuple(-sum(problem.tiers[step] == tier for step in closed) for tier in range(3))
    costs = tuple(sum(problem.costs[member][place] for member in order) for place in range(2))
    return tiers, len(order), costs


def best(problem: Problem) -> tuple[object, ...]:
    """Return the worth of the best order, found by trying out every one."""
    members = range(len(problem.serves))
    limit = len(members) if problem.budget is None else min(problem.budget, len(members))
    return min(worth(problem, order) for size in range(limit + 1) for order in permutations(members, size))


def order_of(found: Selection) -> tuple[int, ...]:
    return tuple(stop.member for stop in found.path)


def check_path(problem: Problem, found: Selection) -> None:
    """The path is what it says: each stop closes what it claims, on the way from nothing to all of it."""
    order = order_of(found)
    assert len(set(order)) == len(order)
    so_far: set[int] = set()
    for at, stop in enumerate(found.path):
        assert stop.closes
        assert set(stop.closes) <= problem.serves[stop.member]
        assert so_far | set(stop.closes) == learnt(problem, order[: at + 1])
        so_far |= set(stop.closes)
    assert problem.budget is None or len(order) <= problem.budget


@pytest.fixture(scope="module")
def solve() -> object:
    pytest.importorskip("highspy")
    return importlib.import_module("rsetk_ld.analysis.cover.highs").solve


@given(problem=problems() | problems(budget=True))
def test_the_solver_finds_the_best(solve: object, problem: Problem) -> None:
    found = solve(problem, 60)
    check_path(problem, found)
    assert found.exact
    assert worth(problem, order_of(found)) == best(problem)
    assert found == solve(problem, 60)


@given(problem=problems() | problems(budget=True))
def test_the_greedy_choice_keeps_its_bounds(problem: Problem) -> None:
    found = choose(problem)
    check_path(problem, found)
    tiers, number, _ = best(problem)
    mine = worth(problem, order_of(found))
    assert mine[:2] >= (tiers, number)
    assert found.at_least <= number
    assert found.at_least <= len(found.path) or mine[0] != tiers
    assert -tiers[0] <= found.at_most[0]
    if found.exact:
        assert mine[:2] == (tiers, number)
    assert found == choose(problem)


@given(problem=problems() | problems(budget=True))
def test_without_time_there_is_an_answer_and_no_false_claim(solve: object, problem: Problem) -> None:
    found = solve(problem, 0)
    check_path(problem, found)
    assert worth(problem, order_of(found))[:2] >= best(problem)[:2]
    assert found.at_least <= best(problem)[1]
    if found.exact:
        assert worth(problem, order_of(found))[:2] == best(problem)[:2]


# ---------------------------------------------------------------- by hand

TWO_SKILLS = [[], [0], [], [2]]
"""Steps 0 and 1 are of one skill, 2 and 3 of another."""


def test_two_resources_that_wait_for_each_other(solve: object) -> None:
    """The first two serve all steps, but each would have to come before the other."""
    problem = Problem.of([{0, 3}, {1, 2}, {0}], TWO_SKILLS)
    found = solve(problem, 60)
    assert [(stop.member, stop.closes) for stop in found.path] == [(2, (0,)), (1, (1, 2)), (0, (3,))]
    assert (found.exact, found.at_least) == (True, 3)
    assert len(choose(problem).path) == 3


def test_where_no_order_closes_everything_as_much_as_possible_is_closed(solve: object) -> None:
    problem = Problem.of([{0, 3}, {1, 2}], TWO_SKILLS)
    for found in (solve(problem, 60), choose(problem)):
        assert sum(len(stop.closes) for stop in found.path) == 3
    assert solve(problem, 60).exact


def test_three_that_wait_in_a_circle(solve: object) -> None:
    before = [[], [0], [], [2], [], [4]]
    problem = Problem.of([{0, 3}, {2, 5}, {4, 1}, {0}, {2}, {4}], before)
    found = solve(problem, 60)
    assert (len(found.path), found.exact) == (4, True)
    assert learnt(problem, order_of(found)) == set(range(6))


def test_a_resource_waits_until_it_serves_all_that_only_it_serves() -> None:
    """Taken at once it would be lost for the last step."""
    problem = Problem.of([{0, 2}, {1, 0}], [[], [0], [1]])
    assert order_of(choose(problem)) == (1, 0)


def test_a_step_that_nobody_serves_does_not_stand_in_the_way() -> None:
    problem = Problem.of([{2}, {0}], [[], [0], [1]])
    assert order_of(smallest(problem, 60)) == (1, 0)


def test_what_matters_most_comes_first() -> None:
    problem = Problem.of([{0}, {1}, {2}], [[], [], [0]], tiers=[2, 1, 0])
    assert order_of(smallest(problem, 60)) == (0, 2, 1)


def test_the_budget_goes_to_what_matters_most(solve: object) -> None:
    problem = Problem.of([{0, 1, 2}, {3}], [[], [], [], []], tiers=[1, 1, 1, 0], budget=1)
    for found in (solve(problem, 60), choose(problem)):
        assert order_of(found) == (1,)


def test_ties_are_broken_by_costs_in_turn() -> None:
    problem = Problem.of([{0}, {0}, {0}], [[]], costs=[(1, 0), (0, 2), (0, 1)])
    assert order_of(smallest(problem, 60)) == (2,)


@pytest.mark.parametrize("budget", [None, 2])
def test_nothing_to_do(budget: int | None) -> None:
    for problem in (Problem.of([], [], budget=budget), Problem.of([set()], [[]], budget=budget)):
        found = smallest(problem, 60)
        assert (found.path, found.exact, found.at_least) == ((), True, 0)
        assert choose(problem).exact


def test_a_bound_that_is_not_reached() -> None:
    """Three of any two of three steps: each pair of steps shares a member, and two members are needed."""
    problem = Problem.of([{0, 1}, {1, 2}, {0, 2}], [[], [], []])
    found = choose(problem)
    assert (len(found.path), found.at_least, found.exact) == (2, 2, True)


def test_without_the_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    assert smallest(Problem.of([{0}], [[]]), 60).solver == "greedy"


@given(problem=problems(members=4))
def test_costs_do_not_change_the_number(problem: Problem) -> None:
    plain = Problem.of(problem.serves, problem.before, problem.tiers)
    found, other = smallest(problem, 60), smallest(plain, 60)
    if found.exact and other.exact:
        assert len(found.path) == len(other.path)
