"""Names: capitalised words of a source, which must arrive whole, or as people have translated them before."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from l10n.drafting.edits import Edit, edited
from l10n.model.draft import CharRange, Hypothesis
from l10n.text.atoms import PROTECTED

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_CAPITAL = re.compile(r"[^\W\d_a-z](?:[\w’'-]*\w)?")
_LIKE = 60.0
"""Likeness (rapidfuzz ratio) from which a word of the target may be a form of a name."""
_CUT = 2
"""Letters by which a form is another name, and not the same in another language."""
# Translated, and in many languages written small.
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december i i'm i'll i've i'd mr mrs ms dr".split()
)


def names(text: str, usual: Mapping[str, str]) -> list[CharRange]:
    """Ranges of the words that are names, or parts of some.

    A capital at the start of a sentence tells nothing by itself: such a word counts if it is `usual`ly
    written with one, or stands before another name.
    """
    words = _words(text)
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


def _words(text: str) -> list[re.Match[str]]:
    """The words outside of what is protected."""
    hidden = [match.span() for match in PROTECTED.finditer(text)]
    found = list(_WORD.finditer(text))
    return [m for m in found if not any(a <= m.start() < b for a, b in hidden)] if hidden else found


@lru_cache(10_000)
def fold(word: str) -> str:
    """Without case and accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def form(name: str, target: str, exonyms: Mapping[str, str]) -> str:
    """The word of the target that is the name, whole or in another form; empty if there is none like it."""
    from rapidfuzz.fuzz import ratio

    words: list[str] = _CAPITAL.findall(PROTECTED.sub("", target))
    folded = fold(name)
    for word in words:
        if folded in (fold(word), *map(fold, re.split("['’-]", word))):
            return word
    if (known := exonyms.get(name)) and re.search(rf"\b{re.escape(known)}\b", target):
        return known
    scored: list[tuple[float, str]] = [(ratio(folded, fold(word)), word) for word in words]
    return max((pair for pair in scored if pair[0] >= _LIKE), default=(0.0, ""))[1]


def is_whole(name: str, found: str, exonyms: Mapping[str, str]) -> bool:
    """Is the form the name itself, or what people call it?"""
    return fold(name) in (fold(found), *map(fold, re.split("['’-]", found))) or exonyms.get(name) == found


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


def is_lost(part: CharRange, target: Hypothesis) -> bool:
    """Does no word of the target look at the name? Never, where the alignment is not known."""
    return target.links is not None and not any(
        source[0] < part[1] and part[0] < source[1] for source, _ in target.links
    )


def learned(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names and what people made of them, from reviewed texts (source, target): Moscow → Moscou."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for source, target in pairs:
        for start, end in names(source, {}):
            name = source[start:end]
            if found := form(name, target, {}):
                forms[name][found] += 1
    best = {name: counts.most_common(1)[0][0] for name, counts in forms.items()}
    return {name: found for name, found in best.items() if not is_whole(name, found, {})}


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
    for start, end in names(text, usual):
        if found := form(text[start:end], target, exonyms):
            yield text[start:end], found


def renamed(
    source: str, target: Hypothesis, forms: Mapping[str, str], usual: Mapping[str, str]
) -> Hypothesis:
    """The translation with the names in the forms that an article has agreed on."""
    edits = {}
    for name, found in occurrences(source, target.text, usual, {}):
        if (wanted := forms.get(name)) and wanted != found:
            for match in re.finditer(rf"(?<!\w){re.escape(found)}(?!\w)", target.text):
                edits[match.start()] = Edit(*match.span(), wanted)
    return edited(target, edits.values())
