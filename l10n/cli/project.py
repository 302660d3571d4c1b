"""What the commands of a project share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from l10n.cli import completing, output

if TYPE_CHECKING:
    from l10n.settings import Project

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

wanted: Decorator = click.argument(
    "wanted", nargs=-1, metavar="[ARTICLE]...", shell_complete=completing.articles
)
locales: Decorator = click.option(
    "--locale",
    "locales",
    multiple=True,
    metavar="LOCALE",
    help="Only this locale; again for more.",
    shell_complete=completing.locales,
)
dry_run: Decorator = click.option(
    "--dry-run", is_flag=True, help="Only tell what would change; write nothing."
)
check: Decorator = click.option(
    "--check", is_flag=True, help="As --dry-run; end with code 1 if anything would change, as for CI."
)
drafts: Decorator = click.option(
    "--drafts", is_flag=True, help="Use machine drafts too, where nobody has reviewed them."
)
require: Decorator = click.option(
    "--require", type=click.FloatRange(0, 100), default=0.0, metavar="PERCENT",
    help="Hold back articles of which less than this share of words is reviewed.",
)  # fmt: skip
page: Decorator = click.option(
    "--html", "page", type=click.Path(path_type=Path), metavar="FILE", help="Write a page to FILE."
)
engine: Decorator = click.option(
    "--engine", metavar="NAME", help="Engine: argos (offline models) or pseudo.",
    shell_complete=completing.engines,
)  # fmt: skip


def here() -> Project:
    """The project that the working directory lies in."""
    from l10n.config import find_project

    return find_project(Path())


def checked(command: str, *, changes: bool) -> int:
    """Say what to do where `--check` has found that a command would change something; the exit code."""
    if changes:
        output.complain(f"not up to date; run `l10n {command}`")
    return int(changes)


def write_page(here: Project, path: Path, html: str) -> None:
    """Write a page; OutputError for a place among what l10n reads and keeps."""
    from l10n.catalog import disk

    apart(here, path, "--html")
    disk.write(path, html, str(path))


def apart(here: Project, path: Path, option: str) -> None:
    """OutputError if what is to be written lies among what l10n reads and keeps."""
    from l10n.errors import OutputError
    from l10n.settings import FILE_NAME

    place = path.resolve()
    for name in (here.settings.articles.folder, here.settings.catalogs.folder, FILE_NAME):
        if place.is_relative_to((here.root / name).resolve()):
            what = f"would overwrite {name}" if name == FILE_NAME else f"lies in {name}/"
            raise OutputError(what, where=str(path), hint=f"choose another place for {option}")
