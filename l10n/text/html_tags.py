"""Tags in messages: without the attributes that tell a translator nothing, and with them again on build."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from l10n.text.html_names import SHOWN_ATTRIBUTES, SPACES, TEXT_ATTRIBUTES
from l10n.text.html_tokens import Attribute, Token, attributes, tokens

_QUOTES = {'"': "&quot;", "'": "&#39;"}


def shown(text: str, tags: Sequence[Token]) -> list[str]:
    """Opening tags as a msgid shows them: `<a href="/x">` for `<a class="btn" href="/x" rel="nofollow">`.

    Where two of a message would look alike and are not, both are shown whole.
    """
    whole = [text[tag.start : tag.end] for tag in tags]
    if all(tag.bare for tag in tags):
        return whole
    short = [_shortened(text, tag) for tag in tags]
    different: dict[str, set[str]] = defaultdict(set)
    for tag, raw in zip(tags, whole, strict=True):
        different[identity(text, tag)].add(strict_identity(raw))
    return [
        SPACES.sub(" ", raw) if len(different[identity(text, tag)]) > 1 else cut
        for tag, raw, cut in zip(tags, whole, short, strict=True)
    ]


def is_untranslated(found: Iterable[Attribute]) -> bool:
    """Does a tag with these attributes say that its content is not translated?"""
    return any(
        (a.name == "translate" and a.value.strip().lower() == "no")
        or (a.name == "class" and "notranslate" in a.value.split())
        for a in found
    )


def _shortened(text: str, tag: Token) -> str:
    found = attributes(text, tag)
    kept = [a for a in found if a.name in SHOWN_ATTRIBUTES or (a.name == "class" and is_untranslated([a]))]
    if len(kept) == len(found):
        return SPACES.sub(" ", text[tag.start : tag.end])
    name = text[tag.start + 1 : tag.start + 1 + len(tag.name)]
    pieces = [f" {a.name}={a.quote}{text[a.start : a.end]}{a.quote}" for a in kept]
    return SPACES.sub(" ", f"<{name}{''.join(pieces)}>")


def identity(text: str, tag: Token) -> str:
    """What a tag is however its wording is translated: its name and where it leads."""
    if tag.bare:
        return f"<{tag.name}>"
    href = next((a.value for a in attributes(text, tag) if a.name == "href"), "")
    return f"<{tag.name} {SPACES.sub(' ', href)}>" if href else f"<{tag.name}>"


@lru_cache(maxsize=64)  # a message may have the same tag very often
def strict_identity(raw: str) -> str:
    """The same with every attribute but those that people read."""
    tag = next(tokens(raw))
    if tag.bare:
        return f"<{tag.name}>"
    found = sorted(
        (a.name, SPACES.sub(" ", a.value)) for a in attributes(raw, tag) if a.name not in TEXT_ATTRIBUTES
    )
    return f"<{tag.name}{''.join(f' {name}={value!r}' for name, value in found)}>"


def restored(translation: str, originals: Sequence[str]) -> str:
    """The translation with the source's tags in place of its own; what only looks like a tag is text then.

    Each opening tag takes the first original left that has the same attributes, or else the same target;
    of its own it keeps only the texts of `alt`, `title` and the like. One that the source does not have
    stays as it is.
    """
    names = cache(_names)
    left: dict[str, deque[int]] = defaultdict(deque)
    for number, original in enumerate(originals):
        for name in set(names(original)):
            left[name].append(number)
    taken: set[int] = set()
    pieces = []
    for token in tokens(translation):
        raw = translation[token.start : token.end]
        if token.kind == "broken":
            pieces.append(raw.replace("<", "&lt;"))
            continue
        number = _take([left[name] for name in names(raw)], taken) if token.kind == "open" else -1
        known = raw if number < 0 else originals[number]
        pieces.append(raw if known == raw else _with_texts(known, translation, token))
    return "".join(pieces)


def _names(raw: str) -> tuple[str, str]:
    """What originals are found by: all attributes, or else the target."""
    return strict_identity(raw), identity(raw, next(tokens(raw)))


def _take(queues: Sequence[deque[int]], taken: set[int]) -> int:
    """The first number left in the first queue that has any; -1 if none has."""
    for queue in queues:
        while queue:
            if (number := queue.popleft()) not in taken:  # it waits in another queue too
                taken.add(number)
                return number
    return -1


def _with_texts(original: str, translation: str, token: Token) -> str:
    """The original tag with the translated values of the attributes that people read."""
    values = {a.name: translation[a.start : a.end] for a in attributes(translation, token)}
    pieces, at = [], 0
    for attribute in attributes(original, next(tokens(original))):
        if attribute.name in TEXT_ATTRIBUTES and attribute.name in values:
            value = quoted(values[attribute.name], attribute.quote)
            pieces += [original[at : attribute.start], value]
            at = attribute.end
    return "".join([*pieces, original[at:]])


def quoted(value: str, quote: str) -> str:
    """An attribute's value for a place between `quote`; in quotes of its own where the place has none."""
    flat = SPACES.sub(" ", value).replace("<", "&lt;")
    if quote:
        return flat.replace(quote, _QUOTES[quote])
    return flat if re.fullmatch(r"[^\s\"'=>`]+", flat) else f'"{flat.replace(chr(34), _QUOTES[chr(34)])}"'
