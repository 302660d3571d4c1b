"""What `l10n compare` prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from l10n.cli import output
from l10n.text.chrf import chrf

if TYPE_CHECKING:
    from l10n.model.article import Key
    from l10n.model.draft import Draft
    from l10n.pipeline.comparing import Comparison, Variant

_REVIEWED = "reviewed"
_NO_DRAFT = "(no draft)"


def messages(found: Comparison) -> None:
    """Each message with its drafts; variants with the same draft share a line."""
    width = max(len(_REVIEWED), 2 * len(found.variants) - 1)
    for key, place in found.places.items():
        output.say(f"{place}  {_line(key[1])}")
        if key in found.reviewed:
            output.say(f"  {_REVIEWED:{width}}  {'':4}  {'':5}  {_line(found.reviewed[key])}")
        for draft, numbers in _drafts(found, key):
            figures = f"{draft.risk if draft else 0:.2f}  {_figure(_score(found, key, draft)):>5}"
            text = f"{figures}  {_line(draft.text)}" if draft else f"{'':4}  {'':5}  {_NO_DRAFT}"
            output.say(f"  {' '.join(map(str, numbers)):{width}}  {text}")
        output.say("")


def _drafts(found: Comparison, key: Key) -> Iterator[tuple[Draft | None, list[int]]]:
    """The different drafts of a message, each with the numbers of its variants."""
    same: dict[str | None, tuple[Draft | None, list[int]]] = {}
    for number, variant in enumerate(found.variants, 1):
        draft = variant.drafts.get(key)
        same.setdefault(draft.text if draft else None, (draft, []))[1].append(number)
    yield from same.values()


def summary(found: Comparison) -> None:
    """A line for each variant."""
    rows = [("VARIANT", "ENGINE", "SENTENCES", "LEFT OUT", "RISK", "CHRF", "SENTENCES/S")]
    for number, variant in enumerate(found.variants, 1):
        risk = "" if variant.risk is None else f"{variant.risk:.2f}"
        left = sum(draft is None for draft in variant.drafts.values())
        counts = (str(variant.sentences), str(left), risk, _figure(variant.chrf), _figure(_rate(variant)))
        rows.append((str(number), variant.signature, *counts))
    output.table(rows, right=2)
    if not found.reviewed:
        output.note("no message of it is reviewed yet, so there is no chrF")


def as_json(found: Comparison) -> None:
    """All of it; drafts in the order of the variants."""
    shown = {
        "variants": [
            {
                "engine": variant.signature,
                "sentences": variant.sentences,
                "risk": _rounded(variant.risk, 2),
                "chrf": _rounded(variant.chrf, 1),
                "sentences_per_second": _rounded(_rate(variant), 1),
            }
            for variant in found.variants
        ],
        "messages": [
            {
                "place": place,
                "source": key[1],
                "reviewed": found.reviewed.get(key),
                "drafts": [_draft(found, key, variant.drafts.get(key)) for variant in found.variants],
            }
            for key, place in found.places.items()
        ],
    }
    output.as_json(shown)


def _draft(found: Comparison, key: Key, draft: Draft | None) -> dict[str, object] | None:
    if draft is None:
        return None
    score = _rounded(_score(found, key, draft), 1)
    return {"text": draft.text, "risk": draft.risk, "notes": draft.notes, "chrf": score}


def _score(found: Comparison, key: Key, draft: Draft | None) -> float | None:
    return chrf([(draft.text, found.reviewed[key])]) if draft and key in found.reviewed else None


def _rate(variant: Variant) -> float | None:
    speed = variant.speed
    return speed.sentences / speed.seconds if speed.sentences and speed.seconds else None


def _rounded(figure: float | None, digits: int) -> float | None:
    return None if figure is None else round(figure, digits)


def _figure(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.1f}"


def _line(text: str) -> str:
    return " ".join(text.replace("\n", " ⏎ ").split())
