"""Every command on every page runs, and prints what the page says; and no command or option goes unmentioned."""

import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from rsetk_ld.cli import main

sys.path.insert(0, str(Path(__file__).parent))
from pages import DOCS, PAGES, ROOT, Command, blocks, commands, matches, words

DIRECT = ROOT / "tests" / "interchange" / "data"

GIVEN = {
    "README.md": {"profile.yaml": "first yaml"},
    "commands.md": {
        "team/ada.yaml": "about: {pseudonym: rse-17}\nassessed_on: 2026-11-01\nskills: {testing: 2, mentoring: 1}\n",
        "team/bob.yaml": "about: {pseudonym: b}\nassessed_on: 2026-11-01\nskills:\n  testing: 1\n"
        "  version-controll: 3\n",
    },
}
"""Files that a page takes for granted."""

RUNNERS = [page for page in PAGES if any(block.language == "console" for block in blocks(page))]


def run(command: str) -> Result:
    """Run a line as a shell would: with variables before the command, and `>` behind it."""
    line, _, target = command.partition(" > ")
    parts = shlex.split(line)
    env = {}
    while "=" in parts[0]:
        name, _, value = parts.pop(0).partition("=")
        env[name] = value
    assert parts.pop(0) == "rsetk-ld"
    result = CliRunner().invoke(main, parts, env=env)
    if target:
        Path(target.strip()).write_text(result.stdout, encoding="utf-8")
    return result


def console(page: Path) -> Iterator[Command]:
    """Yield the commands of a page, writing the files that it shows when they are shown."""
    for block in blocks(page):
        if block.title:
            path = Path(block.title)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        if block.language == "console":
            yield from commands(block)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a release of DIRECT and profiles made with its tools."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RSETK_CACHE", str(tmp_path / ".cache"))
    monkeypatch.delenv("RSETK_FRAMEWORKS", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    shutil.copytree(DIRECT / "release", tmp_path / "direct-release")
    for name in ("user_profile.json", "sample_profile.json"):
        shutil.copyfile(DIRECT / "profiles" / name, tmp_path / name)
    return tmp_path


def provide(page: Path) -> None:
    for name, text in GIVEN.get(page.name, {}).items():
        if text == "first yaml":
            text = next(block.text for block in blocks(page) if block.language == "yaml")
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("page", RUNNERS, ids=lambda page: page.name)
def test_commands_do_what_the_page_says(page: Path, workplace: Path) -> None:
    provide(page)
    wrong = []
    for command in console(page):
        if "rsetk-ld" not in command.line:
            continue
        result = run(command.line)
        real = [] if " > " in command.line else result.output.splitlines()
        fails = any("error" in line for line in [*command.shown, *(real if not command.shown else [])])
        expected = 1 if fails or "> findings" in command.line else 0
        if result.exit_code != expected or "fault of rsetk-ld" in result.output:
            wrong.append(f"$ {command.line}\nexit code {result.exit_code}\n{result.output}")
        elif command.shown and not matches(command.shown, real):
            wrong.append(f"$ {command.line}\n" + "\n".join(real))
    assert not wrong, "\n\n".join(wrong)


def test_every_page_with_commands_is_run() -> None:
    assert {"README.md", "getting-started.md", "commands.md", "profile-format.md", "framework-format.md"} <= {
        page.name for page in RUNNERS
    }


# ---------------------------------------------------------------- the reference


def every_command(group: click.Command, name: str = "rsetk-ld") -> Iterator[tuple[str, click.Command]]:
    """Yield the commands of the command line with their full names."""
    yield name, group
    if isinstance(group, click.Group):
        context = click.Context(group)
        for sub in group.list_commands(context):
            found = group.get_command(context, sub)
            assert found is not None
            yield from every_command(found, f"{name} {sub}")


COMMANDS = dict(every_command(main))
LEAVES = {name: command for name, command in COMMANDS.items() if not isinstance(command, click.Group)}


def section(name: str) -> str:
    """Return what the page on commands says below the heading of a command, its subcommands' sections aside."""
    parts = re.split(r"^(#{2,3}) `([^`]+)`.*$", words(DOCS / "commands.md"), flags=re.MULTILINE)
    found = dict(zip(parts[2::3], parts[3::3], strict=True))
    assert name in found, f"no section on `{name}`"
    return found[name]


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "rsetk-ld"])
def test_every_command_is_mentioned(name: str) -> None:
    assert f"`{name}`" in words(DOCS / "commands.md")


@pytest.mark.parametrize("name", LEAVES)
def test_every_option_is_mentioned(name: str) -> None:
    text = section(name)
    options = [p for p in LEAVES[name].params if isinstance(p, click.Option)]
    missing = [
        opt for option in options for opt in option.opts if opt.startswith("-") and f"`{opt}`" not in text
    ]
    assert not missing


@pytest.mark.parametrize("name", LEAVES)
def test_every_choice_is_mentioned(name: str) -> None:
    text = words(DOCS / "commands.md")
    choices = [c for p in LEAVES[name].params if isinstance(p.type, click.Choice) for c in p.type.choices]
    assert not [choice for choice in choices if f"`{choice}`" not in text]


def test_no_option_is_invented() -> None:
    known = {
        opt for command in COMMANDS.values() for p in command.params for opt in (*p.opts, *p.secondary_opts)
    }
    known |= {"--help", "-h", "--version"}
    for page in PAGES:
        if page.name in {"contributing.md", "changelog.md"}:
            continue
        told = set(re.findall(r"`(--?[a-z][a-z-]*)", words(page)))
        assert told <= known, page.name


def test_environment_variables_are_mentioned() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    names = set(re.findall(r"\"(RSETK_[A-Z]+)\"", source)) - {"RSETK_LD"}
    assert not [name for name in names if f"`{name}`" not in words(DOCS / "commands.md")]
