"""What proves the reviews, as a page of HTML for an editor in chief."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from l10n.cli.evidence import last, people, summary
from l10n.cli.output import shortened
from l10n.cli.progress_page import Row, number, percent, progress, section
from l10n.pipeline.clock import moment
from l10n.pipeline.proving import Proven
from l10n.stages.evidence import Text

_LEGEND = {
    "reviewed": "a person has approved exactly this text",
    "unproven": "marked as reviewed, but nothing proves it",
    "source": "not translated, or not marked as reviewed",
}
_HELD = "Texts without proof are not published: this project asks for evidence in the ledger."
_PUBLISHED = "Texts without proof are published: this project takes a cleared mark for a review."
_LENGTH = 160
"""Characters of a text that are shown."""


def html(results: Sequence[Proven], *, by_ledger: bool) -> str:
    """The page, self-contained. `by_ledger`: is only published what is proven?"""
    shown = [result for result in results if result.evidence.texts]
    locales = sorted({result.locale for result in shown})
    return progress(
        "Evidence of reviews",
        f"As of {moment()[:10]}. {summary(shown)}. {_HELD if by_ledger else _PUBLISHED}",
        _LEGEND,
        (_section(locale, [result for result in shown if result.locale == locale]) for locale in locales),
    )


def _section(locale: str, results: Sequence[Proven]) -> str:
    return section(locale, list(map(_row, results)), "".join(map(_details, results)))


def _row(result: Proven) -> Row:
    found = result.evidence
    unproven = sum(text.words for text in found.unproven)
    parts = {
        "reviewed": found.reviewed,
        "unproven": unproven,
        "source": found.words - found.reviewed - unproven,
    }
    values = {
        "Reviewed": percent(found.reviewed, found.words),
        "Not proven": percent(unproven, found.words) if unproven else "",
        "Words": number(found.words),
        "Reviewed by": people(result),
        "Last review": last(result),
        "Drafted by": ", ".join(found.engines()),
    }
    return result.name, parts, values


def _details(result: Proven) -> str:
    """The texts of which nothing is proven."""
    if not (texts := result.evidence.unproven):
        return ""
    head = f"{escape(result.name)}: {len(texts)} not proven"
    return f"<details><summary>{head}</summary><ol>{''.join(map(_pair, texts))}</ol></details>\n"


def _pair(text: Text) -> str:
    source, translation = (escape(shortened(words, _LENGTH)) for words in (text.msgid, text.msgstr))
    return f'<li dir="auto">{source}<br><q dir="auto">{translation}</q></li>'
