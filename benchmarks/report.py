"""What was measured, as a table for the terminal and as BENCHMARKS.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from l10n import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a row should reach: a figure, or a ratio to the fastest peer."""

    limit: float
    of_ratio: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One comparison. Figures are rates, or times and sizes where `less_is_better`; peers by name."""

    what: str
    unit: str
    ours: float
    peers: tuple[tuple[str, float], ...] = ()
    target: Target | None = None
    less_is_better: bool = False

    @property
    def ratio(self) -> float | None:
        """Ours to the fastest peer's: above 1 for a rate means that we are faster; None without peers."""
        figures = [figure for _, figure in self.peers]
        best = (min if self.less_is_better else max)(figures, default=0.0)
        return self.ours / best if best else None

    @property
    def met(self) -> bool | None:
        """Is the target reached? None without one."""
        if self.target is None:
            return None
        figure = (self.ratio or 0.0) if self.target.of_ratio else self.ours
        at_most = self.less_is_better and not self.target.of_ratio
        return figure <= self.target.limit if at_most else figure >= self.target.limit

    def cells(self) -> tuple[str, ...]:
        """The row as text: what, ours, peers, ratio, target, met."""
        peers = "; ".join(f"{name} {_number(figure)}" for name, figure in self.peers)
        ratio = f"{self.ratio:.2f}" if self.ratio else ""
        met = {None: "", True: "yes", False: "NO"}[self.met]
        return (self.what, f"{_number(self.ours)} {self.unit}", peers, ratio, self._target(), met)

    def _target(self) -> str:
        if self.target is None:
            return ""
        if self.target.of_ratio:
            return f"≥ {self.target.limit:g} times"
        return f"{'≤' if self.less_is_better else '≥'} {self.target.limit:g} {self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows on one input; `notes` say what was measured on what, and how the peers were used."""

    title: str
    notes: tuple[str, ...]
    rows: tuple[Row, ...] = ()


_HEAD = ("what", "l10n", "peers", "ratio", "target", "met")


def terminal(sections: Sequence[Section]) -> str:
    """Aligned columns, a block a section."""
    rows = [_HEAD, *(row.cells() for section in sections for row in section.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]

    def line(cells: Sequence[str]) -> str:
        return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()

    lines = [line(_HEAD)]
    for section in sections:
        lines += ["", section.title]
        lines += [line(row.cells()) for row in section.rows] or list(section.notes)
    return "\n".join(lines)


def markdown(sections: Sequence[Section]) -> str:
    """The whole of BENCHMARKS.md."""
    return "\n".join([*_introduction(), *(line for section in sections for line in _section(section))]) + "\n"


def _introduction() -> list[str]:
    day = datetime.now(UTC).date().isoformat()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return [
        "# Benchmarks",
        "",
        "Written by `python -m benchmarks`; do not edit. Everything is CPU time, user and system, of a",
        "process and its children. All figures come from this one run, in which l10n and its peers took",
        "turns, and each ratio is ours to the fastest peer's. Trust the ratios: another machine has other",
        "figures.",
        "",
        f"Run on {day}: l10n {__version__}, Python {platform.python_version()}, {machine}.",
        "",
        "To run it again: `make bench`, or `python -m benchmarks` in the project's environment (POSIX only,",
        "about 15 minutes). It installs the newest peers into `.bench/`, once; remove that folder to renew",
        "them. `python -m benchmarks NAME …` prints single sections and leaves this file alone.",
    ]


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {section.title}", "")
    yield from (f"- {note}" for note in section.notes)
    if section.rows:
        yield from ("", f"| {' | '.join(_HEAD)} |", "|---|---|---|---|---|---|")
        yield from (f"| {' | '.join(row.cells())} |" for row in section.rows)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
