"""Of which articles an obsolete text of a shared catalog is: comments for translators tell.

`l10n: of corpus/a.md`. Where another text of the same message is used for that article, it says instead of
which text: `l10n: of corpus/a.md, beside text HASH`.

GNU tools refuse a file in which a message stands twice, even if one of the two is obsolete. So such a one has
a context of its own, `l10n HASH`, followed by `: ` and the context that it had, if it had one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from l10n.model.entry import Entry
from l10n.stages.history import text_hash

_OF = re.compile(r"l10n: of (?P<article>\S.*?)(?:, beside text (?P<hash>[0-9a-f]{8}))?")
_TWIN = re.compile(r"l10n [0-9a-f]{8}(?:: (?P<context>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Owner:
    """An article that a text is of."""

    article: str
    beside: str = ""
    """The hash of the text that is used for it instead, where it has the message; empty where it has not."""

    def is_beside(self, text: str) -> bool:
        """Is that the text which is used instead?"""
        return self.beside == _hash(text)


def owners(entry: Entry) -> tuple[Owner, ...]:
    """The articles that an obsolete entry is of; none where nothing tells."""
    found = (_OF.fullmatch(line) for line in entry.comments)
    return tuple(Owner(match["article"], match["hash"] or "") for match in found if match)


def owned(entry: Entry, articles: Iterable[str], beside: str | None = None) -> Entry:
    """The entry, obsolete, as one of those articles; `beside` is the text that is used for them instead."""
    told = "" if beside is None else f", beside text {_hash(beside)}"
    more = (f"l10n: of {article}{told}" for article in articles)
    comments = tuple(dict.fromkeys((*entry.comments, *more)))
    return replace(entry, comments=comments, references=(), extracted=(), obsolete=True)


def unowned(comments: tuple[str, ...]) -> tuple[str, ...]:
    """The comments without those that tell of articles."""
    return tuple(line for line in comments if not _OF.fullmatch(line))


def twins_apart(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, where no message stands twice: an obsolete one has another context then."""
    seen = {entry.key for entry in entries if not entry.obsolete}
    result: list[Entry] = []
    for entry in entries:
        if entry.obsolete and entry.key in seen:
            told = f"l10n {_hash(repr((entry.msgstr, entry.flags, entry.previous, unowned(entry.comments))))}"
            entry = replace(entry, context=told if entry.context is None else f"{told}: {entry.context}")
        seen.add(entry.key)
        result.append(entry)
    return tuple(result)


def untwinned(entry: Entry) -> Entry:
    """An obsolete entry with the context that it had before."""
    match = _TWIN.fullmatch(entry.context) if entry.obsolete and entry.context else None
    return replace(entry, context=match["context"]) if match else entry


def _hash(text: str) -> str:
    return text_hash(text)[:8]
