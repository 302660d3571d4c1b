"""The slugline of an agency, `CITY, Nov. 3 (Agency) - `: kept, with its date as the locale writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from l10n.model.draft import CharRange, Hypothesis

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DATELINE = re.compile(
    rf"(?P<city>[A-Z][^\Wa-z_]*(?:[ .’'-]+[^\Wa-z_]+)*(?:, [A-Z][\w.]+)?)?"
    rf"(?:,? (?P<month>{_MONTH})\.? (?P<day>\d{{1,2}}))?"
    r"(?: ?\((?P<agency>[A-Z][^()\d]{1,30})\))?(?:,? (?P<late>" + _MONTH + r")\.? (?P<late_day>\d{1,2}))?"
    r" ?(?:—|–|--|- )\s*(?=[“\"‘]?[^\W\d_])"
)


def dateline(text: str) -> int:
    """The end of the slugline at the start of a text, with the space behind it; 0: there is none."""
    match = _DATELINE.match(text)
    return match.end() if match and (match["agency"] or (match["city"] and match["month"])) else 0


def localized(text: str, locale: str, exonyms: Mapping[str, str]) -> Hypothesis:
    """The slugline at the start of `text` in the locale, with links from its parts to theirs."""
    match = _DATELINE.match(text)
    pieces, links, length, at = [], [], 0, 0
    for (start, end), new in _parts(match, locale, exonyms) if match else ():
        pieces += [text[at:start], new]
        length += start - at
        links.append(((start, end), (length, length + len(new))))
        length += len(new)
        at = end
    rest = text[at : match.end() if match else 0].rstrip()
    return Hypothesis(text="".join([*pieces, rest]), links=tuple(links))


def _parts(match: re.Match[str], locale: str, exonyms: Mapping[str, str]) -> list[tuple[CharRange, str]]:
    """Ranges of the city, the date and the agency, and what stands there then; in order."""
    parts = []
    if city := match["city"]:
        known = exonyms.get(city.title()) or exonyms.get(city)
        parts.append((match.span("city"), known.upper() if known else city))
    for month, day in (("month", "day"), ("late", "late_day")):
        if match[month]:
            parts.append(((match.start(month), match.end(day)), _date(match[month], int(match[day]), locale)))
    if match["agency"]:
        parts.append((match.span("agency"), match["agency"]))
    return sorted(parts)


def _date(month: str, day: int, locale: str) -> str:
    from babel.dates import format_skeleton

    number = _MONTHS.index(month[:3].lower()) + 1
    try:
        return format_skeleton("MMMMd", date(2024, number, day), locale=locale)
    except ValueError:  # no such day
        return f"{day} {month}"
