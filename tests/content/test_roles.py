"""The roles: example profiles that hang together."""

from itertools import pairwise

import pytest
from framework_content import entries, framework, key

ROLES = entries("RoleProfile")
WANTED = {
    "early-career-rse",
    "rse",
    "senior-rse",
    "rse-team-lead",
    "head-of-rse-group",
    "hpc-rse",
    "machine-learning-rse",
    "web-and-data-platform-rse",
    "data-steward",
    "research-data-engineer",
    "community-manager",
    "trainer",
}
STEPS = ("early-career-rse", "rse", "senior-rse")
LADDER = (*STEPS, "rse-team-lead")
HANDS_ON = ("software-development", "data-and-computation", "computing-systems")


def asked(role: str) -> dict[str, int]:
    """Return the rank that a role asks of each skill."""
    return {key(each["skill"]): framework().rank[each["level"]] for each in ROLES[role]["requirements"]}


def essential(role: str) -> dict[str, int]:
    """Return the rank that a role asks of each skill that it cannot do without."""
    wanted = {key(each["skill"]) for each in ROLES[role]["requirements"] if each["importance"] == "essential"}
    return {skill: rank for skill, rank in asked(role).items() if skill in wanted}


def domain(skill: str) -> str:
    competency = entries("Competency")[key(entries("Skill")[skill]["competency"])]
    return key(competency["domain"])


def test_the_roles_that_were_asked_for() -> None:
    assert set(ROLES) >= WANTED


@pytest.mark.parametrize("role", ROLES)
def test_a_role_says_what_it_is_and_what_it_rests_on(role: str) -> None:
    entry = ROLES[role]
    assert entry["definition"]["en"].endswith(".")
    assert entry["scope_note"]["en"].startswith("An example profile, not a standard")
    assert "rests on" in entry["scope_note"]["en"]
    assert entry["based_on"]
    assert all(place.startswith("https://") for place in entry["based_on"])


@pytest.mark.parametrize("role", ROLES)
def test_a_role_asks_for_levels_that_are_described(role: str) -> None:
    requirements = ROLES[role]["requirements"]
    assert 25 <= len(requirements) <= 40
    assert len({each["skill"] for each in requirements}) == len(requirements)
    assert {each.get("importance", "essential") for each in requirements} == {"essential", "desirable"}
    for each in requirements:
        assert each["level"] in framework().described[each["skill"]]
        assert framework().rank[each["level"]] > 0


@pytest.mark.parametrize("role", ROLES)
def test_what_an_essential_skill_requires_is_essential_as_well(role: str) -> None:
    """Somebody who needs a skill cannot do without its prerequisites."""
    for skill in essential(role):
        wanted = {key(iri) for iri in entries("Skill")[skill].get("requires", ())}
        assert wanted <= set(essential(role)), skill


@pytest.mark.parametrize(("lower", "higher"), list(pairwise(STEPS)))
def test_a_step_up_keeps_what_was_essential(lower: str, higher: str) -> None:
    """A team lead is a branch rather than a step; what is desirable differs between posts and may give way."""
    before, after = essential(lower), essential(higher)
    assert {skill for skill in before if after.get(skill, 0) < before[skill]} == set()


@pytest.mark.parametrize(
    ("lower", "higher"), [(a, b) for at, a in enumerate(LADDER) for b in LADDER[at + 1 :]]
)
def test_levels_do_not_fall_with_seniority(lower: str, higher: str) -> None:
    before, after = asked(lower), asked(higher)
    assert {skill for skill in before.keys() & after.keys() if before[skill] > after[skill]} == set()


def test_a_head_leads_more_and_programs_less() -> None:
    lead, head = asked("rse-team-lead"), asked("head-of-rse-group")
    for skill in lead.keys() & head.keys():
        if domain(skill) in HANDS_ON:
            assert head[skill] <= lead[skill], skill
        else:
            assert head[skill] >= lead[skill], skill


def test_every_skill_is_asked_for_somewhere() -> None:
    assert {skill for role in ROLES for skill in asked(role)} == set(entries("Skill"))
