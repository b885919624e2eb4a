"""JSON for programs: one object, whose files come one to a line. `report.schema.json` describes it."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from rsetk_ld.__about__ import __version__
from rsetk_ld.reports.options import Options
from rsetk_ld.reports.record import REPORT_SCHEMA, Record, clean, help_uri, records
from rsetk_ld.reports.tally import Tally

if TYPE_CHECKING:
    from rsetk_ld.validation import Report


def as_json(reports: Iterable["Report"], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the head, a line for each file, and the summary."""
    tool = {"name": "rsetk-ld", "version": __version__}
    yield f'{{\n"schema": {dumped(REPORT_SCHEMA, options)},\n"tool": {dumped(tool, options)},\n"files": ['
    separator = "\n"
    for report in reports:
        yield separator + dumped(_file(report), options)
        separator = ",\n"
    yield f'\n],\n"summary": {dumped(_summary(tally, options), options)}\n}}\n'


def dumped(value: object, options: Options) -> str:
    """Return a value as JSON on one line, in ASCII where the output takes no more."""
    return json.dumps(value, ensure_ascii=not options.unicode)


def _file(report: "Report") -> dict[str, Any]:
    return {
        "file": clean(report.file),
        "sort": clean(report.sort),
        "readable": report.readable,
        "valid": report.readable and report.valid,
        "statements": report.statements,
        "findings": [_finding(record) for record in records(report)],
    }


def _finding(record: Record) -> dict[str, Any]:
    return {
        "code": record.code,
        "severity": record.severity,
        "title": record.title,
        "message": record.message,
        "suggestion": record.suggestion or None,
        "file": record.file,
        "line": record.line,
        "column": record.column,
        "path": list(record.path),
        "help_uri": help_uri(record.code),
    }


def _summary(tally: Tally, options: Options) -> dict[str, Any]:
    return {
        "files": tally.files,
        "valid": tally.valid,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "infos": tally.infos,
        "unreadable": tally.unreadable,
        "exit_code": tally.exit_code(options.strict),
    }
