"""A translation is in the language of its locale, and in its script.

A text that was pasted from another catalog, or Chinese in the other way to write it, is of no use to
readers. Letters of other scripts are found by Unicode, other languages by their function words; with
py3langid installed (`pip install l10n-articles[language]`) short texts are told as well. Names, titles of
works and what the source has too are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text import scripts, words
from l10n.text.languages import other_language
from l10n.text.locales import english_name

_FEWEST = 3
"""Words of a text whose language can be told."""
_LETTERS = 3
"""Letters of another script that are no sign, as π is."""
_CHARACTERS = 2
"""Characters of the other way to write Chinese that are no name."""
_SMALL = r"(?<![^\W\d_])[a-zß-öø-ÿ]+(?![^\W\d_])"
_RUN = re.compile(rf"{_SMALL}(?:,?[ \u00a0]{_SMALL}){{2,}}")
"""Latin words that are no name."""


def _look(message: Message) -> Iterator[Fault]:
    source, target = message.source, message.target
    if found := _other_letters(source, target):
        what, letters = found
        yield Fault(message, f"{what}: {letters}", target=letters)
    elif len(target.words) >= _FEWEST and source.language != target.language and source.words != target.words:
        prose = target.own_prose
        folded = target.folded if prose == target.prose else words.words(prose.casefold())
        if other := other_language(prose, folded, target.language):
            yield Fault(message, f"looks like {english_name(other)}")


def _other_letters(source: Side, target: Side) -> tuple[str, str] | None:
    """What letters they are, and some of them."""
    own = scripts.own(target.locale)
    if not own or (target.prose.isascii() and own.match("a")):
        return None
    return (
        _foreign(source.prose, target)
        or _other_chinese(target)
        or (None if own.match("a") else _latin(source, target, own))
    )


def _foreign(source: str, target: Side) -> tuple[str, str] | None:
    """Letters of a script that is neither the locale's nor Latin, and that the source does not have."""
    pattern = scripts.foreign(target.locale)
    there = frozenset(source)
    runs = pattern.findall(target.prose) if pattern else []
    found = [run for run in runs if run.isalpha() and not there.issuperset(run)]  # ² is no letter
    longest = max(found, key=len, default="")
    mixed = longest and re.search(rf"[^\W\d_]{longest[0]}|{longest[-1]}[^\W\d_]{{2}}", target.prose)
    return (
        (f"{scripts.name(longest[0])} letters", longest)
        if sum(map(len, found)) >= _LETTERS or mixed
        else None
    )


def _other_chinese(target: Side) -> tuple[str, str] | None:
    pattern = scripts.other_chinese(target.locale)
    found = pattern.findall(target.prose) if pattern else []
    if len(found) < _CHARACTERS:
        return None
    other = "traditional" if scripts.script(target.locale) == "Hans" else "simplified"
    return f"{other} Chinese characters", "".join(found[:10])


def _latin(source: Side, target: Side, own: re.Pattern[str]) -> tuple[str, str] | None:
    """Words that are neither names nor quoted from the source, where a locale is not written in Latin."""
    run = _RUN.search(target.own_prose)
    if run and (target.folded == source.folded or run[0] not in source.prose):
        return "Latin letters", run[0]
    small = [word for word in target.words if word.islower()]
    if len(target.words) > 1 and small and not own.search(target.prose):
        return "Latin letters", " ".join(small)
    return None


CHECK: Final = Check(
    code="language",
    severity=Severity.ERROR,
    summary="It is in the language and in the script of its locale.",
    examples=(
        Example("The sea rose in the night.", "El mar subió por la noche.", "looks like Spanish"),
        Example("The harbour is closed.", "Гавань закрыта.", "Cyrillic letters: закрыта"),
        Example(
            "The harbour is closed.", "港口關閉了。", "traditional Chinese characters: 關閉", locale="zh_Hans"
        ),
        Example("The sea rose in the night.", "O mar subiu durante a noite."),
        Example("The letter π is Greek.", "A letra π é grega."),
        Example("Read “The Turn of the Tide”.", "Leia “The Turn of the Tide”."),
    ),
    run=each(_look),
)
