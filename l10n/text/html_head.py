"""What the head of a page says: its language and direction, and texts for search engines and other sites."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.model.article import LocaleSlot
from l10n.text.html_names import META_TEXTS
from l10n.text.html_tokens import Attribute, Token

_LANG = ("lang", "xml:lang")


def slots(token: Token, found: list[Attribute]) -> Iterator[LocaleSlot]:
    """The values of the `html` tag that follow the locale, after the place for those that it lacks.

    A value that a template fills in is left to it.
    """
    names = {a.name for a in found if a.start < a.end}
    missing = [name for name in ("lang", "dir") if name not in names]
    place = token.start + len("<html")
    if missing:
        yield LocaleSlot(start=place, end=place, role=f"new {' '.join(missing)}")
    for a in found:
        if a.start < a.end and (a.name in _LANG or a.name == "dir") and "{" not in a.value:  # no template
            yield LocaleSlot(start=a.start, end=a.end, role="dir" if a.name == "dir" else "lang")


def meta(found: list[Attribute]) -> tuple[Attribute | None, str, str]:
    """The `content` of a `meta` tag, and what it is: (attribute, kind of message, role of a slot)."""
    values = {a.name: a for a in found}
    named = values.get("name") or values.get("property")
    name = named.value.strip().lower() if named else ""
    content = values.get("content")
    if content is None or content.start == content.end:
        return None, "", ""
    return content, f"meta {name}" if name in META_TEXTS else "", name if name == "og:locale" else ""
