"""`rsetk-ld validate`."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from rsetk_ld.cli.options import chosen, coloured, framework_option, report_options

if TYPE_CHECKING:
    from rsetk_ld.validation import Report


@click.command("validate")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@framework_option
@report_options
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="Processes to use; by default one, or all cores for many files.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing about valid files.")
def command(
    files: tuple[str, ...],
    format_: str,
    framework_spec: str | None,
    strict: bool,
    no_graph: bool,
    engine: str,
    jobs: int | None,
    quiet: bool,
) -> None:
    """Check profiles, roles, resources and framework folders.

    FILE may be YAML, JSON, Turtle, JSON-LD, N-Quads, a folder or a pattern. Every layer runs, and a bad file
    does not stop the others.

    \b
    rsetk-ld validate profile.yaml
    rsetk-ld validate team/ --format sarif > findings.sarif
    """
    from pathlib import Path

    from rsetk_ld.errors import UsageError
    from rsetk_ld.loading import loadable
    from rsetk_ld.reports import write_reports
    from rsetk_ld.validation import Validator
    from rsetk_ld.validation.parallel import validate_on

    validator = Validator(chosen(framework_spec), not no_graph, engine)
    reports = validate_on(jobs, validator, loadable([Path(file) for file in files]))
    if sys.stderr.isatty() and not sys.stdout.isatty():
        reports = _counted(reports)
    tally = write_reports(
        reports, format_, sys.stdout, strict=strict, colour=coloured(sys.stdout), quiet=quiet
    )
    if not tally.files:
        raise UsageError(f"{', '.join(files)}: nothing to check; give profiles, or a folder that holds some")
    raise click.exceptions.Exit(tally.exit_code(strict))


def _counted(reports: "Iterator[Report]") -> "Iterator[Report]":
    """Show on the terminal how far a long run has come, while the report goes elsewhere."""
    with click.progressbar(reports, label="Validating", file=sys.stderr, length=None, show_pos=True) as bar:
        yield from bar
