"""What a store holds: one named graph for each profile and release, and a record of each graph.

The records are triples in a graph of their own, so that every store keeps them and a query can ask for them. Terms:
DCMI Terms (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/), VoID
(https://www.w3.org/TR/void/) and SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/).
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from rsetk_ld.rdf.emit import Triple, lines
from rsetk_ld.rdf.terms import RDF_TYPE, iri, literal
from rsetk_ld.store.results import Solutions

RECORDS = "https://w3id.org/rsetk/schema/holdings"
"""The graph that holds the records; it is no holding itself."""

DCTERMS, VOID = "http://purl.org/dc/terms/", "http://rdfs.org/ns/void#"
SD = "http://www.w3.org/ns/sparql-service-description#"
SLOTS = {
    "graph": f"{SD}name",
    "kind": f"{DCTERMS}type",
    "checksum": f"{DCTERMS}identifier",
    "source": f"{DCTERMS}source",
    "framework": f"{DCTERMS}conformsTo",
    "loaded": f"{DCTERMS}modified",
    "triples": f"{VOID}triples",
}
ASKED = f"""
SELECT {" ".join(f"?{name}" for name in SLOTS)} WHERE {{
  GRAPH <{RECORDS}> {{
    {" ".join(f"?record <{SLOTS[name]}> ?{name} ." for name in ("graph", "kind", "checksum"))}
    {" ".join(f"OPTIONAL {{ ?record <{SLOTS[name]}> ?{name} . }}" for name in ("source", "framework"))}
    {" ".join(f"?record <{SLOTS[name]}> ?{name} ." for name in ("loaded", "triples"))}
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Holding:
    """One graph of a store: its name, the class of what is in it, and where it came from.

    `kind` is the IRI of a class of the schema, `checksum` is `sha256:` and 64 hexadecimal digits over the sorted lines
    of N-Quads, `source` the file or address, `framework` the release that it is written for, `loaded` the UTC time.
    """

    graph: str
    kind: str
    checksum: str = ""
    source: str = ""
    framework: str = ""
    loaded: str = ""
    triples: int = 0


@dataclass(frozen=True, slots=True)
class Deposit:
    """A graph on its way into a store: its sorted lines of N-Quads, and what its record says.

    `assertions` are the rows for the extract that questions about a whole population read.
    """

    graph: str
    kind: str
    nquads: bytes
    checksum: str
    triples: int
    source: str = ""
    framework: str = ""
    assertions: tuple[tuple[Any, ...], ...] = field(default=(), repr=False)

    @property
    def ntriples(self) -> bytes:
        """The content as lines of N-Triples.

        >>> deposit("x:g", "x:Kind", [("<x:s>", "<x:p>", "<x:g>")]).ntriples
        b'<x:s> <x:p> <x:g> .\\n'
        """
        return self.nquads.replace(f" {iri(self.graph)} .\n".encode(), b" .\n")

    def holding(self, moment: datetime | None = None) -> Holding:
        """Return what the store will hold."""
        loaded = (moment or datetime.now(UTC)).isoformat(timespec="seconds").replace("+00:00", "Z")
        return Holding(
            self.graph, self.kind, self.checksum, self.source, self.framework, loaded, self.triples
        )


def deposit(graph: str, kind: str, triples: Sequence[Triple], **more: Any) -> Deposit:
    """Return a deposit of triples, the same for the same triples in any order.

    >>> one, other = [("<x:s>", "<x:p>", "<x:o>")], [("<x:s>", "<x:p>", '"o"')]
    >>> deposit("x:g", "x:Kind", one + other) == deposit("x:g", "x:Kind", other + one)
    True
    """
    made = sorted(set(lines(list(triples), graph)))
    content = "".join(made).encode()
    return Deposit(graph, kind, content, f"sha256:{hashlib.sha256(content).hexdigest()}", len(made), **more)


def record_of(graph: str) -> str:
    """Return the IRI of the record of a graph, which is another than the graph's own.

    So a query over the union of all graphs finds nothing about a profile but what its graph says.

    >>> record_of("https://ada.example/skills")
    'https://w3id.org/rsetk/schema/holdings#f10a37f4ea36b8a006a7dd312b8b808e'
    """
    return f"{RECORDS}#{hashlib.sha256(graph.encode()).hexdigest()[:32]}"


def record_triples(holding: Holding) -> list[Triple]:
    """Return the record of a graph.

    >>> [o for _, p, o in record_triples(Holding("https://ada.example/skills", "x:Profile")) if "type" in p][1]
    '<x:Profile>'
    """
    subject = iri(record_of(holding.graph))
    terms = {
        "graph": iri(holding.graph),
        "kind": iri(holding.kind),
        "checksum": literal(holding.checksum),
        "source": literal(holding.source),
        "framework": iri(holding.framework) if holding.framework else "",
        "loaded": literal(holding.loaded, "dateTime"),
        "triples": literal(str(holding.triples), "integer"),
    }
    given = [
        (subject, iri(predicate), terms[name])
        for name, predicate in SLOTS.items()
        if getattr(holding, name) != ""
    ]
    return [(subject, RDF_TYPE, iri(f"{SD}NamedGraph")), *given]


def holdings_in(rows: Solutions | Iterable[dict[str, Any]]) -> dict[str, Holding]:
    """Return the holdings by graph, from the answer to `ASKED`."""
    return {
        row["graph"]: Holding(**{name: value for name, value in row.items() if value is not None})
        for row in rows
    }
