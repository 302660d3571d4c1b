"""The words of a translation are in the dictionary of its locale.

Misspelt words make readers doubt the rest. It is off unless `spelling` is set in the settings, and needs
the program hunspell with a dictionary for the locale. Names, words of the sources, words in capitals, terms
and what the project keeps are taken as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from l10n.checking.hunspell import Speller, dictionary, program, speller
from l10n.checking.message import Batch, Fault, Message
from l10n.checking.rules import Rules
from l10n.model.finding import Severity
from l10n.ports import Check, Example
from l10n.text.words import words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_JOINT = re.compile("['’-]")
_BEGINS = re.compile(r"(?:\A|[.!?…:—–\n]|[^\w\s,;])\W*\Z")
"""Before a word that has a capital because something begins with it."""
_BEFORE = 4
"""Characters before a word that tell that."""
_SHORTEST = 2
"""Letters of a word that is checked."""
_CAPITALS = frozenset({"de"})
"""Languages in which not only names have capitals."""


def _run(batch: Batch) -> Iterator[Fault]:
    if not batch.rules.spelling or not (path := dictionary(batch.locale)):
        return
    known = frozenset(_kept(batch))
    for message in batch.messages:
        yield from _misspelt(message, known, speller(path))


def _kept(batch: Batch) -> Iterator[str]:
    """Words of the sources, and those that a project wants, in lower case."""
    rules = batch.rules
    for text in (*rules.keep, *(target for term in rules.terms for target in term.targets)):
        yield from words(text.casefold())
    for message in batch.messages:
        yield from message.source.folded


def _misspelt(message: Message, known: frozenset[str], checker: Speller) -> Iterator[Fault]:
    found = list(_checked(message, known))
    unknown = checker.unknown(word.replace("’", "'") for word in found)
    parts = {word: _JOINT.split(word) for word in unknown if _JOINT.search(word)}
    wrong = checker.unknown(part for several in parts.values() for part in several if part)
    for word in dict.fromkeys(found):
        plain = word.replace("’", "'")
        if plain in unknown and not (plain in parts and wrong.keys().isdisjoint(parts[plain])):
            better = f"; {unknown[plain]}?" if unknown[plain] else ""
            yield Fault(message, f"{word} is not in the dictionary{better}", target=word)


def _checked(message: Message, known: frozenset[str]) -> Iterator[str]:
    """The words that are neither names nor known."""
    prose, capitals = message.target.prose, message.target.language in _CAPITALS
    for match in _WORD.finditer(prose):
        word = match[0]
        if len(word) < _SHORTEST or any(char.isupper() for char in word[1:]) or _is_known(word, known):
            continue
        before = prose[max(0, match.start() - _BEFORE) : match.start()]
        if not word[0].isupper() or capitals or _BEGINS.search(before):
            yield word


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Also in the plural that many languages have, and with hyphens: bugs, e-mail."""
    parts = _JOINT.split(word.casefold())
    return "".join(parts) in known or all(p in known or p.removesuffix("s") in known for p in parts)


def _missing(batch: Batch) -> str:
    if not batch.rules.spelling or dictionary(batch.locale):
        return ""
    package = f"hunspell-{batch.locale.replace('_', '-').lower()}"
    what = f"no dictionary for {batch.locale}" if program() else "no hunspell"
    return f"{what}; install it, on Debian and Ubuntu: apt install hunspell {package}"


CHECK: Final = Check(
    code="spelling",
    severity=Severity.WARNING,
    summary="Its words are in the dictionary of the locale, where `spelling` is set.",
    examples=(
        Example(
            "The sea rose in the night.",
            "O mar subiuu durante a noite.",
            "subiuu is not in the dictionary; subiu?",
            rules=Rules(spelling=True),
        ),
        Example("Ask Rosa Tennant.", "Pergunte a Rosa Tennant.", rules=Rules(spelling=True)),
        Example("The sea rose.", "O mar subiuu."),
    ),
    run=_run,
    missing=_missing,
)
