"""chrF, by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text.chrf import chrf

TEXTS = st.text("abc de", max_size=20)


def f2(precision: float, recall: float) -> float:
    return 100 * 5 * precision * recall / (4 * precision + recall)


@pytest.mark.parametrize(
    ("hypothesis", "reference", "expected"),
    [
        ("abcdef", "abcdef", 100.0),
        ("abcdefgh", "abcdefgh", 100.0),
        ("ab", "ab", 100.0),  # there are no longer sequences, and they do not count
        ("abc", "xyz", 0.0),
        ("", "abc", 0.0),
        ("abc", "", 0.0),
        ("", "", 0.0),
        (" ", "a", 0.0),
        # a, b, c of a, b, d: 2/3; ab, bc of ab, bd: 1/2; abc of abd: 0
        ("abc", "abd", f2((2 / 3 + 1 / 2 + 0) / 3, (2 / 3 + 1 / 2 + 0) / 3)),
        # one letter: 2 of 2, and 2 of 4; two letters: 1 of 1, and 1 of 3; the reference alone has longer ones
        ("ab", "abcd", f2((1 + 1) / 2, (2 / 4 + 1 / 3) / 2)),
        # the other way round
        ("abcd", "ab", f2((2 / 4 + 1 / 3) / 2, (1 + 1) / 2)),
        # each sequence counts as often as it is in both: a 1 of 3, aa 0 of 2, aaa 0 of 1
        ("aaa", "a", f2(1 / 3, 1.0)),
        # upper case is another letter: 1 of 2; 0 of 1
        ("Ab", "ab", f2((1 / 2 + 0) / 2, (1 / 2 + 0) / 2)),
    ],
)
def test_is_what_the_definition_gives(hypothesis: str, reference: str, expected: float) -> None:
    assert chrf([(hypothesis, reference)]) == pytest.approx(expected)


def test_white_space_does_not_count() -> None:
    assert chrf([("a b\u00a0c\n", "abc")]) == 100.0


def test_pairs_are_counted_together_and_not_averaged() -> None:
    # one letter: 1 + 3 of 1 + 3 are 3 of 4 … ours: x | abc; theirs: y | abc
    together = ((3 / 4) + 1 + 1) / 3
    assert chrf([("x", "y"), ("abc", "abc")]) == pytest.approx(f2(together, together))


def test_of_nothing_there_is_none() -> None:
    assert chrf([]) is None


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1))
def test_is_between_0_and_100_and_100_for_the_same(pairs: list[tuple[str, str]]) -> None:
    found = chrf(pairs)
    assert found is not None
    assert 0 <= found <= 100 + 1e-9
    if any(text.split() for text, _ in pairs):
        assert chrf([(text, text) for text, _ in pairs]) == pytest.approx(100)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1))
def test_is_what_sacrebleu_says(pairs: list[tuple[str, str]]) -> None:
    metrics = pytest.importorskip("sacrebleu.metrics")
    ours, theirs = zip(*pairs, strict=True)
    assert chrf(pairs) == pytest.approx(metrics.CHRF().corpus_score(list(ours), [list(theirs)]).score)
