"""One table of an answer as CSV (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
from typing import Any

from rsetk_ld.answers.answer import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(value: Any) -> Any:
    """Return a cell; text that a spreadsheet would run as a formula gets an apostrophe before it.

    >>> guarded("=1+1"), guarded(-1), guarded(None), guarded(["a", "b"])
    ("'=1+1", -1, '', 'a; b')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def text(table: Table) -> str:
    """Return the table with a line of headings, which are the names of the columns."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    columns = table.spread
    writer.writerow([each.key for each in columns])
    for row in table.rows:
        writer.writerow([guarded(each.of(row)) for each in columns])
    return out.getvalue()
