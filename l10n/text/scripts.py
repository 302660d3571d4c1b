"""Scripts: which one a locale is written in, and letters of others."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Ranges of the scripts' letters in Unicode, by their codes in ISO 15924.
_RANGES = {
    "Latn": "A-Za-zªº\u00c0-\u02af\u1d00-\u1dbf\u1e00-\u1eff\u2071\u207f\u2090-\u209c\u212a\u212b"
    "\u2c60-\u2c7f\ua722-\ua7ff\uab30-\uab6f\ufb00-\ufb06\uff21-\uff5a",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Armn": "\u0530-\u058f\ufb13-\ufb17",
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    "Deva": "\u0900-\u097f\ua8e0-\ua8ff",
    "Beng": "\u0980-\u09ff",
    "Guru": "\u0a00-\u0a7f",
    "Gujr": "\u0a80-\u0aff",
    "Orya": "\u0b00-\u0b7f",
    "Taml": "\u0b80-\u0bff",
    "Telu": "\u0c00-\u0c7f",
    "Knda": "\u0c80-\u0cff",
    "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Laoo": "\u0e80-\u0eff",
    "Tibt": "\u0f00-\u0fff",
    "Mymr": "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    "Hang": "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff",
    "Ethi": "\u1200-\u139f\u2d80-\u2ddf",
    "Khmr": "\u1780-\u17ff",
    "Kana": "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "Bopo": "\u3100-\u312f",
    "Hani": "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
}
_MADE_OF = {
    "Jpan": ("Kana", "Hani"),
    "Kore": ("Hang", "Hani"),
    "Hans": ("Hani", "Bopo"),
    "Hant": ("Hani", "Bopo"),
}
_NAMES = {"CJK": "Chinese", "HANGUL": "Korean", "HIRAGANA": "Japanese", "KATAKANA": "Japanese"}


@cache
def script(locale: str) -> str:
    """The locale's own script, or its likely one (CLDR, by Babel); empty if that is not known."""
    from babel.core import get_global

    likely: dict[str, str] = get_global("likely_subtags")  # type: ignore[assignment] # says Mapping
    full = next((likely[code] for code in (locale, locale.split("_")[0]) if code in likely), "")
    return next((part for code in (locale, full) for part in code.split("_")[1:] if len(part) == 4), "")


@cache
def own(locale: str) -> re.Pattern[str] | None:
    """A letter of the locale's script."""
    ranges = _ranges(script(locale))
    return re.compile(f"[{ranges}]") if ranges else None


@cache
def foreign(locale: str) -> re.Pattern[str] | None:
    """Letters in a row of scripts that the locale does not use; Latin ones stand in texts of any."""
    ranges = _ranges(script(locale))
    return re.compile(rf"(?:(?![{ranges}{_RANGES['Latn']}])[^\W\d_])+") if ranges else None


def _ranges(code: str) -> str:
    return "".join(_RANGES.get(part, "") for part in _MADE_OF.get(code, (code,)))


def name(letter: str) -> str:
    """What people call the script of a letter."""
    first = unicodedata.name(letter, "foreign").split()[0]
    return _NAMES.get(first, first.capitalize())


@cache
def other_chinese(locale: str) -> re.Pattern[str] | None:
    """Characters that only the other way to write Chinese has: those of the other's charset alone."""
    charsets = {"Hans": ("big5", "gb2312"), "Hant": ("gb2312", "big5")}.get(script(locale))
    if not charsets:
        return None
    there, here = charsets
    found = (chr(code) for code in range(0x4E00, 0x9FFF))
    return re.compile(f"[{''.join(c for c in found if _has(there, c) and not _has(here, c))}]")


def _has(charset: str, char: str) -> bool:
    try:
        return bool(char.encode(charset))
    except UnicodeEncodeError:
        return False
