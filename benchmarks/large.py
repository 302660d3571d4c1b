"""Memory and time on large input, and on input that is made to choke a reader."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.clock import run
from benchmarks.inputs import long_page, long_text
from benchmarks.nasty import INPUTS
from benchmarks.places import ROOT, UnavailableError
from benchmarks.probe import LIMIT
from benchmarks.report import Row, Section, Target

_SIZES = (1, 5, 20, 50)
_MEMORY_A_MB, _MEMORY_BASE = 20, 60
_NASTY = Target(limit=10)
_TEXTS = {"markdown": long_text, "html": long_page}
_TITLES = {"markdown": "Markdown", "html": "HTML", "text": "Plain text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Probe:
    """CPU seconds and peak memory in MB of one process."""

    seconds: float
    peak: float


def measure() -> Section:
    """Peak memory and seconds by size, and the slowest nasty input of each format."""
    notes = (
        "Each input is read, parsed and built with every message translated in a fresh process; peak "
        f"memory is all of that process, its target {_MEMORY_A_MB} times the input and {_MEMORY_BASE} MB.",
        "Nasty input: parsed, every message taken apart, built with the guard; a MB each; one that "
        f"crashes, hangs or loses a block counts as {LIMIT} s. The inputs are in `benchmarks/nasty.py`.",
    )
    rows = [row for name in _TEXTS for row in _sizes(name)] + [_slowest(name) for name in INPUTS]
    return Section(title="Large and nasty input", notes=notes, rows=tuple(rows))


def _sizes(name: str) -> Iterator[Row]:
    found = {size: _probe_of_size(name, size) for size in _SIZES}
    title = _TITLES[name]
    for size, probe in found.items():
        limit = Target(limit=_MEMORY_A_MB * size + _MEMORY_BASE)
        what = f"{title}, {size} MB: peak memory"
        yield Row(what=what, unit="MB", ours=probe.peak, target=limit, less_is_better=True)
        what = f"{title}, {size} MB: parse and splice"
        yield Row(what=what, unit="s/MB", ours=probe.seconds / size, less_is_better=True)
    small, large = _SIZES[0], _SIZES[-1]
    ratio = found[small].seconds / small / (found[large].seconds / large)
    yield Row(what=f"{title}: rate at {large} MB, of that at {small} MB", unit="times", ours=ratio)


def _probe_of_size(name: str, size: int) -> _Probe:
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "input"
        path.write_text(_TEXTS[name](size * 1e6), encoding="utf-8", newline="")
        return _probe(name, str(path))


def _slowest(name: str) -> Row:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        seconds = dict(
            zip(INPUTS[name], pool.map(lambda nasty: _nasty(name, nasty), INPUTS[name]), strict=True)
        )
    slowest = max(seconds, key=lambda nasty: seconds[nasty])
    what = f"{_TITLES[name]}: slowest of {len(seconds)} nasty inputs ({slowest})"
    return Row(what=what, unit="s", ours=seconds[slowest], target=_NASTY, less_is_better=True)


def _nasty(name: str, nasty: str) -> float:
    """CPU seconds; those it may take at most if it crashes, hangs or loses a block."""
    try:
        return _probe("--nasty", name, nasty).seconds
    except UnavailableError:
        return LIMIT


def _probe(*arguments: str) -> _Probe:
    answer = json.loads(run([sys.executable, "-m", "benchmarks.probe", *arguments], ROOT))
    if not answer["built"]:
        raise UnavailableError(f"{arguments[-1]}: a block was not replaced")
    return _Probe(seconds=answer["seconds"], peak=answer["peak"])
