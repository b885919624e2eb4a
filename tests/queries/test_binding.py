"""What a person gives as a parameter is data, on every engine; it never becomes part of the query."""

from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st

from rsetk_ld.errors import UsageError
from rsetk_ld.queries import Parameter, bind, parse_question
from rsetk_ld.queries.binding import term

ASK = parse_question("#+ parameters: {x: {type: string}}\nSELECT ($x AS ?y) {}", "echo")
MANY = parse_question(
    "#+ parameters: {x: {type: iri, many: true}}\nSELECT ?y { VALUES ?y { $x } }", "members"
)
STORE, GRAPH = ox.Store(), rdflib.Graph()
HOSTILE = [
    '" } DROP ALL #',
    "\\",
    '\\"',
    "\\u0022 } x",
    "\\\\u0022",
    "\\U00000022",
    "'''",
    "$x",
    "?x",
    "\n",
    "\x01",
]


def by_oxigraph(sparql: str) -> list[str]:
    result: Any = STORE.query(sparql)
    return [row["y"].value for row in result]


def by_rdflib(sparql: str) -> list[str]:
    return [str(row[0]) for row in GRAPH.query(sparql)]  # type: ignore[index]


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00")))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    sparql = bind(ASK, {"x": text})
    assert by_oxigraph(sparql) == [text]
    assert by_rdflib(sparql) == [text]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_sparql_comes_back_as_it_was(text: str) -> None:
    sparql = bind(ASK, {"x": text})
    assert by_oxigraph(sparql) == by_rdflib(sparql) == [text]


@given(st.text())
@example("https://a.example/> } DROP ALL #")
@example("https://a.example/\\u003E")
@example("a:b c")
def test_an_iri_is_one_or_is_refused(text: str) -> None:
    try:
        sparql = bind(MANY, {"x": [text]})
    except UsageError:
        return
    assert sparql.count("<") == sparql.count(">") == 1
    try:
        found = by_oxigraph(sparql)
    except SyntaxError:
        return  # the engine refuses what is no IRI, such as a bare `a:%`
    assert found == [text]


def test_several_values_stay_several() -> None:
    values = ["https://a.example/1", "https://a.example/2"]
    assert by_oxigraph(bind(MANY, {"x": values})) == values


@pytest.mark.parametrize(
    ("type_", "value", "made"),
    [
        ("integer", "3", '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("decimal", 0.5, '"0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("boolean", True, '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        ("date", "2026-11-01", '"2026-11-01"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("language", "pt-BR", '"pt-br"'),
        ("skill", "https://a.example/s", "<https://a.example/s>"),
    ],
)
def test_types_make_terms(type_: str, value: object, made: str) -> None:
    assert term(Parameter("x", type_, ""), value) == made


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("integer", "3.5"),
        ("decimal", "many"),
        ("decimal", "1e999"),
        ("boolean", "maybe"),
        ("date", "2026-02-30"),
        ("iri", "word"),
        ("skill", "https://a.example/a b"),
        ("decimal", "nan"),
    ],
)
def test_values_that_do_not_fit_are_refused(type_: str, value: str) -> None:
    with pytest.raises(UsageError):
        term(Parameter("x", type_, ""), value)


def test_missing_and_unknown_parameters_are_told() -> None:
    with pytest.raises(UsageError, match="needs the parameter `x`"):
        bind(ASK, {})
    with pytest.raises(UsageError, match="has no parameter `y`"):
        bind(ASK, {"x": "a", "y": "b"})
