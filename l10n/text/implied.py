"""Words that are no numbers, and that translations say in figures: half an hour in 30 minutes."""

from __future__ import annotations

from functools import cache

from l10n.text import numerals


@cache
def implied(language: str) -> dict[str, set[str]]:
    """Words that are no numbers, with those that they can become: `half` with 50 and 30."""
    found: dict[str, set[str]] = {}
    for first, *others in numerals.table().get(language, {}).get("implied", []):
        number, _, word = first.partition(":")
        for form in (word, *others):
            found.setdefault(form, set()).add(number)
    return found
