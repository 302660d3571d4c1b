"""Headlines, labels and sluglines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.drafting import casing, dateline
from l10n.drafting.casing import TITLE, UPPER
from l10n.drafting.edits import applied

ARTICLE = [
    "The mayor resigned after a night of protests. Fishing boats returned.",
    "The council met in Port Ellery, and NATO wrote to the council.",
    "PHOTO OF THE WEEK The boats of the week.",
]


def known(word: str) -> bool:
    """An engine that has often seen these words."""
    return word in {"mayor", "night", "week", "Moscow", "NATO", "us", "US", "the", "after", "of", "resigns"}


def lowered(text: str) -> str:
    return applied(text, casing.lowered(text, casing.usual(ARTICLE), known))[0]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("MAYOR RESIGNS AFTER PROTESTS", UPPER),
        ("МЭР УШЁЛ В ОТСТАВКУ", UPPER),
        ("“WE WILL NOT LEAVE,” THEY SAY", UPPER),
        ("MAYOR RESIGNS: XQZ0 https://e.org/a", UPPER),
        ("NATO", ""),
        ("U.S. NOW", ""),
        ("市長が辞任 市長", ""),
        ("Mayor Resigns After a Night of Protests", TITLE),
        ("How a Small Town Saved Its Last Cinema", TITLE),
        ("What Gov. Vey Told the U.S. Senate About Flooding", TITLE),
        ("“We Will Not Leave,” Say the Workers", TITLE),
        ("Mayor resigns after a night of protests", ""),
        ("Mayor Ines Calloway met Tobias Renn and Piet Lammers.", ""),
        ("Port Ellery Marine Station. It is closed.", ""),
        ("Mayor Calloway", ""),
        ("", ""),
    ],
)
def test_how_a_text_is_written(text, case):
    assert casing.case(text) == case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MAYOR RESIGNS IN PORT ELLERY", "Mayor resigns in Port Ellery"),
        ("NATO WARNS MOSCOW", "NATO warns Moscow"),
        ("The Mayor Resigns After Protests", "The mayor resigns after protests"),
        ("PHOTO OF THE WEEK", "Photo of the week"),
        ("READ XQZ0 AT https://E.ORG/A NOW", "Read XQZ0 at https://E.ORG/A now"),
        ("FISHING BOATS", "Fishing boats"),
    ],
)
def test_headlines_in_sentence_case(text, expected):
    assert lowered(text) == expected


def test_words_are_learned_from_inside_of_sentences_and_from_no_headline_or_label():
    usual = casing.usual([*ARTICLE, "COUNCIL MET IN SECRET", "The Council Met In Secret Again"])
    assert (usual["council"], usual["ellery"], usual["nato"]) == ("council", "Ellery", "NATO")
    assert usual["week"] == "week"
    assert "fishing" not in usual


@pytest.mark.parametrize(
    ("text", "style", "locale", "expected"),
    [
        ("Prefeito renuncia em XQZ0", UPPER, "pt_BR", "PREFEITO RENUNCIA EM XQZ0"),
        ("Veja https://e.org/a já", UPPER, "pt_BR", "VEJA https://e.org/a JÁ"),
        ("Die Straße", UPPER, "de", "Die Straße"),
        ("Prefeito renuncia após protestos", TITLE, "pt_BR", "Prefeito renuncia após protestos"),
        ("The mayor resigns after a night", TITLE, "en_GB", "The Mayor Resigns After a Night"),
        ("Ele saiu.", "", "pt_BR", "Ele saiu."),
    ],
)
def test_translations_are_written_as_the_locale_writes_headlines(text, style, locale, expected):
    assert casing.recased(text, style, locale) == expected


@given(st.text(alphabet="AbÉß’'-. X0", max_size=30), st.sampled_from([UPPER, TITLE, ""]))
def test_no_word_moves(text, style):
    assert len(casing.recased(text, style, "en")) == len(text)
    assert len(lowered(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("PHOTO OF THE WEEK Fishing boats return.", "PHOTO OF THE WEEK"),
        ("BREAKING: The mayor has resigned.", "BREAKING:"),
        ("WATCH: A whale swims by.", "WATCH:"),
        ("BREAKING NEWS: “We left,” he said.", "BREAKING NEWS:"),
        ("OUR OPINION I would not go.", "OUR OPINION"),
        ("NATO met in Lisbon.", ""),
        ("US and UK ministers met.", ""),
        ("Photo: A boat", ""),
        ("MAYOR RESIGNS", ""),
        ("A B c", ""),
    ],
)
def test_labels(text, label):
    assert text[: casing.label(text)] == label


# --- sluglines ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PORT ELLERY, Nov. 3 (Coastline) - The", "PORT ELLERY, 3 de novembro (Coastline) -"),
        ("PORT ELLERY (Coastline) — The", "PORT ELLERY (Coastline) —"),
        ("MOSCOW, June 30 — “We left,”", "MOSCOU, 30 de junho —"),
        ("NAIROBI, Kenya (AP) — The", "NAIROBI, Kenya (AP) —"),
        ("(Reuters) - The company", "(Reuters) -"),
        ("BERLIN (Coastline), Sept. 9 -- The", "BERLIN (Coastline), 9 de setembro --"),
        ("SÃO PAULO, March 12 (Coastline) – The", "SÃO PAULO, 12 de março (Coastline) –"),
        ("BERLIN, Feb. 31 (AP) - The", "BERLIN, 31 Feb (AP) -"),
    ],
)
def test_sluglines_are_kept_with_the_date_of_the_locale(text, expected):
    found = dateline.localized(text, "pt_BR", {"Moscow": "Moscou"})
    assert found.text == expected
    assert text[dateline.dateline(text) :][:1] in "T“"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge (the old one) - is closed",
        "MAYOR RESIGNS - and nobody noticed",
        "Nov. 3 - the day",
        "PORT ELLERY, Nov. 3 (Coastline)",
        "(see above) - The",
        "",
    ],
)
def test_what_is_no_slugline(text):
    assert dateline.dateline(text) == 0


def test_links_lead_from_the_parts_of_a_slugline_to_theirs():
    text = "MOSCOW, Nov. 3 (Coastline) - The"
    found = dateline.localized(text, "pt_BR", {"Moscow": "Moscou"})
    assert [(text[a:b], found.text[c:d]) for (a, b), (c, d) in found.links] == [
        ("MOSCOW", "MOSCOU"),
        ("Nov. 3", "3 de novembro"),
        ("Coastline", "Coastline"),
    ]
