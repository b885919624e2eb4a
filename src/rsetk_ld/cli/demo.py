"""`rsetk-ld demo`."""

import click


@click.command("demo")
@click.argument("folder", required=False, default="demo", type=click.Path())
@click.option("--force", is_flag=True, help="Overwrite files that exist.")
def command(folder: str, force: bool) -> None:
    """Copy examples into FOLDER, then validate and convert them, printing each command and what it says.

    FOLDER is `demo` unless given.
    """
    from pathlib import Path

    from rsetk_ld.demo import run_demo

    raise click.exceptions.Exit(run_demo(Path(folder), click.echo, force=force))
