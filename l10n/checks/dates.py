"""Weekdays, months and dates of the source are those of the translation.

A wrong day sends readers to an empty hall. Names are compared by what they mean, with the names that CLDR has
for both locales, so `March 3` is `3 de março` or 3/3; and 03/04/2026 is the fourth of March in the United
States but the third of April in Brazil. Where the source says `today`, a translation may name the day.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from l10n.checking.message import MOST, Fault, Message
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text import calendar, dates, numerals
from l10n.text.calendar import Named
from l10n.text.dates import Date

_LEAST = 3
"""Figures of a date that is written in figures alone."""
_COUNTED_DAYS = frozenset(("pt", "gl", "vi"))
"""Languages that count weekdays from Sunday on: segunda-feira, thứ hai."""
_NEAR = 40
_BEFORE = re.compile(r"(?<=[^\W_].)[A-Z]\w* \Z")
_AFTER = re.compile(r" [A-Z]\w*")


def _look(message: Message) -> Iterator[Fault]:
    source, target = message.source, message.target
    if not source.named and len(source.figures) < _LEAST:
        return
    wanted = dates.dates(source.prose, source.locale, source.named, source=True)
    if not (source.named or wanted):
        return
    found = dates.dates(target.prose, target.locale, target.named)
    blamed = set()
    for date, fault in _wrong(message, wanted, found):
        blamed.add(date.month)
        yield fault
    yield from _names(message, wanted, found, blamed)


def _wrong(message: Message, wanted: list[Date], found: list[Date]) -> Iterator[tuple[Date, Fault]]:
    """The dates of the source that the target gives differently, with what is wrong."""
    target = message.target
    asked = {(date.month, date.day) for date in wanted}
    unknown = [date for date in found if (date.month, date.day) not in asked][:MOST]
    is_read = dates.is_month_first(target.locale) or target.language == message.source.language
    there: dict[tuple[int, int], list[Date]] = defaultdict(list)
    for date in found:
        there[date.month, date.day].append(date)
    for date in wanted[:MOST]:
        same = there[date.month, date.day]
        if not same:
            other = _likest(date, unknown) or _month_alone(date, target, found)
        elif not is_read and all(item.month_first for item in same):
            other = same[0]
        else:
            years = {other.year for other in same}
            other = same[0] if date.year and 0 not in years and not _same_year(date.year, years) else None
        if other:
            raw, text = _text(message.source, date), _text(target, other)
            left = (other in same and other.month_first) or raw == text
            what = f"{text} is in the order of the source" if left else f"{raw} has become {text}"
            yield date, Fault(message, what, raw, text)


def _month_alone(date: Date, target: Side, found: list[Date]) -> Named | None:
    """The month of a date whose day the target does not have."""
    if any(str(date.day) in figure.forms for figure in target.figures):
        return None
    if numerals.has(date.day, target.prose, target.language):
        return None
    dated = {other.start for other in found}
    return next(
        (
            item
            for item in target.named
            if item.kind == "month" and item.number == date.month and item.start not in dated
        ),
        None,
    )


def _same_year(year: int, years: set[int]) -> bool:
    """In Thailand years are counted from 543 before."""
    return not years.isdisjoint((year, year + 543))


def _likest(date: Date, others: list[Date]) -> Date | None:
    """The one that shares most with the date; None where there is nothing in common."""
    scored = [
        (
            3 * ((other.day, other.month) == (date.month, date.day))
            + (other.month == date.month)
            + (other.day == date.day)
            + (bool(date.year) and other.year == date.year),
            -number,
        )
        for number, other in enumerate(others)
    ]
    best = max(scored, default=(0, 0))
    return others[-best[1]] if best[0] else None


def _text(side: Side, item: Date | Named) -> str:
    return side.prose[item.start : item.end]


def _names(message: Message, wanted: list[Date], found: list[Date], blamed: set[int]) -> Iterator[Fault]:
    """Months and weekdays that the target does not have, or has others for."""
    source, target = message.source, message.target
    there = Counter((item.kind, item.number) for item in target.named)
    there += Counter(("month", date.month) for date in found if date.figures)
    asked = Counter((item.kind, item.number) for item in source.named)
    asked_for = {("month", date.month) for date in wanted}
    other = [
        item for item in target.named if (item.kind, item.number) not in asked | dict.fromkeys(asked_for, 1)
    ]
    for item in source.named[:MOST]:
        key = (item.kind, item.number)
        if there[key] >= asked[key] or (item.kind == "month" and item.number in blamed):
            continue
        asked[key] -= 1
        raw = _text(source, item)
        wrong = next((named for named in other if named.kind == item.kind), None)
        if wrong and _is_sure(wrong, target):
            other.remove(wrong)
            yield Fault(message, f"{raw} has become {_text(target, wrong)}", raw, _text(target, wrong))
        elif not there[key] and not _is_told(item, message):
            yield Fault(message, f"{raw} is missing", raw)


def _is_sure(item: Named, target: Side) -> bool:
    """Is it that month or weekday, and not a word that begins as one?"""
    return (
        _text(target, item).lower() in calendar.names(target.locale, item.kind)
        or len(_text(target, item)) > _LEAST
    )


def _is_told(item: Named, message: Message) -> bool:
    """Is it there in another way: short, in a longer word, as a figure, or in a name that stayed?"""
    target = message.target
    short, lower = calendar.names(target.locale, item.kind), target.prose.lower()
    long = calendar.long_names(target.locale, item.kind)
    for name, number in short.items():
        if number == item.number and (name in target.lowered or (name in long and name in lower)):
            return True
    return _in_figures(item, message) or _is_name(item, message)


def _in_figures(item: Named, message: Message) -> bool:
    """March as 3, or Monday as 2ª and thứ 2."""
    told = str(item.number if item.kind == "month" else item.number + 2)
    if item.kind == "day" and message.target.language not in _COUNTED_DAYS:
        return False
    there = [told in figure.forms for figure in message.target.figures]
    return sum(there) > sum(told in figure.forms for figure in message.source.figures)


def _is_name(item: Named, message: Message) -> bool:
    """Does it stay in a name, such as Black Friday or June Smith?"""
    text, word = message.source.prose, _text(message.source, item)
    before, after = _BEFORE.search(text[: item.start][-_NEAR:]), _AFTER.match(text, item.end)
    phrases = [f"{before[0]}{word}"] if before else []
    phrases += [f"{word}{after[0]}"] if after else []
    return any(phrase in message.target.prose for phrase in phrases)


CHECK: Final = Check(
    code="dates",
    severity=Severity.ERROR,
    summary="Weekdays, months and dates are those of the source.",
    examples=(
        Example("See you on Monday.", "Até terça-feira.", "Monday has become terça-feira"),
        Example("It opens on March 3.", "Abre em 3 de maio.", "March 3 has become 3 de maio"),
        Example(
            "Due on 03/04/2026.", "Vence em 03/04/2026.", "03/04/2026 is in the order of the source", "pt_BR"
        ),
        Example("It closed in April.", "Fechou há tempos.", "April is missing"),
        Example("See you on Monday, March 3.", "Até segunda, 3 de março."),
        Example("Due on 03/04/2026.", "Am 4.3.2026 fällig.", locale="de"),
        Example("It opens on Tuesday, March 3, 2026.", "2026年3月3日（火）に開店します。", locale="ja"),
        Example("They may march.", "Eles podem marchar."),
    ),
    run=each(_look),
)
