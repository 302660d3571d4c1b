"""A translation ends as its source: in a full stop, a colon, a question mark, or in none.

A heading with a full stop, an introduction without its colon, a question that became a statement: what is
typed last is forgotten first. Each script may write its own mark (`。`, `؟`, `।`; in Greek `;`), before
closing quotation marks, brackets and footnotes or behind them. Spanish opens questions and exclamations, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.checking.side import ATOM
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text.endings import endings

_INVERTED = {"es", "ast"}
_CLOSED = re.compile(r"[?!]+(?!\w)")
_IN_NAME = re.compile(r"\b\w{1,40}[?!] (?=[^\W\d_A-Z])")
_OPENED = re.compile("[¿¡]+")
_CLOSING = tuple(")]}\"'”’»…%.")
_WIDTH = 30
"""Characters of an end that are shown."""


def _look(message: Message) -> Iterator[Fault]:
    source, target = message.source.prose.rstrip(), message.target.prose.rstrip()
    if not source or not target:
        return
    *ours, our_last = source.split("\n")
    *theirs, their_last = target.split("\n")
    if len(ours) == len(theirs):  # a list goes on in the next line, with a comma or without
        for lines in zip(ours, theirs, strict=True):
            yield from _line(message, *lines, frozenset(","))
    yield from _line(message, our_last, their_last)
    if message.target.language in _INVERTED:
        yield from _inverted(message, source, target)


def _line(
    message: Message, source: str, target: str, ignored: frozenset[str] = frozenset()
) -> Iterator[Fault]:
    wanted = endings(source, message.source.language)
    wanted |= {mark[0] for mark in wanted if mark in ("??", "!!")}  # one mark will do
    found = endings(target, message.target.language)
    if wanted & found or (wanted | found) & ignored:
        return
    mark, other = "".join(sorted(wanted)), "".join(sorted(found))
    if "" in found:
        what = f"{mark} is missing at the end"
    elif "" in wanted:
        what = f"ends in {other}, the source in no mark"
    else:
        what = f"ends in {other}, not in {mark}"
    yield Fault(message, what, source[-_WIDTH:], target[-_WIDTH:])


def _inverted(message: Message, source: str, target: str) -> Iterator[Fault]:
    """What Spanish opens and does not close, or the other way; a name such as `Yahoo!` stands as it is."""
    opened = [match[0] for match in _OPENED.finditer(target)]
    closed = [match[0] for match in _CLOSED.finditer(target) if _ends_word(target, match.start())]
    names = sum(match[0].strip() in source for match in _IN_NAME.finditer(target))
    asked = sum("?" in mark for mark in closed) - sum("¿" in mark for mark in opened)
    if len(opened) < len(closed) - names:
        yield Fault(message, f"{'¿' if asked > 0 else '¡'} is missing")
    elif len(opened) > len(closed):
        yield Fault(message, f"{'?' if asked < 0 else '!'} is missing")


def _ends_word(text: str, at: int) -> bool:
    """Does a word end at the place, or one character before that closes something?"""
    last, before = text[at - 1 : at], text[max(0, at - 2) : at - 1]
    return _is_word(last) or (last in _CLOSING and _is_word(before))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == ATOM


CHECK: Final = Check(
    code="ending",
    severity=Severity.WARNING,
    summary="A translation ends in the punctuation of its source.",
    examples=(
        Example("The ferry is late.", "A balsa está atrasada", ". is missing at the end"),
        Example("Is the ferry late?", "A balsa está atrasada.", "ends in ., not in ?"),
        Example("The ferry", "A balsa.", "ends in ., the source in no mark"),
        Example("Is it late?", "Llega tarde?", "¿ is missing", "es"),
        Example("He said “no.”[^1]", "Ele disse “não”."),
        Example("Is the ferry late?", "Καθυστερεί το πλοίο;", locale="el"),
        Example("The ferry is late.", "渡轮晚点了。", locale="zh_Hans"),
    ),
    run=each(_look),
)
