"""Document, entries and their history → which published words a person has reviewed, and what proves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from l10n.model.article import Document, Key
from l10n.model.entry import Entry, State
from l10n.model.event import Event
from l10n.stages.history import History, message_hash, text_hash
from l10n.stages.record import engine
from l10n.text.words import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A translation that its catalog marks as reviewed."""

    msgid: str
    msgstr: str
    message: str
    """The hash of its message."""
    words: int
    """Of the source, as often as the article has it."""
    review: Event | None
    """What proves the review; None where nothing does."""
    draft: Event | None
    """The machine's draft that it is, or may have been made from; None where the ledger knows none."""
    engine: str = ""
    """Who made that draft, by the ledger or else by the catalog's comments; empty where none is known."""

    @property
    def changed(self) -> bool:
        """Is it other than the draft?"""
        return self.draft is not None and self.draft.text != text_hash(self.msgstr)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """An article in a locale."""

    words: int
    """Of the whole source."""
    texts: tuple[Text, ...] = ()

    @property
    def reviewed(self) -> int:
        """Words of texts for which a review is proven."""
        return sum(text.words for text in self.texts if text.review)

    @property
    def unproven(self) -> tuple[Text, ...]:
        return tuple(text for text in self.texts if not text.review)

    def reviewers(self) -> dict[str, list[Text]]:
        """The texts by who vouches for them, those with most words first."""
        return _grouped({text: text.review.by for text in self.texts if text.review})

    def engines(self) -> dict[str, list[Text]]:
        """The texts by the machine that drafted them, those with most words first."""
        return _grouped({text: text.engine for text in self.texts if text.engine})


def evidence(document: Document, entries: Mapping[Key, Entry], history: History) -> Evidence:
    """What there is for the texts that are marked as reviewed; the ledger alone proves anything."""
    words: dict[Key, int] = {}
    for block in document.blocks:
        words[block.key] = words.get(block.key, 0) + count_words(block.msgid)
    marked = (entries[key] for key in words if key in entries and entries[key].state is State.REVIEWED)
    texts = tuple(_text(entry, words[entry.key], history) for entry in marked)
    return Evidence(words=sum(words.values()), texts=texts)


def _text(entry: Entry, words: int, history: History) -> Text:
    draft = history.origin(entry)
    return Text(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        message=message_hash(entry.key),
        words=words,
        review=history.review(entry),
        draft=draft,
        engine=draft.by if draft else engine(entry.comments),
    )


def _grouped(names: Mapping[Text, str]) -> dict[str, list[Text]]:
    groups: dict[str, list[Text]] = {}
    for text, name in names.items():
        groups.setdefault(name, []).append(text)
    ordered = sorted(groups, key=lambda name: (-sum(text.words for text in groups[name]), name))
    return {name: groups[name] for name in ordered}
