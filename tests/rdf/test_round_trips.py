"""Instances of every class to every serialisation and back, read by two independent parsers."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import CLASSES, SHIPPED, any_instances, frameworks, instances, sensible

from rsetk_ld.authoring.canonical import from_canonical, to_canonical
from rsetk_ld.documents import dump_yaml, parse_document
from rsetk_ld.findings import Findings
from rsetk_ld.framework import shipped
from rsetk_ld.loading import load
from rsetk_ld.rdf.derive import derived, plain
from rsetk_ld.rdf.emit import lines
from rsetk_ld.rdf.parse import parse_rdf
from rsetk_ld.rdf.read import read_instances
from rsetk_ld.rdf.serialize import FORMATS, Item, item_triples, write
from rsetk_ld.vocabulary import vocabulary

PREFIXES = vocabulary().prefixes_for("https://fw.example/", "fw")
RDFLIB = {
    "turtle": "turtle",
    "jsonld": "json-ld",
    "ntriples": "nt",
    "nquads": "nquads",
    "trig": "trig",
    "rdfxml": "xml",
}
ROOT = Path(__file__).parent.parent.parent


def written(format_: str, *items: Item) -> bytes:
    out = io.BytesIO()
    write(items, format_, PREFIXES, out)
    return out.getvalue()


def as_written(item: Item) -> set[str]:
    """The triples as Oxigraph reads them from N-Triples, in its own spelling."""
    text = "".join(lines(item_triples(item)))
    return {str(quad.triple) for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)}


def by_rdflib(data: bytes, format_: str) -> set[tuple[Any, ...]]:
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=data, format=RDFLIB[format_])
    return {_spelled(triple) for triple in graph.triples((None, None, None))}


def _spelled(triple: tuple[Any, ...]) -> tuple[str, ...]:
    """A triple in one spelling, so that rdflib's equality by value plays no part."""
    return tuple(term.n3() for term in triple)


@pytest.mark.parametrize("class_name", CLASSES)
@given(st.data())
def test_every_serialisation_holds_the_same_triples_for_two_parsers(
    class_name: str, data: st.DataObject
) -> None:
    item = Item(class_name, data.draw(instances(class_name)))
    expected = as_written(item)
    nt = "".join(lines(item_triples(item))).encode()
    expected_rdflib = by_rdflib(nt, "ntriples")
    assert len(expected) == len(expected_rdflib)
    for format_ in FORMATS:
        text = written(format_, item)
        assert {str(quad.triple) for quad in parse_rdf(text, format_, "x")} == expected, format_
        assert by_rdflib(text, format_) == expected_rdflib, format_


@pytest.mark.parametrize("class_name", CLASSES)
@given(st.data())
def test_reading_gives_back_the_instance_that_was_written(class_name: str, data: st.DataObject) -> None:
    instance = data.draw(instances(class_name))
    for format_ in FORMATS:
        findings = Findings()
        text = written(format_, Item(class_name, instance))
        assert read_instances(parse_rdf(text, format_, "x"), findings) == [(class_name, instance)], format_
        assert findings == []


@given(st.lists(any_instances(), min_size=2, max_size=4, unique_by=lambda each: each[1]["id"]))
def test_many_instances_in_one_document_stay_apart(several: list[tuple[str, Any]]) -> None:
    subjects = [{s for s, _, _ in item_triples(Item(*each))} for each in several]
    assume(sum(map(len, subjects)) == len(set().union(*subjects)))
    for format_ in FORMATS:
        text = written(format_, *(Item(*each) for each in several))
        findings = Findings()
        read = read_instances(parse_rdf(text, format_, "x"), findings)
        assert read == sorted(several, key=lambda each: each[1]["id"]), format_
        assert findings == []


