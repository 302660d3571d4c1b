"""The pseudo engine: text that shows what is localized and what breaks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import registry
from l10n.engines.pseudo import PseudoEngine
from l10n.model.draft import Hypothesis
from l10n.settings import DraftSettings

SENTENCE = "The harbour authority said on Monday that all of its boats had come home."


def pseudo(sentence: str, *, align: bool = True) -> Hypothesis:
    (found,) = PseudoEngine().translate([sentence], align=align)
    return found


def test_brackets_show_where_a_sentence_begins_and_ends() -> None:
    text = pseudo(SENTENCE).text
    assert (text[0], text[-2:]) == ("[", ".]")


def test_letters_are_accented_and_can_still_be_read() -> None:
    assert pseudo("Hello world").text == "[Ĥééļļö wöööŕļð]"


def test_a_sentence_grows_by_about_a_third() -> None:
    assert 1.15 < len(pseudo(SENTENCE).text) / len(SENTENCE) < 1.4


@pytest.mark.parametrize(
    "kept", ["XQZ0", "XQZ12", "https://example.com/a_b?c=d#e", "www.example.org", "anna@example.com"]
)
def test_what_is_protected_stays_as_it_is(kept: str) -> None:
    assert pseudo(f"See {kept} and wait.").text.count(kept) == 1


def test_the_full_stop_behind_an_address_is_none_of_it() -> None:
    assert pseudo("See https://example.com.").text == "[Šéé https://example.com.]"


def test_links_lead_from_word_to_word() -> None:
    found = pseudo("See the XQZ0 now.")
    assert found.links is not None
    words = [("See the XQZ0 now."[a:b], found.text[c:d]) for (a, b), (c, d) in found.links]
    assert [source for source, _ in words] == ["See", "the", "XQZ0", "now"]
    assert [target for _, target in words] == re.findall(r"\w+", found.text)


def test_links_are_left_out_where_they_are_not_asked_for() -> None:
    assert pseudo(SENTENCE, align=False).links is None
    assert pseudo(SENTENCE, align=False).text == pseudo(SENTENCE).text


def test_any_pair_of_locales_will_do() -> None:
    engine = registry.engine_named("pseudo").open("ja", "ar", DraftSettings())
    assert engine.signature == "pseudo 1"


@given(st.text())
def test_whatever_is_no_letter_stays(sentence: str) -> None:
    found = pseudo(sentence)
    assert re.sub(r"\w+", "", found.text[1:-1]) == re.sub(r"\w+", "", sentence)


@given(st.text(alphabet=st.sampled_from("ab XQZ01.:/@htps_\n")))
def test_links_are_in_order_and_inside_both_texts(sentence: str) -> None:
    found = pseudo(sentence)
    assert found.links is not None
    for side, text in ((0, sentence), (1, found.text)):
        ends = [position for link in found.links for position in link[side]]
        assert ends == sorted(ends)
        assert not ends or (ends[0] >= 0 and ends[-1] <= len(text))
