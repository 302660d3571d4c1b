"""No word stands twice in a row.

Eyes jump over a doubled word, most of all where a line ends, and so `de de` outlives every reading. Doublings
that grammar makes (`vous vous`, `die die`) are none; in languages that double words for emphasis, such as
Turkish or Hindi, only small words count that nobody doubles. What the source doubles may be doubled, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each

_DOUBLED = re.compile(
    r"""(?<![^\s"'“”„«‘‚(\[{¿¡—–-])(\w\S*)\s{1,3}(\1)(?=[\s.,;:!?…"'”“»’)\]}。，、؟،؛।—–]|$)""", re.IGNORECASE
)
_SHORT = 3
# Particles of languages without spaces, which no word begins or ends with twice.
_PARTICLES = {
    "zh": re.compile("(的|了|是|在|和|与|及|或|被|把)\\1(?!确|士|解)"),
    "ja": re.compile("(を|が|で)\\1"),
}


def _look(message: Message) -> Iterator[Fault]:
    text, language = message.target.prose, message.target.language
    found = list(_doublings(text, language))
    if not found:
        return
    allowed = sum(1 for _ in _doublings(message.source.prose, message.source.language))
    for match in found[allowed:]:
        yield Fault(message, f"{match[0]} is doubled", target=match[0])


def _doublings(text: str, language: str) -> Iterator[re.Match[str]]:
    pattern = _PARTICLES.get(language)
    if pattern:
        yield from pattern.finditer(text)
    for match in _DOUBLED.finditer(text):
        if _is_same(match[1], match[2]) and _is_fault(match[1].casefold(), language):
            yield match


def _is_same(first: str, second: str) -> bool:
    """Is it one word, though a sentence may begin with it? `FILE file` is a name and what it stands for."""
    return first[-1] not in ",.;:!?" and (len(first) <= _SHORT or first[1:] == second[1:])


def _is_fault(word: str, language: str) -> bool:
    rule, words = _rules().get(language, ("but", frozenset()))
    return (word in words) == (rule == "only")


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
