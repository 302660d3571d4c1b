"""Numbers: in figures and words, with the marks, clocks and liberties of many languages."""

import pytest
from checking import found, message

from l10n import registry

CHECK = next(check for check in registry.checks() if check.code == "numbers")


@pytest.mark.parametrize(
    ("source", "target", "locale", "finding"),
    [
        ("It rose by 12.5%.", "Subiu 1,25%.", "pt_BR", "12.5 has become 1,25"),
        ("It rose by 12.5%.", "Subiu 12.5%.", "pt_BR", "12.5 is written as in the source"),
        (
            "Over 12.5 million people",
            "Mais de 12.5 milhões de pessoas",
            "pt_BR",
            "12.5 million has become 12.5 milhões",
        ),
        ("1,250 people", "1,250 pessoas", "pt_BR", "1,250 is written as in the source"),
        ("1,250 people", "12.50 pessoas", "pt_BR", "1,250 has become 12.50"),
        ("412 homes and 63 shops", "412 casas e lojas", "pt_BR", "63 is missing"),
        ("The shops closed.", "As 63 lojas fecharam.", "pt_BR", "63 is not in the source"),
        ("Quill is 84 now.", "Quill tem 84 84 anos.", "pt_BR", "84 is there twice"),
        ("At 6:30 p.m.", "Às 6h30.", "pt_BR", "6:30 p.m. has become 6h30"),
        ("At 6:30 a.m.", "Às 18h30.", "pt_BR", "6:30 a.m. has become 18h30"),
        ("At 4 p.m.", "Às 17h.", "pt_BR", "4 p.m. has become 17h"),
        ("three boats, five crews", "quatro barcos, cinco equipes", "pt_BR", "three has become quatro"),
        ("Thirty boats", "Barcos", "pt_BR", "Thirty is missing"),
        ("the third floor", "o quinto andar", "pt_BR", "third has become quinto"),
        ("on Nov. 5 for five hours", "em 1 de novembro, por cinco horas", "pt_BR", "5 is missing"),
        ("In 2024 and 2025", "Em 2024 e 2052", "pt_BR", "2025 has become 2052"),
        ("I went in '09.", "Fui em 2809.", "pt_BR", "09 has become 2809"),
        ("12.5 km", "12 km", "ja", "12.5 has become 12"),
        ("1,250 people", "有1520人", "zh", "1,250 has become 1520"),
        ("24 boats", "٢٥ قاربا", "ar", "24 has become ٢٥"),
        ("24 boats", "25 नावें", "hi", "24 has become 25"),
        ("three boats", "5 ontzi", "eu", "three has become 5"),
        ("Read GPLv3.", "Leia GPLv2.", "pt_BR", "3 has become 2"),
    ],
)
def test_a_number_that_is_wrong(source, target, locale, finding):
    assert found(CHECK, message(source, target, locale), locale=locale) == [finding]


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("1,234.5 of 40,000", "1.234,5 de 40 mil", "pt_BR"),
        ("1,234.5", "1\u202f234,5", "fr"),
        ("1,250", "1250", "es"),
        ("1,250", "1 250", "es"),
        ("1,250", "1.250", "pt_PT"),
        ("1,250.75", "1’250.75", "de_CH"),
        ("1,234,567", "12,34,567", "hi"),
        ("500,000", "5 लाख", "hi"),
        ("125,000 people", "12.5万人", "ja"),
        ("125,000 people", "１２．５万人", "ja"),
        ("2.4 million", "240万", "zh"),
        ("1,234.5", "١٬٢٣٤٫٥", "ar"),
        ("24 boats", "๒๔ ลำ", "th"),
        ("2.4 million", "2,4 млн", "ru"),
        ("$2.4 million", "US$ 2.400.000", "pt_BR"),
        ("2,400,000", "2,4 milhões", "pt_BR"),
        ("2 billion", "2000 millones", "es"),
        ("2 billion", "2 mil milhões", "pt_PT"),
        ("three boats", "3 barcos", "pt_BR"),
        ("3 boats", "três barcos", "pt_BR"),
        ("25 boats", "vinte e cinco barcos", "pt_BR"),
        ("twenty-five boats", "25 Boote", "de"),
        ("25 boats", "fünfundzwanzig Boote", "de"),
        ("97 boats", "quatre-vingt-dix-sept bateaux", "fr"),
        ("21 boats", "двадцать одна лодка, 21", "ru"),
        ("3 boats", "三艘船", "zh"),
        ("3 boats", "배 세 척", "ko"),
        ("3 boats", "hiru ontzi", "eu"),
        ("both boats", "os 2 barcos", "pt_BR"),
        ("two neighbours", "ambos os vizinhos", "pt_BR"),
        ("a dozen boats", "12 barcos", "pt_BR"),
        ("At 6:30 p.m.", "Às 18h30.", "pt_BR"),
        ("At 6:30 p.m.", "Às 6h30 da tarde.", "pt_BR"),
        ("Fri., 5:30 p.m.: next", "Sexta-feira, 17h30: próximo", "pt_BR"),
        ("At 7:20 a.m.", "A las 7.20.", "es"),
        ("At 6:30 p.m.", "À 18 h 30.", "fr"),
        ("At 6:30 p.m.", "Um 18.30 Uhr.", "de"),
        ("At 6:30 p.m.", "午後6時30分に", "ja"),
        ("At 4 p.m.", "Às 16 horas.", "pt_BR"),
        ("By noon", "Às 12h", "pt_BR"),
        ("in the 1990s", "nos anos 90", "pt_BR"),
        ("in the nineties", "nos anos 90", "pt_BR"),
        ("in '09", "em 2009", "pt_BR"),
        ("in 2024–25", "em 2024-2025", "pt_BR"),
        ("the 18th century", "o século XVIII", "pt_BR"),
        ("Chapter IV", "Capítulo 4", "pt_BR"),
        ("the 1st of May", "o 1º de maio", "pt_BR"),
        ("the 1st boat", "o primeiro barco", "pt_BR"),
        ("03/04/2026", "3 de abril de 2026", "pt_BR"),
        ("March 3", "3月3日", "ja"),
        ("in 2026", "ในปี 2569", "th"),
        ("in 2026", "令和8年に", "ja"),
        ("5 miles", "8 km", "pt_BR"),
        ("60 miles", "60 milhas (97 km)", "pt_BR"),
        ("68 °F", "20 °C", "pt_BR"),
        ("1½ hours", "1,5 hora", "pt_BR"),
        ("half an hour", "30 minutos", "pt_BR"),
        ("like @CBID2 did", "como fizeram", "pt_BR"),
        ("Python 3.10 and v2.1", "Python 3.10 e v2.1", "pt_BR"),
        ("use `x5` at https://e.org/2024", "use `x5` em https://e.org/2025", "pt_BR"),
        ("One gull", "Uma gaivota", "pt_BR"),
    ],
)
def test_numbers_that_are_written_otherwise(source, target, locale):
    assert found(CHECK, message(source, target, locale), locale=locale) == []
