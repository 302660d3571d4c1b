"""Which faults are made for which check, and a fair choice of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Final

from benchmarks.seeding import (
    atoms,
    dates,
    endings,
    lost,
    marks,
    markups,
    names,
    negation,
    numbers,
    spacing,
    spelling,
    terms,
    units,
    unseen,
    validity,
    wide,
)
from benchmarks.seeding.sample import Context, Sample, Seed, Ways

COUNT = 50
"""Faults of each check."""
Injector = Callable[[Sample, Context], Iterator[Seed]]


def _of(check: str, ways: Ways) -> Injector:
    return partial(_changed, check, ways)


def _changed(check: str, ways: Ways, sample: Sample, _: Context) -> Iterator[Seed]:
    """Every fault of a check that can be in the translation."""
    for way, change in ways.items():
        for text in change(sample):
            if text not in (sample.target, ""):
                yield Seed(check=check, way=way, sample=sample, faulty=replace(sample, target=text))


def _language(sample: Sample, context: Context) -> Iterator[Seed]:
    yield from _changed("language", lost.LANGUAGE, sample, context)
    for locale in {other.locale for other in context.samples} - {sample.locale}:
        for text in lost.other_locale(sample, context.others.get((locale, sample.source), "")):
            faulty = replace(sample, target=text)
            yield Seed(check="language", way=f"that of {locale}", sample=sample, faulty=faulty)


TEXTS: Final = MappingProxyType(
    {
        "quotes": marks.QUOTES,
        "brackets": marks.BRACKETS,
        "ending": endings.ENDING,
        "ellipses": endings.ELLIPSES,
        "spaces": spacing.SPACES,
        "doubled-words": spacing.DOUBLED_WORDS,
        "placeholders": atoms.PLACEHOLDERS,
        "addresses": atoms.ADDRESSES,
        "invisible": unseen.INVISIBLE,
        "hidden-html": unseen.HIDDEN_HTML,
        "markup": markups.MARKUP,
        "leftovers": markups.LEFTOVERS,
        "numbers": numbers.NUMBERS,
        "dates": dates.DATES,
        "units": units.UNITS,
        "terms": terms.TERMS,
        "names": names.NAMES,
        "untranslated": lost.UNTRANSLATED,
        "length": lost.LENGTH,
        "negation": negation.NEGATION,
        "sentences": lost.SENTENCES,
        "spelling": spelling.SPELLING,
    }
)
INJECTORS: Final[Mapping[str, Injector]] = MappingProxyType(
    {check: _of(check, ways) for check, ways in TEXTS.items()}
    | {
        "language": _language,
        "validity": validity.seeds,
        "inconsistent": wide.inconsistent,
        "reused": wide.reused,
    }
)
"""By the code of the check that should find the faults."""


def seeds(check: str, samples: Sequence[Sample], count: int = COUNT) -> list[Seed]:
    """So many faults, as many of each way as there are; the same ones for the same messages."""
    others = {(s.locale, s.source): s.target for s in samples}
    context = Context(samples=samples, others=others)
    by_way: dict[str, list[Seed]] = {}
    for sample in samples:
        for seed in INJECTORS[check](sample, context):
            by_way.setdefault(seed.way, []).append(seed)
    rng = random.Random(check)  # noqa: S311 - no secret
    for found in by_way.values():
        rng.shuffle(found)
    chosen: list[Seed] = []
    while len(chosen) < count and any(by_way.values()):
        for found in by_way.values():
            if found and len(chosen) < count:
                chosen.append(_next(found, chosen))
    return chosen


def _next(found: list[Seed], chosen: Sequence[Seed]) -> Seed:
    """One of a message that has had no fault yet, as long as there are such."""
    had = {seed.sample.source for seed in chosen}
    at = next((at for at, seed in enumerate(found) if seed.sample.source not in had), 0)
    return found.pop(at)
