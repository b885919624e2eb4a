"""`rsetk-ld team`."""

import click

from rsetk_ld.cli.options import answer_options, answered, chosen, framework_option


@click.command("team")
@click.argument("profiles", nargs=-1, required=True, type=click.Path())
@click.option(
    "--role", default="", metavar="ROLE|FILE", help="A role, or the needs of a project, to compare with."
)
@click.option(
    "--at",
    default="",
    metavar="LEVEL",
    help="The level that counts as holding a skill; by default the one below the highest.",
)
@click.option("--pseudonyms", is_flag=True, help="Number people rather than name them.")
@click.option(
    "--shareable", is_flag=True, help="Leave out people, and every count that describes too few of them."
)
@click.option(
    "--minimum",
    type=int,
    metavar="K",
    help="How many people a count must describe to be shareable: 5 unless given, 3 at least.",
)
@framework_option
@answer_options
def command(
    profiles: tuple[str, ...],
    role: str,
    at: str,
    pseudonyms: bool,
    shareable: bool,
    minimum: int | None,
    framework_spec: str | None,
    format_: str,
    table: str,
    output: str | None,
) -> None:
    """Show what a team can do, skill by skill, and what hangs on one person.

    PROFILES are files, folders and patterns. The report names people, and is for them; with --shareable it can be given
    to others.

    \b
    rsetk-ld team people/ --role senior-rse
    rsetk-ld team people/ --shareable --format csv -o skills.csv
    """
    from pathlib import Path

    from rsetk_ld.analysis import Corpus
    from rsetk_ld.analysis.privacy import DEFAULT_MINIMUM
    from rsetk_ld.errors import UsageError

    if minimum is not None and not shareable:
        raise UsageError("--minimum says which counts are shareable; give --shareable, too")
    corpus = Corpus(chosen(framework_spec))
    subjects = corpus.profiles(map(Path, profiles))
    if shareable:
        from rsetk_ld.analysis.shareable import shareable as shared

        found = shared(corpus, subjects, role, at=at, minimum=DEFAULT_MINIMUM if minimum is None else minimum)
        answered(found, format_, table, output)
        return
    from rsetk_ld.analysis.team import team

    answered(team(corpus, subjects, role, at=at, pseudonyms=pseudonyms), format_, table, output)
