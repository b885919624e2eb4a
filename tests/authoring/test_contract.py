"""Contraction is exact: what it writes expands to what it was given, or it refuses."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import SHIPPED, World, frameworks, instances, sensible

from rsetk_ld.authoring.contract import ADDRESSES, ContractError
from rsetk_ld.authoring.structure import structure_findings
from rsetk_ld.documents import dump_yaml, parse_document
from rsetk_ld.findings import Findings
from rsetk_ld.framework import Framework, compile_framework, shipped
from rsetk_ld.identifiers import child
from rsetk_ld.profiles.contract import (
    contract,
    contract_framework,
    contract_mappings,
    contract_profile,
    contract_resources,
    contract_role,
    framework_files,
)
from rsetk_ld.profiles.expand import expand_mappings, expand_profile, expand_resources, expand_role

ADA = Path(__file__).parents[2] / "framework" / "examples" / "ada.yaml"
LEVELS = "https://w3id.org/rsetk/level/"


def profile(skills: dict[str, Any], **slots: Any) -> dict[str, Any]:
    return {"framework": shipped().release, "id": "https://ada.example/skills", **slots, "skills": skills}


def again(document: dict[str, Any]) -> dict[str, Any]:
    """Contract what the document expands to; no finding on the way."""
    found = Findings()
    made = contract_profile(expand_profile(document, shipped(), found), shipped())
    assert not found
    return made


def structurally_valid(document: dict[str, Any], shape: str) -> bool:
    return not structure_findings(document, shape, "x.yaml")


# ---------------------------------------------------------------- exactness


@given(sensible("PersonProfile"))
def test_profiles_survive(made: dict[str, Any]) -> None:
    before = copy.deepcopy(made)
    document = contract_profile(made, shipped())
    assert made == before
    found = Findings()
    assert expand_profile(document, shipped(), found) == made
    assert not found
    assert structurally_valid(document, "profile")


@given(sensible("PersonProfile"))
def test_profiles_survive_a_file(made: dict[str, Any]) -> None:
    document = contract_profile(made, shipped())
    read = parse_document(dump_yaml(document), name="x.yaml").data
    assert expand_profile(read, shipped(), Findings()) == made


@given(sensible("RoleProfile"))
def test_roles_survive(made: dict[str, Any]) -> None:
    document = contract_role(made, shipped())
    assert expand_role(document, shipped(), Findings()) == made
    assert structurally_valid(document, "role")


@given(instances("MappingSet"))
def test_mapping_sets_survive(made: dict[str, Any]) -> None:
    document = contract_mappings(made, shipped())
    assert expand_mappings(document, shipped(), Findings()) == made
    assert structurally_valid(document, "mappings")


@given(st.data())
def test_resources_survive(data: st.DataObject) -> None:
    providers = data.draw(
        st.lists(instances("Provider", SHIPPED, 3), max_size=3, unique_by=lambda each: each["id"]),
        "providers",
    )
    known = {**SHIPPED.known, "Provider": tuple(each["id"] for each in providers)}
    assume(providers)
    world = World(SHIPPED.base, "", SHIPPED.release, known, shipped())
    resources = data.draw(
        st.lists(instances("LearningResource", world, 4), min_size=1, max_size=3, unique_by=lambda e: e["id"])
    )
    for entries in (resources, providers):
        for place, entry in enumerate(entries, start=1):
            entry["position"] = place
    document = contract_resources(resources, providers, shipped())
    assert expand_resources(document, shipped(), Findings()) == (resources, providers)
    assert structurally_valid(document, "resources")


@given(frameworks())
def test_frameworks_survive_in_one_file(
    tmp_path_factory: pytest.TempPathFactory, made: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("framework")
    (folder / "framework.yaml").write_text(dump_yaml(contract_framework(made)), encoding="utf-8")
    assert_same(folder, made)


@given(frameworks())
def test_frameworks_survive_in_a_folder(
    tmp_path_factory: pytest.TempPathFactory, made: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("framework")
    write(folder, framework_files(made))
    assert_same(folder, made)


def write(folder: Path, files: dict[str, dict[str, Any]]) -> None:
    for name, document in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(dump_yaml(document), encoding="utf-8")


def assert_same(folder: Path, made: dict[str, Any]) -> None:
    source = compile_framework(folder)
    assert not source.findings
    assert source.framework is not None
    assert source.framework.data == made


def test_shipped_framework_survives(tmp_path: Path) -> None:
    files = framework_files(shipped().data)
    write(tmp_path, files)
    assert_same(tmp_path, shipped().data)
    assert not any("position" in entry for file in files.values() for entry in entries(file))


def entries(file: dict[str, Any]) -> list[dict[str, Any]]:
    lists = [value for value in file.values() if isinstance(value, dict)]
    return [entry for each in lists for entry in each.values() if isinstance(entry, dict)]


# ---------------------------------------------------------------- what people write


def test_example_comes_back_as_written() -> None:
    written = parse_document(ADA.read_text(encoding="utf-8"), name="ada.yaml").data
    made = again(dict(written))
    assert {k: v for k, v in made.items() if k != "skills"} == {
        k: v for k, v in written.items() if k != "skills"
    }
    skills = made["skills"]
    assert skills["programming"] == 3
    assert skills["grant-writing"] == "not-applicable"
    assert skills["technical-writing"] == written["skills"]["technical-writing"]
    assert skills["testing"] == written["skills"]["testing"]


@pytest.mark.parametrize(
    "written",
    [
        {"testing": 2},
        {"testing": "not-applicable"},
        {"testing": {"level": 2, "target": 3}},
        {"testing": {"level": 2, "evidence": ["https://a.example/b"]}},
        {"testing": {"level": 2, "evidence": [{"url": "https://a.example/b", "title": "B"}]}},
        {"testing": {"level": 2, "note": {"fr": "Oui"}}},
        {"testing": {}},
        {},
    ],
)
def test_short_forms(written: dict[str, Any]) -> None:
    assert again(profile(written, about={"name": "Ada"}))["skills"] == written


def test_what_all_share_is_stated_once() -> None:
    each = {"assessed_on": "2026-01-02", "assessed_by": "peer"}
    written = profile(
        {"testing": {"level": 2, **each}, "mentoring": {"level": 1, **each}}, about={"name": "A"}
    )
    made = again(written)
    assert made["skills"] == {"testing": 2, "mentoring": 1}
    assert (made["assessed_on"], made["assessed_by"]) == ("2026-01-02", "peer")


def test_what_one_lacks_is_not_stated_once() -> None:
    written = {"testing": {"level": 2, "assessed_on": "2026-01-02"}, "mentoring": 1}
    made = again(profile(written, about={"name": "A"}))
    assert made["skills"] == written
    assert "assessed_on" not in made


def test_skills_stand_in_the_order_of_the_framework() -> None:
    keys = [skill["id"].rpartition("/")[2] for skill in shipped().entries("Skill")]
    made = again(profile(dict.fromkeys(sorted(keys), 1), about={"name": "A"}))
    assert list(made["skills"]) == keys


def test_derived_identifiers_are_left_out() -> None:
    written = {
        "framework": shipped().release,
        "about": {"orcid": "0000-0002-1825-0097"},
        "skills": {"testing": 2},
    }
    assert again(written) == written


def test_identifier_that_does_not_follow_stays() -> None:
    made = expand_profile({"about": {"name": "A"}, "skills": {}}, shipped(), Findings())
    other = json.loads(json.dumps(made).replace(made["id"], "urn:uuid:00000000-0000-4000-8000-000000000000"))
    assert contract_profile(other, shipped())["id"] == other["id"]


def test_parts_with_identifiers_of_their_own() -> None:
    made = expand_profile(
        profile({"testing": 2}, about={"orcid": "0000-0002-1825-0097"}), shipped(), Findings()
    )
    made["about"]["id"] = "https://ada.example/me"
    made["assertions"][0]["id"] = "https://ada.example/ratings/7"
    document = contract_profile(made, shipped())
    assert document["about"] == {"id": "https://ada.example/me", "orcid": "0000-0002-1825-0097"}
    assert document["skills"] == {"testing": {"id": "https://ada.example/ratings/7", "level": 2}}
    assert structurally_valid(document, "profile")


def test_profile_for_another_release_keeps_it() -> None:
    made = expand_profile(profile({"testing": 2}, about={"name": "A"}), shipped(), Findings())
    made["framework"] = f"{shipped().iri}/0.0.1"
    assert contract_profile(made, shipped())["framework"] == f"{shipped().iri}/0.0.1"


def test_levels_of_another_scale_are_keys() -> None:
    scale = {"id": "https://fw.example/scale/b", "label": {"en": "B"}, "position": 2}
    scale["levels"] = [{"id": "https://fw.example/level/low", "label": {"en": "Low"}, "rank": 1}]
    first = {"id": "https://fw.example/scale/a", "label": {"en": "A"}, "position": 1}
    first["levels"] = [{"id": "https://fw.example/level/one", "label": {"en": "One"}, "rank": 1}]
    framework = small(scales=[first, scale])
    document = {"about": {"name": "A"}, "skills": {"s": "low", "t": "one"}}
    made = contract_profile(expand_profile(document, framework, Findings()), framework)
    assert made["skills"] == {"s": "low", "t": 1}


def small(**lists: Any) -> Framework:
    skills = [
        {"id": f"https://fw.example/skill/{key}", "label": {"en": key}, "position": place}
        for place, key in enumerate(("s", "t", "u"), start=1)
    ]
    head = {
        "id": "https://fw.example/framework",
        "title": {"en": "F"},
        "version": "1",
        "base": "https://fw.example/",
    }
    return Framework(
        {
            **head,
            "default_language": "en",
            "default_scale": "https://fw.example/scale/a",
            "skills": skills,
            **lists,
        }
    )


def test_framework_content() -> None:
    made = contract_framework(shipped().data)
    assert list(made)[-1] == "roles"
    skill = made["skills"]["version-control"]
    assert list(skill)[:2] == ["label", "alt_labels"]
    assert list(skill["levels"]) == ["awareness", "working", "practitioner", "expert"]
    assert all(isinstance(sentence, str) for sentence in skill["levels"]["working"])
    assert made["roles"]["rse"]["requirements"]["programming"] == "practitioner"
    assert made["roles"]["rse"]["requirements"]["software-publication"] == {
        "level": "working",
        "importance": "desirable",
    }


def test_related_is_written_on_the_first_side() -> None:
    framework = small()
    for here, there in ((0, 1), (1, 0), (1, 2), (2, 1)):
        skill, other = framework.data["skills"][here], framework.data["skills"][there]
        skill["related"] = sorted([*skill.get("related", ()), other["id"]])
    framework.data["scales"] = [
        {"id": "https://fw.example/scale/a", "label": {"en": "A"}, "position": 1, "levels": []}
    ]
    skills = contract_framework(framework.data)["skills"]
    assert [entry.get("related") for entry in skills.values()] == [["t"], ["u"], None]


def test_files_are_numbered_only_where_names_change_the_order() -> None:
    def files(*domains: str) -> list[str]:
        base = "https://fw.example"
        entry = {"label": {"en": "x"}}
        lists = {
            "domains": [
                {"id": f"{base}/domain/{d}", **entry, "position": n} for n, d in enumerate(domains, 1)
            ],
            "competencies": [
                {"id": f"{base}/competency/{d}", **entry, "position": n, "domain": f"{base}/domain/{d}"}
                for n, d in enumerate(domains, 1)
            ],
            "skills": [
                {"id": f"{base}/skill/{d}", **entry, "position": n, "competency": f"{base}/competency/{d}"}
                for n, d in enumerate(domains, 1)
            ],
            "scales": [{"id": f"{base}/scale/a", **entry, "position": 1}],
        }
        made = framework_files(small(**lists).data)
        assert not any("position" in entry for file in made.values() for entry in entries(file))
        return [name for name in made if name.startswith("skills/")]

    assert files("a", "b") == ["skills/a.yaml", "skills/b.yaml"]
    assert files("b", "a") == ["skills/1-b.yaml", "skills/2-a.yaml"]


def test_addresses_are_the_slots_that_the_schema_calls_uri() -> None:
    schema = parse_document(
        (Path(__file__).parents[2] / "schema" / "rsetk.yaml").read_text(encoding="utf-8"), name="schema"
    ).data
    assert isinstance(schema["slots"], dict)
    assert {name for name, slot in schema["slots"].items() if slot.get("range") == "uri"} == ADDRESSES


# ---------------------------------------------------------------- refusals


def changed(**slots: Any) -> dict[str, Any]:
    made = expand_profile(profile({"testing": 2}, about={"name": "A"}), shipped(), Findings())
    made["assertions"][0].update(slots)
    return made


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (changed(skill="https://w3id.org/rsetk/skill/no-such"), "would be lost"),
        (changed(level="https://fw.example/level/7"), "level .* would be lost"),
        (changed(colour="blue"), "colour 'blue' would be lost"),
        (changed(note={"EN": "x"}), "note .* would become"),
    ],
)
def test_what_cannot_be_said_is_refused(made: dict[str, Any], words: str) -> None:
    with pytest.raises(ContractError, match=words):
        contract_profile(made, shipped())


def test_two_assertions_of_one_skill_are_refused() -> None:
    made = changed()
    made["assertions"].append({**made["assertions"][0], "id": child(made["id"], "again")})
    with pytest.raises(ContractError, match="a second statement about testing"):
        contract_profile(made, shipped())


def test_entry_below_another_base_is_refused() -> None:
    data = small(scales=[]).data
    data["skills"][0]["id"] = "https://other.example/skill/s"
    with pytest.raises(ContractError, match="would be lost"):
        contract_framework(data)


def test_entries_without_position_get_that_of_their_order() -> None:
    data = small(scales=[{"id": "https://fw.example/scale/a", "label": {"en": "A"}}]).data
    for skill in data["skills"]:
        del skill["position"]
    assert list(contract_framework(data)["skills"]) == ["s", "t", "u"]


def test_contract_joins_resources_and_providers() -> None:
    resources, providers = expand_resources(
        {
            "providers": {"p": {"label": "P"}},
            "resources": {"r": {"label": "R", "url": "https://r.example/", "provider": "p"}},
        },
        shipped(),
        Findings(),
    )
    mixed = [*(("LearningResource", each) for each in resources), *(("Provider", each) for each in providers)]
    (document,) = contract(mixed, shipped())
    assert list(document) == ["framework", "resources", "providers"]
    assert document["resources"]["r"] == {"label": "R", "url": "https://r.example/", "provider": "p"}


def test_contract_refuses_what_has_no_file() -> None:
    with pytest.raises(ContractError, match="a Skill cannot stand in a file of its own"):
        contract([("Skill", shipped().entries("Skill")[0])], shipped())
