"""The structural layers on a canonical file and SHACL on the same statements give the same verdict."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import BREAKS, NODE_BREAKS, SHIPPED, TODAY, Broken, broken, frameworks, sensible

from rsetk_ld.authoring.canonical import to_canonical
from rsetk_ld.framework import Framework
from rsetk_ld.loading import Loaded, load
from rsetk_ld.rdf.derive import derived
from rsetk_ld.rdf.emit import Triple, lines, triples
from rsetk_ld.rdf.terms import RDF_TYPE, iri
from rsetk_ld.validation.graph import graph_findings
from rsetk_ld.validation.meaning import meaning_findings, reference_findings
from rsetk_ld.validation.shacl.engines import Violation, engine
from rsetk_ld.validation.shacl.shapes import classes_below, shapes_for
from rsetk_ld.vocabulary import vocabulary

CLASSES = ["PersonProfile", "RoleProfile", "LearningResource", "Framework"]
# By which key a canonical file is known for what it is (`profiles/sort.py`).
KNOWN_BY = {
    "PersonProfile": {"assertions"},
    "RoleProfile": {"requirements"},
    "LearningResource": {"outcomes"},
    "Framework": {"skills", "scales"},
}
LEVELS = SHIPPED.known["Level"]
SKILL = SHIPPED.known["Skill"][0]
PROFILE = {
    "id": "https://ada.example/skills",
    "framework": SHIPPED.release,
    "about": {"id": "https://ada.example/#me", "name": "Ada"},
    "assertions": [{"id": "https://ada.example/skills#1", "skill": SKILL, "level": LEVELS[1]}],
}
RESOURCE = {
    "id": "https://w3id.org/rsetk/resource/x",
    "label": {"en": "X"},
    "url": "https://x.example/",
    "outcomes": [{"id": "https://w3id.org/rsetk/resource/x#1", "skill": SKILL}],
}


def _assertion(**slots: Any) -> dict[str, Any]:
    return {**PROFILE, "assertions": [{**PROFILE["assertions"][0], **slots}]}  # type: ignore[index]


def _evidence(title: dict[str, str], number: int) -> dict[str, Any]:
    evidence = {"id": "https://ada.example/log", "title": title}
    skill = SHIPPED.known["Skill"][number]
    made = _assertion(evidence=[evidence], skill=skill)["assertions"][0]
    return {**made, "id": f"https://ada.example/skills#{number}"}


# What SHACL with core constraints cannot see in one document: the reason, and a document that shows it.
SHACL_CANNOT_SEE: dict[str, tuple[str, str, dict[str, Any]]] = {
    "P004": ("shapes know no today", "PersonProfile", {**PROFILE, "created": "2999-01-01"}),
    "P010": (
        "a check digit takes arithmetic",
        "PersonProfile",
        {
            **PROFILE,
            "about": {"id": "https://ada.example/#me", "orcid": "https://orcid.org/0000-0002-1825-0098"},
        },
    ),
    "P011": (
        "an address in a name is a matter of taste, kept out of the published shapes",
        "PersonProfile",
        {**PROFILE, "about": {"id": "https://ada.example/#me", "name": "ada@ada.example"}},
    ),
    "P017": (
        "ranks are in the framework, and comparing them takes SPARQL",
        "LearningResource",
        {
            **RESOURCE,
            "outcomes": [{**RESOURCE["outcomes"][0], "from_level": LEVELS[2], "to_level": LEVELS[1]}],
        },
    ),
    "P022": (
        "in a graph the titles of one address are one set, and two languages are no fault",
        "PersonProfile",
        {**PROFILE, "assertions": [_evidence({"en": "Log"}, 1), _evidence({"fr": "Journal"}, 2)]},
    ),
    "P006": (
        "that one skill stands once is a count over other nodes",
        "PersonProfile",
        {
            **PROFILE,
            "assertions": [
                {**PROFILE["assertions"][0], "id": f"https://ada.example/skills#{n}"} for n in (1, 2)
            ],
        },
    ),
    "R009": (
        "any IRI may name a framework",
        "PersonProfile",
        {**PROFILE, "framework": "https://other.example/framework"},
    ),
}
RUST = engine("rust")


def findings_on_file(class_name: str, data: dict[str, Any], folder: Path) -> list[str]:
    path = folder / "x.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    loaded = load(path, None if class_name == "Framework" else SHIPPED.framework)
    loaded.add(reference_findings(loaded))
    loaded.add(meaning_findings(loaded, TODAY))
    return [f"{f.code} {f.message}" for f in loaded.findings if f.severity == "error"]


def findings_on_graph(class_name: str, made: list[Triple]) -> list[Violation]:
    """Check triples as `graph_findings` does: with the types of the framework's entries they refer to."""
    referred = {object_ for _, _, object_ in made} - {subject for subject, _, _ in made}
    known = SHIPPED.framework.class_of if SHIPPED.framework and class_name != "Framework" else {}
    context = [
        (term, RDF_TYPE, iri(type_))
        for term in referred
        if term[1:-1] in known
        for type_ in vocabulary().classes[known[term[1:-1]]].types
    ]
    return RUST("".join(lines(made + context)), shapes_for(classes_below(class_name)))


