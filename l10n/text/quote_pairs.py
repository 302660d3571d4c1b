"""Quotations: which quotation marks belong together, and whether a locale writes such pairs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from l10n.text.quotes import DEEPEST, ENDED_BY, Quote, style

_INCHES = re.compile(r'(?<=\d)"')
_GERSHAYIM = re.compile(r'(?<=[א-ת])"(?=[א-ת](?![א-ת]))')
"""The straight mark before the last letter of a Hebrew abbreviation."""

_FOLLOWED = {"ast", "ca", "es", "gl"}
SINGLES = "'‘’‚‹›"
_NEVER_INSIDE = {"«": "»", "»": "«", '"': '"'}
"""Marks that always end what such a mark began, wherever they stand."""


class Quotation(NamedTuple):
    """Two marks that belong together."""

    open: Quote
    close: Quote

    @property
    def marks(self) -> str:
        return self.open.text + self.close.text

    @property
    def is_single(self) -> bool:
        return self.open.text in SINGLES


def paired(text: str, quotes: Iterable[Quote]) -> tuple[list[Quotation], list[Quote]]:
    """The quotations of a text by its quotation marks, and the marks that have no partner."""
    pairs: list[Quotation] = []
    odd: list[Quote] = []
    waiting: list[Quote] = []
    for quote in quotes:
        if quote.text == '"' and _is_none(text, quote.at, waiting):
            continue
        at = _partner(quote, waiting)
        if at < 0 and _opens(text, quote):
            waiting.append(quote)
        elif at < 0:
            odd.append(quote)
        elif not quote.opens or quote.text in _NEVER_INSIDE.get(waiting[at].text, ""):
            pairs.append(Quotation(waiting[at], quote))
            odd += waiting[at + 1 :]
            del waiting[at:]
        else:
            if waiting[-1].text == quote.text and quote.depth < len(waiting):
                waiting.pop()  # a quotation that goes on in a new paragraph
            waiting.append(quote)
    return pairs, sorted(odd + waiting)


def _is_none(text: str, at: int, waiting: list[Quote]) -> bool:
    """Is a straight mark none that quotes: of inches, or in a Hebrew abbreviation?"""
    is_open = any(quote.text == '"' for quote in waiting[-DEEPEST:])
    return bool(_GERSHAYIM.match(text, at) or (not is_open and _INCHES.match(text, at)))


def _opens(text: str, quote: Quote) -> bool:
    """Can it be where a quotation begins, though no word may follow: `»?«`?"""
    before, after = text[quote.at - 1 : quote.at], text[quote.at + 1 : quote.at + 2]
    stands_free = after.strip() and not before.isalnum() and before not in tuple(".,;:!?…)]")
    return quote.opens or quote.text == '"' or (quote.text in ENDED_BY and bool(stands_free))


def _partner(quote: Quote, waiting: list[Quote]) -> int:
    """Where the last mark is that it can end; -1: there is none."""
    for at in range(len(waiting) - 1, max(-1, len(waiting) - DEEPEST - 1), -1):
        if quote.text in ENDED_BY[waiting[at].text]:
            return at
    return -1


def nested(pairs: Iterable[Quotation], locale: str) -> list[Quotation]:
    """Quotations right inside of others in the same marks, where the locale has others for them."""
    outer, inner = style(locale).pairs
    found: list[Quotation] = []
    around: list[Quotation] = []
    for pair in sorted(pairs) if outer != inner else ():
        while around and around[-1].close.at < pair.open.at:
            around.pop()
        if around and around[-1].marks == pair.marks and pair.open.curly:
            found.append(pair)
        around.append(pair)
    return found


def is_own(quotation: Quotation, locale: str) -> bool:
    """Does the locale write such marks at such a place? Straight ones are nobody's."""
    if not quotation.open.curly or _goes_on(quotation, locale):
        return True
    outer, inner = _own(locale)
    return quotation.marks in outer or (quotation.open.depth > 0 and quotation.marks in inner)


def _goes_on(quotation: Quotation, locale: str) -> bool:
    """Does the mark that ends quotations begin a paragraph of one, as in Spanish: `»…»`?"""
    mark = quotation.open.text
    is_followed = locale.partition("_")[0] in _FOLLOWED and quotation.open.at == 0
    return is_followed and quotation.marks == mark * 2 and any(pair[1] == mark for pair in _own(locale)[0])


@cache
def _own(locale: str) -> tuple[frozenset[str], frozenset[str]]:
    """The pairs of marks that can stand anywhere, and those that stand inside of a quotation only."""
    table = (files("l10n") / "data" / "quotes-other.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    names = (locale.partition("_")[0], locale)
    outer, inner = set[str](), set[str]()
    for name in names:
        first, second = style(name).pairs
        outer |= {first, second} if second[0] in SINGLES else {first}
        inner.add(second)
    for _, pairs, *others in (row for row in rows if row[0] in names):
        outer.update(pairs.split())
        inner.update(" ".join(others).split())
    return frozenset(outer), frozenset(inner)
