"""`rsetk-ld wheel` and `rsetk-ld heatmap`."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli.running import run
from cli.test_without_packages import LINKML, without

from rsetk_ld.framework import shipped
from rsetk_ld.framework.locate import shipped_folder

EXAMPLES = shipped_folder() / "examples"
KOFI = EXAMPLES / "kofi-2026.yaml"


@pytest.mark.parametrize("ending", ["svg", "png", "html", "json"])
@pytest.mark.parametrize(
    "arguments", [["wheel", KOFI, "senior-rse"], ["heatmap", EXAMPLES]], ids=["wheel", "heatmap"]
)
def test_files(arguments: list[object], ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"picture.{ending}"
    result = run(*arguments, "-o", path)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[0] == str(path)
    assert path.stat().st_size > 1000
    assert (tmp_path / "picture.csv").exists() == (ending in {"svg", "png"})
    assert ("picture.csv: the same numbers as a table" in result.output) == (ending in {"svg", "png"})


def spec(tmp_path: Path, *arguments: object) -> dict:  # type: ignore[type-arg]
    result = run(*arguments, "-o", tmp_path / "x.json")
    assert result.exit_code == 0, result.output
    return json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))


def test_by_skill_and_by_competency(tmp_path: Path) -> None:
    counts = []
    for by in ("competency", "skill"):
        layers = spec(tmp_path, "wheel", KOFI, "--by", by)["layer"]
        counts += [len(each["data"]["values"]) for each in layers if "key" in each["data"]["values"][0]]
    assert counts == [23, 129]


def test_targets(tmp_path: Path) -> None:
    assert "with their own targets" in spec(tmp_path, "wheel", KOFI, "--targets")["description"]
    assert "with Kofi Example" in spec(tmp_path, "wheel", KOFI, EXAMPLES / "kofi-2025.yaml")["description"]
    assert "with" not in spec(tmp_path, "wheel", KOFI)["description"].partition(".")[0]


def test_pseudonyms_and_counts(tmp_path: Path) -> None:
    text = json.dumps(spec(tmp_path, "heatmap", EXAMPLES, "--pseudonyms"))
    assert "person 1" in text
    assert "Kofi" not in text
    assert "ada" not in text.casefold().replace("adapt", "").replace("metadata", "")
    assert "Kofi" not in json.dumps(spec(tmp_path, "heatmap", EXAMPLES, "--view", "counts"))


def test_notes_go_to_standard_error(tmp_path: Path) -> None:
    result = run("heatmap", EXAMPLES, "-o", tmp_path / "x.json")
    assert "kofi-2026.yaml is the newer profile of the same person" in result.stderr
    assert result.stdout == f"{tmp_path / 'x.json'}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["wheel", KOFI, "-o", "x.gif"], "there are .svg, .png, .html, .json"),
        (["wheel", KOFI, "senior-rse", "--targets", "-o", "x.svg"], "give a target or --targets, not both"),
        (["wheel", KOFI, "senior-res", "-o", "x.svg"], "did you mean `senior-rse`?"),
        (["wheel", EXAMPLES / "ada.yaml", "--by", "level", "-o", "x.svg"], "Invalid value for '--by'"),
        (["heatmap", EXAMPLES.parent / "roles", "-o", "x.svg"], "no profiles here"),
        (["wheel", KOFI], "give -o FILE for a picture, or --format for the numbers"),
    ],
)
def test_mistakes(
    arguments: list[object], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert not list(tmp_path.iterdir())


def test_the_numbers_need_neither_a_file_nor_the_package() -> None:
    """What is printed is the table that lies beside a picture."""
    done = without("vl_convert", "wheel", KOFI, "senior-rse", "--format", "csv")
    assert done.returncode == 0
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == len(shipped().entries("Skill"))
    told = json.loads(run("heatmap", EXAMPLES, "--format", "json").stdout)
    assert told["answer"] == "heatmap"
    assert len(told["cells"]) == told["people"] * len(rows)
    counts = run("heatmap", EXAMPLES, "--format", "csv", "--table", "domains").stdout
    assert len(counts.splitlines()) == len(told["domains"]) + 1


def test_without_the_package(tmp_path: Path) -> None:
    done = without("vl_convert", "wheel", KOFI, "-o", tmp_path / "x.svg")
    assert done.returncode == 2
    assert "pip install 'rsetk-ld[charts]'" in done.stderr
    assert without(f"vl_convert,{LINKML}", "heatmap", EXAMPLES, "-o", tmp_path / "x.json").returncode == 0
