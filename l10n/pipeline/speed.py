"""How fast an engine is, measured on a few of the sentences that it has to translate."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest
from zlib import crc32

from l10n.ports import Engine
from l10n.stages import draft as stage

_SAMPLE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """What was measured, in seconds of the clock on the wall: the time that a user waits."""

    loading: float = 0.0
    """Until the engine had translated a first sentence, which is not counted below."""
    seconds: float = 0.0
    sentences: int = 0
    characters: int = 0
    """Of the sentences: long ones take longer."""


def sample(sentences: Mapping[str, bool]) -> dict[str, bool]:
    """Some of the sentences: whichever they are, always the same ones, and of all lengths."""
    return {text: sentences[text] for text in nsmallest(_SAMPLE, sentences, key=lambda t: crc32(t.encode()))}


def measured(engine: Engine, sentences: Mapping[str, bool]) -> Speed:
    """Have the sentences translated, those with True aligned, and take the time."""
    first = dict(list(sentences.items())[:1])
    rest = {text: align for text, align in sentences.items() if text not in first}
    loading, seconds = _timed(engine, first), _timed(engine, rest)
    return Speed(loading=loading, seconds=seconds, sentences=len(rest), characters=sum(map(len, rest)))


def _timed(engine: Engine, sentences: Mapping[str, bool]) -> float:
    begun = time.monotonic()
    keys = {(text, False): align for text, align in sentences.items()}
    for _ in stage.translated(keys, [key for key, align in keys.items() if align], engine):
        pass
    return time.monotonic() - begun
