"""What there is to do after people have saved files: first the catalogs, then the builds of just these."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from l10n.catalog import layout, saved
from l10n.catalog.saved import Stamp, stamp
from l10n.config import find_project
from l10n.errors import L10nError
from l10n.pipeline.building import build
from l10n.pipeline.catalogs import Orphan, update
from l10n.pipeline.looking import Look, Place, look, stamps
from l10n.pipeline.outcome import Outcome
from l10n.settings import FILE_NAME, Project

_PATIENCE = 10.0
"""Seconds that a program may take to save a file before a person is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is updated and built, as these commands are told it."""

    locales: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    drafts: bool = False
    require: float = 0.0


@dataclass(slots=True, kw_only=True)
class Rounds:
    """Remembers what the files looked like when they were last read."""

    project: Project
    choice: Choice
    busy: dict[Path, float] = field(default_factory=dict)
    """Files that a program is writing, and since when that is known: they are for a later round."""
    _seen: Look = field(default_factory=Look)
    _settings: Stamp | None = None
    _failed: set[Place] = field(default_factory=set)
    """Catalogs that could not be brought up to date."""

    def first(self) -> Outcome:
        """Everything; L10nError if there is nothing."""
        self._settings = stamp(self.project.root / FILE_NAME)
        now, outcome = self._look(), Outcome()
        now = self._update(now, set(now.articles.values()), self.choice.wanted, outcome)
        self._build(self.choice.locales, self.choice.wanted, outcome)
        self._seen = now
        return outcome

    def reread(self) -> Outcome | None:
        """Everything, if somebody has saved other settings; what is wrong with them, if so."""
        path = self.project.root / FILE_NAME
        now = stamp(path)
        if now in (None, self._settings) or saved.is_being_written(path):
            return None
        self._settings = now
        try:
            project = find_project(self.project.root)
            if project == self.project:
                return None
            self.project = project
            return self.first()
        except L10nError as error:
            return Outcome(errors={str(error): error})

    def next(self) -> Outcome | None:
        """What is due by now, if anything is."""
        try:
            now = self._look()
        except L10nError as error:
            now = replace(self._seen, errors=(error,))
        outcome, told = Outcome(), {str(error) for error in self._seen.errors}
        outcome.take(error for error in now.errors if str(error) not in told)
        outcome.take(self._waiting(now.changed(self._seen)))
        now = now.but(self.busy, self._seen)
        changed = now.changed(self._seen)
        if changed:
            now = self._catch_up(now, changed, outcome)
        # such as an article that went away meanwhile: the rest is due with the next change
        self._seen = now.but(changed, self._seen) if outcome.cut else now
        return outcome if changed or outcome.errors else None

    def folders(self) -> list[tuple[Path, int]]:
        """The folders to watch that exist, with their inodes."""
        settings = self.project.settings
        paths = [self.project.root / name for name in (settings.articles.folder, settings.catalogs.folder)]
        return [(path, found[0]) for path in paths if (found := stamp(path))]

    def _look(self) -> Look:
        return look(self.project, self.choice.locales, self.choice.wanted)

    def _waiting(self, changed: set[Path]) -> Iterator[L10nError]:
        """Note which of the files somebody is writing just now; those that take suspiciously long."""
        now = time.monotonic()
        self.busy = {path: self.busy.get(path, now) for path in changed if saved.is_being_written(path)}
        for path, since in self.busy.items():
            if now - since > _PATIENCE:
                self.busy[path] = math.inf  # told
                hint = "save and close it there, it waits until then"
                what = "another program has it open for writing"
                yield L10nError(what, where=layout.place(self.project, path), hint=hint)

    def _catch_up(self, now: Look, changed: set[Path], outcome: Outcome) -> Look:
        """Do what is due after these files have changed; how everything looks then."""
        names = {name for path, name in now.articles.items() if path in changed}
        vanished = {path for path in changed if path not in now.stamps}
        due = now.places(vanished) | (now.places(changed) & self._failed)
        names |= {name for name, _ in due} | now.bereft(self._seen)
        if names:
            now = self._update(now, names, self._paths(names), outcome)
        outcome.orphans += self._orphans(now)
        due = now.of(names) | now.places(now.changed(self._seen))
        locales = {
            name: tuple(sorted(locale for _, locale in same))
            for name, same in groupby(sorted(due), lambda place: place[0])
        }
        for chosen in sorted(set(locales.values())):
            self._build(chosen, self._paths({n for n in locales if locales[n] == chosen}), outcome)
        return now

    def _update(self, now: Look, names: set[str], wanted: Sequence[str], outcome: Outcome) -> Look:
        """Bring the catalogs up to date; how everything looks before anybody saves something else."""
        outcome.take(update(self.project, self.choice.locales, wanted))
        done = {(result.name, result.locale) for result in outcome.updated}
        left = {(name, locale) for name, locale in now.of(names) if (now.titles[name], locale) not in done}
        self._failed = self._failed - now.of(names) | left
        articles = {path: found for path, found in now.stamps.items() if path in now.articles}
        return replace(now, stamps=articles | stamps(now.catalogs)).but(self.busy, self._seen)

    def _build(self, locales: Sequence[str], wanted: Sequence[str], outcome: Outcome) -> None:
        choice = self.choice
        outcome.take(build(self.project, locales, wanted, drafts=choice.drafts, require=choice.require))

    def _paths(self, names: set[str]) -> list[str]:
        """Articles as commands are told them, beyond doubt."""
        folder = self.project.root / self.project.settings.articles.folder
        return [str(folder / name) for name in sorted(names)]

    def _orphans(self, now: Look) -> list[Orphan]:
        """Catalogs that have lost their article since the last look."""
        gone = {name for path, name in self._seen.articles.items() if not path.exists()}
        lost = [path for path in self._seen.catalogs if path.suffix == ".po" and path not in now.catalogs]
        return [
            Orphan(place=layout.place(self.project, path))
            for path in lost
            if path.exists() and gone & {name for name, _ in self._seen.catalogs[path]}
        ]
