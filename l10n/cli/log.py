"""`l10n log`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from l10n.cli import deciding, output, project

if TYPE_CHECKING:
    from l10n.model.event import Event
    from l10n.pipeline.log import Log

_WIDTH = 60
_HASH = 12


@click.command("log")
@deciding.articles
@project.locales
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(wanted: tuple[str, ...], locales: tuple[str, ...], as_json: bool) -> int:
    """Show what was done to the translations of an article, the newest first.

    It comes from the ledgers beside its catalogs. Where BY is `-`, nobody knows: an editor of PO files has
    changed a text or taken its fuzzy mark away.

    \b
    Example:
      l10n log hello.md
      l10n log hello.md --locale pt_BR --json
    """
    from l10n.pipeline.log import log
    from l10n.stages.history import by_time

    failures = output.Failures()
    logs = list(failures.shown(log(project.here(), locales, wanted)))
    found = [(event, entry) for entry in logs for event in entry.events]
    found.sort(key=lambda pair: by_time(pair[0]), reverse=True)
    if as_json:
        output.as_json([_as_json(*pair) for pair in found])
    else:
        _table(found)
    output.notes(note for entry in logs for note in entry.notes)
    return failures.code


def _table(found: Sequence[tuple[Event, Log]]) -> None:
    if found:
        rows = [("WHEN", "WHAT", "ARTICLE", "LOCALE", "BY", "MESSAGE")]
        for event, log in found:
            text = " ".join(log.msgids.get(event.message, event.message[:_HASH]).split())
            when = f"{event.when[:10]} {event.when[11:16]}"
            who = event.by or "-"
            rows.append((when, event.what.value, log.name, log.locale, who, output.shortened(text, _WIDTH)))
        output.table(rows, right=len(rows[0]))
    output.say(output.plural(len(found), "event"))


def _as_json(event: Event, log: Log) -> dict[str, object]:
    return {
        "article": log.name,
        "locale": log.locale,
        "what": event.what.value,
        "when": event.when,
        "by": event.by,
        "message": event.message,
        "msgid": log.msgids.get(event.message),
        "text": event.text,
        "source": event.source,
        "risk": event.risk,
        "notes": event.notes,
    }
