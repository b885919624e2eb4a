"""From canonical instances to triples.

A triple is three terms in N-Triples syntax. Order is part of the contract: types first, then the slots in the
order of the schema, then the parts, so that every serialisation of one instance is the same text each time.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from rsetk_ld.rdf.terms import RDF_TYPE, decimal_text, iri, literal
from rsetk_ld.vocabulary import Slot, vocabulary

Triple = tuple[str, str, str]
Instance = Mapping[str, Any]
Objects = Callable[[Any], list[str]]


def triples(class_name: str, instance: Instance) -> list[Triple]:
    """Return the triples of an instance of a class of the schema, parts included.

    >>> person = {"id": "https://ada.example/#me", "name": "Ada Example"}
    >>> [o for s, p, o in triples("Person", person)][-1]
    '"Ada Example"'
    """
    out: list[Triple] = []
    _add(out, class_name, instance)
    return out


def _add(out: list[Triple], class_name: str, instance: Instance) -> None:
    types, slots = _writers(class_name)
    subject = iri(instance["id"])
    for type_ in types:
        out.append((subject, RDF_TYPE, type_))
    parts = []
    for name, predicate, objects, part in slots:
        value = instance.get(name)
        if value is None:
            continue
        if part:
            members = value if isinstance(value, list) else [value]
            parts += [(part, member) for member in members]
            out += [(subject, predicate, iri(member["id"])) for member in members]
        else:
            out += [(subject, predicate, term) for term in objects(value)]
    for part, member in parts:
        _add(out, part, member)


@cache
def _writers(class_name: str) -> tuple[list[str], list[tuple[str, str, Objects, str]]]:
    cls = vocabulary().classes[class_name]
    slots = [
        (slot.name, iri(slot.iri), _objects(slot), slot.range if slot.value == "part" else "")
        for slot in cls.slots.values()
    ]
    return [iri(type_) for type_ in cls.types], slots


def _objects(slot: Slot) -> Objects:
    """Return the function from a value of the slot to its object terms."""
    if slot.value == "texts":
        return lambda value: [literal(text, language=tag) for tag, text in value.items()]
    if slot.value == "tagged":
        return lambda value: [literal(text["value"], language=text["tag"]) for text in value]
    single = _single(slot)
    if slot.many:
        return lambda value: [single(item) for item in value]
    return lambda value: [single(value)]


def _single(slot: Slot) -> Callable[[Any], str]:
    if slot.value in {"iri", "reference"}:
        return iri
    if slot.value == "enum":
        iris = {text: iri(value) for text, value in vocabulary().enums[slot.range].iris.items()}
        return lambda value: iris[value]
    if slot.value == "decimal":
        return lambda value: literal(decimal_text(value), "decimal")
    if slot.value == "boolean":
        return lambda value: literal("true" if value else "false", "boolean")
    if slot.value in {"integer", "date"}:
        return lambda value: literal(str(value), slot.value)
    return literal


def lines(triples_: list[Triple], graph: str = "") -> Iterator[str]:
    """Yield N-Triples lines, or N-Quads lines where a graph IRI is given.

    >>> list(lines([("<a:a>", "<a:b>", "<a:c>")], "a:g"))
    ['<a:a> <a:b> <a:c> <a:g> .\\n']
    """
    end = f" {iri(graph)} .\n" if graph else " .\n"
    for subject, predicate, object_ in triples_:
        yield f"{subject} {predicate} {object_}{end}"
