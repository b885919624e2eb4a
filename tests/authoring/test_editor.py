"""The schemas for editors say what the layers of validation say."""

import json
from typing import Any, get_args

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import frameworks, sensible

from rsetk_ld.authoring.editor import Kind, editor_schema, markdown
from rsetk_ld.authoring.structure import pruned, structure_findings
from rsetk_ld.framework import Framework, shipped
from rsetk_ld.identifiers import key_of
from rsetk_ld.profiles.contract import contract_framework, contract_profile, contract_role
from rsetk_ld.profiles.expand import expand_profile, expand_resources, expand_role

KINDS = get_args(Kind)
EXPAND = {"profile": expand_profile, "role": expand_role, "resources": expand_resources}


def compiled(kind: Kind, framework: Framework | None) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(editor_schema(kind, framework), validate_formats=True)


CHECKS = {kind: compiled(kind, shipped()) for kind in KINDS}


def accepted(kind: str, data: dict[str, Any]) -> bool:
    """Return the verdict of the layers of structure and references."""
    found = structure_findings(data, kind, "x.yaml")
    EXPAND[kind](pruned(data, found), shipped(), found)
    return not any(f.severity == "error" and f.code[0] in "SR" for f in found)


# ---------------------------------------------------------------- the same verdict

KEYS = [key_of(skill["id"]) for skill in shipped().entries("Skill")]
SKILLS = st.one_of(
    st.sampled_from(KEYS),
    st.sampled_from(KEYS).map("skill:{}".format),
    st.sampled_from(KEYS).map("https://w3id.org/rsetk/skill/{}".format),
    st.sampled_from(
        ["no-such-skill", "tesing", "tool:git", "skill:nope", "Testing", "esco:123", "x y", "fo:o"]
    ),
    st.text(min_size=1, max_size=6),
)
LEVELS = st.one_of(
    st.integers(-1, 6),
    st.sampled_from(
        [
            "none",
            "Expert",
            "EXPERT",
            " working ",
            "3",
            "7",
            "level:expert",
            "https://w3id.org/rsetk/level/none",
        ]
    ),
    st.sampled_from(
        ["draft-2023-2", "Novice (limited experience)", "novice", "not-applicable", "", "Expert!", 2.0]
    ),
    st.sampled_from([None, True, [], 1.5, {"level": 2}]),
)
IRIS = st.one_of(
    st.sampled_from(
        ["https://a.example/b", "urn:uuid:1", "esco:1", "orcid:0000-0002-1825-0097", "HTTPS://x"]
    ),
    st.sampled_from(["word", "nope:x", "https://a b", ""]),
)
ASSERTIONS = st.one_of(
    LEVELS,
    st.fixed_dictionaries(
        {},
        optional={
            "level": LEVELS,
            "target": LEVELS,
            "status": st.sampled_from(["not-applicable", "nope"]),
            "confidence": st.sampled_from([0, 0.5, 1, 2, "x"]),
            "assessed_on": st.sampled_from(["2026-11-01", "2026-02-30", 5]),
            "assessed_by": st.sampled_from(["self", "self-assessment", "peer"]),
            "assessor": IRIS,
            "evidence": st.lists(st.one_of(IRIS, IRIS.map(lambda iri: {"url": iri})), max_size=2),
            "id": IRIS,
            "colour": st.just("blue"),
        },
    ),
)
PROFILES = st.fixed_dictionaries(
    {
        "about": st.fixed_dictionaries(
            {}, optional={"name": st.just("A"), "orcid": st.just("x"), "id": IRIS}
        ),
        "skills": st.dictionaries(SKILLS, ASSERTIONS, max_size=3),
    },
    optional={
        "id": st.just("https://a.example/"),
        "aims_for": st.lists(
            st.one_of(IRIS, st.sampled_from(["rse", "role:rse", "nope"])), max_size=2, unique=True
        ),
        "visibility": st.sampled_from(["public", "nobody"]),
        "assessor": IRIS,
        "assessed_by": st.sampled_from(["peer", "nobody"]),
    },
)
REQUIREMENTS = st.one_of(
    LEVELS,
    st.fixed_dictionaries(
        {}, optional={"level": LEVELS, "importance": st.sampled_from(["desirable", "essential", "no"])}
    ),
)
ROLES = st.fixed_dictionaries(
    {"label": st.just("R"), "requirements": st.dictionaries(SKILLS, REQUIREMENTS, max_size=3)},
    optional={"based_on": st.lists(IRIS, max_size=2, unique=True), "position": st.integers(-1, 3)},
)
OUTCOMES = st.one_of(LEVELS, st.fixed_dictionaries({}, optional={"from": LEVELS, "to": LEVELS}))
RESOURCES = st.fixed_dictionaries(
    {
        "resources": st.dictionaries(
            st.sampled_from(["a", "b-c", "B"]),
            st.fixed_dictionaries(
                {
                    "label": st.just("R"),
                    "url": IRIS,
                    "teaches": st.dictionaries(SKILLS, OUTCOMES, max_size=2),
                },
                optional={
                    "tools": st.lists(
                        st.sampled_from(["git", "tool:git", "nope", "skill:testing"]), unique=True
                    ),
                    "type": st.sampled_from(["lesson", "nope"]),
                },
            ),
            max_size=2,
        )
    }
)


