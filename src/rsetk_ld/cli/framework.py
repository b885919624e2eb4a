"""`rsetk-ld framework list|show|coverage|check`."""

import sys

import click

from rsetk_ld.cli.options import chosen, coloured, entry_names, framework_option, report_options

KINDS = ["domain", "competency", "skill", "scale", "level", "tool", "resource", "provider", "role"]


@click.group("framework")
def command() -> None:
    """See what is in a framework, and check its quality."""


@command.command("list")
@click.argument("kind", required=False, type=click.Choice(KINDS))
@framework_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def list_(kind: str | None, framework_spec: str | None, format_: str) -> None:
    """List the entries of a framework: the outline of skills, or all of one KIND.

    \b
    rsetk-ld framework list
    rsetk-ld framework list tool
    """
    import json

    from rsetk_ld.framework import shipped
    from rsetk_ld.framework.outline import entries_of, outline

    found = chosen(framework_spec) or shipped()
    if format_ == "json":
        click.echo(json.dumps(entries_of(found, kind), indent=1, ensure_ascii=False))
    else:
        for line in outline(found, kind):
            click.echo(line)


@command.command()
@click.argument("key", shell_complete=entry_names)
@framework_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show(key: str, framework_spec: str | None, format_: str) -> None:
    """Show one entry: by key, label, CURIE or IRI.

    \b
    rsetk-ld framework show version-control
    """
    import json

    from rsetk_ld.framework import shipped
    from rsetk_ld.framework.outline import described, found_entries

    source = chosen(framework_spec) or shipped()
    entries = found_entries(source, key)
    if format_ == "json":
        click.echo(json.dumps(entries, indent=1, ensure_ascii=False))
        return
    for entry in entries:
        for line in described(source, entry):
            click.echo(line)


@command.command()
@framework_option
@click.option(
    "--skills", "by_skill", is_flag=True, help="One row for each skill in the place of each domain."
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def coverage(framework_spec: str | None, by_skill: bool, format_: str) -> None:
    """Show how far a framework is filled in: levels with demonstrations, steps with resources, roles.

    \b
    rsetk-ld framework coverage
    rsetk-ld framework coverage --format json
    """
    import json
    import shutil

    from rsetk_ld.framework import shipped
    from rsetk_ld.framework.coverage import coverage as covered
    from rsetk_ld.framework.coverage import coverage_lines

    found = covered(chosen(framework_spec) or shipped())
    if format_ == "json":
        click.echo(json.dumps(found.as_dict(), indent=1, ensure_ascii=False))
        return
    for line in coverage_lines(found, by_skill=by_skill, width=shutil.get_terminal_size().columns):
        click.echo(line)


@command.command()
@click.argument("folder", required=False, type=click.Path())
@framework_option
@report_options
@click.option("--no-info", is_flag=True, help="Leave out what is merely worth knowing.")
def check(
    folder: str | None,
    framework_spec: str | None,
    format_: str,
    strict: bool,
    no_info: bool,
    no_graph: bool,
    engine: str,
) -> None:
    """Check the quality of a framework: links, labels, levels, texts, addresses, SKOS integrity.

    FOLDER is the framework; without it the one of --framework, else the shipped one.

    \b
    rsetk-ld framework check my-framework
    """
    from pathlib import Path

    from rsetk_ld.framework.locate import folder_of
    from rsetk_ld.reports import write_reports
    from rsetk_ld.validation import Validator, without

    place = Path(folder) if folder else folder_of(framework_spec)
    reports = Validator(None, not no_graph, engine).validate([place])
    shown = without(reports, "info") if no_info else reports
    tally = write_reports(
        shown, format_, sys.stdout, strict=strict, colour=coloured(sys.stdout), command="framework check"
    )
    raise click.exceptions.Exit(tally.exit_code(strict))
