"""Spaces that no language writes, and those that French does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_SPACE = r"[^\S\n]"
# Each pattern begins with the character that it is about, so that texts without faults are read at once.
_ODD = re.compile(
    rf"{_SPACE}(?=[\s,،、，。；：？！;:.!?؛؟)\]}}）］】])(?<=[^\s(\[{{].)(?:"
    rf"(?P<two>{_SPACE}+)(?=\S)"
    r"|(?P<mark>[、，。；：？！]|(?:[,،]|[!?؟]+|\.(?!\.))(?=[\s”\"»)\ufffc]|$)|[;:؛](?=[\s”\"»]|$))"
    r"|(?P<close>[)\]}）］】])"
    r"|(?P<line>\n))"
)
_OPENED = re.compile(rf"(?P<open>[(\[{{（［【¿¡\n])(?P<space>{_SPACE}+)(?=[^\s)\]}}])")
_SMILES = re.compile(r"[:;=8'-]")
_LETTER = r"[^\W\d_\u0e00-\u109f\u1780-\u17ff\u2e80-\u9fff\uff00-\uffef]"
"""Of languages that set spaces between words."""
_GLUED = re.compile(
    rf"[,;:!?.…()،؛؟][,;:!?.…)”\"»’]{{0,3}}(?=(?P<letter>{_LETTER})|\d)|[,;:](?=[“„«‘¿¡])|\((?=[“„«‘¿¡%\ufffc.…-])|[,;.?!]\((?=\w)"
)
_BEFORE = re.compile(rf"(?:{_LETTER}|[\d)”»\ufffc])\Z")
_WORD_BEFORE = re.compile(r"(?:[^\W_][^\W_)”»]|\d)\Z")
_AFFIX = re.compile(r"(?:[^\W\d_]|-){1,5}")
"""What may stand in brackets as a part of a word: `(re)open`, `file(s)`."""
_LONGER = re.compile(r"[^()\n]{4}|[a-z]+[A-Z]")
"""What stands in brackets and is no ending of the word before, such as `file(s)`."""
_WIDEST = 300
"""Characters that a remark in brackets has at most, if a missing space behind it is to be seen."""
_LONGEST = 40
_BESIDE_LINE_END = "a space beside a line break"
_COLON_IN_WORDS = {"fi", "sv"}
"""Languages that set endings off with a colon: `EU:n`."""
_DOUBLED_CAPITAL = re.compile(r"(?<!\w)(?:([A-Z])\1|Ph)\Z")
"""Before the full stop in an abbreviation such as `EE.UU.`"""
_SET_OFF = {"fr": ";:!?", "fr_CA": ":", "br": ";:!?"}
"""Marks before which a language or locale sets a space."""
_NO_BREAK = "\u00a0\u202f"
_ONE = "[ \u00a0\u202f\u2009]?"
_HIGH = re.compile(
    rf"(?<=[^\s\ufffc«(\[{{;:!?]){_ONE}(?P<mark>[!?]+(?=[\s»”\"')\]]|$)|[;:](?=[\s»”\"]|$))"
    rf"|(?P<left>«){_ONE}(?=\S)|(?<=\S){_ONE}(?P<right>»)"
)


class Slip(NamedTuple):
    """A space too many or too few."""

    what: str
    words: str
    """Those around it."""


def slips(text: str, locale: str) -> Iterator[Slip]:
    """Spaces that are doubled, stand before punctuation or in brackets, or are missing behind punctuation."""
    language = locale.partition("_")[0]
    set_off = _SET_OFF.get(locale, _SET_OFF.get(language, ""))
    for match in _ODD.finditer(text):
        if not match["mark"] or match["mark"][0] not in set_off:
            yield Slip(_what(match), match[0])
    for match in _OPENED.finditer(text):
        if match["open"] == "\n":
            yield Slip(_BESIDE_LINE_END, match[0])
        elif not _SMILES.match(text[match.start() - 1 : match.start()]):
            yield Slip(f"a space behind {match['open']}", match[0])
    for match in _GLUED.finditer(text):
        if _is_glued(text, match, language):
            where, mark = ("before", "(") if match[0] == "(" else ("behind", match[0])
            yield Slip(f"no space {where} {mark}", token(text, *match.span()))


def french(text: str, locale: str) -> Iterator[Slip]:
    """Places where French needs a no-break space and has none; in Switzerland it needs none."""
    marks = "" if locale == "fr_CH" or not locale.startswith("fr") else _SET_OFF.get(locale, _SET_OFF["fr"])
    for match in _HIGH.finditer(text) if marks else ():
        mark = match["mark"] or match["left"] or match["right"]
        if not any(space in match[0] for space in _NO_BREAK) and mark[0] in f"«»{marks}":
            yield Slip(f"no no-break space {'behind' if match['left'] else 'before'} {mark}", match[0])


def _what(match: re.Match[str]) -> str:
    if match["two"]:
        return "more than one space"
    return _BESIDE_LINE_END if match["line"] else f"a space before {match['mark'] or match['close']}"


def _is_glued(text: str, match: re.Match[str], language: str) -> bool:
    """Do words run together at the mark, so that it is no part of one?"""
    mark, at, end = match[0][0], match.start(), match.end()
    before = text[max(0, at - 3) : at]
    if mark == "(":
        return _is_remark_behind(before, text, end)
    if ")" in match[0] and match["letter"]:
        return _is_remark_before(text, at + match[0].index(")"), end)
    if mark in ".…" and not match[0].endswith("("):
        return match["letter"] is not None and _is_sentence_before(text, at, end)
    if text[end].isdigit() and (before[-1:].isdigit() or mark == ":"):
        return False
    return bool(_BEFORE.search(before)) and not (match[0] == ":" and language in _COLON_IN_WORDS)


def _is_sentence_before(text: str, at: int, end: int) -> bool:
    """Does a sentence begin right behind another, where no abbreviation, name or path goes on?"""
    before = text[max(0, at - _WIDEST) : at]
    if text[end].islower() or not _WORD_BEFORE.search(before[-3:]):
        return False
    return not _DOUBLED_CAPITAL.search(before[-3:]) and "/" not in before.rpartition(" ")[2]


def _is_remark_before(text: str, at: int, end: int) -> bool:
    """Does a word stand right behind a remark? Korean writes endings there."""
    opening = text.rfind("(", max(0, at - _WIDEST), at)
    inside = text[opening + 1 : at]
    if opening < 0 or ")" in inside or _is_korean(text[end]):
        return False
    return not _AFFIX.fullmatch(inside) or inside[1:] != inside[1:].lower()


def _is_remark_behind(before: str, text: str, start: int) -> bool:
    """Does a remark stand right behind a word? Korean explains words so."""
    first = text[start]
    if not _BEFORE.search(before) or _is_korean(before[-1]) or _is_korean(first):
        return False
    is_other_word = not first.isalpha() or (before[-1].islower() and first.isupper())
    return is_other_word or bool(_LONGER.match(text, start))


def _is_korean(char: str) -> bool:
    return "\uac00" <= char <= "\ud7af"


def token(text: str, start: int, end: int) -> str:
    """A place with the words on both sides of it, as far as a word goes."""
    first, last = max(0, start - _LONGEST), end + _LONGEST
    while start > first and text[start - 1].isalnum():
        start -= 1
    while end < min(len(text), last) and text[end].isalnum():
        end += 1
    return text[start:end]
