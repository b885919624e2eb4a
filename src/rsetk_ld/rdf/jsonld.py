"""JSON-LD 1.1: canonical instances with types and a context of their own, so that a reader needs no network."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from rsetk_ld.identifiers import key_of
from rsetk_ld.rdf.terms import decimal_text
from rsetk_ld.vocabulary import generated_text, vocabulary

CONTEXT_IRI = "https://w3id.org/rsetk/schema/context.jsonld"


@cache
def context() -> dict[str, Any]:
    """Return the body of the generated context."""
    body: dict[str, Any] = json.loads(generated_text("context.jsonld"))["@context"]
    return body


def node(class_name: str, instance: Mapping[str, Any]) -> dict[str, Any]:
    """Return an instance as a JSON-LD node without context.

    >>> node("Evidence", {"id": "https://ada.example/log", "title": {"en": "Log"}})["type"]
    ['Evidence', 'prov:Entity']
    """
    cls = vocabulary().classes[class_name]
    out: dict[str, Any] = {"id": instance["id"], "type": [_compact(type_) for type_ in cls.types]}
    for name, slot in cls.slots.items():
        value = instance.get(name)
        if value is None:
            continue
        if slot.value == "part":
            members = value if isinstance(value, list) else [value]
            made: Any = [node(slot.range, member) for member in members]
            out[name] = made if slot.many else made[0]
        elif slot.value == "texts":
            out[name] = {tag.lower(): text for tag, text in value.items()}
        elif slot.value == "tagged":
            texts: dict[str, list[str]] = {}
            for text in value:
                texts.setdefault(text["tag"].lower(), []).append(text["value"])
            out[name] = texts
        elif slot.value == "decimal":
            out[name] = decimal_text(value)
        elif slot.value == "enum":
            iris = vocabulary().enums[slot.range].iris
            terms = [f"rsetk:{key_of(iris[text])}" for text in (value if slot.many else [value])]
            out[name] = terms if slot.many else terms[0]
        else:
            out[name] = value
    return out


def _compact(iri: str) -> str:
    rsetk = vocabulary().prefixes["rsetk"]
    if iri.startswith(rsetk):
        return iri[len(rsetk) :]
    for prefix, base in context().items():
        if isinstance(base, str) and not prefix.startswith("@") and iri.startswith(base):
            return f"{prefix}:{iri[len(base) :]}"
    return iri


def with_context(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """Return one document for the nodes, with the terms of the context that they use."""
    used: set[str] = set()
    for item in nodes:
        _collect(item, used)
    body = {term: meaning for term, meaning in context().items() if term.startswith("@") or term in used}
    prefixes = {text.partition(":")[0] for text in used if ":" in text} | {"rsetk"}
    body |= {term: meaning for term, meaning in context().items() if term in prefixes}
    if len(nodes) == 1:
        return {"@context": body, **nodes[0]}
    return {"@context": body, "@graph": nodes}


def _collect(value: Any, used: set[str]) -> None:
    if isinstance(value, dict):
        used.update(value)
        used.update(value.get("type", ()))
        for item in value.values():
            _collect(item, used)
    elif isinstance(value, list):
        for item in value:
            _collect(item, used)
