"""CPU seconds (user and system). Wall time is left out: machines are shared, and drafts use every core."""

from __future__ import annotations

import resource
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.places import UnavailableError, environment

Command = Sequence[str]


def cpu_of_call(work: Callable[[], object]) -> float:
    """CPU seconds of this process while `work` runs."""
    before = time.process_time()
    work()
    return time.process_time() - before


def cpu_of_commands(commands: Sequence[Command], folder: Path, env: Mapping[str, str] | None = None) -> float:
    """CPU seconds of programs run one after the other in `folder`, with those of their children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        run(command, folder, env)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def run(
    command: Command, folder: Path, env: Mapping[str, str] | None = None, *, text: str | None = None
) -> str:
    """What a program prints, fed with `text`; UnavailableError, with its last words, if it fails."""
    done = subprocess.run(
        list(command),
        cwd=folder,
        env=env or environment(),
        input=text or "",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        raise UnavailableError(f"{Path(command[0]).name} ended with {done.returncode}: {' '.join(last)}")
    return done.stdout
