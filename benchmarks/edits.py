"""Articles edited as authors edit them; of every new message it is known which old ones it was made of."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from l10n.text import sentences

Paragraphs = list[str]
_WORDS = "harbour lantern quarterly orchard velvet granite sparrow compass meadow timber".split()
_SENTENCES = (
    "Nobody had foreseen such quixotry.",
    "More on this in a moment.",
    "The committee will meet again before the summer to settle what is left.",
)
_LINK = re.compile(r"\]\((https?://[^\s()]+)\)")


@dataclass(slots=True)
class Edited:
    """Paragraphs, and for those that were edited what they were made of (nothing: they are new)."""

    paragraphs: Paragraphs
    others: Sequence[str]
    """Of other articles: new ones are taken from these."""
    origins: dict[str, frozenset[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def change(self, at: int, *texts: str, size: int = 1) -> None:
        """Put `texts` in place of `size` paragraphs."""
        old = self.paragraphs[at : at + size]
        self.paragraphs[at : at + size] = texts
        for text in texts:
            self.origins[text] = frozenset().union(*(self.origins.get(was, {was}) for was in old))


def _cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text, "en")]


def _typo(text: str, rng: random.Random) -> str:
    word = rng.choice(re.findall(r"\b[a-z]{5,}\b", text) or [""])
    return text.replace(word, word[:1] + word[2] + word[1] + word[3:], 1) if word else text


def _word(text: str, rng: random.Random) -> str:
    word = rng.choice(re.findall(r"(?<= )[a-z]{4,}(?= )", text) or [""])
    return text.replace(f" {word} ", f" {rng.choice(_WORDS)} ", 1) if word else text


def _sentence_added(text: str, rng: random.Random) -> str:
    parts = _cut(text)
    parts.insert(rng.randrange(len(parts) + 1), rng.choice(_SENTENCES))
    return " ".join(parts)


def _sentence_removed(text: str, rng: random.Random) -> str:
    parts = _cut(text)
    del parts[rng.randrange(len(parts))]
    return " ".join(parts)


def _link(text: str, rng: random.Random) -> str:  # noqa: ARG001 - as the others
    return _LINK.sub(lambda match: f"]({match[1]}-2)", text, count=1)


def _typography(text: str, rng: random.Random) -> str:  # noqa: ARG001 - as the others
    curly = re.sub(r"(?<=\w)'(?=\w)", "’", re.sub(r'(?<!\S)"([^"()<>]*)"(?!\))', r"“\1”", text))
    return curly.replace("...", "…").replace(" - ", " — ")


def _one(edit: Callable[[str, random.Random], str]) -> Callable[[Edited, random.Random], None]:
    def apply(article: Edited, rng: random.Random) -> None:
        order = rng.sample(range(len(article.paragraphs)), len(article.paragraphs))
        for at in order:
            old = article.paragraphs[at]
            new = edit(old, rng) if old not in article.origins else old
            if new and new not in (old, *article.paragraphs):
                article.change(at, new)
                return

    return apply


def _split(article: Edited, rng: random.Random) -> None:
    long = [at for at, text in enumerate(article.paragraphs) if len(_cut(text)) > 1]
    if long:
        at = rng.choice(long)
        parts = _cut(article.paragraphs[at])
        middle = rng.randrange(1, len(parts))
        article.change(at, " ".join(parts[:middle]), " ".join(parts[middle:]))


def _join(article: Edited, rng: random.Random) -> None:
    at = rng.randrange(len(article.paragraphs) - 1)
    article.change(at, " ".join(article.paragraphs[at : at + 2]), size=2)


def _move(article: Edited, rng: random.Random) -> None:
    text = article.paragraphs.pop(rng.randrange(len(article.paragraphs)))
    article.paragraphs.insert(rng.randrange(len(article.paragraphs) + 1), text)


def _delete(article: Edited, rng: random.Random) -> None:
    del article.paragraphs[rng.randrange(len(article.paragraphs))]


def _insert(article: Edited, rng: random.Random) -> None:
    new = rng.choice([text for text in article.others if text not in article.paragraphs])
    article.paragraphs.insert(rng.randrange(len(article.paragraphs)), new)
    article.origins[new] = frozenset()


EDITS = MappingProxyType(
    {
        "typo": _one(_typo),
        "word replaced": _one(_word),
        "sentence added": _one(_sentence_added),
        "sentence removed": _one(_sentence_removed),
        "link": _one(_link),
        "typography": _one(_typography),
        "split": _split,
        "joined": _join,
        "moved": _move,
        "deleted": _delete,
        "new": _insert,
    }
)
"""Each edits one place of an article, where it finds one."""


def edited(paragraphs: Sequence[str], others: Sequence[str], seed: int) -> Edited:
    """The article after three to eleven edits of different kinds; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    article = Edited(list(paragraphs), others)
    for kind in rng.sample(sorted(EDITS), rng.randint(3, len(EDITS))):
        EDITS[kind](article, rng)
        article.kinds |= dict.fromkeys(article.origins.keys() - article.kinds.keys(), kind)
    return article
