"""Sentences of a text, as ranges, by sentencex with a guard and the joins that it misses."""

from __future__ import annotations

import re

from l10n.model.draft import CharRange

# sentencex panics (a BaseException) on one capital, exotic white space and a full stop: "A\u2028."
_EXOTIC = re.compile(r"[^\S \n]")
_NUMBER_ONLY = r"\(?\d{1,3}[.)]"
TITLES = "Dr|Mr|Mrs|Ms|Prof|St|vs|No|Nos|Fig|Vol|approx|Sgt|Lt|Col|Gen|Capt|Rev|Sen|Rep|Gov"
"""Abbreviations, as a regular expression, that end no sentence in any language."""
# Abbreviations that sentencex takes for the end of a sentence, by language; `*`: in any.
_JOINS = {
    "*": rf"(?<!\S)(?:{_NUMBER_ONLY}|(?:{TITLES})\.)$",
    "fr": r"(?<![^\s'’])(?:M|MM|Mme|art|n)\.$",
    "it": r"(?<!\S)(?:art|n|pag|sig|dott|prof|ecc)\.$",
    "ru": r"\b(?:т\. ?е|т\. ?д|т\. ?п|г|ул|стр)\.$",
    "pt": r"(?<!\S)(?:Sr|Sra|Dra|art|pág|n)\.$",
    "es": r"(?<!\S)(?:Sra?|Dra?|art|pág|núm)\.$",
    "de": r"(?<!\S)(?:Hr|Fr|Nr|Abs|Art|bzw|ca|S)\.$",
}
_LONGEST = 10
"""Characters that an abbreviation has at most, with one before it."""


def split(text: str, language: str) -> tuple[CharRange, ...]:
    """Ranges of the sentences, without the white space between them; a line end always ends one."""
    ranges: list[CharRange] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            ranges += [(at + start, at + end) for start, end in _line(line, language)]
        at += len(line) + 1
    return tuple(ranges)


def _line(line: str, language: str) -> list[CharRange]:
    from sentencex import segment

    ranges: list[CharRange] = []
    at = 0
    for sentence in segment(language, _EXOTIC.sub(" ", line)):
        end = at + len(sentence)
        piece = line[at:end]
        start = at + len(piece) - len(piece.lstrip())
        stop = at + len(piece.rstrip())
        at = end
        if start >= stop:
            continue
        if ranges and _joins(line[max(ranges[-1][0], ranges[-1][1] - _LONGEST) : ranges[-1][1]], language):
            ranges[-1] = (ranges[-1][0], stop)
        else:
            ranges.append((start, stop))
    if line[at:].strip():  # whatever the splitter left out is never lost
        ranges.append((at + len(line[at:]) - len(line[at:].lstrip()), len(line.rstrip())))
    return ranges


def _joins(sentence: str, language: str) -> bool:
    """Does the end of a text before a break not end a sentence?"""
    return any(key in _JOINS and re.search(_JOINS[key], sentence) for key in ("*", language))
