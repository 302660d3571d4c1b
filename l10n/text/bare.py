"""Texts that need no parser."""

from __future__ import annotations

import re

# Letters, digits and marks that neither a format nor a placeholder gives a meaning inside of a line.
_BARE = re.compile(r"(?!.*(?:www\.|://))(?:[^\W_]|[ .,;:!?'\"’‘“”()/=+–—…-])*")


def is_bare(text: str) -> bool:
    """Is there certainly no markup, no placeholder and no escape in it, whatever its format is?"""
    return _BARE.fullmatch(text) is not None
