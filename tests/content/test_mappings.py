"""The mapping sets: readable by others, legal, complete where they promise it, and free of contradictions."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from framework_content import FOLDER, README, SHARED, entries, framework, key
from mapping_sets import NOTHING, SETS, named, prefixes, rows

from rsetk_ld.framework.compile import compile_framework
from rsetk_ld.validation.quality.mappings import contradictions

NAME = {"ids": lambda path: path.name}
PREDICATES = {f"skos:{word}Match" for word in ("exact", "close", "broad", "narrow", "related")}
VERSIONS = {
    "direct-2.0.0": r"2\.0\.0",
    "direct-levels": r"2\.0\.0",
    "direct-tools": r"2\.0\.0",
    "draft-2023": r"0\.1 \(commit 29f25e5\)",
    "draft-2023-levels": r"0\.1 \(commit 29f25e5\)",
    "edam": r"1\.25",
    "esco": r"1\.2\.0",
    "everse": r"commit [0-9a-f]{7}",
    "hpc-certification": r"commit [0-9a-f]{7}",
    "sfia-9": "9",
    "terms4fairskills": "2025-02-09",
    "wikidata": r"as seen in \S.*, \d{4}-\d\d-\d\d",
}
"""What the version of the objects looks like: where nothing is released, the state that was read."""

SAME = {"skos:exactMatch", "skos:closeMatch"}
UNSEEN = "label not seen"
SHAPES = {
    "direct-level": r"[a-z0-9]+(-[a-z0-9]+)*",
    "direct-skill": r"[a-z0-9]+(-[a-z0-9]+)*",
    "direct-tool": r"[a-z0-9]+(-[a-z0-9]+)*",
    "draft2023-skill": r"[a-z0-9]+(-[a-z0-9]+)*",
    "level": r"draft-2023-[0-5]",
    "edam": r"(topic|operation)_\d{4}",
    "esco": r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    "everse": r"[a-z]+([_-][a-z]+)*",
    "hpccf": r"[a-z0-9]+([/._-][a-z0-9]+)*/?",
    "obo": r"T4FS_\d{7}",
    "sfia9": r"[A-Z]{4}",
    "wd": r"Q[1-9]\d*",
}
BASES = {
    "skill": "https://w3id.org/rsetk/skill/",
    "tool": "https://w3id.org/rsetk/tool/",
    "level": "https://w3id.org/rsetk/level/",
    "direct-level": "https://w3id.org/rsetk/direct/level/",
    "direct-skill": "https://w3id.org/rsetk/direct/skill/",
    "direct-tool": "https://w3id.org/rsetk/direct/tool/",
    "draft2023-skill": "https://w3id.org/rsetk/draft-2023/skill/",
    "edam": "http://edamontology.org/",
    "esco": "http://data.europa.eu/esco/skill/",
    "everse": "https://w3id.org/everse/i/indicators/",
    "hpccf": "https://www.hpc-certification.org/wiki/skill-tree/",
    "obo": "http://purl.obolibrary.org/obo/",
    "sfia9": "https://sfia-online.org/en/skillcode/9/",
    "wd": "http://www.wikidata.org/entity/",
}
DRAFT = json.loads((Path(__file__).parent / "draft-2023.json").read_text(encoding="utf-8"))
"""The 52 names of the RSE Competencies Toolkit of 2023 (CC BY 4.0), by group."""


def iri(path: Path, curie: str) -> str:
    prefix, _, local = curie.partition(":")
    return prefixes(path)[prefix] + local


# ---------------------------------------------------------------- every set


@pytest.mark.parametrize("path", SETS, **NAME)
def test_a_maintained_library_reads_it(path: Path) -> None:
    sssom_pydantic = pytest.importorskip("sssom_pydantic")
    pack = sssom_pydantic.read(path)
    assert len(pack.mappings) == len(rows(path))
    assert str(pack.mapping_set.version) == framework().version


@pytest.mark.parametrize("path", SETS, **NAME)
def test_rows_are_legal(path: Path) -> None:
    for row in rows(path):
        assert row["predicate_id"] in PREDICATES
        assert row["mapping_justification"] == "semapv:ManualMappingCuration"
        assert 0 < float(row["confidence"]) <= 1
        assert all(cell == " ".join(cell.split()) for cell in row.values()), row
    pairs = Counter((row["subject_id"], row["object_id"]) for row in rows(path))
    assert [pair for pair, number in pairs.items() if number > 1] == []


@pytest.mark.parametrize("path", SETS, **NAME)
def test_subjects_exist_under_their_label(path: Path) -> None:
    for row in rows(path):
        if row["subject_id"] == NOTHING:
            assert row["comment"], row
            continue
        subject = framework().by_iri[iri(path, row["subject_id"])]
        assert row["subject_label"] == subject["label"]["en"]


@pytest.mark.parametrize("path", SETS, **NAME)
def test_identifiers_have_the_shape_of_their_namespace(path: Path) -> None:
    declared = prefixes(path)
    for row in rows(path):
        prefix, _, local = row["object_id"].partition(":")
        assert re.fullmatch(SHAPES[prefix], local), row["object_id"]
        assert declared[prefix] == BASES[prefix]
        if row["subject_id"] != NOTHING:
            subject = row["subject_id"].partition(":")[0]
            assert declared[subject] == BASES[subject]


@pytest.mark.parametrize("path", SETS, **NAME)
def test_versions_of_objects_are_stated(path: Path) -> None:
    wanted = VERSIONS[path.name.removesuffix(".sssom.tsv")]
    for row in rows(path):
        assert re.fullmatch(wanted, row["object_source_version"]), row["object_id"]


def test_only_released_identifiers_of_edam_are_mapped() -> None:
    """4044 to 4047 are in the development version only, 4011 means something else there than was announced."""
    unreleased = {f"edam:topic_{number}" for number in (4011, 4044, 4045, 4046, 4047)}
    assert unreleased & {row["object_id"] for row in named("edam")} == set()


@pytest.mark.parametrize("path", SETS, **NAME)
def test_objects_have_labels_where_the_framework_allows_it(path: Path) -> None:
    without = [row for row in rows(path) if not row["object_label"]]
    if path.name == "sfia-9.sssom.tsv":
        assert without == rows(path), "SFIA is linked, not reproduced"
    else:
        assert [row["object_id"] for row in without if UNSEEN not in row["comment"]] == []


@pytest.mark.parametrize("path", [path for path in SETS if "skill" in prefixes(path)], **NAME)
def test_a_shared_name_is_a_shared_meaning(path: Path) -> None:
    """A skill that bears the name of an object, as label or as another name, is the same as it or close to it."""
    said = {(row["subject_id"], row["object_id"]): row["predicate_id"] for row in rows(path)}
    objects = {row["object_id"]: row["object_label"].casefold() for row in rows(path)}
    for skill in entries("Skill").values():
        names = {skill["label"]["en"], *(each["value"] for each in skill.get("alt_labels", ()))}
        folded = {name.casefold() for name in names}
        for object_id, label in objects.items():
            if label in folded:
                found = said.get((f"skill:{key(skill['id'])}", object_id))
                assert found in SAME, f"{key(skill['id'])}, {object_id}: {found}"


def test_nothing_is_both_the_same_and_something_else() -> None:
    """SKOS S46 over all sets at once, with exact matches closed under symmetry and transitivity."""
    said: dict[str, dict[str, list[str]]] = {}
    for path in SETS:
        for row in rows(path):
            if row["subject_id"] != NOTHING:
                slot = row["predicate_id"].removeprefix("skos:").replace("Match", "_match")
                slots = said.setdefault(iri(path, row["subject_id"]), {})
                slots.setdefault(slot, []).append(iri(path, row["object_id"]))
    assert sum(len(objects) for slots in said.values() for objects in slots.values()) > 700
    assert contradictions(said) == []


def test_a_contradiction_would_be_found() -> None:
    said = {"a": {"exact_match": ["x"], "broad_match": ["y"]}, "b": {"exact_match": ["x", "y"]}}
    assert len(contradictions(said)) == 1


# ---------------------------------------------------------------- the draft of 2023


def test_every_name_of_2023_is_a_label() -> None:
    labels = {
        text.casefold()
        for skill in entries("Skill").values()
        for text in [skill["label"]["en"], *(each["value"] for each in skill.get("alt_labels", ()))]
    }
    names = [name for group in DRAFT.values() for name in group]
    assert len(names) == 52
    assert [name for name in names if name.casefold() not in labels] == []


def test_every_name_of_2023_is_mapped() -> None:
    names = {name for group in DRAFT.values() for name in group}
    assert {row["object_label"] for row in named("draft-2023")} == names
    assert NOTHING not in {row["subject_id"] for row in named("draft-2023")}


def test_the_names_of_2023_are_those_of_the_toolkit() -> None:
    path = SHARED / "rse-competencies-toolkit-2023" / "skills.json"
    if not path.is_file():
        pytest.skip(f"the toolkit of 2023 is not at {path}")
    assert json.loads(path.read_text(encoding="utf-8")) == DRAFT


def test_level_4_of_2023_stays_undecided() -> None:
    found = [row for row in named("draft-2023-levels") if row["object_id"] == "level:draft-2023-4"]
    assert {row["subject_id"] for row in found} == {"level:practitioner", "level:expert"}
    assert {row["predicate_id"] for row in found} == {"skos:closeMatch"}
    assert sum(float(row["confidence"]) for row in found) == pytest.approx(1)


def test_every_level_of_2023_is_mapped() -> None:
    found = {row["object_id"] for row in named("draft-2023-levels")}
    assert found == {f"level:draft-2023-{rank}" for rank in range(6)}


# ---------------------------------------------------------------- DIRECT


def test_every_skill_of_direct_is_reached() -> None:
    """By a mapping from one of ours, or listed as without a counterpart; never both."""
    rows_ = named("direct-2.0.0")
    nothing = {row["object_id"] for row in rows_ if row["subject_id"] == NOTHING}
    reached = {row["object_id"] for row in rows_ if row["subject_id"] != NOTHING}
    assert len(reached | nothing) == 164
    assert reached & nothing == set()
    assert nothing == {"direct-skill:positive-engagement"}


def test_the_readme_counts_direct_right() -> None:
    order = ["exact", "close", "narrow", "broad", "related"]
    best: dict[str, int] = {}
    for row in named("direct-2.0.0"):
        if row["subject_id"] != NOTHING:
            place = order.index(row["predicate_id"].removeprefix("skos:").removesuffix("Match"))
            best[row["object_id"]] = min(place, best.get(row["object_id"], place))
    found = Counter(order[place] for place in best.values())
    assert found == {"exact": 36, "close": 71, "narrow": 42, "related": 14}
    text = " ".join(README.read_text(encoding="utf-8").split())
    assert "exact for 36, close for 71, narrow for 42 and merely related for 14" in text


@pytest.mark.parametrize(
    ("name", "file", "whole"),
    [("direct-2.0.0", "skill", True), ("direct-tools", "tool_language_methodology", False)],
)
def test_objects_in_direct_are_real(name: str, file: str, whole: bool) -> None:
    path = SHARED / "direct-2.0.0" / f"{file}.json"
    if not path.is_file():
        pytest.skip(f"the DIRECT release is not at {path}")
    theirs = {each["slug"]: each["name"].strip() for each in json.loads(path.read_text(encoding="utf-8"))}
    ours = {row["object_id"].partition(":")[2]: row["object_label"] for row in named(name)}
    assert {slug: theirs.get(slug) for slug in ours} == ours
    if whole:
        assert set(ours) == set(theirs)


def test_every_tool_is_mapped_to_direct() -> None:
    assert {row["subject_id"].partition(":")[2] for row in named("direct-tools")} == set(entries("Tool"))


def test_mapping_files_are_no_part_of_the_framework_itself() -> None:
    """Whoever wants the mappings reads the sets; loading the framework does not depend on them."""
    assert compile_framework(FOLDER).valid
    assert not any(slot.endswith("_match") for skill in entries("Skill").values() for slot in skill)
