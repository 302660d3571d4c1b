"""Paragraphs that were split or joined: their sentences tell."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.drafting import sentences
from l10n.model.article import Key
from l10n.model.entry import Entry
from l10n.stages.matching import Finder, Kind, Match, stale

_MOST = 0.5
"""Share of a text, in characters of its sentences, that must stand in another one to be a part of it."""
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
        shared = _Shared(fresh=_texts(fresh, source), gone=_texts(gone, source))
        result: dict[Key, Match] = {}
        for known, parts in shared.split():
            result |= _split(known, parts, target)
        for message, sources in shared.joined():
            if message.entry.key not in result:
                result[message.entry.key] = _joined(message, [text.entry for text in sources])
        return result

    return found


@dataclass(frozen=True, slots=True)
class _Text:
    entry: Entry
    sentences: tuple[str, ...]

    @property
    def length(self) -> int:
        return sum(map(len, self.sentences))


def _texts(entries: Iterable[Entry], language: str) -> list[_Text]:
    return [_Text(entry, tuple(_cut(entry.msgid, language))) for entry in entries]


def _cut(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text, language)]


class _Shared:
    """How much each new text shares with each vanished one, in characters of sentences."""

    def __init__(self, *, fresh: Sequence[_Text], gone: Sequence[_Text]) -> None:
        self._fresh, self._gone = fresh, gone
        by_sentence: Mapping[str, list[int]] = defaultdict(list)
        for number, text in enumerate(gone):
            for sentence in dict.fromkeys(text.sentences):
                by_sentence[sentence].append(number)
        self._lengths: dict[tuple[int, int], int] = defaultdict(int)
        for at, text in enumerate(fresh):
            for sentence in text.sentences:
                for number in by_sentence.get(sentence, ()):
                    self._lengths[at, number] += len(sentence)

    def split(self) -> list[tuple[_Text, list[_Text]]]:
        """Vanished texts with the new ones, two or more, that are mostly theirs; each new one once."""
        parts: dict[int, list[int]] = defaultdict(list)
        claimed: set[int] = set()
        for (at, number), length in self._lengths.items():
            if at not in claimed and length >= _MOST * self._fresh[at].length:
                parts[number].append(at)
                claimed.add(at)
        return [(self._gone[n], [self._fresh[at] for at in ats]) for n, ats in parts.items() if len(ats) > 1]

    def joined(self) -> list[tuple[_Text, list[_Text]]]:
        """New texts with the vanished ones, two or more, that mostly stand in them."""
        sources: dict[int, list[int]] = defaultdict(list)
        taken: set[int] = set()
        for (at, number), length in self._lengths.items():
            if number not in taken and length >= _MOST * self._gone[number].length:
                sources[at].append(number)
                taken.add(number)
        return [
            (self._fresh[at], [self._gone[n] for n in ns]) for at, ns in sources.items() if len(ns) > 1
        ]


def _split(known: _Text, parts: Sequence[_Text], target: str) -> dict[Key, Match]:
    entry = known.entry
    translated = _cut(entry.msgstr, target)
    owners = _owners(known, parts)
    result = {}
    for number, part in enumerate(parts):
        own = [text for text, owner in zip(translated, owners, strict=False) if owner == number]
        whole = len(translated) != len(owners) or not own
        made = stale(
            part.entry,
            entry,
            msgstr=entry.msgstr if whole else _glued(own),
            previous=entry.previous or entry.key,
        )
        result[made.key] = Match(kind=Kind.SPLIT, entry=made, sources=(entry,))
    return result


def _owners(known: _Text, parts: Sequence[_Text]) -> list[int]:
    """For each sentence the part that has it; one that no part has goes with the one before it."""
    owners: list[int] = []
    for sentence in known.sentences:
        having = [number for number, part in enumerate(parts) if sentence in part.sentences]
        owners.append(having[0] if having else owners[-1] if owners else 0)
    return owners


def _joined(message: _Text, sources: Sequence[Entry]) -> Match:
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
