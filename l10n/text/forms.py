"""Messages that are one text however they are written: white space, typography, escapes, style of markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from functools import lru_cache

from l10n.model.draft import CharRange
from l10n.model.inline import Atom, Inline, Span
from l10n.text.atoms import address
from l10n.text.html_names import TEXT_ATTRIBUTES
from l10n.text.html_tokens import Attribute, attributes, tokens

_TYPOGRAPHY = re.compile(
    r"""(?P<double>[“”„‟]|«\s*|\s*»)
    |(?P<single>[‘’‚‛])
    |(?P<ellipsis>\.\.\.)
    |(?P<dash>\s*[–—]\s*|\s*(?<!-)--{1,2}(?!-)\s*|\s+-\s+|(?<=\d)-(?=\d))
    |(?P<hyphen>[\u2010\u2011])
    |(?P<invisible>[\u00ad\u200b\u2060\ufeff])""",
    re.VERBOSE,
)
_FOLDED = {"double": '"', "single": "'", "ellipsis": "…", "dash": "—", "hyphen": "-", "invisible": ""}
_ADDRESS = "\N{OBJECT REPLACEMENT CHARACTER}"


def form(inline: Inline, *, targets: bool = True) -> Hashable:
    """The message without white space, typography, escapes and the style of its markup.

    Messages of the same form have the same words in the same markup, so one's translation is the other's.
    Without `targets` their links may lead elsewhere.
    """
    hidden = [] if targets else [(a.start, a.end) for a in inline.atoms if address(a.raw)]

    def inked(at: int) -> int:
        return len("".join(_folded(_shown(inline.text[:at], hidden)).split()))

    marks = [(inked(span.start), inked(span.end), _name(span, targets=targets)) for span in inline.spans]
    marks += [(inked(a.start), inked(a.end), _raw(a, targets=targets)) for a in inline.atoms]
    return " ".join(_folded(_shown(inline.text, hidden)).split()), tuple(marks)


def targets(inline: Inline) -> list[str]:
    """Where its links and addresses lead, as the message writes it, in order."""
    found = [(span.start, _target(span)) for span in inline.spans]
    found += [(atom.start, address(atom.raw)) for atom in inline.atoms]
    return [target for _, target in sorted(found, key=lambda item: item[0]) if target]


def _folded(text: str) -> str:
    return _TYPOGRAPHY.sub(lambda match: _FOLDED[str(match.lastgroup)], text)


def _shown(text: str, hidden: list[CharRange]) -> str:
    """The text with one sign for each hidden range that it has whole."""
    for start, end in reversed([item for item in hidden if item[1] <= len(text)]):
        text = f"{text[:start]}{_ADDRESS}{text[end:]}"
    return text


def _name(span: Span, *, targets: bool) -> Hashable:
    """What the markup is, with the words in it that people read; `*` and `_` are the same emphasis."""
    if span.emphasis:
        return f"emphasis {len(span.open)}"
    if not span.identity:
        return f"{span.open}{span.close}"
    target = "" if targets else _target(span)
    return span.identity.replace(target, _ADDRESS, 1) if target else span.identity, _read(span)


def _raw(atom: Atom, *, targets: bool) -> str:
    hidden = "" if targets else address(atom.raw)
    return atom.raw.replace(hidden, _ADDRESS) if hidden else atom.raw


def _read(span: Span) -> tuple[str, ...]:
    """The words of a tag's `alt` and the like, of an image's text, of a link's title."""
    if span.open.startswith("<"):
        return tuple(a.value for a in _attributes(span.open) if a.name in TEXT_ATTRIBUTES)
    markup = Counter(re.findall(r"\w+", f"{span.open} {span.close}".lower()))
    return tuple(sorted((markup - Counter(re.findall(r"\w+", span.identity.lower()))).elements()))


def _target(span: Span) -> str:
    """Where a link or an image leads; empty for other markup."""
    if span.open.startswith("<"):
        places = [a for a in _attributes(span.open) if a.name in ("href", "src")]
        return span.open[places[0].start : places[0].end] if places else ""
    found = re.fullmatch(r"!?\((.*)\)", span.identity, re.DOTALL)
    return found[1] if found else ""


@lru_cache(maxsize=256)
def _attributes(raw: str) -> list[Attribute]:
    tag = next(iter(tokens(raw)), None)
    return list(attributes(raw, tag)) if tag and tag.kind == "open" else []
