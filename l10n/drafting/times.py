"""Times of day for an engine, and as a target locale writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.drafting.edits import Edit
from l10n.text.clock import HOURS, NOON, Clock, clocks, has_halves, tells_part

_DOTTED = re.compile(r"(?<=\d)[ \u00a0\u202f]?(?P<half>[ap])\.[ \u00a0]?m\.(?P<end>(?=[”\"’»)]*$))?", re.I)
"""`p.m.` behind figures; with `end`, its last full stop ends the sentence, too."""
_NEAR = 20
"""Characters behind a time in which a word tells which half of the day is meant."""


def plain(source: str) -> list[Edit]:
    """What the engine reads instead: `6:30pm`, because models take the full stops of `p.m.` for an end."""
    return [
        Edit(*m.span(), m["half"].lower() + "m" + ("" if m["end"] is None else "."))
        for m in _DOTTED.finditer(source)
    ]


def localized(source: str, text: str, locale: str) -> Iterator[Edit]:
    """Times of twelve hours that a translation has as the source does, for a locale of twenty-four."""
    if has_halves(locale):
        return
    found = list(clocks(text))
    there = {(clock.hour, clock.minute) for clock in found}
    meant = {(c.hour % NOON or NOON, c.minute): c for c in clocks(source) if c.half and c[2:4] not in there}
    for clock in found:
        other = None if clock.half else meant.get(clock[2:4])
        if clock.half or (other and not tells_part(text[clock.end : clock.end + _NEAR], locale)):
            yield Edit(clock.start, clock.end, written(other or clock, locale))


def written(clock: Clock, locale: str) -> str:
    """The time as the locale writes it; empty if there is no such time."""
    from datetime import time

    from babel.dates import format_time

    if clock.hour >= HOURS:
        return ""
    return format_time(time(clock.hour, int(clock.minute or 0)), "short", locale=locale)
