"""Quick looks that spare slow patterns: they may never miss what the pattern finds."""

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.drafting import faults
from l10n.text import dashes
from l10n.text.atoms import PROTECTED, WHOLE

ADDRESSES = [
    "XQZ",
    "XQZ1",
    "0",
    "http://",
    "https://",
    "ftp://",
    "www.",
    "a",
    "@",
    ".",
    "b.c",
    "\\_",
    " ",
    "é",
]
WORDS = ["go", "Go", "ſo", "so", "the", "boat", "de", "1", "-", ",", ".", " ", "  ", "\n"]


def texts(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=14).map("".join)


@pytest.mark.parametrize("quick", [PROTECTED, WHOLE])
@given(texts(ADDRESSES))
@example("write to a@b.c or see www.b.c, XQZ1")
def test_what_is_protected_is_found_behind_its_signs(quick: Any, text: str) -> None:
    slow = re.compile(quick.pattern)
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in slow.finditer(text)]
    assert quick.sub("", text) == slow.sub("", text)
    found, wanted = quick.search(text), slow.search(text)
    assert (found and found.span()) == (wanted and wanted.span())


@given(texts(WORDS))
@example("so ſo so")
@example("de novo, de novo, de novo")
def test_words_that_repeat_are_seen_before_the_slow_patterns_look(text: str) -> None:
    slow = bool(faults._LOOP.search(text) or faults._TWICE.search(text))
    assert faults._repeats(text) >= slow


@given(st.text(alphabet="a -–—\n"))
def test_texts_with_dashes_are_never_taken_for_texts_without(text: str) -> None:
    assert [mark.start for mark in dashes.dashes(text)] == [m.start() for m in dashes._DASH.finditer(text)]
