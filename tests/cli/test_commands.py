"""The other commands: import, init, schema, framework, demo, completion, help."""

import json
import shutil
from pathlib import Path

import click
import pytest
from cli.running import FULL, INVALID, TINY, run, spawn

from rsetk_ld.__about__ import __version__
from rsetk_ld.cli import COMMANDS, main

RELEASE = Path(__file__).parent.parent / "interchange" / "data" / "release"
PROFILES = RELEASE.parent / "profiles"
SHARED = Path(__file__).parents[3] / "shared" / "data"


def everything_below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# ---------------------------------------------------------------- help, version, completion


def every_command() -> list[list[str]]:
    context = click.Context(main)
    found: list[list[str]] = [[]]
    for name in COMMANDS:
        command = main.get_command(context, name)
        found.append([name])
        if isinstance(command, click.Group):
            found += [[name, below] for below in command.commands]
    return found


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", every_command(), ids=" ".join)
def test_help(command: list[str], option: str) -> None:
    done = run(*command, option)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(" ".join(["Usage: rsetk-ld", *command]))
    assert max(map(len, done.stdout.splitlines())) <= 100


@pytest.mark.parametrize(
    "command", [["no-such"], ["framework", "no-such"], ["init", "no-such"]], ids=" ".join
)
def test_a_command_that_is_not_there(command: list[str]) -> None:
    done = run(*command)
    assert done.exit_code == 2
    assert "No such command" in done.stderr


def test_the_version() -> None:
    assert run("--version").stdout == f"rsetk-ld, version {__version__}\n"
    assert spawn("--version").stdout == f"rsetk-ld, version {__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    done = run("completion", shell)
    assert done.exit_code == 0
    assert "_RSETK_LD_COMPLETE" in done.stdout
    assert run("completion", "tcsh").exit_code == 2


def completed(words: str, **env: str) -> list[str]:
    """Return what the shell would offer for a line whose last word is being typed."""
    asked = {
        "_RSETK_LD_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    done = spawn(env={**asked, **env})
    assert done.stderr == ""
    return [line.split(",", 1)[1] for line in done.stdout.splitlines()]


def test_what_completion_offers() -> None:
    assert completed("rsetk-ld val") == ["validate"]
    assert "version-control" in completed("rsetk-ld framework show version-c")
    assert "rse" in completed("rsetk-ld validate --framework r")
    assert completed("rsetk-ld framework list too") == ["tool"]
    assert "saegen" in completed(f"rsetk-ld framework show --framework {TINY} sae")


# ---------------------------------------------------------------- framework


def test_list() -> None:
    lines = run("framework", "list", "--framework", TINY).stdout.splitlines()
    assert lines[0] == "Was man in der Tischlerei kann, version 2.1.0"
    assert any(line.split() == ["saegen", "Sägen"] for line in lines)


@pytest.mark.parametrize(
    "kind", ["domain", "competency", "skill", "scale", "level", "tool", "resource", "provider", "role"]
)
def test_list_of_a_kind(kind: str) -> None:
    text = run("framework", "list", kind)
    made = json.loads(run("framework", "list", kind, "--format", "json").stdout)
    assert text.exit_code == 0
    assert len(text.stdout.splitlines()) == len(made)
    assert {entry["kind"] for entry in made} <= {kind}


def test_list_of_no_kind() -> None:
    assert run("framework", "list", "skils").exit_code == 2


@pytest.mark.parametrize(
    "name", ["saegen", "Sägen", "sawing", "holz-skill:saegen", "https://tischlerei.example/skill/saegen"]
)
def test_show(name: str) -> None:
    done = run("framework", "show", name, "--framework", TINY)
    assert done.exit_code == 0
    assert done.stdout.startswith("Sägen (skill `saegen`)\n  https://tischlerei.example/skill/saegen\n")
    assert "Sägt einem Riss nach." in done.stdout
    (entry,) = json.loads(run("framework", "show", name, "--framework", TINY, "--format", "json").stdout)
    assert entry["id"] == "https://tischlerei.example/skill/saegen"


def test_show_suggests() -> None:
    done = run("framework", "show", "version-controll")
    assert done.exit_code == 2
    assert (
        "nothing in the framework is called `version-controll`; did you mean `version-control`?"
        in done.stderr
    )


def test_every_entry_of_the_shipped_framework_can_be_shown() -> None:
    from rsetk_ld.framework import shipped
    from rsetk_ld.framework.outline import described

    for entry in shipped().by_iri.values():
        first, second, *_ = described(shipped(), entry)
        assert shipped().label(str(entry["id"])) in first
        assert second.strip() == entry["id"]


def test_check(here: Path) -> None:
    assert run("framework", "check", TINY).exit_code == 0
    assert run("framework", "check", "--framework", TINY).exit_code == 0
    warned = INVALID / "framework" / "F045-no-licence"
    assert run("framework", "check", warned).exit_code == 0
    assert run("framework", "check", warned, "--strict").exit_code == 1
    broken = INVALID / "framework" / "F001-key-twice"
    for format_ in ("text", "json", "sarif", "github", "junit"):
        done = run("framework", "check", broken, "--format", format_)
        assert done.exit_code == 1
        assert "F001" in done.stdout
    assert run("framework", "check", "none").exit_code == 2
    assert run("framework", "check", "--framework", "none").exit_code == 2
    assert run("framework", "check", here).exit_code == 2


def test_check_without_information(here: Path) -> None:
    folder = INVALID / "framework" / "F017-skill-without-levels"
    assert "(F017)" in run("framework", "check", folder).stdout
    assert "(F017)" not in run("framework", "check", folder, "--no-info").stdout


def test_the_shipped_framework_has_no_errors() -> None:
    assert run("framework", "check", "--no-info", "--no-graph").exit_code == 0


# ---------------------------------------------------------------- schema


@pytest.mark.parametrize("kind", ["profile", "role", "resources", "framework"])
def test_schema(kind: str, here: Path) -> None:
    printed = run("schema", "--for", kind, "--framework", TINY)
    assert printed.exit_code == 0
    assert json.loads(printed.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert run("schema", "--for", kind, "--framework", TINY, "-o", "s.json").output == ""
    assert (here / "s.json").read_text(encoding="utf-8") == printed.stdout


def test_schema_holds_the_skills() -> None:
    assert "saegen" in run("schema", "--framework", TINY).stdout
    assert run("schema", "--for", "thing").exit_code == 2
    assert run("schema", "-o", "/proc/none/x.json").exit_code == 2


# ---------------------------------------------------------------- init


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--name", "Zoë Example", "--orcid", "0000-0002-1825-0097", "--title", "Mine: all # of it"],
        ["--pseudonym", "rse-17", "--role", "rse"],
        ["--pseudonym", "rse-17", "--skill", "testing", "--skill", "debugging", "--no-schema"],
        ["--name", '"; rm -rf / #', "--framework", str(TINY)],
    ],
    ids=["bare", "name", "role", "skills", "framework"],
)
def test_init_profile(options: list[str], here: Path) -> None:
    done = run("init", "profile", "my/p.yaml", *options)
    assert done.exit_code == 0, done.output
    schema = [] if "--no-schema" in options else ["my/p.schema.json"]
    assert everything_below(here) == [*schema, "my/p.yaml"]
    spec = ["--framework", TINY] if str(TINY) in options else []
    checked = run("validate", "my/p.yaml", *spec)
    assert "error" not in checked.stdout.partition("1 file")[0].replace("0 errors", ""), checked.stdout


