"""Document and entries → units for translators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from l10n.model.article import Block, Document, Key, Scope
from l10n.model.entry import Entry, State
from l10n.model.unit import Coded, Unit
from l10n.ports import Format
from l10n.stages.history import message_hash, text_hash
from l10n.text.bare import is_bare
from l10n.text.codes import coded

_DIGITS = 16


def unit_id(key: Key) -> str:
    """What identifies a message in a file; with a letter first, it looks like no number."""
    return f"m{message_hash(key)[:_DIGITS]}"


def text_mark(msgstr: str, *, reviewed: bool) -> str:
    """Tells a translation and whether it is reviewed from any other."""
    return f"{'r' if reviewed else 'd'}{text_hash(msgstr)[:_DIGITS]}"


def notes_mark(notes: Iterable[str]) -> str:
    """Tells notes of translators from others."""
    return f"n{text_hash(chr(10).join(line.strip() for line in notes))[:_DIGITS]}"


def units(
    document: Document, fmt: Format, entries: Mapping[Key, Entry], article: str, locale: str
) -> Iterator[Unit]:
    """The messages of an article that its catalog has, in its order, with codes for their markup."""
    first: dict[Key, Block] = {}
    for block in document.blocks:
        first.setdefault(block.key, block)
    for key, block in first.items():
        entry = entries.get(key)
        if entry is None or entry.plural:
            continue
        scope = document.scope(block)
        source = _pieces(entry.msgid, fmt, scope)
        target = _pieces(entry.msgstr, fmt, scope, source)
        yield replace(_unit(entry, article, locale), source=source, target=target)


def _pieces(text: str, fmt: Format, scope: Scope, source: Coded = ()) -> Coded:
    if is_bare(text):
        return (text,) if text else ()
    return coded(text, fmt.inline(text, scope), source)


def _unit(entry: Entry, article: str, locale: str) -> Unit:
    reviewed = entry.state is State.REVIEWED
    marks = text_mark(entry.msgstr, reviewed=reviewed), notes_mark(entry.comments)
    return Unit(
        article=article,
        locale=locale,
        id=unit_id(entry.key),
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        context=entry.context,
        state=entry.state,
        notes=entry.comments,
        extracted=entry.extracted,
        references=entry.references,
        previous=entry.previous[1] if entry.previous else "",
        exported="-".join(marks),
    )
