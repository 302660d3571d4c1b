"""What two lists of markup do not share, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def difference(source: Iterable[str], target: Iterable[str]) -> str:
    """`missing …; extra …`; empty where each has the same, each as often."""
    wanted, found = Counter(source), Counter(target)
    parts = [
        f"{name} {' '.join(', '.join(sorted(items)).split())}"
        for name, items in (("missing", wanted - found), ("extra", found - wanted))
        if items
    ]
    return "; ".join(parts)
