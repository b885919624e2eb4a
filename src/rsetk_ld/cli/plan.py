"""`rsetk-ld plan`."""

import click

from rsetk_ld.cli.options import answer_options, answered, chosen, framework_option


@click.command("plan")
@click.argument("profile", type=click.Path())
@click.argument("target", required=False)
@click.option(
    "--budget",
    type=click.IntRange(min=1),
    help="Take so many resources at most, and close what matters most with them.",
)
@click.option("--only", type=click.Choice(["essential"]), help="Plan for what is essential alone.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    help="Take resources in this language only; several times for several.",
)
@click.option("--free", is_flag=True, help="Take resources only that are said to be free of charge.")
@click.option("--unrated", is_flag=True, help="Plan for skills that are not rated from the lowest level.")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0),
    default=10.0,
    show_default=True,
    help="How long the solver may look for the proof.",
)
@framework_option
@answer_options
def command(
    profile: str,
    target: str | None,
    budget: int | None,
    only: str | None,
    languages: tuple[str, ...],
    free: bool,
    unrated: bool,
    seconds: float,
    framework_spec: str | None,
    format_: str,
    table: str,
    output: str | None,
) -> None:
    """Show in which order to use which resources to get from a profile to a target: the fewest that will do.

    TARGET is a role of the framework, a file with a role, or another profile. Without it, the profile's own target
    levels count, else the first role that it aims for.

    \b
    rsetk-ld plan profile.yaml senior-rse
    rsetk-ld plan profile.yaml --budget 3 --only essential --language en
    """
    from pathlib import Path

    from rsetk_ld.analysis import Corpus
    from rsetk_ld.analysis.plan import plan

    corpus = Corpus(chosen(framework_spec))
    subject = corpus.add(Path(profile), "PersonProfile")
    aim = corpus.target(target, subject) if target is not None else None
    answer = plan(
        corpus,
        subject,
        aim,
        budget=budget,
        only=only,
        languages=languages,
        free=free,
        unrated=unrated,
        seconds=seconds,
    )
    answered(answer, format_, table, output)
