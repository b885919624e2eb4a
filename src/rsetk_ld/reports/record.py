"""A finding ready to print: all its texts worked out once, and nothing in it that cannot be encoded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rsetk_ld.findings import Finding, Path, Severity

if TYPE_CHECKING:
    from rsetk_ld.validation import Report

DOCS = "https://w3id.org/rsetk/docs"
REPORT_SCHEMA = f"{DOCS}/report/1/report.schema.json"
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Record:
    """One finding, as every format shows it. Columns count characters from 1."""

    code: str
    severity: Severity
    title: str
    message: str
    advice: str = ""
    suggestion: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None
    path: Path = ()
    source: str = ""

    @property
    def sentence(self) -> str:
        """The message, and the suggestion if there is one."""
        return f"{self.message}; {self.advice}" if self.advice else self.message


def records(report: "Report") -> Iterator[Record]:
    """Yield the findings of a report, which stand for the report's file where they name none.

    >>> from rsetk_ld.validation import Report
    >>> [record.file for record in records(Report("a.yaml", "profile", [Finding("P014")]))]
    ['a.yaml']
    """
    return (record_of(finding, report.file) for finding in report.findings)


def record_of(finding: Finding, file: str = "") -> Record:
    """Return the record of one finding."""
    return Record(
        code=finding.code,
        severity=finding.severity,
        title=finding.title,
        message=clean(finding.message),
        advice=clean(finding.advice),
        suggestion=clean(finding.suggestion),
        file=clean(finding.file or file),
        line=finding.line,
        column=finding.column,
        path=tuple(clean(step) if isinstance(step, str) else step for step in finding.path),
        source=clean(finding.source).rstrip("\r\n"),
    )


def help_uri(code: str) -> str:
    """Return the page on a kind of finding.

    >>> help_uri("R001")
    'https://w3id.org/rsetk/docs/findings/R001'
    """
    return f"{DOCS}/findings/{code}"


def clean(text: str) -> str:
    r"""Return the text with U+FFFD for lone surrogates, as in names of files that are not UTF-8.

    >>> clean("ada\udce9.yaml") == "ada\ufffd.yaml"
    True
    """
    return _SURROGATE.sub("\ufffd", text)
