"""The command line: a thin layer over the library.

Modules here import Click and nothing else at the top; what a command needs is imported inside it, and a command
module only when its command runs, so that `rsetk-ld --help` starts at once.
"""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from rsetk_ld.__about__ import __version__
from rsetk_ld.errors import RsetkError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rsetk_ld.findings import Finding

COMMANDS = {
    "validate": ("validate", "Check profiles, roles, resources and framework folders."),
    "convert": ("convert", "Convert between files and RDF, both ways."),
    "gap": ("gap", "Show what lies between a profile and a target, and what bridges it."),
    "plan": ("plan", "Show the fewest resources that close a gap, in an order that works."),
    "resources": ("resources", "Show what teaches a skill, step by step."),
    "compare": ("compare", "Compare two people, or one person then and now."),
    "history": ("history", "Show how the ratings of one person changed."),
    "suggest": ("suggest", "Suggest the nearest roles, and skills worth adding."),
    "wheel": ("wheel", "Draw a profile as a wheel over all skills, with a target."),
    "heatmap": ("heatmap", "Draw the skills of a team, person by person or counted."),
    "query": ("query", "Ask a question in SPARQL over the framework, its mappings and files."),
    "team": ("team", "Show what a team can do, and what hangs on one person."),
    "import": ("imports", "Bring in frameworks and profiles from other formats."),
    "init": ("init", "Write a commented file to start from."),
    "schema": ("schema", "Print the JSON Schema with which an editor completes and checks a file."),
    "framework": ("framework", "See what is in a framework, and check its quality."),
    "demo": ("demo", "Copy examples into a folder, validate and convert them."),
    "completion": ("completion", "Print the script that completes commands in a shell."),
}


class Commands(click.Group):
    """A group that loads commands when they run, and turns every failure into a sentence and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        module = import_module(f"rsetk_ld.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the program; a stream that is closed, full or broken is told in a sentence, too."""
        for name in ("stdin", "stdout", "stderr"):
            if getattr(sys, name) is None:
                mode = "r" if name == "stdin" else "w"
                setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        try:
            try:
                return super().main(*args, **extra)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            # Whoever reads our output has seen enough; leave without a word, as other tools do.
            _write_nowhere()
            sys.exit(0)
        except OSError as error:
            _write_nowhere()
            click.echo(f"rsetk-ld: {_reason(error)}", err=True)
            sys.exit(2)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; 2 is the exit code for what cannot be carried out."""
        try:
            return super().invoke(ctx)
        except RsetkError as error:
            _tell(getattr(error, "findings", ()))
            _fail(str(error), getattr(error, "exit_code", 2))
        except (KeyboardInterrupt, click.Abort):
            click.echo("rsetk-ld: interrupted", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            _write_nowhere()
            ctx.exit(0)
        except OSError as error:
            if error.filename is None:
                raise  # one of the streams; `main` tells
            _fail(_reason(error))
        except MemoryError:
            _fail("not enough memory; give fewer or smaller files at a time")
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception as error:
            if os.environ.get("RSETK_DEBUG"):
                raise
            _fail(
                f"this is a fault of rsetk-ld, not of your file: {type(error).__name__}: {error}\n"
                "Please report it with the command you ran; RSETK_DEBUG=1 shows where it happened."
            )


def _write_nowhere() -> None:
    """Let what is still to be written vanish, so that Python does not stumble over it on the way out."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reason(error: OSError) -> str:
    return f"{error.filename or 'input or output'}: {error.strerror or error}"


def _tell(findings: "Sequence[Finding]") -> None:
    if findings:
        from rsetk_ld.reports import write_findings

        write_findings(list(findings), sys.stderr, colour=False)


def _fail(message: str, exit_code: int = 2) -> None:
    click.echo(f"rsetk-ld: {message}", err=True)
    raise click.exceptions.Exit(exit_code)


def _width() -> int:
    """Return the width for help texts. Click would import `shutil` for it, a tenth of the time of `--help`."""
    given = os.environ.get("COLUMNS", "")
    try:
        columns = int(given) if given.isdigit() else os.get_terminal_size().columns
    except OSError:
        columns = 80
    return max(50, min(columns, 100) - 2)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": _width()},
    epilog="Exit codes: 0 valid, 1 findings, 2 wrong usage or unreadable input.",
)
@click.version_option(__version__, prog_name="rsetk-ld")
def main() -> None:
    """Competency frameworks and skill profiles of research software engineers, as linked data.

    Begin with `rsetk-ld demo`, then `rsetk-ld init profile`.
    """
