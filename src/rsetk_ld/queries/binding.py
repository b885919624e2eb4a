"""Parameters become terms, here and nowhere else.

A value is written as an RDF term in the syntax that SPARQL and N-Triples share, so whatever a person types is data:
it cannot end a string or an IRI, and so cannot become part of the query.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any

from rsetk_ld.errors import RsetkError, UsageError
from rsetk_ld.identifiers import nearest
from rsetk_ld.queries.question import Parameter, Question
from rsetk_ld.queries.tokens import with_parameters
from rsetk_ld.rdf.terms import decimal_text, iri, literal

_SPECIAL = {"\t": "\\t", "\b": "\\b", "\n": "\\n", "\r": "\\r", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_TABLE = str.maketrans(_SPECIAL)
_LOOKS_ESCAPED = re.compile(r"\\\\([uU])")


def bind(question: Question, values: Mapping[str, Any]) -> str:
    r"""Return the SPARQL text of a question with its parameters filled in.

    Values are Python's or text. Raises `UsageError` for a parameter that the question does not have, one that is
    missing, and a value that does not fit its type.

    >>> from rsetk_ld.queries.question import parse_question
    >>> ask = parse_question("#+ parameters: {word: {type: string}}\nASK { ?s ?p $word }", "word")
    >>> print(bind(ask, {"word": '" } DROP ALL #'}).splitlines()[-1])
    ASK { ?s ?p "\" } DROP ALL #" }
    """
    for name in values:
        if name not in question.parameters:
            near = nearest(name, question.parameters)
            known = ", ".join(question.parameters) or "none"
            hint = f"did you mean `{near}`?" if near else f"it has {known}"
            raise UsageError(f"the question `{question.name}` has no parameter `{name}`; {hint}")
    terms = {name: _terms(question, parameter, values) for name, parameter in question.parameters.items()}
    return with_parameters(question.sparql, terms.__getitem__)


def _terms(question: Question, parameter: Parameter, values: Mapping[str, Any]) -> str:
    value = values.get(parameter.name, parameter.default)
    if value is None:
        raise UsageError(
            f"the question `{question.name}` needs the parameter `{parameter.name}`: {parameter.about}"
        )
    if not parameter.many:
        return term(parameter, value)
    members = [value] if isinstance(value, str) else list(value)
    return " ".join(term(parameter, member) for member in members)


def term(parameter: Parameter, value: Any) -> str:
    """Return one value as a term of the type of the parameter.

    >>> term(Parameter("rank", "integer", ""), "3")
    '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    text = value.isoformat() if isinstance(value, date) else str(value)
    try:
        if parameter.type in {"string", "language"}:
            return _string(text.lower() if parameter.type == "language" else text)
        if parameter.type == "integer":
            return literal(str(int(text)), "integer")
        if parameter.type == "decimal":
            number = float(Decimal(text))
            if not isfinite(number):
                raise ValueError
            return literal(decimal_text(number), "decimal")
        if parameter.type == "boolean":
            return literal({"true": "true", "false": "false"}[text.lower()], "boolean")
        if parameter.type == "date":
            return literal(date.fromisoformat(text).isoformat(), "date")
    except (ValueError, KeyError, InvalidOperation, OverflowError):
        raise UsageError(
            f"`{text}` is not a value for `{parameter.name}`, which takes a {parameter.type}"
        ) from None
    if ":" not in text:
        raise UsageError(f"`{text}` is not a value for `{parameter.name}`, which takes an IRI")
    try:
        return iri(text)
    except RsetkError as error:
        raise UsageError(f"{parameter.name}: {error}") from None


def _string(text: str) -> str:
    r"""Return text as a string of SPARQL.

    Some engines (rdflib) replace code points such as `\u0041` in the whole query before they look at strings, also
    behind an escaped backslash, and take up to eight digits; so the letter behind one is written as such a code point.

    >>> print(_string(r'a "b" \u0022'))
    "a \"b\" \\\U000000750022"
    """
    quoted = _LOOKS_ESCAPED.sub(lambda found: rf"\\\U{ord(found[1]):08X}", text.translate(_TABLE))
    return f'"{quoted}"'
