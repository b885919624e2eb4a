"""A page of HTML with one or more pictures, complete in itself: it works from a disk, without a network.

Every picture has its words and its table. Without JavaScript the first picture is there as SVG, and all tables.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from rsetk_ld.answers import Table
from rsetk_ld.answers.as_html import table_lines
from rsetk_ld.charts.chart import Chart
from rsetk_ld.charts.draw import VERSION, converter, svg

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"  # a name, which the bundle compares with its own
FOLDER = Path(__file__).parent
# The browser itself refuses to fetch anything; Vega compiles its expressions, hence unsafe-eval.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True)
class View:
    """One picture of a page: its name in the list of pictures, under which heading, and its tables.

    `key` is the IRI of what it shows the skills of: a click on that in another picture leads here.
    """

    name: str
    chart: Chart
    tables: Sequence[Table]
    group: str = ""
    key: str = ""


def page(title: str, views: Sequence[View]) -> str:
    """Return the page. Raises `UsageError` without the extra `charts`."""
    bundle = converter().javascript_bundle(vl_version=VERSION)
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    script = (FOLDER / "page.js").read_text(encoding="utf-8")
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            "<main>",
            f"<h1>{escape(title)}</h1>",
            *_choice(views),
            *(line for number, view in enumerate(views) for line in _section(view, number)),
            *_notes(views[0]),
            "</main>",
            f'<script type="application/json" id="views">{_data(views)}</script>',
            f"<script>{_contained(bundle)}</script>",
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _choice(views: Sequence[View]) -> Iterator[str]:
    yield '<nav id="choice" aria-label="Pictures" hidden><label for="view">Show</label> <select id="view">'
    numbered = enumerate(views)
    for group, members in groupby(numbered, key=lambda pair: pair[1].group):
        if group:
            yield f'<optgroup label="{escape(group)}">'
        yield from (f'<option value="view-{number}">{escape(view.name)}</option>' for number, view in members)
        if group:
            yield "</optgroup>"
    yield '</select> <button type="button" id="overview" hidden>Back to the overview</button></nav>'


def _section(view: View, number: int) -> Iterator[str]:
    yield f'<section id="view-{number}" aria-labelledby="head-{number}">'
    yield f'<h2 id="head-{number}" tabindex="-1">{escape(view.name)}</h2>'
    yield f'<div class="picture{"" if view.key else " drillable"}">{svg(view.chart) if number == 0 else ""}</div>'
    yield f"<details><summary>In words</summary><p>{escape(view.chart.description)}</p></details>"
    yield '<details open><summary>The same numbers as a table</summary><div class="tables">'
    for table in view.tables:
        yield from table_lines(table)
    yield "</div></details>"
    yield "</section>"


def _notes(view: View) -> Iterator[str]:
    notes = view.chart.answer.notes
    if notes:
        yield "<h2>Notes</h2><ul>"
        yield from (f"<li>{escape(note)}</li>" for note in notes)
        yield "</ul>"


def _data(views: Sequence[View]) -> str:
    """Return the specifications as JSON that cannot end the element it is in."""
    data = [
        {"id": f"view-{number}", "key": view.key, "spec": {**view.chart.spec, "$schema": SCHEMA}}
        for number, view in enumerate(views)
    ]
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _contained(script: str) -> str:
    """Return a script of others that cannot end the element it is in."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
