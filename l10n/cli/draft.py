"""`l10n draft`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from l10n.cli import output, project

if TYPE_CHECKING:
    from l10n.pipeline.drafting import Drafted
    from l10n.settings import DraftSettings, Project

_SHOWN = 5
"""Messages without a draft that are named."""


@click.command("draft")
@project.wanted
@project.locales
@project.engine
@click.option("--redo", is_flag=True, help="Make drafts anew too, if nobody has touched them.")
@click.option(
    "--estimate", is_flag=True, help="Say how much there is to draft and how long it takes; draft nothing."
)
@click.option("--json", "as_json", is_flag=True, help="Print the estimate as JSON.")
def command(
    wanted: tuple[str, ...],
    locales: tuple[str, ...],
    engine: str | None,
    redo: bool,
    estimate: bool,
    as_json: bool,
) -> int:
    """Fill empty entries of the catalogs with machine translation.

    Drafts are marked fuzzy: `l10n build` leaves them out until a person has taken the mark away.
    What a person wrote, changed or approved is never touched. Ctrl-C keeps what is done.

    \b
    Example:
      l10n draft
      l10n draft --locale pt_BR corpus/news
      l10n draft --engine pseudo --locale es
      l10n draft --estimate --redo
    """
    if as_json and not estimate:
        raise click.UsageError("--json goes with --estimate")
    found = project.here()
    settings = found.settings.draft
    settings = replace(settings, engine=engine) if engine else settings
    if estimate:
        return _estimate(found, settings, locales, wanted, redo=redo, as_json=as_json)
    return _draft(found, settings, locales, wanted, redo=redo)


def _estimate(
    found: Project,
    settings: DraftSettings,
    locales: Sequence[str],
    wanted: Sequence[str],
    *,
    redo: bool,
    as_json: bool,
) -> int:
    from l10n.cli import estimate as shown
    from l10n.pipeline.estimating import estimate

    failures = output.Failures()
    results = list(failures.shown(estimate(found, settings, locales, wanted, redo=redo)))
    if as_json:
        shown.as_json(results)
    elif results:
        shown.table(results)
    return failures.code


def _draft(
    found: Project, settings: DraftSettings, locales: Sequence[str], wanted: Sequence[str], *, redo: bool
) -> int:
    from l10n.pipeline.drafting import Interrupted, draft

    failures, progress = output.Failures(), output.Progress("drafting")
    results: list[Drafted] = []
    code = 0
    try:
        for r in failures.shown(draft(found, settings, locales, wanted, progress, redo=redo)):
            results.append(r)  # noqa: PERF402 - kept when interrupted
    except Interrupted:
        code = 130
    progress.clear()
    rows = [(r.name, r.locale, str(r.drafted), str(len(r.left))) for r in results if r.drafted or r.left]
    if rows:
        output.table([("ARTICLE", "LOCALE", "DRAFTED", "LEFT OUT"), *rows], right=2)
    output.say(f"{output.plural(sum(r.drafted for r in results), 'message')} drafted")
    _notes(results, redo=redo)
    if code:
        again = "l10n draft --redo" if redo else "l10n draft"
        output.note(f"interrupted; what was done is saved, run `{again}` again for the rest")
    return code or failures.code


def _notes(results: Sequence[Drafted], *, redo: bool) -> None:
    """What was not drafted, and why."""
    left = [msgid for result in results for msgid in result.left]
    if left:
        why = "a draft would have been empty, or lost links, code or tags"
        how = "left as they are" if redo else "left untranslated"
        output.note(f"{output.plural(len(left), 'message')} {how}: {why}")
    for msgid in left[:_SHOWN]:
        output.note(f"  {output.shortened(msgid)}")
    if rejected := sum(result.rejected for result in results):
        what = "was rejected, and the engine has no other"
        output.note(f"{output.plural(rejected, 'message')} not drafted: the draft {what}")
    stale = sum(result.stale for result in results)
    if stale:
        it = "it" if stale == 1 else "them"
        what = f"translated for an earlier text; review {it}, or empty {it} for new drafts"
        output.note(f"{output.plural(stale, 'message')} {what}")
