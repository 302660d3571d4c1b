"""What a command costs before it does anything."""

from __future__ import annotations

import sys
from statistics import median

from benchmarks.clock import cpu_of_commands
from benchmarks.places import L10N, ROOT
from benchmarks.report import Row, Section, Target

_ROUNDS = 10
_COMMANDS = {"l10n --help": ([L10N, "--help"], 150), "l10n status": ([L10N, "status"], 400)}
_BARE = [sys.executable, "-c", "pass"]


def measure() -> Section:
    """CPU milliseconds of two small commands, in turns with a Python that does nothing."""
    commands = {name: command for name, (command, _) in _COMMANDS.items()} | {"python -c pass": _BARE}
    for command in commands.values():  # byte code is written, and files come into the cache of the system
        cpu_of_commands([command], ROOT)
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(_ROUNDS):
        for name, command in commands.items():
            seconds[name].append(cpu_of_commands([command], ROOT))
    bare = ("python -c pass", median(seconds["python -c pass"]) * 1000)
    return Section(
        title="Start-up",
        notes=(f"In this repository's own project. Median of {_ROUNDS}. Less is better, in the ratio too.",),
        rows=tuple(
            Row(
                what=name,
                unit="ms",
                ours=median(seconds[name]) * 1000,
                peers=(bare,),
                target=Target(limit=limit),
                less_is_better=True,
            )
            for name, (_, limit) in _COMMANDS.items()
        ),
    )
