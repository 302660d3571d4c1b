"""Answers of engines, kept: a sentence is translated once, whatever happens to the run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from l10n.memory.store import Store
from l10n.model.draft import CharRange, Hypothesis
from l10n.ports import Engine

_FORMAT = 2
"""Raised when engines answer otherwise under the same signature."""
_UNASKED = "unasked"
"""Stands for the links where none were wanted."""


class Remembered:
    """An engine that is asked only what it has not been asked before.

    Answers are found by the engine's signature and the sentence; those without alignment do not serve
    where it is wanted.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._store = Store(path)

    @property
    def fresh(self) -> Engine:
        """The engine itself, that remembers nothing."""
        return self._engine

    @property
    def signature(self) -> str:
        return self._engine.signature

    def knows(self, word: str) -> bool:
        return self._engine.knows(word)

    def unreadable(self, text: str) -> list[CharRange]:
        return self._engine.unreadable(text)

    def translate(self, sentences: Sequence[str], *, align: bool, other: bool = False) -> list[Hypothesis]:
        found = self._found(sentences, align=align, other=other)
        missing = [sentence for sentence in dict.fromkeys(sentences) if sentence not in found]
        if missing:
            made = self._engine.translate(missing, align=align, other=other)
            fresh = dict(zip(missing, made, strict=True))
            self._store.write(
                {self._key(text, other=other): _written(h, align=align) for text, h in fresh.items()}
            )
            found |= fresh
        return [found[sentence] for sentence in sentences]

    def remembers(self, sentences: Iterable[str], *, align: bool, other: bool = False) -> set[str]:
        """Those that the engine would not be asked."""
        return set(self._found(sentences, align=align, other=other))

    def _found(self, sentences: Iterable[str], *, align: bool, other: bool) -> dict[str, Hypothesis]:
        keys = {self._key(sentence, other=other): sentence for sentence in sentences}
        texts = self._store.read(keys)
        known = {keys[key]: _hypothesis(text, align=align) for key, text in texts.items()}
        return {sentence: hypothesis for sentence, hypothesis in known.items() if hypothesis}

    def _key(self, sentence: str, *, other: bool) -> bytes:
        return hashlib.sha256(json.dumps([_FORMAT, self.signature, other, sentence]).encode()).digest()


def _written(made: Hypothesis, *, align: bool) -> str:
    """An engine can have no links though they are wanted: that is an answer too."""
    links = _UNASKED if not (align or made.links) else made.links
    return json.dumps([made.text, made.score, links, made.weak])


def _hypothesis(written: str, *, align: bool) -> Hypothesis | None:
    """None where it was not asked for links that are wanted now, or is no answer."""
    try:
        text, score, links, weak = json.loads(written)
        if links == _UNASKED and align:
            return None
        known = None if links in (None, _UNASKED) else _links(links)
        return Hypothesis(text=str(text), score=float(score), links=known, weak=_links(weak))
    except (ValueError, TypeError):
        return None


def _links(pairs: Iterable[tuple[Iterable[int], Iterable[int]]]) -> tuple[tuple[CharRange, CharRange], ...]:
    return tuple(((a, b), (c, d)) for (a, b), (c, d) in pairs)
