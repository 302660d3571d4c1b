"""Measure everything in turn and write BENCHMARKS.md; or only the sections named on the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from benchmarks import (
    calibration,
    catalogs,
    checking,
    checks,
    commands,
    coverage,
    drafting,
    exchange,
    formats,
    identity,
    large,
    many,
    merging,
    quality,
    report,
    startup,
)
from benchmarks.places import REPORT, UnavailableError
from benchmarks.report import Section

_SECTIONS: Mapping[str, Callable[[], Section]] = MappingProxyType(
    {
        "formats": formats.measure,
        "identity": identity.measure,
        "large": large.measure,
        "commands": commands.measure,
        "catalogs": catalogs.measure,
        "merging": merging.measure,
        "exchange": exchange.measure,
        "drafting": drafting.measure,
        "quality": quality.measure,
        "risk": calibration.measure,
        "many": many.measure,
        "startup": startup.measure,
        "coverage": coverage.measure,
        "checks": checks.measure,
        "checking": checking.measure,
    }
)


def main(wanted: Sequence[str]) -> int:
    """Exit code 0, or 2 for a name that is no section."""
    if unknown := [name for name in wanted if name not in _SECTIONS]:
        print(f"no section {unknown[0]!r}; there are: {', '.join(_SECTIONS)}", file=sys.stderr)
        return 2
    sections = []
    for name in wanted or _SECTIONS:
        print(f"measuring: {name} …", flush=True)
        sections.append(_measured(name))
    print(f"\n{report.terminal(sections)}")
    if not wanted:
        REPORT.write_text(report.markdown(sections), encoding="utf-8")
        print(f"\nwrote {REPORT.name}")
    return 0


def _measured(name: str) -> Section:
    try:
        return _SECTIONS[name]()
    except UnavailableError as reason:
        return Section(title=name.capitalize(), notes=(f"Skipped: {reason}.",))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
