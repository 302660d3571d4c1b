"""What the commands of a project share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from l10n.settings import Project

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

wanted: Decorator = click.argument("wanted", nargs=-1, metavar="[ARTICLE]...")
locales: Decorator = click.option(
    "--locale", "locales", multiple=True, metavar="LOCALE", help="Only this locale; again for more."
)
dry_run: Decorator = click.option(
    "--dry-run", is_flag=True, help="Only tell what would change; write nothing."
)
engine: Decorator = click.option("--engine", metavar="NAME", help="Engine: argos (offline models) or pseudo.")


def here() -> Project:
    """The project that the working directory lies in."""
    from l10n.config import find_project

    return find_project(Path())
