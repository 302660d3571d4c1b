"""Quotation marks and brackets that are lost, doubled or of the wrong kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Sample, Way, Ways
from benchmarks.seeding.texts import by_locale, outside, put, replaced

_PAIR = {"“": "”", "«": "»", '"': '"'}
_QUOTATION = r"“[^“”]+”|«[^«»]+»|\"[^\"]+\""


def _quotation(change: Callable[[str], str]) -> Way:
    """Change one quotation that has both of its marks, markup in it or not."""

    def way(sample: Sample) -> Iterator[str]:
        text = sample.target
        for match in re.finditer(_QUOTATION, text):
            ends = [match.start(), match.end() - 1]
            prose = {found.start() for found in outside(r"[“”«»\"]", text)}
            if prose.issuperset(ends):
                yield put(text, match, change(match[0]))

    return way


def _all_gone(way: Way, marks: str) -> Way:
    """Only where the source has as many of the marks: what a translator added may go."""

    def checked(sample: Sample) -> Iterator[str]:
        said, has = (len(list(outside(marks, text))) for text in (sample.source, sample.target))
        yield from way(sample) if said >= has else ()

    return checked


def _other(quotation: str) -> str:
    mark = "“" if quotation[0] == '"' else '"'
    return quotation[:-1] + _PAIR[mark]


def _within(sample: Sample) -> Iterator[str]:
    """A quotation in a quotation gets the marks of the outer one."""
    inner, outer = (r"“([^“”]+)”", r"«\1»") if sample.locale == "es" else (r"‘([^‘’]+)’(?!\w)", r"“\1”")
    if re.search(_QUOTATION, sample.target):
        for match in outside(inner, sample.target):
            yield put(sample.target, match, match.expand(outer))


QUOTES: Final[Ways] = MappingProxyType(
    {
        "the opening mark is lost": _quotation(lambda text: text[1:]),
        "the closing mark is lost": _quotation(lambda text: text[:-1]),
        "both marks are lost": _all_gone(_quotation(lambda text: text[1:-1]), r"[“”«»\"]"),
        "the marks do not go together": _quotation(_other),
        "marks of German": _quotation(lambda text: f"„{text[1:-1]}“"),
        "marks of another Romance language": by_locale(
            {
                "pt_BR": _quotation(lambda text: f"«{text[1:-1]}»"),
                "es": _quotation(lambda text: f"‹{text[1:-1]}›"),
            }
        ),
        "the opening mark is doubled": _quotation(lambda text: text[0] + text),
        "the marks are turned round": _quotation(
            lambda text: f"{_PAIR[text[0]]}{text[1:-1]}{text[0]}" if text[0] != '"' else text
        ),
        "commas for the opening mark": _quotation(lambda text: f",,{text[1:]}"),
        "the inner marks are as the outer": _within,
    }
)

BRACKETS: Final[Ways] = MappingProxyType(
    {
        "the opening bracket is lost": replaced(r"\((?=[^()]*\))", ""),
        "the closing bracket is lost": replaced(r"(?<=\w)[.]?\)", ""),
        "both brackets are lost": _all_gone(
            replaced(r"(?<!\A)\(([^()\[\]]+)\)", lambda match: match[1]), r"\("
        ),
        "the closing bracket is doubled": replaced(r"\)", "))"),
        "the opening bracket is square": replaced(r"\((?=[^()]*\))", "["),
        "the closing bracket is a brace": replaced(r"\)", "}"),
        "the opening bracket is turned round": replaced(r"\((?=[^()]*\))", ")"),
    }
)
