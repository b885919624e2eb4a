"""Answers for a terminal: tables that fit its width."""

import textwrap
from collections.abc import Iterator

from rsetk_ld.answers.answer import Answer, Column, Table
from rsetk_ld.answers.cells import shown
from rsetk_ld.reports.display import visible, width

GAP = "  "
NARROWEST = 6
ELLIPSIS = "…"


def lines(answer: Answer, columns: int = 100) -> Iterator[str]:
    """Yield the lines of an answer, none wider than `columns` (40 at least)."""
    columns = max(columns, 40)
    yield from textwrap.wrap(visible(answer.title), columns)
    for table in answer.tables:
        if not table.rows and not table.empty:
            continue
        yield ""
        yield from textwrap.wrap(visible(table.title), columns)
        if table.rows:
            yield from _table(table, columns)
        else:
            yield from textwrap.wrap(visible(table.empty), columns, initial_indent=GAP, subsequent_indent=GAP)
    if answer.notes:
        yield ""
    for note in answer.notes:
        yield from textwrap.wrap(
            visible(note), columns, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False
        )


def _table(table: Table, columns: int) -> Iterator[str]:
    heads = [head for head in table.visible if not head.below]
    under = [head for head in table.visible if head.below]
    cells = [[visible(shown(getattr(row, head.name))) for head in heads] for row in table.rows]
    widest = [
        max(max(map(width, head.title.split()), default=0), *(width(row[at]) for row in cells))
        for at, head in enumerate(heads)
    ]
    room = columns - len(GAP) * len(heads)
    if NARROWEST * sum(size > NARROWEST for size in widest) + sum(s for s in widest if s <= NARROWEST) > room:
        yield from _records(table, columns)
        return
    sizes = fitted(widest, room)
    titles = [_heading(head.title, size) for head, size in zip(heads, sizes, strict=True)]
    deep = max(map(len, titles))
    for line in zip(*([""] * (deep - len(title)) + title for title in titles), strict=True):
        yield _line(list(line), sizes, heads)
    for row, texts in zip(table.rows, cells, strict=True):
        yield _line(texts, sizes, heads)
        yield from (
            f"{GAP * 3}{visible(shown(value))}"
            for head in under
            if (value := getattr(row, head.name)) is not None
        )


def _heading(title: str, size: int) -> list[str]:
    return textwrap.wrap(title, max(size, 1), break_long_words=False) or [""]


def _records(table: Table, columns: int) -> Iterator[str]:
    """Yield a table that has too many columns for the width as one line a cell."""
    heads = table.visible
    size = min(max(width(head.title) for head in heads), columns // 3)
    for number, row in enumerate(table.rows, start=1):
        yield f"{GAP}{number}."
        for head in heads:
            text = visible(shown(getattr(row, head.name)))
            yield from textwrap.wrap(
                f"{head.title:<{size}}{GAP}{text}",
                columns,
                initial_indent=GAP * 2,
                subsequent_indent=" " * (size + 3 * len(GAP)),
                break_on_hyphens=False,
            )


def _line(texts: list[str], sizes: list[int], heads: list[Column]) -> str:
    parts = [_cell(text, size, head) for text, size, head in zip(texts, sizes, heads, strict=True)]
    return (GAP + GAP.join(parts)).rstrip()


def fitted(widest: list[int], room: int) -> list[int]:
    """Return the widths of columns: as wide as they want to be, else the widest ones cut down to one common width.

    >>> fitted([30, 5, 40], 45)
    [20, 5, 20]
    """
    limit = max(widest, default=0)
    while limit > NARROWEST and sum(min(size, limit) for size in widest) > room:
        limit -= 1
    return [min(size, limit) for size in widest]


def _cell(text: str, size: int, head: Column) -> str:
    if width(text) > size:
        while text and width(text) > size - len(ELLIPSIS):
            text = text[:-1]
        text = text.rstrip() + ELLIPSIS
    filler = " " * (size - width(text))
    return filler + text if head.number else text + filler
