"""No word stands twice in a row.

Eyes jump over a doubled word, most of all where a line ends, and so `de de` outlives every reading.
Doublings that grammar makes (`vous vous`, `die die`) are none; in languages that double words for emphasis,
such as Turkish or Hindi, only long words count, and small ones that nobody doubles. What the source doubles
may be doubled, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from operator import eq
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each

_DOUBLED = re.compile(
    r"""(?<![^\s"'“”„«‘‚(\[{¿¡—–-])(\w\S{0,60})\s{1,3}(\1)(?=[\s.,;:!?…"'”“»’)\]}。，、؟،؛।—–]|$)""",
    re.IGNORECASE,
)
_CLOSING = ".,;:!?…)]}\"'”’»。，、？！"
_SHORT = 3
_LONG = 7
"""Characters that a word has at most which is doubled for emphasis."""
# Particles of languages without spaces, which no word begins or ends with twice.
_PARTICLES = {
    "zh": re.compile("(的|了|是|在|和|与|及|或|被|把)\\1(?!确|士|解)"),
    "ja": re.compile("(を|が|で)\\1"),
}


def _look(message: Message) -> Iterator[Fault]:
    text, language = message.target.prose, message.target.language
    found = [*_doubled(text, language), *_phrases(text)]
    if not found:
        return
    source = message.source.prose
    allowed = len([*_doubled(source, message.source.language), *_phrases(source)])
    yield from (Fault(message, f"{words} is doubled", target=words) for words in found[allowed:])


def _doubled(text: str, language: str) -> Iterator[str]:
    """Words that stand twice in a row, both times."""
    if language in _PARTICLES:
        yield from (match[0] for match in _PARTICLES[language].finditer(text))
    for match in _DOUBLED.finditer(text):
        if _is_same(match[1], match[2]) and _is_fault(match[1].casefold(), language):
            yield match[0]


def _phrases(text: str) -> Iterator[str]:
    """Two or three words that stand twice in a row, both times."""
    words = text.casefold().split()
    for size in (2, 3):
        starts = [at for at, same in enumerate(map(eq, words, words[size:])) if same]
        said = text.split() if starts else []
        for at in starts:
            once, again = words[at : at + size], words[at + size : at + 2 * size]
            if once[1:-1] == again[1:-1] and _is_phrase(once, again):
                yield " ".join(said[at : at + 2 * size])


def _is_phrase(once: list[str], again: list[str]) -> bool:
    """Is it the same again, perhaps with punctuation at its end? Addresses and code may come twice."""
    if len(again) < len(once) or again[-1].rstrip(_CLOSING) != once[-1]:
        return False
    return all(word.replace("-", "").isalpha() for word in once) and len(set(once)) > 1


def _is_same(first: str, second: str) -> bool:
    """Is it one word, though a sentence may begin with it? `FILE file` is a name and what it stands for."""
    return first[-1] not in ",.;:!?" and (len(first) <= _SHORT or first[1:] == second[1:])


def _is_fault(word: str, language: str) -> bool:
    """Does nothing in the language double the word? `1 000 000` is a number."""
    if word.isdecimal() and len(word) <= _SHORT:
        return False
    rule, words = _rules().get(language, ("but", frozenset()))
    return word in words or len(word) > _LONG if rule == "only" else word not in words


@cache
def _rules() -> dict[str, tuple[str, frozenset[str]]]:
    table = (files("l10n") / "data" / "doubled-words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {language: (rule, frozenset(words.split())) for language, rule, words in rows}


CHECK: Final = Check(
    code="doubled-words",
    severity=Severity.WARNING,
    summary="No word stands twice in a row.",
    examples=(
        Example("The end of the pier.", "O fim do do píer.", "do do is doubled"),
        Example("The tide is high.", "La La marea está alta.", "La La is doubled", "es"),
        Example("You are mistaken.", "Vous vous trompez.", locale="fr"),
        Example("The tide rises slowly.", "Gelgit yavaş yavaş yükseliyor.", locale="tr"),
        Example("He sings in Duran Duran.", "Ele canta no Duran Duran."),
    ),
    run=each(_look),
)
