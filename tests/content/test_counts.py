"""How much there is: at least what was promised, and exactly what the README says."""

import pytest
from framework_content import FOLDER, LEVELS, demonstrations, entries, framework, key, table
from mapping_sets import SETS, rows

from rsetk_ld.framework.coverage import coverage


def counts() -> dict[str, int]:
    skills = entries("Skill").values()
    resources = entries("LearningResource").values()
    return {
        "domains": len(entries("Domain")),
        "competencies": len(entries("Competency")),
        "skills": len(skills),
        "of these technical": sum(skill["nature"] == "technical" for skill in skills),
        "of these non-technical": sum(skill["nature"] == "non-technical" for skill in skills),
        "alternative labels of skills": sum(len(skill.get("alt_labels", ())) for skill in skills),
        "demonstrations": len(demonstrations()),
        "prerequisites": sum(len(skill.get("requires", ())) for skill in skills),
        "related pairs": len(
            {frozenset((skill["id"], other)) for skill in skills for other in skill.get("related", ())}
        ),
        "tools, languages and methodologies": len(entries("Tool")),
        "learning resources": len(resources),
        "teaching outcomes": sum(len(each["outcomes"]) for each in resources),
        "providers": len(entries("Provider")),
        "of these with a ROR identifier": sum("ror" in each for each in entries("Provider").values()),
        "roles": len(entries("RoleProfile")),
        "requirements of roles": sum(len(each["requirements"]) for each in entries("RoleProfile").values()),
        "example profiles": len(list((FOLDER / "examples").glob("*.yaml"))),
        "scales": len(entries("LevelScale")),
        "mappings": sum(len(rows(path)) for path in SETS),
    }


def test_the_readme_counts_right() -> None:
    assert {what: int(number) for what, number, _ in table("What is in it")} == counts()


def test_the_readme_counts_mappings_right() -> None:
    said = {name: int(number) for name, number, _ in table("Mappings")}
    assert said == {path.name.removesuffix(".sssom.tsv"): len(rows(path)) for path in SETS}


@pytest.mark.parametrize(
    ("what", "least", "most"),
    [
        ("domains", 6, 8),
        ("competencies", 18, 24),
        ("skills", 100, 130),
        ("tools, languages and methodologies", 200, 1000),
        ("learning resources", 150, 10_000),
        ("roles", 12, 30),
        ("example profiles", 6, 30),
    ],
)
def test_there_is_what_was_promised(what: str, least: int, most: int) -> None:
    assert least <= counts()[what] <= most


def test_every_domain_and_competency_is_used() -> None:
    competencies = entries("Competency")
    assert {key(each["domain"]) for each in competencies.values()} == set(entries("Domain"))
    assert {key(each["competency"]) for each in entries("Skill").values()} == set(competencies)


def test_every_level_of_every_skill_is_described() -> None:
    found = coverage(framework())
    assert [key(level) for level in found.levels] == list(LEVELS)
    assert {key(level): found.described(level) for level in found.levels} == dict.fromkeys(LEVELS, 129)


def test_every_tool_is_used() -> None:
    used = {key(tool) for skill in entries("Skill").values() for tool in skill.get("demonstrated_by", ())}
    assert set(entries("Tool")) - used == set()
