"""How long a text becomes in another language."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]"
)
"""Characters of Chinese, Japanese and Korean, each of which says as much as two letters do, or more."""
_UNKNOWN = "1.05\t0.20"
"""Of languages that nothing was measured of."""


class Growth(NamedTuple):
    """How a text of one language grows in another."""

    ratio: float
    """The usual length as a share of the source's."""
    spread: float
    """Standard deviation of the ratio's logarithm, for texts of about a sentence."""


def size(text: str) -> int:
    """Characters of a text; wide ones count twice."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


@cache
def growth(source: str, target: str) -> Growth:
    """From one locale's language to the other's."""
    before, after = _measured(source), _measured(target)
    return Growth(after.ratio / before.ratio, max(before.spread, after.spread))


@cache
def _measured(locale: str) -> Growth:
    """From English: of the locale, or of its language."""
    row = _rows().get(locale) or _rows().get(re.split("[_-]", locale)[0], _UNKNOWN)
    return Growth(*map(float, row.split("\t")))


@cache
def _rows() -> dict[str, str]:
    table = (files("l10n") / "data" / "lengths.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t", 1) for line in table.splitlines() if not line.startswith("#"))
