"""Workflow commands, which GitHub Actions turns into annotations on the changed lines: one line a finding."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rsetk_ld.reports.display import visible
from rsetk_ld.reports.options import Options
from rsetk_ld.reports.paths import relative
from rsetk_ld.reports.record import Record, records
from rsetk_ld.reports.tally import Tally

if TYPE_CHECKING:
    from rsetk_ld.validation import Report

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
# What could end a line or steer a terminal. The rest stays: the name must match that of the file.
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def as_github(reports: Iterable["Report"], _tally: Tally, options: Options) -> Iterator[str]:
    """Yield a command for each finding, and nothing else."""
    for report in reports:
        for record in records(report):
            yield options.fitted(command(record)) + "\n"


def command(record: Record) -> str:
    """Return the workflow command for one finding.

    >>> print(command(Record("S008", "error", "Empty", "100% empty", file="a,b.yaml", line=7, column=3)))
    ::error file=a%2Cb.yaml,line=7,col=3,title=S008 Empty::100%25 empty
    """
    file = (relative(record.file) or record.file) if record.file else ""
    properties = {
        "file": _CONTROL.sub(lambda found: repr(found[0])[1:-1], file),
        "line": record.line,
        "col": record.column,
        "title": f"{record.code} {record.title}",
    }
    stated = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
    return f"::{_COMMANDS[record.severity]} {stated}::{_data(visible(record.sentence))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
