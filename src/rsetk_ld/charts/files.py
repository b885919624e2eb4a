"""Pictures become files: the ending decides what is written, and a table goes with what is a picture only."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from rsetk_ld.answers.as_csv import text
from rsetk_ld.charts.chart import Chart
from rsetk_ld.charts.page import View, page
from rsetk_ld.errors import UsageError
from rsetk_ld.output import whole_file

SUFFIXES = (".svg", ".png", ".html", ".json")
WIDTH = 1600


def write_chart(
    path: Path, chart: Chart, views: Callable[[], Sequence[View]], width: int = WIDTH
) -> list[Path]:
    """Write a chart, and return the paths written: SVG and PNG come with their numbers in a CSV file of the same name.

    HTML is the page of all `views`, JSON the specification. Raises `UsageError` for another ending, without the extra
    `charts`, and where the table would take the place of another file.

    >>> write_chart(Path("wheel.gif"), None, list)
    Traceback (most recent call last):
    rsetk_ld.errors.UsageError: wheel.gif: ...
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"{path}: the ending decides what is written; there are {', '.join(SUFFIXES)}")
    if suffix == ".json":
        return [_written(path, json.dumps(chart.spec, indent=1, ensure_ascii=False) + "\n")]
    if suffix == ".html":
        return [_written(path, page(chart.title, views()))]
    table = text(chart.answer.table(chart.tables[0]))
    beside = path.with_suffix(".csv")
    _check(beside, chart)
    drawn = chart.svg().encode() if suffix == ".svg" else chart.png(width)
    return [_written(path, drawn), _written(beside, table)]


def _check(beside: Path, chart: Chart) -> None:
    """Refuse to write over a table that is not one of ours: nobody named this file."""
    if not beside.exists():
        return
    ours = {",".join(each.name for each in table.columns) for table in chart.answer.tables}
    with beside.open(encoding="utf-8", errors="replace") as there:
        if there.readline(10_000).strip() not in ours:
            raise UsageError(
                f"{beside} exists and is another table; the numbers would go there, so name another file"
            )


def _written(path: Path, content: str | bytes) -> Path:
    with whole_file(path) as out:
        out.write(content.encode() if isinstance(content, str) else content)
    return path
