"""Numbers and times of a source as a target locale writes them."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.drafting import times
from l10n.drafting.edits import Edit
from l10n.text import clock
from l10n.text.figures import digits, figures, separators, value, with_groups, with_mark


def localized(raw: str, source: str, target: str) -> str:
    """A number of the source as the target locale writes it; a version or a date as it is."""
    from babel.numbers import format_decimal

    decimal, _ = separators(target)
    whole, mark, fraction = raw.partition(separators(source)[0])
    if with_groups(source).fullmatch(raw):
        whole = format_decimal(int(digits(whole)), locale=target)
    elif not with_mark(source).fullmatch(raw):
        return raw
    return f"{whole}{decimal}{fraction}" if mark else whole


def written(raw: str, source: str, target: str) -> str:
    """A figure of the source for the target locale: a number with its marks, a time by its clock."""
    time = next((time for time in clock.clocks(raw) if time.end - time.start == len(raw)), None)
    return (times.written(time, target) if time else "") or localized(raw, source, target)


def mended(source: str, text: str, locales: tuple[str, str]) -> Iterator[Edit]:
    """Numbers and times that a translation has as the source writes them, as the target locale does."""
    known = {source[f.start : f.end]: f for f in figures(source, locales[0]) if not f.can_stay}
    yield from times.localized(source, text, locales[1])
    for figure in figures(text, locales[1]):
        raw = text[figure.start : figure.end]
        number = value(raw, locales[0]) if raw in known else ""
        if number and number not in figure.forms:
            yield Edit(figure.start, figure.end, localized(raw, *locales))
