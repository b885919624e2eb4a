"""The page of HTML is complete in itself, has its tables, and no text breaks out of it."""

import json
import re
import shutil
import subprocess
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from charts.drawings import hostile_team, hostile_wheel, kofi, slices, team

from rsetk_ld.charts.page import POLICY, page
from rsetk_ld.charts.views import heatmap_views, wheel_views

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))),
    None,
)


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of scripts and cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag in {"td", "th"}:
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] in {"td", "th"}:
            self.cells[-1] += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@cache
def made(name: str) -> str:
    views = {
        "wheel": lambda: wheel_views(kofi("senior-rse")),
        "team": lambda: heatmap_views(team()),
        "counts": lambda: heatmap_views(team(), "counts"),
        "hostile wheel": lambda: wheel_views(hostile_wheel()),
        "hostile team": lambda: heatmap_views(hostile_team()),
    }[name]()
    return page(views[0].chart.title, views)


def data(text: str) -> list[dict]:  # type: ignore[type-arg]
    found = re.search(r'<script type="application/json" id="views">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("name", ["wheel", "team"])
def test_nothing_is_loaded(name: str) -> None:
    elements = Elements(made(name))
    assert not elements.of("link") + elements.of("iframe") + elements.of("img") + elements.of("object")
    assert not [each for _, each in elements.found if "src" in each or "href" in each or "data" in each]
    (policy,) = [each["content"] for each in elements.of("meta") if "http-equiv" in each]
    assert policy == POLICY
    assert "default-src 'none'" in POLICY
    assert "http" not in POLICY
    style = re.search("<style>(.*?)</style>", made(name), re.DOTALL)
    assert style
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_the_page_has_every_competency_and_domain() -> None:
    views = data(made("wheel"))
    rows = kofi().table("skills").rows
    assert {view["key"] for view in views} == {
        "",
        *(r.competency_iri for r in rows),
        *(r.domain_iri for r in rows),
    }
    for view in views:
        if view["key"]:
            members = [r.skill for r in rows if view["key"] in {r.competency_iri, r.domain_iri}]
            assert [each["key"] for each in slices(view["spec"])] == members


def test_what_can_be_clicked_leads_somewhere() -> None:
    first, *others = data(made("wheel"))
    assert {each["key"] for each in slices(first["spec"])} <= {view["key"] for view in others}


def test_tables_have_captions_headings_and_the_numbers() -> None:
    elements = Elements(made("wheel"))
    assert len(elements.of("caption")) == len(elements.of("table")) == len(data(made("wheel")))
    assert all(each.get("scope") == "col" for each in elements.of("th"))
    for row in kofi("senior-rse").table("skills").rows:
        assert row.label in elements.cells


def test_every_picture_has_its_words() -> None:
    for view in wheel_views(kofi("senior-rse")):
        assert view.chart.description in made("wheel")


def test_counts_alone_name_nobody() -> None:
    names = {row.person for row in team().table("cells").rows}
    assert not [name for name in names if name in made("counts")]
    assert [name for name in names if name in made("team")]


@pytest.mark.parametrize("name", ["wheel", "team"])
def test_names_do_not_break_out_of_the_page(name: str) -> None:
    calm, hostile = Elements(made(name)), Elements(made(f"hostile {name}"))
    assert len(hostile.of("script")) == len(calm.of("script")) == 3
    assert not hostile.of("img")
    assert not [each for _, each in hostile.found if any(key.startswith("on") for key in each)]
    assert len(data(made(f"hostile {name}"))) == len(data(made(name)))


# ---------------------------------------------------------------- in a browser

CLICK = """
<pre id="log"></pre><script>
setTimeout(() => {
  const log = document.getElementById("log");
  const mark = document.querySelector("#view-0 .picture.vega-embed path[aria-label]");
  const box = mark.getBoundingClientRect();
  const at = {bubbles: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, view: window};
  for (const type of ["pointerover", "pointermove", "pointerdown", "pointerup", "click"])
    mark.dispatchEvent(new PointerEvent(type, at));
  setTimeout(() => {
    const shown = [...document.querySelectorAll("section")].filter((each) => !each.hidden);
    log.textContent = JSON.stringify({
      shown: shown.map((each) => each.id),
      drawn: shown.every((each) => each.querySelector("svg") !== null),
      scripts: document.querySelectorAll("script").length,
      images: document.querySelectorAll("img").length,
    });
  }, 1000);
}, 3000);
</script>
"""


def in_browser(text: str, folder: Path) -> dict:  # type: ignore[type-arg]
    """Open a page, click on the first mark, and return what is there then."""
    end = text.rindex("</body>")
    path = folder / "page.html"
    path.write_text(text[:end] + CLICK + text[end:], encoding="utf-8")
    line = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--virtual-time-budget=9000",
        "--dump-dom",
    ]
    done = subprocess.run([*line, path.as_uri()], capture_output=True, text=True, timeout=120, check=False)
    log = done.stdout.rpartition('<pre id="log">')[2].partition("</pre>")[0]
    assert log, done.stderr[-2000:]
    return json.loads(log)


@pytest.mark.skipif(BROWSER is None, reason="no browser here")
@pytest.mark.parametrize("name", ["wheel", "hostile wheel"])
def test_a_click_leads_to_the_skills(name: str, tmp_path: Path) -> None:
    first = kofi().table("competencies").rows[0].group
    (wanted,) = [view["id"] for view in data(made(name)) if view["key"] == first]
    found = in_browser(made(name), tmp_path)
    assert found["shown"] == [wanted]
    assert found["drawn"]
    assert found["scripts"] == 4  # ours, and the one of this test
    assert found["images"] == 0
