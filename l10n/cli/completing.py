"""What the shell offers for arguments: the names that a project and this installation know."""

from __future__ import annotations

from collections.abc import Iterable

import click

VARIABLE = "_L10N_COMPLETE"
"""Has the name of the shell that completes a command line."""


def articles(ctx: click.Context, param: click.Parameter, start: str) -> list[str]:  # noqa: ARG001 - click's
    """The project's articles by their names; by their paths where these begin so."""
    from l10n.cli import project
    from l10n.pipeline import articles

    found, _ = articles.find(project.here())
    return _beginning(start, [a.name for a in found]) or _beginning(start, [a.place for a in found])


def locales(ctx: click.Context, param: click.Parameter, start: str) -> list[str]:  # noqa: ARG001 - click's
    """Those that the project is translated into."""
    from l10n.cli import project

    return _beginning(start, project.here().settings.locales)


def engines(ctx: click.Context, param: click.Parameter, start: str) -> list[str]:  # noqa: ARG001 - click's
    """Those that are installed."""
    from l10n import registry

    return _beginning(start, registry.names("engines"))


def models(ctx: click.Context, param: click.Parameter, start: str) -> list[str]:  # noqa: ARG001 - click's
    """As `l10n models list` names them."""
    from l10n.packages import scan

    return _beginning(start, [scan.BUILT_IN, *(package.label for package in scan.installed())])


def checks(ctx: click.Context, param: click.Parameter, start: str) -> list[str]:  # noqa: ARG001 - click's
    """By their codes."""
    from l10n import registry

    return _beginning(start, [check.code for check in registry.checks()])


def _beginning(start: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(start)]
