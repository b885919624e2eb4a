"""Pipes, closed streams, interrupts and terminals."""

import os
import pty
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.running import ERROR, FULL, PROFILE, TINY, environment, never_breaks, program, spawn

COMMANDS = [
    ["validate", FULL, "--no-graph"],
    ["convert", FULL, "--to", "ntriples"],
    ["framework", "list"],
    ["framework", "show", "testing"],
    ["framework", "check", TINY, "--no-graph"],
    ["schema"],
    ["completion", "zsh"],
]
NAMES = [" ".join(map(str, command[:2])) for command in COMMANDS]


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_a_reader_that_has_seen_enough(command: list[object], unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = spawn(
        *command,
        capture_output=False,
        stdout=writing,
        stderr=subprocess.PIPE,
        env={"PYTHONUNBUFFERED": unbuffered} if unbuffered else {},
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_into_head(tmp_path: Path) -> None:
    line = " ".join(program("convert", TINY.parents[3] / "framework", "--to", "ntriples"))
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line} | head -n 1"],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.count("\n") == 1
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(command: list[object], closed: str) -> None:
    line = " ".join(program(*command))
    done = subprocess.run(
        ["bash", "-c", f"{line} {closed}"], env=environment(), capture_output=True, text=True, check=False
    )
    never_breaks(done.stdout + done.stderr)
    assert done.returncode == 0, done.stderr
    assert ">" in closed.replace("2>", "") or done.stdout


def test_a_closed_input_is_no_terminal(tmp_path: Path) -> None:
    line = " ".join(program("init", "profile", tmp_path / "p.yaml"))
    done = subprocess.run(["bash", "-c", f"{line} <&-"], env=environment(), capture_output=True, check=False)
    assert done.returncode == 0
    assert (tmp_path / "p.yaml").is_file()


# ---------------------------------------------------------------- interrupts


def _heed_interrupts() -> None:
    """Undo what a shell does to jobs in the background: it makes them deaf to interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt(jobs: int, tmp_path: Path) -> None:
    for number in range(4000):
        (tmp_path / f"{number}.yaml").write_text(PROFILE)
    started = subprocess.Popen(
        program("validate", tmp_path, "--jobs", jobs),
        env=environment({"PYTHONUNBUFFERED": "1"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_heed_interrupts,
    )
    assert started.stdout is not None
    started.stdout.readline()
    # As a terminal does: to the whole group, the worker processes included.
    os.killpg(started.pid, signal.SIGINT)
    out, err = started.communicate(timeout=60)
    never_breaks(out + err)
    assert started.returncode == 130
    assert err == "rsetk-ld: interrupted\n"


# ---------------------------------------------------------------- a terminal


on_linux = pytest.mark.skipif(shutil.which("setsid") is None, reason="needs `setsid` of Linux")


def on_a_terminal(
    *arguments: object, answers: str = "", env: dict[str, str] | None = None
) -> tuple[int, str]:
    """Run a command on a pseudo-terminal, type the answers, and return exit code and what was shown."""
    terminal, inside = pty.openpty()
    started = subprocess.Popen(
        ["setsid", "--ctty", "--wait", *program(*arguments)],
        env=environment({"TERM": "xterm", **(env or {})}),
        stdin=inside,
        stdout=inside,
        stderr=inside,
        preexec_fn=_heed_interrupts,
    )
    os.close(inside)
    text = b"".join(_typed(terminal, answers.splitlines(keepends=True))).decode("utf-8", "replace")
    code = started.wait(60)
    os.close(terminal)
    never_breaks(text)
    return code, text


def _typed(terminal: int, answers: list[str]) -> Iterator[bytes]:
    """Yield what the terminal shows; type an answer whenever it falls silent."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.7)
        if ready:
            try:
                read = os.read(terminal, 65536)
            except OSError:
                return
            if not read:
                return
            yield read
        elif answers:
            os.write(terminal, answers.pop(0).encode())


@on_linux
def test_init_asks_on_a_terminal(here: Path) -> None:
    code, shown = on_a_terminal(
        "init", "profile", "p.yaml", answers="Zoë Example\n0000-0002-1825-0097\nrse\n"
    )
    assert code == 0, shown
    assert "ORCID iD" in shown
    text = (here / "p.yaml").read_text(encoding="utf-8")
    assert "Zoë Example" in text
    assert "0000-0002-1825-0097" in text
    assert spawn("validate", "p.yaml", "--no-graph").returncode == 0


@on_linux
def test_init_takes_a_pseudonym_where_no_name_is_given(here: Path) -> None:
    code, shown = on_a_terminal("init", "profile", "p.yaml", answers="\nrse-17\n\n")
    assert code == 0, shown
    assert "rse-17" in (here / "p.yaml").read_text(encoding="utf-8")


@on_linux
def test_an_interrupt_at_a_question(here: Path) -> None:
    code, shown = on_a_terminal("init", "profile", "p.yaml", answers="\x03")
    assert code == 130
    assert "interrupted" in shown
    assert list(here.iterdir()) == []


@on_linux
def test_colour_on_a_terminal_alone() -> None:
    code, shown = on_a_terminal("validate", ERROR, "--no-graph")
    assert code == 1
    assert "\x1b[1;31merror" in shown
    _, shown = on_a_terminal("validate", ERROR, "--no-graph", env={"NO_COLOR": "1"})
    assert "\x1b[1;31m" not in shown
    assert "\x1b" not in spawn("validate", ERROR, "--no-graph").stdout
