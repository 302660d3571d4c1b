"""Counting words."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


def count_words(text: str) -> int:
    """Words of a message: runs of letters and digits, with the apostrophes and hyphens inside them."""
    return len(_WORD.findall(text))
