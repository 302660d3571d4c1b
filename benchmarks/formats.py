"""Extracting and building beside other tools, on the same Markdown and HTML files."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks import converters, in_process
from benchmarks.converters import OURS, Converter
from benchmarks.inputs import TRANSLATED_WORD, articles, real_files, translate
from benchmarks.places import UnavailableError
from benchmarks.report import Row, Section

_GUIDES = 60
_NAMES = {".md": "Markdown", ".html": "HTML"}
_NOTES = (
    "Whole programs, one run each: ours is `l10n extract` and `l10n build` on the folder, with start-up, "
    "files, catalogs and the guard. Every message is translated. A rate counts the files that came out with "
    "translations; the time of a process that failed on its one file is left out.",
    "mdpo: `md2po`, a process a file, which is faster than one for all; `md2po2md`, one process, which "
    "cannot build without updating.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """MB per CPU second, and how many files did not come out."""

    extract: float
    build: float
    lost: int


def measure() -> Section:
    """MB per CPU second of extracting and building."""
    notes, rows = in_process.rows()
    inputs = {
        ".md": {name: text.encode() for name, text in islice(articles().editions(), _GUIDES)},
        ".html": real_files(".html"),
    }
    notes += (*_NOTES, *converters.NOTES)
    for suffix, texts in inputs.items():
        missing, found = converters.available(converters.FAST[suffix])
        for converter in found:  # byte code is written
            _trial(converter, dict(islice(texts.items(), 1)))
        trials = {converter.name: _trial(converter, texts) for converter in found}
        versions = ", ".join(f"{c.name} {c.version()}" for c in found if c is not OURS)
        notes += (_note(suffix, texts, trials), f"{_NAMES[suffix]} peers: {versions}.")
        notes += tuple(f"Without {name}: {reason}." for name, reason in missing.items())
        rows += tuple(_row(suffix, job, trials) for job in ("extract", "build"))
    return Section(title="Formats beside peers", notes=notes, rows=rows)


def _note(suffix: str, texts: Mapping[str, bytes], trials: Mapping[str, _Trial]) -> str:
    origin = articles().origin if suffix == ".md" else "pages of packages"
    lost = ", ".join(f"{name} {trial.lost}" for name, trial in trials.items())
    size = sum(map(len, texts.values())) / 1e6
    return f"{_NAMES[suffix]} files: {len(texts)} {origin}, {size:.1f} MB. Crashes, hangs and losses: {lost}."


def _row(suffix: str, job: str, trials: Mapping[str, _Trial]) -> Row:
    rates = {name: getattr(trial, job) for name, trial in trials.items()}
    ours = rates.pop(OURS.name)
    what = f"{_NAMES[suffix]}, whole programs: {job}"
    return Row(what=what, unit="MB/s", ours=ours, peers=tuple(rates.items()))


def _trial(converter: Converter, texts: Mapping[str, bytes]) -> _Trial:
    """Extract, translate everything, build; and a look at what came out."""
    names = list(texts)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "project"
        converters.lay_out(folder, texts)
        extract = converters.cpu(converter.extract(names), folder)
        extracted = len(list(folder.glob(converter.extracted)))
        converters.cpu(converter.prepare(names), folder)
        messages = sum(translate(catalog) for catalog in folder.glob(converter.catalogs))
        build = converters.cpu(converter.build(names), folder)
        good = [n for n in names if TRANSLATED_WORD.encode() in (converter.built(folder, n) or b"")]
    if not (extracted and messages and good):
        raise UnavailableError(f"{converter.name}: nothing came out")
    size = sum(len(texts[name]) for name in good) / 1e6
    return _Trial(extract=size / extract, build=size / build, lost=len(names) - len(good))
