"""The head of a `.rq` file: what the question is, which parameters it takes, what its columns mean.

The head is YAML in the comment lines that begin with `#+`, the habit of grlc (https://github.com/CLARIAH/grlc), so
that the file as it stands is SPARQL for every other tool. Parameters are the variables written with `$`, all others
are written with `?`; to SPARQL 1.1 the two are the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from rsetk_ld.documents import DocumentError, parse_document
from rsetk_ld.errors import UsageError
from rsetk_ld.identifiers import nearest
from rsetk_ld.queries.tokens import parameters_in
from rsetk_ld.vocabulary import PACKAGE, vocabulary

FOLDER = PACKAGE / "queries"
LEAD = "#+"
PLAIN = (
    "iri",
    "string",
    "integer",
    "decimal",
    "boolean",
    "date",
    "language",
    "profile",
    "target",
    "mapping-set",
    "framework",
)
"""Types of parameters besides the kinds of entries, such as `skill`: those are IRIs, and can be given by key."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question that the asker fills in.

    `many` parameters stand inside `VALUES`; a `default` of None means that a value must be given.
    """

    name: str
    type: str
    about: str
    many: bool = False
    default: Any = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its name, the sentence it answers, parameters and columns by name, and the SPARQL text."""

    name: str
    ask: str
    about: str
    sparql: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


def parse_question(text: str, name: str) -> Question:
    """Read a question; a text without a head is a question without parameters.

    Raises `UsageError` where the head is not as described above, or declares other parameters than the text has.

    >>> found = parse_question("#+ question: Which roles?\\nSELECT ?role { ?role a ?x }", "roles")
    >>> found.ask, dict(found.parameters)
    ('Which roles?', {})
    """
    lines = [line[len(LEAD) :] for line in text.splitlines() if line.startswith(LEAD)]
    head: Mapping[str, Any] = {}
    if lines:
        try:
            head = parse_document("\n".join(line.removeprefix(" ") for line in lines) + "\n", name=name).data
        except DocumentError as error:
            raise UsageError(f"the head of the question cannot be read: {error}") from None
    parameters = {key: _parameter(key, facts, name) for key, facts in (head.get("parameters") or {}).items()}
    used = parameters_in(text)
    if unknown := sorted(used - parameters.keys()):
        missing = unknown[0]
        raise UsageError(
            f"{name}: `${missing}` is not declared under `parameters`; write ?{missing}, or declare it"
        )
    if unused := sorted(parameters.keys() - used):
        raise UsageError(
            f"{name}: the parameter `{unused[0]}` is declared, but `${unused[0]}` does not occur"
        )
    return Question(
        name,
        str(head.get("question", "")),
        " ".join(str(head.get("about", "")).split()),
        text,
        parameters,
        {key: str(value) for key, value in (head.get("columns") or {}).items()},
    )


def _parameter(key: str, facts: Any, name: str) -> Parameter:
    types = (*PLAIN, *vocabulary().kinds)
    if not isinstance(facts, Mapping) or facts.get("type") not in types:
        raise UsageError(f"{name}: the parameter `{key}` needs a `type` out of {', '.join(types)}")
    return Parameter(
        key, facts["type"], str(facts.get("about", "")), bool(facts.get("many")), facts.get("default")
    )


def read_question(path: Path) -> Question:
    """Read a question from a file. Raises `UsageError` where that is not possible."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: cannot be read ({getattr(error, 'strerror', None) or 'it is not UTF-8'})"
        ) from None
    return parse_question(text, path.name)


@cache
def question(name: str) -> Question:
    """Return a shipped question. Raises `UsageError`, with a suggestion, where there is none of that name."""
    path = FOLDER / f"{name}.rq"
    if name not in _names():
        near = nearest(name, _names())
        hint = f"; did you mean `{near}`?" if near else "; `rsetk-ld query --list` shows them"
        raise UsageError(f"no question `{name}`{hint}")
    found = read_question(path)
    return Question(name, found.ask, found.about, found.sparql, found.parameters, found.columns)


def questions() -> list[Question]:
    """Return every shipped question, by name.

    >>> "gap" in [each.name for each in questions()]
    True
    """
    return [question(name) for name in _names()]


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.rq")))
