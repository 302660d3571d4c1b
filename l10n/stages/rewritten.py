"""New messages that are old ones written differently, or with links that lead elsewhere."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from l10n.model.article import Document, Key, Scope
from l10n.model.entry import Entry
from l10n.ports import Format
from l10n.stages.matching import Finder, Kind, Match, placed
from l10n.text.forms import form, targets

_BEFORE, _AFTER = r"(?<![^\s(\"'<>])", r"(?![^\s)\"'<>.,;:!?])"
"""What may stand around the target of a link."""


def by_form(document: Document, fmt: Format) -> Finder:
    """Finds rewritten messages of an article, as its format reads them; each entry serves once.

    Their translations stay as they are and in the state they are in. Where a link leads elsewhere now, the
    translation's leads there too; if that is not certain, it is no match.
    """
    scopes = {block.key: document.scope(block) for block in document.blocks}

    def found(fresh: Sequence[Entry], left: Sequence[Entry]) -> dict[Key, Match]:
        result = {}
        for moved in (False, True):
            for message, known in _pairs(fresh, left, fmt, scopes, targets=not moved):
                scope = scopes[message.key]
                msgstr = _retargeted(message, known, fmt, scope) if moved else known.msgstr
                if msgstr:
                    entry = replace(placed(known, message), msgstr=msgstr)
                    result[message.key] = Match(kind=Kind.REWRITTEN, entry=entry, sources=(known,))
            used = {id(match.sources[0]) for match in result.values()}
            fresh = [message for message in fresh if message.key not in result]
            left = [entry for entry in left if id(entry) not in used]
        return result

    return found


def _pairs(
    fresh: Sequence[Entry], left: Sequence[Entry], fmt: Format, scopes: Mapping[Key, Scope], *, targets: bool
) -> list[tuple[Entry, Entry]]:
    """New messages and entries of the same form; of several such entries the first that is free."""
    known: dict[tuple[Scope, Hashable], list[Entry]] = {}
    for scope in dict.fromkeys(scopes[message.key] for message in fresh):
        for entry in left:
            known.setdefault((scope, _form(entry, fmt, scope, targets=targets)), []).append(entry)
    taken: set[int] = set()
    pairs = []
    for message in fresh:
        scope = scopes[message.key]
        free = known.get((scope, _form(message, fmt, scope, targets=targets)), ())
        entry = next((entry for entry in free if id(entry) not in taken), None)
        if entry:
            taken.add(id(entry))
            pairs.append((message, entry))
    return pairs


def _form(entry: Entry, fmt: Format, scope: Scope, *, targets: bool) -> Hashable:
    return entry.context, form(fmt.inline(entry.msgid, scope), targets=targets)


def _retargeted(message: Entry, known: Entry, fmt: Format, scope: Scope) -> str:
    """The translation with the targets of the new message; empty where these cannot be exchanged safely.

    That is so where a target does not stand in the translation as often as in the source, or where one
    that the source has twice has changed in one place alone.
    """
    old, new = (targets(fmt.inline(entry.msgid, scope)) for entry in (known, message))
    moves = dict(zip(old, new, strict=True))
    if any(moves[before] != after for before, after in zip(old, new, strict=True)):
        return ""
    changed = [target for target, moved in moves.items() if target != moved]
    if any(old.count(t) != _count(t, known.msgid) or old.count(t) != _count(t, known.msgstr) for t in changed):
        return ""
    every = "|".join(re.escape(target) for target in sorted(changed, key=len, reverse=True))
    msgstr = re.sub(f"{_BEFORE}(?:{every}){_AFTER}", lambda match: moves[match[0]], known.msgstr)
    before, after = fmt.inline(known.msgstr, scope), fmt.inline(msgstr, scope)
    expected = [moves.get(target, target) for target in targets(before)]
    same = form(before, targets=False) == form(after, targets=False) and targets(after) == expected
    return msgstr if same else ""


def _count(target: str, text: str) -> int:
    return len(re.findall(f"{_BEFORE}{re.escape(target)}{_AFTER}", text))
