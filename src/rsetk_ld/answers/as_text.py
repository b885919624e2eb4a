"""Answers for a terminal: tables that fit its width.

Long cells are wrapped, not cut. Where the columns do not fit side by side, up to three at the right are left out and
named; where that is not enough, each row becomes a block with one line a cell.
"""

import re
import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rsetk_ld.answers.answer import Answer, Column, Table
from rsetk_ld.answers.cells import shown
from rsetk_ld.reports.display import visible, width

GAP = "  "
FIRST, WORD, DROPPED = 18, 24, 3
"""The least width of the first column, the most that a word asks for, and how many columns may be left out."""


def lines(answer: Answer, columns: int = 100) -> Iterator[str]:
    """Yield the lines of an answer, none wider than `columns` (40 at least), but for addresses."""
    columns = max(columns, 40)
    yield from _block(answer.title, columns)
    for table in answer.tables:
        if not table.rows and not table.empty:
            continue
        yield ""
        yield from _block(table.title, columns)
        if table.rows:
            yield from _table(table, columns)
        else:
            yield from _block(table.empty, columns, GAP, GAP)
    if answer.notes:
        yield ""
    for note in answer.notes:
        yield from _block(note, columns, "- ", "  ")


def _table(table: Table, columns: int) -> Iterator[str]:
    heads = [head for head in table.visible if not head.below]
    under = [head for head in table.visible if head.below]
    cells = [[visible(shown(head.of(row))) for head in heads] for row in table.rows]
    stacks = [[head.title, *(row[at] for row in cells)] for at, head in enumerate(heads)]
    least = [_least(stack, first=not at) for at, stack in enumerate(stacks)]
    widest = [
        max(_least([heads[at].title], first=False), *map(width, stack[1:])) for at, stack in enumerate(stacks)
    ]
    kept = _that_fit(least, columns)
    if kept < len(heads) - DROPPED or kept < min(2, len(heads)):
        yield from _records(table, columns)
        return
    sizes = spread(least[:kept], widest[:kept], columns - len(GAP) * kept)
    yield from _line([head.title for head in heads[:kept]], sizes, heads)
    for row, texts in zip(table.rows, cells, strict=True):
        yield from _line(texts[:kept], sizes, heads)
        for column in under:
            yield from _below(column.of(row), columns)
    if kept < len(heads):
        names = ", ".join(head.title for head in heads[kept:])
        yield from _block(f"(left out, as the terminal is too narrow: {names})", columns, GAP)


def _below(value: object, columns: int) -> Iterator[str]:
    """Yield what stands under a row as lines of whole words; an address is one, so it stays in one piece."""
    if value not in (None, "", ()):
        yield from _block(shown(value), columns, GAP * 3, GAP * 4, break_words=False)


def _least(texts: Sequence[str], *, first: bool) -> int:
    """Return the least width of a column: that of its longest word, within bounds."""
    longest = max((width(word) for text in texts for word in text.split()), default=1)
    return min(max(map(width, texts)), FIRST) if first else min(longest, WORD)


def _that_fit(least: Sequence[int], columns: int) -> int:
    taken = 0
    for number, size in enumerate(least):
        taken += size + len(GAP)
        if taken > columns:
            return number
    return len(least)


def spread(least: Sequence[int], widest: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns: at least `least`; what is left over goes to those that need little more first.

    >>> spread([10, 5], [30, 8], 30)
    [22, 8]
    """
    sizes = list(least)
    left = room - sum(sizes)
    for at in sorted(range(len(sizes)), key=lambda at: widest[at] - least[at]):
        more = max(min(widest[at] - sizes[at], left), 0)
        sizes[at] += more
        left -= more
    return sizes


def _line(texts: Sequence[str], sizes: Sequence[int], heads: Sequence[Column]) -> Iterator[str]:
    """Yield one row, as many lines deep as its deepest cell."""
    wrapped = [_wrapped(text, size) for text, size in zip(texts, sizes, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        padded = [_padded(*cell) for cell in zip(parts, sizes, heads, strict=False)]
        yield (GAP + GAP.join(padded)).rstrip()


def _wrapped(text: str, size: int) -> list[str]:
    """Return a text in lines of a width in cells of the terminal, which wide characters take two of."""
    return [text] if width(text) <= size else list(_block(text, size))


def _block(
    text: str, columns: int, first: str = "", rest: str = "", *, break_words: bool = True
) -> Iterator[str]:
    """Yield a text as lines of at most `columns` cells; `first` and `rest` stand before its first and other lines."""
    text = visible(text)
    if text.isascii() or all(width(char) < 2 for char in text):
        yield from textwrap.wrap(
            text,
            columns,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=break_words,
            break_on_hyphens=False,
        )
        return
    line = first
    for part in re.findall(r"\s+|[!-~]+|\S", text):
        if width(line + part.rstrip()) > columns and line.strip():
            yield line.rstrip()
            line, part = rest, part.lstrip()
        for char in part:
            if break_words and width(line + char) > columns:
                yield line
                line = rest
            line += char
    yield line.rstrip()


def _padded(text: str, size: int, head: Column) -> str:
    filler = " " * (size - width(text))
    return filler + text if head.number else text + filler


def _records(table: Table, columns: int) -> Iterator[str]:
    """Yield a table that has too many columns for the width as one line a cell."""
    heads = table.visible
    size = min(max(width(head.title) for head in heads), columns // 3)
    for number, row in enumerate(table.rows, start=1):
        yield f"{GAP}{number}."
        for head in heads:
            cell = f"{head.title:<{size}}{GAP}{shown(head.of(row))}"
            yield from _block(cell, columns, GAP * 2, " " * (size + 3 * len(GAP)))
