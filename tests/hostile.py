"""Translations that try to change an article, and a judge that does not know how l10n reads articles."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import justhtml
import pyromark
from conftest import GOLDEN, golden_lines

from l10n import registry
from l10n.model.article import Document, Key
from l10n.settings import FormatSettings
from l10n.stages.guard import guarded
from l10n.text.markdown_syntax import OPTIONS

_TEXTS = frozenset({"alt", "title", "placeholder", "lang", "dir", "content"})
_FREE = frozenset({"em", "strong", "del", "br"})
"""What Markdown lets a translator add or leave out."""
_VERBATIM = frozenset({"script", "style", "pre", "code", "textarea", "#comment"})
_RENDERED = OPTIONS | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
# GitHub and Pandoc take `$5-$10` for two prices, pyromark for a formula.
_PRICE = re.compile(r'<span class="math math-inline">([^<]*)</span>(?=[0-9])')


def skeleton(text: str, name: str) -> list[object]:
    """Elements, attributes and verbatim texts of what browsers show, in order; without translatable text."""
    if name == "markdown":
        text = _PRICE.sub(r"\1", pyromark.html(text, options=_RENDERED))
    free = _FREE if name == "markdown" else frozenset()
    root = justhtml.JustHTML(text, sanitize=False).root
    return list(_walked(root, free))


def _walked(node: object, free: frozenset[str]) -> Iterator[object]:
    name = node.name
    if name == "#text" or name in free:
        attributes: list[tuple[str, str]] = []
    else:
        found = getattr(node, "attrs", None) or {}
        attributes = sorted((k, "" if k in _TEXTS else v or "") for k, v in found.items())
        yield name, attributes
        if name in _VERBATIM:
            yield node.data if name == "#comment" else node.to_text()
    for child in getattr(node, "children", None) or ():
        yield from _walked(child, free)
    if name != "#text" and name not in free:
        yield f"/{name}"


def escapes(name: str, tries: int, seed: int) -> list[dict[Key, str]]:
    """The translations, of so many tries at an article of the format, that changed its skeleton."""
    fmt = registry.format_named(name)
    suffix = fmt.suffixes[0]
    text = (GOLDEN / "hostile" / f"article{suffix}").read_text(encoding="utf-8")

    def parse(article: str) -> Document:
        return fmt.parse(article, FormatSettings())

    chance = random.Random(seed)  # noqa: S311 - no secret
    pieces = [
        piece for name in ("hostile/pieces", "nasty-markdown", "markers") for piece in golden_lines(name)
    ]
    document = parse(text)
    locale = "pt_BR"
    wanted = skeleton(text, name)
    found = []
    for _ in range(tries):
        chosen = chance.sample(document.blocks, chance.choice((1, 1, 2, 5)))
        texts = {block.key: _spoiled(block.msgid, pieces, chance) for block in chosen}
        if skeleton(guarded(document, texts, fmt, locale, parse).text, name) != wanted:
            found.append(texts)
    return found


def _spoiled(msgid: str, pieces: list[str], chance: random.Random) -> str:
    """The message, or a word, with nasty pieces in it, or cut off."""
    text = msgid if chance.random() < 0.7 else "word"
    for _ in range(chance.choice((1, 1, 2, 3))):
        at = chance.choice((0, len(text), chance.randrange(len(text) + 1)))
        cut = chance.random() > 0.85
        text = (
            text[:at]
            if cut
            else f"{text[:at]}{''.join(chance.choices(pieces, k=chance.choice((1, 1, 2, 3))))}{text[at:]}"
        )
    return text if text.strip() else "x"
