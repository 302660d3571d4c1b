"""Doubled words, and those that grammar doubles."""

import pytest
from checking import found, message

from l10n import registry

CHECK = next(check for check in registry.checks() if check.code == "doubled-words")


@pytest.mark.parametrize(
    ("source", "target", "locale", "finding"),
    [
        ("the end", "o fim do do píer", "pt_BR", "do do"),
        ("The end", "O o fim", "pt_BR", "O o"),
        ("The end", "No NO fim", "pt_BR", "No NO"),
        ("the end", "o fim do\ndo píer", "pt_BR", "do do"),
        ("the end", "o *fim* fim", "pt_BR", "fim fim"),
        ("the end", "o fim fim.", "pt_BR", "fim fim"),
        ("the “end end”", "o “fim”", "pt_BR", None),
        ("the end", "o “fim fim”", "pt_BR", "fim fim"),
        ("what you need", "que você que você precisa", "pt_BR", "que você que você"),
        ("Of the end", "Do fim do fim.", "pt_BR", "Do fim do fim."),
        ("the end of the pier", "o fim do o fim do píer", "pt_BR", "o fim do o fim do"),
        ("one by one by one", "um a um a um", "pt_BR", None),
        ("yes, no", "sim, não sim, não", "pt_BR", None),
        ("1,000,000", "1 000 000", "pt_PT", None),
        ("the function", "로캘 함수 함수 실패", "ko", "함수 함수"),
        ("the picture", "صورة صورة خام", "ar", "صورة صورة"),
        ("the message", "iskelede müsabakaları müsabakaları", "tr", "müsabakaları müsabakaları"),
        ("in 2019", "em 2019 2019", "pt_BR", "2019 2019"),
        ("the end", "o fim, fim", "pt_BR", None),
        ("the end", "do dono", "pt_BR", None),
        ("the end", "fim-fim", "pt_BR", None),
        ("`a` `a`", "`a` `a`", "pt_BR", None),
        ("very, very late", "muito muito tarde", "pt_BR", "muito muito"),
        ("Duran Duran", "o Duran Duran", "pt_BR", None),
        ("Duran Duran", "o o Duran Duran", "pt_BR", "Duran Duran"),
        ("file FILE", "arquivo ARQUIVO", "pt_BR", None),
        ("the end", "la la fin", "es", "la la"),
        ("It was not", "Não não era", "pt_BR", "Não não"),
        ("Yes, yes", "sí sí", "es", None),
        ("you", "vous vous trompez", "fr", None),
        ("the end", "le le fin", "fr", "le le"),
        ("the end", "die, die die sehen", "de", None),
        ("the end", "und und", "de", "und und"),
        ("slowly", "yavaş yavaş", "tr", None),
        ("and", "gelgit ve ve balsa", "tr", "ve ve"),
        ("slowly", "धीरे धीरे", "hi", None),
        ("of", "घर की की बात", "hi", "की की"),
        ("the", "конец на на пирсе", "ru", "на на"),
        ("the", "ο που που", "el", "που που"),
        ("in", "في في الميناء", "ar", "في في"),
        ("of", "של של הנמל", "he", "של של"),
        ("the end", "码头的的尽头", "zh_Hans", "的的"),
        ("every day", "天天", "zh_Hans", None),
        ("the end", "桟橋をを歩く", "ja", "をを"),
        ("children", "anak-anak", "id", None),
        ("which", "yang yang", "id", "yang yang"),
    ],
)
def test_doubled_words(source, target, locale, finding):
    said = found(CHECK, message(source, target, locale), locale=locale)
    assert said == ([f"{finding} is doubled"] if finding else [])
