"""Headlines and labels: shown to the engine in sentence case, and written as the locale writes them after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from l10n.drafting.edits import Edit
from l10n.text.atoms import PROTECTED
from l10n.text.ranges import Taken
from l10n.text.sentences import TITLES

UPPER, TITLE = "upper", "title"
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_ABBREVIATED = re.compile(rf"\b(?:(?:[A-Z]\.)+|(?:{TITLES})\.)(?=\s)")
"""No sentence ends there: `Gov. Vey`, `the U.S. Senate`."""
_SMALL = 3
"""Letters up to which a word may stay small in a title."""
_CAPITALS = r"[^\W\da-z_]"
# Two words or more in capitals before a sentence, or any with a colon.
_LABEL = re.compile(
    rf"(?:(?:{_CAPITALS}{{2,}}[ '’&/-]+)+{_CAPITALS}{{2,}}|{_CAPITALS}{{3,}}(?=:)):?"
    r"(?=\s+[“\"‘']?[^\W\d_](?:['’ ]|[a-zà-ÿ]))"
)
_INSIDE = re.compile(r"[^\W_][’'”\")]?,?;? $")
"""What stands before a word inside of a sentence."""
Known = Callable[[str], bool]
"""Is the word, as it is written, one that the engine has often seen?"""


def case(text: str) -> str:
    """How a text is written: `upper`, `title`, or as sentences are (empty)."""
    words = _WORD.findall(PROTECTED.sub("", text))
    letters = "".join(words)
    if len(words) > 1 and len(letters) > 5 and letters.upper() == letters != letters.lower():
        return UPPER
    long = [word for word in words[1:] if len(word) > _SMALL]
    capital = [word for word in long if word[0].isupper()]
    plain = _ABBREVIATED.sub("", text)
    sentence = re.search(r"[.!?]\s", plain) or re.search(r"[^.]\.[”\"]?$", plain)
    is_title = not sentence and len(capital) > 2 and len(capital) >= 0.8 * len(long) and words[0][0].isupper()
    return TITLE if is_title else ""


def label(text: str) -> int:
    """The end of the label in capitals that stands before a sentence; 0: there is none."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def usual(texts: Iterable[str]) -> dict[str, str]:
    """How words are written inside of sentences, by their small letters; the commonest way of each."""
    seen: dict[str, Counter[str]] = {}
    for text in texts:
        body = "" if case(text) else text[label(text) :]
        for match in _WORD.finditer(body):
            if _INSIDE.search(body[max(0, match.start() - 4) : match.start()]):
                seen.setdefault(match[0].lower(), Counter())[match[0]] += 1
    return {word: forms.most_common(1)[0][0] for word, forms in seen.items()}


def lowered(text: str, usual_form: Mapping[str, str], known: Known) -> list[Edit]:
    """Edits that write a headline in sentence case; every one keeps the length."""
    edits = []
    first = True
    protected = Taken(match.span() for match in PROTECTED.finditer(text))
    for match in _WORD.finditer(text):
        word = match[0]
        if protected.meets(*match.span()):
            continue
        new = _form(word, usual_form, known)
        new = _capital(new) if first else new
        first = False
        if new != word and len(new) == len(word):
            edits.append(Edit(*match.span(), new))
    return edits


def _form(word: str, usual_form: Mapping[str, str], known: Known) -> str:
    """As the article writes it; else as the engine knows it: NATO, Moscow; else small."""
    small = word.lower()
    if small in usual_form:
        return usual_form[small]
    if word.isupper() and known(word) and not known(small):
        return word
    capital = _capital(small)
    return capital if known(capital) and not known(small) else small


def _capital(word: str) -> str:
    """The word with a capital at its start; no longer than it was, as `ß` would make it."""
    first = word[0].upper()
    return first + word[1:] if len(first) == 1 else word


def recased(text: str, style: str, locale: str) -> str:
    """A translation as the locale writes such headlines: in capitals, or (but in English) as sentences."""
    if style == UPPER:
        pieces, at = [], 0
        for match in PROTECTED.finditer(text):
            pieces += [text[at : match.start()].upper(), match[0]]
            at = match.end()
        changed = "".join([*pieces, text[at:].upper()])
        return changed if len(changed) == len(text) else text  # ß: the places of words would move
    if style == TITLE and locale.startswith("en"):
        return _WORD.sub(lambda m: _capital(m[0]) if len(m[0]) > _SMALL else m[0], text)
    return text
