"""What may leave a group: counts of people with the small ones withheld, so that they cannot be computed either.

The idea is complementary cell suppression from statistical disclosure control (Handbook on Statistical Disclosure
Control, chapter 5, https://sdctools.github.io/HandbookSDC/05-frequency-tables.html); the rule is our own, because a row
here has one known total, and whoever reads it knows the rule.

**The rule.** A row counts each member of a group once: its categories add up to the size of the group, which is
known. If no category describes between 1 and `minimum` - 1 people, the row is shown as it is. Else every count up to a
bound is withheld, zeros too. The bound is the lowest one, `minimum` - 1 or higher, for which the withheld counts
describe at least `minimum` people together and are not all equal. If there is none, the whole row is withheld.

**Why nothing withheld can be computed.** Take a row with something withheld, and exchange two withheld counts. The rule
looks at the counts and not at their places, and withholds equal counts together, so the new row is published exactly as
the old one. As not all withheld counts are equal, each category can have at least two values, and so can each sum over
some, but not all, of the withheld categories. The sum over all of them is known, and is at least `minimum`. There
remains the row that is withheld as a whole because all its counts are equal; it looks the same as one with 1 person in
any one category, all others in any second one, and 0 in the rest, which is withheld as a whole, too.

**Which categories** a row has depends on public numbers alone: on the size of the group, the minimum and the number
of levels (see `tells_levels_apart`), and on what was asked. So there is one row for each skill, and rows of different
skills share no count but the size of the group. Everything else in a report is computed from what the rows show, and so
can tell nothing more.

What is not hidden: that a withheld row has a small count, the range in which it lies, and that a whole group is the
same in some respect, where a count is as large as the group.
"""

from collections.abc import Iterable, Sequence

from rsetk_ld.errors import UsageError

DEFAULT_MINIMUM = 5
LOWEST_MINIMUM = 3
"""Of two people that a count describes, each would know about the other."""

Count = int | None
"""A number of people; None where it is withheld."""


def published(counts: Sequence[int], minimum: int = DEFAULT_MINIMUM) -> tuple[Count, ...]:
    """Return the counts of a row with those withheld that the rule above withholds.

    >>> published([0, 2, 10, 20, 15, 3], minimum=5)
    (None, None, 10, 20, 15, None)
    >>> published([0, 1, 6, 8], minimum=5)
    (None, None, None, 8)
    >>> published([0, 0, 7, 8], minimum=5)
    (0, 0, 7, 8)
    """
    if not any(is_small(count, minimum) for count in counts):
        return tuple(counts)
    for bound in sorted({minimum - 1, *(count for count in counts if count >= minimum)}):
        withheld = [count for count in counts if count <= bound]
        if sum(withheld) >= minimum and len(set(withheld)) > 1:
            return tuple(None if count <= bound else count for count in counts)
    return (None,) * len(counts)


def is_small(count: int, minimum: int) -> bool:
    """Say whether a count describes somebody, but fewer people than the minimum."""
    return 0 < count < minimum


def total(counts: Iterable[Count]) -> Count:
    """Return the sum of counts, which is withheld if any of them is.

    >>> total([3, 4]), total([3, None])
    (7, None)
    """
    known = list(counts)
    return None if None in known else sum(count for count in known if count is not None)


def tells_levels_apart(size: int, levels: int, minimum: int) -> bool:
    """Say whether a group is large enough for counts by level: with an average of the minimum a level.

    Below that nearly everything would be withheld. Then three categories stand in their place: at a certain level or
    above it, below it, and without a level to compare.
    """
    return size >= levels * minimum


def check_group(size: int, minimum: int) -> None:
    """Raise `UsageError` where a report on a group must not leave it at all."""
    if minimum < LOWEST_MINIMUM:
        raise UsageError(
            f"a minimum group size of {minimum} protects nobody; give {LOWEST_MINIMUM} or more, "
            "since of two people each knows about the other"
        )
    if size < minimum:
        raise UsageError(
            f"a report on fewer than {minimum} people is not for sharing; leave out --shareable for your own use, "
            "or give more profiles"
        )
