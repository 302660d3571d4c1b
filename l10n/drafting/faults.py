"""What engines get wrong: loops, nothing at all, text left in the source language, lost sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.text.atoms import PROTECTED
from l10n.text.sentences import TITLES

_WORD = re.compile(r"[^\W\d_]+")
_LOOP = re.compile(r"(?i)\b(\w+(?:\W+\w+){0,5}?)(?:\W+\1\b){2,}")
_STUTTER = re.compile(r"(?i)([^\W\d_]{2,5})\1{2,}")
_TWICE = re.compile(r"(?i)\b([^\W\d_]{3,}(?:\W+\w+){0,5}?)\s+\1\b")
_PATH = re.compile(r"\w[/._]\w")
"""In names of files and the like."""
_SENTENCE = re.compile(r"(?<!\.)[.!?][\"”»’)]*\s+(?=[“\"«‘(]*[^\W\d_a-z])")
_ABBREVIATED = re.compile(rf"(?<!\w)(?:[^\W\d_]|{TITLES})\.\Z")
_BEFORE = 8
"""Characters before a full stop in which an abbreviation begins."""
_LONG = 20
"""Characters from which the length of a translation tells something."""
_LENGTHS = (0.5, 2.2)
"""Shortest and longest translation, as shares of the source's length."""
_SAME_WORDS = 3


def faults(source: str, target: str) -> Iterator[str]:
    """The faults of a translation of one sentence: `empty`, `loop`, `length`, `untranslated`, `sentence`."""
    plain = PROTECTED.sub("", source)
    made = PROTECTED.sub("", target)
    if not re.search(r"\w", target):
        if not target.strip() or re.search(r"\w", source):  # a dash or an ellipsis alone is all there is
            yield "empty"
        return
    if _loops(made) and not _loops(plain):
        yield "loop"
    if len(plain) >= _LONG and not _LENGTHS[0] <= len(made) / len(plain) <= _LENGTHS[1]:
        yield "length"
    if _is_left(plain, made):
        yield "untranslated"
    if _sentences(plain) > _sentences(made):
        yield "sentence"


def _sentences(text: str) -> int:
    """How many sentences end before another one begins; `Mr. Vey` and `the U.S. Senate` are in one."""
    return sum(
        not _ABBREVIATED.search(text, max(0, match.start() - _BEFORE), match.start() + 1)
        for match in _SENTENCE.finditer(text)
    )


def _loops(text: str) -> bool:
    return bool(_STUTTER.search(text)) or (
        _repeats(text) and any(pattern.search(text) for pattern in (_LOOP, _TWICE))
    )


def _repeats(text: str) -> bool:
    """Do words, up to six, follow themselves at once? Without that, the slow patterns find nothing."""
    words = [word.casefold() for word in re.findall(r"\w+", text)]
    return any(
        word == again and words[at : at + size] == words[at + size : at + 2 * size]
        for size in range(1, 7)
        for at, (word, again) in enumerate(zip(words, words[size:], strict=False))
    )


def _is_left(source: str, target: str) -> bool:
    """Is most of the target in the words of the source? Names and words in capitals do not count."""
    plain = " ".join(word for word in target.split() if not _PATH.search(word))
    words = [word for word in _WORD.findall(plain) if len(word) > _SAME_WORDS and word.islower()]
    known = set(_WORD.findall(source))
    same = [word for word in words if word in known]
    if len(same) >= _SAME_WORDS and len(same) > 0.5 * len(words):
        return True
    return (
        source.strip() == target.strip()
        and any(word.islower() for word in _WORD.findall(source))
        and len(known) > 1
    )
