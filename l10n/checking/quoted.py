"""Other messages, as findings name them."""

from __future__ import annotations

from l10n.checking.message import Message
from l10n.checking.side import Side
from l10n.text.excerpts import excerpt

_WIDTH = 60
"""Characters that are shown."""


def quoted(message: Message, side: Side) -> str:
    """The beginning of one of its texts, and its article; no line, as a finding is known by its words."""
    text = f"“{excerpt(side.raw, '', _WIDTH)}”"
    return f"{text} in {message.article}" if message.article else text
