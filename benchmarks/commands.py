"""Whole commands on a folder of articles, against mdpo and translate-toolkit."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from types import MappingProxyType

from benchmarks import converters, peers, ways
from benchmarks.clock import cpu_of_commands
from benchmarks.inputs import CHANGED_WORD, TRANSLATED_WORD, articles, edit_paragraph, translate
from benchmarks.places import UnavailableError
from benchmarks.report import Row, Section, Target
from benchmarks.ways import Way

_FILES = 150
_ROUNDS = 2
_EDITED = 10
"""One article in so many is edited before the second update."""
_TARGET = Target(limit=5, of_ratio=True)
_JOBS: Mapping[str, tuple[str, Target | None]] = MappingProxyType(
    {
        "first": ("update from nothing", _TARGET),
        "update": (f"update, one article in {_EDITED} with a changed paragraph", _TARGET),
        "build": ("build, half of the messages translated", _TARGET),
        "cycle": ("both that update and a build", None),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """CPU seconds of one way to do the three jobs."""

    first: float
    update: float
    build: float
    cycle: float
    """Both an update and a build."""


def measure() -> Section:
    """Files per CPU second of updating and building."""
    versions = {f"{p.name} {peers.version(p)}" for p in (peers.MDPO, peers.TRANSLATE_TOOLKIT)}
    texts = dict(islice(articles().editions(), _FILES))
    every = (ways.OURS, *ways.PEERS)
    for way in every:  # byte code is written
        _trial(way, dict(islice(texts.items(), 1)))
    trials: dict[str, list[Trial]] = {way.name: [] for way in every}
    for _ in range(_ROUNDS):
        for way in every:
            trials[way.name].append(_trial(way, texts))
    size = sum(len(text.encode()) for text in texts.values()) / 1e6
    return Section(
        title="Whole commands",
        notes=(
            f"Input: {_FILES} Markdown files, {size:.1f} MB, made of the {len(articles().texts)} "
            f"{articles().origin} with slightly different texts; one locale; a catalog for each file.",
            f"Peers: {', '.join(sorted(versions))}. Median of {_ROUNDS}, in turns.",
            *ways.NOTES,
        ),
        rows=_rows(trials),
    )


def _rows(trials: dict[str, list[Trial]]) -> tuple[Row, ...]:
    rows = []
    for job, (what, target) in _JOBS.items():
        rates = {name: _FILES / median(getattr(t, job) for t in found) for name, found in trials.items()}
        ours = rates.pop(ways.OURS.name)
        rows.append(Row(what=what, unit="files/s", ours=ours, peers=tuple(rates.items()), target=target))
    return tuple(rows)


def _trial(way: Way, texts: dict[str, str]) -> Trial:
    """The three jobs in a new folder, each with a look at what it left behind."""
    names = [name.removesuffix(".md") for name in texts]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        converters.lay_out(folder, {name: text.encode() for name, text in texts.items()})
        first = cpu_of_commands(way.first(names), folder)
        _expect(way, folder, way.catalogs, "", len(names))
        for catalog in folder.glob(way.catalogs):
            translate(catalog, every=2)
        build = cpu_of_commands(way.build(names), folder)
        _expect(way, folder, way.outputs, TRANSLATED_WORD, len(names))
        edited = names[::_EDITED]
        for name in edited:
            edit_paragraph(folder / "corpus" / f"{name}.md")
        update = cpu_of_commands(way.update(names), folder)
        _expect(way, folder, way.updated, CHANGED_WORD, len(edited))
    return Trial(first=first, update=update, build=build, cycle=update + (0.0 if way.in_one_go else build))


def _expect(way: Way, folder: Path, pattern: str, word: str, files: int) -> None:
    """UnavailableError unless that many files have the word: a figure counts only for work that was done."""
    found = sum(word in path.read_text(encoding="utf-8") for path in folder.glob(pattern))
    if found != files:
        raise UnavailableError(f"{way.name}: {found} files with {word!r} instead of {files}")
