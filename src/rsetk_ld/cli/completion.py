"""`rsetk-ld completion`."""

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands, options and keys in a shell.

    \b
    rsetk-ld completion bash > ~/.local/share/bash-completion/completions/rsetk-ld
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(ctx.find_root().command, {}, "rsetk-ld", "_RSETK_LD_COMPLETE").source())
