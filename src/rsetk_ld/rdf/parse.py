"""From a serialisation to statements: Oxigraph's parsers behind guards.

Nothing is fetched: a context by address is refused, except the toolkit's own, which is put in its place. XML
with a document type, deep nesting and relative IRIs are refused before a parser could choke on them or drop
them in silence.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rsetk_ld.documents import DEFAULT_LIMITS, DocumentError, Limits, parse_document
from rsetk_ld.rdf.jsonld import CONTEXT_IRI, context

if TYPE_CHECKING:
    from pyoxigraph import Quad

FORMATS = {
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".nq": "nquads",
    ".trig": "trig",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".xml": "rdfxml",
}
_NOWHERE = "https://relative.invalid/"
LONGEST_TOKEN = 16 << 20


def parse_rdf(data: bytes, format_: str, name: str, limits: Limits = DEFAULT_LIMITS) -> "list[Quad]":
    """Return the statements of a document.

    Raises `DocumentError` Y002, Y009, Y015 or Y016.

    >>> len(parse_rdf(b"<https://a.example/s> a <https://a.example/T> .", "turtle", "a.ttl"))
    1
    """
    import pyoxigraph as ox

    if len(data) > limits.max_bytes:
        raise DocumentError("Y002", {"limit": limits.max_bytes}, name=name)
    formats = {
        "turtle": ox.RdfFormat.TURTLE,
        "ntriples": ox.RdfFormat.N_TRIPLES,
        "nquads": ox.RdfFormat.N_QUADS,
        "trig": ox.RdfFormat.TRIG,
        "jsonld": ox.RdfFormat.JSON_LD,
        "rdfxml": ox.RdfFormat.RDF_XML,
    }
    if format_ == "jsonld":
        data = _local_jsonld(data, name, limits)
    if format_ == "rdfxml":
        _check_xml(data, name, limits)
    text = data.removeprefix(b"\xef\xbb\xbf")
    try:
        quads = list(ox.parse(text, format=formats[format_], base_iri=_NOWHERE))
    except (SyntaxError, ValueError) as error:
        raise _unreadable(error, data, name) from None
    except MemoryError as error:
        if not error.args:
            raise
        # The parser says so when one token is longer than its buffer, however much memory there is.
        raise DocumentError("Y009", {"limit": LONGEST_TOKEN}, name=name) from None
    for relative in _relative(quads):
        raise DocumentError("Y015", {"reason": f"`{relative}` is a relative IRI; write it whole"}, name=name)
    return quads


def _unreadable(error: Exception, data: bytes, name: str) -> DocumentError:
    """Return what the parser said, with the place put where places stand."""
    line, column = getattr(error, "lineno", None), getattr(error, "offset", None)
    reason = re.sub(r"^Parser error [^:]*: ", "", getattr(error, "msg", None) or str(error))
    found = DocumentError("Y015", {"reason": reason}, line=line, column=column, name=name)
    lines = data.split(b"\n", line or 0)
    if line and line <= len(lines):
        found.source = lines[line - 1][:1000].decode("utf-8", "replace").rstrip("\r")
    return found


def _relative(quads: "list[Quad]") -> Iterator[str]:
    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object):
            text = getattr(term, "value", "")
            if isinstance(text, str) and text.startswith(_NOWHERE):
                yield text[len(_NOWHERE) :]


def _local_jsonld(data: bytes, name: str, limits: Limits) -> bytes:
    """Put our own context in the place of its address, and refuse every other address."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        data = b'{"@graph":' + data.removeprefix(b"\xef\xbb\xbf") + b"}"
    document = parse_document(data, name=name, format="json", limits=limits)

    def local(value: Any, path: tuple[str | int, ...]) -> Any:
        if value == CONTEXT_IRI:
            return context()
        if isinstance(value, str):
            spot = document.position(path)
            reason = f"the context {value} would have to be fetched; put it into the file"
            raise DocumentError("Y016", {"reason": reason}, line=spot.line, column=spot.column, name=name)
        if isinstance(value, list):
            return [local(item, (*path, place)) for place, item in enumerate(value)]
        return walked(value, path)

    def walked(value: Any, path: tuple[str | int, ...]) -> Any:
        if isinstance(value, dict):
            return {
                key: local(item, (*path, key))
                if key in {"@context", "@import"}
                else walked(item, (*path, key))
                for key, item in value.items()
            }
        if isinstance(value, list):
            return [walked(item, (*path, place)) for place, item in enumerate(value)]
        return value

    return json.dumps(walked(document.data, ())).encode()


def _check_xml(data: bytes, name: str, limits: Limits) -> None:
    """Refuse entities, which can grow without bound, and nesting that slows the parser down."""
    from xml.parsers import expat

    parser = expat.ParserCreate()
    depth = 0

    def refuse(code: str, fields: dict[str, object]) -> None:
        raise DocumentError(
            code, fields, line=parser.CurrentLineNumber, column=parser.CurrentColumnNumber + 1, name=name
        )

    def start(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.max_depth:
            refuse("Y006", {"limit": limits.max_depth})

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = lambda *_: refuse(
        "Y015", {"reason": "the file declares a document type; remove it, since entities are not expanded"}
    )
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        raise DocumentError(
            "Y015", {"reason": reason}, line=error.lineno, column=error.offset + 1, name=name
        ) from None


def format_of(path: Path) -> str:
    """Return the RDF serialisation that a file name stands for, or an empty string.

    >>> format_of(Path("ada.ttl")), format_of(Path("ada.yaml"))
    ('turtle', '')
    """
    return FORMATS.get(path.suffix.lower(), "")
