"""Sentences: ranges in order that leave out nothing but white space, whatever the text and the language."""

import json

import pytest
from conftest import data_file
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.model.draft import CharRange
from l10n.text.sentences import split

LEAST = 156
"""Golden rules that hold, of 171; sentencex alone holds fewer."""

LANGUAGES = ["en", "pt", "pt_BR", "fr", "de", "es", "it", "ru", "ja", "zh", "ar", "hi", "el", "hy", "xx", ""]
PIECES = [
    *(
        "word",
        "Word",
        "A",
        "A.",
        "word. ",
        "word! ",
        "word? ",
        ".",
        "...",
        "…",
        " ",
        "  ",
        "\n",
        "\t",
        "\r",
        "\r\n",
    ),
    *(
        "\u00a0",
        "\u2009",
        "\u2028",
        "\u2029",
        "\x85",
        "\x0b",
        "\x0c",
        "\x1c",
        "\x1f",
        "\u3000",
        "\u200b",
        "\ufeff",
    ),
    *(
        "\x00",
        "Dr. ",
        "e.g. ",
        "U.S. ",
        "1. ",
        "(2) ",
        "3.5",
        "No. 7",
        '"',
        "“",
        "”",
        "»",
        ")",
        "]",
        "¿",
        "¡",
    ),
    *("。", "！", "؟ ", "। ", "։ ", "日本語", "é", "😀", "XQZ0", "https://e.org. ", "а. ", "т. е. "),
]


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


def assert_sound(text: str, ranges: tuple[CharRange, ...]) -> None:
    at = 0
    for start, end in ranges:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60)
@given(text=st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
@example(text="A\u2028.")
@example(text="A\x85.")
@example(text="A\u00a0.")
def test_pieces_cover_everything_but_white_space(language, text):
    assert_sound(text, split(text, language))


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text(text, language):
    assert_sound(text, split(text, language))


def test_golden_rules():
    cases = json.loads(data_file("segmentation/golden-rules.json").read_text(encoding="utf-8"))
    results = [
        [" ".join(s.split()) for s in sentences(case["text"], language)]
        == [" ".join(s.split()) for s in case["sents"]]
        for language, rules in cases.items()
        for case in rules
    ]
    print(f"{sum(results)} of {len(results)} golden rules hold")
    assert len(results) == 171
    assert sum(results) >= LEAST


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Oakshott heads the station.",
        "Mr. Quill and Mrs. Wren met Prof. Vey.",
        "They met Ms. Renn at St. Mary.",
        "It rose 4 metres vs. 3 metres.",
        "See Fig. 3 and Vol. 2 of it.",
        "Nos. 3 and 4, e.g. this one, i.e. that.",
        "Capt. Halloran and Lt. Col. Wren spoke to Gov. Calloway.",
        "1. Move cars upstairs.",
        "(2) Carry valuables.",
        "It cost $3.2 million at 6:55 a.m. on Monday.",
        "Skerrow Point was first lit on Nov. 1, 1868.",
        "The U.S. coast is long.",
    ],
)
def test_abbreviations_and_numbers_end_no_sentence(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "M. Dupont et Mme. Durand voient art. 3."),
        ("it", "Il dott. Rossi cita l'art. 5 a pag. 7."),
        ("ru", "Он живёт на ул. Ленина."),
        ("pt", "O Sr. Silva e a Dra. Souza citam o art. 5."),
        ("es", "El Sr. García vive en el núm. 7."),
        ("de", "Hr. Müller liest Nr. 7, bzw. Abs. 3."),
    ],
)
def test_abbreviations_of_languages(language, text):
    assert sentences(text, language) == [text]


@pytest.mark.parametrize("text", ["Il voit l'art. 3.", "Il voit l’art. 3."])
def test_abbreviations_behind_an_article(text):
    assert sentences(text, "fr") == [text]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("en", "  One.   Two.  ", ["One.", "Two."]),
        ("en", "One\nTwo", ["One", "Two"]),
        ("en", "One.\n\nTwo.", ["One.", "Two."]),
        ("en", "He said “No.” She left.", ["He said “No.”", "She left."]),
        ("pt", "Um. Dois! Três?", ["Um.", "Dois!", "Três?"]),
        ("zh", "一。二！三？", ["一。", "二！", "三？"]),
        ("ja", "はい。いいえ。", ["はい。", "いいえ。"]),
        ("hi", "एक। दो।", ["एक।", "दो।"]),
        ("xx", "One. Two.", ["One.", "Two."]),
        ("en", "", []),
        ("en", " \n\t\u2028 ", []),
        ("en", "Run XQZ0. Then XQZ1 runs.", ["Run XQZ0.", "Then XQZ1 runs."]),
    ],
)
def test_sentences(language, text, expected):
    assert sentences(text, language) == expected
