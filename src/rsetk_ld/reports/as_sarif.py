"""SARIF 2.1.0, as code-scanning services and editors read it.

The results come first and the tool with its rules last, because only then is it known which rules were used.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from rsetk_ld.__about__ import __version__
from rsetk_ld.findings import catalogue
from rsetk_ld.reports.as_json import dumped
from rsetk_ld.reports.display import token_end
from rsetk_ld.reports.options import Options
from rsetk_ld.reports.paths import uri_of
from rsetk_ld.reports.record import DOCS, Record, help_uri, records
from rsetk_ld.reports.tally import Tally

if TYPE_CHECKING:
    from rsetk_ld.validation import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def as_sarif(reports: Iterable["Report"], tally: Tally, options: Options) -> Iterator[str]:
    """Yield a log with one run."""
    head = {"$schema": SCHEMA, "version": "2.1.0"}
    yield f'{dumped(head, options)[:-1]}, "runs": [{{\n"columnKind": "utf16CodeUnits",\n"results": ['
    rules: dict[str, int] = {}
    separator = "\n"
    for report in reports:
        for record in records(report):
            rule = rules.setdefault(record.code, len(rules))
            yield separator + dumped(_result(record, rule), options)
            separator = ",\n"
    yield "\n],\n"
    yield f"{dumped(_run(rules, tally, options), options)[1:-1]}\n}}]}}\n"


def _run(rules: Iterable[str], tally: Tally, options: Options) -> dict[str, Any]:
    driver = {
        "name": "rsetk-ld",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": DOCS,
        "rules": [_rule(code) for code in rules],
    }
    return {
        "tool": {"driver": driver},
        "invocations": [
            {"executionSuccessful": not tally.unreadable, "exitCode": tally.exit_code(options.strict)}
        ],
        "automationDetails": {"id": f"rsetk-ld/{options.command}/"},
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which rsetk-ld was run."}}},
    }


def _rule(code: str) -> dict[str, Any]:
    kind = catalogue()[code]
    return {
        "id": code,
        "shortDescription": {"text": literal(kind.title)},
        "fullDescription": {"text": literal(f"{kind.title}. {kind.help}")},
        "help": {"text": literal(kind.help)},
        "helpUri": help_uri(code),
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
    }


def _result(record: Record, rule: int) -> dict[str, Any]:
    result = {
        "ruleId": record.code,
        "ruleIndex": rule,
        "level": _LEVELS[record.severity],
        "message": {"text": literal(record.sentence)},
    }
    location = _location(record)
    return {**result, "locations": [location]} if location else result


def _location(record: Record) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if record.file:
        uri, relative = uri_of(record.file)
        artifact = {"uri": uri, "uriBaseId": ROOT} if relative else {"uri": uri}
        location["physicalLocation"] = {"artifactLocation": artifact}
        if record.line is not None:
            location["physicalLocation"]["region"] = _region(record, record.line)
    if record.path:
        location["logicalLocations"] = [{"fullyQualifiedName": "/".join(map(str, record.path))}]
    return location


def _region(record: Record, line: int) -> dict[str, int]:
    if record.column is None:
        return {"startLine": line}
    start = record.column - 1
    end = token_end(record.source, start)
    region = {"startLine": line, "startColumn": utf16_column(record.source, start)}
    return {**region, "endColumn": utf16_column(record.source, end)} if end > start else region


def utf16_column(source: str, offset: int) -> int:
    """Return the column, from 1 and in UTF-16 code units, of a character of a line.

    >>> utf16_column("😀: 2", 1), utf16_column("", 4)
    (3, 5)
    """
    before = source[:offset]
    return 1 + offset + sum(char > "\uffff" for char in before)


def literal(text: str) -> str:
    """Return the text so that no part of it is taken for a placeholder or for a link.

    >>> literal("[a-z]{2}"), literal("[click](https://x.example)")
    ('[a-z]{{2}}', '[click] (https://x.example)')
    """
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
