"""The worked examples of the questions: a small framework, some profiles, and the rows that each question gives.

    PYTHONPATH=tests python tests/queries/worked.py NAME...

writes what the embedded store says now; read it before you commit.

Each file in `tests/data/questions/expected` holds the files and parameters of one question, and its rows.
"""

import json
import sys
from functools import cache
from typing import Any

import rdflib
from analysis.bakery import BAKERY, FOLDER

from rsetk_ld.analysis import Corpus
from rsetk_ld.queries import bind, question
from rsetk_ld.store.results import plain

EXPECTED = FOLDER / "expected"
NAMES = sorted(path.stem for path in EXPECTED.glob("*.json"))
Rows = list[dict[str, Any]]


def example(name: str) -> dict[str, Any]:
    """Return the worked example of a question."""
    found: dict[str, Any] = json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def corpus(*files: str, whole: bool = True) -> Corpus:
    """Return the bakery with some profiles in a store."""
    made = Corpus(BAKERY)
    made.use(BAKERY, whole=whole)
    for file in files:
        made.add(FOLDER / "profiles" / file)
    return made


def by_oxigraph(case: dict[str, Any], name: str, *, whole: bool = True) -> Rows:
    """Return the rows that the embedded store gives."""
    result: Any = corpus(*case["files"], whole=whole).store.query(bind(question(name), case["parameters"]))
    names = [variable.value for variable in result.variables]
    return [{each: plain(row[each]) for each in names} for row in result]


def by_rdflib(case: dict[str, Any], name: str) -> Rows:
    """Return the rows that rdflib gives over the same triples."""
    import pyoxigraph as ox

    dump = corpus(*case["files"]).store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    graph = rdflib.Graph().parse(data=ox.serialize(dump, format=ox.RdfFormat.N_TRIPLES), format="nt")  # type: ignore[arg-type]
    result = graph.query(bind(question(name), case["parameters"]))
    return [{str(each): _plain(row[each]) for each in result.vars or ()} for row in result]  # type: ignore[index]


def in_words(rows: Rows) -> Rows:
    """Return rows with the members of `GROUP_CONCAT` in order, for which SPARQL sets none."""
    joined = {"profiles", "languages"}
    return [
        {key: sorted(value.split()) if key in joined and value else value for key, value in row.items()}
        for row in rows
    ]


def _plain(term: Any) -> Any:
    value = term.toPython() if isinstance(term, rdflib.Literal) else term
    if value is None or isinstance(value, bool | int):
        return value
    try:
        return float(value) if type(value).__name__ == "Decimal" else str(value)
    except ValueError:
        return str(value)


if __name__ == "__main__":
    for each in sys.argv[1:]:
        case = example(each)
        case["rows"] = by_oxigraph(case, each)
        text = json.dumps(case, indent=1, ensure_ascii=False) + "\n"
        (EXPECTED / f"{each}.json").write_text(text, encoding="utf-8")
