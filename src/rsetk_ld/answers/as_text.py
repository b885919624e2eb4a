"""Answers for a terminal: tables that fit its width."""

import textwrap
from collections.abc import Iterator

from rsetk_ld.answers.answer import Answer, Column, Table
from rsetk_ld.answers.cells import shown
from rsetk_ld.reports.display import visible, width

GAP = "  "
NARROWEST = 8
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
    widest = [max(width(head.title), *(width(row[at]) for row in cells)) for at, head in enumerate(heads)]
    sizes = fitted(widest, columns - len(GAP) * len(heads))
    yield _line([head.title for head in heads], sizes, heads)
    for row, texts in zip(table.rows, cells, strict=True):
        yield _line(texts, sizes, heads)
        for head in under:
            if (value := getattr(row, head.name)) is not None:
                yield from _whole_words(visible(shown(value)), columns)


def _whole_words(text: str, columns: int) -> list[str]:
    """Return a text as lines of whole words; an address is one, so it stays in one piece."""
    return textwrap.wrap(
        text,
        columns,
        initial_indent=GAP * 3,
        subsequent_indent=GAP * 4,
        break_long_words=False,
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
