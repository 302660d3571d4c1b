"""What changed in a text, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text.word_diff import marked, word_diff

TEXTS = st.one_of(st.text(), st.lists(st.sampled_from("a b water. rose, at 水 位"), max_size=30).map("".join))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It is late today.", "It is late this evening.", "It is late [-today-]{+this evening+}."),
        ("It is late.", "It is very late.", "It is {+very +}late."),
        ("It is very late.", "It is late.", "It is [-very -]late."),
        ("It rose fast", "We fell fast", "[-It rose-]{+We fell+} fast"),
        ("水位が高い。", "水位が低い。", "水位が[-高-]{+低+}い。"),
        ("One.\n\nTwo.", "One. Two.", "One.[-\n\n-]{+ +}Two."),
        ("[a](/u)", "[a](/v)", "[a](/[-u-]{+v+})"),
        ("", "New", "{+New+}"),
        ("Gone", "", "[-Gone-]"),
        ("Same", "Same", "Same"),
    ],
)  # fmt: skip
def test_changes_are_marked(old, new, expected):
    assert marked(old, new) == expected


def test_long_stretches_without_a_change_are_cut_at_words():
    long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    head, tail = "one two three four five six seven eight", "thirteen fourteen fifteen sixteen"
    assert marked(f"{long} a {long} b {long}", f"{long} x {long} y {long}") == (
        f"… {tail} [-a-]{{+x+}} {head} … {tail} [-b-]{{+y+}} {head} …"
    )


@given(TEXTS, TEXTS)
def test_the_pieces_make_up_both_texts(old, new):
    pieces = word_diff(old, new)
    assert "".join(piece.old for piece in pieces) == old
    assert "".join(piece.new for piece in pieces) == new
