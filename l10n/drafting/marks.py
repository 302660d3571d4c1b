"""Quotation marks, dashes and ellipses: written as engines keep them best, and found again or put back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.drafting.edits import Edit, edited, removal
from l10n.drafting.insertion import Wanted, insertions
from l10n.model.draft import CharRange, Hypothesis
from l10n.text.dashes import RANGE, Mark, dashes, ellipses
from l10n.text.quotes import Quote, Style

_DOUBLE = re.compile('["“”„«»‹›]')
_ANY = re.compile("[\"“”„«»‹›]|(?<!\\w)[‘'](?=\\w)|(?<=\\S)[’'](?!\\w)")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)")
_CURLY, _STRAIGHT = re.compile(r"(?<=\w)’(?=\w)"), re.compile(r"(?<=\w)'(?=\w)")
"""Apostrophes: models know the straight one, and take `don’t` for two words."""
_DIGITS = re.compile(r"\d+")
_CROSSED = re.compile(r"(?<=[\w,!?])(?P<mark>[”\"’»])(?P<dots>\s?(?:…|\.{3,}))")
"""An ellipsis that came out behind the quotation that it ends."""


def plain(source: str, quotes: Sequence[Quote]) -> list[Edit]:
    """What the engine reads instead: straight quotes, and hyphens between spaces for dashes."""
    found = [Edit(q.at, q.at + 1, '"') for q in quotes if q.text != '"']
    found += [Edit(*match.span(), "'") for match in _CURLY.finditer(source)]
    for mark in dashes(source):
        left = "" if mark.start == 0 or source[mark.start - 1].isspace() else " "
        right = "" if mark.end == len(source) or source[mark.end].isspace() else " "
        found.append(Edit(mark.start, mark.end, f"{left}-{right}"))
    found += [Edit(*match.span(), "-") for match in RANGE.finditer(source) if match[0] != "-"]
    return sorted(found)


def restored(source: str, quotes: Sequence[Quote], target: Hypothesis, style: Style | None) -> Hypothesis:
    """The translation with each of the source's marks once, quotation marks in the style of the locale.

    Without a style they stay the source's. Links must lead to `source`.
    """
    target = edited(target, _ranges(source, target.text))
    target = _quoted(source, target, [_quote(quote, style) for quote in quotes])
    target = _put(source, target, [_dash(source, mark) for mark in dashes(source)], dashes(target.text))
    if _CURLY.search(source):
        target = edited(target, [Edit(*match.span(), "’") for match in _STRAIGHT.finditer(target.text)])
    wanted = [Wanted(at=m.start, end=m.end, text=m.text) for m in ellipses(source)]
    target = _put(source, target, wanted, ellipses(target.text))
    crossed = () if _CROSSED.search(source) else _CROSSED.finditer(target.text)
    return edited(target, [Edit(*m.span(), m["dots"] + m["mark"]) for m in crossed] if wanted else ())


def _ranges(source: str, target: str) -> Iterator[Edit]:
    """The dash of each range that the source writes with one: `2019–2024`."""
    ranges = {_around(source, m.start()) for m in RANGE.finditer(source) if m[0] == "–"}
    for match in RANGE.finditer(target) if ranges else ():
        if match[0] == "-" and _around(target, match.start()) in ranges:
            yield Edit(*match.span(), "–")


def _around(text: str, at: int) -> tuple[str, str]:
    """The digits before and behind a dash."""
    left = _DIGITS.findall(text[max(0, at - 9) : at])[-1]
    return left, _DIGITS.findall(text[at + 1 : at + 10])[0]


def _quote(quote: Quote, style: Style | None) -> Wanted:
    text = style.mark(quote) if style else quote.text
    return Wanted(at=quote.at, end=quote.at + 1, text=text, opens=quote.opens)


def _dash(source: str, mark: Mark) -> Wanted:
    """The source's dash; two hyphens stand for one where no space is before them."""
    text = mark.text if mark.text != "--" or source[mark.start - 1 : mark.start].isspace() else "—"
    return Wanted(at=mark.start, end=mark.end, text=text, spaced=not mark.glued)


def _quoted(source: str, target: Hypothesis, wanted: Sequence[Wanted]) -> Hypothesis:
    found = [match.span() for match in _DOUBLE.finditer(target.text)]
    if len(found) != len(wanted):
        found = [match.span() for match in _ANY.finditer(target.text)]
    if len(found) == len(wanted) and all(map(_fits, [target.text] * len(found), found, wanted)):
        return edited(target, [Edit(*place, mark.text) for place, mark in zip(found, wanted, strict=True)])
    removed = (_ANY if _SINGLE.search(target.text) else _DOUBLE).finditer(target.text)
    return _inserted(
        source, edited(target, [removal(target.text, *match.span()) for match in removed]), wanted
    )


def _fits(text: str, place: CharRange, mark: Wanted) -> bool:
    """Does a mark that opens stand before a word, and one that closes behind one?"""
    neighbour = text[place[1] : place[1] + 1] if mark.opens else text[place[0] - 1 : place[0]]
    return bool(neighbour.strip())


def _put(source: str, target: Hypothesis, wanted: Sequence[Wanted], found: Sequence[Mark]) -> Hypothesis:
    """Dashes or ellipses: in place of those that are there, or all of them where the source has them."""
    if not wanted:
        return target
    if len(wanted) == len(found):
        pairs = zip(found, wanted, strict=True)
        return edited(target, [_replaced(target.text, place, mark) for place, mark in pairs])
    removed = [Edit(start - (target.text[start - 1 : start] == " "), end, "") for start, end, _, _ in found]
    return _inserted(source, edited(target, removed), wanted)


def _replaced(text: str, place: Mark, mark: Wanted) -> Edit:
    """The mark instead of what stands at the place, without spaces where it has none."""
    start, end = place.start, place.end
    if not mark.spaced:
        start -= text[start - 1 : start] == " "
        end += text[end : end + 1] == " "
    return Edit(start, end, mark.text)


def _inserted(source: str, target: Hypothesis, wanted: Sequence[Wanted]) -> Hypothesis:
    return edited(target, insertions(source, target, wanted))
