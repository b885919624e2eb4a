"""SHACL engines behind one function: shapes and data as N-Triples in, violations out.

pySHACL is always there and is the reference. shacl-rust is used by default where it is installed, being a
hundred times faster; `tests/validation/test_shacl_engines.py` holds the two against each other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from rsetk_ld.errors import UsageError

SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One result of a validation report: focus node, path and value as plain text, the constraint's local name."""

    focus: str
    path: str
    component: str
    value: str
    message: str


Engine = Callable[[str, str], list[Violation]]


def engine(name: str = "auto") -> Engine:
    """Return an engine by name: `auto`, `pyshacl` or `rust`.

    Raises `UsageError` where it is not installed.
    """
    if name == "auto":
        return _rust if find_spec("shacl_rust") else _pyshacl
    if name == "pyshacl":
        return _pyshacl
    if name == "rust":
        if not find_spec("shacl_rust"):
            raise UsageError("the engine `rust` is not installed; add it with `pip install rsetk-ld[fast]`")
        return _rust
    raise UsageError(f"no SHACL engine `{name}`; there are auto, pyshacl and rust")


def _rust(data: str, shapes: str) -> list[Violation]:
    import shacl_rust

    report: dict[str, Any] = shacl_rust.validate(
        data, shapes, data_format="nt", shapes_format="nt", experimental_index=True
    )
    return sorted(
        Violation(
            focus=_bare(result["focusNode"]),
            path=_bare(result.get("resultPath")),
            component=_bare(result["sourceConstraintComponent"]).removeprefix(SH),
            value=_bare(result.get("value")),
            message=result["messages"][-1],  # the engine's own words come first, those of the shape last
        )
        for result in report["results"]
    )


def _bare(term: str | None) -> str:
    """Return the text of a term without the marks of its syntax.

    >>> _bare("<https://ada.example/>"), _bare('"3"^^<http://www.w3.org/2001/XMLSchema#integer>'), _bare(None)
    ('https://ada.example/', '3', '')
    """
    if term is None or term.startswith("_:"):
        return term or ""
    if term.startswith("<"):
        return term[1:-1]
    import pyoxigraph as ox

    quad = next(iter(ox.parse(f"<a:s> <a:p> {term} .", format=ox.RdfFormat.N_TRIPLES)))
    return str(getattr(quad.object, "value", quad.object))


def _pyshacl(data: str, shapes: str) -> list[Violation]:
    import logging

    import rdflib
    from pyshacl import validate

    # rdflib logs a traceback for every ill-formed literal, which the report names anyway.
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
    _, report, _ = validate(
        rdflib.Graph().parse(data=data, format="nt"),
        shacl_graph=rdflib.Graph().parse(data=shapes, format="nt"),
        inference="none",
        meta_shacl=False,
        advanced=False,
    )
    if not isinstance(report, rdflib.Graph):
        raise UsageError(f"pySHACL gave no report: {report}")
    sh = rdflib.Namespace(SH)
    return sorted(
        Violation(
            focus=str(report.value(result, sh.focusNode)),
            path=str(report.value(result, sh.resultPath) or ""),
            component=str(report.value(result, sh.sourceConstraintComponent)).removeprefix(SH),
            value=str(report.value(result, sh.value) if report.value(result, sh.value) is not None else ""),
            message=str(report.value(result, sh.resultMessage) or ""),
        )
        for result in report.subjects(rdflib.RDF.type, sh.ValidationResult)
    )
