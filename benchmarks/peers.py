"""The peers, each in a virtual environment of its own that is made when it is missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.clock import run
from benchmarks.places import ROOT, WORK, UnavailableError


@dataclass(frozen=True, slots=True)
class Peer:
    """A program to compare with; pip installs the `requirements`, the newest where no version is named."""

    name: str
    requirements: tuple[str, ...]
    only_pip: bool = False

    @property
    def folder(self) -> Path:
        return WORK / self.name

    def program(self, name: str) -> str:
        """Path of one of its commands."""
        return str(self.folder / "bin" / name)


MDPO = Peer("mdpo", ("mdpo",))
# GPL: run as a separate program only. Without the extras it reads no Markdown and matches slowly.
TRANSLATE_TOOLKIT = Peer("translate-toolkit", ("translate-toolkit[markdown,levenshtein,yaml]",))
# argostranslate.translate imports stanza, which needs torch. A bare `torch` brings several GB of CUDA; of
# this version pip takes a build for the CPU from its local links, where there is one. uv knows no such links.
ARGOS = Peer("argostranslate", ("torch==2.13.0", "argostranslate"), only_pip=True)


@cache
def version(peer: Peer) -> str:
    """Its version; makes its environment if that is missing. UnavailableError if that cannot be had."""
    _make(peer)
    code = f"from importlib.metadata import version; print(version({peer.name!r}))"
    return run([peer.program("python"), "-c", code], ROOT).strip()


def _make(peer: Peer) -> None:
    done = peer.folder / "requirements"
    wanted = "\n".join(peer.requirements)
    if done.is_file() and done.read_text(encoding="utf-8") == wanted:
        return
    print(f"installing {peer.name}, once, into {peer.folder.relative_to(ROOT)} …")
    shutil.rmtree(peer.folder, ignore_errors=True)
    WORK.mkdir(exist_ok=True)
    uv = None if peer.only_pip else shutil.which("uv")
    try:
        for command in _commands(peer, uv):
            subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    except subprocess.CalledProcessError as error:
        raise UnavailableError(f"{peer.name} cannot be installed here") from error
    done.write_text(wanted, encoding="utf-8")


def _commands(peer: Peer, uv: str | None) -> list[list[str]]:
    folder, python = str(peer.folder), peer.program("python")
    if uv:
        into = [uv, "pip", "install", "--quiet", "--python", python]
        return [[uv, "venv", "--quiet", "--python", sys.executable, folder], [*into, *peer.requirements]]
    into = [python, "-m", "pip", "install", "-qq"]  # twice: without its warnings
    return [[sys.executable, "-m", "venv", folder], [*into, *peer.requirements]]
