"""What in running text must not be translated: addresses and placeholders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from l10n.model.inline import Atom
from l10n.text.templates import AFTER_BRACE

# A URL ends before the punctuation of the sentence around it; a placeholder is `{name}`, `{{ name }}`,
# `${name}`, `%(name)s` or `%s` as templates and format strings write them, or code in braces: `{f(x)}`.
_ADDRESS = (
    r"(?:https?://|ftp://|www\.)(?:[^\s<>\"'“”‘’«»`&]|&amp;|&(?!#?\w+;))*(?<=[\w/#=&])"
    r"|(?<![\w.+\\-])(?:[\w.+-]|\\_)+@[\w-]+(?:\.[\w-]+)+"
)
_PLACEHOLDER = (
    rf"\{{(?:{AFTER_BRACE})|\$?\{{\w[\w.:-]*\}}|\{{[^{{}}\n(\[`=]*+[(\[`=][^{{}}\n]*+\}}"
    r"|%\(\w+\)[#0 +-]*[\d.]*[a-zA-Z]|%[sd](?![a-z\d_])"
)
# What begins or ends a tag of a template: alone, it takes in what stands behind the message.
_DELIMITER = r"\{(?:[{%/]|#(?![\w-]+\}))|[}%#/]\}|[$#]\{|<%|%>"
_FOUND = re.compile(f"(?P<address>{_ADDRESS})|(?P<placeholder>\\\\?(?:{_PLACEHOLDER}|{_DELIMITER}))")
_SIGN = re.compile(r"[{}%@]|www\.|://")
"""Each address, placeholder and delimiter has one of these, which most texts have not."""
_AUTOLINK = re.compile(r"[A-Za-z][\w+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>@]+")
_STEM = "XQZ"
_RARE = re.compile(rf"{_STEM}|@|://|www\.")


class _Rare:
    """A pattern that needs one of the signs of `_RARE`; texts without any are known ten times as fast."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._compiled = re.compile(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        return next(self.finditer(text), None)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text) if _RARE.search(text) else iter(())

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._compiled.sub(new, text) if _RARE.search(text) else text


PROTECTED = _Rare(rf"{_STEM}\d+|{_ADDRESS}")
"""What an engine must leave as it is: tokens of atoms, and addresses."""
WHOLE = _Rare(rf"(?<!\w)(?:{PROTECTED.pattern})(?!\w)")
"""The same, where no letter stands beside it."""


def masked(text: str) -> str:
    """The text, as long as it is, with a letter in place of each character of what is protected."""
    return PROTECTED.sub(lambda match: "x" * len(match[0]), text)


def token(number: int) -> str:
    """A word that stands for an atom and that models copy (14 of 16 survive, as against 0 for `{0}`)."""
    return f"{_STEM}{number}"


def protect(text: str, first: int = 0) -> Iterator[tuple[str, str]]:
    """`text` in pieces: (plain, "") for running text, (token, raw) for an atom; tokens count from `first`."""
    at = 0
    for match in _FOUND.finditer(text) if _SIGN.search(text) else ():
        yield text[at : match.start()], ""
        at = match.end()
        if match["address"] and "@" not in match[0]:  # models copy URLs, but spoil e-mail addresses
            yield match[0], match[0]
        else:
            yield token(first), match[0]
            first += 1
    yield text[at:], ""


def address(raw: str) -> str:
    """The address that an atom is, without angle brackets around it; empty for code and placeholders."""
    bare = raw.removeprefix("<").removesuffix(">")
    known = PROTECTED.fullmatch(bare) if bare is raw else _AUTOLINK.fullmatch(bare)
    return bare if known else ""


def is_plain(text: str) -> bool:
    """Is there surely no address, placeholder or delimiter in it?"""
    return not _SIGN.search(text)


def placeholders(text: str) -> str:
    """The placeholders and tags of templates in `text`, sorted, one behind the other."""
    if is_plain(text):
        return ""
    return "".join(sorted(raw for piece, raw in protect(text) if piece != raw))


def plain(text: str) -> tuple[str, tuple[Atom, ...]]:
    """Running text with its atoms."""
    out, atoms, length = [], [], 0
    for piece, raw in protect(text):
        if raw:
            atoms.append(Atom(start=length, end=length + len(piece), raw=raw))
        out.append(piece)
        length += len(piece)
    return "".join(out), tuple(atoms)
