"""A heatmap as a specification of Vega-Lite: people and skills, or how often each level occurs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, pi, sin
from typing import Any

from rsetk_ld.analysis.heatmap import CellRow, CountRow, Heatmap
from rsetk_ld.analysis.standing import NOT_APPLICABLE, NOT_RATED, OTHER_SCALE
from rsetk_ld.charts.chart import Chart
from rsetk_ld.charts.layers import Spec, picture, rectangles, rules, texts, told
from rsetk_ld.charts.lettering import Text, lines_of, plain, text_width
from rsetk_ld.charts.palette import (
    ASIDE,
    FAINT,
    LEVELS,
    LINE,
    PAPER,
    SOFT_INK,
    between,
    domain_colour,
    ink_on,
    letter,
    level_colours,
)
from rsetk_ld.errors import UsageError

VIEWS = ("people", "counts")
ROW = 16
HEAD = 22
SIZE = 11
ROOM = 320
BESIDE = "#e4e4e4"
SIGNS = {NOT_APPLICABLE: "×", OTHER_SCALE: "?", NOT_RATED: ""}
WITHHELD = "—"
SLANT = -60


def heatmap_chart(found: Heatmap, view: str = "people") -> Chart:
    """Draw a heatmap: `people` by skills, or the `counts` of levels by competency and domain, which name nobody.

    Raises `UsageError` for another view.

    >>> from rsetk_ld.analysis import Corpus
    >>> from rsetk_ld.analysis.heatmap import heatmap
    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> found = heatmap(corpus, corpus.profiles([shipped_folder() / "examples"]))
    >>> heatmap_chart(found, "counts").tables
    ('competencies', 'domains')
    """
    if view not in VIEWS:
        raise UsageError(f"a heatmap shows {' or '.join(VIEWS)}, not `{view}`")
    return _people(found) if view == "people" else _counts(found)


# ---------------------------------------------------------------- people and skills


def _people(found: Heatmap) -> Chart:
    rows = found.table("cells").rows
    levels = found.facts["levels"]
    colours = level_colours(len(levels))
    people = list(dict.fromkeys(row.person for row in rows))
    skills = [row for row in rows if row.person == people[0]]
    cell = 26 if len(people) <= 25 else 18
    grid = _Grid([_Head(plain(name), slanted=True) for name in people], list(_skill_lines(skills)), cell)
    places = {skill.skill: number for number, skill in enumerate(skills)}
    columns = {name: number for number, name in enumerate(people)}
    cells = [_cell(grid, row, columns[row.person], places[row.skill], colours) for row in rows]
    legend = [
        (colour, str(level["rank"]), level["label"]) for colour, level in zip(colours, levels, strict=True)
    ]
    legend.append((BESIDE, SIGNS[NOT_APPLICABLE], NOT_APPLICABLE))
    if any(row.state == OTHER_SCALE for row in rows):
        legend.append((BESIDE, SIGNS[OTHER_SCALE], OTHER_SCALE))
    legend.append((PAPER, "", f"blank: {NOT_RATED}"))
    title = plain(found.title)
    rated = sum(row.step is not None for row in rows)
    summary = f"{len(skills)} skills, {rated} of {len(rows)} cells rated"
    spec = grid.picture(
        cells, legend, [title, summary], words := _people_told(found, rows, people, skills, summary)
    )
    return Chart(spec, title, words, found, ("cells",))


def _skill_lines(skills: Sequence[CellRow]) -> Iterator["_Line"]:
    for number, (domain, within) in enumerate(groupby(skills, key=lambda row: row.domain)):
        yield _Line(plain(domain) or "without a domain", number, "domain")
        for competency, members in groupby(within, key=lambda row: row.competency):
            if competency:
                yield _Line(plain(competency), number, "competency")
            yield from (_Line(plain(row.label), number) for row in members)


def _cell(grid: "_Grid", row: CellRow, column: int, place: int, colours: Sequence[str]) -> dict[str, Any]:
    rated = row.step is not None
    said = f"{row.rank} {row.level}" if rated else row.state
    return {
        **grid.box(column, grid.rows[place]),
        "colour": colours[row.step] if row.step is not None else PAPER if row.state == NOT_RATED else BESIDE,
        "sign": str(row.rank) if rated else SIGNS[row.state],
        "person": plain(row.person),
        "skill": plain(row.label),
        "state": row.state,
        "rank": row.rank,
        "tip": plain(f"{row.person}, {row.label}: {said}"),
    }


def _people_told(
    found: Heatmap, rows: Sequence[CellRow], people: Sequence[str], skills: Sequence[CellRow], summary: str
) -> str:
    holders = {skill.skill: 0 for skill in skills}
    for row in rows:
        holders[row.skill] += row.step is not None and row.step > 0
    nobody = [skill.label for skill in skills if not holders[skill.skill]]
    alone = [skill.label for skill in skills if holders[skill.skill] == 1]
    sentences = [f"Heatmap. {found.title}: {', '.join(people)}", summary[0].upper() + summary[1:]]
    lowest = found.facts["levels"][0]["label"]
    for names, what in ((nobody, "nobody is"), (alone, "only one person is")):
        if names:
            more = f" and {len(names) - 8} more" if len(names) > 8 else ""
            sentences.append(
                f"Skills in which {what} above {lowest}: {len(names)}: {', '.join(names[:8])}{more}"
            )
    return plain(". ".join(sentences)) + "."


# ---------------------------------------------------------------- counts


def _counts(found: Heatmap) -> Chart:
    domains, competencies = found.table("domains").rows, found.table("competencies").rows
    states = [state for state in _states(domains) if state[0] != OTHER_SCALE or _any_other(domains)]
    order: list[tuple[str, CountRow]] = []
    for domain in _groups(domains):
        order.append(("domain", domain))
        order += [
            ("", group) for group in _groups(competencies) if group.domain_iri == domain.group and group.group
        ]
    number = {domain.group: place for place, domain in enumerate(_groups(domains))}
    grid = _Grid(
        [_Head(f"{rank} {name}" if rank is not None else name) for name, rank in states],
        [_Line(plain(row.label) or "without a domain", number[row.domain_iri], kind) for kind, row in order],
        74,
        countable=True,
    )
    by_key = {("domain", row.group, row.state, row.rank): row for row in domains}
    by_key |= {("", row.group, row.state, row.rank): row for row in competencies}
    people = found.facts["people"]
    most = max((_share(row, people) for row in by_key.values() if row.rank is not None), default=0) or 1
    cells = [
        _count_cell(grid, by_key[kind, row.group, *state], column, place, people, most)
        for place, (kind, row) in enumerate(order)
        for column, state in enumerate(states)
    ]
    legend = [
        (LEVELS[0], "", "a level: few ratings"),
        (LEVELS[-1], "", f"most, {most:.0%} of the row"),
        (ASIDE[0], "", "no level: few skills"),
        (ASIDE[-1], "", "the whole row"),
    ]
    if any(row.count is None for row in (*domains, *competencies)):
        legend.append((BESIDE, WITHHELD, "withheld: too few people"))
    title = plain(f"{found.title}: how often each level occurs")
    summary = f"Each row adds up to its skills times {people} {'person' if people == 1 else 'people'}"
    spec = grid.picture(
        cells, legend, [title, summary], words := _counts_told(domains, states, title, people)
    )
    return Chart(spec, title, words, found, ("competencies", "domains"))


def _states(rows: Sequence[CountRow]) -> list[tuple[str, int | None]]:
    return list(dict.fromkeys((row.state, row.rank) for row in rows))


def _any_other(rows: Sequence[CountRow]) -> bool:
    return any(row.count != 0 for row in rows if row.state == OTHER_SCALE and row.rank is None)


def _groups(rows: Sequence[CountRow]) -> list[CountRow]:
    """Return one row for each group, in order."""
    return list({(row.domain_iri, row.group): row for row in rows}.values())


def _share(row: CountRow, people: int) -> float:
    return (row.count or 0) / max(row.skills * people, 1)


def _count_cell(
    grid: "_Grid", row: CountRow, column: int, place: int, people: int, most: float
) -> dict[str, Any]:
    count = row.count
    share = _share(row, people)
    filled = between(LEVELS, share / most) if row.rank is not None else between(ASIDE, share)
    colour = BESIDE if count is None else filled if count else PAPER
    said = "withheld" if count is None else str(count)
    return {
        **grid.box(column, grid.rows[place]),
        "colour": colour,
        "sign": WITHHELD if count is None else str(count),
        "group": plain(row.label),
        "state": plain(row.state),
        "rank": row.rank,
        "count": count,
        "tip": plain(f"{row.label}, {row.state}: {said}"),
    }


def _counts_told(
    domains: Sequence[CountRow], states: Sequence[tuple[str, int | None]], title: str, people: int
) -> str:
    sentences = [f"Heatmap. {title}"]
    for group in _groups(domains):
        counts = {(row.state, row.rank): row.count for row in domains if row.group == group.group}
        told = (
            f"{state} {'withheld' if counts[state, rank] is None else counts[state, rank]}"
            for state, rank in states
        )
        sentences.append(f"{group.label or 'Without a domain'}: {', '.join(told)}")
    return plain(". ".join(sentences)) + "."


# ---------------------------------------------------------------- the grid


@dataclass(frozen=True)
class _Head:
    """The heading of a column."""

    text: str
    slanted: bool = False


@dataclass(frozen=True)
class _Line:
    """A line of the grid: a heading for a domain or a competency, or a row of cells."""

    text: str
    domain: int
    kind: str = ""


class _Grid:
    """Where rows and columns are, and everything around the cells. `countable` headings are rows with cells, too."""

    def __init__(
        self, heads: Sequence[_Head], lines: Sequence[_Line], cell: float, *, countable: bool = False
    ) -> None:
        self.heads = heads
        self.lines = lines
        self.cell = cell
        self.left = 26 + min(max((text_width(line.text, SIZE + 2) for line in lines), default=0), ROOM) + 10
        slanted = max((text_width(head.text, SIZE) for head in heads if head.slanted), default=0)
        self.slanted = min(slanted, 180)
        self.top = self.slanted * sin(-SLANT * pi / 180) + 14 if slanted else 2 * 13 + 8
        self.tops: list[float] = []
        down = self.top
        for line in lines:
            down += 8 if line.kind == "domain" else 3 if line.kind == "competency" else 0
            self.tops.append(down)
            down += HEAD if line.kind == "domain" else ROW
        self.bottom = down
        self.rows = [y for y, line in zip(self.tops, lines, strict=True) if countable or not line.kind]
        self.width = max(self.left + cell * len(heads) + self.slanted * cos(SLANT * pi / 180), 560)

    def box(self, column: int, top: float) -> dict[str, float]:
        """Return the corners of a cell."""
        x = self.left + column * self.cell
        return {"x": x, "y": top, "x2": x + self.cell, "y2": top + ROW}

    def picture(
        self,
        cells: Sequence[Mapping[str, Any]],
        legend: Sequence[tuple[str, str, str]],
        title: Sequence[str],
        description: str,
    ) -> Spec:
        """Return the whole picture."""
        boxes, names, height = self._legend(legend)
        layers = [
            rectangles(list(self._stripes()), strokeWidth=0),
            told(rectangles(cells, stroke=FAINT, strokeWidth=0.7)),
            texts(self._signs(cells)),
            rectangles(boxes, stroke=LINE, strokeWidth=0.5),
            texts([*self._names(), *self._headings(), *names]),
            rules(list(self._lines()), strokeWidth=0.8),
        ]
        return picture((self.width, height), layers, title, description)

    def _stripes(self) -> Iterator[dict[str, Any]]:
        """Yield a stripe in the colour of each domain, beside its rows."""
        for number, run in groupby(zip(self.lines, self.tops, strict=True), key=lambda pair: pair[0].domain):
            tops = [top for _, top in run]
            yield {"x": 0, "x2": 18, "y": tops[0], "y2": tops[0] + HEAD - 4, "colour": domain_colour(number)}
            yield {"x": 0, "x2": 4, "y": tops[0], "y2": tops[-1] + ROW, "colour": domain_colour(number)}

    def _lines(self) -> Iterator[dict[str, Any]]:
        end = self.left + self.cell * len(self.heads)
        for line, top in zip(self.lines, self.tops, strict=True):
            if line.kind == "domain":
                yield {"x": 0, "x2": end, "y": top - 4, "y2": top - 4, "colour": LINE}

    def _signs(self, cells: Sequence[Mapping[str, Any]]) -> Iterator[Text]:
        for cell in cells:
            if cell["sign"]:
                middle = (cell["x"] + cell["x2"]) / 2
                yield Text(
                    cell["sign"],
                    middle,
                    cell["y"] + ROW / 2 + 0.5,
                    SIZE,
                    align="center",
                    colour=ink_on(cell["colour"]),
                )

    def _names(self) -> Iterator[Text]:
        for line, top in zip(self.lines, self.tops, strict=True):
            if line.kind == "domain":
                colour = ink_on(domain_colour(line.domain))
                yield Text(
                    letter(line.domain),
                    9,
                    top + ROW / 2 + 1,
                    SIZE,
                    align="center",
                    weight="bold",
                    colour=colour,
                )
            weight = "bold" if line.kind == "domain" else "normal"
            size = SIZE + 1 if line.kind == "domain" else SIZE
            (name,) = lines_of(line.text, ROOM, size, 1)
            x = 26 if line.kind == "domain" else 12 if line.kind == "competency" else 22
            colour = SOFT_INK if line.kind == "competency" else "#222222"
            yield Text(name, x, top + ROW / 2 + 0.5, size, weight=weight, colour=colour)

    def _headings(self) -> Iterator[Text]:
        for number, head in enumerate(self.heads):
            x = self.left + (number + 0.5) * self.cell
            if head.slanted:
                (name,) = lines_of(head.text, 180, SIZE, 1)
                yield Text(name, x, self.top - 2, SIZE, SLANT)
                continue
            lines = lines_of(head.text, self.cell - 4, SIZE)
            for at, line in enumerate(reversed(lines)):
                yield Text(line, x, self.top - 8 - at * 13, SIZE, align="center")

    def _legend(
        self, entries: Sequence[tuple[str, str, str]]
    ) -> tuple[list[dict[str, Any]], list[Text], float]:
        """Return boxes and texts of the legend, which runs in lines below the grid, and the height of all."""
        boxes: list[dict[str, Any]] = []
        found: list[Text] = []
        x, y = 0.0, self.bottom + 18
        for colour, sign, label in entries:
            (name,) = lines_of(label, 200, SIZE + 1, 1)
            long = 38 + text_width(name, SIZE + 1) + 18
            if x and x + long > self.width:
                x, y = 0.0, y + 22
            boxes.append({"x": x, "x2": x + 32, "y": y, "y2": y + ROW, "colour": colour})
            found.append(Text(sign, x + 16, y + ROW / 2 + 0.5, SIZE, align="center", colour=ink_on(colour)))
            found.append(Text(name, x + 38, y + ROW / 2 + 0.5, SIZE + 1))
            x += long
        return boxes, found, y + ROW + 4
