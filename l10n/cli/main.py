"""The `l10n` command: finds its subcommands by their files, and turns errors into exit codes."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from l10n import __version__
from l10n.cli import completing, output
from l10n.errors import L10nError, ProjectError

_SECTIONS = {
    "start a project": ("init",),
    "work on translations": ("extract", "update", "draft", "build", "watch"),
    "work with translators": ("export", "import"),
    "review": ("check", "approve", "reject", "drop-drafts", "log", "evidence"),
    "look at articles": ("status", "inspect", "compare"),
    "change a project": ("catalogs",),
    "without a project": ("translate", "models", "completion"),
}
INTERRUPTED = 130


class _Commands(click.Group):
    """Subcommands are modules of this package, imported when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return [name for names in _SECTIONS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"l10n.cli.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            from difflib import get_close_matches

            choices = self.list_commands(ctx)
            near = [f"did you mean {name!r}?" for name in get_close_matches(args[0], choices, n=1)]
            there = f"there are: {', '.join(choices)}"
            raise click.UsageError(f"no command {args[0]!r}; {' '.join([*near, there])}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for section, names in _SECTIONS.items():
            with formatter.section(section.capitalize()):
                commands = ((name, self.get_command(ctx, name)) for name in names)
                formatter.write_dl([(name, c.get_short_help_str(80)) for name, c in commands if c])


def _change_folder(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:  # noqa: ARG001 - click's
    if value is not None:
        try:
            os.chdir(value)
        except OSError as error:
            raise ProjectError("no such folder", where=str(value), hint="name an existing one") from error


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, "--version", message="l10n %(version)s")
@click.option(
    "-C", "folder", type=click.Path(path_type=Path), callback=_change_folder, expose_value=False,
    metavar="DIR", help="Work in DIR instead of here.",
)  # fmt: skip
def main() -> None:
    """Translate articles: offline drafts, PO catalogs for the review, localized articles.

    \b
    Example:
      l10n init --to pt_BR      write l10n.toml; put articles into corpus/
      l10n update               make catalogs in locales/
      l10n draft                fill them with machine drafts
      (review locales/pt_BR/LC_MESSAGES/*.po in a PO editor)
      l10n build                write build/pt_BR/
    """


def _complete(shell: str) -> int:
    from l10n.cli.shells import answer

    answer(main, shell, sys.argv[1:])
    return 0


def run() -> None:
    """Entry point. Exit codes: 0 fine, 1 findings, 2 the user's mistake, 130 interrupted."""
    if sys.stdout is None:  # closed by the caller
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 - open until the process ends
    try:
        shell = os.environ.get(completing.VARIABLE)
        code = _complete(shell) if shell else main.main(standalone_mode=False)
        sys.stdout.flush()
    except L10nError as error:
        output.complain(error)
        code = 2
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        code = 2
    except click.ClickException as error:
        output.complain(" ".join(error.format_message().split()))  # click names choices in lines of their own
        code = 2
    except (click.Abort, KeyboardInterrupt):
        output.note("interrupted")
        code = INTERRUPTED
    except OSError as error:
        if isinstance(error, BrokenPipeError):  # the reader of our output has gone
            code = 1
        else:
            output.complain(f"cannot write: {(error.strerror or str(error)).lower()}")
            code = 2
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code if isinstance(code, int) else 0)
