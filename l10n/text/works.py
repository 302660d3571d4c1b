"""Titles of works in a text, which stay in their own language, and who is credited with it."""

from __future__ import annotations

import re

_WORK = re.compile(r"[“«„\"「『]([^“”«»„\"「」『』]*[^“”«»„\"「」『』.!?,…。！？’'\s])[”»“\"」』]")
"""What is quoted and ends no sentence."""
_CREDIT = re.compile(r"[—–-]\s*@[\w-][^—–]*\Z|[—–]\s*\w(?:[^—–.!?…]|[.!?…](?!\s|\Z))*\Z")
"""Who said or wrote it, at the end; often with the title of a work."""
_SIGN = re.compile(r"[“«„\"「『—–@]")


def is_credit(text: str) -> bool:
    """Does it end with who said or wrote it, or is it nothing else?"""
    return bool(_CREDIT.search(_WORK.sub("", text)))


def without_works(text: str, instead: str) -> str:
    """The text with something `instead` of titles, and without a credit at its end."""
    return _CREDIT.sub("", _WORK.sub(instead, text)) if _SIGN.search(text) else text
