"""The Open Source Guides and their human Portuguese translations, message by message, with their markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from benchmarks import guides
from benchmarks.places import ROOT, UnavailableError
from l10n.checking.message import Message
from l10n.checking.side import Side
from l10n.formats.markdown import FORMAT
from l10n.model.article import Block, Document
from l10n.model.entry import Entry
from l10n.settings import FormatSettings

LOCALE = "pt_BR"
"""The translations say `você` and `contribuidor`: they are Brazilian."""
_NO_PAIRS = ("**Pull/Merge requests:**", "Before we start celebrating,", "Your project very likely has")
"""How sources begin whose translations in the table are those of other paragraphs."""
_FOLDER = ROOT.parent / "shared" / "data" / "opensource-guide"


def messages() -> dict[str, list[Message]]:
    """By article. UnavailableError where the guides are not at hand."""
    found = sorted((_FOLDER / "en").glob("*.md"))
    if not found:
        raise UnavailableError("no articles of opensource.guide in ../shared/data")
    return {path.name: list(_article(path)) for path in found}


def _article(path: Path) -> Iterator[Message]:
    document, theirs = (_parsed(folder / path.name) for folder in (_FOLDER / "en", _FOLDER / "pt"))
    seen = set()
    for block, translation in _pairs(path.name, document, theirs):
        if block.key not in seen and not block.msgid.startswith(_NO_PAIRS):
            seen.add(block.key)
            yield _message(path.name, document, block, translation)


def _parsed(path: Path) -> Document:
    return FORMAT.parse(path.read_text(encoding="utf-8"), FormatSettings())


def _message(name: str, document: Document, block: Block, translation: str) -> Message:
    read = partial(FORMAT.inline, scope=document.scope(block))
    return Message(
        entry=Entry(msgid=block.msgid, msgstr=translation),
        source=Side(block.msgid, "en", read),
        target=Side(translation, LOCALE, read),
        kind=block.kind,
        article=name,
        place=f"{name}:{block.line}",
        reference=f"{name}:{block.line}",
    )


def _pairs(name: str, ours: Document, theirs: Document) -> Iterator[tuple[Block, str]]:
    """Blocks that are known to belong together, and what stands between such by kind and number."""
    known = {
        guides.letters(pair.message.text): guides.letters(pair.reference)
        for pair in guides.plain()
        if pair.message.article == name
    }
    mine, other = (_plain(document) for document in (ours, theirs))
    anchors = _increasing(
        [(at, other.index(known[text])) for at, text in enumerate(mine) if known.get(text) in other]
    )
    anchors = [(-1, -1), *anchors, (len(mine), len(other))]
    for (first, second), (last, end) in pairwise(anchors):
        yield from _between(ours.blocks[first + 1 : last], theirs.blocks[second + 1 : end])
        if last < len(mine):
            yield ours.blocks[last], theirs.blocks[end].msgid


def _between(ours: Sequence[Block], theirs: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """All of them, where they are of the same kinds in the same order."""
    if [block.kind for block in ours] == [block.kind for block in theirs]:
        yield from zip(ours, (block.msgid for block in theirs), strict=True)


def _plain(document: Document) -> list[str]:
    return [guides.letters(FORMAT.inline(b.msgid, document.scope(b)).text) for b in document.blocks]


def _increasing(anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that go forward in both."""
    kept: list[tuple[int, int]] = []
    for anchor in anchors:
        if not kept or anchor[1] > kept[-1][1]:
            kept.append(anchor)
    return kept
