"""Places of findings, as services take them."""

from __future__ import annotations


def split(place: str) -> tuple[str, int]:
    """`path:line` → path and line."""
    path, _, line = place.rpartition(":")
    return path, int(line)
