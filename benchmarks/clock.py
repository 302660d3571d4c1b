"""CPU seconds (user and system). Wall time is left out: machines are shared, and drafts use every core."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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
    before = _of_children()
    for command in commands:
        run(command, folder, env)
    return _of_children() - before


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program that may fail has ended: its CPU seconds and exit code; None: it was killed."""

    seconds: float
    code: int | None


def cpu_of_attempt(command: Command, folder: Path, timeout: float) -> Ended:
    """CPU seconds of a program that may fail; it is killed after `timeout` seconds."""
    before = _of_children()
    try:
        done = subprocess.run(
            list(command),
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Ended(_of_children() - before, None)
    return Ended(_of_children() - before, done.returncode)


@dataclass(frozen=True, slots=True)
class Used:
    """CPU seconds of a program, and its largest resident size in MB."""

    seconds: float
    peak: float


# Linux counts in `ru_maxrss` what the parent had when it started a process: here that parent is small.
_SMALL_PARENT = (
    "import resource, subprocess, sys;"
    "code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode;"
    "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
    "print(code, used.ru_utime + used.ru_stime, used.ru_maxrss)"
)


def used_by(command: Command, folder: Path, env: Mapping[str, str]) -> Used:
    """What one program uses; UnavailableError if it fails."""
    code, seconds, peak = run([sys.executable, "-c", _SMALL_PARENT, *command], folder, env).split()
    if code != "0":
        raise UnavailableError(f"{Path(command[0]).name} ended with {code}")
    return Used(float(seconds), float(peak) / 1024)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
