"""`l10n update`."""

from __future__ import annotations

import click

from l10n.cli import output, project


@click.command("update")
@project.wanted
@project.locales
def command(wanted: tuple[str, ...], locales: tuple[str, ...]) -> int:
    """Bring templates and catalogs up to date with the articles.

    New messages are added. Where a text has changed, its translation stays as fuzzy, with the old text
    beside it; what has vanished is kept as obsolete and comes back with its text.

    \b
    Example:
      l10n update
      l10n update --locale pt_BR corpus/news/harbour-flood.md
    """
    from l10n.pipeline.catalogs import Updated, update

    failures = output.Failures()
    results = [r for r in failures.shown(update(project.here(), locales, wanted)) if isinstance(r, Updated)]
    rows = []
    for result in results:
        merge = result.merge
        counts = {
            "new": merge.new,
            "changed": merge.changed,
            "revived": merge.revived,
            "obsolete": merge.gone,
        }
        if result.written:
            done = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
            rows.append(
                (result.name, result.locale, done or ("line numbers" if merge.entries else "no messages"))
            )
    if rows:
        output.table([("ARTICLE", "LOCALE", "MESSAGES"), *rows], right=3)
    output.say(
        f"{output.plural(len(results), 'catalog')}: {len(rows)} written, {len(results) - len(rows)} unchanged"
    )
    return failures.code
