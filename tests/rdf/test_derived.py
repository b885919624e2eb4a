"""What RDF states and nobody writes, against a statement of the rules in SPARQL."""

import io
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from strategies import frameworks

from rsetk_ld.framework import shipped
from rsetk_ld.rdf.serialize import Item, write

PROLOGUE = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rsetk: <https://w3id.org/rsetk/schema/>
PREFIX ceterms: <https://purl.org/ctdl/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
"""
# What each derived predicate must relate, said in SPARQL over what people do write.
RULES = {
    "skos:narrower": "?o skos:broader ?s",
    "skos:broader": "?o skos:narrower ?s",
    "skos:related": "?o skos:related ?s",
    "skos:topConceptOf": """{ ?o a rsetk:Framework ; rsetk:hasDomain|rsetk:hasCompetency|rsetk:hasSkill ?s
                              FILTER NOT EXISTS { ?s skos:broader ?above } }
                            UNION { ?o skos:hasTopConcept ?s }""",
    "skos:inScheme": """{ ?o a rsetk:Framework ; rsetk:hasDomain|rsetk:hasCompetency|rsetk:hasSkill|rsetk:hasTool
                          |rsetk:hasProvider|rsetk:hasResource|rsetk:hasRole|rsetk:hasScale ?s }
                        UNION { ?o skos:hasTopConcept ?s }""",
    "ceterms:precedes": """?scale skos:hasTopConcept ?s, ?o . ?s rsetk:rank ?low . ?o rsetk:rank ?high
                           FILTER(?low < ?high)
                           FILTER NOT EXISTS { ?scale skos:hasTopConcept/rsetk:rank ?mid
                                               FILTER(?low < ?mid && ?mid < ?high) }""",
    "owl:versionIRI": """?s a rsetk:Framework ; dcat:version ?v
                         BIND(IRI(CONCAT(STR(?s), "/", ?v)) AS ?o)""",
}


def store(framework: dict[str, Any]) -> ox.Store:
    out = io.BytesIO()
    write([Item("Framework", framework)], "ntriples", {}, out)
    made = ox.Store()
    made.load(out.getvalue(), format=ox.RdfFormat.N_TRIPLES)
    return made


def pairs(made: ox.Store, pattern: str) -> set[tuple[str, str]]:
    rows = made.query(f"{PROLOGUE} SELECT DISTINCT ?s ?o WHERE {{ {pattern} }}")
    return {(str(row["s"]), str(row["o"])) for row in rows}


def differences(framework: dict[str, Any]) -> dict[str, set[tuple[str, str]]]:
    made = store(framework)
    wrong = {name: pairs(made, f"?s {name} ?o") ^ pairs(made, rule) for name, rule in RULES.items()}
    return {name: found for name, found in wrong.items() if found}


@given(frameworks())
def test_every_framework_states_what_the_rules_say_and_no_more(framework: dict[str, Any]) -> None:
    assert differences(framework) == {}


def test_the_shipped_framework_states_what_the_rules_say_and_no_more() -> None:
    assert differences(shipped().data) == {}


def test_rank_decides_which_level_comes_next_whatever_the_order_of_display() -> None:
    levels = [
        {"id": "https://fw.example/level/high", "label": {"en": "High"}, "rank": 2, "position": 1},
        {"id": "https://fw.example/level/low", "label": {"en": "Low"}, "rank": 1, "position": 2},
    ]
    scale = {"id": "https://fw.example/scale/own", "label": {"en": "Own"}, "levels": levels}
    head = {"id": "https://fw.example/framework", "title": {"en": "F"}, "version": "1", "scales": [scale]}
    assert pairs(store(head), "?s ceterms:precedes ?o") == {
        ("<https://fw.example/level/low>", "<https://fw.example/level/high>")
    }


@pytest.mark.parametrize("missing", ["version", "scales", "domains", "skills"])
def test_a_framework_that_lacks_something_is_written_all_the_same(missing: str) -> None:
    framework = {name: value for name, value in shipped().data.items() if name != missing}
    assert len(store(framework)) > 100
