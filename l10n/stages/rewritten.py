"""New messages that are old ones written differently: other white space, escapes or style of markup."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from l10n.model.article import Document, Key, Scope
from l10n.model.entry import Entry
from l10n.ports import Format
from l10n.text.rules import form

Rewritten = Callable[[Sequence[Entry], Sequence[Entry]], dict[Key, Entry]]
"""(new messages, entries without a message) → for a key of a new message the entry that has its text."""


def by_form(document: Document, fmt: Format) -> Rewritten:
    """Finds rewritten messages of an article, as its format reads them; each entry serves once."""

    def found(fresh: Sequence[Entry], left: Sequence[Entry]) -> dict[Key, Entry]:
        if not fresh or not left:
            return {}
        scopes = {block.key: document.scope(block) for block in document.blocks}
        result: dict[Key, Entry] = {}
        for scope in dict.fromkeys(scopes[message.key] for message in fresh):
            known = _by_form(left, fmt, scope)
            for message in fresh:
                if scopes[message.key] == scope and (entry := known.pop(_form(message, fmt, scope), None)):
                    result.setdefault(message.key, entry)
        taken = {id(entry): key for key, entry in reversed(result.items())}
        return {key: entry for key, entry in result.items() if taken[id(entry)] == key}

    return found


def _by_form(entries: Iterable[Entry], fmt: Format, scope: Scope) -> dict[Hashable, Entry]:
    """Of entries that have the same form the first."""
    return {_form(entry, fmt, scope): entry for entry in reversed(list(entries))}


def _form(entry: Entry, fmt: Format, scope: Scope) -> Hashable:
    return entry.context, form(fmt.inline(entry.msgid, scope))
