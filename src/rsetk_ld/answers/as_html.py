"""Answers as a piece of HTML, for notebooks and pages; all text is escaped."""

from collections.abc import Iterator
from html import escape

from rsetk_ld.answers.answer import Answer, Table
from rsetk_ld.answers.cells import shown


def fragment(answer: Answer) -> str:
    """Return the answer as a section with tables."""
    parts = [f"<section class='rsetk-answer'><h3>{escape(answer.title)}</h3>"]
    for table in answer.tables:
        if table.rows:
            parts += table_lines(table)
        elif table.empty:
            parts.append(f"<h4>{escape(table.title)}</h4><p>{escape(table.empty)}</p>")
    if answer.notes:
        parts.append("<ul>" + "".join(f"<li>{escape(note)}</li>" for note in answer.notes) + "</ul>")
    return "\n".join([*parts, "</section>"])


def table_lines(table: Table) -> Iterator[str]:
    """Yield a table with caption and headings of columns."""
    heads = table.visible
    yield f"<table><caption>{escape(table.title)}</caption><thead><tr>"
    yield from (f"<th scope='col'>{escape(head.title)}</th>" for head in heads)
    yield "</tr></thead><tbody>"
    for row in table.rows:
        cells = (f"<td>{escape(shown(head.of(row)))}</td>" for head in heads)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"
