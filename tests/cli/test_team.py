"""`rsetk-ld team`: forms, options and refusals."""

import csv
import io
import json
import time
from pathlib import Path

import pytest
from analysis.invented import SECRET, write
from cli.running import ERROR, run, spawn

from rsetk_ld.framework import shipped
from rsetk_ld.framework.locate import shipped_folder
from rsetk_ld.identifiers import key_of

DIRECT = Path(__file__).parent.parent / "interchange" / "data"
EXAMPLES = shipped_folder() / "examples"


def test_a_team(tmp_path: Path) -> None:
    result = run("team", EXAMPLES, "--role", "rse")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("What a team of 10 can do\n")
    assert "kofi-2025.yaml was left out" in " ".join(result.output.split())
    assert "What Research software engineer needs" in result.output


def test_tables_as_csv() -> None:
    result = run("team", EXAMPLES, "--format", "csv", "--table", "single")
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert {"label", "person", "level", "rank", "next", "skill"} == set(rows[0])
    result = run("team", EXAMPLES, "--format", "csv", "--table", "singel")
    assert result.exit_code == 2
    assert "skills, single, mentoring" in result.output


def test_shareable_into_a_file(tmp_path: Path) -> None:
    write(tmp_path / "people", [{"testing": 3}] * 7)
    out = tmp_path / "team.json"
    assert run("team", tmp_path / "people", "--shareable", "--format", "json", "-o", out).exit_code == 0
    data = json.loads(out.read_text())
    assert data["answer"] == "shareable-team"
    (row,) = data["skills"]
    assert (row["held"], row["below"], row["without"]) == (7, 0, 0)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--shareable"], "fewer than 5 people is not for sharing"),
        (["--shareable", "--minimum", "2"], "protects nobody"),
        (["--minimum", "5"], "give --shareable, too"),
        (["--role", "rsee"], "did you mean `rse`?"),
        (["--at", "exprt"], "did you mean `expert`?"),
    ],
)
def test_refusals(tmp_path: Path, options: list[str], told: str) -> None:
    write(tmp_path, [{"testing": 3}] * 3)
    result = run("team", tmp_path, *options)
    assert result.exit_code == 2
    assert told in result.output


def test_a_file_with_errors() -> None:
    result = run("team", EXAMPLES / "ada.yaml", ERROR)
    assert result.exit_code == 1
    assert "R001" in result.output


def test_pseudonyms(tmp_path: Path) -> None:
    write(tmp_path, [{"testing": 3}] * 3)
    result = run("team", tmp_path, "--pseudonyms")
    assert "person 3" in result.output
    assert SECRET not in result.output


def test_profiles_of_direct(tmp_path: Path) -> None:
    """Profiles in the formats of DIRECT become a team in the terms of its own framework."""
    people = tmp_path / "people"
    framework = tmp_path / "direct"
    assert run("import", "direct-framework", DIRECT / "release", "-o", framework).exit_code == 0
    for name, out in (("sample_profile.json", people), ("user_profile.json", people / "user.yaml")):
        done = run(
            "import", "direct-profile", DIRECT / "profiles" / name, "--framework", framework, "-o", out
        )
        assert done.exit_code == 0, done.output
    result = run("team", people, "--framework", framework, "--format", "json")
    assert result.exit_code == 0, result.output
    data = json.loads(result.output)
    assert data["size"] == 3
    assert [level["name"] for level in data["scale"]][1:] == ["Visitor", "Helper", "Gardener", "Master"]
    assert all(sum(row["levels"]) + row["unrated"] == data["size"] for row in data["skills"])


@pytest.mark.parametrize("width", [80, 120])
def test_text_fits(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("team", EXAMPLES, "--role", "rse").output.splitlines()
    assert not [line for line in lines if len(line) > width and "/" not in line]


def test_two_hundred_profiles(tmp_path: Path) -> None:
    """The target is two seconds; on a busy machine it may be twice that."""
    skills = [key_of(each["id"]) for each in shipped().entries("Skill")][:60]
    write(tmp_path, [{skill: (number + at) % 5 for at, skill in enumerate(skills)} for number in range(200)])
    begun = time.perf_counter()
    done = spawn("team", str(tmp_path), "--role", "rse", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["size"] == 200
    assert time.perf_counter() - begun < 4
