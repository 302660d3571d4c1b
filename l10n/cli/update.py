"""`l10n update`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from l10n.cli import output, project
from l10n.text.rules import VERSION

if TYPE_CHECKING:
    from l10n.pipeline.catalogs import Updated


@click.command("update")
@project.wanted
@project.locales
def command(wanted: tuple[str, ...], locales: tuple[str, ...]) -> int:
    """Bring templates and catalogs up to date with the articles.

    New messages are added. Where a text has changed, its translation stays as fuzzy, with the old text
    beside it; where only its white space, escapes or style of markup have, by an author or by newer rules
    of l10n, it stays as it is (rewritten). What has vanished is kept as obsolete and comes back with its
    text.

    \b
    Example:
      l10n update
      l10n update --locale pt_BR corpus/news/harbour-flood.md
    """
    from l10n.pipeline.catalogs import Orphan, Updated, update

    failures = output.Failures()
    found = list(failures.shown(update(project.here(), locales, wanted)))
    results = [r for r in found if isinstance(r, Updated)]
    rows = [(r.name, r.locale, _done(r)) for r in results if r.written]
    if rows:
        output.table([("ARTICLE", "LOCALE", "MESSAGES"), *rows], right=3)
    if results:
        unchanged = len(results) - len(rows)
        output.say(f"{output.plural(len(results), 'catalog')}: {len(rows)} written, {unchanged} unchanged")
    for result in results:
        output.notes(result.notes)
    for orphan in (r for r in found if isinstance(r, Orphan)):
        output.note(f"{orphan.place}: its article has gone; delete it when you need its texts no longer")
    return failures.code


def _done(result: Updated) -> str:
    merge = result.merge
    counts = {
        "new": merge.new,
        "changed": merge.changed,
        "rewritten": merge.rewritten,
        "revived": merge.revived,
        "obsolete": merge.gone,
    }
    done = [f"moved from {result.moved}"] if result.moved else []
    done += [f"rules {result.rules} → {VERSION}"] if result.rules != VERSION else []
    done += [f"{count} {name}" for name, count in counts.items() if count]
    return ", ".join(done) or ("places only" if merge.entries else "no messages")
