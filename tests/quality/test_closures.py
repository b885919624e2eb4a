"""The closure logic against SPARQL property paths, on random statements."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from rsetk_ld.validation.quality.graphs import circles, components, reachable, shortest_path
from rsetk_ld.validation.quality.hierarchy import related_to_ancestors
from rsetk_ld.validation.quality.mappings import contradictions
from rsetk_ld.validation.quality.prerequisites import redundant

PREDICATES = {
    "exact_match": SKOS.exactMatch,
    "broad_match": SKOS.broadMatch,
    "narrow_match": SKOS.narrowMatch,
    "related_match": SKOS.relatedMatch,
    "domain": SKOS.broader,
    "competency": SKOS.broader,
    "related": SKOS.related,
}
Statements = dict[str, dict[str, list[str]]]

OURS = [f"urn:own:{name}" for name in "abcde"]
THEIRS = [f"urn:other:{name}" for name in "xyz"]


def statements(*slots: str) -> st.SearchStrategy[Statements]:
    targets = st.lists(st.sampled_from(OURS + THEIRS), unique=True, max_size=3)
    return st.dictionaries(
        st.sampled_from(OURS), st.dictionaries(st.sampled_from(slots), targets, max_size=3), max_size=5
    )


graphs = st.fixed_dictionaries({name: st.lists(st.sampled_from("abcdef"), unique=True) for name in "abcdef"})


def as_rdf(given_: Mapping[str, Mapping[str, list[str]]]) -> Graph:
    graph = Graph()
    for node, slots in given_.items():
        for slot, others in slots.items():
            for other in others:
                graph.add((URIRef(node), PREDICATES[slot], URIRef(other)))
    return graph


def pairs(graph: Graph, pattern: str) -> set[frozenset[str]]:
    rows = graph.query(f"SELECT DISTINCT ?a ?b {{ {pattern} FILTER(?a != ?b) }}", initNs={"skos": SKOS})
    return {frozenset((str(a), str(b))) for a, b in rows}


@settings(max_examples=300, deadline=None)
@given(statements("exact_match", "broad_match", "narrow_match", "related_match"))
def test_s46_as_sparql_sees_it(stated: Statements) -> None:
    found = contradictions(stated)
    assert {frozenset((one.subject, one.object)) for one in found} == pairs(
        as_rdf(stated),
        """?a (skos:exactMatch|^skos:exactMatch)+ ?b .
           ?a (skos:broadMatch|^skos:narrowMatch|skos:relatedMatch) ?b .""",
    ) | pairs(
        as_rdf(stated),
        """?b (skos:exactMatch|^skos:exactMatch)+ ?a .
           ?a (skos:narrowMatch|^skos:broadMatch|^skos:relatedMatch) ?b .""",
    )
    for one in found:
        assert one.object in stated[one.subject][one.slot]
        exact = {
            frozenset((node, other))
            for node, slots in stated.items()
            for other in slots.get("exact_match", ())
        }
        assert all(frozenset(step) in exact for step in zip(one.chain, one.chain[1:], strict=False))
        assert (one.chain[0], one.chain[-1]) == (one.subject, one.object)


@settings(max_examples=300, deadline=None)
@given(statements("domain", "competency", "broad_match", "narrow_match", "related", "related_match"))
def test_s27_as_sparql_sees_it(stated: Statements) -> None:
    found = {frozenset((node, other)) for node, _, other in related_to_ancestors(stated) if node != other}
    assert found == pairs(
        as_rdf(stated),
        """?a (skos:broader|skos:broadMatch|^skos:narrowMatch)+ ?b .
           ?a (skos:related|^skos:related|skos:relatedMatch|^skos:relatedMatch) ?b .""",
    )


@given(graphs)
def test_circles_cover_exactly_the_links_that_lie_on_one(graph: dict[str, list[str]]) -> None:
    found = circles(graph)
    covered = {step for circle in found for step in zip(circle, [*circle[1:], circle[0]], strict=True)}
    assert covered == {
        (node, other)
        for node, others in graph.items()
        for other in others
        if other != node and node in reachable(graph, other)
    }
    for circle in found:
        assert len(circle) == len(set(circle)) > 1
    assert len({frozenset(zip(c, [*c[1:], c[0]], strict=True)) for c in found}) == len(found)


@given(graphs)
def test_components_are_mutual_reach(graph: dict[str, list[str]]) -> None:
    part = components(graph)
    for one in graph:
        for other in graph:
            mutual = one == other or (other in reachable(graph, one) and one in reachable(graph, other))
            assert (part[one] == part[other]) == mutual


@given(graphs)
def test_redundant_links_can_go_without_loss_of_reach(graph: dict[str, list[str]]) -> None:
    found = redundant(graph)
    dropped = {(node, other) for node, other, _ in found}
    rest = {node: [o for o in others if (node, o) not in dropped] for node, others in graph.items()}
    for node, other, via in found:
        assert via in graph[node]
        assert other in reachable(graph, via)
        assert other in reachable(rest, node)


@given(graphs)
def test_redundant_links_are_all_found_without_circles(graph: dict[str, list[str]]) -> None:
    acyclic = {node: [other for other in others if other > node] for node, others in graph.items()}
    for node, others in acyclic.items():
        for other in others:
            without = {**acyclic, node: [o for o in others if o != other]}
            follows = other in reachable(without, node)
            assert follows == any(one[:2] == (node, other) for one in redundant(acyclic))


def test_long_chains_need_no_recursion() -> None:
    chain = {str(n): [str(n + 1)] for n in range(20_000)}
    assert circles(chain) == []
    assert len(shortest_path(chain, "0", "20000")) == 20_001


def test_dense_graphs_do_not_explode() -> None:
    dense = {str(n): [str(m) for m in range(40) if m != n] for n in range(40)}
    assert 0 < len(circles(dense)) <= 40 * 39


@pytest.mark.parametrize("graph", [{}, {"a": []}, {"a": ["a"]}])
def test_nothing_to_find(graph: dict[str, list[str]]) -> None:
    assert circles(graph) == []
    assert redundant(graph) == []
