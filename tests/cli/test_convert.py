"""`rsetk-ld convert`: every format there and back, files, folders and streams, and nothing written on error."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cli.running import (
    AUTHORED,
    ERROR,
    FULL,
    GRAPHS,
    MINIMAL,
    TINY,
    WARNING,
    environment,
    program,
    run,
    spawn,
)

from rsetk_ld.conversion import FORMATS, SUFFIX
from rsetk_ld.loading import load

BROKEN = "skills: ["


def everything_below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


# ---------------------------------------------------------------- there and back


@pytest.mark.parametrize("to", FORMATS)
def test_there_and_back(to: str, here: Path) -> None:
    made = f"made{SUFFIX[to]}"
    assert run("convert", FULL, "--to", to, "-o", made).output == ""
    done = run("convert", made, "--to", "yaml", "-o", "back.yaml")
    assert (done.exit_code, done.output) == (0, "")
    assert load(here / "back.yaml").instances == load(FULL).instances


@pytest.mark.parametrize("to", ["yaml", "json"])
def test_the_canonical_form(to: str, here: Path) -> None:
    assert run("convert", FULL, "--to", to, "--canonical", "-o", f"made.{to}").exit_code == 0
    loaded = load(here / f"made.{to}")
    assert loaded.sort == "canonical PersonProfile"
    assert loaded.instances == load(FULL).instances


@pytest.mark.parametrize("to", FORMATS)
def test_standard_output_is_what_a_file_would_hold(to: str, here: Path) -> None:
    run("convert", FULL, "--to", to, "-o", "file")
    done = spawn("convert", FULL, "--to", to)
    assert done.returncode == 0
    assert done.stdout.encode() == (here / "file").read_bytes()


def test_several_files_become_one_graph(here: Path) -> None:
    assert run("convert", FULL, MINIMAL, "--to", "nquads", "-o", "all.nq").exit_code == 0
    assert len(load(here / "all.nq").instances) == 2


def test_an_unwritten_language_of_a_framework_survives(here: Path) -> None:
    assert run("convert", TINY, "--to", "turtle", "-o", "fw.ttl").exit_code == 0
    assert "Sägen" in (here / "fw.ttl").read_text(encoding="utf-8")
    assert run("convert", "fw.ttl", "--to", "json", "--canonical").stdout.startswith(
        '{\n  "id": "https://tisch'
    )


# ---------------------------------------------------------------- the same text each time


@pytest.mark.parametrize("to", FORMATS)
def test_two_runs_give_the_same_bytes(to: str) -> None:
    made = {
        spawn("convert", FULL, "--to", to, env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "random")
    }
    assert len(made) == 1


def test_blank_nodes_get_the_same_names_each_time(here: Path) -> None:
    text = (GRAPHS / "PersonProfile-turtle.ttl").read_text(encoding="utf-8")
    text = text.replace("<https://ada.example/skills>", "_:profile").replace(
        "<https://ada.example/#me>", "_:me"
    )
    for part in ("testing", "grant-writing"):
        text = text.replace(f"<https://ada.example/skills#{part}>", f"_:{part}")
    (here / "blank.ttl").write_text(text, encoding="utf-8")
    first, second = (spawn("convert", "blank.ttl", "--to", "ntriples") for _ in range(2))
    assert first.stdout == second.stdout
    assert first.stderr.count("G007") == 4 or "G007" not in first.stderr
    named = spawn("convert", GRAPHS / "PersonProfile-turtle.ttl", "--to", "ntriples")
    assert first.stdout.count("\n") == named.stdout.count("\n")


# ---------------------------------------------------------------- folders


def test_a_folder_gets_one_file_for_each(here: Path) -> None:
    (here / "out").mkdir()
    done = run("convert", FULL, MINIMAL, TINY, "--to", "turtle", "-o", "out")
    assert (done.exit_code, done.output) == (0, "")
    assert everything_below(here / "out") == [
        "PersonProfile-full.ttl",
        "PersonProfile-minimal.ttl",
        "framework.ttl",
    ]


def test_a_bad_file_among_good_ones(here: Path) -> None:
    for folder in ("team", "out"):
        (here / folder).mkdir()
    shutil.copy(FULL, "team/a.yaml")
    (here / "team" / "b.yaml").write_text(BROKEN)
    shutil.copy(ERROR, "team/c.yaml")
    shutil.copy(MINIMAL, "team/d.yaml")
    done = run("convert", "team", "--to", "jsonld", "-o", "out")
    assert done.exit_code == 1
    assert everything_below(here / "out") == ["a.jsonld", "d.jsonld"]
    assert done.stderr.endswith("2 of 4 files could not be converted\n")
    done = run("convert", "team", "--to", "nquads", "-o", "all.nq")
    assert done.exit_code == 1
    assert done.stderr.endswith("2 of 4 files could not be converted; nothing was written\n")
    assert not (here / "all.nq").exists()


def test_two_files_of_one_name_are_refused_before_anything_is_written(here: Path) -> None:
    for folder in ("a", "b", "out"):
        (here / folder).mkdir()
    shutil.copy(FULL, "a/x.yaml")
    shutil.copy(MINIMAL, "b/x.yaml")
    done = run("convert", "a", "b", "--to", "turtle", "-o", "out")
    assert done.exit_code == 2
    assert "a/x.yaml and b/x.yaml would both become out/x.ttl" in done.stderr
    assert everything_below(here / "out") == []


def test_the_folder_where_one_stands(here: Path) -> None:
    shutil.copytree(TINY, "holz")
    (here / "out").mkdir()
    done = spawn("convert", ".", "--to", "turtle", "-o", "../out", cwd=here / "holz")
    assert done.returncode == 0
    assert everything_below(here / "out") == ["holz.ttl"]


def test_two_documents_do_not_fit_into_one_file(here: Path) -> None:
    done = run("convert", FULL, MINIMAL, "--to", "yaml", "-o", "all.yaml")
    assert done.exit_code == 2
    assert "2 documents do not fit into one yaml file; give a folder with -o" in done.stderr
    assert everything_below(here) == []


# ---------------------------------------------------------------- errors


def test_a_folder_without_files(here: Path) -> None:
    for name in ("empty", "out"):
        (here / name).mkdir()
    for output in ("x.nq", "out"):
        done = run("convert", "empty", "--to", "nquads", "-o", output)
        assert done.exit_code == 2
        assert "empty: nothing to convert" in done.stderr
    assert everything_below(here) == ["empty", "out"]


def test_1_for_errors_and_2_for_what_cannot_be_read(here: Path) -> None:
    assert run("convert", ERROR, "--to", "turtle").exit_code == 1
    assert run("convert", "none.yaml", "--to", "turtle").exit_code == 2
    assert run("convert", WARNING, "--to", "turtle").exit_code == 0
    assert run("convert", FULL).exit_code == 2
    assert run("convert", FULL, "--to", "pdf").exit_code == 2
    assert run("convert", FULL, "--to", "turtle", "--framework", "none").exit_code == 2


@pytest.mark.parametrize("to", FORMATS)
def test_nothing_is_written_on_error(to: str, here: Path) -> None:
    (here / "old").write_text("what was there")
    done = run("convert", FULL, ERROR, "--to", to, "-o", "old")
    assert done.exit_code == 1
    assert "R001" in done.stderr
    assert done.stdout == ""
    assert (here / "old").read_text() == "what was there"
    assert everything_below(here) == ["old"]


def test_what_the_model_has_no_place_for_is_named(here: Path) -> None:
    path = AUTHORED.parent.parent / "invalid" / "graphs" / "G002-statement-left-out.ttl"
    done = run("convert", path, "--to", "turtle", "-o", "x.ttl")
    assert done.exit_code == 0
    assert "has no place in the model and is left out (G002)" in done.stderr


# ---------------------------------------------------------------- where it cannot be written


def test_a_folder_in_the_way_of_a_file(here: Path) -> None:
    (here / "file").write_text("")
    done = run("convert", FULL, "--to", "turtle", "-o", "file/x.ttl")
    assert done.exit_code == 2
    assert "file/x.ttl: cannot be written" in done.stderr


def test_a_folder_that_cannot_be_written_to() -> None:
    done = run("convert", FULL, "--to", "turtle", "-o", "/proc/x.ttl")
    assert done.exit_code == 2
    assert "/proc/x.ttl: cannot be written" in done.stderr


def test_a_full_disk(here: Path) -> None:
    # What is left of the disk: 2 KiB for each file, as `ulimit -f` has it.
    command = f"ulimit -f 2; trap '' XFSZ; exec {' '.join(program('convert', FULL, '--to', 'turtle', '-o', 'x.ttl'))}"
    done = subprocess.run(
        ["bash", "-c", command], env=environment(), capture_output=True, text=True, check=False, cwd=here
    )
    assert done.returncode == 2, done.stderr
    assert "x.ttl: cannot be written (File too large)" in done.stderr
    assert everything_below(here) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "arguments",
    [
        ["convert", FULL, "--to", "turtle"],
        ["validate", FULL, "--no-graph"],
        ["framework", "list"],
        ["framework", "list", "--format", "json"],
        ["schema"],
        ["completion", "bash"],
        ["--help"],
        ["--version"],
    ],
    ids=lambda arguments: " ".join(map(str, arguments[:2])),
)
@pytest.mark.parametrize("buffered", [True, False], ids=["buffered", "unbuffered"])
def test_a_full_standard_output(arguments: list[object], buffered: bool) -> None:
    with Path("/dev/full").open("w") as full:
        done = spawn(
            *arguments,
            capture_output=False,
            stdout=full,
            stderr=subprocess.PIPE,
            env={} if buffered else {"PYTHONUNBUFFERED": "1"},
        )
    assert done.returncode == 2
    assert done.stderr == "rsetk-ld: input or output: No space left on device\n"


def test_the_permissions_of_a_new_file_are_the_usual_ones(here: Path) -> None:
    run("convert", FULL, "--to", "json", "-o", "x.json")
    (here / "usual").write_text("")
    assert (here / "x.json").stat().st_mode == (here / "usual").stat().st_mode
    assert json.loads((here / "x.json").read_bytes())["title"]


def test_a_link_is_written_through_or_replaced_but_not_broken(here: Path) -> None:
    (here / "target.ttl").write_text("old")
    (here / "link.ttl").symlink_to("target.ttl")
    assert run("convert", FULL, "--to", "turtle", "-o", "link.ttl").exit_code == 0
    assert "PersonProfile" in (here / "link.ttl").read_text()
