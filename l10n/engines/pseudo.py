"""Pseudo-localization: shows which texts are localized, and which layouts break, before anyone translates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from l10n.model.draft import CharRange, Hypothesis
from l10n.ports import Engine, EngineFactory
from l10n.settings import DraftSettings
from l10n.text.atoms import PROTECTED

_ACCENTS = str.maketrans("ACDEGHIJKLNORSTUYZacdeghijklnorstuyz", "ÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛÝŽåçðéĝĥîĵķļñöŕšţûýž")
_VOWELS = re.compile(r"[aeiouåéîöû]", re.IGNORECASE)
_WORD = re.compile(rf"(?P<protected>{PROTECTED.pattern})|\w+")
_GROWTH = 0.3
"""How much longer a text gets: what German or Portuguese take more than English."""


@dataclass(frozen=True, slots=True)
class PseudoEngine:
    signature: str = "pseudo 1"

    def translate(
        self,
        sentences: Sequence[str],
        *,
        align: bool,
        other: bool = False,  # noqa: ARG002 - the protocol's
    ) -> list[Hypothesis]:
        return [_pseudo(sentence, align=align) for sentence in sentences]

    def knows(self, word: str) -> bool:  # so no headline is read in another case
        return not word.islower()

    def unreadable(self, text: str) -> list[CharRange]:  # noqa: ARG002 - the protocol's
        return []


def _pseudo(sentence: str, *, align: bool) -> Hypothesis:
    pieces, links, at, length, debt = ["["], [], 0, 1, 0.0
    for match in _WORD.finditer(sentence):
        between = sentence[at : match.start()]
        debt += _GROWTH * len(match[0])
        word, used = (match[0], 0) if match["protected"] else _stretched(match[0], int(debt))
        debt -= used
        start = length + len(between)
        links.append((match.span(), (start, start + len(word))))
        pieces += [between, word]
        at, length = match.end(), start + len(word)
    text = "".join([*pieces, sentence[at:], "]"])
    found: tuple[tuple[CharRange, CharRange], ...] | None = tuple(links) if align else None
    return Hypothesis(text=text, links=found)


def _stretched(word: str, more: int) -> tuple[str, int]:
    """The word with accents and up to `more` more letters, and how many: its first vowel is drawn out."""
    accented = word.translate(_ACCENTS)
    vowel = _VOWELS.search(accented)
    if more < 1 or not vowel:
        return accented, 0
    return accented[: vowel.end()] + vowel[0].lower() * more + accented[vowel.end() :], more


def _open(source: str, target: str, settings: DraftSettings) -> Engine:  # noqa: ARG001 - the factory's
    return PseudoEngine()


ENGINE: Final[EngineFactory] = EngineFactory(
    summary="accents, brackets and 30 % more letters, to test layouts", open=_open, judged=False
)
