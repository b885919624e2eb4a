"""Two profiles side by side, and one person in time."""

import tempfile
from pathlib import Path

import pytest
from analysis.bakery import BAKERY, FOLDER, Said, given, profile, rank_of, sayings
from hypothesis import given as generated

from rsetk_ld.analysis import Corpus
from rsetk_ld.analysis.compare import Comparison, compare
from rsetk_ld.analysis.history import history
from rsetk_ld.errors import UsageError
from rsetk_ld.identifiers import key_of


def compared(first: Said, second: Said, names: tuple[str, str]) -> Comparison:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(BAKERY)
        subjects = [
            given(corpus, Path(folder), profile(said, name), f"{number}.yaml")
            for number, (said, name) in enumerate(zip((first, second), names, strict=True))
        ]
        return compare(corpus, *subjects)


@generated(sayings(), sayings())
def test_changes_are_what_plain_python_finds(first: Said, second: Said) -> None:
    rows = compared(first, second, ("ida", "ida")).table("skills").rows
    found = {key_of(row.skill): (row.difference, row.change) for row in rows}
    for key in first.keys() | second.keys():
        one, two = rank_of(first, key), rank_of(second, key)
        if one is None and two is None:
            assert key not in found
        elif one is None or two is None:
            assert found[key] == (None, "new" if one is None else "gone")
        elif isinstance(one, int) and isinstance(two, int):
            word = "same" if one == two else "rose" if one < two else "fell"
            assert found[key] == (two - one, word)
        elif one == two == "not-applicable":
            assert found[key] == (None, "same")
        elif "not-applicable" in (one, two) or one != two:
            assert found[key] == (None, "not comparable")
        else:  # both on the other scale
            assert found[key][0] is not None


@generated(sayings(), sayings())
def test_the_other_way_round_turns_the_sign(first: Said, second: Said) -> None:
    there = compared(first, second, ("ida", "omar")).table("skills").rows
    back = compared(second, first, ("ida", "omar")).table("skills").rows
    assert {(row.skill, row.difference) for row in there} == {
        (row.skill, -row.difference if row.difference is not None else None) for row in back
    }


def test_two_people_are_told_otherwise_than_one() -> None:
    assert (
        compared({"baking": 1}, {"baking": 2}, ("ida", "omar")).table("skills").rows[0].change
        == "second higher"
    )
    assert compared({"baking": 1}, {"baking": 2}, ("ida", "ida")).table("skills").rows[0].change == "rose"


# ---------------------------------------------------------------- history


def test_a_history_is_in_the_order_of_time_whatever_the_order_of_files() -> None:
    corpus = Corpus(BAKERY)
    subjects = [corpus.add(FOLDER / "profiles" / f"ida-{year}.yaml") for year in (2026, 2025)]
    found = history(corpus, subjects)
    trends = {key_of(row.skill): (row.first, row.last, row.change) for row in found.table("trends").rows}
    assert trends["kneading"] == ("Apprentice", "Baker", 1)
    assert trends["baking"] == ("Apprentice", "Nothing", -1)
    assert trends["accounts"] == ("not applicable", "not applicable", None)
    assert "serving" not in trends


def test_the_same_statement_in_two_files_is_one(tmp_path: Path) -> None:
    corpus = Corpus(BAKERY)
    first = given(corpus, tmp_path, profile({"baking": 1}), "a.yaml")
    second = given(corpus, tmp_path, profile({"baking": 1, "serving": 1}), "b.yaml")
    rows = {key_of(row.skill): row.ratings for row in history(corpus, [first, second]).table("trends").rows}
    assert rows == {"baking": 1, "serving": 1}


def test_a_rating_without_a_date_takes_that_of_the_profile_or_is_left_out(tmp_path: Path) -> None:
    corpus = Corpus(BAKERY)
    bare = {"framework": BAKERY.release, "about": {"name": "Omar"}, "skills": {"baking": 1}}
    none = history(corpus, [given(corpus, tmp_path, bare, "a.yaml")])
    assert none.facts["undated"] == 1
    assert any("without a date" in note for note in none.notes)
    dated = history(corpus, [given(corpus, tmp_path, {**bare, "modified": "2026-01-02"}, "b.yaml")])
    assert [row.on for row in dated.table("ratings").rows] == ["2026-01-02"]


def test_a_history_of_two_people_is_refused(tmp_path: Path) -> None:
    corpus = Corpus(BAKERY)
    subjects = [
        given(corpus, tmp_path, profile({"baking": 1}, name), f"{name}.yaml") for name in ("ida", "omar")
    ]
    with pytest.raises(UsageError, match="profiles of 2 people"):
        history(corpus, subjects)
