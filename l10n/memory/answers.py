"""Answers of engines, kept: a sentence is translated once, whatever happens to the run."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from l10n.model.draft import CharRange, Hypothesis
from l10n.ports import Engine

_FORMAT = 2
"""Raised when what is stored of an answer changes."""
_ROWS = 2_000_000
"""Answers that are kept at most, about 1 GB; the older half goes when there are more."""
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, text TEXT, score REAL, links TEXT);"
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"
)


class Remembered:
    """An engine that is asked only what it has not been asked before.

    Answers are found by the engine's signature and the sentence; those without alignment do not serve
    where it is wanted. A store that cannot be used is done without.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._store = _opened(path)

    @property
    def signature(self) -> str:
        return self._engine.signature

    def knows(self, word: str) -> bool:
        return self._engine.knows(word)

    def unreadable(self, text: str) -> list[CharRange]:
        return self._engine.unreadable(text)

    def translate(self, sentences: Sequence[str], *, align: bool, other: bool = False) -> list[Hypothesis]:
        keys = [self._key(sentence, other=other) for sentence in sentences]
        found = {key: known for key in keys if (known := self._read(key, align=align))}
        missing = {key: text for key, text in zip(keys, sentences, strict=True) if key not in found}
        if missing:
            made = self._engine.translate(list(missing.values()), align=align, other=other)
            fresh = dict(zip(missing, made, strict=True))
            self._write(fresh)
            found |= fresh
        return [found[key] for key in keys]

    def _key(self, sentence: str, *, other: bool) -> bytes:
        return hashlib.sha256(json.dumps([_FORMAT, self.signature, other, sentence]).encode()).digest()

    def _read(self, key: bytes, *, align: bool) -> Hypothesis | None:
        row = None
        if self._store:
            with suppress(sqlite3.Error):
                row = self._store.execute(
                    "SELECT text, score, links FROM answers WHERE key = ?", (key,)
                ).fetchone()
        if row is None or (align and row[2] is None):
            return None
        if row[2] is None:
            return Hypothesis(text=row[0], score=row[1])
        links, weak = (tuple(((a, b), (c, d)) for a, b, c, d in pairs) for pairs in json.loads(row[2]))
        return Hypothesis(text=row[0], score=row[1], links=links, weak=weak)

    def _write(self, fresh: dict[bytes, Hypothesis]) -> None:
        if not self._store:
            return
        rows = [
            (key, h.text, h.score, None if h.links is None else json.dumps([_flat(h.links), _flat(h.weak)]))
            for key, h in fresh.items()
        ]
        with suppress(sqlite3.Error), self._store:
            self._store.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", rows)


def _flat(links: Iterable[tuple[CharRange, CharRange]]) -> list[tuple[int, ...]]:
    return [(*source, *target) for source, target in links]


def _opened(path: Path) -> sqlite3.Connection | None:
    """The store at `path`; made anew if it is broken, None if there can be none."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            store = sqlite3.connect(path, timeout=30)
            store.executescript(_SCHEMA)
            (last,) = store.execute(
                "SELECT coalesce(max(rowid), 0) - coalesce(min(rowid), 0) FROM answers"
            ).fetchone()
            if last > _ROWS:
                with store:
                    store.execute(
                        "DELETE FROM answers WHERE rowid < (SELECT max(rowid) FROM answers) - ?",
                        (_ROWS // 2,),
                    )
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                return None
            with suppress(OSError):
                path.unlink(missing_ok=True)
        except OSError:
            return None
        else:
            return store
    return None