@given(any_instances())
def test_quads_are_in_the_graph_that_was_asked_for(made: tuple[str, Any]) -> None:
    for format_ in ("nquads", "trig"):
        text = written(format_, Item(*made, graph="https://ada.example/graph"))
        graphs = {quad.graph_name for quad in parse_rdf(text, format_, "x")}
        assert graphs == {ox.NamedNode("https://ada.example/graph")}


@given(any_instances())
def test_the_same_instance_is_written_as_the_same_bytes(made: tuple[str, Any]) -> None:
    shuffled = dict(reversed(made[1].items()))
    for format_ in FORMATS:
        assert written(format_, Item(*made)) == written(format_, Item(made[0], shuffled)), format_


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    program = """if True:
        import hashlib, io
        from rsetk_ld.framework import shipped
        from rsetk_ld.rdf.serialize import FORMATS, Item, write
        for format_ in FORMATS:
            out = io.BytesIO()
            write([Item("Framework", shipped().data)], format_, shipped().names.prefixes, out)
            print(format_, hashlib.sha256(out.getvalue()).hexdigest())
    """
    outputs = set()
    for seed in ("0", "1", "4711"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(
            [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


@pytest.mark.parametrize("format_", FORMATS)
def test_the_shipped_framework_comes_back_from_every_serialisation(format_: str) -> None:
    findings = Findings()
    text = written(format_, Item("Framework", shipped().data))
    assert read_instances(parse_rdf(text, format_, "x"), findings) == [("Framework", shipped().data)]
    assert findings == []


@pytest.mark.parametrize("format_", ["ntriples", "nquads", "turtle", "trig", "jsonld"])
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_control_characters_survive_outside_xml(format_: str, text: str) -> None:
    instance = {"id": "https://ada.example/log", "title": {"en": text}}
    read = read_instances(parse_rdf(written(format_, Item("Evidence", instance)), format_, "x"), Findings())
    assert read == [("Evidence", instance)]


@pytest.mark.parametrize("class_name", CLASSES)
@pytest.mark.parametrize("format_", ["yaml", "json"])
@given(st.data())
def test_a_canonical_file_gives_back_the_instance(class_name: str, format_: str, data: st.DataObject) -> None:
    instance = data.draw(instances(class_name))
    canonical = to_canonical(class_name, instance, PREFIXES)
    text = dump_yaml(canonical) if format_ == "yaml" else json.dumps(canonical)
    document = parse_document(text, name="x", format=format_)
    assert document.data == canonical
    findings = Findings()
    assert from_canonical(class_name, document.data, PREFIXES, findings, {}) == instance
    assert findings == []


LOADED_BY = {"PersonProfile": "assertions", "RoleProfile": "requirements", "LearningResource": "outcomes"}


@pytest.mark.parametrize("class_name", LOADED_BY)
@pytest.mark.parametrize("suffix", [".yaml", ".json", ".ttl", ".jsonld", ".rdf"])
@settings(max_examples=10)
@given(data=st.data())
def test_loading_a_file_gives_the_instance_without_findings(
    class_name: str, suffix: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    instance = data.draw(sensible(class_name, having=[LOADED_BY[class_name]]))
    path = tmp_path_factory.mktemp("loaded") / f"x{suffix}"
    canonical = to_canonical(class_name, instance, shipped().names.prefixes)
    rdf = {".ttl": "turtle", ".jsonld": "jsonld", ".rdf": "rdfxml"}
    if suffix in rdf:
        path.write_bytes(written(rdf[suffix], Item(class_name, instance)))
    else:
        path.write_text(
            dump_yaml(canonical) if suffix == ".yaml" else json.dumps(canonical), encoding="utf-8"
        )
    loaded = load(path, SHIPPED.framework)
    assert loaded.findings == []
    assert loaded.instances == [(class_name, instance)]


@given(frameworks())
def test_derived_statements_come_and_go_without_a_trace(framework: dict[str, Any]) -> None:
    before = json.dumps(framework)
    full = derived(framework)
    assert json.dumps(framework) == before
    assert plain("Framework", full) == framework
    assert derived(full) == full