def kept(class_name: str, data: dict[str, Any]) -> dict[str, Any]:
    """The data as a canonical file, if it is known as one."""
    return to_canonical(class_name, data, SHIPPED.framework.names.prefixes if SHIPPED.framework else {})


@pytest.mark.parametrize("class_name", CLASSES)
@given(data=st.data())
def test_what_is_sensible_is_valid_for_both(
    class_name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    strategy = frameworks() if class_name == "Framework" else sensible(class_name)
    made = data.draw(strategy.filter(lambda made: KNOWN_BY[class_name] <= set(made)))
    folder = tmp_path_factory.mktemp("valid")
    whole = derived(made) if class_name == "Framework" else made
    assert findings_on_file(class_name, kept(class_name, made), folder) == []
    assert findings_on_graph(class_name, triples(class_name, whole)) == []
    framework = Framework(made) if class_name == "Framework" else SHIPPED.framework
    loaded = Loaded("x", instances=[(class_name, made)], framework=framework)
    assert graph_findings([loaded], RUST) == [[]]


@pytest.mark.parametrize(
    ("class_name", "name"),
    [
        (class_name, name)
        for name in BREAKS
        for class_name in CLASSES
        if name not in NODE_BREAKS or class_name == "PersonProfile"
    ],
)
@settings(max_examples=8)
@given(data=st.data())
def test_what_is_broken_is_invalid_for_both(
    class_name: str, name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    strategy = broken(class_name, names=(name,))
    bad: Broken = data.draw(strategy.filter(lambda bad: KNOWN_BY[class_name] <= set(bad.file)))
    by_file = findings_on_file(class_name, bad.file, tmp_path_factory.mktemp("broken"))
    by_graph = findings_on_graph(class_name, bad.triples)
    assert by_file, (bad.name, bad.where)
    assert by_graph, (bad.name, bad.where)


@pytest.mark.parametrize("code", SHACL_CANNOT_SEE)
def test_what_shapes_cannot_see_is_found_by_the_other_layers(code: str, tmp_path: Path) -> None:
    _, class_name, data = SHACL_CANNOT_SEE[code]
    assert [found[:4] for found in findings_on_file(class_name, data, tmp_path)] == [code]
    assert findings_on_graph(class_name, triples(class_name, data)) == []


@pytest.mark.parametrize(("class_name", "data"), [("PersonProfile", PROFILE), ("LearningResource", RESOURCE)])
def test_without_its_fault_each_of_these_documents_is_valid(
    class_name: str, data: dict[str, Any], tmp_path: Path
) -> None:
    assert findings_on_file(class_name, data, tmp_path) == []
    assert findings_on_graph(class_name, triples(class_name, data)) == []
