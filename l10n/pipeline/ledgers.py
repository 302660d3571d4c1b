"""The ledgers of a project, and who writes into them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from shlex import quote

from l10n import __version__
from l10n.catalog import layout, ledger
from l10n.catalog.saved import Stamp, stamp
from l10n.errors import ProjectError
from l10n.model.entry import Entry
from l10n.model.event import Event
from l10n.pipeline import clock
from l10n.pipeline.articles import Article
from l10n.pipeline.contents import KEPT
from l10n.pipeline.groups import Group
from l10n.settings import Project
from l10n.stages.history import History
from l10n.stages.look import cleared_at_once, seen

WE = f"l10n {__version__}"
"""Who writes what no person and no engine does."""
_PERSON = re.compile(r"[^<>\x00-\x1f\x7f]*[^<>\x00-\x20\x7f] <[^<>\x00-\x20\x7f]+>")
_SHOWN = 5
"""Bad lines of a ledger that are told of one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a ledger says, and what is wrong with it."""

    history: History
    notes: tuple[str, ...] = ()


def read(of: Article | Group, locale: str) -> Read:
    """The history of a catalog; lines that tell nothing are in the notes, and stop nothing."""
    path, place = _path(of, locale)
    return _remembered(path, place, stamp(path)) if of.shared else _read(path, place)


@lru_cache(maxsize=KEPT)
def _remembered(path: Path, place: str, _: Stamp | None) -> Read:
    return _read(path, place)


def _read(path: Path, place: str) -> Read:
    found = ledger.read(path, place)
    notes = [str(problem) for problem in found.problems[:_SHOWN]]
    if more := len(found.problems) - len(notes):
        notes.append(f"{place}: {more} more lines are no events")
    return Read(history=History(found.events), notes=tuple(notes))


def append(of: Article | Group, locale: str, events: Iterable[Event]) -> None:
    """Add the events to the ledger of a catalog; OutputError if that cannot be done."""
    path, place = _path(of, locale)
    ledger.append(path, events, place)


def look(
    of: Article | Group, locale: str, before: Sequence[Entry], after: Sequence[Entry]
) -> tuple[str, ...]:
    """Write down what has happened to the texts of a catalog since the last look; notes for people."""
    known = read(of, locale)
    events = seen(before, after, known.history, clock.moment(), WE)
    append(of, locale, events)
    return (*known.notes, *suspicions(of, locale, after, known.history.with_events(events)))


def suspicions(
    of: Article | Group, locale: str, entries: Iterable[Entry], history: History
) -> tuple[str, ...]:
    """What looks as if a program had done what a person should."""
    if not (found := cleared_at_once(entries, history)):
        return ()
    path = layout.catalog_path(of.project, of.domain, locale)
    what = f"{found[0]} of {found[1]} drafts have lost their fuzzy marks at once, and no word has changed"
    advice = f"if someone has read them: l10n approve {quote(of.place)} --locale {locale}"
    return (f"{layout.place(of.project, path)}: {what}; {advice}",)


def person(project: Project, by: str | None) -> str:
    """`Name <mail>`, as given or as git knows the user; ProjectError if neither says who it is."""
    if by is None:
        name, mail = (_configured(project, key) for key in ("user.name", "user.email"))
        if not name or not mail:
            hint = 'add --by "Name <mail>", or set user.name and user.email in git'
            raise ProjectError("nobody knows who you are", hint=hint)
        by = f"{name} <{mail}>"
    if not _PERSON.fullmatch(by):
        raise ProjectError(f"{by!r} names nobody", hint='write "Name <mail>"')
    return by


def _path(of: Article | Group, locale: str) -> tuple[Path, str]:
    """The ledger, and as errors write it."""
    path = ledger.path_of(layout.catalog_path(of.project, of.domain, locale))
    return path, layout.place(of.project, path)


def _configured(project: Project, key: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - nothing in it comes from outside
            ["git", "config", key],  # noqa: S607 - the user's git, wherever it is
            cwd=project.root,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.strip()
