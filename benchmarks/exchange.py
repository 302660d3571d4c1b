"""A large catalog out to translators and in again, against translate-toolkit."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks import peers
from benchmarks.clock import cpu_of_commands
from benchmarks.inputs import articles
from benchmarks.places import L10N, UnavailableError
from benchmarks.report import Row, Section
from benchmarks.translated import Translated, translated
from benchmarks.versions import numbered
from benchmarks.ways import toolkit
from l10n.catalog import po

_ENTRIES, _STEP = 20_000, 100
_NEW = "Fim"
_KINDS = (
    ("XLIFF 1.2", "a.xlf", ("po2xliff", "a.po", "t.xlf"), ("xliff2po", "t.xlf", "t.po")),
    ("XLIFF 2.1", "a.xliff", (), ()),
    ("CSV", "a.csv", ("po2csv", "a.po", "t.csv"), ("csv2po", "t.csv", "t.po")),
    ("XLSX", "a.xlsx", (), ()),
    ("TMX", "a.tmx", ("po2tmx", "-l", "pt", "a.po", "t.tmx"), ()),
)
"""What, our file, and the commands of translate-toolkit for the way out and in."""


def measure() -> Section:
    """CPU seconds for each kind of file."""
    toolkit_version = peers.version(peers.TRANSLATE_TOOLKIT)
    with tempfile.TemporaryDirectory() as folder:
        made = translated(Path(folder), list(islice(numbered(), _ENTRIES)))
        shutil.copy(made.catalog, Path(folder) / "a.po")
        rows = tuple(row for kind in _KINDS for row in _rows(Path(folder), made, *kind))
    return Section(
        title="Files for translators",
        notes=(
            f"{_ENTRIES:,} paragraphs of {articles().origin}, numbered, in one article with its catalog, all "
            "of it translated; a third of them have markup.",
            f"Out: `l10n export`. In: `l10n import` of the file with one of {_STEP} translations replaced; "
            "XLSX comes back as it went out.",
            "l10n parses the article too: markup goes out as codes of XLIFF, and what comes back is compared "
            "with the catalog. translate-toolkit writes plain text, and makes a new catalog.",
            f"Peer: translate-toolkit {toolkit_version}, a program of its own. Less is better.",
        ),
        rows=rows,
    )


def _rows(
    folder: Path, made: Translated, what: str, name: str, out: tuple[str, ...], back: tuple[str, ...]
) -> Iterator[Row]:
    yield _row(f"{what}, out", cpu_of_commands([[L10N, "export", "-o", name]], folder), _theirs(folder, out))
    if name == "a.tmx":
        return
    before = made.catalog.read_bytes()
    changed = _changed(folder / name)
    ours = cpu_of_commands([[L10N, "import", name]], folder)
    found = po.understood(made.catalog.read_bytes(), name).catalog.entries
    if sum(_NEW in entry.msgstr for entry in found) != changed:
        raise UnavailableError(f"{name}: other translations came back than the {changed} that were changed")
    made.catalog.write_bytes(before)
    yield _row(f"{what}, in", ours, _theirs(folder, back))


def _row(what: str, ours: float, theirs: float | None) -> Row:
    found = () if theirs is None else (("translate-toolkit", theirs),)
    return Row(what=what, unit="s", ours=ours, peers=found, less_is_better=True)


def _theirs(folder: Path, command: tuple[str, ...]) -> float | None:
    if not command:
        return None
    return cpu_of_commands([toolkit(command[0], *command[1:])], folder)


def _changed(file: Path) -> int:
    """Replace translations in a file of text; how many there are then."""
    if file.suffix == ".xlsx":
        return 0
    text = file.read_text(encoding="utf-8-sig")
    count = 0
    for number in range(_STEP, _ENTRIES, _STEP):  # only translations end in two full stops
        old, new = f"End {number}..", f"{_NEW} {number}.."
        count += text.count(old)
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8-sig" if file.suffix == ".csv" else "utf-8")
    return count
