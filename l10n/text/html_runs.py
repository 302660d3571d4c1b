"""Runs of text and inline tags: which part of one is a message, and how its msgid is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from l10n.text import html_tags
from l10n.text.html_inline import opaque, partners
from l10n.text.html_names import SPACE, SPACES
from l10n.text.html_tokens import Token

_WORD = re.compile(r"\w")
_TEXT = ("text", "raw")


class Message(NamedTuple):
    """A msgid, its range in the source, the tags it shows only in part, and where in the run it is."""

    msgid: str
    start: int
    end: int
    tags: tuple[str, ...]
    first: int
    last: int
    """Index behind its last token."""


def message(text: str, run: Sequence[Token]) -> Message | None:
    """The message of a run, without what stands around it; None if nothing in it is to be translated."""
    pairs = partners(run) if len(run) > 1 else {}
    first, last = _trimmed(text, run, pairs)
    if first == last:
        return None
    start, end = run[first].start, run[last - 1].end
    if run[first].kind in _TEXT:
        start += _leading(text[start : run[first].end])
    if run[last - 1].kind in _TEXT:
        end = run[last - 1].start + len(text[run[last - 1].start : end].rstrip(SPACE))
    msgid, tags = _written(text, run[first:last], start, end)
    return Message(msgid, start, end, tags, first, last)


def is_prose(raw: str) -> bool:
    """Is there a letter or a digit?"""
    return bool(_WORD.search(unescape(raw) if "&" in raw else raw))


def _leading(raw: str) -> int:
    return len(raw) - len(raw.lstrip(SPACE))


def _trimmed(text: str, run: Sequence[Token], pairs: dict[int, int]) -> tuple[int, int]:
    """Indices of the first token of the message and behind the last one.

    White space, comments, lone tags, pairs around the whole, and pairs without words are none of it.
    """
    words = [token.kind in _TEXT and is_prose(text[token.start : token.end]) for token in run]
    if not any(words) or not _translatable(text, run, pairs, words):
        return 0, 0
    starts = {close: start for start, close in pairs.items()}
    before = [0, *accumulate(words)]
    low, high = 0, len(run)
    while low < high:
        if _is_loose(text, run[low], paired=low in pairs):
            low += 1
        elif _is_loose(text, run[high - 1], paired=high - 1 in starts):
            high -= 1
        elif pairs.get(low) == high - 1:
            low, high = low + 1, high - 1
        elif low in pairs and before[low] == before[pairs[low]]:
            low = pairs[low] + 1
        elif high - 1 in starts and before[starts[high - 1]] == before[high]:
            high = starts[high - 1]
        else:
            break
    return low, high


def _translatable(text: str, run: Sequence[Token], pairs: dict[int, int], words: Sequence[bool]) -> bool:
    """Is there a word outside of code and of what says that it is not translated?"""
    until = -1
    for index, token in enumerate(run):
        if index > until and index in pairs and opaque(text, token):
            until = pairs[index]
        if index > until and words[index]:
            return True
    return False


def _is_loose(text: str, token: Token, *, paired: bool) -> bool:
    """Is it white space, a comment, a tag of a template, or one that has no partner?"""
    raw = text[token.start : token.end]
    if token.kind in _TEXT:
        return not raw.strip(SPACE)
    return not paired and not raw.startswith("{{")


def _written(text: str, run: Sequence[Token], start: int, end: int) -> tuple[str, tuple[str, ...]]:
    """The msgid, and the opening tags if it shows less of any."""
    if len(run) == 1:
        return SPACES.sub(" ", text[start:end]), ()
    tags = [token for token in run if token.kind == "open"]
    short = html_tags.shown(text, tags)
    left = iter(short)
    pieces = [
        next(left)
        if token.kind == "open"
        else SPACES.sub(" ", text[max(token.start, start) : min(token.end, end)])
        for token in run
    ]
    whole = [text[tag.start : tag.end] for tag in tags]
    return "".join(pieces), tuple(whole) if whole != short else ()
