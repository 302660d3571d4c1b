"""Articles, catalogs and settings are watched; what people save is merged and built."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from l10n.errors import ProjectError
from l10n.pipeline.outcome import Outcome
from l10n.pipeline.rounds import Choice, Rounds
from l10n.settings import Project

_TICK = 500
"""Milliseconds after which the settings are looked at, and whether the folders are still the same."""
_AFTER = 5
"""How many looks follow a change: where watchfiles polls, it misses a second one within the same second."""


def watch(project: Project, choice: Choice) -> Iterator[Outcome]:
    """A round for everything, then one whenever people have saved something, without end.

    ProjectError if there is nothing to watch, or the system watches no more files.
    """
    rounds = Rounds(project=project, choice=choice)
    yield rounds.first()
    while True:
        folders = rounds.folders()
        for stirred in _stirs([folder for folder, _ in folders]):
            done = rounds.reread() or (rounds.next() if stirred or rounds.busy else None)
            if done:
                yield done
            if rounds.folders() != folders:  # what has another folder's place is not watched
                break


def _stirs(folders: Sequence[Path]) -> Iterator[bool]:
    """Again and again: may something have changed? Yes at first, as nobody has watched before."""
    from watchfiles import watch as changes

    left = _AFTER
    try:
        for found in changes(
            *folders,
            watch_filter=None,
            rust_timeout=_TICK,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        ):
            left = _AFTER if found else left - 1
            yield left >= 0
    except (FileNotFoundError, RuntimeError):  # a folder went away just now, or watchfiles lost it
        time.sleep(_TICK / 1000)
    except OSError as error:
        hint = "raise the limit, or set WATCHFILES_FORCE_POLLING=1"
        raise ProjectError(
            f"cannot be watched: {error}", where=", ".join(folder.name for folder in folders), hint=hint
        ) from None
