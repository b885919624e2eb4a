"""`rsetk-ld gap`."""

import click

from rsetk_ld.cli.options import answer_options, answered, chosen, framework_option


@click.command("gap")
@click.argument("profile", type=click.Path())
@click.argument("target", required=False)
@click.option("--explain", is_flag=True, help="Say where every number comes from.")
@click.option(
    "--resources",
    type=click.IntRange(min=0),
    default=2,
    show_default=True,
    help="How many resources to name for each missing step.",
)
@framework_option
@answer_options
def command(
    profile: str,
    target: str | None,
    explain: bool,
    resources: int,
    framework_spec: str | None,
    format_: str,
    table: str,
    output: str | None,
) -> None:
    """Show what lies between a profile and a target, skill by skill, and what bridges it.

    TARGET is a role of the framework, a file with a role, or another profile. Without it, the profile's own target
    levels count, else the first role that it aims for.

    \b
    rsetk-ld gap profile.yaml senior-rse
    rsetk-ld gap profile.yaml --explain
    """
    from pathlib import Path

    from rsetk_ld.analysis import Corpus
    from rsetk_ld.analysis.gap import gap

    corpus = Corpus(chosen(framework_spec))
    subject = corpus.add(Path(profile), "PersonProfile")
    aim = corpus.target(target, subject) if target is not None else None
    answered(gap(corpus, subject, aim, resources=resources, explain=explain), format_, table, output)
