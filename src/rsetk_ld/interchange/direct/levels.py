"""The levels of a DIRECT release."""

import re
from typing import Any

from rsetk_ld.interchange.direct.cells import Cells
from rsetk_ld.interchange.direct.tables import Row

_TWO_SIDED = re.compile(r"Technical: (\S.*)\nNon-technical: (\S.*)", re.DOTALL)
_TWO_MEANINGS = re.compile(r"\bn/a\b|not applicable", re.IGNORECASE)


def level_entry(row: Row, cells: Cells) -> dict[str, Any]:
    """Return a level; a description with two readings is split, any other is the definition."""
    entry: dict[str, Any] = {"rank": int(row.own), "label": cells.label(row)}
    description = cells.text(row, "description", required=True)
    if readings := _TWO_SIDED.fullmatch(description):
        entry |= {"technical": readings.group(1), "non_technical": readings.group(2)}
    elif description:
        entry["definition"] = description
    for column, slot in (("short_description", "summary"), ("focus", "focus")):
        if text := cells.text(row, column, required=column == "short_description"):
            entry[slot] = text
    if _TWO_MEANINGS.search(f"{row.cells['name']} {row.cells['description']}"):
        what = "one level says both none and not applicable; a profile has `not-applicable` for the second"
        cells.report.doubtful(row, "name", what)
    return entry
