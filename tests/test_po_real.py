"""300 real catalogs of Debian packages: each comes back byte for byte, and one change is one change."""

import difflib
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT

from l10n.catalog import po
from l10n.errors import CatalogError
from l10n.model.entry import Entry

FOLDER = ROOT / ".bench" / "debian-po"
OTHERS = ROOT / ".bench" / "debian-po-other"
EXCEPTIONS: dict[str, str] = {}
"""Catalogs that are refused, by name, with the reason."""


def catalogs(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.po"))
    if not found:
        pytest.skip("needs `python scripts/debian_catalogs.py`, which fetches them")
    return found


@pytest.fixture(scope="module")
def known() -> dict[Path, po.PoFile]:
    sound = [path for path in catalogs(FOLDER) if path.relative_to(FOLDER).as_posix() not in EXCEPTIONS]
    return {path: po.understood(path.read_bytes(), path.name) for path in sound}


def middle(file: po.PoFile) -> int | None:
    """The number of an entry that can have any text."""
    plain = [
        number
        for number, entry in enumerate(file.catalog.entries)
        if not (entry.plural or entry.obsolete or any(flag.endswith("-format") for flag in entry.flags))
        and not entry.msgid.startswith("\n")
        and not entry.msgid.endswith("\n")
    ]
    return plain[len(plain) // 2] if plain else None


def with_change(file: po.PoFile, number: int) -> str:
    entries = list(file.catalog.entries)
    flags = tuple(flag for flag in entries[number].flags if flag != "fuzzy")
    text = (
        "A text that nobody has written before, long enough to be wrapped — é, ü and all — where lines are."
    )
    entries[number] = replace(entries[number], msgstr=text, flags=flags, previous=None)
    return po.render(replace(file.catalog, entries=tuple(entries)), file)


def test_each_comes_back_byte_for_byte(known):
    assert [
        path for path, file in known.items() if po.render(file.catalog, file).encode() != path.read_bytes()
    ] == []


def test_what_is_refused_is_listed(known):
    for name in EXCEPTIONS:
        with pytest.raises(CatalogError):
            po.understood((FOLDER / name).read_bytes(), name)


def test_one_change_changes_the_lines_of_one_entry(known):
    tried = 0
    for path, file in known.items():
        number = middle(file)
        if number is None:
            continue
        tried += 1
        chunks = [*([file.head] if file.head else []), *file.chunks[:number]]
        old, new = path.read_bytes().decode().split("\n"), with_change(file, number).split("\n")
        first = sum((chunk.lead + chunk.body).count("\n") for chunk in chunks)
        last = first + (file.chunks[number].lead + file.chunks[number].body).count("\n")
        assert old[:first] == new[:first], path
        assert old[last:] == new[last + len(new) - len(old) :], path
        changed = list(difflib.unified_diff(old[first:last], new[first : last + len(new) - len(old)], n=0))
        assert not [line for line in changed[2:] if re.match("[-+](#:|#\\.|# |msgid|msgctxt|$)", line)], path
    assert tried > len(known) * 0.9


def test_an_entry_more_is_written_like_the_others(known):
    for path, file in list(known.items())[::3]:
        new = Entry(msgid="A message of ours", msgstr="Uma nossa", comments=("note",), references=("a.md:1",))
        grown = po.render(replace(file.catalog, entries=(*file.catalog.entries, new)), file)
        again = po.understood(grown.encode(), path.name)
        assert again.catalog.entries == (*file.catalog.entries, new)
        old = path.read_bytes().decode()  # where the last line had no end, it has one now
        assert po.render(file.catalog, again) in (old, f"{old}\n"), path


def test_msgfmt_accepts_what_it_accepted(known, tmp_path):
    program = shutil.which("msgfmt")
    if not program:
        pytest.skip("needs msgfmt of GNU gettext")

    def accepts(path: Path) -> bool:
        command = [program, "-c", "--check-format", "-o", "/dev/null", str(path)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    changed = tmp_path / "a.po"
    for path, file in list(known.items())[::5]:
        number = middle(file)
        if number is not None and accepts(path):
            changed.write_bytes(with_change(file, number).encode())
            assert accepts(changed), path


def test_other_charsets_are_refused_with_their_line():
    for path in catalogs(OTHERS):
        with pytest.raises(CatalogError, match=r"^\w.*\.po:\d+: charset \S+, not UTF-8; convert it with"):
            po.understood(path.read_bytes(), path.name)
