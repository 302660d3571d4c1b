"""Translations that try to change an article.

    python tests/hostile.py --tries 100000 [--seed 1] [--real] [--format html]

`--real` takes pieces of the files in `.bench/real` and of the corpus for articles, too.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from conftest import BENCH, CORPUS, GOLDEN, golden_lines
from judge import skeleton

from l10n import registry
from l10n.model.article import Document, Key
from l10n.settings import FormatSettings
from l10n.stages.guard import guarded

_SETTINGS = {
    "markdown": (FormatSettings(), FormatSettings(wikilinks=True)),
    "html": (FormatSettings(), FormatSettings(json_ld=True)),
    "text": (FormatSettings(lines="wrapped"), FormatSettings(lines="paragraphs")),
}
_NASTY = ("hostile/pieces", "hostile/attacks", "nasty-markdown", "nasty-html", "markers")
_LONGEST = 1500
"""Characters of a piece of a real article."""
_TURNS = 50
"""How many tries an article is used for, before the next one."""
_MARKUP = re.compile(r"[^\w\s]+|<[^>]*>|\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Escape:
    """An article that its translations changed."""

    article: str
    texts: dict[Key, str]
    built: str


def escapes(name: str, tries: int, seed: int, *, real: bool = False) -> Iterator[Escape]:
    """Those of so many tries at articles of the format that changed their skeleton."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    fmt = registry.format_named(name)
    while tries > 0:
        text, settings = chance.choice(_articles(name, real)), chance.choice(_SETTINGS[name])
        if real:
            text = _piece(text, chance)

        def parse(article: str, settings: FormatSettings = settings) -> Document:
            return fmt.parse(article, settings)

        document, wanted = parse(text), skeleton(text, name, settings)
        for _ in range(min(_TURNS, tries) if document.blocks else 0):
            tries -= 1
            chosen = chance.sample(document.blocks, min(len(document.blocks), chance.choice((1, 1, 2, 5))))
            texts = {block.key: _spoiled(block.msgid, chance) for block in chosen}
            built = guarded(document, texts, fmt, "pt_BR", parse).text
            if skeleton(built, name, settings) != wanted:
                yield Escape(text, texts, built)


@cache
def _articles(name: str, real: bool) -> list[str]:
    folders, pattern = ((BENCH, CORPUS), "*") if real else ((GOLDEN / "hostile",), "article.*")
    paths = sorted(path for folder in folders for path in folder.rglob(pattern))
    suffixes = registry.format_named(name).suffixes
    texts = [path.read_bytes().decode() for path in paths if path.suffix in suffixes]
    return [text for text in texts if text]


def _piece(text: str, chance: random.Random) -> str:
    """Some lines of the article in a row, without code that is cut in two."""
    lines = text.splitlines(keepends=True)
    first = chance.choice((0, chance.randrange(len(lines))))
    piece = "".join(lines[first:])[:_LONGEST]
    return piece[: piece.rfind("<code")] if piece.count("<code") > piece.count("</code>") else piece


@cache
def _pieces() -> list[str]:
    return [piece for name in _NASTY for piece in golden_lines(name)]


def _spoiled(msgid: str, chance: random.Random) -> str:
    """The message, or a word, with nasty pieces in it, cut off, or its markup in disorder."""
    text = msgid if chance.random() < 0.7 else "word"
    for _ in range(chance.choice((1, 1, 2, 3))):
        text = chance.choice((_filled, _filled, _filled, _cut, _disordered, _disordered))(text, chance)
    return text if text.strip() else "x"


def _filled(text: str, chance: random.Random) -> str:
    at = chance.choice((0, len(text), chance.randrange(len(text) + 1)))
    return f"{text[:at]}{''.join(chance.choices(_pieces(), k=chance.choice((1, 1, 2, 3))))}{text[at:]}"


def _cut(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return chance.choice((text[:at], text[at:], text[:at] + text[at + 1 :]))


def _disordered(text: str, chance: random.Random) -> str:
    """A piece of markup left out, doubled, changed for another one, or moved."""
    found = [match.span() for match in _MARKUP.finditer(text)]
    if not found:
        return _filled(text, chance)
    (start, end), other = chance.choice(found), text[slice(*chance.choice(found))]
    at = chance.randrange(len(text) + 1)
    new = chance.choice(("", text[start:end] * 2, other, f"\\{text[start:end]}", f" {text[start:end]} "))
    moved = text[:start] + text[end:]
    return chance.choice((text[:start] + new + text[end:], moved[:at] + text[start:end] + moved[at:]))


def main() -> int:
    """Exit code 1 if a translation changed an article."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--tries", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--real", action="store_true")
    options.add_argument("--format", choices=sorted(_SETTINGS), action="append")
    given = options.parse_args()
    total = 0
    for name in given.format or _SETTINGS:
        for number, escape in enumerate(escapes(name, given.tries, given.seed, real=given.real), 1):
            print(
                f"{name} {number}: {escape.texts!r}\n  in {escape.article!r}\n  gave {escape.built!r}",
                flush=True,
            )
            total += 1
        print(f"{name}: {given.tries} tries", flush=True)
    print(f"{total} escapes")
    return min(total, 1)


if __name__ == "__main__":
    sys.exit(main())
