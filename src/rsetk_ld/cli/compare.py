"""`rsetk-ld compare`."""

import click

from rsetk_ld.cli.options import answer_options, answered, chosen, framework_option


@click.command("compare")
@click.argument("first", metavar="PROFILE", type=click.Path())
@click.argument("second", metavar="PROFILE", type=click.Path())
@framework_option
@answer_options
def command(
    first: str, second: str, framework_spec: str | None, format_: str, table: str, output: str | None
) -> None:
    """Compare two profiles: two people, or one person then and now.

    \b
    rsetk-ld compare kofi-2025.yaml kofi-2026.yaml
    """
    from pathlib import Path

    from rsetk_ld.analysis import Corpus
    from rsetk_ld.analysis.compare import compare

    corpus = Corpus(chosen(framework_spec))
    subjects = [corpus.add(Path(each), "PersonProfile") for each in (first, second)]
    answered(compare(corpus, *subjects), format_, table, output)
