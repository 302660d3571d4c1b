"""The header of a catalog: what makes tools refuse it, or read it as something else."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checking.message import Batch
from l10n.text import plural_forms
from l10n.text.locales import is_same, plural_counts
from l10n.text.locales import plural_forms as usual

_DEFAULTS = {
    "Project-Id-Version": "PACKAGE VERSION",
    "PO-Revision-Date": "YEAR-MO-DA HO:MI",
    "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
    "Language-Team": "LANGUAGE <LL@li.org>",
    "Content-Transfer-Encoding": "ENCODING",
}
"""What xgettext writes for people to replace, or how that begins."""
_CHARSET = "text/plain; charset=UTF-8"
_WIDTH = 60


def faults(batch: Batch) -> Iterator[str]:
    """In a line each; a batch without a catalog has none."""
    fields = {name.lower(): value for name, value in batch.header}
    if not batch.place or not (fields or batch.messages or batch.others):
        return
    if not fields:
        yield f'no header: begin with msgid "" and, as its msgstr, Content-Type: {_CHARSET}'
        return
    if "fuzzy" in batch.header_flags:
        yield "the header is fuzzy: tools leave it out"
    yield from _charset(fields.get("content-type", ""))
    yield from _language(fields.get("language", ""), batch.locale)
    yield from _plural_forms(fields.get("plural-forms", ""), batch.locale)
    for name, default in _DEFAULTS.items():
        if fields.get(name.lower(), "").startswith(default):
            yield f"{name} is not filled in: {default}"


def _charset(value: str) -> Iterator[str]:
    if not value:
        yield f"no Content-Type; write {_CHARSET}"
    elif "charset=" not in value.lower():
        yield f"Content-Type has no charset; write {_CHARSET}"
    elif value.lower().partition("charset=")[2].strip() in ("", "charset"):
        yield f"Content-Type is not filled in; write {_CHARSET}"


def _language(value: str, locale: str) -> Iterator[str]:
    if not value:
        yield f"no Language; write {locale}"
    elif not is_same(value, locale):
        yield f"Language is {value[:_WIDTH]}, not {locale}"


def _plural_forms(value: str, locale: str) -> Iterator[str]:
    advice = f"; write {usual(locale)}"
    if not value:
        yield f"no Plural-Forms{advice}"
        return
    try:
        found = plural_forms.parse(value)
    except ValueError as error:
        yield f"Plural-Forms: {error}{advice}"
        return
    known = plural_counts(locale, plural_forms.NUMBERS)
    if (found.count, found.chosen) not in known:
        chosen = f" and chooses {found.chosen}" if found.chosen < found.count else ""
        yield f"Plural-Forms has {found.count} forms{chosen}, {locale} has {known[0][0]}{advice}"
