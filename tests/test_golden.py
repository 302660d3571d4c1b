"""Blocks of articles, as the golden files have them."""

import pytest
from conftest import GOLDEN, Golden, assert_sound, described, golden_cases

from l10n import registry
from l10n.model.article import Document
from l10n.settings import FormatSettings

NAMES = (path.stem for path in sorted(GOLDEN.glob("*.md")))
FILES = {name: name if name in registry.names("formats") else "markdown" for name in NAMES}
"""Format of the cases, by golden file."""
LEAST = {"markdown": 30, "text": 15, "html": 20, "directives": 8}
"""How many cases a file has; others have twelve."""


def params() -> list:
    return [
        pytest.param(case, fmt, id=f"{name}.md:{case.line} {case.title}")
        for name, fmt in FILES.items()
        for case in golden_cases(name)
    ]


def parsed(case: Golden, fmt: str) -> Document:
    return registry.format_named(fmt).parse(case.text, FormatSettings())


@pytest.mark.parametrize(("case", "fmt"), params())
def test_blocks_are_those_of_the_golden_file(case, fmt):
    document = parsed(case, fmt)
    assert described(document) == case.expected
    assert_sound(document, case.text)


@pytest.mark.parametrize("name", FILES)
def test_golden_file_has_enough_cases_with_titles_of_their_own(name):
    titles = [case.title for case in golden_cases(name)]
    assert len(titles) >= LEAST.get(name, 12)
    assert len(set(titles)) == len(titles)
