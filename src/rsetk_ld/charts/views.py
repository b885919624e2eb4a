"""The pictures that belong on one page: the overview first, then what a reader goes on to."""

from collections.abc import Iterator

from rsetk_ld.analysis.heatmap import Heatmap
from rsetk_ld.analysis.wheel import Wheel
from rsetk_ld.answers import Table
from rsetk_ld.charts.heatmap import heatmap_chart
from rsetk_ld.charts.lettering import plain
from rsetk_ld.charts.page import View
from rsetk_ld.charts.wheel import wheel_chart


def wheel_views(found: Wheel, by: str = "competency") -> list[View]:
    """Return the wheel by competency and by skill, `by` first, then the skills of each domain and competency."""
    skills, competencies = found.table("skills"), found.table("competencies")
    views = [
        View("Overview by competency", wheel_chart(found, "competency"), [competencies]),
        View("All skills", wheel_chart(found, "skill"), [skills]),
    ]
    return [
        *(views if by == "competency" else reversed(views)),
        *_parts(found, "domain"),
        *_parts(found, "competency"),
    ]


def _parts(found: Wheel, of: str) -> Iterator[View]:
    skills = found.table("skills")
    seen = dict.fromkeys((getattr(row, f"{of}_iri"), getattr(row, of)) for row in skills.rows)
    for iri, label in seen:
        if not iri:
            continue
        rows = [row for row in skills.rows if getattr(row, f"{of}_iri") == iri]
        table = Table("skills", f"Skills: {label}", skills.row_type, rows)
        yield View(plain(label), wheel_chart(found, "skill", iri), [table], f"Skills of a {of}", iri)


def heatmap_views(found: Heatmap, view: str = "people") -> list[View]:
    """Return the people and the counts, `view` first."""
    views = [
        View("Person by person", heatmap_chart(found, "people"), [found.table("cells")]),
        View(
            "Levels by domain and competency",
            heatmap_chart(found, "counts"),
            [found.table("domains"), found.table("competencies")],
        ),
    ]
    return views if view == "people" else views[1:]
