"""Write reports in one of the formats, as they come."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, TextIO, cast

from rsetk_ld.errors import UsageError
from rsetk_ld.reports.options import Options, encoding_of
from rsetk_ld.reports.tally import Tally

if TYPE_CHECKING:
    from rsetk_ld.findings import Finding
    from rsetk_ld.validation import Report

    Writer = Callable[[Iterable[Report], Tally, Options], Iterator[str]]

FORMATS = ("text", "json", "sarif", "github", "junit")


def write_reports(
    reports: Iterable["Report"],
    format: str,  # noqa: A002 - the word users know from --format
    out: TextIO,
    *,
    strict: bool = False,
    colour: bool = False,
    quiet: bool = False,
    command: str = "validate",
) -> Tally:
    """Write reports to `out` and return what was counted.

    One report is held at a time. If `reports` raises, so does this, and what was written is incomplete.
    `colour` and `quiet` matter to text only; `command` names the run in SARIF and JUnit.

    >>> import sys
    >>> write_reports([], "text", sys.stdout).exit_code()
    no files
    0
    """
    options = Options(strict, colour, quiet, command, encoding_of(out))
    tally = Tally()
    for piece in _writer(format)(tally.counting(reports), tally, options):
        out.write(piece)
    return tally


def write_findings(findings: Iterable["Finding"], out: TextIO, *, colour: bool = False) -> None:
    """Write findings that belong to no report as text, one paragraph each.

    >>> import sys
    >>> from rsetk_ld.findings import Finding
    >>> write_findings([Finding("P014", file="ada.yaml", line=4)], sys.stdout)
    ada.yaml:4: info: no date of assessment (P014)
    """
    from rsetk_ld.reports.as_text import paragraph
    from rsetk_ld.reports.record import records
    from rsetk_ld.validation import Report

    options = Options(colour=colour, encoding=encoding_of(out))
    for record in records(Report("", "", list(findings))):
        out.write(paragraph(record, options))


def _writer(name: str) -> "Writer":
    if name not in FORMATS:
        raise UsageError(f"no output format is called {name!r}; choose one of {', '.join(FORMATS)}")
    return cast("Writer", getattr(import_module(f"rsetk_ld.reports.as_{name}"), f"as_{name}"))
