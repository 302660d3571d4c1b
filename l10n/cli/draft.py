"""`l10n draft`."""

from __future__ import annotations

from dataclasses import replace

import click

from l10n.cli import output, project


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
    failures, rows, progress = output.Failures(), [], output.Progress("drafting")
    code = 0
    try:
        for r in failures.shown(draft(found, settings, locales, wanted, progress)):
            rows.append((r.name, r.locale, str(r.drafted), str(r.left)))  # noqa: PERF401 - kept when interrupted
    except Interrupted:
        code = 130
    progress.clear()
    if rows:
        output.table([("ARTICLE", "LOCALE", "DRAFTED", "LEFT OUT"), *rows], right=2)
    total, left = (sum(int(row[column]) for row in rows) for column in (2, 3))
    output.say(f"{output.plural(total, 'message')} drafted")
    if left:
        why = "a draft would have been empty, or lost links, code or tags"
        output.note(f"{output.plural(left, 'message')} left untranslated: {why}")
    if code:
        output.note("interrupted; what was done is saved, run `l10n draft` again for the rest")
    return code or failures.code
