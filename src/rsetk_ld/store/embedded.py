"""The embedded store: Oxigraph in this process, in memory."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pyoxigraph as ox

from rsetk_ld.errors import UsageError
from rsetk_ld.queries.tokens import words_in

if TYPE_CHECKING:
    from rsetk_ld.store.results import Result


QUERIES = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"}
"""What forms of query and of update begin with; see https://www.w3.org/TR/sparql11-query/#sparqlGrammar."""

FEW = 8
"""Up to so many graphs are looked through one by one; each lookup of a query goes through all of them."""


def _reason(error: SyntaxError) -> str:
    """Return where a query is wrong, without the list of all that could stand there.

    >>> _reason(SyntaxError("error at 1:5: expected }"))
    'error at 1:5: expected }'
    >>> _reason(SyntaxError(f"error at 1:5: expected one of {'}' * 99}"))
    'error at 1:5'
    """
    place, _, expected = str(error).partition(": expected")
    return place if len(expected) > 80 else f"{place}: expected{expected}" if expected else place


class EmbeddedStore:
    """Named graphs in memory.

    >>> store = EmbeddedStore()
    >>> store.replace("https://ada.example/skills", ['<a:s> <a:p> "o" .'])
    >>> [row["o"].value for row in store.query("SELECT ?o { ?s ?p ?o }")]
    ['o']
    """

    def __init__(self) -> None:
        self._store = ox.Store()
        self._copies: dict[frozenset[str], ox.Store] = {}

    def replace(self, graph: str, ntriples: Iterable[str]) -> None:
        """Put triples, as lines of N-Triples, into a graph, in the place of what is in it."""
        name = ox.NamedNode(graph)
        self._copies.clear()
        if self._store.contains_named_graph(name):
            self._store.remove_graph(name)
        text = "".join(ntriples).encode()
        # Terms are checked where they are made (`rdf.terms`), which `lenient` spares the parser from doing again.
        self._store.load(text, ox.RdfFormat.N_TRIPLES, to_graph=name, lenient=True)

    def load(self, nquads: Iterable[str]) -> None:
        """Add statements, as lines of N-Quads, to the graphs that they name; faster for many graphs at once."""
        self._copies.clear()
        self._store.bulk_load("".join(nquads).encode(), ox.RdfFormat.N_QUADS, lenient=True)

    def graphs(self) -> list[str]:
        """Return the names of the graphs."""
        return sorted(name.value for name in self._store.named_graphs() if isinstance(name, ox.NamedNode))

    def query(self, sparql: str, graphs: Sequence[str] = ()) -> "Result":
        """Answer a query over the union of some graphs, or of all.

        Raises `UsageError` for a query that is not SPARQL 1.1, or that would call another server.
        """
        words = words_in(sparql)
        if "SERVICE" in words:
            raise UsageError(
                "SERVICE is not allowed: it would send a query, and what it asks for, to another server"
            )
        try:
            if graphs and len(graphs) <= FEW:
                return self._store.query(sparql, default_graph=[ox.NamedNode(graph) for graph in graphs])
            return self._of(graphs).query(sparql, use_default_graph_as_union=True)
        except SyntaxError as error:
            if words & UPDATES and not words & QUERIES:
                raise UsageError(
                    "this is an update; only queries can be asked: SELECT, ASK, CONSTRUCT, DESCRIBE"
                ) from None
            raise UsageError(f"this is not a query in SPARQL 1.1: {_reason(error)}") from None

    def _of(self, graphs: Sequence[str]) -> ox.Store:
        """Return a store that holds nothing but these graphs: itself, where they are all, else a copy."""
        wanted = frozenset(graphs)
        if not wanted:
            return self._store
        if wanted not in self._copies:
            if wanted >= set(self.graphs()):
                return self._store
            copy = ox.Store()
            for graph in sorted(wanted):
                copy.bulk_extend(self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
            self._copies = {wanted: copy}
        return self._copies[wanted]
