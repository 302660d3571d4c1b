"""The catalog is one that PO tools take: what `msgfmt -c` finds, and the rest of its header.

Weblate, Poedit and programs refuse a file with such faults, show its letters wrongly, or choose other plural
forms. Looked at are the header (charset, language, plural forms, fields that nobody has filled in), line
breaks at the ends of a text, plural entries, the directives of format strings, by the entry's flag such as
`c-format`, escapes that there are not, and entries that stand twice. Fuzzy entries are let pass, as tools do.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from l10n.checking import header
from l10n.checking.message import Batch, Fault
from l10n.model.entry import Entry
from l10n.model.finding import Severity
from l10n.ports import Check, Example
from l10n.text import format_strings, plural_forms
from l10n.text.plural_forms import PluralForms


def _run(batch: Batch) -> Iterator[Fault]:
    yield from (Fault(None, what) for what in header.faults(batch))
    yield from (Fault(None, flaw.what, place=flaw.place) for flaw in batch.flaws)
    forms = _forms(batch)
    for message in chain(batch.messages, batch.others):
        yield from (Fault(message, what) for what in _faults(message.entry, forms))


def _forms(batch: Batch) -> PluralForms | None:
    try:
        return plural_forms.parse(dict(batch.header).get("Plural-Forms", ""))
    except ValueError:
        return None


def _faults(entry: Entry, forms: PluralForms | None) -> Iterator[str]:
    if entry.plural:
        yield from _plural(entry, dict(entry.plural), forms)
        return
    yield from _ends("msgid", entry.msgid, "msgstr", entry.msgstr)
    for name in _languages(entry):
        yield from _format(name, entry.msgid, "msgstr", entry.msgstr)


def _ends(name: str, text: str, other: str, translation: str) -> Iterator[str]:
    if not translation:
        return
    for verb, here, there in (
        ("begins", text[:1], translation[:1]),
        ("ends", text[-1:], translation[-1:]),
    ):
        if (here == "\n") != (there == "\n"):
            first, second = (name, other) if here == "\n" else (other, name)
            yield f"{first} {verb} with a line break, {second} does not"


def _languages(entry: Entry) -> list[str]:
    return [name for flag in entry.flags if (name := format_strings.language(flag))]


def _format(name: str, source: str, keyword: str, translation: str, *, strict: bool = True) -> Iterator[str]:
    if translation and (what := format_strings.wrong(name, source, translation, strict=strict)):
        yield f"{name}-format, {keyword}: {what}"


def _plural(entry: Entry, strings: dict[str, str], forms: PluralForms | None) -> Iterator[str]:
    many = strings.pop("msgid_plural", "")
    yield from _ends("msgid", entry.msgid, "msgid_plural", many)
    if not any(strings.values()):
        return
    for number, (keyword, text) in enumerate(strings.items()):
        if keyword != f"msgstr[{number}]":
            yield f"{keyword} stands where msgstr[{number}] should"
        if not text:
            yield f"{keyword} is empty"
        yield from _ends("msgid", entry.msgid, keyword, text)
        for name in _languages(entry):
            strict = forms is None or number in forms.often
            yield from _format(name, many, keyword, text, strict=strict)
    if forms and len(strings) != forms.count:
        yield f"plural forms: {len(strings)}, and {forms.count} by the header"


CHECK: Final = Check(
    code="validity",
    severity=Severity.ERROR,
    summary="PO tools take the catalog: its header, escapes, plural forms and format strings.",
    examples=(
        Example("The sea\n", "O mar", "msgid ends with a line break, msgstr does not"),
        Example("The sea", "\nالبحر", "msgstr begins with a line break, msgid does not", locale="ar"),
        Example("The sea\nand the tide\n", "O mar\ne a maré\n"),
    ),
    run=_run,
)
