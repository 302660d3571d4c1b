"""`l10n update`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from l10n.cli import output, project
from l10n.text.rules import VERSION

if TYPE_CHECKING:
    from l10n.pipeline.catalogs import Orphan, Updated
    from l10n.pipeline.templates import Extracted
    from l10n.stages.merge import Change


@click.command("update")
@project.wanted
@project.locales
@project.dry_run
@project.check
@click.option("-v", "--verbose", is_flag=True, help="Show the messages, with what changed in their words.")
def command(
    wanted: tuple[str, ...], locales: tuple[str, ...], dry_run: bool, check: bool, verbose: bool
) -> int:
    """Bring templates and catalogs up to date with the articles.

    New messages are added. Where a text has changed, its translation stays as fuzzy, with the old text
    beside it; so do the parts of a paragraph that was split, and one that was joined. Where only its white
    space, typography, escapes or style of markup have changed, or where its links lead, the translation
    stays in the state it is in (rewritten). What has vanished is kept as obsolete and comes back with its
    text.

    \b
    Example:
      l10n update
      l10n update --dry-run -v
      l10n update --check
      l10n update --locale pt_BR corpus/news/harbour-flood.md
    """
    from l10n.pipeline.catalogs import Updated, update
    from l10n.pipeline.templates import Extracted

    dry_run = dry_run or check
    failures = output.Failures()
    found: list[Extracted | Updated | Orphan] = list(
        failures.shown(update(project.here(), locales, wanted, dry_run=dry_run))
    )
    results = [r for r in found if isinstance(r, Updated)]
    written = [r for r in results if r.written]
    if written:
        rows = [(r.name, r.locale, done(r)) for r in written]
        output.table([("ARTICLE", "LOCALE", "MESSAGES"), *rows], right=3)
    if verbose:
        _show(written)
    if results:
        unchanged = len(results) - len(written)
        what = "would change" if dry_run else "written"
        output.say(f"{output.plural(len(results), 'catalog')}: {len(written)} {what}, {unchanged} unchanged")
    outdated = [r.name for r in found if isinstance(r, Extracted) and r.written] if dry_run else []
    _notes(found, {*outdated} - {r.name for r in written})
    return failures.code or project.checked("update", changes=check and bool(written or outdated))


def _notes(found: Sequence[Extracted | Updated | Orphan], templates: set[str]) -> None:
    from l10n.pipeline.catalogs import Orphan, Updated

    output.notes(note for result in found if isinstance(result, Updated) for note in result.notes)
    output.notes(told(orphan) for orphan in found if isinstance(orphan, Orphan))
    output.notes(f"{name}: its template would change" for name in sorted(templates))


def done(result: Updated) -> str:
    """What was done to the messages of a catalog."""
    parts = [f"moved from {result.moved}"] if result.moved else []
    parts += [f"rules {result.rules} → {VERSION}"] if result.rules != VERSION else []
    parts += [f"{count} {kind.value}" for kind, count in result.merge.counts().items()]
    return ", ".join(parts) or ("places only" if result.merge.entries else "no messages")


def told(orphan: Orphan) -> str:
    """What a person should know of a catalog that no article needs."""
    return f"{orphan.place}: its article has gone; delete it when you need its texts no longer"


def _show(written: Sequence[Updated]) -> None:
    """The messages that changed, under the names of their catalogs."""
    for result in written:
        if changes := result.merge.changes:
            output.say("")
            output.say(f"{result.name} {result.locale}")
            width = max(len(change.kind.value) for change in changes)
            for change in changes:
                output.say(f"  {change.kind.value.ljust(width)}  {_text(change)}")
    if written:
        output.say("")


def _text(change: Change) -> str:
    from l10n.text.word_diff import marked

    text = marked(change.before, change.msgid) if change.before else output.shortened(change.msgid)
    return text.replace("\n", "⏎")
