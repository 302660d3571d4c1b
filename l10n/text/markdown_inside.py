"""Elements of HTML in Markdown that say `markdown="1"`: their text is Markdown, as kramdown reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.model.draft import CharRange
from l10n.text.html_names import INLINE, VOID
from l10n.text.html_tokens import Token, attributes, tokens

_SIGN = " markdown"


def stretches(text: str, start: int) -> Sequence[CharRange]:
    """Where, from `start` on, the innermost block element says so; in order."""
    return tuple(_stretches(text, start)) if _SIGN in text else ()


def _stretches(text: str, start: int) -> Iterator[CharRange]:
    inside: list[tuple[str, bool]] = []
    names = Counter[str]()
    at = start
    for token in tokens(text, start):
        if token.kind not in ("open", "close") or token.name in INLINE or token.name in VOID:
            continue
        if inside and inside[-1][1]:
            yield at, token.start
        at = token.end
        if token.kind == "open":
            inside.append((token.name, _says_so(text, token)))
            names[token.name] += 1
        elif names[token.name]:
            while (name := inside.pop()[0]) != token.name:
                names[name] -= 1
            names[token.name] -= 1


def _says_so(text: str, token: Token) -> bool:
    return not token.bare and any(a.name == "markdown" and a.value != "0" for a in attributes(text, token))
