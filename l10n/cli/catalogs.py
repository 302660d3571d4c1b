"""`l10n catalogs`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from l10n.cli import output, project

if TYPE_CHECKING:
    from l10n.pipeline.regrouping import Regrouped


@click.group("catalogs")
def command() -> None:
    """Change how messages are grouped in catalogs.

    \b
    Example:
      l10n catalogs regroup --dry-run
      l10n catalogs regroup
    """


@command.command("regroup")
@project.dry_run
def regroup_catalogs(dry_run: bool) -> int:
    """Group messages as `catalogs.per` in l10n.toml says: per article, folder or site.

    Everything moves along: translations and their states, obsolete entries, comments, ledgers. Where two
    articles have different translations of one message, the reviewed one is used, or else that of the first
    article; the other is told of, waits as an obsolete entry, and comes back where they are apart again.
    Interrupt it at any time, and run it again.

    \b
    Example:
      l10n catalogs regroup --dry-run
      l10n catalogs regroup
    """
    from l10n.pipeline.regrouping import regroup

    here, failures = project.here(), output.Failures()
    results = list(failures.shown(regroup(here, dry_run=dry_run)))
    _show(results, here.settings.catalogs.per, dry_run=dry_run)
    if not results and not failures.count:
        output.say(f"catalogs are grouped per {here.settings.catalogs.per} already")
    return failures.code


def _show(results: Sequence[Regrouped], per: str, *, dry_run: bool) -> None:
    rows = [(r.locale, *map(str, (r.before, r.after)), f"{r.messages:,}", f"{r.obsolete:,}") for r in results]
    if rows:
        output.table([("LOCALE", "CATALOGS BEFORE", "NOW", "MESSAGES", "OBSOLETE"), *rows], right=1)
        done = "would be grouped" if dry_run else "grouped"
        output.say(f"{output.plural(len(rows), 'locale')} {done} per {per}")
    for result in results:
        for name, aside in result.asides:
            text = output.shortened(aside.msgid)
            what = f"{aside.article} had another translation than {aside.used}; it waits as an obsolete entry"
            output.note(f"{name}: {text!r}: {what}")
