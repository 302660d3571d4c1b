"""Strings as PO files write them: escapes, lines, wrapping."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\v": "\\v",
    "\b": "\\b",
    "\f": "\\f",
}
_ESCAPED = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")
_MEANING = {short[1]: char for char, short in _ESCAPES.items()} | {"a": "\a"}
_ESCAPE = re.compile(r"\\(?:x([0-7][0-9A-Fa-f])|([01]?[0-7]{1,2})|([^\n]))")
_STRING = re.compile(r'"((?:[^"\\\n]|\\[^\n])*+)"')
_WIDE = "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
_CLOSING = "[、。〉》」』】〕〗！），．：；？］｝ ]"
_BREAK = re.compile(rf" +|[-/|–](?=[^\W\d_])|(?<={_WIDE})(?!{_CLOSING})|(?<=[^ ])(?={_WIDE})(?!{_CLOSING})")
"""Behind it a line can end: spaces, hyphens, characters of East Asian scripts."""
# Where characters that are wider or narrower than one column begin; dashes and quotation marks are none.
_UNUSUAL = re.compile("[\u0300-\u036f\u0483-\u0489\u0590-\u200f\u2028-\U0010ffff]")


def value(strings: str) -> str:
    """What one or more strings mean together, whatever stands between them."""
    text = strings[1:-1].replace('"\n"', "")
    if '"' in text:  # escaped ones, or lines that are marked or end in \r\n
        text = "".join(_STRING.findall(strings))
    return _ESCAPE.sub(_meaning, text) if "\\" in text else text


def _meaning(match: re.Match[str]) -> str:
    hexadecimal, octal, short = match.groups()
    if short:
        return _MEANING.get(short, match[0])
    return chr(int(hexadecimal, 16) if hexadecimal else int(octal, 8))


def written(keyword: str, text: str, mark: str = "", width: int = 0) -> str:
    """A keyword and its string: a line for each hard break in it, none longer than `width` columns.

    A word that is longer stays whole; width 0: lines are not wrapped. `mark` begins every line.
    """
    whole = f'{mark}{keyword} "{escaped(text)}"\n'
    if "\n" not in text[:-1] and not (width and columns(whole) - 1 > width):
        return whole
    lines = quoted(text, mark, width)
    if len(lines) == 1 and not _BREAK.search(lines[0].rstrip()[:-1].rstrip(" ")):  # one long word
        return whole
    return f'{mark}{keyword} ""\n' + "".join(lines)


def quoted(text: str, mark: str = "", width: int = 0) -> list[str]:
    """The lines of a string, wrapped as in `written`."""
    room = width and width - columns(mark) - 2
    hard = re.findall(r"[^\n]*\n|[^\n]+", text)
    return [f'{mark}"{line}"\n' for part in hard for line in _wrapped(escaped(part), room)]


def _wrapped(text: str, room: int) -> Iterator[str]:
    if not room:
        yield text
        return
    line, used, at = "", 0, 0
    for end in [*(match.end() for match in _BREAK.finditer(text)), len(text)]:
        piece = text[at:end]
        size = columns(piece)
        if line and used + size > room:
            yield line
            line, used = "", 0
        line, used, at = line + piece, used + size, end
    if line:
        yield line


def escaped(text: str) -> str:
    """The text as it stands between quotation marks."""
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text) if _ESCAPED.search(text) else text


def columns(text: str) -> int:
    """How wide a terminal shows the text."""
    return len(text) + sum(_surplus(char) for char in _UNUSUAL.findall(text))


@cache
def _surplus(char: str) -> int:
    """What a character is wider than one column."""
    return (
        -1 if unicodedata.category(char) in ("Mn", "Me", "Cf") else unicodedata.east_asian_width(char) in "WF"
    )
