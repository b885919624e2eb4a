"""`rsetk-ld suggest`."""

import click

from rsetk_ld.cli.options import answer_options, answered, chosen, framework_option


@click.command("suggest")
@click.argument("profile", type=click.Path())
@click.option(
    "--role", "roles", multiple=True, metavar="ROLE|FILE", help="A role to aim for; can be repeated."
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many skills to suggest."
)
@framework_option
@answer_options
def command(
    profile: str,
    roles: tuple[str, ...],
    limit: int,
    framework_spec: str | None,
    format_: str,
    table: str,
    output: str | None,
) -> None:
    """Suggest the roles nearest to a profile, and skills worth adding next.

    Without --role, the roles that the profile aims for count, else the three nearest.

    \b
    rsetk-ld suggest profile.yaml --role senior-rse
    """
    from pathlib import Path

    from rsetk_ld.analysis import Corpus
    from rsetk_ld.analysis.suggest import suggest

    corpus = Corpus(chosen(framework_spec))
    subject = corpus.add(Path(profile), "PersonProfile")
    aims = [corpus.role(each, subject.framework) for each in roles]
    answered(suggest(corpus, subject, aims, limit=limit), format_, table, output)
