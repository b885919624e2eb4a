"""The report of an import: findings that keep the original value of whatever was changed or left out.

The fields of a finding about a cell are `table`, `record`, `column` and, where the framework does not hold
the cell as it was, `before` (with `key`, where the key of the row changed). A finding about a whole row has
`row` instead, one about a column that nothing is made of has `cells`, from record to value.
"""

from typing import Any

from rsetk_ld.findings import Finding
from rsetk_ld.interchange.direct.tables import Row, Table


class Report:
    """Collects what an import has to say."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def repaired(self, row: Row, column: str, what: str, **facts: Any) -> None:
        """Say that the framework holds a corrected form of the cell."""
        self._cell("I001", row, column, what, before=row.cells[column], **facts)

    def doubtful(self, row: Row, column: str, what: str, **facts: Any) -> None:
        """Say that the cell was taken over though it looks wrong."""
        self._cell("I002", row, column, what, value=row.cells.get(column, ""), **facts)

    def left_out(self, row: Row, column: str, what: str) -> None:
        """Say that the cell, or a part of it, is not in the framework."""
        self._cell("I003", row, column, what, before=row.cells[column])

    def row_left_out(self, row: Row, what: str) -> None:
        """Say that nothing of the row is in the framework."""
        self._add(
            "I003",
            row.file,
            row.line,
            f"{row.name}: the row is left out: {what}",
            table=row.table,
            record=row.number,
            row=dict(row.cells),
        )

    def row_doubtful(self, row: Row, what: str) -> None:
        """Say that something about the row as a whole looks wrong."""
        self._add("I002", row.file, row.line, f"{row.name}: {what}", table=row.table, record=row.number)

    def about(self, code: str, table: Table, what: str, **facts: Any) -> None:
        """Say something about a table as a whole."""
        self._add(code, table.file, None, what, table=table.name, **facts)

    def file(self, code: str, file: str, what: str) -> None:
        """Say something about a file."""
        self._add(code, file, None, what)

    def in_order(self) -> list[Finding]:
        """Return the findings by file and line; what is about a whole file comes first."""
        return sorted(self.findings, key=lambda finding: (finding.file, finding.line or 0))

    def _cell(self, code: str, row: Row, column: str, what: str, **facts: Any) -> None:
        text = f"{row.name}, {column}: {what}"
        self._add(code, row.file, row.line, text, table=row.table, record=row.number, column=column, **facts)

    def _add(self, code: str, file: str, line: int | None, what: str, **facts: Any) -> None:
        self.findings.append(Finding(code, (), {"what": what, **facts}, file, line))
