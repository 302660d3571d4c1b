"""Runs `l10n` as a person does, and makes the small projects that it is run on."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from l10n import registry
from l10n.cli.main import run
from l10n.engines.pseudo import PseudoEngine
from l10n.model.draft import CharRange, Hypothesis
from l10n.ports import Engine, EngineFactory

ARTICLE = """\
---
title: A day at the harbour
lang: en
---

# The old pier

The *old* pier reopened. See the [timetable](https://example.com/t) and run `tide --now`.

The ferry is late today.
"""


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[str]:
        """The lines on stderr; each is one of ours."""
        lines = self.err.split("\n")
        assert lines.pop() == "", f"stderr ends inside a line: {self.err!r}"
        assert all(line.startswith("l10n: ") for line in lines), f"not a line of ours: {self.err}"
        return [line.removeprefix("l10n: ") for line in lines]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Nothing of the user's: every folder that programs use by default lies in `home`."""
    clean = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
    }
    return clean | more


def run_python(*args: str, cwd: Path, home: Path | None = None, stdin: bytes = b"", **env: str) -> Ran:
    """A Python process in a clean environment; one that ends in a traceback fails the test."""
    done = subprocess.run(
        [sys.executable, *args],
        cwd=cwd,
        env=environment(home or cwd.parent / "home", **env),
        input=stdin,
        capture_output=True,
        check=False,
    )
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ran.err, ran.err
    return ran


def run_l10n(*args: str, cwd: Path, home: Path | None = None, stdin: bytes = b"", **env: str) -> Ran:
    """`l10n ARGS` as a process of its own, in `cwd`."""
    return run_python("-m", "l10n", *args, cwd=cwd, home=home, stdin=stdin, **env)


def called(*args: str, cwd: Path, home: Path | None = None, stdin: bytes = b"", **env: str) -> Ran:
    """`l10n ARGS` without a process: the same entry point, in a fraction of the time."""
    streams = [io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="") for data in (stdin, b"", b"")]
    with (
        contextlib.chdir(cwd),
        mock.patch.dict(os.environ, environment(home or cwd.parent / "home", **env), clear=True),
        mock.patch.multiple(
            sys, argv=["l10n", *args], stdin=streams[0], stdout=streams[1], stderr=streams[2]
        ),
        pytest.raises(SystemExit) as ended,
    ):
        run()
    return Ran(ended.value.code, _written(streams[1]), _written(streams[2]))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()


def make_project(
    root: Path,
    articles: Mapping[str, str | bytes] | None = None,
    *,
    locales: tuple[str, ...] = ("pt_BR",),
    settings: str = "",
) -> Path:
    """A project in `root` with those articles, by their names below `corpus/`."""
    names = ", ".join(f'"{locale}"' for locale in locales)
    write(root / "l10n.toml", f"locales = [{names}]\n{settings}")
    (root / "corpus").mkdir(exist_ok=True)
    for name, text in (articles if articles is not None else {"a.md": ARTICLE}).items():
        write(root / "corpus" / name, text)
    return root


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def catalog(root: Path, article: str = "a", locale: str = "pt_BR") -> Path:
    return root / "locales" / locale / "LC_MESSAGES" / f"{article}.po"


def reviewed(path: Path, translations: Mapping[str, str]) -> None:
    """Edit a catalog as a person does: type a translation, take the fuzzy mark away."""
    entries = path.read_text(encoding="utf-8").split("\n\n")
    for number, entry in enumerate(entries):
        for msgid, text in translations.items():
            if f'msgid "{msgid}"' in entry:
                lines = [line for line in entry.splitlines() if line != "#, fuzzy"]
                kept = [line for line in lines if not line.startswith("msgstr")]
                entries[number] = "\n".join([*kept, f'msgstr "{text}"'])
    path.write_text("\n\n".join(entries).rstrip("\n") + "\n", encoding="utf-8")


def contents(root: Path) -> dict[str, bytes]:
    """Every file below `root`, by its path."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def untouched(root: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file below `root` with what changes when it is written again: inode, time, bytes."""
    return {
        p.relative_to(root).as_posix(): (p.stat().st_ino, p.stat().st_mtime_ns, p.read_bytes())
        for p in sorted(root.rglob("*"))
        if p.is_file()
    }


class StubEngine:
    """The pseudo engine, or one that gives `answer`; calls `before` with the number of batches so far."""

    def __init__(
        self,
        *,
        before: Callable[[int], object] = int,
        answer: Callable[[str], str | Hypothesis] | None = None,
        signature: str = "stub 1",
    ) -> None:
        self.signature = signature
        self.before = before
        self.answer = answer
        self.batches: list[list[str]] = []

    @property
    def sentences(self) -> list[str]:
        return [sentence for batch in self.batches for sentence in batch]

    def knows(self, word: str) -> bool:
        return not word.islower()

    def unreadable(self, text: str) -> list[CharRange]:  # noqa: ARG002 - the protocol's
        return []

    def translate(
        self,
        sentences: Sequence[str],
        *,
        align: bool,
        other: bool = False,  # noqa: ARG002 - the protocol's
    ) -> list[Hypothesis]:
        self.before(len(self.batches))
        self.batches.append(list(sentences))
        if self.answer:
            made = map(self.answer, sentences)
            return [text if isinstance(text, Hypothesis) else Hypothesis(text=text) for text in made]
        return PseudoEngine().translate(sentences, align=align)


def use_engine(monkeypatch: pytest.MonkeyPatch, engine: Engine, *, judged: bool = False) -> None:
    """Drafts are made by that engine, whatever its name in the settings."""
    factory = EngineFactory(summary="a test's", open=lambda *_: engine, judged=judged)
    monkeypatch.setattr(registry, "engine_named", lambda _: factory)


def make_package(path: Path, files: Mapping[str, str | bytes] | None = None, **metadata: object) -> Path:
    """A model package as an archive; its root is named after it. `files` are added, or replaced."""
    facts = {"from_code": "en", "to_code": "es", "package_version": "1.9"} | metadata
    every = {
        f"{path.stem}/metadata.json": json.dumps(facts),
        f"{path.stem}/sentencepiece.model": "pieces",
        f"{path.stem}/model/model.bin": "weights",
    } | dict(files or {})
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in every.items():
            archive.writestr(name, content)
    return path


def unpacked_package(folder: Path, **metadata: object) -> Path:
    """A model package as it is when installed."""
    facts = {"from_code": "en", "to_code": "es", "package_version": "1.9"} | metadata
    write(folder / "metadata.json", json.dumps(facts))
    write(folder / "sentencepiece.model", "pieces")
    write(folder / "model" / "model.bin", "weights")
    return folder
