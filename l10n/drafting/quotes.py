"""Quotation marks: which ones a text has, and how a locale writes them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

OPENING = "“„«‹‘‚「『"
CLOSING = "”»›’」』"
_ALL = re.compile(f"[{OPENING}{CLOSING}\"']")
_APOSTROPHE = re.compile(
    r"(?<=\w)[’'](?=\w)|[’'](?=\d\ds?\b)|(?<=s)(?P<mark>[’'])(?=\s\w)(?=.*(?P=mark)(?!\w))"
)
"""Also that of `the boats’ crews`, where another mark can be the one that closes."""
_SINGLE = re.compile(r"(?<![^\W_])'(?=\w)(?=[^'\n]*(?:(?<=\w)'\w[^'\n]*)*[^\s']'(?!\w))")
"""A straight mark that opens: another one closes what it opens."""


class Quote(NamedTuple):
    """A quotation mark in a text."""

    at: int
    opens: bool
    depth: int
    """0: not inside another quotation."""
    text: str

    @property
    def curly(self) -> bool:
        return self.text not in "\"'"


class Style(NamedTuple):
    """How a locale quotes: marks of a quotation, and of one inside of it, each with its space."""

    open: str
    close: str
    inner_open: str
    inner_close: str

    def mark(self, quote: Quote) -> str:
        """What the locale writes for a mark of the source; a straight one stays straight."""
        if not quote.curly:
            return quote.text
        pairs = (self.open, self.close), (self.inner_open, self.inner_close)
        return pairs[quote.depth % 2][not quote.opens]


STRAIGHT = Style('"', '"', "'", "'")


@cache
def style(locale: str) -> Style:
    """The style of a locale: its own or that of its language in CLDR, else “…” and ‘…’."""
    table = (files("l10n") / "data" / "quotes.tsv").read_text(encoding="utf-8")
    rows = dict(line.split("\t", 1) for line in table.splitlines() if not line.startswith("#"))
    language = locale.partition("_")[0]
    marks = Style(*(rows.get(locale) or rows.get(language) or "“\t”\t‘\t’").split("\t"))
    return Style(*map(_spaced, marks)) if language == "fr" and locale != "fr_CH" else marks


def _spaced(mark: str) -> str:
    """French sets guillemets off with no-break spaces."""
    return mark.replace("«", "«\u00a0").replace("»", "\u00a0»")


def quotes(text: str, depth: int = 0) -> list[Quote]:
    """The quotation marks of a text, in order; apostrophes are none. `depth`: how many are open before it."""
    if not _ALL.search(text):
        return []
    apostrophes = {match.start() for match in _APOSTROPHE.finditer(text)}
    found: list[Quote] = []
    waiting: list[str] = []
    for match in _ALL.finditer(text):
        at, mark = match.start(), match[0]
        if at in apostrophes:
            continue
        opens = _opens(text, at)
        if mark in "’'" and not opens and not _closes(mark, waiting):
            continue  # the apostrophe of `the boats’`
        if opens:
            waiting.append(mark)
        else:
            depth = max(0, depth - 1)
            del waiting[-1:]
        found.append(Quote(at, opens, depth, mark))
        depth += opens
    return found


def _closes(mark: str, waiting: list[str]) -> bool:
    """Is there a quotation that a single mark can end?"""
    return any(opening in ("'" if mark == "'" else OPENING) for opening in waiting)


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark == "'":
        return bool(_SINGLE.match(text, at))
    if mark == '"':
        return _before_word(text, at)
    return mark in OPENING or (mark == "”" and _swedish(text, at))


def _before_word(text: str, at: int) -> bool:
    """Does a straight mark open? It stands before a word and behind none."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not after.isspace() and after != "" and (not before or before.isspace() or before in "([{—–-“‘«")


def _swedish(text: str, at: int) -> bool:
    """”Så” begins with the same mark as it ends."""
    return _before_word(text, at) and text.count("“") == 0 and text.count("”", 0, at) % 2 == 0
