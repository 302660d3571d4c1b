"""The rules of extraction: their version, and which messages are one text however it is written."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import accumulate

from l10n.model.inline import Inline, Span

VERSION = 2
"""Raised whenever a change of l10n gives a message of an article that stayed the same another msgid."""


def form(inline: Inline) -> Hashable:
    """The message without its white space, its escapes and the style of its markup.

    Messages of the same form have the same words in the same markup, so one's translation is the other's.
    """
    inked = list(accumulate((not char.isspace() for char in inline.text), initial=0))
    marks = [(inked[span.start], inked[span.end], _name(span)) for span in inline.spans]
    marks += [(inked[atom.start], inked[atom.end], atom.raw) for atom in inline.atoms]
    return " ".join(inline.text.split()), tuple(marks)


def _name(span: Span) -> str:
    """`*` and `_` are the same emphasis."""
    return f"emphasis {len(span.open)}" if span.emphasis else span.identity or f"{span.open}{span.close}"
