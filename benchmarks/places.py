"""Folders that the benchmarks read and write, and the environment of the programs they run."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".bench"
"""Environments of the peers and byte code, kept between runs; not under version control."""
REPORT = ROOT / "BENCHMARKS.md"
L10N = str(Path(sys.executable).parent / "l10n")


class UnavailableError(Exception):
    """A section cannot be measured here; says why."""


def environment(**more: str) -> dict[str, str]:
    """The environment of a measured program: with byte code, as an installed program has it.

    It has a folder of its own: where byte code is switched off, none should appear among the sources.
    """
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return inherited | {"PYTHONPYCACHEPREFIX": str(WORK / "pycache")} | more
