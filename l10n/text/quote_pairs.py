"""Quotations: which quotation marks belong together, and whether a locale writes such pairs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from l10n.text.quotes import ENDED_BY, Quote, style

_INCHES = re.compile(r'(?<=\d)"')
_GERSHAYIM = re.compile(r'(?<=[א-ת])"(?=[א-ת](?![א-ת]))')
"""The straight mark before the last letter of a Hebrew abbreviation."""

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
    open_ = any(quote.text == '"' for quote in waiting)
    return bool(_GERSHAYIM.match(text, at) or (not open_ and _INCHES.match(text, at)))


def _opens(text: str, quote: Quote) -> bool:
    """Can it be where a quotation begins, though no word may follow: `»?«`?"""
    before, after = text[quote.at - 1 : quote.at], text[quote.at + 1 : quote.at + 2]
    stands_free = after.strip() and not before.isalnum() and before not in tuple(".,;:!?…)]")
    return quote.opens or quote.text == '"' or (quote.text in ENDED_BY and bool(stands_free))


def _partner(quote: Quote, waiting: list[Quote]) -> int:
    """Where the last mark is that it can end; -1: there is none."""
    return next(
        (at for at in range(len(waiting) - 1, -1, -1) if quote.text in ENDED_BY[waiting[at].text]), -1
    )


def is_own(quotation: Quotation, locale: str) -> bool:
    """Does the locale write such marks? Straight ones are nobody's."""
    return not quotation.open.curly or quotation.marks in _own(locale)


@cache
def _own(locale: str) -> frozenset[str]:
    table = (files("l10n") / "data" / "quotes-other.tsv").read_text(encoding="utf-8")
    rows = dict(line.split("\t", 1) for line in table.splitlines() if not line.startswith("#"))
    language = locale.partition("_")[0]
    known = " ".join(rows.get(name, "") for name in (language, locale)).split()
    return frozenset([*known, *(pair for code in (language, locale) for pair in style(code).pairs)])
