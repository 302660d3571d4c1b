"""How far the translations are, as a page of HTML with a bar for each article and locale."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.cli.output import plural
from l10n.cli.progress_page import Row, number, percent, progress, section
from l10n.cli.status_table import ORDER, reviewers, stale_for
from l10n.model.entry import State
from l10n.pipeline.status import Status


def html(results: Sequence[Status]) -> str:
    """The page, self-contained."""
    locales = sorted({result.locale for result in results})
    articles = len({result.name for result in results})
    return progress(
        "Status of the translations",
        f"{plural(articles, 'article')}, {plural(len(locales), 'locale')}; the bars show words of the source",
        {state.value: state.value for state in ORDER},
        (section(locale, [_row(r) for r in results if r.locale == locale]) for locale in locales),
    )


def _row(result: Status) -> Row:
    words, total = result.words, sum(result.words.values())
    values = {
        "Reviewed": percent(words[State.REVIEWED], total),
        **{state.value.capitalize(): number(words[state]) for state in ORDER[1:]},
        "Words": number(total),
        "Reviewed by": reviewers(result),
        "Stale for": stale_for(result),
    }
    return result.name, {state.value: words[state] for state in ORDER}, values
