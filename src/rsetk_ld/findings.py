"""Findings: what is wrong or doubtful in a file, where it is, and what to do about it.

The texts live in `findings.toml`, one table a code. This module joins them with a place and the facts of
the case. Codes start with the layer that found them: Y syntax, S structure, R references, P profiles and
roles, F frameworks, G graph, I import.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal

from rsetk_ld.identifiers import BadIdentifierError
from rsetk_ld.vocabulary import PACKAGE

Severity = Literal["error", "warning", "info"]
Path = tuple[str | int, ...]
SUGGESTED = 100
"""How many of the findings on a file come with a suggestion."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding, as the catalogue describes it."""

    code: str
    severity: Severity
    title: str
    message: str
    help: str


@cache
def catalogue() -> Mapping[str, Kind]:
    """Return every kind of finding by code.

    >>> catalogue()["R001"].severity
    'error'
    """
    import tomllib

    table = tomllib.loads((PACKAGE / "findings.toml").read_text(encoding="utf-8"))
    return {code: Kind(code=code, **facts) for code, facts in table.items()}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding in one place.

    `path` leads from the top of the document to the value (or, with `at_key`, to the key) that is meant.
    `line` and `column` count from 1 and are None where the format has no lines, as in RDF.

    >>> fields = {"what": "skill", "name": "tesing"}
    >>> Finding("R001", ("skills", "tesing"), fields, "ada.yaml", 4, 3, at_key=True).message
    'skills: unknown skill `tesing`'
    """

    code: str
    path: Path = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    file: str = ""
    line: int | None = None
    column: int | None = None
    source: str = ""
    suggestion: str = ""
    at_key: bool = False

    @property
    def severity(self) -> Severity:
        """How bad it is: an error makes the file invalid."""
        return catalogue()[self.code].severity

    @property
    def title(self) -> str:
        """The kind of finding in a few words."""
        return catalogue()[self.code].title

    @property
    def message(self) -> str:
        """The sentence for a person, without the suggestion."""
        text = catalogue()[self.code].message.format_map(
            {name: _shown(value) for name, value in self.fields.items()}
        )
        where = ".".join(_shown(step) for step in self._shown_path())
        return f"{where}: {text}" if where else text

    @property
    def advice(self) -> str:
        """The suggestion, or nothing."""
        return f"did you mean `{self.suggestion}`?" if self.suggestion else ""

    def _shown_path(self) -> Path:
        return self.path[:-1] if self.at_key else self.path


def _shown(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    if not text.isprintable():
        text = "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
    return text if len(text) <= 200 else f"{text[:197]}..."


# More findings than anybody reads; what comes after them is one finding that says so.
MOST = 1000


class Findings(list[Finding]):
    """A list that findings are added to while a document is walked.

    >>> found = Findings(file="ada.yaml")
    >>> found.add("R001", ("skills", "tesing"), what="skill", name="tesing")
    >>> found[0].file
    'ada.yaml'
    """

    def __init__(self, found: Iterable[Finding] = (), file: str = "") -> None:
        super().__init__(found)
        self.file = file

    def add(
        self,
        code: str,
        path: Sequence[str | int] = (),
        *,
        suggestion: str = "",
        at_key: bool = False,
        **fields: Any,
    ) -> None:
        """Add a finding about the value (or the key) at `path`."""
        if len(self) < MOST:
            self.append(Finding(code, tuple(path), fields, self.file, suggestion=suggestion, at_key=at_key))
        elif len(self) == MOST:
            self.append(Finding("Y018", (), {"most": MOST}, self.file))

    def add_bad(
        self, bad: BadIdentifierError, path: Sequence[str | int] = (), *, at_key: bool = False
    ) -> None:
        """Add the finding for a text that cannot be an identifier."""
        # Looking for what was meant is slow; a file with so many mistakes has another problem.
        suggestion = bad.suggestion if len(self) < SUGGESTED else ""
        self.add(bad.code, path, suggestion=suggestion, at_key=at_key, **bad.fields)

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return sum(finding.severity == "error" for finding in self)


def located(findings: Iterable[Finding], document: Any) -> list[Finding]:
    """Add line, column and source line from a `documents.Document` to findings that lack them."""
    placed = []
    lines = [""]
    for finding in findings:
        if finding.line is None:
            if len(lines) == 1:
                lines += re.split(r"\r\n|\r|\n", document.text)
            spot = document.position(finding.path, key=finding.at_key)
            finding = replace(finding, line=spot.line, column=spot.column, source=lines[spot.line])
        placed.append(finding)
    return placed
