"""What an engine reads of a message: its segments, each without what engines spoil."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from l10n.drafting import casing, dateline, marks, numbers, times
from l10n.drafting.edits import Edit, applied
from l10n.drafting.segments import Segment, Stand
from l10n.model.draft import CharRange
from l10n.text import sentences
from l10n.text.atoms import PROTECTED, token
from l10n.text.locales import language
from l10n.text.quotes import Quote, quotes
from l10n.text.ranges import Taken

_HANDLE = re.compile(r"(?<![\w&/])[@#][\w.]*\w")
_WORD = re.compile(r"\w[\w’'-]*")
# A sign with the figures that it stands at, or signs in a row.
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_SIGN = r"[^\w\s.,;:!?()\[\]'\"“”‘’«»„…–—-]"
_SIGNED = re.compile(rf"(?:(?<![\d.,])\d(?:[\d.,]*\d)?)?{_SIGN}+(?:\d(?:[\d.,]*\d)?)?")
_PLAIN = str.maketrans("’‘“”„«»–—…", '\'\'"""""--.')
"""What the engine reads instead of marks that models seldom know."""
Kept = tuple[int, int, str]
"""A range of a source, and what stands for it in the target."""


def _nothing(text: str) -> list[CharRange]:  # noqa: ARG001 - finds none
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What is known of an article and an engine."""

    source: str
    target: str
    """Locales."""
    typography: bool = True
    """Quotation marks and spaces as the target locale writes them?"""
    judged: bool = True
    """Does the engine translate? Else it reads a message as it is, and nothing is made of its answer."""
    keep: tuple[str, ...] = ()
    """Words and names that are not translated."""
    usual: Mapping[str, str] = field(default_factory=dict)
    """How the article writes words inside of sentences, by their small letters."""
    exonyms: Mapping[str, str] = field(default_factory=dict)
    """Names that people have translated."""
    knows: casing.Known = str.istitle
    unreadable: Callable[[str], list[CharRange]] = _nothing


def segments(message: str, door: Door) -> Iterator[Segment]:
    """The segments of a message, in order; what stands between them is kept."""
    quoted = quotes(message)
    head = dateline.dateline(message) if door.judged else 0
    if head:
        source = message[:head].rstrip()
        given = dateline.localized(message, door.target, door.exonyms)
        yield Segment(start=0, end=len(source), source=source, text=source, given=given)
    style = casing.case(message[head:]) if door.judged else ""
    for start, end in sentences.split(message[head:], language(door.source)):
        part = (head + start, head + end)
        cut = casing.label(message[slice(*part)]) if door.judged and not style else 0
        if cut:
            yield _cut(message, (part[0], part[0] + cut), quoted, door, casing.UPPER)
            part = (part[0] + cut + 1, part[1])
        yield _cut(message, part, quoted, door, style)


def pieces(message: str, parts: Iterable[CharRange], door: Door) -> Iterator[Segment]:
    """Segments of any parts of a message."""
    quoted = quotes(message)
    for part in parts:
        yield _cut(message, part, quoted, door)


def _cut(message: str, part: CharRange, quoted: Sequence[Quote], door: Door, style: str = "") -> Segment:
    first, last = (bisect_left(quoted, (at,)) for at in part)
    inside = [mark._replace(at=mark.at - part[0]) for mark in quoted[first:last]]
    return _opened(message[slice(*part)], part[0], inside, door, style)


def shielded(segment: Segment, door: Door, kept: Sequence[Kept]) -> Segment:
    """The segment with more ranges of its source that the engine must not see."""
    return _opened(segment.source, segment.start, segment.quotes, door, segment.case, kept)


def _opened(
    source: str, start: int, quoted: Sequence[Quote], door: Door, style: str, kept: Sequence[Kept] = ()
) -> Segment:
    stands = _stands(source, [*kept, *_kept(source, door)])
    taken = Taken((stand.edit.start, stand.edit.end) for stand in stands)
    edits = marks.plain(source, quoted) + times.plain(source) if door.judged else []
    if style:
        edits += casing.lowered(source, door.usual, door.knows)
    free = [edit for edit in edits if not taken.meets(edit.start, edit.end)]
    every = sorted([*free, *(stand.edit for stand in stands)])
    text, places = applied(source, every)
    return Segment(
        start=start,
        end=start + len(source),
        source=source,
        text=text,
        edits=tuple(every),
        places=places,
        quotes=tuple(quoted),
        stands=tuple(stands),
        case=style,
    )


def _kept(source: str, door: Door) -> Iterator[Kept]:
    """What is not translated: terms, long ones first, handles, hashtags, and what the model cannot read."""
    for term in sorted(door.keep, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(term)}(?!\w)", source):
            yield (*match.span(), term)
    for match in _HANDLE.finditer(source):
        yield (*match.span(), match[0])
    places = door.unreadable(source.translate(_PLAIN))
    unread = Taken(places)
    for match in _WORD.finditer(source) if places else ():
        if unread.meets(*match.span()):
            yield (*match.span(), door.exonyms.get(match[0], match[0]))
    for match in _SIGNED.finditer(source) if places else ():
        if unread.meets(*match.span()):
            yield (*match.span(), _signed(match[0], door))


def _signed(text: str, door: Door) -> str:
    """Figures with a sign, `£1.5`, as the target locale writes them."""
    return _NUMBER.sub(lambda match: numbers.written(match[0], door.source, door.target), text)


def _stands(source: str, kept: Sequence[Kept]) -> list[Stand]:
    """A token for each range that meets no other one, no token of the message and no address."""
    hidden = [match.span() for match in PROTECTED.finditer(source)]
    taken = Taken(hidden)
    used = {source[a:b] for a, b in hidden}
    free = (name for number in count() if (name := token(number)) not in used)
    stands: list[Stand] = []
    for start, end, target in kept:
        if taken.meets(start, end):
            continue
        name = next(free)
        taken.add(start, end)
        stands.append(Stand(token=name, target=target, edit=Edit(start, end, name)))
    return stands
