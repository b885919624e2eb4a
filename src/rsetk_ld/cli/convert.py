"""`rsetk-ld convert`."""

import sys

import click

from rsetk_ld.cli.options import chosen, coloured, framework_option


@click.command("convert")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option(
    "--to",
    type=click.Choice(["turtle", "jsonld", "ntriples", "nquads", "trig", "rdfxml", "yaml", "json"]),
    required=True,
    help="The format to write.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="A file, or a folder that gets one file for each; standard output without it.",
)
@click.option(
    "--canonical", is_flag=True, help="For YAML and JSON: the canonical instance, which LinkML's tools read."
)
@framework_option
def command(
    files: tuple[str, ...], to: str, output: str | None, canonical: bool, framework_spec: str | None
) -> None:
    """Convert between files and RDF, both ways.

    A file with errors is not converted; what the model has no place for is named. The output is the same text
    each time.

    \b
    rsetk-ld convert profile.yaml --to turtle
    rsetk-ld convert profile.ttl --to yaml -o profile.yaml
    """
    from pathlib import Path

    from rsetk_ld.conversion import convert as run
    from rsetk_ld.reports import write_findings

    target = Path(output) if output is not None else sys.stdout.buffer
    done = run(
        [Path(file) for file in files], to, target, framework=chosen(framework_spec), canonical=canonical
    )
    write_findings(done.findings, sys.stderr, colour=coloured(sys.stderr))
    if not done.complete:
        nothing = "" if isinstance(target, Path) and target.is_dir() else "; nothing was written"
        click.echo(f"{done.failed} of {done.read} files could not be converted{nothing}", err=True)
        raise click.exceptions.Exit(2 if done.unreadable else 1)
