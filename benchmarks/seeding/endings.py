"""Sentences that end otherwise than those of the source, and ellipses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Sample, Way, Ways
from benchmarks.seeding.texts import replaced

_BEHIND = r"[”»\"’)*_]*"
_STOP = rf"(?<![.…])\.(?={_BEHIND}\Z)"


def _ends(source: str, target: str, new: str) -> Way:
    """Another mark at the end, where the source ends in one of its own kind."""
    return replaced(rf"{target}(?={_BEHIND}\Z)", new, where=rf"{source}{_BEHIND}\Z")


def _added(mark: str) -> Way:
    """A mark behind a text whose source has none."""

    def way(sample: Sample) -> Iterator[str]:
        if re.search(r"\w\Z", sample.source) and re.search(r"\w\Z", sample.target):
            yield sample.target + mark

    return way


ENDING: Final[Ways] = MappingProxyType(
    {
        "the full stop is lost": _ends(r"\.", r"(?<=\w)\.", ""),
        "a comma for the full stop": _ends(r"\.", r"(?<=\w)\.", ","),
        "a colon for the full stop": _ends(r"\.", r"(?<=\w)\.", ":"),
        "a question mark for the full stop": _ends(r"\.", r"(?<=\w)\.", "?"),
        "an exclamation mark for the full stop": _ends(r"\.", r"(?<=\w)\.", "!"),
        "the question mark is lost": _ends(r"\?", r"\?", ""),
        "a full stop for the question mark": _ends(r"\?", r"\?", "."),
        "the colon is lost": _ends(":", ":", ""),
        "a full stop for the colon": _ends(":", ":", "."),
        "a full stop where the source has none": _added("."),
        "a colon where the source has none": _added(":"),
        "an exclamation mark where the source has none": _added("!"),
        "the opening question mark is lost": replaced("¿", ""),
    }
)

_DOTS = r"…|(?<!\.)\.\.\.(?!\.)"

ELLIPSES: Final[Ways] = MappingProxyType(
    {
        "it is lost": replaced(_DOTS, ""),
        "a full stop for it": replaced(_DOTS, "."),
        "two dots": replaced(_DOTS, ".."),
        "dots with spaces": replaced(_DOTS, ". . ."),
        "a comma for it": replaced(_DOTS, ","),
        "it is doubled": replaced(_DOTS, "……"),
        "a dash for it": replaced(_DOTS, " –"),
        "added for the full stop": replaced(_STOP, "…", where=r"\A[^….]*\.\Z"),
        "three dots added for the full stop": replaced(_STOP, "...", where=r"\A[^….]*\.\Z"),
    }
)