def test_init_role_and_framework(here: Path) -> None:
    assert run("init", "role", "--label", "Data: engineer").exit_code == 0
    assert run("validate", "role.yaml").exit_code == 0
    done = run(
        "init", "framework", "fw", "--title", "Ours: #1", "--base", "https://fw.example/", "--prefix", "fw"
    )
    assert done.exit_code == 0
    assert run("framework", "check", "fw").exit_code == 0
    assert run("init", "profile", "p.yaml", "--framework", "fw", "--pseudonym", "a").exit_code == 0


@pytest.mark.parametrize("kind", ["profile", "role", "framework"])
def test_init_refuses_to_overwrite(kind: str, here: Path) -> None:
    assert run("init", kind).exit_code == 0
    before = {name: (here / name).read_bytes() for name in everything_below(here)}
    done = run("init", kind)
    assert done.exit_code == 2
    assert "exists; give --force to overwrite it" in done.stderr
    assert {name: (here / name).read_bytes() for name in everything_below(here)} == before
    assert run("init", kind, "--force").exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["profile", "--orcid", "0000-0002-1825-0098"],
        ["profile", "--role", "no-such-role"],
        ["profile", "--skill", "tesing"],
        ["profile", "--framework", "none"],
        ["role", "--skill", "tesing", "--label", "x"],
        ["framework", "--base", "no iri"],
        ["framework", "--language", "english"],
        ["profile", "/proc/none/p.yaml", "--pseudonym", "a"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_init_refuses_what_makes_no_sense(arguments: list[str], here: Path) -> None:
    done = run("init", *arguments)
    assert done.exit_code == 2, done.output
    assert done.stderr
    assert everything_below(here) == []


# ---------------------------------------------------------------- demo


def test_demo_twice(here: Path) -> None:
    first = run("demo")
    assert first.exit_code == 0
    assert "$ rsetk-ld validate demo/" in first.stdout
    files = everything_below(here / "demo")
    assert {Path(name).suffix for name in files} == {".yaml", ".ttl", ".jsonld", ".json"}
    again = run("demo")
    assert (again.exit_code, again.stdout) == (0, first.stdout)
    assert everything_below(here / "demo") == files


def test_demo_spares_other_files(here: Path) -> None:
    (here / "mine").mkdir()
    (here / "mine" / "thesis.tex").write_text("years of work")
    done = run("demo", "mine")
    assert done.exit_code == 2
    assert "mine holds other files (thesis.tex)" in done.stderr
    assert everything_below(here) == ["mine/thesis.tex"]
    assert run("demo", "mine", "--force").exit_code == 0
    assert (here / "mine" / "thesis.tex").read_text() == "years of work"


def test_demo_into_a_file(here: Path) -> None:
    (here / "demo").write_text("")
    assert run("demo").exit_code == 2


# ---------------------------------------------------------------- import


def test_import_of_a_framework_and_a_profile(here: Path) -> None:
    done = run("import", "direct-framework", RELEASE, "-o", "garden", "--report", "report.json")
    assert done.exit_code == 0, done.output
    assert "garden: 2 domains, 3 competencies, 4 skills" in done.stdout
    assert json.loads((here / "report.json").read_text())
    assert run("framework", "check", "garden", "--no-graph").exit_code == 0
    for source in ("sample_profile.json", "columns.csv"):
        out = Path(source).stem
        done = run("import", "direct-profile", PROFILES / source, "--framework", "garden", "-o", out)
        assert done.exit_code == 0, done.output
        assert everything_below(here / out) == ["profile-1.yaml", "profile-2.yaml"]
        assert run("validate", out, "--framework", "garden").exit_code == 0
    again = run("import", "direct-framework", RELEASE, "-o", "garden")
    assert again.exit_code == 2
    assert "give --force" in again.stderr
    assert run("import", "direct-framework", RELEASE, "-o", "garden", "--force").exit_code == 0


def test_import_writes_nothing_where_a_skill_has_no_match(here: Path) -> None:
    done = run("import", "direct-profile", INVALID / "imports" / "I004-not-matched.json", "-o", "p.yaml")
    assert done.exit_code == 1
    assert "no skill is called `Tesing`; the nearest are" in done.stdout
    assert everything_below(here) == []


def test_import_of_several_profiles_needs_a_folder(here: Path) -> None:
    run("import", "direct-framework", RELEASE, "-o", "garden")
    source = PROFILES / "sample_profile.json"
    done = run("import", "direct-profile", source, "--framework", "garden", "-o", "all.yaml")
    assert done.exit_code == 2
    assert "the file holds 2 profiles; give a folder with -o" in done.stderr


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", "null", "[[]]", "[null]", "\x00", "a,b\n1,2\n", '{"user_data": 3}']
)
@pytest.mark.parametrize("suffix", [".json", ".csv", ".txt"])
def test_import_of_what_is_no_profile(content: str, suffix: str, here: Path) -> None:
    (here / f"x{suffix}").write_text(content)
    done = run("import", "direct-profile", f"x{suffix}", "-o", "p.yaml")
    assert done.exit_code in {1, 2}
    assert everything_below(here) == [f"x{suffix}"]


