"""What is to be covered by what, what comes before what, and what it means to go along a path.

Steps and members are numbers, counted from 0. A member is met once on a path. It then closes those of its steps that
are ready: every step before them is closed, by an earlier member or by this one. A step that no member serves does not
stand in the way: it counts as closed by other means once the steps before it are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Stop:
    """A member on a path, and the steps that it closes there."""

    member: int
    closes: tuple[int, ...]


@dataclass(frozen=True)
class Selection:
    """A path, and how good it is.

    `exact` says that it is proven best. `at_least` is a number of members below which nothing closes as many steps as
    can be closed. `at_most` is a number of steps for each tier: no path within the budget closes more in the first
    tier, and none that closes as much there as this one more in the second, and so on.
    """

    path: tuple[Stop, ...]
    exact: bool
    at_least: int
    at_most: tuple[int, ...]
    solver: str


@dataclass(frozen=True)
class Problem:
    """Which steps each member serves, which steps come before each step, and what is preferred.

    `tiers` holds for each step how much it matters, 0 most; that counts where not everything can be closed. `costs`
    decides between equally good selections: the lower sum of the first numbers, then of the second, and so on.
    Nothing may come before itself.
    """

    serves: tuple[frozenset[int], ...]
    before: tuple[frozenset[int], ...]
    tiers: tuple[int, ...]
    costs: tuple[tuple[int, ...], ...]
    budget: int | None = None

    @classmethod
    def of(
        cls,
        serves: Iterable[Iterable[int]],
        before: Iterable[Iterable[int]],
        tiers: Iterable[int] = (),
        costs: Iterable[Iterable[int]] = (),
        budget: int | None = None,
    ) -> "Problem":
        """Return a problem from plain collections; by default all steps matter alike and members cost nothing."""
        members = tuple(frozenset(each) for each in serves)
        steps = tuple(frozenset(each) for each in before)
        return cls(
            members,
            steps,
            tuple(tiers) or (0,) * len(steps),
            tuple(tuple(each) for each in costs) or ((),) * len(members),
            budget,
        )

    @cached_property
    def members_of(self) -> tuple[tuple[int, ...], ...]:
        """For each step the members that serve it."""
        found: list[list[int]] = [[] for _ in self.before]
        for member, steps in enumerate(self.serves):
            for step in steps:
                found[step].append(member)
        return tuple(map(tuple, found))

    @cached_property
    def coverable(self) -> tuple[int, ...]:
        """The steps that some member serves."""
        return tuple(step for step, members in enumerate(self.members_of) if members)

    @cached_property
    def needs(self) -> tuple[frozenset[int], ...]:
        """For each step the coverable steps right before it, seen through those that no member serves.

        >>> Problem.of([{0, 2}], before=[[], [0], [1]]).needs[2]
        frozenset({0})
        """
        found: dict[int, frozenset[int]] = {}

        def look(step: int) -> frozenset[int]:
            if step not in found:
                parts = (
                    frozenset([each]) if self.members_of[each] else look(each) for each in self.before[step]
                )
                found[step] = frozenset[int]().union(*parts)
            return found[step]

        return tuple(look(step) for step in range(len(self.before)))

    def ready(self, member: int, closed: set[int]) -> tuple[int, ...]:
        """Return the steps that a member closes for somebody who has closed some already, in an order that works."""
        gained: list[int] = []
        left = sorted(self.serves[member] - closed)
        while now := [step for step in left if self.needs[step] <= closed.union(gained)]:
            gained += now
            left = [step for step in left if step not in now]
        return tuple(gained)

    def walk(self, order: Iterable[int]) -> tuple[Stop, ...]:
        """Return the path through members in an order, without those that close nothing.

        >>> Problem.of([{1}, {0, 1}, {1}], before=[[], [0]]).walk([0, 1, 2])
        (Stop(member=1, closes=(0, 1)),)
        """
        closed: set[int] = set()
        path = []
        for member in order:
            gained = self.ready(member, closed)
            if gained:
                path.append(Stop(member, gained))
                closed.update(gained)
        return tuple(path)

    def count(self, steps: Iterable[int]) -> tuple[int, ...]:
        """Return how many steps of each tier there are among some."""
        given = list(steps)
        return tuple(
            sum(self.tiers[step] == tier for step in given) for tier in range(max(self.tiers, default=0) + 1)
        )

    def sorted_path(self, path: Sequence[Stop]) -> tuple[Stop, ...]:
        """Return the same members in the order that is best shown: what matters most first, then by step.

        A member that others wait for is as urgent as they are.
        """
        where = {step: at for at, stop in enumerate(path) for step in stop.closes}
        waits = [
            {where[need] for step in stop.closes for need in self.needs[step]} - {at}
            for at, stop in enumerate(path)
        ]
        urgency = [min((self.tiers[step], step) for step in stop.closes) for stop in path]
        for at in reversed(range(len(path))):  # whoever waits comes later on the path
            for earlier in waits[at]:
                urgency[earlier] = min(urgency[earlier], urgency[at])
        order: list[int] = []
        while len(order) < len(path):
            free = (at for at in range(len(path)) if at not in order and waits[at] <= set(order))
            order.append(min(free, key=lambda at: (urgency[at], path[at].closes)))
        return self.walk(path[at].member for at in order)


def closed_by(path: Iterable[Stop]) -> Iterator[int]:
    """Yield the steps that a path closes."""
    for stop in path:
        yield from stop.closes
