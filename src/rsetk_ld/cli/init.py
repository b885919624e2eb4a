"""`rsetk-ld init profile|role|framework`."""
import click


@click.group("init")
def command() -> None:
    """Write a commented file to start from."""
