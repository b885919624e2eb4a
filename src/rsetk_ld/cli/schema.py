"""`rsetk-ld schema`."""

import sys
from typing import Literal

import click

from rsetk_ld.cli.options import chosen, framework_option


@click.command("schema")
@click.option(
    "--for",
    "kind",
    type=click.Choice(["profile", "role", "resources", "framework", "answer"]),
    default="profile",
    show_default=True,
    help="The sort of file; `answer` is what the commands print with --format json.",
)
@framework_option
@click.option("-o", "--output", type=click.Path(), help="A file; standard output without it.")
def command(
    kind: Literal["profile", "role", "resources", "framework", "answer"],
    framework_spec: str | None,
    output: str | None,
) -> None:
    """Print the JSON Schema with which an editor completes and checks a file while one types.

    It holds the skills of the framework with label and definition, and the names of the levels.

    \b
    rsetk-ld schema --for profile -o profile.schema.json
    """
    import json
    from pathlib import Path

    from rsetk_ld.answers.schema import published_schema
    from rsetk_ld.authoring.editor import editor_schema
    from rsetk_ld.framework import shipped
    from rsetk_ld.output import whole_file

    made = (
        published_schema() if kind == "answer" else editor_schema(kind, chosen(framework_spec) or shipped())
    )
    text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    if output is None:
        sys.stdout.write(text)
    else:
        with whole_file(Path(output)) as out:
            out.write(text.encode())
