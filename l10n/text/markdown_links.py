"""Links, tags and emphasis in a Markdown message: how each opens and closes, and what it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from l10n.model.inline import Span
from l10n.text.html_tags import strict_identity
from l10n.text.inline_builder import Mark
from l10n.text.markdown_syntax import label

_EMPHASIS = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"})


@dataclass(slots=True)
class Opened:
    """Markup that has begun: where, in the source and in the message, and what pyromark says of a link."""

    begin: int
    mark: Mark
    name: str
    link: Mapping[str, Any] | None = None
    open_end: int = -1
    """Where its content begins in the source; -1: not known yet."""


def target(link: Mapping[str, Any]) -> str:
    """Where a link or an image leads, without its text and its title."""
    return f"[{label(link['id'])}]" if link["id"] else f"({link['dest_url']})"


def spanned(opened: Opened, until: int, raws: tuple[str, str, str], *, hidden: bool) -> Span:
    """The span up to `until` in the plain text, from the raw markup before, in and after it.

    A text that is also a label, or the name of a page, becomes a part of the markup, so that it can be
    translated. `hidden`: pyromark did not see the template tags in the message.
    """
    link, (start, inner, end) = opened.link, raws
    if link is None:
        identity = strict_identity(start) + end if opened.name.startswith("<") else ""
        return Span(
            start=opened.mark.at,
            end=until,
            open=start,
            close=end,
            identity=identity,
            emphasis=opened.name in _EMPHASIS,
        )
    kind = link["link_type"]
    if isinstance(kind, Mapping):  # {"WikiLink": {"has_pothole": …}}
        start = start if kind["WikiLink"]["has_pothole"] else f"[[{inner}|"
    elif kind.startswith(("Shortcut", "Collapsed")):
        end = f"][{inner}]"
    identity = target(link) + (end if hidden and "{" in end else "")
    return Span(start=opened.mark.at, end=until, open=start, close=end, identity=identity)
