"""Where a place between two words of a source is in its translation."""

from __future__ import annotations

from l10n.model.draft import Hypothesis


def behind(target: Hypothesis, offset: int, length: int) -> int:
    """The end of the target word that looks at the word before `offset` of the source.

    Without such a word, the same share of the text; `length` is that of the source.
    """
    links = target.links or ()
    sources = sorted({source for source, _ in links if source[0] < offset}, reverse=True)
    if not sources:
        return _word_end(target.text, len(target.text) * offset // length if length else 0)
    return _word_end(target.text, max(end for source, (_, end) in links if source == sources[0]))


def before(target: Hypothesis, offset: int, length: int) -> int:
    """The beginning of the target word that looks at the word behind `offset` of the source."""
    links = target.links or ()
    sources = sorted({source for source, _ in links if source[1] > offset})
    if not sources:
        return _word_start(target.text, len(target.text) * offset // length if length else 0)
    return _word_start(target.text, min(start for source, (start, _) in links if source == sources[0]))


def _word_end(text: str, at: int) -> int:
    while 0 < at < len(text) and glued(text, at):
        at += 1
    return at


def _word_start(text: str, at: int) -> int:
    while 0 < at < len(text) and glued(text, at):
        at -= 1
    return at


def glued(text: str, at: int) -> bool:
    """Is there no end of a word before text[at]?"""
    left, right = text[at - 1], text[at]
    return (left.isalnum() or left in "-'’_") and (right.isalnum() or right in "-'’_")
