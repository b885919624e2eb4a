"""The graph layer: SHACL over a document's triples and the types of what they refer to."""

from collections.abc import Sequence

from rsetk_ld.findings import Finding, Findings
from rsetk_ld.identifiers import key_of
from rsetk_ld.loading import Loaded
from rsetk_ld.rdf.emit import Triple, lines
from rsetk_ld.rdf.serialize import Item, item_triples
from rsetk_ld.rdf.terms import RDF_TYPE, iri
from rsetk_ld.validation.shacl.engines import Engine, Violation
from rsetk_ld.validation.shacl.shapes import classes_below, shapes_for
from rsetk_ld.vocabulary import Slot, vocabulary


def graph_findings(documents: Sequence[Loaded], engine: Engine) -> list[list[Finding]]:
    """Return the findings of the graph layer for each of some documents, which are checked together.

    Documents that say something about the same node are kept apart, so that a chunk gives the same findings
    as its members alone.
    """
    found: list[list[Finding]] = [[] for _ in documents]
    chunk: dict[str, int] = {}
    text: list[str] = []
    classes: frozenset[str] = frozenset()
    for place, loaded in enumerate(documents):
        made = [triple for name, data in loaded.instances for triple in item_triples(Item(name, data))]
        subjects = {subject for subject, _, _ in made}
        below = frozenset().union(*(classes_below(name) for name, _ in loaded.instances))
        if classes and (below != classes or not subjects.isdisjoint(chunk)):
            _check(text, classes, chunk, documents, found, engine)
            chunk, text = {}, []
        classes = below
        chunk.update(dict.fromkeys(subjects, place))
        text += lines(made + _context(loaded, made, subjects))
    if text:
        _check(text, classes, chunk, documents, found, engine)
    return found


def _context(loaded: Loaded, made: list[Triple], subjects: set[str]) -> list[Triple]:
    """Return the types of the framework's entries that the triples refer to."""
    if loaded.framework is None:
        return []
    known = loaded.framework.class_of
    referred = {object_ for _, _, object_ in made} - subjects
    return [
        (term, RDF_TYPE, iri(type_))
        for term in sorted(referred)
        if term[1:-1] in known
        for type_ in vocabulary().classes[known[term[1:-1]]].types
    ]


def _check(
    text: list[str],
    classes: frozenset[str],
    owners: dict[str, int],
    documents: Sequence[Loaded],
    found: list[list[Finding]],
    engine: Engine,
) -> None:
    for violation in engine("".join(sorted(set(text))), shapes_for(classes)):
        place = owners.get(f"<{violation.focus}>", 0)
        loaded = documents[place]
        found[place].append(_finding(loaded, violation))


def _finding(loaded: Loaded, violation: Violation) -> Finding:
    slot = _slot(violation.path)
    spot = loaded.spots.get(violation.focus)
    path = (*spot, *((slot.authored,) if slot else ())) if spot is not None else (violation.focus,)
    value = f" (found {violation.value})" if violation.value and violation.value != violation.focus else ""
    name = "" if spot is not None else f"{key_of(violation.focus)}: "
    out = Findings(file=loaded.name)
    out.add("G001", path, message=f"{name}{violation.message}{value}", component=violation.component)
    return out[0]


def _slot(predicate: str) -> Slot | None:
    for cls in vocabulary().classes.values():
        if predicate in cls.by_predicate:
            return cls.by_predicate[predicate]
    return None
