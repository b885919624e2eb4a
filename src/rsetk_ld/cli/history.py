"""`rsetk-ld history`."""

import click

from rsetk_ld.cli.options import answer_options, answered, chosen, framework_option


@click.command("history")
@click.argument("profiles", nargs=-1, required=True, metavar="PROFILE...", type=click.Path())
@framework_option
@answer_options
def command(
    profiles: tuple[str, ...], framework_spec: str | None, format_: str, table: str, output: str | None
) -> None:
    """Show how the ratings of one person changed, over dated statements or dated files.

    \b
    rsetk-ld history kofi-*.yaml
    """
    from pathlib import Path

    from rsetk_ld.analysis import Corpus
    from rsetk_ld.analysis.history import history

    corpus = Corpus(chosen(framework_spec))
    subjects = corpus.profiles([Path(each) for each in profiles])
    answered(history(corpus, subjects), format_, table, output)
