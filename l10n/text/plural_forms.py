"""The field Plural-Forms of a PO header."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from gettext import c2py

_VALUE = re.compile(r"nplurals\s*=\s*(\d{1,3})\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*")
_TRIED = range(1001)
_OFTEN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PluralForms:
    """How many forms there are, and those that stand for many numbers."""

    count: int
    often: frozenset[int]
    """A form that is no such one can do without its number: `one boat`."""


def parse(value: str) -> PluralForms:
    """What the field says; ValueError, with the reason in words, for one that programs cannot use."""
    match = _VALUE.fullmatch(value)
    if match is None:
        raise ValueError("it is not written as `nplurals=2; plural=(n != 1);`")
    count = int(match[1])
    try:
        choose: Callable[[int], int] = c2py(match[2])
        numbers = Counter(map(choose, _TRIED))
    except (ValueError, ArithmeticError, RecursionError):
        raise ValueError(f"“{match[2]}” cannot be computed") from None
    if count < 1 or max(numbers) >= count:
        raise ValueError(f"there are {count} forms, and “{match[2]}” chooses number {max(numbers)}")
    return PluralForms(count=count, often=frozenset(n for n, times in numbers.items() if times >= _OFTEN))
