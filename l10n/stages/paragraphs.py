"""Paragraphs that were split or joined: their sentences tell."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from l10n.model.article import Key
from l10n.model.entry import Entry
from l10n.stages.matching import Finder, Kind, Match, changed, stale
from l10n.stages.overlap import Overlap, Text
from l10n.stages.record import carried
from l10n.text import sentences

_BREAK = "\n\n"
"""Stands between the sources of a joined paragraph in its previous source."""


def split_or_joined(source: str, target: str) -> Finder:
    """Finds paragraphs that were split in several or joined from several; languages of both texts.

    The parts get the translation of their sentences where it has as many as the source, else the whole of
    it; a joined paragraph gets the translations one after the other. They are fuzzy with the old source
    beside them, and the old entries stay as obsolete, so that a change that is taken back revives them.
    """

    def found(fresh: Sequence[Entry], left: Sequence[Entry]) -> dict[Key, Match]:
        gone = [entry for entry in left if not entry.obsolete]
        if not fresh or not gone or len(fresh) + len(gone) < 3:
            return {}
        shared = Overlap(fresh=_texts(fresh, source), gone=_texts(gone, source))
        result: dict[Key, Match] = {}
        for known, parts in shared.split():
            result |= _split(known, parts, target)
        for message, sources in shared.joined():
            if message.entry.key not in result:
                result[message.entry.key] = _joined(message, [text.entry for text in sources])
        return result

    return found


def shortened_or_extended(source: str) -> Finder:
    """Finds new messages of which a vanished one has most, or that have most of it; source's language."""

    def found(fresh: Sequence[Entry], left: Sequence[Entry]) -> dict[Key, Match]:
        gone = [entry for entry in left if not entry.obsolete]
        if not fresh or not gone:
            return {}
        shared = Overlap(fresh=_texts(fresh, source), gone=_texts(gone, source))
        result: dict[Key, Match] = {}
        taken: set[Key] = set()
        for message, known in shared.alike():
            if message.key not in result and known.key not in taken:
                result[message.key] = changed(message, known)
                taken.add(known.key)
        return result

    return found


def _texts(entries: Iterable[Entry], language: str) -> list[Text]:
    return [Text(entry, tuple(_cut(entry.msgid, language))) for entry in entries]


def _cut(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text, language)]


def _split(known: Text, parts: Sequence[Text], target: str) -> dict[Key, Match]:
    entry = known.entry
    translated = _cut(entry.msgstr, target)
    owners = _owners(known, parts)
    result = {}
    for number, part in enumerate(parts):
        own = [text for text, owner in zip(translated, owners, strict=False) if owner == number]
        whole = len(translated) != len(owners) or not own
        known_part = carried(entry, entry.msgstr if whole else _glued(own))
        previous = entry.previous or entry.key
        made = stale(part.entry, known_part, msgstr=known_part.msgstr, previous=previous)
        result[made.key] = Match(kind=Kind.SPLIT, entry=made, sources=(entry,))
    return result


def _owners(known: Text, parts: Sequence[Text]) -> list[int]:
    """For each sentence the part that has it; one that no part has goes with the one before it."""
    owners: list[int] = []
    for sentence in known.sentences:
        having = [number for number, part in enumerate(parts) if sentence in part.sentences]
        owners.append(having[0] if having else owners[-1] if owners else 0)
    return owners


def _joined(message: Text, sources: Sequence[Entry]) -> Match:
    first = sources[0]
    previous = _BREAK.join((entry.previous or entry.key)[1] for entry in sources)
    known = replace(
        first,
        comments=tuple(dict.fromkeys(line for entry in sources for line in entry.comments)),
        flags=tuple(dict.fromkeys(flag for entry in sources for flag in entry.flags)),
    )
    msgstr = _glued([entry.msgstr for entry in sources])
    entry = stale(message.entry, known, msgstr=msgstr, previous=(first.context, previous))
    return Match(kind=Kind.JOINED, entry=entry, sources=tuple(sources))


def _glued(texts: Sequence[str]) -> str:
    """One after the other, with a space between them but after the full-width signs of East Asia."""
    glued = texts[0]
    for text in texts[1:]:
        glued += text if unicodedata.east_asian_width(glued[-1]) in "WF" else f" {text}"
    return glued
