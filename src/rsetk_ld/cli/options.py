"""Options that several commands share."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from click.shell_completion import CompletionItem

    from rsetk_ld.answers import Answer
    from rsetk_ld.framework import Framework

Decorated = Callable[..., Any]


def framework_option(function: Decorated) -> Decorated:
    """Add `--framework PATH|IRI|NAME`."""
    return click.option(
        "--framework",
        "framework_spec",
        metavar="PATH|IRI|NAME",
        shell_complete=_framework_names,
        help="The framework to use: a folder, an IRI or a name. Without it the file decides, else the shipped one.",
    )(function)


def report_options(function: Decorated) -> Decorated:
    """Add what every command that reports findings has: `--format`, `--strict`, `--no-graph`, `--engine`."""
    for option in reversed(
        (
            click.option(
                "--format",
                "format_",
                type=click.Choice(["text", "json", "sarif", "github", "junit"]),
                default="text",
                show_default=True,
                help="How to report.",
            ),
            click.option("--strict", is_flag=True, help="Let warnings fail too."),
            click.option(
                "--no-graph", is_flag=True, help="Skip the SHACL layer, which takes most of the time."
            ),
            click.option(
                "--engine",
                type=click.Choice(["auto", "pyshacl", "rust"]),
                default="auto",
                show_default=True,
                help="The SHACL engine; `auto` takes the Rust engine where it is installed.",
            ),
        )
    ):
        function = option(function)
    return function


def answer_options(function: Decorated) -> Decorated:
    """Add what every command that answers a question has: `--format`, `--table`, `-o`."""
    for option in reversed(
        (
            click.option(
                "--format",
                "format_",
                type=click.Choice(["text", "json", "csv", "markdown"]),
                default="text",
                show_default=True,
                help="How to answer.",
            ),
            click.option("--table", default="", help="The table to write as CSV; without it the first one."),
            click.option("-o", "--output", type=click.Path(), help="A file; without it standard output."),
        )
    ):
        function = option(function)
    return function


def chart_options(function: Decorated) -> Decorated:
    """Add what every command that draws has: `-o`, `--width`, and `--format`, `--table` for the numbers alone."""
    for option in reversed(
        (
            click.option(
                "-o",
                "--output",
                type=click.Path(dir_okay=False),
                help="The file to write; it ends in .svg, .png, .html or .json, unless --format is given.",
            ),
            click.option(
                "--width",
                type=click.IntRange(100, 10_000),
                default=1600,
                show_default=True,
                help="The width of a PNG, in pixels.",
            ),
            click.option(
                "--format",
                "format_",
                type=click.Choice(["text", "json", "csv", "markdown"]),
                help="Write the numbers in place of the picture.",
            ),
            click.option("--table", default="", help="The table to write as CSV; without it the first one."),
        )
    ):
        function = option(function)
    return function


def drawn(
    answer: "Answer",
    draw: "Callable[[Path], Sequence[Path]]",
    output: str | None,
    format_: str | None,
    table: str,
) -> None:
    """Draw an answer into the output file and say what was written; with a format, write its numbers instead.

    Raises `UsageError` where neither a file nor a format is given.
    """
    from pathlib import Path

    from rsetk_ld.errors import UsageError

    if format_ is not None:
        answered(answer, format_, table, output)
        return
    if output is None:
        raise UsageError("give -o FILE for a picture, or --format for the numbers")
    first, *others = draw(Path(output))
    click.echo(first)
    for path in others:
        click.echo(f"{path}: the same numbers as a table")
    for note in answer.notes:
        click.echo(f"note: {note}", err=True)


def answered(answer: "Answer", format_: str, table: str, output: str | None) -> None:
    """Write an answer to a file or to standard output, as wide as the terminal is."""
    import shutil

    from rsetk_ld.answers import rendered

    told(rendered(answer, format_, table=table, columns=shutil.get_terminal_size((100, 24)).columns), output)


def told(text: str, output: str | None) -> None:
    """Write text to a file or to standard output."""
    if output is None:
        click.echo(text, nl=False)
        return
    from pathlib import Path

    from rsetk_ld.output import whole_file

    with whole_file(Path(output)) as out:
        out.write(text.encode())


def _framework_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    from rsetk_ld.framework.locate import known_frameworks

    named = [CompletionItem(name) for name in known_frameworks() if name.startswith(incomplete)]
    return [*named, CompletionItem(incomplete, type="dir")]


def entry_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete the key of an entry of the framework."""
    from click.shell_completion import CompletionItem

    from rsetk_ld.framework import shipped

    framework = chosen(ctx.params.get("framework_spec")) or shipped()
    keys = ((iri.rpartition("/")[2], iri) for iri in framework.by_iri)
    return [CompletionItem(key, help=framework.label(iri)) for key, iri in keys if key.startswith(incomplete)]


def chosen(spec: str | None) -> "Framework | None":
    """Return the framework that the option names, or None where it was not given."""
    if spec is None:
        return None
    from rsetk_ld.errors import UsageError
    from rsetk_ld.framework import find_framework

    found = find_framework(spec)
    if spec.startswith(f"{found.iri}/") and spec != found.release:
        raise UsageError(f"{spec} is not here; there is {found.release}")
    return found


def coloured(stream: TextIO) -> bool:
    """Say whether to colour what goes to a stream: on a terminal, unless `NO_COLOR` is set (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")
