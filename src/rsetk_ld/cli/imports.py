"""`rsetk-ld import direct-framework|direct-profile`."""

import sys
from typing import Literal

import click

from rsetk_ld.cli.options import chosen, framework_option


@click.group("import")
def command() -> None:
    """Bring in frameworks and profiles from other formats."""


@command.command("direct-framework")
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@click.option("-o", "--output", required=True, type=click.Path(), help="The framework folder to write.")
@click.option("--iri", help="The IRI of the framework.")
@click.option("--base", help="The IRI below which its entries live.")
@click.option("--release", help="The version, where CITATION.cff does not say.")
@click.option("--force", is_flag=True, help="Overwrite files that exist.")
@click.option("--report", type=click.Path(), help="A file for the findings as JSON.")
def direct_framework(
    folder: str,
    output: str,
    iri: str | None,
    base: str | None,
    release: str | None,
    force: bool,
    report: str | None,
) -> None:
    """Import a release folder of the DIRECT framework (its CSV or JSON tables).

    Exact: whatever was repaired, looks doubtful or was left out is reported.

    \b
    rsetk-ld import direct-framework framework/ -o direct
    """
    from pathlib import Path

    from rsetk_ld.interchange.direct import DIRECT, import_framework
    from rsetk_ld.interchange.writing import write_framework, write_import_report

    made = import_framework(Path(folder), iri=iri or DIRECT, base=base or "", version=release or "")
    write_framework(made.files, Path(output), force=force)
    write_import_report(made.findings, sys.stdout, Path(report) if report else None)
    counts = ", ".join(f"{count} {name}" for name, count in made.counts.items())
    click.echo(f"{output}: {counts}")


@command.command("direct-profile")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "-o", "--output", required=True, type=click.Path(), help="A file, or a folder for several profiles."
)
@click.option(
    "--scale",
    type=click.Choice(["auto", "0-4", "0-5"]),
    default="auto",
    show_default=True,
    help="The scale of the levels in the file.",
)
@click.option("--force", is_flag=True, help="Overwrite files that exist.")
@click.option("--report", type=click.Path(), help="A file for the findings as JSON.")
@framework_option
def direct_profile(
    file: str,
    output: str,
    scale: Literal["auto", "0-4", "0-5"],
    force: bool,
    report: str | None,
    framework_spec: str | None,
) -> None:
    """Import profiles in the formats of the DIRECT web app, its converter and the old toolkit.

    Skills are matched by name. One that cannot be matched is an error with candidates, and nothing is written.

    \b
    rsetk-ld import direct-profile sample.json --framework direct -o sample.yaml
    """
    from pathlib import Path

    from rsetk_ld.framework import shipped
    from rsetk_ld.interchange.direct import import_profile
    from rsetk_ld.interchange.writing import write_import_report, write_profiles

    made = import_profile(Path(file), chosen(framework_spec) or shipped(), scale=scale)
    write_import_report(made.findings, sys.stdout, Path(report) if report else None)
    if any(finding.severity == "error" for finding in made.findings):
        click.echo(f"{file}: nothing was written", err=True)
        raise click.exceptions.Exit(1)
    for path in write_profiles(made.profiles, Path(output), force=force):
        click.echo(str(path))
