"""Messages that fit ill together: one source translated twice, one translation for two sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Context, Sample, Seed
from benchmarks.seeding.texts import words

_SYNONYMS: Final = MappingProxyType(
    {
        "pt_BR": {
            "disse": "afirmou",
            "água": "maré",
            "cidade": "vila",
            "cais": "molhe",
            "casas": "residências",
            "barco": "navio",
            "ônibus": "coletivo",
            "manhã": "madrugada",
            "rua": "travessa",
            "muro": "dique",
            "porto": "ancoradouro",
            "preços": "valores",
            "como": "de que modo",
            "noite": "madrugada",
        },
        "es": {
            "dijo": "afirmó",
            "agua": "marea",
            "ciudad": "villa",
            "muelle": "malecón",
            "mañana": "madrugada",
            "calle": "callejuela",
            "muro": "dique",
            "puerto": "fondeadero",
            "cómo": "de qué modo",
            "noche": "madrugada",
            "preguntas": "dudas",
        },
    }
)
_LONG = 12
"""Characters that a source has at least: shorter ones have the same translation by right."""


def _elsewhere(sample: Sample, context: Context) -> str:
    """Another article."""
    return next(s.article for s in context.samples if s.article != sample.article)


def inconsistent(sample: Sample, context: Context) -> Iterator[Seed]:
    """The same source in another article, where it is translated otherwise."""
    if len(sample.source) < _LONG or not re.search(r"[a-z]{3}", sample.source):
        return
    twin = replace(sample, article=_elsewhere(sample, context))
    for text in words(_SYNONYMS[sample.locale])(sample):
        yield _inconsistent("another word", sample, replace(twin, target=text))
    for way, text in _otherwise(sample):
        yield _inconsistent(way, sample, replace(twin, target=text))
    theirs = context.others.get(({"es": "pt_BR"}.get(sample.locale, "es"), sample.source), sample.target)
    if theirs != sample.target:
        yield _inconsistent("once in another language", sample, replace(twin, target=theirs))


def _inconsistent(way: str, sample: Sample, twin: Sample) -> Seed:
    return Seed(check="inconsistent", way=way, sample=sample, faulty=sample, more=(twin,))


def _otherwise(sample: Sample) -> Iterator[tuple[str, str]]:
    parts = sample.target.split(" ")
    if len(parts) > 5:
        yield "a word less", " ".join([*parts[:2], *parts[3:]])
    if sample.source != sample.target:
        yield "once not translated", sample.source


def reused(sample: Sample, context: Context) -> Iterator[Seed]:
    """The translation of another message, pasted."""
    mine = [s for s in context.samples if s.locale == sample.locale]
    at = mine.index(sample)
    for way, others in (
        ("that of the message before", mine[max(0, at - 1) : at]),
        ("that of the message behind", mine[at + 1 : at + 2]),
        ("that of a message of its kind", [s for s in mine if s.kind == sample.kind][:40]),
    ):
        for other in others:
            if _differs(sample, other):
                faulty = replace(sample, target=other.target)
                yield Seed(check="reused", way=way, sample=sample, faulty=faulty)


def _differs(sample: Sample, other: Sample) -> bool:
    """Do the sources say different things? No two words of the longer ones are the same."""
    mine, theirs = (set(re.findall(r"[^\W\d_]{4,}", s.source.lower())) for s in (sample, other))
    return len(mine) > 1 and len(theirs) > 1 and not mine & theirs
