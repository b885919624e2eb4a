"""`rsetk-ld heatmap`."""

import click

from rsetk_ld.cli.options import chart_options, chosen, drawn, framework_option


@click.command("heatmap")
@click.argument("profiles", nargs=-1, required=True, type=click.Path())
@click.option(
    "--view",
    type=click.Choice(["people", "counts"]),
    default="people",
    show_default=True,
    help="People by skills, or how often each level occurs in each domain and competency.",
)
@click.option("--pseudonyms", is_flag=True, help='Call people "person 1" and so on.')
@framework_option
@chart_options
def command(
    profiles: tuple[str, ...],
    view: str,
    pseudonyms: bool,
    framework_spec: str | None,
    output: str | None,
    width: int,
    format_: str | None,
    table: str,
) -> None:
    """Draw the skills of a team: people by skills, or how often each level occurs.

    PROFILES are files, folders and patterns. The ending of the file decides: SVG, PNG, a page of HTML with both views,
    or JSON for the specification in Vega-Lite.

    \b
    rsetk-ld heatmap team/ -o team.svg
    rsetk-ld heatmap team/ --view counts -o team.png
    """
    from pathlib import Path

    from rsetk_ld.analysis import Corpus
    from rsetk_ld.analysis.heatmap import heatmap
    from rsetk_ld.charts.files import write_chart
    from rsetk_ld.charts.heatmap import heatmap_chart
    from rsetk_ld.charts.views import heatmap_views

    corpus = Corpus(chosen(framework_spec))
    subjects = corpus.profiles(map(Path, profiles))
    found = heatmap(corpus, subjects, pseudonyms=pseudonyms)

    def draw(path: Path) -> list[Path]:
        return write_chart(path, heatmap_chart(found, view), lambda: heatmap_views(found, view), width)

    drawn(found, draw, output, format_, table)
