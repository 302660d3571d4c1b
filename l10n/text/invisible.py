"""Characters that readers cannot see, and where writing needs them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

HIDDEN = (
    "\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f"
    "\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ud800-\\uf8ff\\ufdd0-\\ufdef\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\uffff"
    "\\U0001d173-\\U0001d17a\\U000e0000-\\U0010ffff"
)
"""Inside of a class of a regular expression: controls, formats, fillers, private use, no characters."""
_CHARACTER = re.compile(f"[{HIDDEN}]")
# Arabic, Syriac, N'Ko, the scripts of India, Sri Lanka and Tibet, Burmese, Khmer, Mongolian.
_JOINED = r"\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\ua8e0-\ua8ff\uaa60-\uaa7f\ufb50-\ufdcf\ufe70-\ufefc"
_VIRAMA = r"\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca"
# Thai, Lao, Tibetan, Burmese, Khmer, Tai, Javanese.
_WITHOUT_SPACES = r"\u0e00-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"
_EMOJI = r"\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
_USES = (
    rf"(?<=[{_JOINED}{_EMOJI}])\u200d",
    rf"\u200c(?=[{_JOINED}])",
    rf"(?<=[{_JOINED}])\u200c(?=\w)",
    rf"(?<=[{_VIRAMA}])\u200c",
    rf"(?<=[{_WITHOUT_SPACES}])\u200b(?=\S)",
    rf"(?<=\S)\u200b(?=[{_WITHOUT_SPACES}])",
    r"(?<=[^\w\s])[\ufe0e\ufe0f]",
    r"(?<=\u2139)[\ufe0e\ufe0f]",
    r"(?<=[0-9])\ufe0f(?=\u20e3)",
    r"(?<=[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\ufe00-\ufe0f\U000e0100-\U000e01ef]",
    r"(?<=[\u1800-\u18af])[\u180b-\u180f]",
    r"(?<=[\u0590-\u05ff])\u034f",
    r"(?<=\U0001f3f4)[\U000e0020-\U000e007e]+\U000e007f",  # flags of countries in a country
)
_RTL_USES = (r"[\u200e\u200f\u061c]", r"[\u2066-\u2068](?P<isolated>[^\u2066-\u2069]*+)\u2069")
_USED = re.compile("|".join((r"(?P<isolated>(?!))", *_USES)))
_USED_IN_RTL = re.compile("|".join((*_RTL_USES, *_USES)))
_RTL = re.compile(r"[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06fa-\u08c7\ufb1d-\ufdcf\ufe70-\ufefc]")
_KINDS = {"Cc": "control character", "Co": "private use", "Cs": "surrogate", "Cn": "no character"}
_WORD = 20


class Hidden(NamedTuple):
    """A character that should not be there."""

    char: str
    word: str
    """What stands around it, without any of its kind."""


def name(char: str) -> str:
    """`U+200B zero width space`."""
    kind = _KINDS.get(unicodedata.category(char), "")
    return f"U+{ord(char):04X} {unicodedata.name(char, kind).lower()}"


def hidden(text: str, *, rtl: bool) -> Iterator[Hidden]:
    """Those of a text, the first of each; `rtl`: is its language written from right to left?"""
    used = _USED_IN_RTL if rtl or _RTL.search(text) else _USED
    rest = used.sub(lambda match: match["isolated"] or "", text)
    seen = set[str]()
    for match in _CHARACTER.finditer(rest):
        if match[0] not in seen:
            seen.add(match[0])
            yield Hidden(match[0], _around(rest, match.start()))


def _around(text: str, at: int) -> str:
    """The word in which the character stands, or the end of one that it follows."""
    before, after = text[max(0, at - _WORD) : at], text[at + 1 : at + 1 + _WORD]
    word = re.split(r"\s", before)[-1] + re.split(r"\s", after)[0]
    return _CHARACTER.sub("", word)
