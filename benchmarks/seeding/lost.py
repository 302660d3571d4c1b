"""Text that was not translated, is in another language, is cut off or stands there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Sample, Ways
from benchmarks.seeding.texts import sentences

_SMALL_WORD = r"(?<![\w’'-])[a-z]{3,}(?![\w-])"


def _speaks(text: str, least: int) -> bool:
    """Has it so many English words that are no names?"""
    return len(re.findall(_SMALL_WORD, text)) >= least


def _left(sample: Sample) -> Iterator[str]:
    if _speaks(sample.source, 3) and sample.source != sample.target:
        yield sample.source


def _sentence_left(sample: Sample) -> Iterator[str]:
    for at, parts, said in _pairs(sample):
        if _speaks(said, 5):
            yield " ".join([*parts[:at], said, *parts[at + 1 :]])


def _pairs(sample: Sample) -> Iterator[tuple[int, list[str], str]]:
    """The sentences of a translation that has as many as its source, each with that of the source."""
    parts, said = _whole(sample.target), _whole(sample.source)
    if len(parts) == len(said) > 1:
        for at, text in enumerate(said):
            yield at, parts, text


def _whole(text: str) -> list[str]:
    """Its sentences; none where a line break or a quotation lies over several."""
    parts = sentences(text)
    sound = all(
        part.count("“") == part.count("”") and part.count('"') % 2 == part.count("*") % 2 == 0
        for part in parts
    )
    return parts if sound and " ".join(parts) == text else []


def _half_left(sample: Sample) -> Iterator[str]:
    """The translator stopped in the middle."""
    if _speaks(sample.source, 12):
        done, rest = sample.target.split(" "), sample.source.split(" ")
        yield " ".join([*done[: len(done) // 3], *rest[len(rest) // 3 :]])


UNTRANSLATED: Final[Ways] = MappingProxyType(
    {
        "the whole is left": _left,
        "a sentence is left": _sentence_left,
        "the end is left": _half_left,
        "left with another end": lambda sample: (
            text.rstrip(".") + "!" for text in _left(sample) if text.endswith(".") and _speaks(text, 5)
        ),
        "left with one word translated": lambda sample: (
            text.replace(" and ", {"es": " y "}.get(sample.locale, " e "), 1)
            for text in _left(sample)
            if " and " in text and _speaks(text, 6)
        ),
    }
)

_ELSEWHERE: Final = MappingProxyType(
    {
        "French": (
            "La tempête a arraché une partie du quai et les bateaux sont restés au port trois jours.",
            "Les habitants de la ville basse ont passé la nuit dans l’école, avec leurs chats.",
            "Personne ne sait encore combien coûtera la réparation du mur, ni qui la paiera.",
        ),
        "Italian": (
            "La tempesta ha strappato una parte della banchina e le barche sono rimaste in porto tre giorni.",
            "Gli abitanti della città bassa hanno passato la notte nella scuola, con i gatti.",
            "Nessuno sa ancora quanto costerà riparare il muro, né chi dovrà pagare tutto questo lavoro.",
        ),
        "German": (
            "Der Sturm hat einen Teil des Kais weggerissen, und die Boote blieben drei Tage lang im Hafen.",
            "Die Bewohner der Unterstadt verbrachten die Nacht mit ihren Kindern und Katzen in der Schule.",
            "Noch weiß niemand, was die Reparatur der Mauer kosten wird und wer sie am Ende bezahlt.",
        ),
        "Russian": (
            "Шторм сорвал часть причала, и лодки три дня оставались в порту.",
            "Жители нижнего города провели ночь в школе вместе с детьми и кошками.",
        ),
        "Japanese": (
            "嵐で岸壁の一部が流され、船は三日間港にとどまった。",
            "住民は子どもたちと一緒に学校で夜を過ごした。",
        ),
    }
)


def _in(language: str, sample: Sample) -> Iterator[str]:
    if len(sample.source) >= 60:
        yield from _ELSEWHERE[language]


def other_locale(sample: Sample, theirs: str) -> Iterator[str]:
    """The translation for another locale, in the place of this one."""
    if len(theirs) >= 60 and theirs != sample.target:
        yield theirs


LANGUAGE: Final[Ways] = MappingProxyType(
    {language: lambda sample, language=language: _in(language, sample) for language in _ELSEWHERE}
)


def _cut(sample: Sample, share: float, least: int) -> Iterator[str]:
    words = sample.target.split(" ")
    if len(sample.target) >= least:
        yield " ".join(words[: max(1, round(len(words) * share))])


def _long_title(sample: Sample) -> Iterator[str]:
    if sample.kind.endswith(": title"):
        yield f"{sample.target}: tudo o que se sabe até agora, minuto a minuto, e o que ainda falta saber"


def _long_description(sample: Sample) -> Iterator[str]:
    if sample.kind.endswith(": description"):
        yield f"{sample.target} {sample.target[:-1]}, agora e depois. {sample.target}"


LENGTH: Final[Ways] = MappingProxyType(
    {
        "all but the start is lost": lambda sample: _cut(sample, 0.2, 80),
        "two thirds are lost": lambda sample: _cut(sample, 0.34, 100),
        "more than a half is lost": lambda sample: _cut(sample, 0.45, 200),
        "one word": lambda sample: _cut(sample, 0.0, 60),
        "the whole is there twice": lambda sample: (
            [f"{sample.target} {sample.target}"] if len(sample.target) >= 60 else []
        ),
        "the source is there besides": lambda sample: (
            [f"{sample.target} ({sample.source})"] if len(sample.target) >= 60 else []
        ),
        "a title that is too long for a page": _long_title,
        "a description that is too long for a page": _long_description,
    }
)


def _dropped(sample: Sample, which: Sequence[int]) -> Iterator[str]:
    for at, parts, said in _pairs(sample):
        if (at - len(parts) in which or at in which) and _speaks(said, 3):
            yield " ".join([*parts[:at], *parts[at + 1 :]])


def _all_but(sample: Sample, kept: slice) -> Iterator[str]:
    parts = [parts for _, parts, _ in _pairs(sample)][:1]
    if parts and len(parts[0]) > 2:
        yield " ".join(parts[0][kept])


def _twice(sample: Sample) -> Iterator[str]:
    for at, parts, said in _pairs(sample):
        if _speaks(said, 3):
            yield " ".join([*parts[:at], parts[at], *parts[at:]])


SENTENCES: Final[Ways] = MappingProxyType(
    {
        "the last one is lost": lambda sample: _dropped(sample, [-1]),
        "the first one is lost": lambda sample: _dropped(sample, [0]),
        "one in the middle is lost": lambda sample: (
            text
            for text in _dropped(sample, range(1, 9))
            if len(_whole(sample.target)) > 2 and not sample.target.startswith(text)
        ),
        "only the first one is there": lambda sample: _all_but(sample, slice(1)),
        "only the last one is there": lambda sample: _all_but(sample, slice(-1, None)),
        "one is there twice": _twice,
    }
)
