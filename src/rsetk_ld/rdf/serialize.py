"""Triples as text in the serialisations of RDF, the same text for the same instance each time.

N-Triples and N-Quads are written line by line from the terms; the others by Oxigraph. A stream of instances
is written as it comes, so memory does not grow with its length.
"""

import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, BinaryIO, cast

from rsetk_ld.errors import RsetkError
from rsetk_ld.rdf.derive import derived
from rsetk_ld.rdf.emit import Triple, lines, triples
from rsetk_ld.rdf.jsonld import node, with_context

if TYPE_CHECKING:
    from pyoxigraph import Quad

# Escapes in N-Triples of characters outside https://www.w3.org/TR/xml/#charsets.
_NO_XML = re.compile(r"(?<!\\)(?:\\\\)*\\(?:u00[01][0-9A-F]|b|f)")
FORMATS = ("turtle", "jsonld", "ntriples", "nquads", "trig", "rdfxml")


@dataclass(frozen=True, slots=True)
class Item:
    """One instance to be written: its class, its data, and the named graph it goes to where there are graphs."""

    class_name: str
    data: Mapping[str, Any]
    graph: str = ""

    @property
    def complete(self) -> Mapping[str, Any]:
        """The data with what RDF states and nobody writes."""
        return derived(self.data) if self.class_name == "Framework" else self.data


def item_triples(item: Item) -> list[Triple]:
    """Return the triples of an item, derived ones included."""
    return triples(item.class_name, item.complete)


def write(items: Iterable[Item], format_: str, prefixes: Mapping[str, str], out: BinaryIO) -> int:
    """Write items in one of `FORMATS` and return the number of triples.

    >>> import io
    >>> out = io.BytesIO()
    >>> item = Item("Evidence", {"id": "https://ada.example/log"})
    >>> write([item], "turtle", {"rsetk": "https://w3id.org/rsetk/schema/"}, out)
    2
    >>> print(out.getvalue().decode())
    @prefix rsetk: <https://w3id.org/rsetk/schema/> .
    <BLANKLINE>
    <https://ada.example/log> a rsetk:Evidence , <http://www.w3.org/ns/prov#Entity> .
    <BLANKLINE>
    """
    if format_ in {"ntriples", "nquads"}:
        return _write_lines(items, format_, out)
    if format_ == "jsonld":
        return _write_jsonld(items, out)
    return _write_by_oxigraph(items, format_, prefixes, out)


def _write_lines(items: Iterable[Item], format_: str, out: BinaryIO) -> int:
    count = 0
    for item in items:
        made = item_triples(item)
        text = "".join(sorted(lines(made, item.graph if format_ == "nquads" else "")))
        out.write(text.encode())
        count += len(made)
    return count


def _write_jsonld(items: Iterable[Item], out: BinaryIO) -> int:
    """Write one node with its context, or several as a graph, one node a time."""
    count = 0
    pending: Item | None = None
    opened = False
    for item in items:
        count += len(item_triples(item))
        if pending is not None:
            _write_member(pending, out, opened=opened)
            opened = True
        pending = item
    if pending is None:
        document: Mapping[str, Any] = {"@graph": []}
        out.write(_json(document))
    elif opened:
        _write_member(pending, out, opened=True)
        out.write(b"\n]\n")
    else:
        out.write(_json(with_context([node(pending.class_name, pending.complete)])))
    return count


def _write_member(item: Item, out: BinaryIO, *, opened: bool) -> None:
    out.write(b",\n" if opened else b"[\n")
    out.write(_json(with_context([node(item.class_name, item.complete)])).rstrip())


def _json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, indent=1, ensure_ascii=False).encode() + b"\n"


def _write_by_oxigraph(
    items: Iterable[Item], format_: str, prefixes: Mapping[str, str], out: BinaryIO
) -> int:
    import pyoxigraph as ox

    formats = {
        "turtle": ox.RdfFormat.TURTLE,
        "trig": ox.RdfFormat.TRIG,
        "rdfxml": ox.RdfFormat.RDF_XML,
    }
    count = 0

    def statements() -> "Iterator[Quad]":
        nonlocal count
        for item in items:
            made = item_triples(item)
            count += len(made)
            text = "".join(lines(made, item.graph if format_ == "trig" else ""))
            if format_ == "rdfxml" and (found := _NO_XML.search(text)):
                raise RsetkError(
                    f"{item.data['id']} holds the character {found.group()}, which XML cannot carry; "
                    "remove it, or choose another format"
                )
            yield from ox.parse(text, format=ox.RdfFormat.N_QUADS)

    stream: Any = statements() if format_ == "trig" else (quad.triple for quad in statements())
    if format_ == "rdfxml":
        ox.serialize(stream, out, format=formats[format_], prefixes=dict(prefixes))
        return count
    readable = _Readable(out)
    ox.serialize(stream, cast(IO[bytes], readable), format=formats[format_], prefixes=dict(prefixes))
    readable.finish()
    return count


class _Readable(io.RawIOBase):
    """Makes Turtle readable and stable: sorted prefixes, only those that occur, an empty line before each subject.

    Which prefixes occur is known for what fits into the buffer; longer output keeps them all.
    """

    LIMIT = 4 << 20

    def __init__(self, out: BinaryIO) -> None:
        super().__init__()
        self.out = out
        self.rest = b""
        self.header: list[bytes] = []
        self.body: list[bytes] = []
        self.size = 0
        self.begun = False

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, data: Any) -> int:
        """Take the next piece of Turtle."""
        self.rest += bytes(data)
        *whole, self.rest = self.rest.split(b"\n")
        for line in whole:
            if line.startswith(b"@prefix "):
                self.header.append(line + b"\n")
            else:
                self._add(line)
        return len(data)

    def _add(self, line: bytes) -> None:
        begins = line[:1] not in {b"\t", b"}", b"", b" "}
        text = (b"\n" if begins else b"") + line + b"\n"
        if self.begun:
            self.out.write(text)
            return
        self.body.append(text)
        self.size += len(text)
        if self.size > self.LIMIT:
            self._begin(self.header)

    def _begin(self, header: list[bytes]) -> None:
        self.begun = True
        self.out.writelines(sorted(header))
        self.out.writelines(self.body)

    def finish(self) -> None:
        """Write what is left."""
        if self.rest:
            self._add(self.rest)
        if not self.begun:
            text = b"".join(self.body)
            used = [line for line in self.header if _occurs(line, text)]
            self._begin(used)


def _occurs(line: bytes, text: bytes) -> bool:
    """Say whether the prefix that a line declares is used in the text, rather than as the end of another."""
    prefix = line.split(b" ")[1]
    return re.search(rb"(?<![\w.-])" + re.escape(prefix), text) is not None
