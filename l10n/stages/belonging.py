"""Of which articles an obsolete text of a shared catalog is: comments for translators tell.

`l10n: of corpus/a.md`. Where another text of the same message is used for that article, it says instead of
which text: `l10n: of corpus/a.md, beside text HASH`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from l10n.model.entry import Entry
from l10n.stages.history import text_hash

_OF = re.compile(r"l10n: of (?P<article>\S.*?)(?:, beside text (?P<hash>[0-9a-f]{8}))?")


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


def _hash(text: str) -> str:
    return text_hash(text)[:8]
