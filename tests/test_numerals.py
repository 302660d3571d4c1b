"""Words for numbers, in the languages whose words are known."""

import pytest

from l10n.text import numerals


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("twenty-five or two hundred and three", "en", [25, 203]),
        ("one hundred thousand, two million", "en", [100_000, 2_000_000]),
        ("a third of nineteen", "en", [3, 19]),
        ("vinte e cinco, dois e três", "pt", [25, 2, 3]),
        ("dois mil milhões, mil e duzentos", "pt", [2_000_000_000, 1200]),
        ("veintiuno, treinta y dos, mil millones", "es", [21, 32, 1_000_000_000]),
        ("quatre-vingt-dix-sept, soixante-douze, vingt et un", "fr", [97, 72, 21]),
        ("dreihundertfünfundzwanzig, zwei Millionen", "de", [325, 2_000_000]),
        ("eenentwintig, tweehonderd", "nl", [21, 200]),
        ("ventuno, trecentocinquanta, duemila", "it", [21, 350, 2000]),
        ("двадцать один, двух тысяч", "ru", [21, 2000]),
        ("dwadzieścia pięć, pięć tysięcy", "pl", [25, 5000]),
        ("kaksikymmentäviisi, kolmesataa", "fi", [25, 300]),
        ("yirmi beş, on iki", "tr", [25, 12]),
        ("dua puluh lima", "id", [25]),
        ("पाँच लाख", "hi", [500_000]),
        ("二十五", "zh", []),
        ("hogeita bost", "eu", []),
    ],
)
def test_what_words_are_worth(text, language, values):
    assert [item.value for item in numerals.worded(text, language)] == values


def test_every_language_of_the_table_is_whole():
    for language in numerals.table():
        known = numerals.words(language)
        assert known
        assert {0, 3, 10} <= set(known.numbers.values())
