"""Faults of translations, risk, and the spaces of French."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.drafting import faults, spacing
from l10n.drafting.edits import applied
from l10n.drafting.risk import FAULTS, risk


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("The bridge is closed.", "A ponte está fechada.", []),
        ("The bridge is closed.", "", ["empty"]),
        ("The bridge is closed.", " . ", ["empty"]),
        ("…", "…", []),
        ("…", " ", ["empty"]),
        ("The applause went on.", "Aplausos, aplausos, aplausos.", ["loop"]),
        ("The applause went on.", "O aplauso e o aplauso e o aplauso e", ["loop"]),
        ("The river is long.", "O rio rio é longo.", ["loop"]),
        ("The city of Ouaga is big.", "A cidade Ouagagagaga é.", ["loop"]),
        ("No, no, no, he said.", "Não, não, não, disse ele.", []),
        ("Bravo! Bravo! Bravo!", "Bravo! Bravo! Bravo!", []),
        ("The mayor of the town has resigned today.", "O prefeito.", ["length"]),
        (
            "The mayor of the town resigned.",
            "O prefeito da cidade " * 3 + "renunciou a tudo isso.",
            ["loop", "length"],
        ),
        ("The mayor of the town resigned.", "The mayor of the town resigned.", ["untranslated"]),
        ("Please wait for the boat there.", "por favor wait for the boat there", ["untranslated"]),
        ("Nell Garrity", "Nell Garrity", []),
        ("OK.", "OK.", []),
        ("Reads /usr/share/tide and data.csv.", "Lê /usr/share/tide e data.csv.", []),
        ("He left. She stayed there.", "Ele saiu e ela ficou.", ["sentence"]),
        ("Tell Mr. Vey to come home.", "Diga ao senhor Vey para voltar.", []),
        ("The U.S. Senate met at 5:05 p.m. ET today.", "O Senado se reuniu hoje às 17:05, hora local.", []),
        ("Wait... I know that man there.", "Espere... conheço esse homem.", []),
        ("Run XQZ0 and https://e.org/a-long-address.", "Execute XQZ0 e https://e.org/a-long-address.", []),
    ],
)
def test_faults(source, target, expected):
    assert list(faults.faults(source, target)) == expected


@given(st.text(alphabet="ab .!?…”\n-XQZ01/", max_size=60), st.text(alphabet="ab .!?…”\n-XQZ01/", max_size=60))
def test_any_two_texts_have_faults_that_risk_knows(source, target):
    assert set(faults.faults(source, target)) <= set(FAULTS)


@pytest.mark.parametrize("text", ["a" * 100_000, "la " * 33_000, "a!" * 50_000, "." * 100_000, "ab" * 50_000])
def test_long_texts_are_judged_to_their_end(text):
    assert set(faults.faults(f"{text} one", f"{text} um")) <= {"untranslated"}


def test_risk_grows_with_doubt_and_with_faults():
    good, poor = risk([(-0.05, 40)], []), risk([(-0.5, 40)], [])
    assert 0 <= good < 0.2 < poor < 1
    assert risk([(-0.05, 40)], ["loop"]) > 0.8
    assert risk([(-0.05, 40)], ["empty"]) == 1
    assert risk([], []) == 0


def test_long_sentences_weigh_more():
    assert risk([(-0.5, 100), (-0.05, 1)], []) > risk([(-0.5, 1), (-0.05, 100)], [])


# --- spacing ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vraiment ? Oui !", "Vraiment\u202f? Oui\u202f!"),
        ("Vraiment? Oui!", "Vraiment\u202f? Oui\u202f!"),
        ("Il dit: non; elle part.", "Il dit\u00a0: non\u202f; elle part."),
        ("«Oui», dit-il.", "«\u00a0Oui\u00a0», dit-il."),
        ("« Vraiment ? »", "«\u00a0Vraiment\u202f?\u00a0»"),
        ("Quoi ?! Ah !!!", "Quoi\u202f?! Ah\u202f!!!"),
        ("À 10:30, voir https://e.org/?a=1 !", "À 10:30, voir https://e.org/?a=1\u202f!"),
        ("Déjà\u202f? «\u00a0Oui\u00a0»", "Déjà\u202f? «\u00a0Oui\u00a0»"),
        ("Fini.", "Fini."),
    ],
)
def test_the_spaces_of_french(text, expected):
    new = applied(text, spacing.edits(text, "fr"))[0]
    assert new == expected
    assert spacing.edits(new, "fr_CA") == []


@pytest.mark.parametrize("locale", ["en", "pt_BR", "de", "fr_CH"])
def test_other_locales_need_none(locale):
    assert spacing.edits("Vraiment ? «Oui» !", locale) == []


@given(st.text(alphabet="ab«»?!:; \u00a0\u202f./", max_size=30))
def test_nothing_but_spaces_changes_and_once_is_enough(text):
    new = applied(text, spacing.edits(text, "fr"))[0]
    assert [char for char in new if not char.isspace()] == [char for char in text if not char.isspace()]
    assert spacing.edits(new, "fr") == []
