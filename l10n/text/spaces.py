"""Spaces that no language writes, and those that French does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_SPACE = r"[^\S\n]"
# Each pattern begins with the character that it is about, so that texts without faults are read at once.
_ODD = re.compile(
    rf"{_SPACE}(?<=[^\s(\[{{].)(?:"
    rf"(?P<two>{_SPACE}+)(?=\S)"
    r"|(?P<mark>[、，。；：？！]|(?:[,،]|[!?؟]+|\.(?!\.))(?=[\s”\"»)\ufffc]|$)|[;:؛](?=[\s”\"»]|$))"
    r"|(?P<close>[)\]}）］】])"
    r"|(?P<line>\n)|(?P<tab>(?<=\t)(?=\S)))"
)
_OPENED = re.compile(rf"(?P<open>[(\[{{（［【¿¡\n])(?P<space>{_SPACE}+)(?=[^\s)\]}}])")
_SMILES = re.compile(r"[:;=8'-]")
_LETTER = r"[^\W\d_\u0e00-\u109f\u1780-\u17ff\u2e80-\u9fff\uff00-\uffef]"
"""Of languages that set spaces between words."""
_GLUED = re.compile(
    rf"[,;:!?.…()،؛؟][,;:!?.…)”\"»’]{{0,3}}(?=(?P<letter>{_LETTER})|\d)|[,;:](?=[“„«‘¿¡])|[,;.?!]\((?=\w)"
)
_BEFORE = re.compile(rf"(?:{_LETTER}|[\d)”»\ufffc])\Z")
_WORD_BEFORE = re.compile(r"(?:[^\W_][^\W_)”»]|\d)\Z")
_AFFIX = re.compile(r"(?:[^\W\d_]|-){1,5}")
"""What may stand in brackets as a part of a word: `(re)open`, `file(s)`."""
_LONGER = re.compile(r"[^()\n]{4}|[A-Z]{2}")
"""What stands in brackets and is no ending of the word before, such as `file(s)`."""
_WIDEST = 300
"""Characters that a remark in brackets has at most, if a missing space behind it is to be seen."""
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
    if match["tab"] is not None:
        return "a tab"
    return _BESIDE_LINE_END if match["line"] else f"a space before {match['mark'] or match['close']}"


def _is_glued(text: str, match: re.Match[str], language: str) -> bool:
    """Do words run together at the mark, so that it is no part of one?"""
    mark, before = match[0][0], text[max(0, match.start() - 3) : match.start()]
    if mark == "(":
        return _is_remark_behind(before, text, match.end())
    if mark == ")":
        return match["letter"] is not None and _is_remark_before(text, match.start())
    if mark in ".…" and not match[0].endswith("("):
        is_name = (
            text[match.end()].islower() or _DOUBLED_CAPITAL.search(before) or _in_path(text, match.start())
        )
        return bool(_WORD_BEFORE.search(before) and match["letter"] and not is_name)
    if text[match.end()].isdigit() and (before[-1:].isdigit() or mark == ":"):
        return False
    return bool(_BEFORE.search(before)) and not (match[0] == ":" and language in _COLON_IN_WORDS)


def _in_path(text: str, at: int) -> bool:
    return "/" in text[max(0, at - _WIDEST) : at].rpartition(" ")[2]


def _is_remark_before(text: str, end: int) -> bool:
    """Does a word stand right behind a remark?"""
    opening = text.rfind("(", max(0, end - _WIDEST), end)
    inside = text[opening + 1 : end]
    if opening < 0 or ")" in inside:
        return False
    return not _AFFIX.fullmatch(inside) or (len(inside) > 1 and inside.isupper())


def _is_remark_behind(before: str, text: str, start: int) -> bool:
    """Does a remark stand right behind a word? Korean explains words so."""
    is_korean = "\uac00" <= before[-1:] <= "\ud7af"
    return bool(_BEFORE.search(before) and _LONGER.match(text, start)) and not is_korean


def token(text: str, start: int, end: int) -> str:
    """A place with the words on both sides of it."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]
