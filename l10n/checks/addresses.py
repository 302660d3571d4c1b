"""Web and e-mail addresses in the text stand in the translation, each as often and as they were.

A wrong letter leads readers nowhere, or to somebody else. A build leaves such a translation out, also one
that leads to a page in its own language: an article gets other addresses from its author, not from its
translator. Where a sentence goes on right behind an address, as in Chinese, a space keeps that apart.
Addresses of links are looked at by `markup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from l10n.checking.comparison import unlike
from l10n.checking.message import Fault, Message
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text.atoms import address

# Without a scheme only what nobody takes for a file, or for the end of one sentence and the start of another.
_DOMAIN = r"\.(?:com|org|net|edu|gov|io|dev|info|app)"
_HOST = re.compile(
    r"(?<![\w@./\\-])[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)*?"
    rf"{_DOMAIN}(?:\.[a-z]{{2}})?(?![\w@])(?:/(?:[\w~%./?#=&+-]*[\w/#=])?)?"
)
_TOP = re.compile(rf"{_DOMAIN}(?!\w)")
_SIGN = re.compile(r"[.:@]\S")


def _look(message: Message) -> Iterator[Fault]:
    yield from unlike(message, _addresses(message.source), _addresses(message.target))


def _addresses(side: Side) -> list[str]:
    if not _SIGN.search(side.raw):
        return []
    found = [atom.raw for atom in side.inline.atoms if address(atom.raw)]
    return found + _HOST.findall(side.prose) if _TOP.search(side.raw) else found


CHECK: Final = Check(
    code="addresses",
    severity=Severity.ERROR,
    summary="Web and e-mail addresses in the text are those of the source.",
    examples=(
        Example(
            "Write to desk@example.org.",
            "Escreva para mesa@example.org.",
            "missing desk@example.org; extra mesa@example.org",
        ),
        Example("All of it is at example.org/tides.", "Está tudo lá.", "missing example.org/tides"),
        Example(
            "See https://example.org/tides.",
            "请看https://example.org/tides的内容。",
            "missing https://example.org/tides; extra https://example.org/tides的内容",
            locale="zh_Hans",
        ),
        Example("Write to desk@example.org.", "Escreva para: desk@example.org!"),
        Example("See https://example.org/tides.", "请看 https://example.org/tides 。", locale="zh_Hans"),
    ),
    run=each(_look),
)
