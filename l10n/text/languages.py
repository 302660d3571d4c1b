"""Languages of texts: suspected by their function words, made sure by py3langid, where that is installed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec

from l10n.text.function_words import languages, spoken

_LABELS = {"nb": "no"}
"""What py3langid calls a language."""
_CLOSE = (
    {"pt", "gl"},
    {"nb", "nn", "da", "no"},
    {"hr", "sr", "bs", "sl"},
    {"cs", "sk"},
    {"id", "ms"},
    {"nl", "af"},
)
"""Languages that are told apart in long texts only."""
_MARGIN = 0.2
_CLOSE_MARGIN = 0.9
"""By how much another language must be likelier, from 0 to 1."""
_WORDS = 2
"""Function words by which another language must lead, where nothing makes sure of it."""


def other_language(text: str, folded: Sequence[str], language: str) -> str:
    """Another language that a text is in, for its words in lower case; empty if it is none, or not known."""
    counts = spoken(folded)
    own = counts.pop(language, 0)
    if not counts or max(counts.values()) <= own:
        return ""
    if _is_installed():
        return _likelier(text, language)
    best = max(counts, key=lambda found: counts[found])
    return best if counts[best] >= own + _WORDS and not _are_close(best, language) else ""


def _are_close(one: str, other: str) -> bool:
    return any({one, other} <= group for group in _CLOSE)


@cache
def _is_installed() -> bool:
    return find_spec("py3langid") is not None


def _likelier(text: str, language: str) -> str:
    """The language that the text is likelier in than in its own; empty if there is none."""
    own = _LABELS.get(language, language)
    shares = _shares(text, own)
    best = max(shares, key=lambda label: shares[label])
    lead = shares[best] - shares[own] if own in shares else 0.0
    return best if lead >= (_CLOSE_MARGIN if _are_close(best, language) else _MARGIN) else ""


def _shares(text: str, own: str) -> dict[str, float]:
    """Of likelihood, by label; evened out, as the model is far too sure of long texts."""
    from py3langid import rank

    known = {own, *(_LABELS.get(language, language) for language in languages())}
    scores = {label: float(score) for label, score in rank(text) if label in known}
    highest, even = max(scores.values()), math.sqrt(len(text.encode(errors="replace")) or 1)
    shares = {label: math.exp((score - highest) / even) for label, score in scores.items()}
    return {label: share / sum(shares.values()) for label, share in shares.items()}
