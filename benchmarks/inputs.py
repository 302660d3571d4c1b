"""Articles to measure on, and what people do to them and to their catalogs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

import polib

from benchmarks.places import ROOT, UnavailableError
from l10n.text import frontmatter

_GUIDES = ROOT.parent / "shared" / "data" / "opensource-guide" / "en"
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
    found = sorted((ROOT / "corpus").rglob("*.md"))
    if not found:
        raise UnavailableError("no articles in ../shared/data or corpus/")
    return Articles("articles of corpus/", _read(found))


def _read(paths: list[Path]) -> dict[str, str]:
    return {path.stem: path.read_bytes().decode() for path in paths}


def body(text: str) -> str:
    """An article without its front matter."""
    return text[frontmatter.length(text) :]


def edit_paragraph(path: Path) -> None:
    """Add a sentence to the longest paragraph of the article."""
    text = path.read_text(encoding="utf-8")
    paragraph = max((line for line in text.split("\n") if line[:1].isalpha()), key=len)
    path.write_text(text.replace(paragraph, f"{paragraph} {CHANGE}", 1), encoding="utf-8")


def translate_half(catalog: Path) -> None:
    """Give every second message a translation, as a person who is half through would leave the catalog."""
    po = polib.pofile(str(catalog))
    for entry in [entry for entry in po if entry.msgid and not entry.obsolete][::2]:
        entry.msgstr = f"{entry.msgid} — em {TRANSLATED_WORD}"
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    po.save()
