"""`rsetk-ld wheel`."""

import click

from rsetk_ld.cli.options import chart_options, chosen, drawn, framework_option


@click.command("wheel")
@click.argument("profile", type=click.Path())
@click.argument("target", required=False)
@click.option("--targets", is_flag=True, help="Show the levels that the profile itself aims at.")
@click.option(
    "--by",
    type=click.Choice(["competency", "skill"]),
    default="competency",
    show_default=True,
    help="One sector for each competency, or for each skill.",
)
@framework_option
@chart_options
def command(
    profile: str,
    target: str | None,
    targets: bool,
    by: str,
    framework_spec: str | None,
    output: str | None,
    width: int,
    format_: str | None,
    table: str,
) -> None:
    """Draw a profile as a wheel over all skills of its framework.

    Every skill and competency keeps its angle, so that two wheels can be compared. TARGET, drawn over it, is a role
    of the framework, a file with a role, or another profile. The ending of the file decides: SVG, PNG, a page of HTML
    with the skills of each competency, or JSON for the specification in Vega-Lite.

    \b
    rsetk-ld wheel profile.yaml -o wheel.svg
    rsetk-ld wheel profile.yaml senior-rse -o wheel.html
    """
    from pathlib import Path

    from rsetk_ld.analysis import Corpus
    from rsetk_ld.analysis.wheel import wheel
    from rsetk_ld.charts.files import write_chart
    from rsetk_ld.charts.views import wheel_views
    from rsetk_ld.charts.wheel import wheel_chart
    from rsetk_ld.errors import UsageError

    if targets and target is not None:
        raise UsageError("give a target or --targets, not both")
    corpus = Corpus(chosen(framework_spec))
    subject = corpus.add(Path(profile), "PersonProfile")
    aim = corpus.target(target, subject) if target is not None else None
    found = wheel(corpus, subject, aim, own_targets=targets)

    def draw(path: Path) -> list[Path]:
        return write_chart(path, wheel_chart(found, by), lambda: wheel_views(found, by), width)

    drawn(found, draw, output, format_, table)
