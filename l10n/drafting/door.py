"""What an engine reads of a message: its segments, each without what engines spoil."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from l10n.drafting import casing, dateline, marks, sentences
from l10n.drafting.edits import Edit
from l10n.drafting.segments import Segment, Stand, segment
from l10n.model.draft import CharRange
from l10n.text.atoms import PROTECTED, token
from l10n.text.locales import language

_HANDLE = re.compile(r"(?<![\w&/])[@#][\w.]*\w")
_WORD = re.compile(r"\w[\w’'-]*")
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
    """Are answers searched for faults?"""
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
    head = dateline.dateline(message)
    if head:
        end = len(message[:head].rstrip())
        given = dateline.localized(message, door.target, door.exonyms)
        yield replace(segment(message, (0, end), ()), given=given)
    style = casing.case(message[head:])
    for start, end in sentences.split(message[head:], language(door.source)):
        part = (head + start, head + end)
        if not style and (cut := casing.label(message[slice(*part)])):
            yield opened(message, (part[0], part[0] + cut), door, casing.UPPER)
            part = (part[0] + cut + 1, part[1])
        yield opened(message, part, door, style)


def opened(message: str, part: CharRange, door: Door, style: str = "", kept: Sequence[Kept] = ()) -> Segment:
    """One segment; `kept` are ranges of its source that the engine must not see, beside those it spoils."""
    source = message[slice(*part)]
    stands = _stands(source, [*kept, *_kept(source, door)])
    taken = [(stand.edit.start, stand.edit.end) for stand in stands]
    edits = marks.plain(source)
    if style:
        edits += casing.lowered(source, door.usual, door.knows)
    free = [edit for edit in edits if not any(a < edit.end and edit.start < b for a, b in taken)]
    return segment(message, part, free, stands, style)


def _kept(source: str, door: Door) -> Iterator[Kept]:
    """Terms that are not translated, handles and hashtags, and words with letters that the model lacks."""
    for term in door.keep:
        for match in re.finditer(rf"(?<!\w){re.escape(term)}(?!\w)", source):
            yield (*match.span(), term)
    for match in _HANDLE.finditer(source):
        yield (*match.span(), match[0])
    places = door.unreadable(source.translate(_PLAIN))
    for match in _WORD.finditer(source) if places else ():
        if any(a < match.end() and match.start() < b for a, b in places):
            yield (*match.span(), door.exonyms.get(match[0], match[0]))


def _stands(source: str, kept: Sequence[Kept]) -> list[Stand]:
    """A token for each range that meets no other one and no token."""
    taken = [match.span() for match in PROTECTED.finditer(source)]
    used = {source[a:b] for a, b in taken}
    stands: list[Stand] = []
    for start, end, target in kept:
        if any(a < end and start < b for a, b in taken):
            continue
        name = next(name for number in range(len(used) + 1) if (name := token(number)) not in used)
        used.add(name)
        taken.append((start, end))
        stands.append(Stand(token=name, target=target, edit=Edit(start, end, name)))
    return stands
