"""Quality of drafts: against human translations, beside Argos Translate's API and other ways with markup."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from sacrebleu.metrics import BLEU, CHRF

from benchmarks import argos, desks, guides, peers
from benchmarks.guides import Pair
from benchmarks.inputs import articles
from benchmarks.places import ROOT
from benchmarks.report import Row, Section, Target
from l10n.model.draft import Draft
from l10n.model.inline import Inline
from l10n.settings import DraftSettings

_BEAM = DraftSettings().beam
_AS_GOOD = Target(limit=1, of_ratio=True)
_NOTES = (
    "References are what people wrote; they translate freely, so no figure comes near to 100. chrF and BLEU "
    "of sacrebleu, of all messages together, markup taken out.",
    "“Piece by piece” is how Argos Translate's tools for files and pages keep markup: "
    "`tags.translate_tags`, which translates every text between two tags on its own.",
    "“Arrive” counts links, code, images, tags and placeholders of all messages of the guides and corpus/.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Likeness to the references, from 0 to 100."""

    chrf: float
    bleu: float


def measure() -> Section:
    """chrF and BLEU, and what of the markup arrives."""
    version = peers.version(peers.ARGOS)
    plain, marked = guides.plain(), guides.marked()
    narrow, wide = desks.engine(_BEAM), desks.engine(argos.BEAM)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        texts = [*(pair.message.text for pair in plain), *map(_pieces, marked)]
        theirs = argos.translate(folder, argos.homes(folder), texts).texts
    ours = {engine: _score(plain, _plain_drafts(plain, engine)) for engine in (narrow, wide)}
    return Section(
        title="Quality of drafts",
        notes=(
            f"Input: {len(plain)} blocks of the Open Source Guides and their Portuguese edition; "
            f"{len(marked)} of them have markup. English to Portuguese with the model that l10n carries.",
            f"Peer: argostranslate {version} at its beam of {argos.BEAM}, on the same plain text. "
            f"l10n uses a beam of {_BEAM} where no other is named.",
            *_NOTES,
        ),
        rows=(
            *_plain_rows(ours[narrow], ours[wide], _score(plain, theirs[: len(plain)])),
            *_marked_rows(marked, narrow, _score(marked, theirs[len(plain) :])),
            *_arrival_rows(narrow),
        ),
    )


def _plain_rows(ours: Score, wide: Score, theirs: Score) -> tuple[Row, ...]:
    def row(what: str, unit: str, figure: float, peer: float, target: Target | None = None) -> Row:
        return Row(what=what, unit=unit, ours=figure, peers=(("argostranslate", peer),), target=target)

    return (
        row(f"plain text, beam {argos.BEAM}", "chrF", wide.chrf, theirs.chrf, _AS_GOOD),
        row(f"plain text, beam {argos.BEAM}", "BLEU", wide.bleu, theirs.bleu),
        row("plain text", "chrF", ours.chrf, theirs.chrf, _AS_GOOD),
        row("plain text", "BLEU", ours.bleu, theirs.bleu),
        _loss(f"plain text: less than with beam {argos.BEAM}", wide.chrf - ours.chrf, 0.5),
    )


def _marked_rows(marked: Sequence[Pair], engine: desks.ArgosEngine, pieces: Score) -> tuple[Row, ...]:
    found = desks.drafts([pair.message for pair in marked], engine)
    texts = [_plain(pair, draft) for pair, draft in zip(marked, found, strict=True)]
    ours, bare = _score(marked, texts), _score(marked, _plain_drafts(marked, engine))
    chrf = (("piece by piece", pieces.chrf), ("without the markup", bare.chrf))
    bleu = (("piece by piece", pieces.bleu), ("without the markup", bare.bleu))
    return (
        Row(what="text with markup", unit="chrF", ours=ours.chrf, peers=chrf),
        Row(what="text with markup", unit="BLEU", ours=ours.bleu, peers=bleu),
        _loss("text with markup: less than without it", bare.chrf - ours.chrf, 0.3),
    )


def _loss(what: str, loss: float, limit: float) -> Row:
    return Row(what=what, unit="chrF", ours=loss, target=Target(limit=limit), less_is_better=True)


def _arrival_rows(engine: desks.ArgosEngine) -> tuple[Row, ...]:
    texts = {f"{name}.md": text for name, text in articles().texts.items()}
    for path in sorted(path for path in (ROOT / "corpus").rglob("*") if path.is_file()):
        texts[path.name] = path.read_text(encoding="utf-8")
    every = [pair for name, text in texts.items() for pair in guides.messages(name, text)]
    found = desks.drafts([message for message, _ in every], engine)
    wanted = arrived = 0
    for (message, inline), draft in zip(every, found, strict=True):
        source = Counter(inline.markup(emphasis=False))
        target = message.fmt.inline(draft.text, message.scope).markup(emphasis=False) if draft else ()
        wanted += source.total()
        arrived += (source & Counter(target)).total()
    left = sum(draft is None for draft in found)
    pieces = sum("fragments" in draft.notes for draft in found if draft)
    return (
        Row(
            what=f"{wanted} pieces of markup: arrive",
            unit="%",
            ours=100 * arrived / wanted,
            target=Target(limit=100),
        ),
        _messages(f"{len(every)} messages: left out", left, Target(limit=0)),
        _messages(f"{len(every)} messages: piece by piece", pieces),
    )


def _messages(what: str, count: int, target: Target | None = None) -> Row:
    return Row(what=what, unit="messages", ours=count, target=target, less_is_better=True)


def _plain_drafts(pairs: Sequence[Pair], engine: desks.ArgosEngine) -> list[str]:
    """Drafts of the messages without their markup."""
    return [draft.text if draft else "" for draft in desks.drafts([pair.plain for pair in pairs], engine)]


def _plain(pair: Pair, draft: Draft | None) -> str:
    return pair.message.fmt.inline(draft.text, pair.message.scope).text if draft else ""


def _pieces(pair: Pair) -> argos.Pieces:
    """A message cut at its markup."""
    inline: Inline = pair.message.fmt.inline(pair.message.text, pair.message.scope)
    atoms = {(atom.start, atom.end) for atom in inline.atoms}
    spans = {(span.start, span.end) for span in inline.spans}
    edges = sorted({0, len(inline.text), *(at for part in atoms | spans for at in part)})
    return [(inline.text[a:b], (a, b) not in atoms) for a, b in pairwise(edges)]


def _score(pairs: Sequence[Pair], texts: Sequence[str]) -> Score:
    references = [[pair.reference for pair in pairs]]
    return Score(
        chrf=CHRF().corpus_score(texts, references).score, bleu=BLEU().corpus_score(texts, references).score
    )
