"""What every store does, and what comes back from it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

    Result = QuerySolutions | QueryBoolean | QueryTriples

XSD = "http://www.w3.org/2001/XMLSchema#"
_PYTHON: dict[str, Callable[[str], Any]] = {
    f"{XSD}integer": int,
    f"{XSD}decimal": float,
    f"{XSD}double": float,
    f"{XSD}float": float,
    f"{XSD}boolean": lambda text: text in {"true", "1"},
}
"""Datatypes that become something else than text; dates stay `2026-11-01`, which sorts and prints as it is."""

Row = dict[str, Any]


class Store(Protocol):
    """A place for named graphs. `graphs` limits a query to the union of these; without it, all are the union."""

    def replace(self, graph: str, ntriples: Iterable[str]) -> None:
        """Put these triples into a graph, in the place of what is in it."""

    def query(self, sparql: str, graphs: Sequence[str] = ()) -> "Result":
        """Answer a query, SPARQL 1.1 without `SERVICE`."""


@dataclass(frozen=True, slots=True)
class Solutions:
    """The rows of a SELECT query as plain Python: IRIs and texts are `str`, numbers numbers, unbound is None."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def plain(term: Any) -> Any:
    """Return a term as plain Python.

    >>> from pyoxigraph import Literal
    >>> plain(Literal(3)), plain(Literal("drei", language="de")), plain(None)
    (3, 'drei', None)
    """
    if term is None:
        return None
    datatype = getattr(term, "datatype", None)
    convert = _PYTHON.get(datatype.value) if datatype is not None else None
    try:
        return convert(term.value) if convert else term.value
    except ValueError:
        return term.value


def solutions(result: "QuerySolutions") -> Solutions:
    """Read a result to its end."""
    names = tuple(variable.value for variable in result.variables)
    return Solutions(names, tuple({name: plain(row[name]) for name in names} for row in result))
