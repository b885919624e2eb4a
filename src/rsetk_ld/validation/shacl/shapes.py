"""The shapes for some classes of the schema, cut out of all shapes.

A profile is checked together with the types of what it refers to, not with the whole framework; so the shapes
of framework classes must stay out, else they would find those bare nodes incomplete.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from rsetk_ld.vocabulary import PACKAGE, generated_text, vocabulary

if TYPE_CHECKING:
    from pyoxigraph import Store, Triple

SH = "http://www.w3.org/ns/shacl#"


def classes_below(class_name: str) -> frozenset[str]:
    """Return a class and all classes of its parts.

    >>> sorted(classes_below("SkillAssertion"))
    ['Evidence', 'SkillAssertion']
    """
    found = {class_name}
    stack = [class_name]
    while stack:
        for slot in vocabulary().classes[stack.pop()].slots.values():
            if slot.value == "part" and slot.range not in found:
                found.add(slot.range)
                stack.append(slot.range)
    return frozenset(found)


@cache
def shapes_for(class_names: frozenset[str]) -> str:
    """Return, as N-Triples, every shape that targets one of the classes."""
    import pyoxigraph as ox

    store = ox.Store()
    for text in _sources():
        store.load(text, format=ox.RdfFormat.TURTLE)
    target = ox.NamedNode(f"{SH}targetClass")
    wanted = {ox.NamedNode(vocabulary().classes[name].iri) for name in class_names}
    roots = [quad.subject for quad in store.quads_for_pattern(None, target, None) if quad.object in wanted]
    kept = _closure(store, roots)
    return bytes(ox.serialize(iter(kept), format=ox.RdfFormat.N_TRIPLES) or b"").decode()


def _sources() -> Iterable[str]:
    yield generated_text("shapes.ttl")
    for path in sorted((PACKAGE / "shapes").glob("*.ttl")):
        yield path.read_text(encoding="utf-8")


def _closure(store: "Store", roots: "list[Any]") -> "list[Triple]":
    """Return the statements about the nodes and about every blank node that they lead to."""
    import pyoxigraph as ox

    seen = set(roots)
    stack = list(roots)
    kept = []
    while stack:
        for quad in store.quads_for_pattern(stack.pop(), None, None):
            kept.append(quad.triple)
            if isinstance(quad.object, ox.BlankNode) and quad.object not in seen:
                seen.add(quad.object)
                stack.append(quad.object)
    return kept
