"""Entries of catalogs, taken apart by articles and put together in other groups. No text is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from l10n.model.article import Key
from l10n.model.entry import Entry, State
from l10n.stages.belonging import Owner, owned, owners, twins_apart, unowned, untwinned
from l10n.stages.record import is_untouched, unrecorded

_STATES = (State.UNTRANSLATED, State.DRAFT, State.STALE, State.REVIEWED)
"""Of two texts of a message the one whose state comes later here is used."""
Proven = Callable[[Entry], bool]
"""Does somebody vouch for the text?"""


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry, and the one of a file that it was made of."""

    entry: Entry
    origin: Entry


@dataclass(slots=True)
class Share:
    """What is of one article; where several files have it, the text that was saved last comes first."""

    live: dict[Key, list[Piece]] = field(default_factory=dict)
    waiting: list[Piece] = field(default_factory=list)
    """Obsolete ones, without the comment that tells of their article."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A person's text that is not used, because another article has another one for the same message."""

    msgid: str
    article: str
    used: str
    """The article whose text is used."""


@dataclass(slots=True)
class Composed:
    """The entries of a catalog, and what is to say of them."""

    pieces: list[Piece] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)


def apart(
    entries: Iterable[Entry], home: Callable[[Sequence[str], Entry], Sequence[str]]
) -> dict[str, Share]:
    """The entries of a file, by article. `home` tells the articles of an entry that names these."""
    shares: dict[str, Share] = {}
    beside: list[tuple[Owner, Piece]] = []
    for entry in entries:
        if not entry.obsolete:
            places = entry.places
            for article in home(tuple(places), entry):
                own = tuple(places.get(article, entry.references))
                piece = Piece(replace(entry, references=own), entry)
                shares.setdefault(article, Share()).live.setdefault(entry.key, []).append(piece)
            continue
        piece = Piece(replace(untwinned(entry), comments=unowned(entry.comments)), entry)
        told = {owner.article: owner for owner in owners(entry)}
        for article in home(tuple(told), entry):
            owner = told.get(article, Owner(article))
            if owner.beside:
                beside.append((owner, piece))
            else:
                shares.setdefault(article, Share()).waiting.append(piece)
    for owner, piece in beside:
        _put_back(shares.setdefault(owner.article, Share()), owner, piece)
    return shares


def _put_back(share: Share, owner: Owner, piece: Piece) -> None:
    """The article's own text, in place of that which was used instead of it, unless this has changed."""
    used = share.live.get(piece.entry.key, [])
    if used and owner.is_beside(used[0].entry.msgstr):
        known = used[0].entry
        entry = replace(piece.entry, references=known.references, extracted=known.extracted, obsolete=False)
        share.live[entry.key] = [Piece(entry, piece.origin), *used[1:]]
        if len(used[0].origin.articles) < 2:  # the article whose text it was has gone
            share.waiting.append(used[0])
    else:
        share.waiting.append(piece)


def joined(shares: Iterable[Share]) -> Share:
    """What several files have of an article, as one; the file that was saved last comes first."""
    whole = Share()
    for share in shares:
        for key, pieces in share.live.items():
            whole.live.setdefault(key, []).extend(pieces)
        whole.waiting += share.waiting
    return whole


def composed(
    shares: Mapping[str, Share], messages: Mapping[str, Sequence[Entry]], proven: Proven, *, shared: bool
) -> Composed:
    """A catalog of the articles, in their order; `messages` are those of the ones that can be read."""
    result, waiting = Composed(), dict[tuple[object, ...], Piece]()
    by_key: dict[Key, list[tuple[str, Piece]]] = {}
    for article, share in shares.items():
        for piece in _placed(share, messages.get(article, ())):
            by_key.setdefault(piece.entry.key, []).append((article, piece))
        for piece in share.waiting:
            _wait(waiting, piece, (article,) if shared else ())
    for same in by_key.values():
        article, used = max(same, key=lambda pair: _weight(pair[1].entry, proven))
        result.pieces.append(Piece(_united(used.entry, [piece.entry for _, piece in same]), used.origin))
        for other, piece in same:
            if _same_text(piece.entry, used.entry):
                continue
            beside = used.entry.msgstr if shared and other != article else None
            _wait(waiting, piece, (other,) if shared else (), beside)
            if other != article and not is_untouched(piece.entry):
                result.asides.append(Aside(piece.entry.msgid, other, article))
    result.pieces += waiting.values()
    entries = twins_apart([piece.entry for piece in result.pieces])
    result.pieces = [Piece(entry, piece.origin) for entry, piece in zip(entries, result.pieces, strict=True)]
    return result


def _placed(share: Share, messages: Sequence[Entry]) -> Iterator[Piece]:
    """The live pieces in the order of the article, with its places; what it has no more comes last."""
    for message in messages:
        for piece in share.live.get(message.key, ()):
            entry = piece.entry
            if not entry.plural:
                entry = replace(entry, extracted=message.extracted, references=message.references)
            yield Piece(entry, piece.origin)
    known = {message.key for message in messages}
    yield from (piece for key, pieces in share.live.items() if key not in known for piece in pieces)


def _weight(entry: Entry, proven: Proven) -> tuple[int, bool, bool]:
    return (
        _STATES.index(entry.state),
        entry.state is State.REVIEWED and proven(entry),
        not is_untouched(entry),
    )


def _same_text(entry: Entry, used: Entry) -> bool:
    return entry == used if entry.plural else not entry.msgstr or entry.msgstr == used.msgstr


def _united(used: Entry, entries: Sequence[Entry]) -> Entry:
    """The entry with the places of all, and what translators say of the same text."""
    same = [entry for entry in entries if _same_text(entry, used)]
    notes = [line for entry in same for line in unrecorded(entry.comments) if line not in used.comments]
    flags = [flag for entry in same for flag in entry.cleared_flags]
    return replace(
        used,
        references=tuple(dict.fromkeys(r for entry in entries for r in entry.references)),
        extracted=tuple(dict.fromkeys(line for entry in entries for line in entry.extracted)),
        comments=(*used.comments, *dict.fromkeys(notes)),
        flags=tuple(dict.fromkeys([*used.flags, *flags])),
    )


def _wait(
    waiting: dict[tuple[object, ...], Piece], piece: Piece, articles: Sequence[str], beside: str | None = None
) -> None:
    """Keep a text as obsolete; the same one of several articles once."""
    entry = piece.entry
    at = (
        entry.key,
        entry.msgstr,
        entry.flags,
        entry.previous,
        entry.comments,
        entry.plural and id(piece.origin),
    )
    known = waiting.get(at, piece)
    waiting[at] = Piece(owned(known.entry, articles, beside), known.origin)
