"""What looks wrong in tables as a whole: doubles, clashes, entries nothing refers to, formats at odds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from rsetk_ld.interchange.direct import texts
from rsetk_ld.interchange.direct.report import Report
from rsetk_ld.interchange.direct.tables import COLUMNS, Row, Table

SIBLINGS = {"competency_domain": "", "competency": "competency_domain", "skill": ""}
"""Ranked tables, with the column within whose values ranks must differ (or none: in the whole table)."""


def report_doubts(tables: Mapping[str, Table], used: Mapping[str, set[str]], report: Report) -> None:
    """Report what can only be seen across rows; `used` has the keys that something refers to."""
    for table in tables.values():
        rows = [row for row in table.rows if row.key]
        _doubles(rows, "name", report)
        if "url" in COLUMNS[table.name]:
            _doubles(rows, "url", report)
        if table.name in SIBLINGS:
            _clashes(rows, SIBLINGS[table.name], report)
        for row, what in table.uneven:
            report.row_doubtful(row, what)
        for column, cells in table.unknown.items():
            what = f"the column {column} is unknown; {len(cells)} cells are left out"
            report.about("I003", table, what, column=column, cells=cells)
    for name, keys in used.items():
        _unused(tables[name], keys, report)


def _doubles(rows: Iterable[Row], column: str, report: Report) -> None:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        value = row.cells[column]
        groups[texts.folded(value) if column == "name" else value.strip()].append(row)
    for value, same in groups.items():
        for row in same[1:] if value else ():
            report.doubtful(row, column, f"the same as of {same[0].name}", same_as=same[0].own)


def _clashes(rows: Iterable[Row], within: str, report: Report) -> None:
    first: dict[tuple[str, str], Row] = {}
    for row in rows:
        rank = row.cells["rank"].strip()
        other = first.setdefault((row.cells[within].strip() if within else "", rank), row)
        if rank and other is not row:
            report.doubtful(row, "rank", f"{other.name} has the same rank", same_as=other.own)


def _unused(table: Table, used: set[str], report: Report) -> None:
    idle = [row.key for row in table.rows if row.key and row.key not in used]
    if idle:
        what = f"{len(idle)} of {len(table.rows)} rows have nothing that refers to them: {texts.listed(idle)}"
        report.about("I002", table, what, keys=idle)


def compare(chosen: Table, other: Table, report: Report) -> None:
    """Report every cell in which the other format of a table differs from the one that is used."""
    rows = {row.own: row for row in reversed(chosen.rows)}
    for row in other.rows:
        mine = rows.pop(row.own, None)
        if mine is None:
            report.row_left_out(row, f"{PurePath(chosen.file).name} has no such row")
            continue
        for column, theirs in row.cells.items():
            if theirs != mine.cells[column]:
                report.doubtful(
                    mine, column, _difference(mine.cells[column], theirs, other.file), other=theirs
                )
    for row in rows.values():
        report.row_doubtful(row, f"{PurePath(other.file).name} has no such row")
    for column in {**chosen.unknown, **other.unknown}:
        ours, theirs_too = chosen.unknown.get(column, {}), other.unknown.get(column, {})
        if ours != theirs_too:
            what = f"the unknown column {column} differs from that of {PurePath(chosen.file).name}"
            report.about("I003", other, what, column=column, cells=theirs_too)


def _difference(mine: str, theirs: str, file: str) -> str:
    where = PurePath(file).name
    if mine.replace("\r\n", "\n") == theirs.replace("\r\n", "\n"):
        return f"{where} has other line breaks"
    return f"{where} has {_quoted(theirs)}, and {_quoted(mine)} is used"


def _quoted(text: str) -> str:
    return f"`{text}`" if text else "nothing"
