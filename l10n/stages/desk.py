"""One message on its way to a draft: what is asked for it, what came back, and what is made of that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from l10n.drafting import fragments, renaming
from l10n.drafting.attempts import Attempt, Request, attempt, following
from l10n.drafting.door import Door, pieces, segments
from l10n.drafting.projection import Projected, project
from l10n.drafting.risk import risk
from l10n.drafting.segments import Segment
from l10n.model.article import Key, Scope
from l10n.model.draft import CharRange, Draft, Hypothesis
from l10n.model.inline import Inline
from l10n.ports import Format
from l10n.text import names
from l10n.text.atoms import PROTECTED
from l10n.text.dashes import dashes, ellipses
from l10n.text.locales import language

Answers = Mapping[tuple[str, bool], Hypothesis]
"""By `Request.key`."""


@dataclass(slots=True)
class _Place:
    """A segment and the attempts at it."""

    segment: Segment
    asked: tuple[Segment, Request] | None
    tried: list[Attempt] = field(default_factory=list)

    @property
    def best(self) -> Attempt:
        return min(self.tried, key=lambda item: item.weight)


class Desk:
    """Asks in rounds until every segment is good or nothing is left to try."""

    def __init__(self, key: Key, fmt: Format, scope: Scope, door: Door) -> None:
        self.key, self.fmt, self.scope, self.door = key, fmt, scope, door
        self.inline: Inline = fmt.inline(key[1], scope)
        self.places: list[_Place] = []
        self.pieces: dict[CharRange, tuple[Segment, Request]] = {}
        """Of the last rung, once nothing else keeps the markup."""
        self.translated: dict[CharRange, str] = {}
        self.made: Projected | None = None
        """The sound draft with its markup placed, until a name in it is given another form."""
        for segment in segments(self.inline.text, door):
            asked = None if segment.given else (segment, _request(segment, self.inline))
            self.places.append(_Place(segment, asked))

    def asks(self) -> list[Request]:
        """What the engine is asked next; empty when there is nothing left."""
        wanted = [place.asked[1] for place in self.places if place.asked] or [
            r for _, r in self.pieces.values()
        ]
        return list(dict.fromkeys(wanted))

    @property
    def done(self) -> bool:
        """Has everything been answered?"""
        return not self.pieces and all(place.tried or place.segment.given for place in self.places)

    def take(self, answers: Answers) -> None:
        """Judge the answers to what was asked, and think of what to ask next."""
        for place in self.places:
            if place.asked:
                segment, request = place.asked
                place.tried.append(attempt(segment, request, answers[request.key], self.door))
                place.asked = following(place.segment, place.tried, self.door)
        if self.pieces:
            for part, (segment, request) in self.pieces.items():
                self.translated[part] = attempt(segment, request, answers[request.key], self.door).target.text
            self.pieces = {}
        elif not any(place.asked for place in self.places):
            self.made = self._placed()
            if self.made is None:
                self.pieces = dict(self._fragments())

    def _fragments(self) -> Iterator[tuple[CharRange, tuple[Segment, Request]]]:
        parts = fragments.pieces(self.inline, language(self.door.source))
        for segment in pieces(self.inline.text, parts, self.door):
            yield (segment.start, segment.end), (segment, Request(segment.text))

    def targets(self) -> list[Hypothesis]:
        """The best translation of each segment."""
        return [place.segment.given or place.best.target for place in self.places]

    def aligned(self) -> Projected | None:
        """The draft with its markup placed by alignment; None where some has no place."""
        parts = [(place.segment.start, place.segment.end) for place in self.places]
        return project(self.inline, zip(parts, self.targets(), strict=True), self.escape)

    def names(self) -> Iterator[tuple[str, str]]:
        """Each name of the message with its form in the translation."""
        for place in self.places:
            if place.tried and not place.segment.case:
                found = place.best.target.text
                yield from names.occurrences(place.segment.source, found, self.door.usual, self.door.exonyms)

    def rename(self, forms: Mapping[str, str]) -> None:
        """Give names other forms."""
        for place in self.places:
            known = any(name in place.segment.source for name in forms)
            if known and place.tried and not place.segment.case:
                found = place.best
                target = renaming.renamed(place.segment.source, found.target, forms, self.door.usual)
                place.tried[place.tried.index(found)] = replace(found, target=target)
                self.made = None

    def _placed(self) -> Projected | None:
        """The same, if it is sound."""
        made = self.aligned()
        return made if made and self.sound(made.text) else None

    def escape(self, text: str) -> str:
        return self.fmt.escape(text, self.scope)

    def sound(self, draft: str) -> bool:
        """Is there a text, with the links, code, tags and placeholders of the source, each as often?"""
        if not draft.strip():
            return False
        return self.fmt.inline(draft, self.scope).markup() == self.inline.markup()

    def draft(self) -> Draft | None:
        """The draft; None where it would lose markup or is empty."""
        tried = [place.best for place in self.places if place.tried]
        notes = [fault for item in tried for fault in item.faults]
        made = self.made or (None if self.translated else self._placed())
        if made:
            text = made.text
            notes += ["guessed"] if made.guessed else []
        else:
            text = fragments.assembled(self.inline, self.translated, self.escape)
            notes.append("fragments")
            if not self.translated or not self.sound(text):
                return None
        scores = [(item.target.score, len(item.target.text)) for item in tried]
        return Draft(text=text, risk=risk(scores, notes), notes=tuple(dict.fromkeys(notes)))


def _request(segment: Segment, inline: Inline) -> Request:
    """With alignment where something has to be placed by it."""
    inside = any(
        segment.start < at < segment.end or span.start == span.end
        for span in inline.spans
        for at in (span.start, span.end)
    )
    tokens = bool(segment.stands) or bool(PROTECTED.search(segment.text))
    marks = bool(segment.quotes or dashes(segment.source) or ellipses(segment.source))
    return Request(segment.text, align=inside or tokens or marks)
