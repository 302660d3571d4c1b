"""`l10n evidence`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n.cli import output, project
from l10n.cli.progress_page import percent

if TYPE_CHECKING:
    from l10n.pipeline.proving import Proven


@click.command("evidence")
@project.wanted
@project.locales
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every text.")
@project.page
def command(wanted: tuple[str, ...], locales: tuple[str, ...], as_json: bool, page: Path | None) -> int:
    """Show which words a person has reviewed, and what proves it.

    A text counts as reviewed if the ledger says that someone has approved exactly this text for exactly
    this message. NOT PROVEN are texts that are marked as reviewed in their catalog, and no more. Articles
    of which nothing is marked as reviewed are left out.

    \b
    Example:
      l10n evidence
      l10n evidence --html evidence.html
      l10n evidence --locale pt_BR corpus/news --json
    """
    from l10n.pipeline.proving import evidence

    here, failures = project.here(), output.Failures()
    results = list(failures.shown(evidence(here, locales, wanted)))
    if page:
        from l10n.cli.evidence_page import html

        by_ledger = here.settings.review.evidence == "ledger"
        project.write_page(here, page, html(results, by_ledger=by_ledger))
    if as_json:
        from l10n.cli.evidence_json import as_json as printed

        printed(results)
    elif page:
        output.say(f"wrote {page}")
    else:
        _table(results)
    output.notes(note for result in results for note in result.notes)
    return failures.code


def _table(results: Sequence[Proven]) -> None:
    rows = [("ARTICLE", "LOCALE", "REVIEWED BY", "LAST", "DRAFTED BY", "WORDS", "REVIEWED", "NOT PROVEN")]
    for result in results:
        found = result.evidence
        unproven = sum(text.words for text in found.unproven)
        rows.append((
            result.name, result.locale, people(result), last(result), ", ".join(found.engines()),
            f"{found.words:,}", percent(found.reviewed, found.words), percent(unproven, found.words),
        ))  # fmt: skip
    if results:
        output.table(rows, right=5)
    output.say(summary(results))


def people(result: Proven) -> str:
    """Who vouches for the texts, without addresses."""
    return ", ".join(map(output.name, result.evidence.reviewers()))


def last(result: Proven) -> str:
    """The day of the last review."""
    return max((text.review.when[:10] for text in result.evidence.texts if text.review), default="")


def summary(results: Sequence[Proven]) -> str:
    """`120 words are marked as reviewed: a review is proven for 100 of them, not for 20`."""
    reviewed = sum(result.evidence.reviewed for result in results)
    unproven = sum(text.words for result in results for text in result.evidence.unproven)
    said = f"{output.plural(reviewed + unproven, 'word')} marked as reviewed"
    return f"{said}: a review is proven for {reviewed:,}, not proven for {unproven:,}"
