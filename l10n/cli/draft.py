"""`l10n draft`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from l10n.cli import output, project

if TYPE_CHECKING:
    from l10n.pipeline.drafting import Drafted


@click.command("draft")
@project.wanted
@project.locales
@project.engine
def command(wanted: tuple[str, ...], locales: tuple[str, ...], engine: str | None) -> int:
    """Fill empty entries of the catalogs with machine translation.

    Drafts are marked fuzzy: `l10n build` leaves them out until a person has taken the mark away.
    What has a translation is never touched. Ctrl-C keeps what is done.

    \b
    Example:
      l10n draft
      l10n draft --locale pt_BR corpus/news
      l10n draft --engine pseudo --locale es
    """
    from l10n.pipeline.drafting import Interrupted, draft

    found = project.here()
    settings = found.settings.draft
    settings = replace(settings, engine=engine) if engine else settings
    failures, progress = output.Failures(), output.Progress("drafting")
    results: list[Drafted] = []
    code = 0
    try:
        for r in failures.shown(draft(found, settings, locales, wanted, progress)):
            results.append(r)  # noqa: PERF402 - kept when interrupted
    except Interrupted:
        code = 130
    progress.clear()
    rows = [(r.name, r.locale, str(r.drafted), str(len(r.left))) for r in results if r.drafted or r.left]
    if rows:
        output.table([("ARTICLE", "LOCALE", "DRAFTED", "LEFT OUT"), *rows], right=2)
    output.say(f"{output.plural(sum(r.drafted for r in results), 'message')} drafted")
    _notes(results)
    if code:
        output.note("interrupted; what was done is saved, run `l10n draft` again for the rest")
    return code or failures.code


def _notes(results: Sequence[Drafted]) -> None:
    """What was not drafted, and why."""
    left = [msgid for result in results for msgid in result.left]
    if left:
        why = "a draft would have been empty, or lost links, code or tags"
        output.note(f"{output.plural(len(left), 'message')} left untranslated: {why}")
    for msgid in left[:_SHOWN]:
        output.note(f"  {output.shortened(msgid)}")
    stale = sum(result.stale for result in results)
    if stale:
        what = "translated for an earlier text; review it, or empty it to have it drafted anew"
        output.note(f"{output.plural(stale, 'message')} {what}")


_SHOWN = 5
