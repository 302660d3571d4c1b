"""`l10n drop-drafts`."""

from __future__ import annotations

import click

from l10n.cli import deciding, project


@click.command("drop-drafts")
@project.wanted
@project.locales
@deciding.by
@project.dry_run
def command(wanted: tuple[str, ...], locales: tuple[str, ...], by: str | None, dry_run: bool) -> int:
    """Remove the drafts that nobody has reviewed.

    What a person has changed or approved stays. `l10n draft` makes the drafts again.

    \b
    Example:
      l10n drop-drafts --dry-run
      l10n drop-drafts --locale es
      l10n drop-drafts news
    """
    from l10n.model.event import Act
    from l10n.stages.review import remove

    _, code = deciding.run(
        deciding.Choice(wanted=wanted, locales=locales, by=by, dry_run=dry_run),
        choose=lambda _: True,
        decision=lambda keys, who, when: remove(keys, Act.DROPPED, who, when),
        verb="dropped",
    )
    return code
