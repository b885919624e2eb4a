"""LinkML's own dataclasses and RDF dumper as an oracle for ours: the same triples, but for a listed few."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, XSD, Literal, URIRef
from rdflib.namespace import DCTERMS
from strategies import CLASSES, IRIS, LOOSE, SHIPPED, instances, sensible

from rsetk_ld.authoring.canonical import to_canonical
from rsetk_ld.documents import dump_yaml
from rsetk_ld.framework import shipped
from rsetk_ld.rdf.emit import lines, triples
from rsetk_ld.vocabulary import vocabulary

SCHEMA = Path(__file__).parent.parent.parent / "schema" / "rsetk.yaml"
# LinkML reads no IRI beyond ASCII, no IPv6 host, and takes `urn:` for a prefix that nobody declared.
READABLE = IRIS.filter(lambda iri: iri.isascii() and iri.startswith("http") and "[" not in iri)
WORLD = replace(LOOSE, iris=READABLE)
RSETK = rdflib.Namespace(vocabulary().prefixes["rsetk"])
Statements = set[tuple[Any, Any, Any]]


def _texts_as_literals(graph: Statements) -> Statements:
    helpers = {s for s, p, o in graph if p == RDF.type and o in {RSETK.LanguageString, RSETK.TaggedText}}
    tags = {s: str(o) for s, p, o in graph if p == DCTERMS.language and s in helpers}
    texts = {s: str(o) for s, p, o in graph if p == RSETK.literalText}
    return {
        (s, p, Literal(texts[o], lang=tags[o].lower()) if o in helpers else o)
        for s, p, o in graph
        if s not in helpers
    }


def _own_types_only(graph: Statements) -> Statements:
    return {(s, p, o) for s, p, o in graph if p != RDF.type or o.startswith(RSETK)}


def _numbers_by_value(graph: Statements) -> Statements:
    def same(term: Any) -> Any:
        decimal = isinstance(term, Literal) and term.datatype == XSD.decimal
        return Literal(repr(float(term)), datatype=XSD.decimal) if decimal else term

    return {(s, p, same(o)) for s, p, o in graph}


# Every difference between the oracle and us: why it is meant, and how it is taken out of a set of statements.
DIFFERENCES: dict[str, tuple[str, Callable[[Statements], Statements]]] = {
    "texts": (
        "LinkML has no language-tagged literals; it writes a node with tag and text",
        _texts_as_literals,
    ),
    "types": (
        "LinkML writes one rdf:type; we add those that the schema declares by `implements`",
        _own_types_only,
    ),
    "decimals": (
        "LinkML writes 1e-07, which is no xsd:decimal, and 1.0 for 1; the values are equal",
        _numbers_by_value,
    ),
}


def alike(graph: Statements) -> Statements:
    for _, change in DIFFERENCES.values():
        graph = change(graph)
    return graph


@cache
def view() -> Any:
    from linkml_runtime.utils.schemaview import SchemaView

    return SchemaView(str(SCHEMA))


def by_linkml(class_name: str, canonical: dict[str, Any]) -> Statements:
    from linkml_runtime.dumpers import rdflib_dumper

    from rsetk_ld.generated import model

    loaded = getattr(model, class_name)(**canonical)
    return set(rdflib_dumper.as_rdf_graph(loaded, schemaview=view()))


def by_us(class_name: str, instance: dict[str, Any]) -> Statements:
    text = "".join(lines(triples(class_name, instance)))
    return set(rdflib.Graph().parse(data=text, format="nt"))


@pytest.mark.parametrize("class_name", [name for name in CLASSES if name != "Framework"])
@settings(max_examples=6)
@given(data=st.data())
def test_linkml_gives_the_same_triples_for_every_class(class_name: str, data: st.DataObject) -> None:
    instance = data.draw(instances(class_name, WORLD))
    canonical = to_canonical(class_name, instance, vocabulary().prefixes)
    assert alike(by_us(class_name, instance)) == alike(by_linkml(class_name, canonical))


@pytest.mark.slow
def test_linkml_gives_the_same_triples_for_the_shipped_framework() -> None:
    data = json.loads(json.dumps(shipped().data).replace("\\u2013", "%E2%80%93"))  # see READABLE
    canonical = to_canonical("Framework", data, shipped().names.prefixes)
    assert alike(by_us("Framework", data)) == alike(by_linkml("Framework", canonical))


@settings(max_examples=1)
@given(profile=sensible("PersonProfile", replace(SHIPPED, iris=READABLE), None, having=["assertions"]))
def test_linkml_convert_gives_the_same_triples_for_a_canonical_file(
    profile: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("convert")
    canonical = to_canonical("PersonProfile", profile, shipped().names.prefixes)
    (folder / "x.yaml").write_text(dump_yaml(canonical), encoding="utf-8")
    command = [sys.executable, "-m", "linkml.converter.cli", "-s", str(SCHEMA), "-C", "PersonProfile"]
    command += ["-o", str(folder / "x.ttl"), str(folder / "x.yaml")]
    subprocess.run(command, check=True, capture_output=True)
    theirs = set(rdflib.Graph().parse(folder / "x.ttl"))
    assert alike(by_us("PersonProfile", profile)) == alike(theirs)


@pytest.mark.parametrize("name", DIFFERENCES)
def test_each_listed_difference_is_still_one(name: str) -> None:
    """A difference that LinkML has given up would hide mistakes; this test asks for its removal."""
    instance = {
        "id": "https://ada.example/#1",
        "skill": "https://fw.example/skill/x",
        "confidence": 1e-7,
        "note": {"en": "Note"},
    }
    ours, theirs = by_us("SkillAssertion", instance), by_linkml("SkillAssertion", instance)
    for other, (_, change) in DIFFERENCES.items():
        if other != name:
            ours, theirs = change(ours), change(theirs)
    assert {tuple(map(_n3, t)) for t in ours} != {tuple(map(_n3, t)) for t in theirs}


def _n3(term: URIRef | Literal) -> str:
    return str(term.n3())
