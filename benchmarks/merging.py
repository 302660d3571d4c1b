"""Merging edited articles into catalogs, against msgmerge of GNU gettext."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.clock import cpu_of_call, cpu_of_commands, run
from benchmarks.inputs import articles
from benchmarks.places import L10N, ROOT, UnavailableError
from benchmarks.report import Row, Section, Target
from benchmarks.translated import translated
from benchmarks.versions import Version, marks, numbered, versions
from l10n.catalog import layout, po
from l10n.formats.markdown import FORMAT
from l10n.model.article import Document
from l10n.model.entry import Catalog, Entry
from l10n.stages.extract import messages
from l10n.stages.finders import finders
from l10n.stages.merge import merge
from l10n.stages.rewritten import readings

_VERSIONS = 200
_MANY, _CHANGED = 20_000, 200
_HEADER = layout.catalog_header("a", "2026-01-01 10:00+0000", "pt_BR")
_NOT_LESS = Target(limit=1, of_ratio=True)
_MSGMERGE = "msgmerge --previous"

_SHARES = (
    ("exact messages that keep their text", "kept", "exact"),
    ("translations that are still in the catalog", "alive", "old"),
    ("changed messages found", "right", "changed"),
    ("changed messages found whole", "whole", "changed"),
    ("matches with the right message", "right", "matched"),
)
"""What, which messages, of which ones."""


def measure() -> Section:
    """What is kept, how sure matches are, and CPU time."""
    version = run(["msgmerge", "--version"], ROOT).split("\n")[0] if shutil.which("msgmerge") else ""
    if not version:
        raise UnavailableError("msgmerge is not here (package gettext)")
    with tempfile.TemporaryDirectory() as folder:
        rows = [*_quality(Path(folder)), *_many(Path(folder))]
    return Section(
        title="Merging",
        notes=(
            f"Input: {_VERSIONS} edited versions of the {articles().origin} and those of corpus/. Each has "
            "3 to 11 kinds of edits: typo, word replaced, sentence added or removed, paragraph split, "
            "joined, moved, deleted or new, link or typography changed. The edits know what became of what.",
            f"Peer: {version}, `--previous`, a process an article; l10n in process, without parsing.",
            "A changed message is found if it has the translation of a message it was made of and of no "
            "other, and found whole if it has those of all it was made of. Matches: messages that changed or "
            "are new and have a translation.",
            f"{_MANY:,} entries: the whole of `l10n update`, which parses the article too.",
        ),
        rows=tuple(rows),
    )


def _quality(folder: Path) -> Iterator[Row]:
    ours, theirs, seconds = Counter[str](), Counter[str](), Counter[str]()
    for version in versions(_VERSIONS):
        new = messages(version.document, "a.md")
        known = po.render(Catalog(header=_HEADER, entries=version.old))
        (folder / "old.po").write_text(known, encoding="utf-8")
        (folder / "new.pot").write_text(po.render(Catalog(header=_HEADER, entries=new)), encoding="utf-8")
        merging = partial(_merge, folder, version.document)
        seconds["ours"] += cpu_of_call(merging)
        command = ["msgmerge", "--quiet", "--previous", "-o", "merged.po", "old.po", "new.pot"]
        seconds["theirs"] += cpu_of_commands([command], folder)
        for counter, name in ((ours, "ours.po"), (theirs, "merged.po")):
            counter.update(_counted(version, _entries(folder / name)))
    for what, part, whole in _SHARES:
        rates = [100 * counter[part] / counter[whole] for counter in (ours, theirs)]
        yield Row(what=what, unit="%", ours=rates[0], peers=((_MSGMERGE, rates[1]),), target=_NOT_LESS)
    rate = 100 * ours["approved"] / ours["safe"]
    yield Row(what="approvals kept, link or typography changed", unit="%", ours=rate, target=Target(limit=95))
    yield _rate("merge articles", "articles/s", _VERSIONS, seconds["ours"], seconds["theirs"])


def _rate(what: str, unit: str, count: int, ours: float, theirs: float) -> Row:
    peers = ((_MSGMERGE, count / theirs),)
    return Row(what=what, unit=unit, ours=count / ours, peers=peers, target=_NOT_LESS)


def _merge(folder: Path, document: Document) -> None:
    known = po.read(folder / "old.po", "old.po")
    old = known.catalog if known else Catalog()
    found = merge(
        messages(document, "a.md"), old.entries, finders(readings([(document, FORMAT)]), "en", "pt")
    )
    text = po.render(replace(old, entries=found.entries), known)
    (folder / "ours.po").write_text(text, encoding="utf-8")


def _entries(path: Path) -> Sequence[Entry]:
    known = po.read(path, path.name)
    return known.catalog.entries if known else ()


def _counted(version: Version, entries: Sequence[Entry]) -> Counter[str]:
    """Messages by what became of them."""
    count = Counter(old=len(version.old))
    count["alive"] = len(set().union(*(marks(entry) for entry in entries)))
    before = {entry.msgid: marks(entry) for entry in version.old}
    for entry in entries:
        got, origins = marks(entry), version.origins.get(entry.msgid, frozenset())
        if entry.obsolete:
            continue
        if entry.msgid in before:
            count["exact"] += 1
            count["kept"] += got == before[entry.msgid] and not entry.fuzzy
            continue
        count["changed"] += bool(origins)
        count["matched"] += bool(got)
        count["right"] += bool(got) and got <= origins
        count["whole"] += bool(got) and got == origins
        safe = version.kinds.get(entry.msgid) in ("link", "typography")
        count["safe"] += safe
        count["approved"] += safe and bool(got) and not entry.fuzzy
    return count


def _many(folder: Path) -> Iterator[Row]:
    paragraphs = list(islice(numbered(), _MANY))
    made = translated(folder, paragraphs)
    shutil.copy(made.catalog, folder / "old.po")
    rng = random.Random(1)  # noqa: S311 - no secret
    for at in rng.sample(range(_MANY), _CHANGED):
        paragraphs[at] = paragraphs[at].replace(" to ", " quixotry ", 1) + " Changed."
    made.article.write_text("\n\n".join(paragraphs), encoding="utf-8")
    ours = cpu_of_commands([[L10N, "update"]], folder)
    command = ["msgmerge", "--quiet", "--previous", "-o", "merged.po", "old.po", "locales/templates/a.pot"]
    theirs = cpu_of_commands([command], folder)
    for path in (made.catalog, folder / "merged.po"):
        found = sum(entry.fuzzy for entry in _entries(path))
        if found != _CHANGED:
            raise UnavailableError(f"{path.name}: {found} changed messages instead of {_CHANGED}")
    what, peers = f"{_MANY:,} entries, {_CHANGED} changed", ((_MSGMERGE, theirs),)
    yield Row(what=what, unit="s", ours=ours, peers=peers, target=Target(limit=4), less_is_better=True)
    yield _rate(what, "entries/s", _MANY, ours, theirs)
