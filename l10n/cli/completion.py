"""`l10n completion`."""

from __future__ import annotations

import click

from l10n.cli.shells import SHELLS


@click.command("completion")
@click.argument("shell", type=click.Choice(tuple(SHELLS)), metavar="[bash|zsh|fish]")
def command(shell: str) -> int:
    """Print a script that lets a shell complete commands, articles and locales.

    \b
    Example:
      eval "$(l10n completion bash)"                                     in ~/.bashrc
      eval "$(l10n completion zsh)"                                      in ~/.zshrc, after compinit
      l10n completion fish > ~/.config/fish/completions/l10n.fish        once
    """
    click.echo(SHELLS[shell].script, nl=False)
    return 0
