"""The graph layer: SHACL over a document's triples and the types of what they refer to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rsetk_ld.findings import Finding, Findings
from rsetk_ld.framework import Framework
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

    Documents of different frameworks, and those where one says something about a node of the other, are kept
    apart, so that a chunk gives the same findings as its members alone.
    """
    found: list[list[Finding]] = [[] for _ in documents]
    chunk = Chunk()
    for place, loaded in enumerate(documents):
        made = [triple for name, data in loaded.instances for triple in item_triples(Item(name, data))]
        subjects = {subject for subject, _, _ in made}
        objects = {object_ for _, _, object_ in made} - subjects
        classes = frozenset().union(*(classes_below(name) for name, _ in loaded.instances))
        if not chunk.takes(loaded.framework, classes, subjects, objects):
            _check(chunk, documents, found, engine)
            chunk = Chunk()
        chunk.framework, chunk.classes = loaded.framework, classes
        chunk.owners.update(dict.fromkeys(subjects, place))
        chunk.referred |= objects
        chunk.text += lines(made)
    _check(chunk, documents, found, engine)
    return found


@dataclass
class Chunk:
    """Documents that are checked in one graph: the owner of each node, and the nodes that they refer to."""

    framework: Framework | None = None
    classes: frozenset[str] = frozenset()
    owners: dict[str, int] = field(default_factory=dict)
    referred: set[str] = field(default_factory=set)
    text: list[str] = field(default_factory=list)

    def takes(
        self, framework: Framework | None, classes: frozenset[str], subjects: set[str], objects: set[str]
    ) -> bool:
        """Say whether a document can join without changing the verdict on the others or on itself."""
        return not self.text or (
            framework is self.framework
            and classes == self.classes
            and self.owners.keys().isdisjoint(subjects)
            and self.owners.keys().isdisjoint(objects)
            and self.referred.isdisjoint(subjects)
        )


def _context(chunk: Chunk) -> list[Triple]:
    """Return the types of the framework's entries that the triples refer to."""
    if chunk.framework is None:
        return []
    known = chunk.framework.class_of
    return [
        (term, RDF_TYPE, iri(type_))
        for term in sorted(chunk.referred)
        if term[1:-1] in known
        for type_ in vocabulary().classes[known[term[1:-1]]].types
    ]


def _check(chunk: Chunk, documents: Sequence[Loaded], found: list[list[Finding]], engine: Engine) -> None:
    """Add the findings of a chunk; what is wrong with the bare nodes of the framework is no fault of a document."""
    if chunk.text:
        data = "".join([*chunk.text, *lines(_context(chunk))])
        for violation in engine(data, shapes_for(chunk.classes)):
            place = chunk.owners.get(f"<{violation.focus}>")
            finding = _finding(documents[place], violation) if place is not None else None
            if place is not None and finding is not None and finding not in found[place]:
                found[place].append(finding)


def _finding(loaded: Loaded, violation: Violation) -> Finding:
    slot = _slot(violation.path)
    if violation.component == "ClosedConstraintComponent":
        # Only slots of its class are written for a node, so one that is not allowed comes from a second class.
        slot, message = None, "this IRI stands for two different things; give each its own"
        violation = replace(violation, message=message, value="")
    spot = loaded.spots.get(violation.focus)
    step = (slot.name if loaded.canonical else slot.authored,) if slot else ()
    path = (*spot, *step) if spot is not None else (violation.focus,)
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
