"""Document → messages: one entry for each different text, in the order of the article."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from l10n.model.article import Document, Key
from l10n.model.entry import Entry


def messages(document: Document, path: str) -> tuple[Entry, ...]:
    """Untranslated entries of the article at `path` (as references name it)."""
    place = f"\u2068{path}\u2069" if " " in path else path  # as GNU gettext writes names with spaces
    return united(
        Entry(
            msgid=block.msgid,
            context=block.context,
            extracted=(block.kind, *block.comments),
            references=(f"{place}:{block.line}",),
        )
        for block in document.blocks
    )


def united(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each message once, where it stands first, with the references and comments of all."""
    found: dict[Key, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.key, []).append(entry)
    return tuple(_one(same) for same in found.values())


def _one(same: Sequence[Entry]) -> Entry:
    if len(same) == 1:
        return same[0]
    return replace(
        same[0],
        extracted=tuple(dict.fromkeys(line for entry in same for line in entry.extracted)),
        references=tuple(dict.fromkeys(place for entry in same for place in entry.references)),
    )


def kept(entries: Iterable[Entry], articles: Container[str]) -> dict[str, list[Entry]]:
    """By article the untranslated messages that a catalog has for it; by "" those that name no article."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.obsolete or entry.plural:
            continue
        for article, references in (entry.places or {"": []}).items():
            if article in articles or not article:
                found.setdefault(article, []).append(
                    Entry(
                        msgid=entry.msgid,
                        context=entry.context,
                        extracted=entry.extracted,
                        references=tuple(references),
                    )
                )
    return found
