"""Any question in SPARQL over a framework, its mappings and some files."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, make_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pyoxigraph as ox

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.analysis.teaching import entry_of
from rsetk_ld.answers import Answer, Table, column, counted, rendered
from rsetk_ld.answers.write import FORMATS as TABLES
from rsetk_ld.errors import UsageError
from rsetk_ld.framework import Framework, find_framework, shipped
from rsetk_ld.framework.locate import folder_of
from rsetk_ld.identifiers import compact
from rsetk_ld.interchange.sssom import SUFFIX, plain_mappings, read_mappings
from rsetk_ld.loading import loadable
from rsetk_ld.queries import Parameter, Question, bind, question, questions, read_question
from rsetk_ld.rdf.emit import lines
from rsetk_ld.rdf.serialize import Item, item_triples
from rsetk_ld.store.results import plain
from rsetk_ld.vocabulary import vocabulary

if TYPE_CHECKING:
    from rsetk_ld.store.results import Result

FORMATS = (*TABLES, "sparql-json", "turtle")


@dataclass(frozen=True)
class QuestionRow:
    """One of the shipped questions."""

    name: str = column("Name", "The name to ask it by.")
    question: str = column("Question", "What it answers.")
    parameters: str = column(
        "Parameters", "What it takes; those with a default need not be given.", below=True
    )


@dataclass(frozen=True)
class QuestionList(Answer):
    """The shipped questions."""

    kind = "questions"
    rows: ClassVar = {"questions": QuestionRow}


def question_list() -> QuestionList:
    """Return the shipped questions with their parameters.

    >>> "gap" in [row.name for row in question_list().tables[0].rows]
    True
    """
    rows = [
        QuestionRow(each.name, each.ask, "; ".join(map(_declared, each.parameters.values())))
        for each in questions()
    ]
    return QuestionList(
        "Questions that can be asked by name", {}, (Table("questions", "Questions", QuestionRow, rows),)
    )


def _declared(parameter: Parameter) -> str:
    many = ", one or more" if parameter.many else ""
    default = f" (default {parameter.default})" if parameter.default is not None else ""
    return f"{parameter.name}: {parameter.type}{many}{default}"


@dataclass(frozen=True)
class Rows(Answer):
    """The solutions of a SELECT query, or the truth of an ASK query; the columns are those of the query."""

    kind = "query"


class Asking:
    """A question with the data to ask it over: the framework with all its texts, its mappings, and files.

    >>> asking = Asking(question("teaching"))
    >>> len(asking.answer({"skills": ["testing"]}).tables[0].rows) > 3
    True
    """

    def __init__(
        self,
        asked: Question,
        data: Iterable[Path] = (),
        framework: Framework | None = None,
        folder: Path | None = None,
    ) -> None:
        self.question = asked
        self.framework = framework or shipped()
        self.corpus = Corpus(framework)
        self.corpus.use(self.framework, whole=True)
        for path in sorted(((folder or folder_of(None)) / "mappings").glob(f"*{SUFFIX}")):
            self._add_mappings(path)
        self.subjects = [subject for path in data for subject in self._add(path)]

    def _add(self, path: Path) -> list[Subject]:
        if path.name.endswith(SUFFIX):
            self._add_mappings(path)
            return []
        if path.is_dir() or not path.exists():
            return self.corpus.profiles([path])
        subject = self.corpus.add(path)
        self.corpus.use(subject.framework, whole=True)
        return [subject]

    def _add_mappings(self, path: Path) -> None:
        made = read_mappings(path)
        triples = [*plain_mappings(made), *item_triples(Item("MappingSet", made))]
        self.corpus.store.replace(made["id"], lines(triples))

    def result(self, values: Mapping[str, Any]) -> "Result":
        """Return what the store says; parameters may be files, keys, labels or IRIs, according to their type.

        Raises `UsageError` for values that do not fit.
        """
        given = {name: self._value(name, value) for name, value in values.items()}
        if "language" in self.question.parameters:
            given.setdefault("language", self.framework.language)
        scale = self.framework.head.get("default_scale")
        for parameter in self.question.parameters.values():
            if parameter.type == "scale" and scale:
                given.setdefault(parameter.name, scale)
        return self.corpus.store.query(bind(self.question, given))

    def _value(self, name: str, value: Any) -> Any:
        parameter = self.question.parameters.get(name)
        if parameter is not None and parameter.type == "framework":
            return self._framework_iri(str(value))
        if parameter is None or parameter.type not in {*vocabulary().kinds, "profile", "target"}:
            return value
        members = [value] if isinstance(value, str) else list(value)
        found = [iri for member in members for iri in self._iris(parameter, str(member))]
        return found if parameter.many else found[0]

    def _framework_iri(self, text: str) -> str:
        """Return the IRI of a framework, which a release of it or the name of its folder stands for, too."""
        own = self.framework.iri
        if text == own or text.startswith(f"{own}/"):
            return own
        try:
            return find_framework(text).iri
        except UsageError:
            if "://" not in text:
                raise
            return text

    def _iris(self, parameter: Parameter, text: str) -> list[str]:
        if parameter.type in {"profile", "target"} and any(path.exists() for path in loadable([Path(text)])):
            return [subject.iri for subject in self._add(Path(text))]
        if "://" in text or text.startswith("urn:"):
            return [text]
        if parameter.type == "profile":
            raise UsageError(
                f"`{text}` is no file; give the profile for `{parameter.name}` as a file or as an IRI"
            )
        if parameter.type == "target":
            return [self.corpus.role(text, self.framework).iri]
        return [entry_of(self.framework, vocabulary().kinds[parameter.type].name, text)]

    def answer(self, values: Mapping[str, Any]) -> Rows:
        """Return the answer to a SELECT or ASK question as a table."""
        return self._rows(self.result(values), short=False)

    def _rows(self, result: "Result", *, short: bool) -> Rows:
        """Read a result to its end; `short` writes IRIs as CURIEs, for people."""
        if isinstance(result, ox.QueryTriples):
            raise UsageError("the answer is a graph, not a table; write it as turtle")
        if isinstance(result, ox.QueryBoolean):
            row_type = make_dataclass(
                "Row", [("c0", bool | None, column("Answer", "Whether it is so.", key="answer"))]
            )
            rows = [row_type(bool(result))]
        else:
            names = [variable.value for variable in result.variables]
            row_type = make_dataclass("Row", [self._field(at, name) for at, name in enumerate(names)])
            rows = [row_type(*(self._cell(row[name], short=short) for name in names)) for row in result]
        title = self.question.ask or self.question.name
        return Rows(title, {}, (Table("rows", counted(len(rows), "row"), row_type, rows, "No rows."),))

    def _field(self, at: int, name: str) -> tuple[str, Any, Any]:
        return f"c{at}", Any, column(name, self.question.columns.get(name, ""), key=name)

    def _cell(self, term: Any, *, short: bool) -> Any:
        if short and isinstance(term, ox.NamedNode):
            return compact(term.value, self.framework.names.prefixes)
        return plain(term)

    def written(self, values: Mapping[str, Any], format_: str, *, columns: int = 100) -> str:
        """Return the answer as text in one of `FORMATS`.

        Graphs (CONSTRUCT, DESCRIBE) are always Turtle. Raises `UsageError` for a format that does not fit.
        """
        result = self.result(values)
        if isinstance(result, ox.QueryTriples):
            if format_ not in {"text", "turtle"}:
                raise UsageError(f"the answer is a graph, which has no form `{format_}`; use turtle")
            made = ox.serialize(result, format=ox.RdfFormat.TURTLE, prefixes=self.framework.names.prefixes)
            return (made or b"").decode()
        if format_ == "turtle":
            raise UsageError("the answer is a table; Turtle is for CONSTRUCT and DESCRIBE")
        if format_ == "sparql-json":
            made = result.serialize(format=ox.QueryResultsFormat.JSON)
            return json.dumps(json.loads(made or b"{}"), indent=1, ensure_ascii=False) + "\n"
        return rendered(self._rows(result, short=format_ in {"text", "markdown"}), format_, columns=columns)


def find_question(name: str) -> Question:
    """Return a question by name or from a file. Raises `UsageError` where there is neither.

    >>> find_question("gap").name
    'gap'
    """
    path = Path(name)
    return read_question(path) if path.suffix in {".rq", ".sparql"} or path.is_file() else question(name)


def given_values(asked: Question, pairs: Sequence[str]) -> dict[str, Any]:
    """Return the parameters written as `name=value`; a name that is repeated collects a list.

    >>> given_values(question("teaching"), ["skills=testing", "skills=mentoring"])
    {'skills': ['testing', 'mentoring']}
    """
    found: dict[str, list[str]] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign:
            raise UsageError(f"`{pair}` is no parameter; write --param name=value")
        found.setdefault(name, []).append(value)
    for name, values in found.items():
        parameter = asked.parameters.get(name)
        if len(values) > 1 and parameter is not None and not parameter.many:
            raise UsageError(f"`{name}` takes one value, and {len(values)} were given")
    return {
        name: values if name in asked.parameters and asked.parameters[name].many else values[0]
        for name, values in found.items()
    }
