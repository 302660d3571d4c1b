"""Terms of the project's term base are translated as it says; words that are kept stay as they are.

Readers take two words for two things. A term may have endings in either text, and other words between its
own. One whose translation is the term itself, and the words of `draft.keep`, have to stay letter by letter.

`[check] terms = "terms.csv"` names the term base: a column for each locale, the source's first, with its code
at the top (`en,pt_BR,note`); `|` stands between translations that are all right, the best first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from l10n.checking.message import Batch, Fault, Message
from l10n.checking.rules import Rules, Term
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example
from l10n.text import stems
from l10n.text.locales import language
from l10n.text.ranges import Taken
from l10n.text.words import SPACELESS, fold

_BEGINNING = 3
"""Letters by which terms that a text may have are found."""


class _Wanted(NamedTuple):
    """A term, and how it is found in a source."""

    pattern: re.Pattern[str]
    targets: tuple[str, ...]
    kept: bool


def _run(batch: Batch) -> Iterator[Fault]:
    if not (batch.messages and (batch.rules.terms or batch.rules.keep)):
        return
    index = _index(batch.rules, language(batch.messages[0].source.locale))
    for message in batch.messages:
        near = {word[:_BEGINNING] for word in message.source.lowered} | {""}
        yield from _look(message, [wanted for key in index.keys() & near for wanted in index[key]])


def _index(rules: Rules, source: str) -> dict[str, list[_Wanted]]:
    """What is wanted, by the first letters of each term."""
    found: dict[str, list[_Wanted]] = defaultdict(list)
    for term in [*(Term(source=word, targets=(word,)) for word in rules.keep), *rules.terms]:
        words = re.findall(r"[^\s-]+", term.source)
        first = re.search(r"[^\W\d_]+", term.source.lower())
        kept = term.targets == (term.source,)
        flags = 0 if kept or _has_case(term.source) else re.IGNORECASE
        pattern = re.compile(stems.plural(words, source) if not kept else _exact(term.source), flags)
        key = first[0][:_BEGINNING] if first and len(first[0]) >= _BEGINNING else ""
        found[key].append(_Wanted(pattern, term.targets, kept))
    return found


def _has_case(term: str) -> bool:
    """Is it written with capitals for more than the start of a cell?"""
    return term[1:] != term[1:].lower() or (term != term.lower() and " " not in term)


def _exact(word: str) -> str:
    return rf"(?<!\w){re.escape(word)}(?!\w)"


def _look(message: Message, wanted: Iterable[_Wanted]) -> Iterator[Fault]:
    """The longest terms first: what is in one of them is none of its own, in either text."""
    prose, taken = message.source.prose, Taken()
    found = [(match, item) for item in wanted for match in item.pattern.finditer(prose)]
    asked: dict[tuple[str, ...], tuple[str, _Wanted]] = {}
    for match, item in sorted(found, key=lambda pair: pair[0].start() - pair[0].end()):
        if not taken.meets(*match.span()):
            taken.add(*match.span())
            asked.setdefault(item.targets, (match[0], item))
    target = _Target(message.target) if asked else None
    for exact in (True, False):
        asked = {key: pair for key, pair in asked.items() if target and not target.has(*pair, exact=exact)}
    for term, item in asked.values():
        what = "has to stay" if item.kept else f"is not translated as {' or '.join(item.targets)}"
        yield Fault(message, f"{term} {what}", term)


class _Target:
    """The words of a translation, each of which can be a part of one term."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self.words = stems.WORD.findall(fold(side.prose))
        self.taken: set[int] = set()

    def has(self, source: str, item: _Wanted, *, exact: bool) -> bool:
        """Is it there, where no other term is, as it is written or in any form but that of the source?"""
        if item.kept:
            return item.targets[0] in self.side.raw
        left = set() if exact else set(stems.WORD.findall(fold(source)))
        taken = self.taken | {number for number, word in enumerate(self.words) if word in left}
        for term in item.targets:
            if self.side.language in SPACELESS and _packed(term) in _packed(self.side.prose):
                return True
            places = stems.places(term, self.words, self.side.language, taken, exact=exact)
            if places:
                self.taken.update(places)
                return True
        return False


def _packed(text: str) -> str:
    return "".join(fold(text).split())


_HARBOUR = Rules(
    terms=(Term(source="harbour master", targets=("capitão do porto", "capitania")),), keep=("Tidebox",)
)

CHECK: Final = Check(
    code="terms",
    severity=Severity.WARNING,
    summary="Terms are translated as the term base says; kept words stay.",
    examples=(
        Example(
            "Ask the harbour master.",
            "Pergunte ao chefe do cais.",
            "harbour master is not translated as capitão do porto or capitania",
            rules=_HARBOUR,
        ),
        Example("Install Tidebox.", "Instale o Caixa de Maré.", "Tidebox has to stay", rules=_HARBOUR),
        Example("Two harbour masters left.", "Dois capitães do porto saíram.", rules=_HARBOUR),
        Example("Install Tidebox.", "安装Tidebox。", locale="zh", rules=Rules(keep=("Tidebox",))),
    ),
    run=_run,
)
