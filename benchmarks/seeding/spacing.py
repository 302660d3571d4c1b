"""White space in the wrong place, and words written twice."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Sample, Ways
from benchmarks.seeding.texts import WORD, replaced

_SMALL = "de|da|do|das|dos|que|a|o|e|em|um|uma|com|na|el|la|en|las|los|del|por|un|y|se|os|as"


def _ends(sample: Sample, before: str, after: str) -> Iterator[str]:
    yield before + sample.target + after


SPACES: Final[Ways] = MappingProxyType(
    {
        "a doubled space": replaced(rf"(?<={WORD}) (?={WORD})", "  "),
        "a space at the start": lambda sample: _ends(sample, " ", ""),
        "a space at the end": lambda sample: _ends(sample, "", " "),
        "a space before a comma or a full stop": replaced(rf"(?<={WORD})(?=[,.](?:\s|\Z))", " "),
        "a space before a mark of two dots or strokes": replaced(rf"(?<={WORD})(?=[;:?!](?:\s|\Z))", " "),
        "no space after a comma": replaced(rf"(?<={WORD}{WORD},) (?={WORD})", ""),
        "no space after a full stop": replaced(rf"(?<={WORD}{WORD}\.) (?=[A-ZÀ-Þ]{WORD})", ""),
        "a space behind an opening mark": replaced(r"(?<=[“«(])(?=\w)", " "),
        "a space before a closing mark": replaced(r"(?<=\w)(?=[”»)])", " "),
        "no space before an opening mark": replaced(r"(?<=\w) (?=[“«(])", ""),
        "no space behind markup": replaced(rf"(?<=[\w.]\)|\w\*|\w`|\w>) (?={WORD})", ""),
        "no space before markup": replaced(rf"(?<={WORD}) (?=\[{WORD}|\*{{1,2}}{WORD}|`\w)", ""),
        "a tab": replaced(rf"(?<={WORD}) (?={WORD})", "\t"),
        "a line break that is lost": replaced(r"\n", " "),
        "a line break that is added": replaced(r"(?<=[.,]) (?=\w)", "\n"),
    }
)

DOUBLED_WORDS: Final[Ways] = MappingProxyType(
    {
        "a small word": replaced(rf"(?<!\w)(?:{_SMALL})(?= {WORD})", lambda match: f"{match[0]} {match[0]}"),
        "a long word": replaced(
            rf"(?<![\w-])(?=[a-zà-ÿ]){WORD}{{5,}}(?= {WORD})", lambda match: f"{match[0]} {match[0]}"
        ),
        "the first word": replaced(
            rf"\A{WORD}+(?= [a-zà-ÿ])", lambda match: f"{match[0]} {match[0].lower()}"
        ),
        "before markup and in it": replaced(
            rf"(?<!\w)({WORD}{{2,}}) (\[|\*{{1,2}})(?={WORD})",
            lambda match: f"{match[1]} {match[2]}{match[1]} ",
        ),
        "three times": replaced(rf"(?<!\w)(?:{_SMALL})(?= {WORD})", lambda match: " ".join([match[0]] * 3)),
        "a name": replaced(
            rf"(?<=[a-zà-ÿ] )[A-Z]{WORD}{{3,}}(?= [a-zà-ÿ])", lambda match: f"{match[0]} {match[0]}"
        ),
        "two words together": replaced(
            rf"(?<![\w-])(?:{_SMALL}) [a-zà-ÿ]{{4,}}(?= {WORD})", lambda match: f"{match[0]} {match[0]}"
        ),
    }
)
