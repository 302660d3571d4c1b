"""What proves the reviews, as a page of HTML for an editor in chief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from l10n.cli.evidence import last, people, summary
from l10n.cli.output import shortened
from l10n.cli.page import bar, cell, heads, page, percent
from l10n.pipeline.clock import moment
from l10n.pipeline.proving import Proven
from l10n.text.locales import english_name

_SAYS = {
    "reviewed": "a person has approved exactly this text",
    "unproven": "marked as reviewed, but nothing proves it",
    "source": "not translated, or not marked as reviewed",
}
_HELD = "Texts without proof are not published: this project asks for evidence in the ledger."
_PUBLISHED = "Texts without proof are published: this project takes a cleared mark for a review."
_TEXT = 160
"""Characters of a text that are shown."""


def html(results: Sequence[Proven], *, by_ledger: bool) -> str:
    """The page, self-contained. `by_ledger`: is only published what is proven?"""
    shown = [result for result in results if result.evidence.texts]
    locales = sorted({result.locale for result in shown})
    legend = "".join(f'<li><i class="{name}"></i>{says}</li>' for name, says in _SAYS.items())
    said = f"As of {moment()[:10]}. {summary(shown)}. {_HELD if by_ledger else _PUBLISHED}"
    return page(
        "progress",
        title="Evidence of reviews",
        heading="Evidence of reviews",
        header=f'<p>{escape(said)}</p>\n<ul class="legend">{legend}</ul>',
        main="\n".join(_section(locale, [r for r in shown if r.locale == locale]) for locale in locales),
    )


def _section(locale: str, results: Sequence[Proven]) -> str:
    all_words = sum(result.evidence.words for result in results)
    parts = {name: sum(_parts(result)[name] for result in results) for name in _SAYS}
    share = percent(parts["reviewed"], all_words)
    head = f"<h2>{escape(english_name(locale))} <small>{escape(locale)}</small><b>{share}</b></h2>"
    return (
        f"<section>\n{head}\n{bar(parts)}\n<table>\n{_HEAD}\n{''.join(_rows(results))}</table>\n"
        f"{''.join(_unproven(results))}</section>"
    )


_HEAD = heads(("Article", "", "Reviewed", "Not proven", "Words", "Reviewed by", "Last review", "Drafted by"))


def _parts(result: Proven) -> dict[str, int]:
    found = result.evidence
    unproven = sum(text.words for text in found.unproven)
    return {
        "reviewed": found.reviewed,
        "unproven": unproven,
        "source": found.words - found.reviewed - unproven,
    }


def _rows(results: Sequence[Proven]) -> Iterator[str]:
    for result in results:
        parts, words = _parts(result), result.evidence.words
        cells = [
            f'<th scope="row">{escape(result.name)}</th>',
            f"<td>{bar(parts)}</td>",
            cell(percent(parts["reviewed"], words), "number"),
            cell(percent(parts["unproven"], words) if parts["unproven"] else "", "number"),
            cell(f"{words:,}", "number"),
            cell(people(result)),
            cell(last(result)),
            cell(", ".join(result.evidence.engines())),
        ]
        yield f"<tr>{''.join(cells)}</tr>\n"


def _unproven(results: Sequence[Proven]) -> Iterator[str]:
    for result in results:
        if texts := result.evidence.unproven:
            items = "".join(
                f"<li>{escape(shortened(t.msgid, _TEXT))}<br><q>{escape(shortened(t.msgstr, _TEXT))}</q></li>"
                for t in texts
            )
            head = f"{escape(result.name)}: {len(texts)} not proven"
            yield f"<details><summary>{head}</summary><ol>{items}</ol></details>\n"
