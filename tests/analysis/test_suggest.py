"""Roles near a profile and skills to add: what plain Python finds, with ranges where something is not rated."""

import tempfile
from pathlib import Path

from analysis.bakery import BAKERY, NO_PLACE, RANKS, SKILLS, Said, given, profile, rank_of, sayings
from hypothesis import given as generated
from hypothesis import strategies as st

from rsetk_ld.analysis import Corpus
from rsetk_ld.analysis.suggest import Suggestion, suggest
from rsetk_ld.framework import Framework
from rsetk_ld.identifiers import key_of

RATED = st.dictionaries(st.sampled_from(SKILLS), st.sampled_from(RANKS), min_size=1)


def suggested(said: Said) -> Suggestion:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(BAKERY)
        return suggest(corpus, given(corpus, Path(folder), profile(said, aims_for=["owner"])), limit=9)


@generated(sayings())
def test_distances_are_what_plain_python_finds(said: Said) -> None:
    rows = {row.role: row for row in suggested(said).table("roles").rows}
    for role in BAKERY.entries("RoleProfile"):
        asked, missing, unknown = 0, 0, 0
        for each in role["requirements"]:
            if each["importance"] != "essential":
                continue
            need, have = BAKERY.rank[each["level"]], rank_of(said, key_of(each["skill"]))
            if have is None:
                asked, unknown = asked + need, unknown + need
            elif isinstance(have, int):
                asked, missing = asked + need, missing + max(need - have, 0)
        row = rows[role["id"]]
        assert row.distance == (missing / asked if asked else 0)
        assert row.distance_at_most == ((missing + unknown) / asked if asked else 0)


@generated(RATED, RATED)
def test_the_range_holds_what_turns_out(said: Said, later: Said) -> None:
    """Whatever an unrated skill turns out to be, the distance was within the range."""
    before = {row.role: row for row in suggested(said).table("roles").rows}
    after = suggested({**dict.fromkeys(SKILLS, 0), **later, **said}).table("roles").rows
    for row in after:
        assert before[row.role].distance <= row.distance <= before[row.role].distance_at_most


@generated(sayings())
def test_a_skill_is_suggested_only_with_its_prerequisites_held(said: Said) -> None:
    held = {key for key in SKILLS if isinstance(rank_of(said, key), int) and rank_of(said, key) > 0}
    for row in suggested(said).table("skills").rows:
        entry = BAKERY.by_iri[row.skill]
        assert {key_of(each) for each in entry.get("requires", ())} <= held
        assert key_of(row.skill) not in held
        assert rank_of(said, key_of(row.skill)) != NO_PLACE


def test_what_most_roles_ask_for_comes_first(tmp_path: Path) -> None:
    corpus = Corpus(BAKERY)
    person = given(corpus, tmp_path, profile({"kneading": 2}))
    roles = [corpus.role(key, BAKERY) for key in ("journeyman", "owner")]
    rows = suggest(corpus, person, roles).table("skills").rows
    assert [(key_of(row.skill), row.roles, row.essential) for row in rows] == [
        ("baking", 2, 2),
        ("serving", 2, 1),
        ("accounts", 1, 1),
        ("sourdough", 1, 1),
    ]


def test_a_framework_without_roles_still_has_skills_to_add(tmp_path: Path) -> None:
    roleless = Framework({**BAKERY.data, "roles": []})
    corpus = Corpus(roleless)
    found = suggest(corpus, given(corpus, tmp_path, profile({"kneading": 2, "sourdough": 1})))
    assert not found.table("roles").rows
    assert "has no roles" in found.table("roles").empty
    assert [key_of(row.skill) for row in found.table("skills").rows] == ["baking"]
    assert found.table("skills").rows[0].why == "related to 1 that you have"
