"""Names: capitalised words of a source, which must arrive whole, or as people have translated them before."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from l10n.model.draft import CharRange
from l10n.text.atoms import PROTECTED
from l10n.text.ranges import Taken
from l10n.text.words import fold

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
CAPITALISED = re.compile(r"[^\W\d_a-z](?:[\w’'-]*\w)?")
_JOINT = re.compile("['’-]")
_LIKE = 60.0
"""Likeness (rapidfuzz ratio) from which a word of the target may be a form of a name."""
_MOST = 300
"""Words of a translation among which a form is looked for."""
_CUT = 2
"""Letters by which a form is another name, and not the same in another language."""
# Translated, and in many languages written small; and what often begins a sentence before a name.
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december i i'm i'll i've i'd mr mrs ms dr "
    "the this that these those his her its their our my your both all some many most every each no not "
    "in on at to from for by with as of and but or if when while after before since until yet so".split()
)


def names(text: str, usual: Mapping[str, str]) -> list[CharRange]:
    """Ranges of the words that are names, or parts of some.

    A capital at the start of a sentence tells nothing by itself: such a word counts if it is `usual`ly
    written with one, or stands before another name.
    """
    hidden = Taken(match.span() for match in PROTECTED.finditer(text))
    words = [match for match in _WORD.finditer(text) if not hidden.meets(*match.span())]
    found: list[CharRange] = []
    for number, match in enumerate(words):
        if not match[0][0].isupper():
            continue
        word = re.sub(r"['’]s?\Z", "", match[0])
        if word.lower() in _NO_NAMES or len(word) < 3 or word.isupper():
            continue
        if not re.search(r"[^\W_][’'”\")]?[,;]? \Z", text[max(0, match.start() - 4) : match.start()]):
            following = words[number + 1][0] if number + 1 < len(words) else ""
            if not usual.get(word.lower(), "x")[0].isupper() and not (
                following[:1].isupper() and word.lower() not in usual
            ):
                continue
        found.append((match.start(), match.start() + len(word)))
    return found


class Forms:
    """The words of a translation that can be forms of names."""

    def __init__(self, target: str, exonyms: Mapping[str, str]) -> None:
        self._exonyms = exonyms
        self._words = dict.fromkeys(CAPITALISED.findall(PROTECTED.sub("", target)))
        self._folded: dict[str, str] = {}
        for word in self._words:
            for part in (word, *_JOINT.split(word)):
                self._folded.setdefault(fold(part), word)
        self._found: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The word that is the name, whole or in another form; empty if there is none like it."""
        if name not in self._found:
            self._found[name] = self._look(name)
        return self._found[name]

    def _look(self, name: str) -> str:
        from rapidfuzz.fuzz import ratio

        folded = fold(name)
        if whole := self._folded.get(folded):
            return whole
        if (known := self._exonyms.get(name)) in self._words:
            return known or ""
        if len(self._words) > _MOST:
            return ""
        scored: list[tuple[float, str]] = [(ratio(folded, fold(word)), word) for word in self._words]
        return max((pair for pair in scored if pair[0] >= _LIKE), default=(0.0, ""))[1]


def _is_whole(name: str, found: str) -> bool:
    """Is the form the name itself, whatever is joined to it?"""
    return fold(name) in map(fold, (found, *_JOINT.split(found)))


def is_cut(name: str, found: str) -> bool:
    """Has the form lost or doubled syllables? `Harge` for Hargeisa, `Ouagadougougou`; not Moscou."""
    short, long = sorted((fold(name), fold(found)), key=len)
    if len(long) - len(short) < _CUT:
        return False
    return _common(short, long) + _common(short[::-1], long[::-1]) >= len(short)


def _common(left: str, right: str) -> int:
    """Length of the beginning that both have."""
    return next(
        (at for at, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), len(left)
    )


def learned(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names and what people made of them, from reviewed texts (source, target): Moscow → Moscou."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for source, target in pairs:
        for name, found in occurrences(source, target, {}, {}):
            forms[name][found] += 1
    best = {name: counts.most_common(1)[0][0] for name, counts in forms.items()}
    return {name: found for name, found in best.items() if not _is_whole(name, found)}


def agreed(seen: Iterable[tuple[str, str]]) -> dict[str, str]:
    """One form for each name of an article, from (name, form) pairs: the commonest, or else its own."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for name, found in seen:
        forms[name][found] += 1
    return {
        name: max(counts, key=lambda word: (counts[word], word == name)) for name, counts in forms.items()
    }


def occurrences(
    text: str, target: str, usual: Mapping[str, str], exonyms: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """(name, its form in the target) for each name of a text that has one there."""
    forms = Forms(target, exonyms)
    for start, end in names(text, usual):
        if found := forms.of(text[start:end]):
            yield text[start:end], found
