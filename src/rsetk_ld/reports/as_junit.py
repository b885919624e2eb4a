"""JUnit XML for build servers: a test case a file.

The opening tag holds the counts, so the cases wait in a temporary file until all are known.
"""

from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from rsetk_ld.reports.as_text import paragraph
from rsetk_ld.reports.display import visible
from rsetk_ld.reports.options import Options
from rsetk_ld.reports.record import Record, records
from rsetk_ld.reports.tally import Tally

if TYPE_CHECKING:
    from rsetk_ld.validation import Report

_CHUNK = 1 << 16
_QUOTE = {'"': "&quot;"}


def as_junit(reports: Iterable["Report"], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the document, once all reports are in."""
    failures = 0
    with TemporaryFile("w+", encoding="utf-8", newline="") as spool:
        for report in reports:
            found = list(records(report))
            failing = [record for record in found if _fails(record, options)]
            failures += bool(failing) and report.readable
            spool.write(_case(report, failing, [record for record in found if not _fails(record, options)]))
        counts = f'tests="{tally.files}" failures="{failures}" errors="{tally.unreadable}"'
        yield '<?xml version="1.0" encoding="utf-8"?>\n'
        yield f"<testsuites {counts}>\n"
        yield f'<testsuite {_attribute("name", f"rsetk-ld {options.command}")} {counts} skipped="0">\n'
        spool.seek(0)
        while chunk := spool.read(_CHUNK):
            yield chunk if options.unicode else chunk.encode("ascii", "xmlcharrefreplace").decode("ascii")
        yield "</testsuite>\n</testsuites>\n"


def _fails(record: Record, options: Options) -> bool:
    return record.severity == "error" or (options.strict and record.severity == "warning")


def _case(report: "Report", failing: list[Record], rest: list[Record]) -> str:
    """Return the test case for one file."""
    attributes = f"{_attribute('classname', report.sort or 'unknown')} {_attribute('name', report.file)}"
    inner = ""
    if failing or not report.readable:
        inner += _problem("failure" if report.readable else "error", failing)
    if rest:
        inner += f"<system-out>{_text(rest)}</system-out>\n"
    return f"<testcase {attributes}>\n{inner}</testcase>\n" if inner else f"<testcase {attributes}/>\n"


def _problem(tag: str, failing: list[Record]) -> str:
    """Return the element that says why a case failed: the first finding as message, all as text."""
    message, code = (failing[0].sentence, failing[0].code) if failing else ("cannot be read", "Y001")
    if len(failing) > 1:
        message += f" (and {len(failing) - 1} more)"
    return f"<{tag} {_attribute('message', message)} {_attribute('type', code)}>{_text(failing)}</{tag}>\n"


def _text(found: list[Record]) -> str:
    return escape("".join(paragraph(record, Options()) for record in found))


def _attribute(name: str, value: str) -> str:
    """Return an attribute; what XML 1.0 does not allow is unprintable, so it is spelled out."""
    return f'{name}="{escape(visible(value), _QUOTE)}"'
