"""Names: which words are some, what became of them, and one form for an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.drafting import renaming
from l10n.model.draft import Hypothesis
from l10n.text import names

USUAL = {"harbour": "harbour", "tennant": "Tennant"}


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in names.names(text, USUAL)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor Ines Calloway met Tobias Renn’s wife.", ["Ines", "Calloway", "Tobias", "Renn"]),
        ("Tennant stayed. Nobody left.", ["Tennant"]),
        ("Piet Lammers stayed.", ["Piet", "Lammers"]),
        ("Harbour workers left.", []),
        ("On Monday in March I said NATO is here.", []),
        ("He asked O’Brien and al-Sharqawi.", ["O’Brien"]),
        ("See XQZ0 and https://e.org/Abc in Łódź.", ["Łódź"]),
        ("“Yes,” said Orla.", ["Orla"]),
        ("", []),
    ],
)
def test_words_that_are_names(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("name", "target", "form"),
    [
        ("Hargeisa", "O Hargeisa Herald publicou.", "Hargeisa"),
        ("Hargeisa", "O Harge Herald publicou.", "Harge"),
        ("Moscow", "Ele voou para Moscou.", "Moscou"),
        ("Lisbon", "Em LISBOA chove.", "LISBOA"),
        ("Ines", "A prefeita Inês saiu.", "Inês"),
        ("Sharqawi", "Mohammed Al-Sharqawi venceu.", "Al-Sharqawi"),
        ("Germany", "A Alemanha venceu.", "Alemanha"),
        ("Zurich", "Nada disso.", ""),
        ("Renn", "", ""),
    ],
)
def test_the_form_of_a_name_in_a_translation(name, target, form):
    assert names.Forms(target, {"Germany": "Alemanha"}).of(name) == form


@pytest.mark.parametrize(
    ("name", "form", "cut"),
    [
        ("Hargeisa", "Harge", True),
        ("Ouagadougou", "Ouagadougougou", True),
        ("Ouagadougou", "Ouagadou", True),
        ("Moscow", "Moscou", False),
        ("Geneva", "Genebra", False),
        ("Renn", "Renn", False),
        ("Łódź", "Lódź", False),
    ],
)
def test_names_that_are_cut_or_stretched(name, form, cut):
    assert names.is_cut(name, form) is cut


@given(st.text(alphabet="abcdeé", min_size=1, max_size=12), st.integers(0, 12), st.integers(2, 6))
def test_a_name_that_lost_letters_anywhere_is_cut(name, at, length):
    at = min(at, len(name))
    short = name[:at] + name[at + length :]
    assert names.is_cut(name.title(), short.title()) is (len(name) - len(short) >= 2)


def test_forms_that_people_wrote_are_learned():
    pairs = [
        ("He flew to Moscow with Renn.", "Ele voou para Moscou com Renn."),
        ("She left Moscow.", "Ela deixou Moscou."),
        ("They like Moscow.", "Gostam de Moscova."),
    ]
    assert names.learned(pairs) == {"Moscow": "Moscou"}


def test_an_article_agrees_on_the_commonest_form_or_else_on_the_source_s():
    seen = [
        ("Renn", "Ren"),
        ("Renn", "Renn"),
        ("Moscow", "Moscou"),
        ("Moscow", "Moscou"),
        ("Moscow", "Moscow"),
    ]
    assert names.agreed(seen) == {"Renn": "Renn", "Moscow": "Moscou"}


def test_names_are_given_the_form_that_was_agreed_on():
    target = Hypothesis(text="O Harge Herald de Harge.", links=(((0, 8), (2, 7)), ((9, 15), (8, 14))))
    found = renaming.renamed("The Hargeisa Herald of Hargeisa.", target, {"Hargeisa": "Hargeisa"}, {})
    assert found.text == "O Hargeisa Herald de Hargeisa."
    assert [found.text[a:b] for _, (a, b) in found.links] == ["Hargeisa", "Herald"]


def test_names_that_have_their_form_stay():
    target = Hypothesis(text="O Hargeisa Herald.")
    assert renaming.renamed("The Hargeisa Herald.", target, {"Hargeisa": "Hargeisa"}, {}) == target
