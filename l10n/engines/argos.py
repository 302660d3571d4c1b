"""Argos Translate packages on CTranslate2: offline machine translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from l10n.errors import EngineError
from l10n.model.draft import CharRange, Hypothesis
from l10n.packages import scan
from l10n.packages.loaded import LoadedPackage
from l10n.packages.route import find_route
from l10n.ports import Engine, EngineFactory
from l10n.settings import DraftSettings


class ArgosEngine:
    """A chain of packages, from the source language over middle ones to the target."""

    def __init__(self, packages: Sequence[LoadedPackage], beam: int) -> None:
        self._packages = packages
        self._beam = beam

    @property
    def signature(self) -> str:
        return f"argos {', '.join(loaded.package.name for loaded in self._packages)}, beam {self._beam}"

    def translate(self, sentences: Sequence[str], *, align: bool, other: bool = False) -> list[Hypothesis]:
        with self._errors():
            return self._translate(sentences, align=align, other=other)

    def knows(self, word: str) -> bool:
        with self._errors():
            return self._packages[0].knows(word)

    def unreadable(self, text: str) -> list[CharRange]:
        with self._errors():
            return self._packages[0].unreadable(text)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (RuntimeError, OSError, ValueError, LookupError) as error:  # what the libraries raise
            hint = "install the model anew: `l10n models install FILE.argosmodel`"
            what = str(error).strip().split("\n")[0]
            raise EngineError(f"the model failed: {what}", where=self.signature, hint=hint) from error

    def _translate(self, sentences: Sequence[str], *, align: bool, other: bool) -> list[Hypothesis]:
        if not sentences:
            return []
        found = self._packages[0].translate(sentences, self._beam, align=align, other=other)
        for loaded in self._packages[1:]:
            onward = loaded.translate([h.text for h in found], self._beam, align=align, other=other)
            found = [_chained(first, second) for first, second in zip(found, onward, strict=True)]
        return found


def _chained(first: Hypothesis, second: Hypothesis) -> Hypothesis:
    """The alignment through the middle language: what a target token looks at there, it looks at here."""
    if first.links is None or second.links is None:
        return Hypothesis(text=second.text, score=first.score + second.score)
    links = []
    for middle, target in second.links:
        sources = [s for s, m in first.links if m[0] < middle[1] and middle[0] < m[1]]
        if sources:
            links.append(((min(s for s, _ in sources), max(e for _, e in sources)), target))
    return Hypothesis(text=second.text, score=first.score + second.score, links=tuple(links))


def _open(source: str, target: str, settings: DraftSettings) -> Engine:
    """Packages that the user installed come before the built-in one, and those of the settings before all."""
    packages = [*scan.installed(), scan.starter()]
    labels, first = [package.label for package in packages], settings.models
    for unknown in (name for name in first if name not in labels):
        raise EngineError(f"no model {unknown!r}", hint=f"there are: {', '.join(labels)}")
    packages.sort(key=lambda package: first.index(package.label) if package.label in first else len(first))
    route = find_route(source, target, packages)
    return ArgosEngine([LoadedPackage(package) for package in route], settings.beam)


ENGINE: Final[EngineFactory] = EngineFactory(
    summary="offline machine translation with packages of Argos Translate", open=_open
)
