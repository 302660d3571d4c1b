"""`l10n status`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n.cli import output, project

if TYPE_CHECKING:
    from l10n.pipeline.status import Status
    from l10n.settings import Project


@click.command("status")
@project.wanted
@project.locales
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--markdown", is_flag=True, help="Print a table in Markdown, as for the summary of a CI job.")
@project.page
@click.option("-v", "--verbose", is_flag=True, help="Show how each article is read.")
@click.option("--queue", is_flag=True, help="Show the drafts that wait for a review, the riskiest first.")
@click.option(
    "--fail-under", "least", type=click.FloatRange(0, 100), metavar="PERCENT",
    help="End with code 1 if less than this share of the words of an article is reviewed.",
)  # fmt: skip
def command(
    wanted: tuple[str, ...],
    locales: tuple[str, ...],
    as_json: bool,
    markdown: bool,
    page: Path | None,
    verbose: bool,
    queue: bool,
    least: float | None,
) -> int:
    """Show how far each article is in each locale.

    MESSAGES counts those of the source; the columns behind it count its words, all of them and by state:
    reviewed (a person cleared it), draft (a machine wrote it), stale (the source has changed since),
    untranslated. REVIEWED BY and STALE FOR come from the ledgers.

    RISK in the queue is from 0 to 1; a draft without one was changed by a person or made by another
    program. NOTES say what is wrong with a draft.

    \b
    Example:
      l10n status
      l10n status --json --locale pt_BR corpus/news
      l10n status --markdown >> "$GITHUB_STEP_SUMMARY"
      l10n status --html status.html --fail-under 80
      l10n status --queue --locale pt_BR
    """
    from l10n.pipeline.status import status

    if queue:
        if verbose or page or markdown or least is not None:
            raise click.UsageError("--queue goes with --json, --locale and articles only")
        return _queue(wanted, locales, as_json=as_json)
    if as_json and markdown:
        raise click.UsageError("choose --json or --markdown")
    failures, here = output.Failures(), project.here()
    results = list(failures.shown(status(here, locales, wanted)))
    if page:
        _write_page(results, here, page)
    _show(results, as_json=as_json, markdown=markdown, page=page, verbose=verbose)
    output.notes(note for result in results for note in result.notes)
    return failures.code or int(_is_under(results, least))


def _write_page(results: list[Status], here: Project, page: Path) -> None:
    from l10n.cli.status_page import html

    project.write_page(here, page, html(results))


def _show(results: list[Status], *, as_json: bool, markdown: bool, page: Path | None, verbose: bool) -> None:
    from l10n.cli import status_table

    if as_json:
        status_table.as_json(results)
    elif markdown:
        status_table.as_markdown(results)
    elif page:
        output.say(f"wrote {page}")
    elif results:
        status_table.table(results, verbose=verbose)


def _is_under(results: list[Status], least: float | None) -> bool:
    """Say which articles have too little that is reviewed; are there any?"""
    under = [result for result in results if least is not None and result.percent < least]
    for result in under:
        output.complain(
            f"{result.name}: {result.locale}: {int(result.percent)} % reviewed, less than {least:g} %"
        )
    return bool(under)


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
