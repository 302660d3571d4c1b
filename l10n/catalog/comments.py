"""The comments of an entry: what they mean, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.catalog.strings import value
from l10n.model.article import Key

NOTE, EXTRACTED, REFERENCE, FLAG, PREVIOUS, OTHER = " ", ".", ":", ",", "|", ""
"""Kinds of lines, by the mark behind `#`; `OTHER` is whatever has no meaning for l10n, and stays."""
ORDER = (NOTE, EXTRACTED, REFERENCE, FLAG, PREVIOUS)
"""As GNU tools write them."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_REFERENCE = re.compile("\u2068[^\u2068\u2069]*\u2069\\S*|\\S+")
_STRING = r'"(?:[^"\\\n]|\\[^\n])*+"'
_STRINGS = rf"{_STRING}(?:\s*{_STRING})*+"
_WAS = re.compile(rf"\s*(?:msgctxt\s*(?P<context>{_STRINGS})\s*)?msgid\s*(?P<msgid>{_STRINGS})")


@dataclass(slots=True, kw_only=True)
class Fields:
    """What the comments of an entry say, as `Entry` names it."""

    comments: tuple[str, ...]
    extracted: tuple[str, ...]
    references: tuple[str, ...]
    flags: tuple[str, ...]
    previous: Key | None


def lines(lead: str) -> list[str]:
    """Its lines, each with its line end."""
    return _LINE.findall(lead)


def kind(line: str) -> tuple[str, str]:
    """The kind of a line, and what it says."""
    text = line.lstrip().rstrip("\r\n")
    mark = text[1:2]
    if mark == " ":
        return NOTE, text[2:]
    if mark == ".":
        return EXTRACTED, text[3:] if text[2:3] == " " else text[2:]
    if mark and mark in ":,|":
        return mark, text[2:]
    if text.startswith("#~|"):
        return PREVIOUS, text[3:]
    if text[:1] != "#" or mark in ("~", "=", "!"):
        return OTHER, text
    return NOTE, text[1:]


def fields(lead: str) -> Fields:
    """What all comments in the text before an entry say."""
    said: dict[str, list[str]] = {name: [] for name in (*ORDER, OTHER)}
    for line in lines(lead):
        name, text = kind(line)
        said[name].append(text)
    return Fields(
        comments=tuple(said[NOTE]),
        extracted=tuple(said[EXTRACTED]),
        references=tuple(references(" ".join(said[REFERENCE]))),
        flags=tuple(flag for text in said[FLAG] for flag in map(str.strip, text.split(",")) if flag),
        previous=previous_key(said[PREVIOUS]) if said[PREVIOUS] else None,
    )


def references(said: str) -> list[str]:
    """The references that lines with `#:` tell of, without their marks; a name with spaces is one."""
    return _REFERENCE.findall(said)


def previous_key(said: Sequence[str]) -> Key | None:
    """The source that lines with `#|` or `#~|` tell of, without their marks; None if they tell of none."""
    match = _WAS.match("\n".join(said))
    if match is None:
        return None
    return (None if match["context"] is None else value(match["context"]), value(match["msgid"]))
