"""`rsetk-ld validate`: exit codes in all their causes, formats, frameworks, folders and patterns."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from cli.running import AUTHORED, ERROR, FULL, INVALID, MINIMAL, PROFILE, TINY, WARNING, run, spawn

FORMATS = ["text", "json", "sarif", "github", "junit"]


# ---------------------------------------------------------------- exit codes


def test_0_for_a_valid_file() -> None:
    done = run("validate", FULL)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"{FULL}: valid (profile, 10 skills)\n1 file: 1 valid\n"


def test_0_for_warnings_and_1_where_they_count() -> None:
    assert run("validate", WARNING).exit_code == 0
    done = run("validate", WARNING, "--strict")
    assert done.exit_code == 1
    assert "warning: skills.testing.target:" in done.stdout


def test_0_for_what_is_merely_worth_knowing() -> None:
    assert run("validate", MINIMAL, "--strict").exit_code == 0


def test_1_for_errors() -> None:
    done = run("validate", ERROR)
    assert done.exit_code == 1
    assert f"{ERROR}:4:3: error: skills: unknown skill `version-controll`; did you mean" in done.stdout


def test_2_for_a_file_that_is_not_there(here: Path) -> None:
    done = run("validate", "none.yaml")
    assert done.exit_code == 2
    assert "none.yaml: error: cannot be read: no such file (Y001)" in done.stdout


def test_2_for_a_file_that_may_not_be_read(here: Path) -> None:
    (here / "secret.yaml").write_text(PROFILE)
    (here / "secret.yaml").chmod(0)
    try:
        (here / "secret.yaml").read_text()
    except PermissionError:
        assert run("validate", "secret.yaml").exit_code == 2
    else:
        pytest.skip("this user may read everything")


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate"],
        ["validate", "--no-such-option", "x.yaml"],
        ["validate", "--format", "pdf", "x.yaml"],
        ["validate", "--jobs", "0", "x.yaml"],
        ["validate", "--jobs", "two", "x.yaml"],
        ["validate", "--engine", "other", "x.yaml"],
        ["no-such-command"],
    ],
)
def test_2_for_a_call_that_makes_no_sense(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Usage: rsetk-ld" in done.stderr


def test_2_for_an_unknown_framework_with_a_suggestion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RSETK_FRAMEWORKS", str(TINY.parent))
    done = run("validate", FULL, "--framework", "framwork")
    assert done.exit_code == 2
    assert "no framework `framwork`; did you mean `framework`?" in done.stderr


def test_2_for_a_framework_with_errors(here: Path) -> None:
    shutil.copytree(INVALID / "framework" / "F001-key-twice", "fw")
    done = run("validate", FULL, "--framework", "fw")
    assert done.exit_code == 2
    assert "fw: the framework has 1 error, the first at fw/skills.yaml:2:3: skills: `testing`" in done.stderr
    assert "see `rsetk-ld framework check --framework fw`" in done.stderr


def test_2_for_a_framework_folder_without_a_framework(here: Path) -> None:
    (here / "empty").mkdir()
    done = run("validate", FULL, "--framework", "empty")
    assert done.exit_code == 2
    assert "no framework here" in done.stderr


def test_2_wins_over_1() -> None:
    assert run("validate", ERROR, "none.yaml").exit_code == 2


# ---------------------------------------------------------------- formats


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("path", [FULL, WARNING, ERROR, Path("none.yaml")], ids=lambda path: path.stem)
def test_the_exit_code_is_the_same_in_each_format(path: Path, format_: str) -> None:
    assert run("validate", path, "--format", format_).exit_code == run("validate", path).exit_code


def test_json() -> None:
    made = json.loads(run("validate", FULL, ERROR, "--format", "json").stdout)
    assert [report["valid"] for report in made["reports"]] == [True, False]
    (finding,) = made["reports"][1]["findings"]
    assert (finding["code"], finding["line"], finding["column"]) == ("R001", 4, 3)
    assert finding["suggestion"] == "version-control"


def test_sarif() -> None:
    made = json.loads(run("validate", ERROR, "--format", "sarif").stdout)
    (result,) = made["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("R001", "error")


def test_github() -> None:
    done = run("validate", ERROR, "--format", "github")
    assert done.stdout.startswith("::error ")
    assert ",line=4,col=3" in done.stdout


def test_junit() -> None:
    tree = ET.fromstring(run("validate", FULL, ERROR, "--format", "junit").stdout)
    assert len(tree.findall(".//testcase")) == 2
    assert len(tree.findall(".//failure")) == 1


# ---------------------------------------------------------------- frameworks


def test_a_framework_by_path_iri_and_name(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "p.yaml").write_text("about: {pseudonym: a}\nassessed_on: 2025-06-01\nskills: {saegen: Meister}\n")
    assert run("validate", "p.yaml").exit_code == 1
    assert run("validate", "p.yaml", "--framework", TINY).exit_code == 0
    shutil.copytree(TINY, "frameworks/holz")
    monkeypatch.setenv("RSETK_FRAMEWORKS", str(here / "frameworks"))
    for spec in (
        "holz",
        "https://tischlerei.example/rahmen",
        "https://tischlerei.example/rahmen/2.1.0",
    ):
        assert run("validate", "p.yaml", "--framework", spec, "--strict").exit_code == 0
    assert run("validate", FULL, "--framework", "rse").exit_code == 0


def test_the_file_names_its_framework(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "about: {pseudonym: a}\nassessed_on: 2025-06-01\nskills: {saegen: 2}\n"
    (here / "p.yaml").write_text(f"framework: https://tischlerei.example/rahmen/2.1.0\n{text}")
    done = run("validate", "p.yaml")
    assert done.exit_code == 1
    assert "R007" in done.stdout
    monkeypatch.setenv("RSETK_FRAMEWORKS", str(TINY))
    assert run("validate", "p.yaml", "--strict").exit_code == 0


# ---------------------------------------------------------------- folders and patterns


def test_a_folder_stands_for_its_files(here: Path) -> None:
    for name in ("team/ada.yaml", "team/sub/bob.yml", "team/cy.json", "team/notes.txt", "team/.hidden.yaml"):
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PROFILE if not name.endswith("json") else '{"about": {"pseudonym": "a"}, "skills": {}}')
    (here / "team" / "ada.schema.json").write_text("{}")
    done = run("validate", "team")
    names = [line.partition(":")[0] for line in done.stdout.splitlines() if ": valid (" in line]
    assert names == ["team/ada.yaml", "team/cy.json", "team/sub/bob.yml"]
    assert run("validate", "team/*.yaml").stdout.endswith("1 file: 1 valid\n")
    assert run("validate", "team/**/*.y*ml").stdout.endswith("3 files: 3 valid\n")


def test_a_pattern_without_a_match_is_told(here: Path) -> None:
    done = run("validate", "team/*.yaml")
    assert done.exit_code == 2
    assert "team/*.yaml: error: cannot be read: no such file" in done.stdout


def test_a_file_whose_name_looks_like_a_pattern(here: Path) -> None:
    (here / "a[1].yaml").write_text(PROFILE)
    assert run("validate", "a[1].yaml").exit_code == 0


def test_a_folder_without_files(here: Path) -> None:
    (here / "empty").mkdir()
    done = run("validate", "empty")
    assert (done.exit_code, done.stdout) == (0, "no files\n")


def test_a_framework_folder_counts_as_one() -> None:
    done = run("validate", TINY)
    assert done.stdout == f"{TINY}: valid (framework, 2 skills)\n1 file: 1 valid\n"


def test_a_bad_file_does_not_stop_the_others(here: Path) -> None:
    shutil.copy(FULL, "a.yaml")
    (here / "b.yaml").write_bytes(b"\xff\xfe\x00")
    (here / "c.yaml").write_text("skills: [")
    shutil.copy(MINIMAL, "d.yaml")
    done = run("validate", ".")
    assert done.exit_code == 1
    assert "a.yaml: valid" in done.stdout
    assert "d.yaml: valid" in done.stdout
    assert "4 files: 2 valid, 2 with errors; 2 errors" in done.stdout


def test_a_file_given_twice_is_checked_once() -> None:
    assert run("validate", FULL, FULL).stdout.endswith("1 file: 1 valid\n")


def test_quiet_says_nothing_of_valid_files() -> None:
    assert run("validate", FULL, "-q").stdout == "1 file: 1 valid\n"


# ---------------------------------------------------------------- layers, engines, jobs


@pytest.mark.parametrize("engine", ["auto", "pyshacl", "rust"])
def test_engines_agree(engine: str) -> None:
    path = INVALID / "graphs" / "G001-one-name-for-two-things.yaml"
    done = run("validate", FULL, path, "--engine", engine)
    assert done.stdout == run("validate", FULL, path).stdout
    assert done.exit_code == 1


def test_no_graph_skips_the_graph_layer() -> None:
    path = INVALID / "graphs" / "G001-one-name-for-two-things.yaml"
    assert run("validate", path).exit_code == 1
    assert run("validate", path, "--no-graph").exit_code == 0


@pytest.mark.parametrize("format_", FORMATS)
def test_two_processes_give_the_same_bytes(format_: str, here: Path) -> None:
    sources = [*AUTHORED.iterdir(), *(INVALID / "profiles").glob("*.yaml"), *(INVALID / "syntax").iterdir()]
    for number in range(3):
        for path in sources:
            shutil.copy(path, f"{number}-{path.name}")
    arguments = ["validate", ".", "--format", format_, "--no-graph"]
    one, two = (spawn(*arguments, "--jobs", jobs) for jobs in (1, 2))
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert (one.stderr, two.stderr) == ("", "")
