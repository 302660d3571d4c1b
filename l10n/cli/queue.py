"""What `l10n status --queue` prints."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from l10n.cli import output

if TYPE_CHECKING:
    from l10n.pipeline.queue import Queued

_AROUND = 5
"""Lines of a terminal that are not for drafts: the command, the head, the last line, the next prompt."""
_LEAST = (10, 24)
"""Drafts, and characters of a source, that are shown in the smallest terminal."""


def as_json(drafts: Sequence[Queued]) -> None:
    """All of the queue."""
    rows = [
        {
            "article": draft.name,
            "place": draft.place,
            "locale": draft.locale,
            "risk": draft.risk,
            "notes": draft.notes,
            "message": draft.message,
            "source": draft.msgid,
            "draft": draft.msgstr,
        }
        for draft in drafts
    ]
    output.as_json(rows)


def table(drafts: Sequence[Queued]) -> None:
    """As many drafts as a terminal has lines for; all where the output goes elsewhere."""
    columns, lines = shutil.get_terminal_size((100, 24))
    shown = drafts[: max(lines - _AROUND, _LEAST[0])] if sys.stdout.isatty() else drafts
    rows = [("ARTICLE", "LOCALE", "RISK", "NOTES"), *map(_row, shown)]
    left = columns - sum(max(len(row[i]) for row in rows) for i in range(4)) - 8
    sources = ["SOURCE", *(" ".join(draft.msgid.split()) for draft in shown)]
    if shown:
        width = max(left - 1, _LEAST[1])
        pairs = zip(rows, sources, strict=True)
        output.table([(*row, output.shortened(source, width)) for row, source in pairs], right=5)
    waiting = f"{output.plural(len(drafts), 'draft')} to review"
    more = len(drafts) - len(shown)
    output.say(f"{waiting}, {more:,} more than shown; --json has all" if more else waiting)


def _row(draft: Queued) -> tuple[str, str, str, str]:
    risk = "   ?" if draft.risk is None else f"{draft.risk:.2f}"
    return draft.place, draft.locale, risk, ", ".join(draft.notes)
