"""What leaves a group: nobody who knows the rule and every number can find out anything about fewer than the minimum.

Three attackers are tried. The first knows the rule, the size of the group and the published row, goes through every
row there can be and keeps those that look the same. The second does the same where levels are not told apart, and asks
about levels. The third takes a whole report as a system of linear equations and solves it exactly.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from analysis.invented import SECRET, SKILLS, Said, gathered, standing, teams, write
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rsetk_ld.analysis.privacy import is_small, published, tells_levels_apart
from rsetk_ld.analysis.shareable import SharedTeam, shareable
from rsetk_ld.cli import main
from rsetk_ld.errors import UsageError
from rsetk_ld.framework import shipped
from rsetk_ld.identifiers import key_of

Row = tuple[int, ...]


def compositions(size: int, categories: int) -> Iterator[Row]:
    """Yield every way to put people into categories."""
    if categories == 1:
        yield (size,)
        return
    for first in range(size + 1):
        for rest in compositions(size - first, categories - 1):
            yield (first, *rest)


def subsets(places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for count in range(1, len(places)):
        yield from combinations(places, count)


def alike(rows: Iterator[Row], shown: Any) -> list[list[Row]]:
    """Return rows in groups that an attacker cannot tell apart."""
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(shown(row), []).append(row)
    return list(groups.values())


def sums(rows: list[Row], places: Sequence[int]) -> set[int]:
    return {sum(row[place] for place in places) for row in rows}


# ---------------------------------------------------------------- one row


@pytest.mark.parametrize("minimum", [3, 4, 5])
@pytest.mark.parametrize("categories", [2, 3, 4, 5])
def test_every_row_of_small_groups(minimum: int, categories: int) -> None:
    for size in range(minimum, 13 if categories < 5 else 11):
        for rows in alike(compositions(size, categories), lambda row: published(row, minimum)):
            shown = published(rows[0], minimum)
            withheld = [place for place, count in enumerate(shown) if count is None]
            assert not any(is_small(count, minimum) for count in shown if count is not None)
            assert not withheld or sum(rows[0][place] for place in withheld) >= minimum
            for places in subsets(withheld):
                assert len(sums(rows, places)) > 1, (shown, places, rows[:3])


ROWS = st.lists(st.integers(0, 12) | st.integers(0, 60), min_size=2, max_size=12)


@given(ROWS, st.integers(3, 10))
@example([2, 2], 3)
@example([2, 2, 2, 9], 5)
@example([4, 4, 4], 5)
@settings(max_examples=300)
def test_rows_of_any_size(row: list[int], minimum: int) -> None:
    """For every sum of withheld counts there is another row that looks the same and has another sum."""
    if sum(row) < minimum:
        return
    shown = published(row, minimum)
    withheld = [place for place, count in enumerate(shown) if count is None]
    assert all(count is None or count == 0 or count >= minimum for count in shown)
    assert all(count is None or count == true for count, true in zip(shown, row, strict=True))
    assert bool(withheld) == any(is_small(count, minimum) for count in row)
    if withheld:
        assert sum(row[place] for place in withheld) >= minimum
    for inside, outside in combinations(withheld, 2):
        others = [_exchanged(row, inside, outside), *_extremes(row, inside, outside, len(withheld))]
        same = [other for other in others if published(other, minimum) == shown]
        assert any(other[inside] != row[inside] for other in same)


def _exchanged(row: list[int], one: int, other: int) -> list[int]:
    made = list(row)
    made[one], made[other] = made[other], made[one]
    return made


def _extremes(row: list[int], one: int, other: int, withheld: int) -> Iterator[list[int]]:
    """Yield the exchanges with any third place, and where all is withheld, one person against all others."""
    for third in range(len(row)):
        yield _exchanged(row, one, third)
    if withheld == len(row):
        for single in (one, other):
            made = [0] * len(row)
            made[single], made[other if single == one else one] = 1, sum(row) - 1
            yield made


def test_naive_suppression_would_fail() -> None:
    """The attacker is able to find something: with small counts alone withheld, subtraction gives them away."""

    def naive(row: Row) -> tuple[int | None, ...]:
        return tuple(None if is_small(count, 5) else count for count in row)

    found = [rows for rows in alike(compositions(9, 3), naive) if None in naive(rows[0])]
    assert any(len(sums(rows, [naive(rows[0]).index(None)])) == 1 for rows in found)


def test_a_bound_on_the_sum_alone_would_fail() -> None:
    """Where 5 is shown, two withheld counts are below 5; with a sum of 8 they are known to be 4 each."""

    def simple(row: Row) -> tuple[int | None, ...]:
        small = [count for count in row if count < 5]
        if not any(small):
            return row
        bound = next(
            (b for b in sorted(row) if sum(c for c in row if c <= b) >= 5 and b >= max(small)), max(row)
        )
        return tuple(None if count <= bound else count for count in row)

    found = [rows for rows in alike(compositions(13, 3), simple) if (4, 4, 5) in rows]
    assert found == [[(4, 4, 5)]]
    assert published((4, 4, 5), 5) == (None, None, None)


# ---------------------------------------------------------------- three categories in the place of levels


@pytest.mark.parametrize("minimum", [3, 4])
@pytest.mark.parametrize("rank", [0, 1, 2])
def test_levels_that_are_not_told_apart(minimum: int, rank: int) -> None:
    """Three levels, unrated, not applicable: from the three published categories no small sum of them follows."""

    def shown(row: Row) -> Any:
        reached = sum(row[rank:3])
        return published([reached, sum(row[:3]) - reached, sum(row[3:])], minimum)

    for size in range(minimum, 9):
        for rows in alike(compositions(size, 5), shown):
            for places in subsets(range(5)):
                known = sums(rows, places)
                assert len(known) > 1 or not is_small(known.pop(), minimum), (shown(rows[0]), places)


# ---------------------------------------------------------------- whole reports


class Equations:
    """A system of linear equations over whole numbers, in echelon form with exact fractions."""

    def __init__(self) -> None:
        self.rows: dict[int, dict[int, Fraction]] = {}

    def add(self, terms: Sequence[int], value: int) -> None:
        row = self._reduced({**{term: Fraction(1) for term in terms}, -1: Fraction(value)})
        lead = max(row, default=-1)
        if lead >= 0:
            self.rows[lead] = {term: factor / row[lead] for term, factor in row.items()}

    def value(self, terms: Sequence[int]) -> int | None:
        """Return the sum of some unknowns where the equations determine it."""
        row = self._reduced({term: Fraction(1) for term in terms})
        left = {term for term in row if term >= 0}
        return None if left else int(-row.get(-1, Fraction(0)))

    def _reduced(self, row: dict[int, Fraction]) -> dict[int, Fraction]:
        row = dict(row)
        for lead in sorted(self.rows, reverse=True):
            factor = row.get(lead)
            if factor:
                for term, other in self.rows[lead].items():
                    row[term] = row.get(term, Fraction(0)) - factor * other
        return {term: factor for term, factor in row.items() if factor}


CATEGORIES = 8
"""Five levels, unrated, not applicable, other scale."""


def equations(report: SharedTeam, skills: Sequence[str]) -> Equations:
    """Return every number of a report as an equation over the people in each category of each skill."""
    system = Equations()
    size = report.facts["size"]
    place = {skill: number * CATEGORIES for number, skill in enumerate(skills)}
    for start in place.values():
        system.add(range(start, start + CATEGORIES), size)

    def told(skill: str, categories: Sequence[int], value: int | None) -> None:
        if value is not None:
            system.add([place[skill] + each for each in categories], value)

    for row in report.table("skills").rows:
        for rank, count in enumerate(row.levels):
            told(row.skill, [rank], count)
        told(row.skill, [5], row.unrated)
        told(row.skill, [6], row.not_applicable)
        told(row.skill, [7], row.other_scale)
        told(row.skill, range(row.at_rank, 5), row.held)
        told(row.skill, range(row.at_rank), row.below)
        told(row.skill, (5, 6, 7), row.without)
    for row in report.table("coverage").rows:
        if row.skill in place:
            told(row.skill, range(row.need_rank, 5), row.held)
    return system


def counted(people: Sequence[Said], skill: str) -> list[int]:
    """Return how many people are in each category, counted without the library."""
    where = [standing(person.get(skill)) for person in people]
    return [where.count(each) for each in (0, 1, 2, 3, 4, "unrated", "not_applicable", "other_scale")]


ROLES = ("rse", "rse-team-lead")


@given(teams(5, 14), st.integers(3, 5), st.sampled_from(ROLES), st.sampled_from(["", "1", "4"]))
def test_no_small_number_follows_from_a_report(people: list[Said], minimum: int, role: str, at: str) -> None:
    _attack(people, minimum, role, at)


@given(teams(15, 40), st.sampled_from(ROLES))
def test_no_small_number_follows_from_a_report_by_level(people: list[Said], role: str) -> None:
    assert _attack(people, 3, role, "").facts["levels_told_apart"]


def _attack(people: list[Said], minimum: int, role: str, at: str) -> SharedTeam:
    with tempfile.TemporaryDirectory() as folder:
        corpus, subjects = gathered(Path(folder), people)
        report = shareable(corpus, subjects, role, at=at, minimum=minimum)
    skills = [
        skill["id"]
        for skill in shipped().entries("Skill")
        if key_of(skill["id"]) in (*SKILLS, "grant-writing")
    ]
    system = equations(report, skills)
    for number, skill in enumerate(skills):
        counts = counted([{**person, "grant-writing": "not-applicable"} for person in people], key_of(skill))
        for places in subsets(range(CATEGORIES)):
            known = system.value([number * CATEGORIES + each for each in places])
            if known is not None:
                assert known == sum(counts[each] for each in places)
                assert not is_small(known, minimum), (key_of(skill), places, counts)
    return report


def test_the_solver_subtracts() -> None:
    system = Equations()
    system.add([0, 1, 2], 9)
    system.add([0, 1], 6)
    assert system.value([2]) == 3
    assert system.value([0]) is None


def test_sums_follow_from_the_rows_alone(tmp_path: Path) -> None:
    """Two groups whose rows look the same have the same report: nothing else of the profiles gets into it."""
    one = [{"programming": 3, "testing": 1}] * 6 + [{"programming": 2, "testing": 4}] * 2
    two = [{"programming": 3, "testing": 4}] * 2 + [{"programming": 3, "testing": 0}] * 4
    two += [{"programming": 1, "testing": 1}] * 1 + [{"programming": 0, "testing": 2}] * 1
    made = [shareable(*gathered(tmp_path / str(n), each), "rse") for n, each in enumerate((one, two))]
    assert made[0].as_dict() == made[1].as_dict()


@pytest.mark.parametrize("said", ["not-applicable", {"target": 2}, {"level": "draft-2023-3"}])
def test_whether_a_skill_is_listed_tells_nothing(tmp_path: Path, said: object) -> None:
    """What one person says of a skill in which nobody has a level does not show in a small group."""
    people: list[Said] = [{"programming": 3}] * 8
    other: list[Said] = [{"programming": 3, "statistics": said}, *people[1:]]
    made = [shareable(*gathered(tmp_path / str(n), each)) for n, each in enumerate((people, other))]
    assert made[0].as_dict() == made[1].as_dict()


# ---------------------------------------------------------------- what is printed

PEOPLE = ("held", "below", "without", "unrated", "not_applicable", "other_scale", "levels")


@given(teams(5, 30), st.sampled_from([3, 5]), st.booleans())
def test_what_is_printed(people: list[Said], minimum: int, with_role: bool) -> None:
    if len(people) < minimum:
        return
    role = ["--role", "rse"] if with_role else []
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), people)
        command = ["team", folder, "--shareable", "--minimum", str(minimum), *role]
        texts = {
            format_: CliRunner().invoke(main, [*command, "--format", format_])
            for format_ in ("text", "json", "csv", "markdown")
        }
        secrets = (SECRET.lower(), folder.lower(), "orcid.org", "people.example", "number1", "-file-")
    for result in texts.values():
        assert result.exit_code == 0, result.output
        assert not [secret for secret in secrets if secret in result.output.lower()]
    data = json.loads(texts["json"].output)
    assert data["size"] == len(people) >= minimum
    for name in ("skills", "coverage") if with_role else ("skills",):
        for row in data[name]:
            counts = [row.get(key) for key in PEOPLE if key != "levels"] + row.get("levels", [])
            assert not [count for count in counts if count is not None and is_small(count, minimum)]


def test_medians_only_where_nothing_is_withheld(tmp_path: Path) -> None:
    people: list[Said] = [{"programming": 3, "testing": 3 if number < 20 else 1} for number in range(25)]
    people.append({"programming": 1, "testing": 3})
    report = shareable(*gathered(tmp_path, people))
    rows = {key_of(row.skill): row for row in report.table("skills").rows}
    assert report.facts["levels_told_apart"]
    assert (rows["testing"].minimum_rank, rows["testing"].median_rank, rows["testing"].maximum_rank) == (
        1,
        3,
        3,
    )
    assert rows["testing"].withheld == 0
    assert "programming" not in rows or rows["programming"].median_rank is None


def test_too_few_people(tmp_path: Path) -> None:
    corpus, subjects = gathered(tmp_path, [{"testing": 3}] * 4)
    with pytest.raises(UsageError, match="fewer than 5 people is not for sharing"):
        shareable(corpus, subjects)
    with pytest.raises(UsageError, match="protects nobody"):
        shareable(corpus, subjects, minimum=2)
    assert shareable(corpus, subjects, minimum=4).facts["size"] == 4


def test_levels_are_told_apart_by_size_alone() -> None:
    assert tells_levels_apart(25, 5, 5)
    assert not tells_levels_apart(24, 5, 5)
