"""`l10n status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from l10n.cli import output, project

if TYPE_CHECKING:
    from l10n.pipeline.status import Status


@click.command("status")
@project.wanted
@project.locales
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("-v", "--verbose", is_flag=True, help="Show how each article is read.")
@click.option("--queue", is_flag=True, help="Show the drafts that wait for a review, the riskiest first.")
def command(
    wanted: tuple[str, ...], locales: tuple[str, ...], as_json: bool, verbose: bool, queue: bool
) -> int:
    """Show how far each article is in each locale.

    WORDS and MESSAGES count the source; the columns behind them count messages by state:
    reviewed (a person cleared it), draft (a machine wrote it), stale (the source has changed since),
    untranslated.

    RISK in the queue is from 0 to 1; a draft without one was changed by a person or made by another
    program. NOTES say what is wrong with a draft.

    \b
    Example:
      l10n status
      l10n status -v
      l10n status --json --locale pt_BR corpus/news
      l10n status --queue --locale pt_BR
    """
    from l10n.pipeline.status import status

    if queue:
        if verbose:
            raise click.UsageError("-v does not go with --queue")
        return _queue(wanted, locales, as_json=as_json)
    failures = output.Failures()
    results = list(failures.shown(status(project.here(), locales, wanted)))
    if as_json:
        import json

        click.echo(json.dumps([_as_json(result) for result in results], indent=2, ensure_ascii=False))
    elif results:
        _table(results, verbose=verbose)
    return failures.code


def _queue(wanted: tuple[str, ...], locales: tuple[str, ...], *, as_json: bool) -> int:
    from l10n.cli import queue as shown
    from l10n.pipeline.queue import queue

    failures = output.Failures()
    drafts = list(failures.shown(queue(project.here(), locales, wanted)))
    if as_json:
        shown.as_json(drafts)
    else:
        shown.table(drafts)
    return failures.code


def _as_json(result: Status) -> dict[str, object]:
    return {
        "article": result.name,
        "locale": result.locale,
        "reading": result.reading,
        "messages": {state.value: count for state, count in result.messages.items()},
        "words": {state.value: count for state, count in result.words.items()},
    }


def _table(results: list[Status], *, verbose: bool) -> None:
    from l10n.model.entry import State

    order = (State.REVIEWED, State.DRAFT, State.STALE, State.UNTRANSLATED)
    rows = [("ARTICLE", "LOCALE", "WORDS", "MESSAGES", *(state.name for state in order))]
    for locale in sorted({result.locale for result in results}):
        same = [result for result in results if result.locale == locale]
        for r in same:
            words, messages = sum(r.words.values()), sum(r.messages.values())
            counts = (str(r.messages[state]) for state in order)
            rows.append((r.name, locale, f"{words:,}", str(messages), *counts))
        totals = [sum(r.messages[state] for r in same) for state in order]
        words = sum(sum(r.words.values()) for r in same)
        rows.append((f"all {len(same)}", locale, f"{words:,}", str(sum(totals)), *map(str, totals)))
    output.table(rows, right=2)
    if verbose:
        readings = {result.name: result.reading for result in results}
        output.say("")
        output.table([("ARTICLE", "READ AS"), *readings.items()], right=2)
