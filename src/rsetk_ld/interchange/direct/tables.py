"""The seven tables of a DIRECT release, from CSV or JSON."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rsetk_ld.documents.document import Document
from rsetk_ld.errors import RsetkError
from rsetk_ld.interchange.direct.reading import csv_lines, parse_json, read_text

COLUMNS = {
    "competency_domain": ("name", "description", "slug", "rank"),
    "competency": ("name", "description", "slug", "competency_domain", "rank"),
    "skill": (
        "name",
        "description",
        "slug",
        "competency",
        "tools_languages_methodologies",
        "learning_resources",
        "related_skills",
        "rank",
    ),
    "skill_level": ("name", "description", "level", "short_description", "focus"),
    "tool_language_methodology": ("name", "description", "slug", "kind", "url", "learning_resources"),
    "learning_resource": ("name", "slug", "language", "url", "provider", "description"),
    "provider": ("name", "slug", "url", "ror", "description"),
}
ALL_IN_ONE = "DIRECT-framework-all-in-one"


@dataclass
class Row:
    """One row of a table: its cells as they were, and the key that the framework knows it by."""

    table: str
    file: str
    number: int
    cells: dict[str, str]
    line: int | None = None
    key: str = ""

    @property
    def own(self) -> str:
        """What tells the row from the others of its table: slug or level."""
        return self.cells["level" if self.table == "skill_level" else "slug"].strip()

    @property
    def name(self) -> str:
        """The row as messages call it."""
        called = self.own or self.cells.get("name", "").strip()
        return f"record {self.number} (`{called}`)" if self.file.endswith(".json") else f"`{called}`"


@dataclass
class Table:
    """A table with its rows and, by column and record, the cells of columns that we do not know."""

    name: str
    file: str
    rows: list[Row] = field(default_factory=list)
    unknown: dict[str, dict[int, str]] = field(default_factory=dict)
    uneven: list[tuple[Row, str]] = field(default_factory=list)
    """Rows with too few or too many cells, and what is odd about them."""


def read_tables(folder: Path, prefer: str) -> tuple[dict[str, Table], dict[str, Table]]:
    """Return the tables of a folder, and those that are there in the other format as well."""
    if not folder.is_dir():
        raise RsetkError(f"{folder}: no such folder; give the folder of a DIRECT release")
    suffixes = (prefer, "json" if prefer == "csv" else "csv")
    found = {
        name: [path for suffix in suffixes if (path := folder / f"{name}.{suffix}").is_file()]
        for name in COLUMNS
    }
    missing = [name for name, paths in found.items() if not paths]
    if missing:
        raise RsetkError(_missing(folder, missing))
    chosen = {name: read_table(name, paths[0]) for name, paths in found.items()}
    return chosen, {name: read_table(name, paths[1]) for name, paths in found.items() if len(paths) > 1}


def _missing(folder: Path, missing: list[str]) -> str:
    files = ", ".join(f"{name}.csv" for name in missing)
    text = f"{folder}: no table {files} (nor as .json); a DIRECT release has {len(COLUMNS)} tables"
    if len(missing) == len(COLUMNS) and any(folder.glob(f"{ALL_IN_ONE}.*")):
        text += (
            ". The all-in-one file is not enough: it has no levels, kinds, addresses or providers; "
            "take the folder `framework` of the release"
        )
    return text


def read_table(name: str, path: Path) -> Table:
    """Return one table; its file must have all the columns."""
    table = Table(name, str(path))
    text = read_text(path)
    if path.suffix == ".json":
        _read_json(table, text)
    else:
        _read_csv(table, text)
    return table


def _read_csv(table: Table, text: str) -> None:
    lines = csv_lines(text, table.file)
    _, first = next(lines, (0, []))
    header = [cell.strip().lower() for cell in first]
    _check_header(table, header)
    for number, (line, cells) in enumerate(lines, start=1):
        padded = cells + [""] * (len(header) - len(cells))
        row = Row(table.name, table.file, number, dict(zip(header, padded, strict=False)), line)
        if len(cells) < len(header):
            table.uneven.append(
                (row, f"the row has {len(cells)} cells, the header {len(header)}; the rest is taken as empty")
            )
        for place, cell in enumerate(cells[len(header) :], start=len(header) + 1):
            table.unknown.setdefault(f"(cell {place})", {})[number] = cell
        _keep(table, row)


def _check_header(table: Table, header: list[str]) -> None:
    missing = [column for column in COLUMNS[table.name] if column not in header]
    if missing:
        raise RsetkError(
            f"{table.file}: no column {', '.join(missing)}; the table needs {', '.join(COLUMNS[table.name])}"
        )
    twice = sorted({column for column in header if header.count(column) > 1})
    if twice:
        raise RsetkError(
            f"{table.file}: the column {twice[0] or 'without a name'} is there twice; remove one of them"
        )


def _keep(table: Table, row: Row) -> None:
    """Add the row, with the cells of unknown columns put aside."""
    known = COLUMNS[table.name]
    for column, cell in row.cells.items():
        if column not in known and cell:
            table.unknown.setdefault(column, {})[row.number] = cell
    row.cells = {column: row.cells[column] for column in known}
    table.rows.append(row)


def _read_json(table: Table, text: str) -> None:
    data = parse_json(text, table.file)
    if not isinstance(data, list) or not all(isinstance(record, dict) for record in data):
        raise RsetkError(f"{table.file}: not a list of records; the table is a list of objects, one a row")
    records: list[dict[str, Any]] = [record for record in data if isinstance(record, dict)]
    _check_header(
        table, sorted({column for record in records for column in record}) or list(COLUMNS[table.name])
    )
    document = Document(table.file, text, {}, "json")
    for number, record in enumerate(records, start=1):
        cells = {column: _cell(table, number, column, value) for column, value in record.items()}
        absent = [column for column in COLUMNS[table.name] if column not in cells]
        row = Row(table.name, table.file, number, {**cells, **dict.fromkeys(absent, "")})
        row.line = document.position([number - 1]).line
        if absent:
            table.uneven.append((row, f"no {', '.join(absent)}; taken as empty"))
        _keep(table, row)


def _cell(table: Table, number: int, column: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise RsetkError(f"{table.file}: record {number}, {column}: neither a text nor a whole number")
