"""For a person at a terminal: one paragraph a finding, with the source line and the place marked."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rsetk_ld.reports.display import excerpt, visible
from rsetk_ld.reports.options import Options
from rsetk_ld.reports.record import Record, records
from rsetk_ld.reports.tally import Tally, counted

if TYPE_CHECKING:
    from rsetk_ld.validation import Report

_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;34m"}
_RESET = "\x1b[0m"
_NOUNS = {
    "profile": "skill",
    "canonical PersonProfile": "skill",
    "framework": "skill",
    "canonical Framework": "skill",
    "role": "requirement",
    "canonical RoleProfile": "requirement",
    "mappings": "mapping",
    "canonical MappingSet": "mapping",
    "resources": "entry",
}


def as_text(reports: Iterable["Report"], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the findings as they come, a line for each valid file, and the summary."""
    for report in reports:
        for record in records(report):
            yield paragraph(record, options)
        if report.readable and report.valid and not options.quiet:
            yield f"{visible(report.file, options.encoding)}: valid ({_contents(report, options)})\n"
    yield f"{tally}\n"


def paragraph(record: Record, options: Options) -> str:
    """Return what to print for one finding.

    >>> print(paragraph(Record("P014", "info", "No date", "no date of assessment"), Options()), end="")
    info: no date of assessment (P014)
    """
    sentence = visible(f"{record.sentence} ({record.code})", options.encoding)
    severity: str = record.severity
    if options.colour:
        severity = f"{_COLOURS[severity]}{severity}{_RESET}"
    where = ":".join(str(part) for part in (record.file, record.line, record.column) if part)
    place = f"{visible(where, options.encoding)}: " if where else ""
    return f"{place}{severity}: {sentence}\n{_source(record, options)}"


def _source(record: Record, options: Options) -> str:
    if not record.source.strip() or record.line is None:
        return ""
    shown, marks = excerpt(record.source, record.column or 1, options.encoding)
    lines = f"{record.line:>5} | {shown}\n"
    if record.column is not None:
        lines += f"{' ' * max(5, len(str(record.line)))} | {marks}\n"
    return lines


def _contents(report: "Report", options: Options) -> str:
    sort = visible(report.sort, options.encoding) or "unknown sort"
    return f"{sort}, {counted(report.statements, _NOUNS.get(report.sort, 'statement'))}"
