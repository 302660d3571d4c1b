"""Counting words."""

from __future__ import annotations


def count_words(text: str) -> int:
    """Words of a message, as word processors count them: what stands between white space."""
    return len(text.split())
