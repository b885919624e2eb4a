"""SVG and PNG: what is drawn, what it says to those who do not see it, and that no text breaks out of it."""

import json
import struct
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from charts.drawings import HOSTILE, hostile_team, hostile_wheel, kofi, team

from rsetk_ld.answers.as_csv import text
from rsetk_ld.charts import Chart
from rsetk_ld.charts.files import write_chart
from rsetk_ld.charts.heatmap import heatmap_chart
from rsetk_ld.charts.views import wheel_views
from rsetk_ld.charts.wheel import wheel_chart
from rsetk_ld.errors import UsageError

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = {
    "competencies": lambda: wheel_chart(kofi("senior-rse")),
    "skills": lambda: wheel_chart(kofi("senior-rse"), "skill"),
    "people": lambda: heatmap_chart(team()),
    "counts": lambda: heatmap_chart(team(), "counts"),
}
HOSTILE_CHARTS = {
    "competencies": lambda: wheel_chart(hostile_wheel()),
    "skills": lambda: wheel_chart(hostile_wheel(), "skill"),
    "people": lambda: heatmap_chart(hostile_team()),
    "counts": lambda: heatmap_chart(hostile_team(), "counts"),
}


def tree(chart: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(chart.svg())


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("name", CHARTS)
def test_svg_has_title_and_words(name: str) -> None:
    chart = CHARTS[name]()
    root = tree(chart)
    assert root.get("role") == "img"
    title, words, *_ = root
    assert (title.tag, title.text) == (f"{SVG}title", chart.title)
    assert (words.tag, words.text) == (f"{SVG}desc", chart.description)
    assert root.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"


def test_svg_shows_every_skill() -> None:
    shown = set(texts(tree(CHARTS["skills"]())))
    assert {row.label for row in kofi().table("skills").rows} <= shown


def test_svg_has_a_shape_for_every_rating() -> None:
    root = tree(CHARTS["skills"]())
    filled = [
        path
        for path in root.iter(f"{SVG}path")
        if path.get("fill") == "#332288" and not path.get("fill-opacity")
    ]
    first = kofi().table("domains").rows[0]
    assert len(filled) == first.rated + 2  # the rim, and the legend


@pytest.mark.parametrize("name", CHARTS)
def test_nothing_reaches_over_the_edge(name: str) -> None:
    """Whatever is drawn lies on the canvas: Vega would enlarge the canvas beyond the size that was worked out."""
    chart = CHARTS[name]()
    width, height = (float(tree(chart).get(side) or 0) for side in ("width", "height"))
    padding = 2 * chart.spec["padding"]
    assert width <= chart.spec["width"] + padding + 12
    assert height <= chart.spec["height"] + padding + 70  # the title


@pytest.mark.parametrize("name", HOSTILE_CHARTS)
def test_names_do_not_break_out_of_svg(name: str) -> None:
    chart = HOSTILE_CHARTS[name]()
    root = tree(chart)
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "path", "text", "rect", "line", "tspan"}
    assert not [key for each in root.iter() for key in each.attrib if key.startswith("on") or "href" in key]
    assert any("<script>" in shown for shown in texts(root))
    assert "\x0b" not in chart.svg()


@pytest.mark.parametrize("width", [400, 777, 1600])
def test_png_has_the_width_that_was_asked_for(width: int) -> None:
    made = CHARTS["competencies"]().png(width)
    assert made.startswith(b"\x89PNG\r\n\x1a\n")
    found, height = struct.unpack(">II", made[16:24])
    assert found == width
    assert height > width / 2


def test_pictures_are_the_same_each_time() -> None:
    assert CHARTS["skills"]().svg() == CHARTS["skills"]().svg()


def test_a_wheel_takes_a_second() -> None:
    chart = CHARTS["skills"]()
    chart.svg()
    start = time.perf_counter()
    chart.svg()
    assert time.perf_counter() - start < 2  # a quarter of a second on an idle machine


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_the_numbers_lie_beside_the_picture(ending: str, tmp_path: Path) -> None:
    chart = CHARTS["competencies"]()
    picture, table = write_chart(tmp_path / f"w{ending}", chart, list)
    assert (picture.name, table.name) == (f"w{ending}", "w.csv")
    assert table.read_bytes().decode() == text(kofi("senior-rse").table("competencies"))
    write_chart(tmp_path / f"w{ending}", chart, list)  # once more over our own files
    write_chart(tmp_path / f"w{ending}", CHARTS["skills"](), list)
    assert table.read_text(encoding="utf-8").startswith("label,competency,domain,state")


def test_another_table_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("mine,all mine\n1,2\n", encoding="utf-8")
    with pytest.raises(UsageError, match="is another table"):
        write_chart(tmp_path / "w.svg", CHARTS["competencies"](), list)
    assert (tmp_path / "w.csv").read_text(encoding="utf-8").startswith("mine")
    assert not (tmp_path / "w.svg").exists()


def test_json_is_the_specification(tmp_path: Path) -> None:
    chart = CHARTS["people"]()
    (path,) = write_chart(tmp_path / "t.json", chart, list)
    assert json.loads(path.read_text(encoding="utf-8")) == chart.spec


@pytest.mark.parametrize("ending", [".svg", ".png", ".html"])
def test_without_the_package(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    chart = CHARTS["competencies"]()
    with pytest.raises(UsageError, match=r"pip install 'rsetk-ld\[charts\]'"):
        write_chart(tmp_path / f"w{ending}", chart, lambda: wheel_views(kofi()))
    assert not list(tmp_path.iterdir())
    assert write_chart(tmp_path / "w.json", chart, list)


def test_hostile_text_is_there_at_all() -> None:
    assert hostile_wheel().table("skills").rows[0].label.startswith(HOSTILE)
