"""Dashes and ellipses: which ones a text has."""

from __future__ import annotations

import re
from typing import NamedTuple

# Not a hyphen in a word, nor the dash of a range of figures.
_DASH = re.compile(r"(?:(?<=\s)|^)(?:-{1,3}|[–—])(?=\s|$)|—|(?<=[^\W\d])(?:–|--)(?=[^\W\d])|^[-–](?=[^\W\d])")
_ANY = re.compile("[-–—]")
_ELLIPSIS = re.compile(r"…|\.\.\.+")


class Mark(NamedTuple):
    """A dash or an ellipsis in a text."""

    start: int
    end: int
    text: str


def dashes(text: str) -> list[Mark]:
    """Dashes between words or before a speech, in order."""
    if not _ANY.search(text):  # most texts have none, and looking at each place takes long
        return []
    return [Mark(*match.span(), match[0]) for match in _DASH.finditer(text)]


def ellipses(text: str) -> list[Mark]:
    """Ellipses, in order."""
    return [Mark(*match.span(), match[0]) for match in _ELLIPSIS.finditer(text)]
