"""An answer in every form: nothing in the data becomes markup, nothing is cut off, and numbers stay numbers."""

import csv
import io
import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsetk_ld.answers import Answer, Table, column, rendered
from rsetk_ld.answers.answer import columns_of
from rsetk_ld.answers.as_html import fragment
from rsetk_ld.answers.as_text import spread
from rsetk_ld.errors import UsageError
from rsetk_ld.reports.display import width

HOSTILE = [
    "<script>alert(1)</script>",
    "a|b",
    "**bold** _it_ [x](javascript:1)",
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@x",
    "\tx",
    "line\nbreak",
    "\x1b[31mred",
    '"quoted", with comma',
    "軟體工程",
    "`code` # head",
]
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=("Cs",)), max_size=30))


@dataclass(frozen=True)
class Row:
    """A row."""

    name: str = column("Name", "A name.")
    level: str | None = column("Level", "A level.")
    number: int | None = column("Number", "A number.")
    share: float = column("Share", "A share.")
    marks: tuple[str, ...] = column("Marks", "Marks.")
    hidden: str = column("Hidden", "Not for people.", shown=False)
    url: str | None = column("Address", "Where it is.", below=True)


@dataclass(frozen=True)
class Sample(Answer):
    """A sample."""

    kind = "sample"
    rows: ClassVar = {"things": Row}


ROWS = st.builds(
    Row,
    TEXTS,
    st.none() | TEXTS,
    st.none() | st.integers(-9, 9),
    st.floats(0, 1),
    st.lists(TEXTS, max_size=2).map(tuple),
    TEXTS,
    st.none() | st.just("https://example.org/" + "x" * 60),
)
ANSWERS = st.builds(
    lambda title, rows, notes: Sample(
        title, {"fact": title}, (Table("things", title, Row, rows),), tuple(notes)
    ),
    TEXTS,
    st.lists(ROWS, min_size=1, max_size=4),
    st.lists(TEXTS, max_size=2),
)


def sample(*rows: Row, empty: str = "") -> Sample:
    return Sample("A title", {}, (Table("things", "Things", Row, list(rows), empty),), ("A note.",))


@given(ANSWERS, st.integers(40, 160))
def test_text_fits_the_terminal_but_for_addresses(answer: Sample, columns: int) -> None:
    for line in rendered(answer, "text", columns=columns).splitlines():
        assert width(line) <= columns or "https://" in line
        assert line.isprintable()


@given(st.lists(ROWS, min_size=1, max_size=3), st.integers(60, 160))
def test_text_loses_no_word(rows: list[Row], columns: int) -> None:
    """What wraps is all there, unless a column was left out, which is said."""
    text = rendered(sample(*rows), "text", columns=columns)
    if "(left out" in text:
        return
    squeezed = re.sub(r"\s", "", text)
    for row in rows:
        if row.name.isalnum() and len(row.name) <= 18:
            assert row.name in squeezed


class Tags(HTMLParser):
    """Collects the tags of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@given(ANSWERS)
def test_html_has_no_tags_but_ours(answer: Sample) -> None:
    found = Tags()
    found.feed(fragment(answer))
    ours = {"section", "h3", "h4", "p", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td"}
    assert found.tags <= ours
    assert found.attributes <= {"class", "scope"}


@given(ANSWERS)
def test_markdown_has_as_many_cells_as_columns_and_no_html(answer: Sample) -> None:
    lines = rendered(answer, "markdown").splitlines()
    table = [line for line in lines if line.startswith("| ")]
    cells = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in table}
    assert len(cells) == 1
    assert not re.search(r"(?<!\\)(?:\\\\)*<", "\n".join(lines))


@given(ANSWERS)
def test_csv_reads_back_and_runs_no_formula(answer: Sample) -> None:
    text = rendered(answer, "csv")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    assert head == [each.name for each in columns_of(Row)]
    for cells, row in zip(rows, answer.tables[0].rows, strict=True):
        assert cells[0].removeprefix("'") == row.name.removeprefix("'")
        assert not cells[0].startswith(("=", "+", "-", "@", "\t", "\r"))
        assert cells[2] == ("" if row.number is None else str(row.number))


@given(ANSWERS)
def test_json_holds_everything_as_it_is(answer: Sample) -> None:
    found = json.loads(rendered(answer, "json"))
    assert found["answer"] == "sample"
    assert [row["hidden"] for row in found["things"]] == [row.hidden for row in answer.tables[0].rows]
    assert [row["marks"] for row in found["things"]] == [list(row.marks) for row in answer.tables[0].rows]


def test_an_empty_table_says_so_or_is_silent() -> None:
    assert "Nothing here." in rendered(sample(empty="Nothing here."), "text")
    assert "Nothing here." in rendered(sample(empty="Nothing here."), "markdown")
    assert "Nothing here." in fragment(sample(empty="Nothing here."))
    assert "Things" not in rendered(sample(), "text")


def test_unknown_tables_and_formats_are_told() -> None:
    with pytest.raises(UsageError, match="CSV can hold one of things"):
        rendered(sample(), "csv", table="thing")
    with pytest.raises(UsageError, match="CSV can hold one of things"):
        rendered(sample(), "text", table="things")
    with pytest.raises(UsageError, match="there are text, json"):
        rendered(sample(), "docx")


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 30)), min_size=1), st.integers(0, 99))
def test_widths_use_the_room_and_no_more(sizes: list[tuple[int, int]], more: int) -> None:
    least = [size for size, _ in sizes]
    widest = [size + extra for size, extra in sizes]
    room = sum(least) + more
    found = spread(least, widest, room)
    assert sum(found) == min(room, sum(widest))
    assert all(low <= size <= high for low, size, high in zip(least, found, widest, strict=True))


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_hold_the_same_rows(library: str) -> None:
    row = Row("Ada", None, 3, 0.5, ("a",), "x", None)
    answer = sample(row)
    frame = getattr(answer, f"to_{library}")()
    assert list(frame.columns) == [each.name for each in columns_of(Row)]
    assert frame["number"][0] == 3
    assert len(getattr(answer, f"to_{library}")("things")) == 1
