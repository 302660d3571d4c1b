"""Messages → findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from l10n.checking.message import Batch, Fault, Message
from l10n.checking.side import Side
from l10n.model.article import Document, Key, Scope
from l10n.model.entry import Entry
from l10n.model.finding import Finding
from l10n.ports import Check, Format

_IGNORED = re.compile(r"^l10n:\s+ignore\s+(.+)$", re.MULTILINE)


def messages(
    document: Document, entries: Mapping[Key, Entry], fmt: Format, locales: tuple[str, str]
) -> Iterator[tuple[Message, int]]:
    """The messages of an article that `entries` has, in its order, each with its first line there.

    `locales` are those of the source and of the target.
    """
    seen: set[Key] = set()
    for block in document.blocks:
        if block.key in seen or block.key not in entries:
            continue
        seen.add(block.key)
        entry, read = entries[block.key], partial(fmt.inline, scope=document.scope(block))
        source, target = Side(entry.msgid, locales[0], read), Side(entry.msgstr, locales[1], read)
        yield Message(entry=entry, source=source, target=target, kind=block.kind), block.line


def others(entries: Iterable[Entry], fmt: Format, locales: tuple[str, str]) -> Iterator[Message]:
    """Entries of a catalog as messages that stand in no article."""
    read = partial(fmt.inline, scope=Scope())
    for entry in entries:
        source, target = Side(entry.msgid, locales[0], read), Side(entry.msgstr, locales[1], read)
        yield Message(entry=entry, source=source, target=target, reference=next(iter(entry.references), ""))


def findings(batch: Batch, checks: Iterable[Check]) -> Iterator[Finding]:
    """What the checks find in the messages, each once, without what translators told them to ignore."""
    for check in checks:
        found = {(id(fault.message), fault.place, fault.what): fault for fault in check.run(batch)}
        yield from (_finding(batch, check, fault) for fault in found.values() if not _silent(check, fault))


def _finding(batch: Batch, check: Check, fault: Fault) -> Finding:
    message = fault.message
    return Finding(
        check=check.code,
        severity=check.severity,
        what=" ".join(fault.what.split()),
        locale=batch.locale,
        article=message.article if message else batch.article,
        place=fault.place or (message.place if message else batch.place),
        reference=message.reference if message else "",
        key=message.entry.key if message else (None, ""),
        msgstr=message.entry.msgstr if message else "",
        about=(fault.source, fault.target),
    )


def _silent(check: Check, fault: Fault) -> bool:
    return fault.message is not None and check.code in ignored(fault.message.entry)


def ignored(entry: Entry) -> list[str]:
    """The codes that a translator's comment `l10n: ignore numbers, names` silences for a message."""
    found = _IGNORED.findall("\n".join(entry.comments))
    return [code for names in found for code in re.split(r"[\s,]+", names) if code]