@given(PROFILES)
def test_same_verdict_on_profiles(data: dict[str, Any]) -> None:
    assert CHECKS["profile"].is_valid(data) == accepted("profile", data)


@given(ROLES)
def test_same_verdict_on_roles(data: dict[str, Any]) -> None:
    assert CHECKS["role"].is_valid(data) == accepted("role", data)


@given(RESOURCES)
def test_same_verdict_on_resources(data: dict[str, Any]) -> None:
    assert CHECKS["resources"].is_valid(data) == accepted("resources", data)


@given(st.one_of([st.tuples(st.just(skill), LEVELS) for skill in KEYS[:3]]))
def test_same_verdict_on_one_rating(rated: tuple[str, Any]) -> None:
    data = {"about": {"name": "A"}, "skills": {rated[0]: rated[1]}}
    assert CHECKS["profile"].is_valid(data) == accepted("profile", data)


@given(sensible("PersonProfile"))
def test_valid_profiles_are_valid(made: dict[str, Any]) -> None:
    document = contract_profile(made, shipped())
    assert CHECKS["profile"].is_valid(document), [e.message for e in CHECKS["profile"].iter_errors(document)]


@given(sensible("RoleProfile"))
def test_valid_roles_are_valid(made: dict[str, Any]) -> None:
    document = contract_role(made, shipped())
    assert CHECKS["role"].is_valid(document), [e.message for e in CHECKS["role"].iter_errors(document)]


def test_shipped_framework_is_valid() -> None:
    document = contract_framework(shipped().data)
    assert CHECKS["framework"].is_valid(document)
    assert not CHECKS["framework"].is_valid({**document, "colour": "blue"})
    del document["version"]
    assert not CHECKS["framework"].is_valid(document)


def test_framework_may_grow() -> None:
    check = CHECKS["framework"]
    assert check.is_valid(
        {"skills": {"new": {"label": "New", "competency": "newer", "requires": ["newest"]}}}
    )
    assert check.is_valid({"roles": {"new": {"label": "New", "requirements": {"newest": "any-level"}}}})


# ---------------------------------------------------------------- any framework


@given(frameworks(), st.sampled_from(KINDS))
def test_any_framework_gives_a_schema(data: dict[str, Any], kind: Kind) -> None:
    framework = Framework(data)
    schema = editor_schema(kind, framework)
    assert jsonschema_rs.meta.is_valid(schema)
    check = compiled(kind, framework)
    if kind == "profile":
        known = {key_of(skill["id"]): skill for skill in framework.entries("Skill")}
        levels = [key_of(level["id"]) for level in framework.entries("Level")]
        ranks = [level["rank"] for level in framework.entries("LevelScale")[0].get("levels", ())]
        for name in [*levels, *ranks]:
            document = {"about": {"name": "A"}, "skills": dict.fromkeys(known, name)}
            assert check.is_valid(document)
        assert not check.is_valid(
            {"about": {"name": "A"}, "skills": {"not-there-x": levels[0] if levels else 0}}
        )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("framework", [None, shipped()], ids=["general", "shipped"])
def test_schema_stands_alone(kind: Kind, framework: Framework | None) -> None:
    schema = editor_schema(kind, framework)
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema)
    text = json.dumps(schema)
    assert text == json.dumps(editor_schema(kind, framework))
    defined = set(schema["$defs"])
    used = {ref.partition('"')[0] for ref in text.split('"$ref": "#/$defs/')[1:]}
    assert used == defined
    assert '"$id"' not in text


# ---------------------------------------------------------------- what the editor shows


def test_skill_is_described() -> None:
    label = shipped().label
    entry = shipped().entries("Skill")[0]
    skill = editor_schema("profile", shipped())["properties"]["skills"]["properties"][key_of(entry["id"])]
    assert skill["title"] == label(entry["id"])
    assert f"Competency: {label(entry['competency'])}" in skill["description"]
    assert "**2 Working**\n\n- " in skill["markdownDescription"]


def test_levels_are_named() -> None:
    choice = editor_schema("profile", shipped())["$defs"]["level"]["anyOf"][0]
    assert choice["enum"][:5] == [0, 1, 2, 3, 4]
    assert len(choice["enum"]) == len(choice["enumDescriptions"]) == len(choice["oneOf"])
    assert choice["oneOf"][3]["title"] == "Practitioner"
    assert choice["oneOf"][3]["description"].startswith("Practitioner (3). ")


def test_deprecated_skill_is_kept_and_marked() -> None:
    data = json.loads(json.dumps(shipped().data))
    data["skills"][0] |= {"deprecated": True, "replaced_by": [data["skills"][1]["id"]]}
    key, successor = key_of(data["skills"][0]["id"]), key_of(data["skills"][1]["id"])
    skill = editor_schema("profile", Framework(data))["properties"]["skills"]["properties"][key]
    assert skill["deprecated"] is True
    assert f"({successor})" in skill["deprecationMessage"]
    assert skill["markdownDescription"].startswith("**Deprecated; use ")


@given(st.text())
def test_markdown_is_one_line(text: str) -> None:
    assert "\n" not in markdown(text)
    assert "<" not in markdown(text).replace("\\<", "")
