"""`rsetk-ld query`."""

import click

from rsetk_ld.cli.options import answered, chosen, framework_option, told


@click.command("query")
@click.argument("name", required=False, metavar="[NAME|FILE.rq]")
@click.option("--param", "pairs", multiple=True, metavar="NAME=VALUE", help="A parameter; can be repeated.")
@click.option(
    "--data",
    multiple=True,
    type=click.Path(),
    help="A profile, a role, a mapping set or a folder of profiles to ask about; can be repeated.",
)
@click.option("--list", "listing", is_flag=True, help="List the questions that come with the toolkit.")
@click.option("--show", is_flag=True, help="Print the question itself rather than its answer.")
@framework_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "csv", "markdown", "sparql-json", "turtle"]),
    default="text",
    show_default=True,
    help="How to answer.",
)
@click.option("-o", "--output", type=click.Path(), help="A file; without it standard output.")
def command(
    name: str | None,
    pairs: tuple[str, ...],
    data: tuple[str, ...],
    listing: bool,
    show: bool,
    framework_spec: str | None,
    format_: str,
    output: str | None,
) -> None:
    """Ask a question in SPARQL over the framework, its mappings and files.

    NAME is one of the shipped questions, FILE.rq one of your own. Values of parameters may be files, keys, labels or
    IRIs.

    \b
    rsetk-ld query --list
    rsetk-ld query gap --param profile=profile.yaml --param target=rse
    rsetk-ld query my.rq --data team/
    """
    import shutil
    from pathlib import Path

    from rsetk_ld.analysis.ask import Asking, find_question, given_values, question_list
    from rsetk_ld.framework.locate import folder_of

    if listing or name is None:
        answered(question_list(), format_, "", output)
        return
    asked = find_question(name)
    if show:
        told(asked.sparql, output)
        return
    asking = Asking(asked, map(Path, data), chosen(framework_spec), folder_of(framework_spec))
    columns = shutil.get_terminal_size((100, 24)).columns
    told(asking.written(given_values(asked, pairs), format_, columns=columns), output)
