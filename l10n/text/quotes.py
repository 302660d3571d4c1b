"""Quotation marks: which ones a text has, and how a locale writes them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from l10n.text.ranges import Taken

ENDED_BY = {
    "“": "”",
    "„": "“”",
    "”": "”“",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "‚": "‘’",
    "’": "’",
    "「": "」",
    "『": "』",
    '"': '"',
    "'": "'",
}
"""Marks that open, each with those that can end what it opens: “…”, „…“, ”…”, »…« and others."""
_LETTER = r"[^\W_\u2e80-\u9fff\uac00-\ud7af]"
MARKS = "".join(dict.fromkeys("".join([*ENDED_BY, *ENDED_BY.values()])))
_MARK = re.compile(f"[{MARKS}]")
_CERTAIN = "".join(mark for mark in MARKS if mark not in "'’")
_ANY = re.compile(rf"[{_CERTAIN}]|['’](?:(?!{_LETTER})|(?<!{_LETTER}.))")
"""A mark that is not just an apostrophe in a word."""
_HEAD = re.compile(r"^[^\w\n]+", re.MULTILINE)
"""What stands before the first word of a line."""
DEEPEST = 4
"""Quotations inside of one another, of which a mark can end any."""
_INSIDE = re.compile(rf"(?<={_LETTER}).(?={_LETTER})|.(?=\d\ds\b)")
"""An apostrophe in a word, or of a decade; in East Asia words stand beside quotations without a space."""
_CLOSING = re.compile(r"(?<=\S)'(?!\w)")
_CERTAIN_END = {mark: re.compile(rf"(?<=[^\ss]){mark}(?!\w)|(?<=s){mark}(?!\s?\w)") for mark in "'’"}
"""Where a single mark ends a quotation, and is not that of a plural in the genitive."""
_OPENING = {mark: re.compile(rf"(?<!\w){opening}(?=\w)") for mark, opening in ("''", "’‘")}
_BY_NATURE = "“„«‹‘‚「『"
"""Marks that open wherever they do not stand at the end of a word."""
_BEFORE = frozenset("([{—–-/“„«‹‘‚\"'’»”")
"""Characters behind which a quotation can begin, beside white space."""


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

    @property
    def pairs(self) -> tuple[str, str]:
        """The marks of a quotation, and of one inside of it, without spaces."""
        return (self.open + self.close).replace("\u00a0", ""), self.inner_open + self.inner_close

    def mark(self, quote: Quote) -> str:
        """What the locale writes for a mark of the source; a straight one stays straight."""
        if not quote.curly:
            return quote.text
        pairs = (self.open, self.close), (self.inner_open, self.inner_close)
        return pairs[quote.depth % 2][not quote.opens]


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


def quotes(text: str) -> list[Quote]:
    """The quotation marks of a text, in order; apostrophes are none."""
    if not _ANY.search(text):
        return []
    singles = _Singles(text)
    heads = Taken(match.span() for match in _HEAD.finditer(text))
    found: list[Quote] = []
    waiting: list[str] = []
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        begins = mark in ENDED_BY and _begins(text, at)
        ended = 0 if begins else _ended(mark, waiting)
        if mark in "'’" and singles.is_apostrophe(
            at, mark, begins=begins, ended=bool(ended), waiting=waiting
        ):
            continue
        if begins or (not ended and mark in _BY_NATURE and not _ends_word(text, at)):
            if waiting[-1:] == [mark] and heads.meets(at, at + 1):
                del waiting[-1]  # a quotation that goes on in a new paragraph
            found.append(Quote(at, True, len(waiting), mark))
            waiting.append(mark)
        else:
            del waiting[len(waiting) - ended :]
            found.append(Quote(at, False, len(waiting), mark))
    return found


def _ended(mark: str, waiting: list[str]) -> int:
    """How many quotations a mark ends: the last that it can end, and those inside of that; 0: none."""
    for number, opening in enumerate(reversed(waiting[-DEEPEST:]), 1):
        if mark in ENDED_BY[opening]:
            return number
    return 0


def _begins(text: str, at: int) -> bool:
    """Does the mark stand before a word and behind none?"""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return after.strip() not in ("", *".,;:!?)]}") and (not before.strip() or before in _BEFORE)


def _ends_word(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before.strip()) and before not in _BEFORE and not after.isalnum()


class _Singles:
    """The single marks of a text that may be apostrophes; where they can close or open is looked for once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: dict[re.Pattern[str], list[int]] = {}

    def _next(self, pattern: re.Pattern[str], at: int) -> int:
        """The first place of a pattern behind `at`; -1: there is none."""
        if pattern not in self._places:
            self._places[pattern] = [match.start() for match in pattern.finditer(self.text)]
        places = self._places[pattern]
        number = bisect_right(places, at)
        return places[number] if number < len(places) else -1

    def is_apostrophe(self, at: int, mark: str, *, begins: bool, ended: bool, waiting: list[str]) -> bool:
        """Is the mark none that quotes: `don’t`, `the ’90s`, `the boats’ crews`?"""
        if _INSIDE.match(self.text, at):
            return True
        if begins:  # a straight one needs its partner; a curly one opens in Swedish only, inside of ”…”
            return self._next(_CLOSING, at) < 0 if mark == "'" else waiting[-1:] != ["”"]
        if not ended:
            return True
        if not re.match(r"s.\s\w", self.text[at - 1 : at + 3]):
            return False
        end, start = self._next(_CERTAIN_END[mark], at), self._next(_OPENING[mark], at)
        return end >= 0 and not 0 <= start < end
