"""`rsetk-ld plan`: its options, its formats, and nothing but the answer on standard output."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli.running import environment, run, spawn

from rsetk_ld.framework.locate import shipped_folder

EXAMPLES = shipped_folder() / "examples"
STUDENT = EXAMPLES / "student-08.yaml"
ADA = EXAMPLES / "ada.yaml"


def planned(*arguments: object) -> dict[str, Any]:
    done = run("plan", *arguments, "--format", "json")
    assert (done.exit_code, done.stderr) == (0, "")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_text() -> None:
    done = run("plan", ADA, "rse")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "2 resources, in this order, for 2 of 2 steps" in done.stdout
    assert "Software testing: Working → Practitioner" in done.stdout
    assert "Rate these first" in done.stdout
    assert "Proven by HiGHS" in done.stdout
    assert "https://w3id.org/rsetk/resource/" not in done.stdout


def test_every_line_fits_but_for_addresses() -> None:
    lines = run("plan", STUDENT, "rse", "--unrated").stdout.splitlines()
    assert not [line for line in lines if len(line) > 100 and "://" not in line]


def test_json_says_all_of_it() -> None:
    answer = planned(STUDENT, "rse")
    assert answer["answer"] == "plan"
    assert answer["proven"] is True
    assert answer["resources"] == answer["at_least"] == len(answer["path"])
    assert [stop["number"] for stop in answer["path"]] == list(range(1, len(answer["path"]) + 1))
    assert sum(len(stop["closes"]) for stop in answer["path"]) == answer["closed"]
    assert sum(len(row["to_ranks"]) for row in answer["open"]) == answer["left_open"]


@pytest.mark.parametrize("table", ["path", "open", "unrated"])
def test_csv(table: str) -> None:
    done = run("plan", STUDENT, "rse", "--format", "csv", "--table", table)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == len(planned(STUDENT, "rse")[table])


def test_a_target_is_not_needed() -> None:
    assert planned(ADA)["title"] == "Ada Example: a path to their own targets"


def test_budget_and_importance() -> None:
    answer = planned(STUDENT, "rse", "--budget", 4, "--only", "essential")
    assert (answer["resources"], answer["budget"]) == (4, 4)
    assert {row["importance"] for row in answer["open"]} == {"essential"}


def test_language_and_price() -> None:
    assert {tuple(row["languages"]) for row in planned(STUDENT, "rse", "--language", "en")["path"]} >= {
        ("en",)
    }
    assert planned(STUDENT, "rse", "--language", "cy", "--language", "gd")["resources"] == 0
    free = planned(STUDENT, "rse", "--unrated", "--free")
    assert free["path"]
    assert all(row["free"] is True for row in free["path"])


def test_more_time_is_not_less() -> None:
    assert planned(STUDENT, "rse", "--seconds", 0)["resources"] >= planned(STUDENT, "rse")["resources"]


@pytest.mark.parametrize("option", [["--budget", "0"], ["--only", "desirable"], ["--seconds", "-1"]], ids=str)
def test_wrong_use(option: list[str]) -> None:
    assert run("plan", ADA, "rse", *option).exit_code == 2


def test_a_role_that_is_not_there() -> None:
    done = run("plan", ADA, "rsee")
    assert done.exit_code == 2
    assert "did you mean `rse`?" in done.stderr


def test_the_solver_prints_nothing() -> None:
    """It writes a banner from C, which only a process of its own shows."""
    done = spawn("plan", STUDENT, "rse", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["solver"] == "HiGHS"


def test_without_the_solver() -> None:
    code = (
        "import sys; sys.modules['highspy'] = None; from rsetk_ld.cli import main; main(prog_name='rsetk-ld')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "plan", str(STUDENT), "head-of-rse-group", "--unrated"],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "at least" in done.stdout
    assert 'pip install "rsetk-ld[plan]"' in done.stdout


def test_the_output_goes_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "plan.md"
    assert run("plan", ADA, "rse", "--format", "markdown", "-o", out).stdout == ""
    assert out.read_text(encoding="utf-8").startswith("# Ada Example: a path to Research software engineer")
