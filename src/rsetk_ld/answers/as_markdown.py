"""Answers in Markdown, with everything in them that could be markup made harmless."""

import re
from collections.abc import Iterator

from rsetk_ld.answers.answer import Answer, Table
from rsetk_ld.answers.cells import shown
from rsetk_ld.reports.display import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$-])")


def escaped(text: str) -> str:
    r"""Return text that Markdown shows as it stands, also in a cell of a table.

    >>> print(escaped("a|b <script> [x](y)"))
    a\|b \<script\> \[x\]\(y\)
    """
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))


def lines(answer: Answer) -> Iterator[str]:
    """Yield the lines of an answer."""
    yield f"# {escaped(answer.title)}"
    for table in answer.tables:
        if not table.rows and not table.empty:
            continue
        yield from ("", f"## {escaped(table.title)}", "")
        yield from _table(table) if table.rows else [escaped(table.empty)]
    if answer.notes:
        yield from ("", "## Notes", "")
        yield from (f"- {escaped(note)}" for note in answer.notes)


def _table(table: Table) -> Iterator[str]:
    heads = table.visible
    yield _row(head.title for head in heads)
    yield _row(("---:" if head.number else "---" for head in heads), escape=False)
    for row in table.rows:
        yield _row(shown(head.of(row)) for head in heads)


def _row(cells: Iterator[str] | Iterator[object], *, escape: bool = True) -> str:
    return "| " + " | ".join(escaped(str(cell)) if escape else str(cell) for cell in cells) + " |"
