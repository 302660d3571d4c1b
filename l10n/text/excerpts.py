"""Short pieces of long texts."""

from __future__ import annotations

_ELLIPSIS = "…"


def excerpt(text: str, about: str, width: int) -> str:
    """At most `width` characters of a text on one line, those around `about` where it has that."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    at = max(0, line.find(about)) if about else 0
    start = min(max(0, at + len(about) // 2 - width // 2), len(line) - width)
    cut = line[start : start + width]
    if start:
        cut = _ELLIPSIS + cut[1:]
    return cut[:-1] + _ELLIPSIS if start + width < len(line) else cut
