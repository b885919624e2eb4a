"""What is generated from the schema is what the schema says, and is committed as generated."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import rdflib
import yaml
from rdflib import OWL, RDF, RDFS, SH, URIRef

from rsetk_ld.vocabulary import Slot, generated_text, vocabulary

ROOT = Path(__file__).parent.parent.parent
GENERATED = ROOT / "src" / "rsetk_ld" / "generated"
SCHEMA = yaml.safe_load((ROOT / "schema" / "rsetk.yaml").read_text(encoding="utf-8"))
NOTES = {
    "Class": {"kind", "document"},
    "Slot": {
        "authored_as", "keyed", "keyed_by", "numbered", "short", "derived", "inherit", "inverse", "refers",
        "default",
    },
    "Value": {"authored_as"},
}  # fmt: skip
RSETK = vocabulary().prefixes["rsetk"]


def graph(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=generated_text(name), format="turtle")


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_committed_files_are_what_the_generators_write(seed: str, tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, str(ROOT / "schema" / "generate.py"), str(tmp_path)]
    subprocess.run(command, check=True, env=env, capture_output=True)
    for path in sorted(tmp_path.iterdir()):
        assert path.read_bytes() == (GENERATED / path.name).read_bytes(), f"{path.name}: run `make generate`"


def test_linkml_lint_has_nothing_to_say() -> None:
    command = [sys.executable, "-m", "linkml.linter.cli", "--config", ".linkmllint.yaml", "schema/rsetk.yaml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def described() -> dict[str, dict[str, Any]]:
    own = {
        f"{name}.{slot}": facts
        for name, cls in SCHEMA["classes"].items()
        for slot, facts in cls.get("attributes", {}).items()
    }
    return {**SCHEMA["classes"], **SCHEMA["slots"], **own}


@pytest.mark.parametrize("name", described())
def test_every_class_and_slot_is_described_and_exemplified(name: str) -> None:
    facts = described()[name]
    assert facts["description"].strip().endswith((".", "iri."))
    assert all(example["value"] for example in facts["examples"])
    assert facts["examples"]


@pytest.mark.parametrize("name", SCHEMA["enums"])
def test_every_value_is_described_and_has_an_iri_named_like_it(name: str) -> None:
    for text, facts in SCHEMA["enums"][name]["permissible_values"].items():
        assert facts["description"]
        assert facts["meaning"] == f"rsetk:{text}"


def test_annotations_use_words_that_the_build_knows() -> None:
    values = [v for enum in SCHEMA["enums"].values() for v in enum["permissible_values"].values()]
    for kind, found in (
        ("Class", SCHEMA["classes"].values()),
        ("Slot", SCHEMA["slots"].values()),
        ("Value", values),
    ):
        used = {note for facts in found for note in facts.get("annotations", {})}
        assert used <= NOTES[kind]


def test_annotations_name_slots_and_classes_that_exist() -> None:
    known = vocabulary().classes
    for cls in known.values():
        for slot in cls.slots.values():
            part = known[slot.range] if slot.value == "part" else None
            if part:
                assert {slot.keyed_by, slot.short} <= {*part.slots, "", "id"}
            assert slot.refers in {*known, "", "same"}
            assert not slot.default or slot.default in vocabulary().enums[slot.range].iris
            if slot.inverse:
                inverse = known[slot.range].slots[slot.inverse]
                assert inverse.derived


@pytest.mark.parametrize("name", ["schema.json", "authoring.json"])
def test_the_json_schemas_are_valid(name: str) -> None:
    schema = json.loads(generated_text(name))
    assert "2020-12" in schema["$schema"] or "2019-09" in schema["$schema"]
    jsonschema.Draft202012Validator.check_schema(schema)


def _linkml_context() -> dict[str, Any]:
    from linkml.generators.jsonldcontextgen import ContextGenerator

    text = ContextGenerator(str(ROOT / "schema" / "rsetk.yaml"), xsd_anyuri_as_iri=True).serialize()
    context: dict[str, Any] = json.loads(text)["@context"]
    return context


def _iri(text: str, prefixes: dict[str, Any]) -> str:
    if ":" not in text:
        return RSETK + text
    prefix, _, local = text.partition(":")
    base = prefixes.get(prefix, vocabulary().prefixes.get(prefix, ""))
    return f"{base['@id'] if isinstance(base, dict) else base}{local}" if not local.startswith("//") else text


def test_the_context_means_the_same_as_linkmls_but_for_texts_and_numbers() -> None:
    ours, theirs = json.loads(generated_text("context.jsonld"))["@context"], _linkml_context()
    slots: dict[str, Slot] = {n: s for cls in vocabulary().classes.values() for n, s in cls.slots.items()}
    for name, slot in slots.items():
        other = theirs.get(name, {"@id": f"rsetk:{name}"})
        assert _iri(ours[name]["@id"], {}) == _iri(other["@id"], vocabulary().prefixes) == slot.iri, name
        links = slot.value in {"iri", "reference"}
        assert (ours[name].get("@type") == "@id") == links
        if links:
            assert other.get("@type") == "@id", name
        if slot.value in {"date", "decimal"}:
            assert _iri(other["@type"], vocabulary().prefixes) == ours[name]["@type"]


def test_no_term_of_the_context_hides_a_prefix() -> None:
    context = json.loads(generated_text("context.jsonld"))["@context"]
    assert all(isinstance(context[name], dict) for cls in vocabulary().classes.values() for name in cls.slots)


@pytest.mark.parametrize("class_name", vocabulary().classes)
def test_every_class_has_one_shape_and_its_superclasses(class_name: str) -> None:
    cls = vocabulary().classes[class_name]
    node = URIRef(cls.iri)
    shapes, ontology = graph("shapes.ttl"), graph("ontology.ttl")
    assert list(shapes.subjects(SH.targetClass, node)) == [node]
    assert (node, SH.closed, rdflib.Literal(True)) in shapes
    assert (node, RDF.type, OWL.Class) in ontology
    above = set(map(str, ontology.transitive_objects(node, RDFS.subClassOf)))
    assert set(cls.types) <= above


def test_every_shape_is_for_a_class_of_the_schema() -> None:
    targets = {str(target) for target in graph("shapes.ttl").objects(None, SH.targetClass)}
    assert targets == {cls.iri for cls in vocabulary().classes.values()}


def test_every_slot_has_one_property_shape_in_every_class() -> None:
    shapes = graph("shapes.ttl")
    for cls in vocabulary().classes.values():
        paths = [str(shapes.value(p, SH.path)) for p in shapes.objects(URIRef(cls.iri), SH.property)]
        assert sorted(paths) == sorted([*(s.iri for s in cls.slots.values()), f"{RSETK}id"]), cls.name


def test_no_property_is_for_literals_and_for_things_at_once() -> None:
    ontology = graph("ontology.ttl")
    both = set(ontology.subjects(RDF.type, OWL.ObjectProperty)) & set(
        ontology.subjects(RDF.type, OWL.DatatypeProperty)
    )
    assert both == set()
    kinds = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    for cls in vocabulary().classes.values():
        for slot in cls.slots.values():
            assert set(ontology.objects(URIRef(slot.iri), RDF.type)) & kinds, slot.iri


def test_the_ontology_says_nothing_of_terms_of_others_but_their_kind() -> None:
    for subject, predicate, _ in graph("ontology.ttl"):
        assert (
            isinstance(subject, rdflib.BNode)
            or subject.startswith(RSETK.rstrip("/"))
            or predicate == RDF.type
        )
