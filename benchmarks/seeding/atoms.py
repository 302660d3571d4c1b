"""Placeholders, code and addresses that are lost, changed or translated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Sample, Way, Ways
from benchmarks.seeding.texts import put

_CODE, _BRACES, _PERCENT = r"`[^`]+`", r"\{\w+\}", r"%\(\w+\)s"
_ADDRESS = r"(?<!\]\()<?(?:https?://[^\s<>)\]]*\w/?|[\w.+-]+@[\w-]+\.[\w.-]*\w)>?"


def _change(pattern: str, change: Callable[[str], str]) -> Way:
    def way(sample: Sample) -> Iterator[str]:
        for match in re.finditer(pattern, sample.target):
            yield put(sample.target, match, change(match[0]))

    return way


def _inside(text: str, change: Callable[[str], str]) -> str:
    """The longest run of letters changed."""
    run = max(re.findall(r"[^\W\d_]+", text), key=len)
    return text.replace(run, change(run), 1)


def _swapped(word: str) -> str:
    """Two letters in the middle change places."""
    for at in range(len(word) // 2, len(word) - 1):
        if word[at] != word[at + 1]:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word + word[-1]


def _letter_lost(text: str) -> str:
    return _inside(text, lambda word: word[:-1] + ("" if len(word) > 1 else "x"))


PLACEHOLDERS: Final[Ways] = MappingProxyType(
    {
        "code is lost": _change(rf" {_CODE}", lambda _: ""),
        "code without its marks": _change(_CODE, lambda text: text[1:-1]),
        "quotation marks for the marks of code": _change(_CODE, lambda text: f'"{text[1:-1]}"'),
        "a letter of code is lost": _change(_CODE, _letter_lost),
        "code is translated": _change(_CODE, lambda text: _inside(text, lambda word: f"{word}ção")),
        "code in other capitals": _change(_CODE, str.swapcase),
        "code twice": _change(_CODE, lambda text: f"{text} {text}"),
        "a placeholder is lost": _change(rf" (?:{_BRACES}|{_PERCENT})", lambda _: ""),
        "a placeholder is translated": _change(
            rf"{_BRACES}|{_PERCENT}", lambda text: _inside(text, lambda word: f"{word}ção")
        ),
        "a brace is lost": _change(_BRACES, lambda text: text[:-1]),
        "a placeholder of the other kind": _change(_BRACES, lambda text: f"%({text[1:-1]})s"),
        "spaces in a placeholder": _change(_PERCENT, lambda text: f"{text[0]} {text[1:]}"),
        "the end of a placeholder is lost": _change(_PERCENT, lambda text: text[:-1]),
        "a placeholder twice": _change(rf"{_BRACES}|{_PERCENT}", lambda text: f"{text} {text}"),
    }
)

ADDRESSES: Final[Ways] = MappingProxyType(
    {
        "it is lost": _change(f" {_ADDRESS}", lambda _: ""),
        "a letter is lost": _change(_ADDRESS, _letter_lost),
        "two letters change places": _change(_ADDRESS, lambda text: _inside(text, _swapped)),
        "a space in it": _change(_ADDRESS, lambda text: text.replace(".", ". ", 1)),
        "a word of it is translated": _change(
            _ADDRESS, lambda text: _inside(text, lambda word: f"{word}ção")
        ),
        "it is of the reader's country": _change(
            _ADDRESS, lambda text: text.replace(".example", ".example.br", 1)
        ),
        "the path is lost": _change(
            r"(?<!\]\()<?https?://[^\s<>)\]/]+/[^\s<>)\]]*\w>?",
            lambda text: text[: text.index("/", 9)] + ">" * text.endswith(">"),
        ),
        "the at sign is lost": _change(r"[\w.+-]+@[\w-]+\.[\w.-]*\w", lambda text: text.replace("@", " em ")),
        "it is there twice": _change(_ADDRESS, lambda text: f"{text} {text}"),
    }
)
