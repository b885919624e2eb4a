"""The gap is what plain Python finds, and the kinds of nothing stay apart."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from analysis.bakery import (
    BAKERY,
    FOLDER,
    NO_PLACE,
    RANKS,
    SKILLS,
    Said,
    given,
    needs,
    profile,
    rank_of,
    role,
    sayings,
    write,
)
from hypothesis import given as generated

from rsetk_ld.analysis import Corpus, InvalidFileError
from rsetk_ld.analysis.compare import compare
from rsetk_ld.analysis.gap import Gap, gap
from rsetk_ld.analysis.plan import plan
from rsetk_ld.errors import UsageError
from rsetk_ld.framework import Framework, shipped
from rsetk_ld.framework.locate import shipped_folder
from rsetk_ld.identifiers import key_of


def asked(said: Said, wanted: dict[str, Any], **options: Any) -> Gap:
    with tempfile.TemporaryDirectory() as name:
        corpus = Corpus(BAKERY)
        person = given(corpus, Path(name), profile(said))
        return gap(corpus, person, given(corpus, Path(name), role(wanted), "role.yaml"), **options)


def by_hand(said: Said, key: str, need: int) -> tuple[str, int | None]:
    have = rank_of(said, key)
    if have is None:
        return "not rated", None
    if have == NO_PLACE:
        return "not applicable", None
    if isinstance(have, str):
        return "other scale", None
    return ("met" if have >= need else "below"), need - have


@generated(sayings(), needs())
def test_it_is_what_plain_python_finds(said: Said, wanted: dict[str, Any]) -> None:
    found = asked(said, wanted)
    rows = {key_of(row.skill): row for row in found.table("skills").rows}
    assert {key: (row.status, row.difference) for key, row in rows.items()} == {
        key: by_hand(said, key, facts["level"]) for key, facts in wanted.items()
    }
    assert {key: row.importance for key, row in rows.items()} == {
        key: facts["importance"] for key, facts in wanted.items()
    }


@generated(sayings(), needs())
def test_sums_add_up(said: Said, wanted: dict[str, Any]) -> None:
    found = asked(said, wanted)
    for name in ("competencies", "domains"):
        rows = found.table(name).rows
        for field in ("skills", "met", "below", "unrated", "not_applicable", "other_scale", "missing"):
            assert sum(getattr(row, field) for row in rows) == found.facts["counts"][field]


@generated(sayings(), needs())
def test_each_missing_step_is_named_and_no_other(said: Said, wanted: dict[str, Any]) -> None:
    found = asked(said, wanted, resources=1)
    steps = [(key_of(row.skill), row.to_rank) for row in found.table("steps").rows]
    assert sorted(steps) == sorted(
        (key, rank)
        for key, facts in wanted.items()
        for rank in RANKS
        if by_hand(said, key, facts["level"])[0] == "below" and rank_of(said, key) < rank <= facts["level"]
    )


def test_resources_serve_their_step() -> None:
    found = asked({"baking": 0}, {"baking": 3}, resources=5)
    served = [(row.to_rank, row.resource) for row in found.table("steps").rows]
    assert served == [(1, "Your first loaf"), (2, "Steam and heat"), (3, "Steam and heat")]
    assert "steps" not in {table.name for table in asked({"baking": 0}, {"baking": 3}, resources=0).tables}


def test_order_is_that_of_the_framework() -> None:
    found = asked({"kneading": 1}, dict.fromkeys(reversed(SKILLS), 1))
    assert [key_of(row.skill) for row in found.table("skills").rows] == list(SKILLS)


def test_the_lowest_level_is_a_rating() -> None:
    (row,) = asked({"serving": 0}, {"serving": 1}).table("skills").rows
    assert (row.status, row.have, row.have_rank, row.difference) == ("below", "Nothing", 0, 1)


def test_a_target_alone_is_no_rating() -> None:
    (row,) = asked({"serving": {"target": 2}}, {"serving": 1}).table("skills").rows
    assert (row.status, row.have, row.age_days, row.difference) == ("not rated", None, None, None)


# ---------------------------------------------------------------- targets


def test_a_profile_is_a_target(tmp_path: Path) -> None:
    corpus = Corpus(BAKERY)
    ida = given(corpus, tmp_path, profile({"kneading": 1, "baking": NO_PLACE}))
    omar = given(
        corpus, tmp_path, profile({"kneading": 3, "baking": 2, "serving": NO_PLACE}, "omar"), "o.yaml"
    )
    rows = gap(corpus, ida, omar).table("skills").rows
    assert [(key_of(row.skill), row.status, row.difference) for row in rows] == [
        ("kneading", "below", 2),
        ("baking", "not applicable", None),
    ]


def test_without_a_target_the_own_targets_count(tmp_path: Path) -> None:
    corpus = Corpus(BAKERY)
    said: Said = {"kneading": {"level": 1, "target": 3}, "baking": 1, "serving": {"target": 2}}
    rows = gap(corpus, given(corpus, tmp_path, profile(said, aims_for=["journeyman"]))).table("skills").rows
    assert [(key_of(row.skill), row.need_rank, row.status) for row in rows] == [
        ("kneading", 3, "below"),
        ("serving", 2, "not rated"),
    ]


def test_without_targets_the_first_role_aimed_for_counts(tmp_path: Path) -> None:
    corpus = Corpus(BAKERY)
    found = gap(corpus, given(corpus, tmp_path, profile({"baking": 1}, aims_for=["owner"])))
    assert found.facts["target"] == "https://bakery.example/role/owner"


def test_without_any_aim_one_is_asked_for(tmp_path: Path) -> None:
    corpus = Corpus(BAKERY)
    with pytest.raises(UsageError, match="name a target"):
        gap(corpus, given(corpus, tmp_path, profile({"baking": 1})))


def test_a_role_that_is_nearly_right_is_suggested(tmp_path: Path) -> None:
    corpus = Corpus(BAKERY)
    person = given(corpus, tmp_path, profile({"baking": 1}))
    with pytest.raises(UsageError, match="did you mean `owner`"):
        corpus.target("ownr", person)


def test_two_versions_of_one_profile_do_not_mix(tmp_path: Path) -> None:
    corpus = Corpus(BAKERY)
    old = given(corpus, tmp_path, profile({"baking": 1, "serving": 2}), "old.yaml")
    new = given(corpus, tmp_path, profile({"baking": 2}), "new.yaml")
    assert old.iri == new.iri
    assert old.graph != new.graph
    wanted = given(corpus, tmp_path, role({"baking": 3, "serving": 3}), "role.yaml")
    found = [[row.have_rank for row in gap(corpus, each, wanted).table("skills").rows] for each in (old, new)]
    assert found == [[1, 2], [2, None]]


def test_a_file_with_errors_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidFileError) as caught:
        given(Corpus(BAKERY), tmp_path, profile({"bakin": 1}))
    assert [finding.code for finding in caught.value.findings] == ["R001"]


def test_what_shares_no_skill_is_not_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A skill that the other framework does not know is neither rated nor "not rated" there."""
    monkeypatch.setenv("RSETK_FRAMEWORKS", str(FOLDER / "bakery"))
    path = write(tmp_path, "x.yaml", {"about": {"name": "X"}, "skills": {"testing": 2}})
    theirs = write(tmp_path, "role.yaml", role({"baking": 2}))
    for ask in (gap, plan, compare):
        corpus = Corpus()
        person = corpus.add(path)
        other = corpus.add(FOLDER / "profiles" / "ida-2026.yaml") if ask is compare else corpus.add(theirs)
        with pytest.raises(UsageError, match="share no skill"):
            ask(corpus, person, other)


