"""A competency wheel as a specification of Vega-Lite.

Every skill has its angle by its place in the framework, so that two wheels can be laid side by side.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import cos, sin
from typing import Any

from rsetk_ld.analysis.standing import OTHER_SCALE, RATED
from rsetk_ld.analysis.wheel import GroupRow, SkillRow, Wheel
from rsetk_ld.charts.chart import Chart
from rsetk_ld.charts.layers import Spec, arcs, picture, rules, texts, told
from rsetk_ld.charts.legend import Sign, legend
from rsetk_ld.charts.lettering import Text, lines_of, plain, text_width
from rsetk_ld.charts.palette import FAINT, INK, LINE, PAPER, SOFT_INK, domain_colour, ink_on, letter
from rsetk_ld.charts.sectors import TURN, Sector, outward, point, sectors
from rsetk_ld.charts.slices import Slice, of_groups, of_skills
from rsetk_ld.errors import UsageError

BY = ("competency", "skill")
HOLE = 0.17
BAND = 9
RIM = 15
MARGIN = 6
ROOM = 190
CROSS = "×"
PALE = 0.28


def wheel_chart(found: Wheel, by: str = "competency", only: str = "") -> Chart:
    """Draw a wheel: a sector for each competency or for each skill.

    `only` is the IRI of a competency or a domain, whose skills then fill the circle. Raises `UsageError` for another
    `by`, and for an IRI that is not there.

    >>> from pathlib import Path
    >>> from rsetk_ld.analysis import Corpus
    >>> from rsetk_ld.analysis.wheel import wheel
    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> chart = wheel_chart(wheel(corpus, corpus.add(shipped_folder() / "examples" / "ada.yaml")))
    >>> chart.description.startswith("Competency wheel of Ada Example")
    True
    """
    if by not in BY:
        raise UsageError(f"a wheel is drawn by {' or '.join(BY)}, not by `{by}`")
    rows = [row for row in found.table("skills").rows if only in ("", row.competency_iri, row.domain_iri)]
    if not rows:
        raise UsageError(f"no skill belongs to {only}")
    whole = by == "competency" and not only
    slices = of_groups(found.table("competencies").rows) if whole else of_skills(rows)
    title = _title(found, rows, only)
    description = _description(found, rows, title)
    order = list(dict.fromkeys(row.domain_iri for row in found.table("skills").rows))
    drawing = _Drawing(slices, found.facts["levels"], order, whole=whole)
    spec = picture(drawing.size, drawing.layers(), [title, _summary(rows)], description)
    return Chart(spec, title, description, found, ("competencies" if whole else "skills",))


def _title(found: Wheel, rows: Sequence[SkillRow], only: str) -> str:
    if not only:
        return plain(found.title)
    name = rows[0].competency if rows[0].competency_iri == only else rows[0].domain
    return plain(f"{name}: {found.title}")


def _summary(rows: Sequence[SkillRow]) -> str:
    """Return the numbers of a wheel in one line."""
    rated = sum(row.state == RATED for row in rows)
    aside = sum(row.state == "not applicable" for row in rows)
    parts = [f"{rated} of {len(rows)} skills rated"] + ([f"{aside} not applicable"] if aside else [])
    asked = [row for row in rows if row.target_step is not None]
    if asked:
        both = [(row.step, row.target_step) for row in asked if row.step is not None]
        met = sum(have >= need for have, need in both if need is not None)
        parts.append(
            f"target asks for {len(asked)}: {met} met, {len(both) - met} below, "
            f"{len(asked) - len(both)} without a rating"
        )
    return ", ".join(parts)


def _description(found: Wheel, rows: Sequence[SkillRow], title: str) -> str:
    """Say in words what the picture shows."""
    sentences = [title, _summary(rows)]
    rated = [row for row in rows if row.step is not None]
    if rated:
        top = max(row.step for row in rated if row.step is not None)
        names = [row.label for row in rated if row.step == top]
        level = next(row.level for row in rated if row.step == top)
        more = f" and {len(names) - 5} more" if len(names) > 5 else ""
        sentences.append(f"The highest level is {level}: {', '.join(names[:5])}{more}")
    behind = [row for row in rows if _missing(row) > 0]
    if behind:
        most = max(map(_missing, behind))
        names = [row.label for row in behind if _missing(row) == most]
        more = f" and {len(names) - 5} more" if len(names) > 5 else ""
        levels = "one level" if most == 1 else f"{most} levels"
        sentences.append(f"Furthest below the target, by {levels}: {', '.join(names[:5])}{more}")
    shown = {row.domain_iri for row in rows}
    for group in found.table("domains").rows:
        if group.group in shown and len(shown) > 1:
            sentences.append(_told_group(group))
    return plain(". ".join(sentence.rstrip(".") for sentence in sentences)) + "."


def _missing(row: SkillRow) -> int:
    return row.target_step - row.step if row.step is not None and row.target_step is not None else 0


def _told_group(group: GroupRow) -> str:
    below = f", {group.below} below the target" if group.asked else ""
    return f"{group.label or 'Without a domain'}: {group.rated} of {group.skills} rated{below}"


class _Drawing:
    """Sizes and layers of one wheel."""

    def __init__(
        self, slices: Sequence[Slice], levels: Sequence[dict[str, Any]], order: Sequence[str], *, whole: bool
    ) -> None:
        self.slices = slices
        self.levels = levels
        self.order = order
        self.whole = whole
        count = len(slices)
        self.sectors = sectors(count)
        self.font = 12.0 if count <= 60 else 10.5 if count <= 110 else 9.5
        # Each label needs the height of its lines along the circle, and the circle grows until they have it.
        self.radius = max(215.0, count * self.font * 1.13 / TURN - RIM)
        self.hole = round(self.radius * HOLE, 2)
        line = (self.radius + RIM) * TURN / count
        most = 2 if line > 2.3 * self.font else 1
        self.labels = [
            lines_of(each.label or "–", ROOM if most == 2 else 1.4 * ROOM, self.font, most) for each in slices
        ]
        above, aside, below = self._extents()
        self.width = max(2 * aside, 640.0)
        self.centre = (round(self.width / 2, 2), round(above, 2))
        foot = above + below + 18
        self.legend = legend(self._signs(), self._domains(), self._levels_told(), (0, foot), self.width)
        self.size = (self.width, foot + self.legend.height)

    # ------------------------------------------------------------ geometry

    def _extents(self) -> tuple[float, float, float]:
        """Return how far the labels reach above, beside and below the centre."""
        start = self.radius + RIM + 2 * MARGIN
        above = aside = below = start
        for lines, sector in zip(self.labels, self.sectors, strict=True):
            end = start + max(text_width(line, self.font) for line in lines)
            half = len(lines) * self.font * 0.6  # what the height of the lines adds at a right angle
            across, up = abs(sin(sector.middle)), cos(sector.middle)
            aside = max(aside, end * across + half * abs(up))
            above = max(above, end * up + half * across)
            below = max(below, half * across - end * up)
        return above, aside, below

    def height(self, step: float) -> float:
        """Return the radius that a step of the scale reaches."""
        base = self.hole + BAND
        return round(base + (self.radius - base) * step / max(len(self.levels) - 1, 1), 2)

    def colour(self, domain: str) -> str:
        return domain_colour(self.order.index(domain))

    def _arc(self, sector: Sector, low: float, high: float, colour: str, **more: Any) -> dict[str, Any]:
        return {
            "theta": sector.start,
            "theta2": sector.end,
            "radius": high,
            "radius2": low,
            "colour": colour,
            **more,
        }

    def _runs(self, of: str) -> Iterator[tuple[str, Sector]]:
        """Yield each run of slices of one domain or competency, with the sector it takes."""
        numbered = enumerate(self.slices)
        for key, run in groupby(numbered, key=lambda pair: getattr(pair[1], of)):
            places = [number for number, _ in run]
            yield key, Sector(self.sectors[places[0]].start, self.sectors[places[-1]].end)

    # ------------------------------------------------------------ layers

    def layers(self) -> Iterator[Spec]:
        """Yield the layers, from the back to the front."""
        yield arcs(list(self._rings()), self.centre, fill=None, stroke=FAINT, strokeWidth=1)
        yield rules(list(self._separators()), strokeWidth=0.8)
        yield arcs(list(self._gaps()), self.centre, fillOpacity=PALE, strokeWidth=0)
        yield arcs(list(self._bars()), self.centre, stroke=PAPER, strokeWidth=0.6)
        yield arcs(list(self._outlines()), self.centre, fill=None, stroke="#444444", strokeWidth=0.5)
        yield arcs(
            list(self._asides()), self.centre, fill="#ececec", stroke=LINE, strokeWidth=0.5, strokeDash=[2, 2]
        )
        yield arcs(list(self._aims(4.2)), self.centre, fill=PAPER)
        yield arcs(list(self._aims(2.2)), self.centre, fill=INK)
        yield arcs(list(self._rim()), self.centre, stroke=PAPER, strokeWidth=1.5)
        yield told(arcs(list(self._whole()), self.centre, fillOpacity=0, strokeWidth=0))
        yield texts(self._marks())
        yield texts(self._ranks(), stroke=PAPER, strokeWidth=3, strokeJoin="round")
        yield texts([*self._ranks(), *self._names()])
        yield from self.legend.layers

    def _rings(self) -> Iterator[dict[str, Any]]:
        circle = Sector(0, TURN)
        for radius in (self.hole, *(self.height(level["step"]) for level in self.levels)):
            yield self._arc(circle, 0, radius, FAINT)

    def _separators(self) -> Iterator[dict[str, Any]]:
        for of, colour, start in (("competency", FAINT, self.hole), ("domain", LINE, self.hole)):
            runs = list(self._runs(of))
            if len(runs) < 2:
                continue
            for _, sector in runs:
                x, y = point(self.centre, sector.start, start)
                x2, y2 = point(self.centre, sector.start, self.radius + RIM + MARGIN)
                yield {"x": x, "y": y, "x2": x2, "y2": y2, "colour": colour}

    def _whole(self) -> Iterator[dict[str, Any]]:
        """Yield one mark for each slice, with its numbers: what a pointer meets and a screen reader reads."""
        for each, sector in zip(self.slices, self.sectors, strict=True):
            facts = {
                name: plain(value) if isinstance(value, str) else value for name, value in each.facts.items()
            }
            yield self._arc(
                sector,
                self.hole,
                self.radius + RIM + MARGIN,
                PAPER,
                tip=plain(each.tip),
                key=each.key,
                **facts,
            )

    def _bars(self) -> Iterator[dict[str, Any]]:
        for each, sector in zip(self.slices, self.sectors, strict=True):
            if each.step is not None:
                part = sector.part(0, each.rated)
                yield self._arc(
                    part, self.hole, self.height(each.step), self.colour(each.domain), label=plain(each.label)
                )

    def _outlines(self) -> Iterator[dict[str, Any]]:
        yield from ({**bar, "colour": "#444444"} for bar in self._bars())

    def _gaps(self) -> Iterator[dict[str, Any]]:
        """Yield what is missing between a rating and the target."""
        for each, sector in zip(self.slices, self.sectors, strict=True):
            if each.step is not None and each.target is not None and each.target > each.step:
                part = sector.part(0, min(each.rated, each.asked))
                yield self._arc(
                    part, self.height(each.step), self.height(each.target), self.colour(each.domain)
                )

    def _asides(self) -> Iterator[dict[str, Any]]:
        for each, sector in zip(self.slices, self.sectors, strict=True):
            aside = each.not_applicable + each.other
            if aside:
                part = sector.part(each.rated, each.rated + aside if each.rated + aside < 1 else 1)
                yield self._arc(part, self.hole, self.hole + BAND, LINE)

    def _aims(self, thickness: float) -> Iterator[dict[str, Any]]:
        for each, sector in zip(self.slices, self.sectors, strict=True):
            if each.target is not None:
                radius = self.height(each.target)
                part = sector.part(0, each.asked)
                yield self._arc(part, radius - thickness / 2, radius + thickness / 2, INK, target=each.target)

    def _rim(self) -> Iterator[dict[str, Any]]:
        for domain, sector in self._runs("domain"):
            yield self._arc(sector, self.radius + MARGIN, self.radius + RIM + MARGIN, self.colour(domain))

    def _marks(self) -> Iterator[Text]:
        """Yield the crosses of what does not apply, question marks for other scales, and the letters of domains."""
        for each, sector in zip(self.slices, self.sectors, strict=True):
            for share, before, sign in (
                (each.not_applicable, each.rated, CROSS),
                (each.other, each.rated + each.not_applicable, "?"),
            ):
                if share:
                    x, y = point(
                        self.centre, sector.part(before, before + share).middle, self.hole + BAND + 5
                    )
                    yield Text(sign, x, y, 11, align="center", weight="bold")
        for domain, sector in self._runs("domain"):
            x, y = point(self.centre, sector.middle, self.radius + RIM / 2 + MARGIN)
            colour = ink_on(self.colour(domain))
            yield Text(
                letter(self.order.index(domain)), x, y + 0.5, 11, align="center", weight="bold", colour=colour
            )

    def _ranks(self) -> list[Text]:
        found = []
        radii = [self.height(level["step"]) for level in self.levels]
        if all(high - low >= 9 for low, high in pairwise(radii)) or len(radii) == 1:
            for level, radius in zip(self.levels, radii, strict=True):
                found.append(
                    Text(
                        str(level["rank"]),
                        self.centre[0],
                        self.centre[1] - radius,
                        10,
                        align="center",
                        colour="#444444",
                        weight="bold",
                    )
                )
        return found

    def _names(self) -> Iterator[Text]:
        radius = self.radius + RIM + 2 * MARGIN
        for each, lines, sector in zip(self.slices, self.labels, self.sectors, strict=True):
            said = each.rated or each.target is not None
            yield from outward(
                lines, self.centre, sector.middle, radius, self.font, INK if said else SOFT_INK
            )

    # ------------------------------------------------------------ legend

    def _domains(self) -> list[tuple[str, str, str]]:
        seen = {each.domain: each.domain_label for each in self.slices}
        return [
            (letter(number), domain_colour(number), plain(seen[iri]) or "without a domain")
            for number, iri in enumerate(self.order)
            if iri in seen
        ]

    def _levels_told(self) -> str:
        return "Rings, from the inside: " + ", ".join(
            f"{level['rank']} {level['label']}" for level in self.levels
        )

    def _signs(self) -> list[tuple[Sign, str]]:
        lowest = self.levels[0]
        bar = (
            "mean level of the rated skills; the width shows how many are rated"
            if self.whole
            else "level of the rating"
        )
        signs = [
            (Sign("bar"), bar),
            (Sign("band"), f"only the thin inner ring: {lowest['rank']} {lowest['label']}"),
        ]
        signs.append((Sign("cross"), "does not apply"))
        signs.append((Sign("blank"), "blank: not rated"))
        if any(each.other for each in self.slices):
            signs.append((Sign("question"), OTHER_SCALE))
        if any(each.target is not None for each in self.slices):
            aim = (
                "mean level that the target asks for; the width shows for how many"
                if self.whole
                else "target"
            )
            signs.append((Sign("line"), aim))
            signs.append((Sign("pale"), "distance to the target"))
        return signs
