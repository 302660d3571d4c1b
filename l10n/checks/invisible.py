"""No characters that readers cannot see, or cannot tell from others, where the source has none.

Marks that turn the direction of writing show a text that is not the one that stands there. Spaces and joiners
without width, soft hyphens, private characters and look-alikes such as a Cyrillic а in a Latin word break
searching, copying and reading aloud; U+FFFD stands where a letter is lost. What writing needs is left alone:
joiners in Arabic, Persian, the scripts of India and emoji, breaks between words of Thai, Lao, Khmer and
Burmese, marks of direction and closed isolates where text runs from right to left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text.invisible import HIDDEN, hidden, name
from l10n.text.locales import is_rtl, script
from l10n.text.lookalikes import FOREIGN, lookalikes

_SIGN = re.compile(f"[&{FOREIGN}{HIDDEN}]")


def _look(message: Message) -> Iterator[Fault]:
    raw, locale = message.target.raw, message.target.locale
    if not _SIGN.search(raw):
        return
    text, source = _read(raw), _read(message.source.raw)
    for found in hidden(text, rtl=is_rtl(locale)):
        if found.char not in source:
            where = f" in “{found.word}”" if found.word else ""
            yield Fault(message, f"{name(found.char)}{where}", target=found.word)
    for letter in lookalikes(text, script(locale)):
        if letter.word not in source and not _is_spelled(letter.word, source):
            yield Fault(message, f"{name(letter.letter)} in “{letter.word}”", target=letter.word)


def _is_spelled(word: str, source: str) -> bool:
    """Is it one Greek letter, which the source calls by its name, as in alpha rays?"""
    names = unicodedata.name(word, "").lower().split() if len(word) == 1 else []
    return names[:1] == ["greek"] and bool(re.search(rf"\b{names[-1]}\b", source, re.IGNORECASE))


def _read(text: str) -> str:
    """The text as browsers read it."""
    return unescape(text) if "&" in text else text


CHECK: Final = Check(
    code="invisible",
    severity=Severity.ERROR,
    summary="No hidden characters, and no letters that pose as others.",
    examples=(
        Example("Pay the owner", "Pague ao \u202eonod", "U+202E right-to-left override in “onod”"),
        Example("The sea rose.", "O m\u200bar subiu.", "U+200B zero width space in “mar”"),
        Example("The sea rose.", "O mar sub&shy;iu.", "U+00AD soft hyphen in “subiu.”"),
        Example("The house", "A c\u0430sa", "U+0430 cyrillic small letter a in “c\u0430sa”"),
        Example("The sun", "\u0063олнце", "U+0063 latin small letter c in “\u0063олнце”", locale="ru"),
        Example("I write", "می\u200cنویسم", locale="fa"),
        Example("A family", "Uma família \U0001f468\u200d\U0001f469\u200d\U0001f467"),
        Example("SMS from the USA", "SMSка из США", locale="ru"),
    ),
    run=each(_look),
)
