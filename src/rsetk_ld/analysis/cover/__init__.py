"""The smallest set of things that covers a set of steps and can be put in order: sets and numbers in, a path out.

Nothing here knows what a step or a resource is. With `highspy`, which is the extra `plan`, the answer is proven by the
solver HiGHS; without it a greedy choice is made, and how far it can be from the best is stated.
"""

from importlib.util import find_spec

from rsetk_ld.analysis.cover.greedy import NAME as GREEDY
from rsetk_ld.analysis.cover.greedy import choose
from rsetk_ld.analysis.cover.problem import Problem, Selection, Stop, closed_by

__all__ = ["GREEDY", "Problem", "Selection", "Stop", "closed_by", "smallest"]


def smallest(problem: Problem, seconds: float) -> Selection:
    """Return the best selection that can be found, by the solver where it is installed.

    `seconds` limits the time of the solver; the greedy choice takes none to speak of.

    >>> found = smallest(Problem.of([{0}, {1}, {0, 1}], before=[[], [0]]), seconds=5)
    >>> [stop.member for stop in found.path]
    [2]
    """
    if not installed():
        return choose(problem)
    from rsetk_ld.analysis.cover.highs import solve

    return solve(problem, seconds)


def installed() -> bool:
    """Say whether the solver is there."""
    return find_spec("highspy") is not None
