"""How far the translations are, as a page of HTML with a bar for each article and locale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from l10n.cli.output import plural
from l10n.cli.page import bar, cell, heads, page, percent
from l10n.cli.status_table import ORDER, reviewers, stale_for
from l10n.model.entry import State
from l10n.pipeline.status import Status
from l10n.text.locales import english_name


def html(results: Sequence[Status]) -> str:
    """The page, self-contained."""
    locales = sorted({result.locale for result in results})
    count = len({result.name for result in results})
    said = f"{plural(count, 'article')}, {plural(len(locales), 'locale')}; the bars show words of the source"
    legend = "".join(f'<li><i class="{state.value}"></i>{state.value}</li>' for state in ORDER)
    return page(
        "progress",
        title="Status of the translations",
        heading="Status of the translations",
        header=f'<p>{escape(said)}</p>\n<ul class="legend">{legend}</ul>',
        main="\n".join(_section(locale, [r for r in results if r.locale == locale]) for locale in locales),
    )


def _section(locale: str, results: Sequence[Status]) -> str:
    words = {state.value: sum(result.words[state] for result in results) for state in ORDER}
    share = percent(words[State.REVIEWED.value], sum(words.values()))
    head = f"<h2>{escape(english_name(locale))} <small>{escape(locale)}</small><b>{share}</b></h2>"
    return f"<section>\n{head}\n{bar(words)}\n<table>\n{_HEAD}\n{''.join(_rows(results))}</table>\n</section>"


_HEAD = heads(
    ("Article", "", "Reviewed", "Draft", "Stale", "Untranslated", "Words", "Reviewed by", "Stale for")
)


def _rows(results: Sequence[Status]) -> Iterator[str]:
    for result in results:
        words, total = result.words, sum(result.words.values())
        cells = [
            f'<th scope="row">{escape(result.name)}</th>',
            f"<td>{bar({state.value: words[state] for state in ORDER})}</td>",
            cell(percent(words[State.REVIEWED], total), "number"),
            *(cell(f"{words[state]:,}" if words[state] else "", "number") for state in ORDER[1:]),
            cell(f"{total:,}", "number"),
            cell(reviewers(result)),
            cell(stale_for(result)),
        ]
        yield f"<tr>{''.join(cells)}</tr>\n"
