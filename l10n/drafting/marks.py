"""Quotation marks, dashes and ellipses: written as engines keep them best, and found again or put back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from l10n.drafting.alignment import before, behind
from l10n.drafting.dashes import dashes, ellipses
from l10n.drafting.edits import Edit, edited
from l10n.drafting.quotes import Quote, Style, quotes
from l10n.model.draft import CharRange, Hypothesis

_FOUND_QUOTE = re.compile("[\"“”„«»‹›]|(?<!\\w)[‘']|[’'](?!\\w)")
_CURLY, _STRAIGHT = re.compile(r"(?<=\w)’(?=\w)"), re.compile(r"(?<=\w)'(?=\w)")
"""Apostrophes: models know the straight one, and take `don’t` for two words."""
_FINAL = re.compile(r"[.!?…,;:]*\Z")


class Wanted(NamedTuple):
    """A mark of the source that its translation must have."""

    at: int
    text: str
    opens: bool = False
    """Does it stand before a word, and not behind one?"""


def plain(source: str) -> list[Edit]:
    """What the engine reads instead: straight quotes, and hyphens between spaces for dashes."""
    found = [Edit(q.at, q.at + 1, '"') for q in quotes(source) if q.text != '"']
    found += [Edit(*match.span(), "'") for match in _CURLY.finditer(source)]
    for mark in dashes(source):
        left = "" if mark.start == 0 or source[mark.start - 1].isspace() else " "
        right = "" if mark.end == len(source) or source[mark.end].isspace() else " "
        found.append(Edit(mark.start, mark.end, f"{left}-{right}"))
    return sorted(found)


def has_any(source: str) -> bool:
    """Are there marks that could get lost?"""
    return bool(quotes(source) or dashes(source) or ellipses(source))


def restored(source: str, target: Hypothesis, style: Style | None, depth: int = 0) -> Hypothesis:
    """The translation with each of the source's marks once, quotation marks in the style of the locale.

    Without a style they stay the source's. Links must lead to `source`; `depth` quotations are open before.
    """
    target = _quoted(source, target, style, quotes(source, depth))
    wanted = [Wanted(m.start, _dash(source, m.start, m.text)) for m in dashes(source)]
    target = _put(source, target, wanted, [(m.start, m.end) for m in dashes(target.text)])
    if _CURLY.search(source):
        target = edited(target, [Edit(*match.span(), "’") for match in _STRAIGHT.finditer(target.text)])
    wanted = [Wanted(m.start, m.text) for m in ellipses(source)]
    return _put(source, target, wanted, [(m.start, m.end) for m in ellipses(target.text)])


def _dash(source: str, start: int, text: str) -> str:
    """The source's dash; a hyphen that stands for one stays what it is."""
    return text if text != "--" or source[start - 1 : start].isspace() else "—"


def _quoted(source: str, target: Hypothesis, style: Style | None, marks: Sequence[Quote]) -> Hypothesis:
    if not marks:
        return target
    wanted = [Wanted(q.at, style.mark(q) if style else q.text, q.opens) for q in marks]
    found = [match.span() for match in re.finditer('["“”„«»]', target.text)]
    if len(found) != len(wanted):
        found = [match.span() for match in _FOUND_QUOTE.finditer(target.text)]
    if len(found) == len(wanted) and all(map(_fits, [target.text] * len(found), found, wanted)):
        return edited(target, [Edit(*place, mark.text) for place, mark in zip(found, wanted, strict=True)])
    found = [match.span() for match in re.finditer('["“”„«»]', target.text)]
    return _inserted(source, edited(target, [Edit(*place, "") for place in found]), wanted)


def _fits(text: str, place: CharRange, mark: Wanted) -> bool:
    """Does a mark that opens stand before a word, and one that closes behind one?"""
    neighbour = text[place[1] : place[1] + 1] if mark.opens else text[place[0] - 1 : place[0]]
    return bool(neighbour.strip())


def _put(source: str, target: Hypothesis, wanted: Sequence[Wanted], found: Sequence[CharRange]) -> Hypothesis:
    """Dashes or ellipses: in place of those that are there, or all of them where the source has them."""
    if not wanted:
        return target
    if len(wanted) == len(found):
        return edited(target, [Edit(*place, mark.text) for place, mark in zip(found, wanted, strict=True)])
    removed = [Edit(start - (target.text[start - 1 : start] == " "), end, "") for start, end in found]
    return _inserted(source, edited(target, removed), wanted)


def _inserted(source: str, target: Hypothesis, wanted: Sequence[Wanted]) -> Hypothesis:
    for mark in reversed(wanted):  # the last first: of those at one place, it is the last then, too
        target = edited(target, [_insertion(source, target, mark)])
    return target


def _insertion(source: str, target: Hypothesis, mark: Wanted) -> Edit:
    text, rest = target.text, source[mark.at + len(mark.text) :] if not mark.opens else source[mark.at + 1 :]
    if not re.search(r"\w", source[: mark.at]):
        at = 0
    elif not re.search(r"\w", rest) and not mark.opens:
        at = _final(source, mark.at, text)
    else:
        at = (before if mark.opens else behind)(target, mark.at, len(source))
    dash = mark.text.strip()[:1] in "-–—"
    if dash and at == 0:
        return Edit(0, 0, f"{mark.text} ")
    spaced = dash or source[mark.at - 1 : mark.at].isspace()
    return Edit(at, at, f" {mark.text}" if spaced and not mark.opens and at else mark.text)


def _final(source: str, at: int, text: str) -> int:
    """The end of the text; before its last marks where the source has some behind the place."""
    if re.match(r"\W*[.!?…,;:]", source[at + 1 :]):
        match = _FINAL.search(text)
        return match.start() if match else len(text)
    return len(text)