def test_a_target_that_shares_some_skills_is_told_to_be_of_another_framework(tmp_path: Path) -> None:
    data = {**BAKERY.data, "id": "https://mill.example/framework"}
    corpus = Corpus(BAKERY)
    person = given(corpus, tmp_path, profile({"baking": 1}))
    other = replace(corpus.add(write(tmp_path, "role.yaml", role({"baking": 2}))), framework=Framework(data))
    for ask in (gap, plan):
        assert any(
            "belongs to https://mill.example/framework" in note for note in ask(corpus, person, other).notes
        )


# ---------------------------------------------------------------- where numbers come from


def test_every_number_is_explained(tmp_path: Path) -> None:
    corpus = Corpus(BAKERY)
    person = corpus.add(FOLDER / "profiles" / "ida-2026.yaml")
    found = gap(corpus, person, corpus.role("journeyman", BAKERY), explain=True)
    sources = found.table("sources").rows
    kinds = {each.what.partition(",")[0] for each in sources}
    assert kinds == {"have", "need", "missing", "age", "confidence", "levels missing", "resource"}
    for row in found.table("skills").rows:
        about = {each.what: each for each in sources if each.label == row.label}
        assert about["need"].source == row.wish
        assert about["need"].place == BAKERY.release
        assert about["have"].place == person.file
        if row.rating:
            assert about["have"].source == row.rating
        assert about["missing"].value == ("none" if row.difference is None else str(row.difference))
        assert ("age" in about) == (row.age_days is not None)
        assert ("confidence" in about) == (row.confidence is not None)
    for group in [*found.table("competencies").rows, *found.table("domains").rows]:
        (told,) = {
            each.source for each in sources if each.label == group.group and each.what == "levels missing"
        }
        added = [int(part.split()[0]) for part in told.split(" + ")] if told[0].isdigit() else []
        assert sum(added) == group.missing
    named = {each.source for each in sources if each.what.startswith("resource")}
    assert named == {row.resource_iri for row in found.table("steps").rows if row.resource_iri}


@pytest.mark.parametrize(
    "path", sorted((shipped_folder() / "examples").glob("*.yaml")), ids=lambda path: path.stem
)
def test_examples_against_every_role(path: Path) -> None:
    corpus = Corpus()
    person = corpus.add(path)
    said = {each["skill"]: each for each in person.instance["assertions"]}
    rank = shipped().rank
    for entry in shipped().entries("RoleProfile"):
        found = gap(corpus, person, corpus.role(entry["id"], shipped()), resources=0)
        met = {row.skill for row in found.table("skills").rows if row.status == "met"}
        assert met == {
            each["skill"]
            for each in entry["requirements"]
            if said.get(each["skill"], {}).get("level")
            and rank[said[each["skill"]]["level"]] >= rank[each["level"]]
        }
