"""Words of a text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from l10n.model.draft import CharRange

SPACELESS = frozenset(("zh", "ja", "th", "lo", "km", "my"))
"""Languages that write no spaces between words."""
UNBOUND = SPACELESS | {"ko"}
"""Those in which other letters can touch a number, its unit or what it counts."""
_WORD = re.compile(r"[^\W\d_]+")
# Signs on letters, which Python does not take for parts of words: in Hebrew, Arabic, Hindi, Thai …
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd"
    "\u1000-\u109f\u1780-\u17d3\u200c\u200d"
)
_MARK = re.compile(f"[{_MARKS}]")
_MARKED_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")


@lru_cache(50_000)
def fold(word: str) -> str:
    """Without case and accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def count_words(text: str) -> int:
    """Words of a message, as word processors count them: what stands between white space."""
    return len(text.split())


def words(text: str) -> list[str]:
    """Runs of letters, each with the signs on them; `don't` is two."""
    return _pattern(text).findall(text)


def places(text: str) -> list[CharRange]:
    """Where these stand."""
    return [match.span() for match in _pattern(text).finditer(text)]


def _pattern(text: str) -> re.Pattern[str]:
    return _MARKED_WORD if not text.isascii() and _MARK.search(text) else _WORD
