"""Run the command line, in this process or as a process of its own, and never accept a traceback."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from rsetk_ld.cli import main

DATA = Path(__file__).parent.parent / "data"
AUTHORED = DATA / "valid" / "authored"
GRAPHS = DATA / "valid" / "graphs"
INVALID = DATA / "invalid"
TINY = DATA / "valid" / "framework"
FULL = AUTHORED / "PersonProfile-full.yaml"
MINIMAL = AUTHORED / "PersonProfile-minimal.yaml"
ERROR = INVALID / "references" / "R001-unknown-skill.yaml"
WARNING = INVALID / "profiles" / "P003-target-not-above.yaml"

PROFILE = "about: {pseudonym: rse-17}\nassessed_on: 2025-06-01\nskills: {version-control: 3}\n"


def never_breaks(text: str) -> None:
    """Fail where a text shows that the program broke rather than told what is wrong."""
    assert "Traceback" not in text, text
    assert "fault of rsetk-ld" not in text, text
    assert "Exception ignored" not in text, text


def run(*arguments: object, stdin: str | None = None) -> Result:
    """Run a command in this process."""
    result = CliRunner().invoke(main, [str(each) for each in arguments], input=stdin, prog_name="rsetk-ld")
    never_breaks(result.output)
    assert result.exit_code in {0, 1, 2}, result.output
    if result.exception is not None:
        assert isinstance(result.exception, SystemExit), result.exception
    return result


def program(*arguments: object) -> list[str]:
    """Return what starts a command as a process of its own."""
    return [sys.executable, "-m", "rsetk_ld", *map(str, arguments)]


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a process: as a user has it, with buffered output."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**inherited, **(extra or {})}


def spawn(
    *arguments: object, env: Mapping[str, str] | None = None, timeout: float = 60, **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run a command as a process of its own."""
    options.setdefault("capture_output", True)
    done = subprocess.run(
        program(*arguments), env=environment(env), timeout=timeout, text=True, check=False, **options
    )
    never_breaks((done.stdout or "") + (done.stderr or ""))
    return done
