"""Dates: names of days and months by CLDR, orders of figures, words that are no names."""

import pytest
from checking import found, message

from l10n import registry

CHECK = next(check for check in registry.checks() if check.code == "dates")


@pytest.mark.parametrize(
    ("source", "target", "locale", "finding"),
    [
        ("on Monday", "na terça-feira", "pt_BR", "Monday has become terça-feira"),
        ("on Monday", "na terça", "pt_BR", "Monday is missing"),
        ("on Monday", "na Monday", "pt_BR", "Monday is missing"),
        ("Wed., Nov. 19: a report", "terça-feira, 19 de novembro: um", "pt_BR", "Wed has become terça-feira"),
        ("on Monday", "am Dienstag", "de", "Monday has become Dienstag"),
        ("on Monday", "во вторник", "ru", "Monday has become вторник"),
        ("on Monday", "火曜日に", "ja", "Monday has become 火曜日"),
        ("on Monday", "周二", "zh", "Monday has become 周二"),
        ("on Monday", "يوم الثلاثاء", "ar", "Monday has become الثلاثاء"),
        ("in March", "em maio", "pt_BR", "March has become maio"),
        ("in April", "em abrir", "pt_BR", "April is missing"),
        ("It was in April.", "Foi em April.", "pt_BR", "April is missing"),
        ("on March 3", "em 4 de março", "pt_BR", "March 3 has become 4 de março"),
        ("on March 3", "em 3 de maio", "pt_BR", "March 3 has become 3 de maio"),
        ("on March 3, 2026", "em 3 de março de 2062", "pt_BR", "March 3, 2026 has become 3 de março de 2062"),
        ("on Jan. 12, 2026", "em janeiro de 2026", "pt_BR", "Jan. 12, 2026 has become janeiro"),
        ("on Nov. 20: tide", "Nov. 20: maré", "pt_BR", "Nov. 20 is in the order of the source"),
        ("by May 29. The", "el May. 29. El", "es", "May. 29 is in the order of the source"),
        ("from March 3 to April 5", "de 5 de março a 3 de abril", "pt_BR", "March 3 has become 5 de março"),
        ("on 03/04/2026", "em 03/04/2026", "pt_BR", "03/04/2026 is in the order of the source"),
        ("on 03/25/2026", "em 03/25/2026", "pt_BR", "03/25/2026 is in the order of the source"),
        ("on 03/04/2026", "em 05/03/2026", "pt_BR", "03/04/2026 has become 05/03/2026"),
        ("March 3", "3月4日", "ja", "March 3 has become 3月4日"),
        ("March 3", "3 апреля", "ru", "March 3 has become 3 апреля"),
    ],
)
def test_a_date_that_is_wrong(source, target, locale, finding):
    assert finding in found(CHECK, message(source, target, locale), locale=locale)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("On Monday, March 3, 2026", "Na segunda-feira, 3 de março de 2026", "pt_BR"),
        ("on Monday", "na segunda", "pt_BR"),
        ("on Monday", "na 2ª-feira", "pt_BR"),
        ("Mon–Fri 9–5", "Seg–sex, 9–17", "pt_BR"),
        ("on March 3", "em 3/3", "pt_BR"),
        ("on May 1", "no Primeiro de Maio", "pt_BR"),
        ("on March 3 and 5", "em 3 e 5 de março", "pt_BR"),
        ("March 3–5", "de 3 a 5 de março", "pt_BR"),
        ("on Nov. 17, 10 a.m.", "17 de noviembre, 10:00", "es"),
        ("on Black Friday", "na Black Friday", "pt_BR"),
        ("on Good Friday", "am Karfreitag", "de"),
        ("on Monday evening", "am Montagabend", "de"),
        ("They may march.", "Eles podem marchar.", "pt_BR"),
        ("The Sun rose.", "O sol nasceu.", "pt_BR"),
        ("said June Smith", "disse June Smith", "pt_BR"),
        ("March 3", "3. März", "de"),
        ("April 1", "1er avril", "fr"),
        ("in May, on Friday", "в мае, в пятницу", "ru"),
        ("in July, on Sunday", "v červenci, v neděli", "cs"),
        ("March 3", "3. maaliskuuta", "fi"),
        ("March 3", "3 Μαρτίου", "el"),
        ("Tuesday, March 3", "मंगलवार, 3 मार्च", "hi"),
        ("Tuesday, March 3", "วันอังคารที่ 3 มีนาคม", "th"),
        ("Tuesday, March 3", "Thứ Ba, ngày 3 tháng 3", "vi"),
        ("Tuesday, March 3", "3월 3일 화요일", "ko"),
        ("Tuesday, March 3", "2026年3月3日（火）", "ja"),
        ("on Tuesday", "ביום שלישי", "he"),
        ("on 03/04/2026", "am 04.03.2026", "de"),
        ("on 03/04/2026", "2026/3/4", "ja"),
        ("on 2026-03-04", "em 04/03/2026", "pt_BR"),
        ("on 25/03/2026", "em 25/03/2026", "pt_BR"),
        ("March 3, 2026", "3 มีนาคม 2569", "th"),
        ("he said today", "disse ele nesta quarta-feira", "pt_BR"),
    ],
)
def test_dates_that_are_written_otherwise(source, target, locale):
    assert found(CHECK, message(source, target, locale), locale=locale) == []
