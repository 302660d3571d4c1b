"""Terms of the project's term base that are translated otherwise."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from benchmarks.places import ROOT
from benchmarks.seeding.sample import Sample, Way, Ways
from benchmarks.seeding.texts import outside, put

_BASE = ROOT / "terms.csv"
_WRONG: Final = MappingProxyType(
    {
        "pt_BR": {
            "spring tide": "maré de primavera",
            "neap tide": "maré baixa",
            "storm surge": "onda de choque",
            "harbour wall": "parede da doca",
            "harbour office": "escritório portuário",
            "harbour master": "mestre do cais",
            "town hall": "salão da vila",
            "fish market": "feira de pescado",
            "ferry": "barca",
            "keeper": "goleiro",
            "lighthouse": "casa da luz",
            "high water": "água alta",
            "low water": "água baixa",
            "council": "conselho",
        },
        "es": {
            "spring tide": "marea de primavera",
            "neap tide": "marea baja",
            "storm surge": "oleada de tempestad",
            "harbour wall": "pared de la dársena",
            "harbour office": "oficina portuaria",
            "harbour master": "maestro del embarcadero",
            "town hall": "salón de la villa",
            "fish market": "lonja de pescados",
            "ferry": "barcaza",
            "keeper": "portero",
            "lighthouse": "casa de la luz",
            "high water": "agua alta",
            "low water": "agua baja",
            "council": "consejo",
        },
    }
)
"""What machines, and people who do not know the subject, write instead."""


@dataclass(frozen=True, slots=True)
class _Term:
    source: str
    targets: tuple[str, ...]


@cache
def _terms(locale: str) -> tuple[_Term, ...]:
    with _BASE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(_Term(row["en"], tuple(row[locale].split("|"))) for row in rows if row[locale])


def _used(sample: Sample) -> Iterator[tuple[_Term, re.Match[str]]]:
    """Terms of the source with the only place where the translation has them."""
    for term in _terms(sample.locale):
        if re.search(rf"(?i)(?<!\w){re.escape(term.source)}(?:s|es)?(?!\w)", sample.source):
            ways = "|".join(map(re.escape, sorted(term.targets, key=len, reverse=True)))
            found = list(outside(rf"(?i)(?<!\w)(?:{ways})s?(?!\w)", sample.target))
            if len(found) == 1:
                yield term, found[0]


def _instead(new: Callable[[_Term, str], str], *, kept: bool = False) -> Way:
    """Something else for a term; `kept`: for one that is not translated."""

    def way(sample: Sample) -> Iterator[str]:
        for term, match in _used(sample):
            other = new(term, sample.locale)
            if other and (term.source in term.targets) == kept:
                yield put(sample.target, match, other)

    return way


def _shorter(sample: Sample) -> Iterator[str]:
    """Of a term of several words only the first is there: `maré` for `maré de sizígia`."""
    for term, match in _used(sample):
        first = match[0].split()[0]
        if first not in (match[0], *term.targets) and term.source not in term.targets:
            yield put(sample.target, match, first)


TERMS: Final[Ways] = MappingProxyType(
    {
        "another word": _instead(lambda term, locale: _WRONG[locale].get(term.source, "")),
        "left in English": _instead(lambda term, _: term.source),
        "only its first word": _shorter,
        "a word that means something else": _instead(lambda *_: "coisa"),
        "what is not translated is": _instead(lambda term, _: f"{term.source}ção".lower(), kept=True),
        "what is not translated is cut": _instead(lambda term, _: term.source[:-2], kept=True),
    }
)
