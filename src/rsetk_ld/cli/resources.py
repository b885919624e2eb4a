"""`rsetk-ld resources`."""

import click

from rsetk_ld.cli.options import answer_options, answered, chosen, entry_names, framework_option


@click.command("resources")
@click.argument("skill", shell_complete=entry_names)
@click.option("--from", "low", metavar="LEVEL", help="The level to start from: a rank, a key or a name.")
@click.option("--to", "high", metavar="LEVEL", help="The level to reach.")
@framework_option
@answer_options
def command(
    skill: str,
    low: str | None,
    high: str | None,
    framework_spec: str | None,
    format_: str,
    table: str,
    output: str | None,
) -> None:
    """Show what teaches a SKILL, step by step from level to level.

    \b
    rsetk-ld resources testing --from 1 --to 3
    """
    from rsetk_ld.analysis.teaching import resources
    from rsetk_ld.framework import shipped

    answered(resources(skill, chosen(framework_spec) or shipped(), low, high), format_, table, output)
