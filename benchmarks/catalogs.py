"""A large catalog: read, a hundredth of its translations changed, written back."""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import median

import polib
from babel.messages import pofile

from benchmarks import peers
from benchmarks.clock import cpu_of_call, cpu_of_commands, run
from benchmarks.inputs import articles
from benchmarks.places import ROOT, UnavailableError
from benchmarks.report import Row, Section, Target
from l10n.catalog import layout, po
from l10n.model.entry import Catalog, Entry

_ENTRIES, _STEP, _ROUNDS = 20_000, 100, 3
_NEW = "Novo"
_PYPO = f"""
import sys, time
from translate.storage.pypo import pofile
begin = time.process_time()
with open(sys.argv[1], "rb") as file:
    store = pofile(file)
for unit in store.units[1::{_STEP}]:
    unit.target = {_NEW!r}
with open(sys.argv[2], "wb") as file:
    store.serialize(file)
print(time.process_time() - begin)
"""


def measure() -> Section:
    """CPU seconds of l10n and its peers, in turns."""
    if not shutil.which("msgcat"):
        raise UnavailableError("there is no msgcat here (GNU gettext)")
    toolkit = peers.version(peers.TRANSLATE_TOOLKIT)
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "a.po", Path(folder) / "b.po"
        path.write_text(po.render(_catalog()), encoding="utf-8")
        run(["msgcat", "a.po", "-o", "a.po"], Path(folder))
        ways: dict[str, Callable[[], float]] = {
            "l10n": lambda: cpu_of_call(lambda: _ours(path, out)),
            "polib": lambda: cpu_of_call(lambda: _polib(path, out)),
            "Babel": lambda: cpu_of_call(lambda: _babel(path, out)),
            "msgcat": lambda: cpu_of_commands([["msgcat", "a.po", "-o", "b.po"]], Path(folder)),
            "pypo": lambda: _pypo(path, out),
        }
        seconds: dict[str, list[float]] = {name: [] for name in ways}
        differing: dict[str, int] = {}
        for _ in range(_ROUNDS):
            for name, way in ways.items():
                seconds[name].append(way())
                differing[name] = _differing(path, out)
    ours, *others = [(name, median(found)) for name, found in seconds.items()]
    lines = ", ".join(f"{name} {count:,}" for name, count in differing.items())
    return Section(
        title="A large catalog",
        notes=(
            f"{_ENTRIES:,} paragraphs of {articles().origin}, repeated; the file is as msgcat writes it.",
            f"Read, one translation of {_STEP} replaced, written; msgcat replaces none. Less is better.",
            f"Median of {_ROUNDS} rounds in turns.",
            f"translate-toolkit {toolkit} is a program of its own; its start is not counted.",
            f"Lines that are others afterwards: {lines}.",
        ),
        rows=(
            Row(
                what="read and write",
                unit="s",
                ours=ours[1],
                peers=tuple(others),
                target=Target(limit=3),
                less_is_better=True,
            ),
        ),
    )


def _catalog() -> Catalog:
    entries = (
        Entry(
            msgid=text,
            msgstr=text.upper() if number % 3 else "",
            extracted=("paragraph",),
            references=(f"corpus/a.md:{number}",),
            flags=() if number % 4 else ("fuzzy",),
        )
        for number, text in enumerate(islice(_paragraphs(), _ENTRIES), 1)
    )
    return Catalog(
        header=layout.catalog_header("a", "2026-01-01 10:00+0000", "pt_BR"), entries=tuple(entries)
    )


def _paragraphs() -> Iterator[str]:
    """Different ones, without end."""
    seen: set[str] = set()
    for _, text in articles().editions():
        for found in re.findall(r"(?m)^[A-Z].{40,}$", text):
            if found not in seen:
                seen.add(found)
                yield found


def _ours(path: Path, out: Path) -> None:
    known = po.read(path, path.name)
    if known is None:
        raise UnavailableError("the catalog is gone")
    entries = list(known.catalog.entries)
    entries[::_STEP] = [replace(entry, msgstr=_NEW) for entry in entries[::_STEP]]
    out.write_text(po.render(replace(known.catalog, entries=tuple(entries)), known), encoding="utf-8")


def _polib(path: Path, out: Path) -> None:
    file = polib.pofile(str(path), encoding="utf-8")
    for entry in file[::_STEP]:
        entry.msgstr = _NEW
    file.save(str(out))


def _babel(path: Path, out: Path) -> None:
    catalog = pofile.read_po(io.BytesIO(path.read_bytes()))
    for message in list(catalog)[1::_STEP]:
        message.string = _NEW
    with out.open("wb") as file:
        pofile.write_po(file, catalog)


def _pypo(path: Path, out: Path) -> float:
    return float(run([peers.TRANSLATE_TOOLKIT.program("python"), "-c", _PYPO, str(path), str(out)], ROOT))


def _differing(path: Path, out: Path) -> int:
    """Lines of the file after that are none of those before; the new ones are left out."""
    before = set(path.read_text(encoding="utf-8").split("\n"))
    return sum(
        line not in before and _NEW not in line for line in out.read_text(encoding="utf-8").split("\n")
    )
