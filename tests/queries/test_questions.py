"""Every shipped question says what it is, and gives the rows of its worked example on two engines."""

import re

import pytest
from queries.worked import EXPECTED, NAMES, by_oxigraph, by_rdflib, example, in_words

from rsetk_ld.errors import UsageError
from rsetk_ld.queries import parse_question, question, questions
from rsetk_ld.queries.tokens import words_in

ALL = [each.name for each in questions()]
CLAUSE = re.compile(r"^SELECT\b(.*?)\bWHERE", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("name", ALL)
def test_it_gives_the_rows_of_its_example(name: str) -> None:
    case = example(name)
    assert case["rows"], "an example without rows shows nothing"
    assert by_oxigraph(case, name) == case["rows"]


@pytest.mark.parametrize("name", ALL)
def test_it_gives_the_same_rows_on_rdflib(name: str) -> None:
    case = example(name)
    assert in_words(by_rdflib(case, name)) == in_words(case["rows"])


def test_no_example_is_without_its_question() -> None:
    assert sorted(NAMES) == sorted(ALL)
    assert len(list(EXPECTED.iterdir())) == len(ALL)


@pytest.mark.parametrize("name", ALL)
def test_its_head_is_complete(name: str) -> None:
    asked = question(name)
    assert asked.ask.endswith("?")
    assert asked.about.endswith(".")
    assert all(parameter.about for parameter in asked.parameters.values())
    assert all(asked.columns.values())


@pytest.mark.parametrize("name", ALL)
def test_it_explains_the_columns_it_has(name: str) -> None:
    found = CLAUSE.search(question(name).sparql)
    assert found is not None
    # `(SUM(?a) AS ?b)` gives the column `b`; a variable inside of such a bracket is none.
    flat = re.sub(r"\([^()]*\((?:[^()]|\([^()]*\))*\)\s+AS\s+(\?\w+)\)", r"\1", found[1])
    assert re.findall(r"\?(\w+)", flat) == list(question(name).columns)


@pytest.mark.parametrize("name", ALL)
def test_it_stays_in_the_portable_subset(name: str) -> None:
    """What engines were seen to disagree on (see docs/questions.md) is left out."""
    text = question(name).sparql
    assert not words_in(text) & {"SERVICE", "LOAD", "COALESCE", "GRAPH", "FROM", "LATERAL"}
    assert text.count("SELECT") >= 2 or "VALUES" in text or "inScheme $" in text


# ---------------------------------------------------------------- heads that are wrong


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT * { ?s ?p $o }", "`$o` is not declared"),
        ("#+ parameters: {o: {type: iri}}\nSELECT * { ?s ?p ?o }", "`$o` does not occur"),
        ("#+ parameters: {o: {type: colour}}\nSELECT * { ?s ?p $o }", "needs a `type`"),
        ("#+ parameters: {o: iri}\nSELECT * { ?s ?p $o }", "needs a `type`"),
        ("#+ question: [\nASK {}", "cannot be read"),
    ],
)
def test_a_wrong_head_is_told(text: str, says: str) -> None:
    with pytest.raises(UsageError, match=re.escape(says)):
        parse_question(text, "mine")


def test_a_name_that_is_nearly_right_is_suggested() -> None:
    with pytest.raises(UsageError, match="did you mean `gap`"):
        question("gapp")


def test_a_parameter_in_a_string_or_comment_is_text() -> None:
    assert not parse_question('SELECT * { ?s ?p "$o" } # $x', "mine").parameters


@pytest.mark.parametrize("name", ALL)
def test_it_needs_nothing_that_is_spared(name: str) -> None:
    """The graphs of profiles are asked with a framework that lacks what `rdf.prepared` spares."""
    case = example(name)
    assert by_oxigraph(case, name, whole=False) == case["rows"]
