"""Dashes and ellipses: which ones a text has."""

from __future__ import annotations

import re
from typing import NamedTuple

from l10n.text.atoms import masked

# Not a hyphen in a word, nor the dash of a range of figures.
_DASH = re.compile(
    r"(?:(?<=\s)|^)(?:-{1,3}|[–—])(?=\s|[”\"’»]|$)"  # between spaces
    r"|—|(?<=[^\W\d])(?:–|--)(?=[^\W\d]|[”\"’»]|$)"  # between words
    r"|^[-–](?=[^\W\d])"  # before a speech
)
_CUT_OFF = re.compile(r"(?<=\w)(?:—|–|--)(?=[”\"’'»]|$)")
_ANY = re.compile("[-–—]")
_ELLIPSIS = re.compile(r"…|\.\.\.+")
RANGE = re.compile(r"(?<=\d)[–-](?=\d)")
"""The dash of a range: `2019–2024`."""


class Mark(NamedTuple):
    """A dash or an ellipsis in a text."""

    start: int
    end: int
    text: str
    glued: bool = False
    """Does a speech break off with it, so that no space stands before it?"""


def dashes(text: str) -> list[Mark]:
    """Dashes between words or before a speech, in order."""
    if not _ANY.search(text):  # most texts have none, and looking at each place takes long
        return []
    text = masked(text)
    return [Mark(*m.span(), m[0], bool(_CUT_OFF.match(text, m.start()))) for m in _DASH.finditer(text)]


def ellipses(text: str) -> list[Mark]:
    """Ellipses, in order."""
    return [Mark(*match.span(), match[0]) for match in _ELLIPSIS.finditer(masked(text))]
