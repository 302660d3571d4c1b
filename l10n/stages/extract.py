"""Document → messages: one entry for each different text, in the order of the article."""

from __future__ import annotations

from dataclasses import replace

from l10n.model.article import Document, Key
from l10n.model.entry import Entry


def messages(document: Document, path: str) -> tuple[Entry, ...]:
    """Untranslated entries of the article at `path` (as references name it)."""
    entries: dict[Key, Entry] = {}
    place = f"\u2068{path}\u2069" if " " in path else path  # as GNU gettext writes names with spaces
    for block in document.blocks:
        reference = f"{place}:{block.line}"
        extracted = (block.kind, *block.comments)
        key = block.key
        found = entries.get(key)
        if found is None:
            entries[key] = Entry(
                msgid=block.msgid, context=block.context, extracted=extracted, references=(reference,)
            )
        else:
            more = tuple(line for line in extracted if line not in found.extracted)
            references = (
                (*found.references, reference) if reference not in found.references else found.references
            )
            entries[key] = replace(found, extracted=found.extracted + more, references=references)
    return tuple(entries.values())
