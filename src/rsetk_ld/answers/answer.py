"""What an answer is made of.

The rows of a table are instances of a dataclass whose fields were made by `column`; the title, meaning and type of
each column come from there, and with them the JSON Schema, the headings and the alignment.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from types import UnionType
from typing import Any, ClassVar, get_args, get_type_hints

Cell = Any


def column(
    title: str, about: str, *, shown: bool = True, below: bool = False, key: str = "", **options: Any
) -> Any:
    """Return a field of a row: the heading and the meaning of a column.

    A column that is not `shown` is left out where people read (text, Markdown, HTML), and is there in JSON, CSV and
    frames. One that is `below` gets a line of its own under the row in text, as addresses do: cut short they are
    worth nothing. `key` is the name in JSON and CSV where it cannot be the name of the field.
    """
    facts = {"title": title, "about": about, "shown": shown, "below": below, "key": key}
    return field(metadata=facts, **options)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field, the name in JSON and CSV, heading and meaning, and the Python types of its cells.

    One that is a part of a field with several members has the place of the member.
    """

    name: str
    key: str
    title: str
    about: str
    shown: bool
    below: bool
    types: tuple[Any, ...]
    place: int | None = None

    def of(self, row: Any) -> Cell:
        """Return the cell of a row."""
        value = getattr(row, self.name)
        if self.place is None:
            return value
        return value[self.place] if self.place < len(value) else None

    @property
    def number(self) -> bool:
        """Whether the cells are numbers, which stand to the right."""
        return bool({int, float} & set(self.types)) and bool not in self.types


@cache
def columns_of(row_type: type) -> tuple[Column, ...]:
    """Return the columns of a type of rows.

    >>> @dataclass
    ... class Row:
    ...     skill: str = column("Skill", "The name of the skill.")
    >>> columns_of(Row)[0].title
    'Skill'
    """
    hints = get_type_hints(row_type)
    return tuple(
        Column(
            each.name,
            each.metadata["key"] or each.name,
            each.metadata["title"],
            each.metadata["about"],
            each.metadata["shown"],
            each.metadata["below"],
            get_args(hints[each.name]) if isinstance(hints[each.name], UnionType) else (hints[each.name],),
        )
        for each in dataclasses.fields(row_type)
        if "title" in each.metadata
    )


@dataclass(frozen=True)
class Table:
    """Rows of one type under a title; `name` is the key in JSON, `empty` what to say where there are no rows.

    `parts` names the members of a field, where their number is known only when there are rows: such a field is a list
    in JSON, and one column for each member everywhere else.
    """

    name: str
    title: str
    row_type: type
    rows: Sequence[Any]
    empty: str = ""
    parts: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in order."""
        return columns_of(self.row_type)

    @property
    def visible(self) -> list[Column]:
        """The columns for people: shown ones that are not empty throughout."""
        return [
            each
            for each in self.spread
            if each.shown and any(getattr(row, each.name) not in (None, "", ()) for row in self.rows)
        ]

    @property
    def spread(self) -> list[Column]:
        """All columns, in order, with one for each member of a field that has `parts`."""
        return [
            part
            for each in self.columns
            for part in (
                [
                    replace(each, key=f"{each.name}_{place}", title=title, types=(int,), place=place)
                    for place, title in enumerate(self.parts[each.name])
                ]
                if each.name in self.parts
                else [each]
            )
        ]

    def records(self) -> Iterator[dict[str, Cell]]:
        """Yield the rows as mappings from column to cell."""
        for row in self.rows:
            yield {each.key: getattr(row, each.name) for each in self.columns}


@dataclass(frozen=True)
class Answer:
    """What an analysis found: its kind, a title, what it is about, tables (the first is the main one) and notes.

    `facts` are single values that belong to no table; `notes` are sentences on what was left out, assumed or changed.
    """

    kind: ClassVar[str] = "answer"
    rows: ClassVar[dict[str, type]] = {}

    title: str
    facts: dict[str, Cell] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()

    def table(self, name: str) -> Table:
        """Return a table by name."""
        return next(table for table in self.tables if table.name == name)

    def as_dict(self) -> dict[str, Any]:
        """Return the answer as plain data, the form of JSON."""
        return {
            "answer": self.kind,
            "title": self.title,
            **self.facts,
            **{table.name: list(table.records()) for table in self.tables},
            "notes": list(self.notes),
        }

    def to_pandas(self, table: str = "") -> Any:
        """Return a table, the main one unless named, as a pandas DataFrame (needs pandas)."""
        import pandas

        chosen = self.table(table) if table else self.tables[0]
        return pandas.DataFrame({each.key: [each.of(row) for row in chosen.rows] for each in chosen.spread})

    def to_polars(self, table: str = "") -> Any:
        """Return a table, the main one unless named, as a Polars DataFrame (needs polars)."""
        import polars

        chosen = self.table(table) if table else self.tables[0]
        return polars.DataFrame({each.key: [each.of(row) for row in chosen.rows] for each in chosen.spread})

    def _repr_html_(self) -> str:
        """Show the answer in a notebook."""
        from rsetk_ld.answers.as_html import fragment

        return fragment(self)