def test_import_of_what_is_not_there(here: Path) -> None:
    assert run("import", "direct-profile", "none.json", "-o", "p.yaml").exit_code == 2
    assert run("import", "direct-framework", "none", "-o", "fw").exit_code == 2
    (here / "empty").mkdir()
    assert run("import", "direct-framework", "empty", "-o", "fw").exit_code == 2
    assert run("import", "direct-framework", RELEASE, "-o", "fw", "--iri", "no iri").exit_code == 2
    assert everything_below(here) == []


@pytest.mark.skipif(not (SHARED / "direct-2.0.0").is_dir(), reason="DIRECT 2.0.0 is not part of the project")
def test_import_of_the_real_release(here: Path) -> None:
    done = run("import", "direct-framework", SHARED / "direct-2.0.0", "-o", "direct")
    assert done.exit_code == 0
    assert run("framework", "check", "direct", "--no-graph", "--no-info").exit_code == 0
    for source in sorted((SHARED / "direct-profiles").glob("*.json")):
        out = f"{source.stem}.yaml"
        done = run("import", "direct-profile", source, "--framework", "direct", "-o", out)
        assert done.exit_code in {0, 1}, done.output
        if done.exit_code == 0:
            assert run("validate", out, "--framework", "direct").exit_code == 0


def test_a_copy_of_an_example_stays_valid_wherever_it_lies(here: Path) -> None:
    shutil.copy(FULL, "with space and ünïcode.yaml")
    assert spawn("validate", "with space and ünïcode.yaml", "--no-graph").returncode == 0
