"""Texts by key; the file never stops a run: what cannot be read is missing, what cannot be kept is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")
_ROWS = 2_000_000
"""Texts that are kept at most, about 1 GB of answers; the older half goes when there are more."""
_PATIENCE = 5.0
"""Seconds to wait for another process; one that works as this does needs some milliseconds."""
_SCHEMA = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value TEXT NOT NULL)"
_COUNT = "SELECT (SELECT max(rowid) FROM kept) - (SELECT min(rowid) FROM kept)"


class Store:
    """Opened anew each time, so a process that is killed leaves nothing behind, and several can share it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._usable = True
        self._use(_trim)

    def read(self, keys: Iterable[bytes]) -> dict[bytes, str]:
        """The texts of the keys that are there."""
        query = "SELECT key, value FROM kept WHERE key = ?"
        rows = self._use(lambda store: [row for key in keys for row in store.execute(query, (key,))])
        return dict(rows or ())

    def write(self, texts: Mapping[bytes, str]) -> None:
        """Keep the texts, in one step."""
        self._use(lambda store: store.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", texts.items()))

    def _use(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """What `work` gives; None where the file cannot be used. One that is no store is thrown away."""
        if not self._usable:
            return None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as store, store:
                store.execute(_SCHEMA)
                return work(store)
        except sqlite3.OperationalError as error:
            # whoever holds it that long will do so the next time, and waiting costs more than it saves
            self._usable = getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY
        except sqlite3.DatabaseError:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        except OSError:  # there can be no such file here
            self._usable = False
        return None


def _trim(store: sqlite3.Connection) -> None:
    ((count,),) = store.execute(_COUNT)
    if count and count > _ROWS:
        store.execute("DELETE FROM kept WHERE rowid < (SELECT max(rowid) FROM kept) - ?", (_ROWS // 2,))
