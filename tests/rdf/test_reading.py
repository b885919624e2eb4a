"""Nothing in a graph is lost in silence: what is not in the instances is derived or reported."""

from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import CLASSES, SLOT_BREAKS, any_instances, broken, frameworks

from rsetk_ld.findings import Findings
from rsetk_ld.rdf.derive import derived
from rsetk_ld.rdf.emit import lines, triples
from rsetk_ld.rdf.read import read_instances
from rsetk_ld.vocabulary import vocabulary

PREDICATES = sorted({slot.iri for cls in vocabulary().classes.values() for slot in cls.slots.values()})
DERIVED = {slot.iri for cls in vocabulary().classes.values() for slot in cls.slots.values() if slot.derived}
XSD = "http://www.w3.org/2001/XMLSchema#"
NODES = st.sampled_from(
    [
        ox.NamedNode("https://a.example/1"),
        ox.NamedNode("https://a.example/2"),
        ox.BlankNode("b1"),
        ox.BlankNode("b2"),
    ]
)
TERMS = st.one_of(
    NODES,
    st.sampled_from([ox.NamedNode(cls.iri) for cls in vocabulary().classes.values()]),
    st.sampled_from([ox.NamedNode(iri) for enum in vocabulary().enums.values() for iri in enum.texts]),
    st.builds(
        lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(XSD + kind)),
        st.sampled_from(
            ["1", "0.5", "true", "2026-11-01", "20261101", "2026-W01-1", "1e3", "", "x", "٣", "-1"]
        ),
        st.sampled_from(["string", "integer", "decimal", "boolean", "date", "double", "dateTime"]),
    ),
    st.builds(lambda tag: ox.Literal("text", language=tag), st.sampled_from(["en", "EN", "fr"])),
    st.just(
        ox.Triple(ox.NamedNode("https://a.example/1"), ox.NamedNode("https://a.example/p"), ox.Literal("x"))
    ),
)
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
PREDICATE = st.one_of(st.just(TYPE), st.sampled_from([ox.NamedNode(iri) for iri in PREDICATES]))


def parsed(text: str) -> list[ox.Quad]:
    return list(ox.parse(text, format=ox.RdfFormat.N_TRIPLES))


def again(found: list[tuple[str, dict[str, Any]]]) -> set[str]:
    text = "".join(line for each in found for line in lines(triples(*each)))
    return {str(quad.triple) for quad in parsed(text)}


def lost(quads: list[ox.Quad], found: list[tuple[str, dict[str, Any]]]) -> set[str]:
    stated = {str(quad.triple) for quad in quads if quad.predicate.value not in DERIVED}
    return stated - again(found)


@given(any_instances(), st.lists(st.builds(ox.Quad, NODES, PREDICATE, TERMS), min_size=1, max_size=6))
def test_any_statement_is_read_or_reported(made: tuple[str, Any], junk: list[ox.Quad]) -> None:
    quads = parsed("".join(lines(triples(*made)))) + junk
    findings = Findings()
    found = read_instances(quads, findings)
    assert findings or not lost(quads, found)


@given(st.sampled_from(["PersonProfile", "RoleProfile", "LearningResource", "Framework"]).flatmap(broken))
def test_reading_what_is_broken_never_raises(bad: Any) -> None:
    quads = parsed("".join(lines(bad.triples)))
    findings = Findings()
    found = read_instances(quads, findings)
    assert findings or not lost(quads, found)


@pytest.mark.parametrize("name", [name for name in SLOT_BREAKS if name != "required slot is missing"])
@given(st.data())
def test_reading_reports_what_a_slot_cannot_hold(name: str, data: st.DataObject) -> None:
    class_name = data.draw(st.sampled_from(["PersonProfile", "RoleProfile", "LearningResource"]))
    bad = data.draw(broken(class_name, names=(name,)))
    findings = Findings()
    found = read_instances(parsed("".join(lines(bad.triples))), findings)
    silent = {"number out of range", "value against the pattern", "reference that leads nowhere"}
    if bad.name not in silent and (found[0][0], bad.name) != (class_name, "unknown slot"):
        assert findings.errors, bad.where


@given(frameworks())
def test_derived_statements_make_no_difference(framework: dict[str, Any]) -> None:
    short = parsed("".join(lines(triples("Framework", framework))))
    long = parsed("".join(lines(triples("Framework", derived(framework)))))
    assert read_instances(short, Findings()) == read_instances(long, Findings()) == [("Framework", framework)]


@pytest.mark.parametrize("class_name", CLASSES)
def test_a_type_alone_is_an_instance(class_name: str) -> None:
    text = f"<https://a.example/1> a <{vocabulary().classes[class_name].iri}> ."
    quads = list(ox.parse(text, format=ox.RdfFormat.TURTLE))
    assert read_instances(quads, Findings()) == [(class_name, {"id": "https://a.example/1"})]


def test_a_level_without_a_rank_comes_before_nothing() -> None:
    levels = [
        {"id": f"https://fw.example/level/{name}", **more} for name, more in (("a", {"rank": 1}), ("b", {}))
    ]
    scale = {"id": "https://fw.example/scale/s", "levels": levels}
    (made,) = derived({"id": "https://fw.example/framework", "scales": [scale]})["scales"]
    assert not any("precedes" in level for level in made["levels"])
