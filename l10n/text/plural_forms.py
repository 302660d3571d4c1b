"""The field Plural-Forms of a PO header."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from gettext import c2py

from l10n.text.excerpts import excerpt

_VALUE = re.compile(r"nplurals ?= ?(\d{1,3}) ?; ?plural ?= ?([^; ][^;]*);? ?")
NUMBERS = (*range(1001), 10**6, 2 * 10**6)
"""Those by which the forms of languages can be told: some have one for millions."""
_OFTEN = 5
_SHOWN = 60
"""Characters of an expression in an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PluralForms:
    """How many forms there are, how many of them numbers choose, and which stand for many numbers."""

    count: int
    chosen: int
    often: frozenset[int]
    """A form that is no such one can do without its number: `one boat`."""


def parse(value: str) -> PluralForms:
    """What the field says; ValueError, with the reason in words, for one that programs cannot use."""
    match = _VALUE.fullmatch(" ".join(value.split()))
    if match is None:
        raise ValueError("it is not written as `nplurals=2; plural=(n != 1);`")
    count, shown = int(match[1]), excerpt(match[2], "", _SHOWN)
    try:
        choose: Callable[[int], int] = c2py(match[2])
        numbers = Counter(map(choose, NUMBERS))
    except (ValueError, ArithmeticError, RecursionError):
        raise ValueError(f"“{shown}” cannot be computed") from None
    if count < 1 or max(numbers) >= count:
        raise ValueError(f"there are {count} forms, and “{shown}” chooses number {max(numbers)}")
    return PluralForms(
        count=count,
        chosen=len(numbers),
        often=frozenset(form for form, times in numbers.items() if times >= _OFTEN),
    )
