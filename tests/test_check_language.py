"""The check `language`."""

import sys

import pytest
from checking import found, message

from l10n import registry
from l10n.text import languages

CHECK = next(check for check in registry.checks() if check.code == "language")
SOURCE = "The council will discuss the repairs of the wall on Thursday, and the port stays closed until then."
PT = "O conselho vai discutir os reparos do muro na quinta-feira, e o porto fica fechado até lá."
ES = "El concejo debatirá las reparaciones del muro el jueves, y el puerto sigue cerrado hasta entonces."
FR = "Le conseil discutera des réparations du mur jeudi, et le port reste fermé jusque-là."
DE = "Der Rat wird am Donnerstag über die Reparatur der Mauer beraten, und der Hafen bleibt bis dahin zu."
RU = "Совет обсудит ремонт стены в четверг, а порт до тех пор останется закрытым."
EL = "Το συμβούλιο θα συζητήσει τις επισκευές του τείχους την Πέμπτη."
ZH = "议会将于周四讨论围墙的维修，在此之前港口继续关闭。"
TW = "議會將於週四討論圍牆的維修，在此之前港口繼續關閉。"
JA = "議会は木曜日に壁の修理について話し合い、それまで港は閉鎖されたままです。"
AR = "سيناقش المجلس إصلاحات الجدار يوم الخميس، ويبقى الميناء مغلقا حتى ذلك الحين."
HE = "המועצה תדון בתיקוני החומה ביום חמישי, והנמל יישאר סגור עד אז."
TH = "สภาจะหารือเรื่องการซ่อมแซมกำแพงในวันพฤหัสบดี"
HI = "परिषद गुरुवार को दीवार की मरम्मत पर चर्चा करेगी।"
KO = "의회는 목요일에 벽 수리를 논의할 것이며 그때까지 항구는 폐쇄됩니다."
OWN = {
    "pt_BR": PT,
    "pt": PT,
    "es": ES,
    "fr": FR,
    "de": DE,
    "ru": RU,
    "el": EL,
    "zh_Hans": ZH,
    "zh_CN": ZH,
    "zh_TW": TW,
    "zh_Hant": TW,
    "ja": JA,
    "ar": AR,
    "he": HE,
    "th": TH,
    "hi": HI,
    "ko": KO,
}


@pytest.mark.parametrize("locale", OWN)
def test_a_text_in_the_language_of_its_locale(locale):
    assert found(CHECK, message(SOURCE, OWN[locale], locale), locale=locale) == []


@pytest.mark.parametrize(
    ("target", "locale", "finding"),
    [
        (ES, "pt_BR", "looks like Spanish"),
        (PT, "es", "looks like Portuguese"),
        (FR, "pt_BR", "looks like French"),
        (DE, "nl", "looks like German"),
        (
            "On Thursday the wall is on the table, and the port will not open before.",
            "pt",
            "looks like English",
        ),
        (RU, "pt_BR", "Cyrillic letters: останется"),
        (EL, "pt_BR", "Greek letters: συμβούλιο"),
        (PT, "ru", "Latin letters: conselho vai discutir os reparos do muro na quinta"),
        (PT, "zh_Hans", "Latin letters: conselho vai discutir os reparos do muro na quinta"),
        (PT, "ar", "Latin letters: conselho vai discutir os reparos do muro na quinta"),
        (RU, "el", "Cyrillic letters: останется"),
        (JA, "zh_Hans", "Japanese letters: されたままです"),
        (KO, "ja", "Korean letters: 폐쇄됩니다"),
        (TW, "zh_Hans", "traditional Chinese characters: 議會將週討論圍牆維繼"),
        (TW, "zh_CN", "traditional Chinese characters: 議會將週討論圍牆維繼"),
        (ZH, "zh_TW", "simplified Chinese characters: 议会将讨论围墙维继续"),
        (AR, "he", "Arabic letters: إصلاحات"),
        (HE, "ar", "Hebrew letters: בתיקוני"),
        (HI, "th", "Devanagari letters: मरम"),
        ("O m\u0430r subiu.", "pt_BR", "Cyrillic letters: \u0430"),
        ("Порт closed until further notice сегодня.", "ru", "Latin letters: closed until further notice"),
        ("O porto (порт) fechou.", "pt_BR", "Cyrillic letters: порт"),
    ],
)
def test_a_text_in_another_language_or_script(target, locale, finding):
    assert found(CHECK, message(SOURCE, target, locale), locale=locale) == [finding]


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("The letter π is Greek.", "A letra π é grega.", "pt_BR"),
        ("Moscow (Москва) is cold.", "Moscou (Москва) é fria.", "pt_BR"),
        ("The band is called The Sea and the Sky.", "Группа называется The Sea and the Sky.", "ru"),
        ("Run `go to the end`.", "Выполните `go to the end`.", "ru"),
        ("Buy an iPhone", "Купите iPhone", "ru"),
        ("iPhone", "iPhone", "ru"),
        ("He read “The Turn of the Tide”.", "Ele leu “The Turn of the Tide”.", "pt_BR"),
        ("The harbour is closed.", "The harbor is closed.", "en_US"),
        ("Rosa", "Rosa", "zh_Hans"),
        ("", "", "ja"),
    ],
)
def test_names_titles_and_what_the_source_has(source, target, locale):
    assert found(CHECK, message(source, target, locale), locale=locale) == []


def test_function_words_do_where_nothing_else_is_installed(monkeypatch):
    monkeypatch.setattr(languages, "_is_installed", lambda: False)
    assert found(CHECK, message(SOURCE, ES, "pt_BR")) == ["looks like Spanish"]
    assert found(CHECK, message(SOURCE, PT, "pt_BR")) == []
    assert found(CHECK, message("A short way", "Un camino corto", "pt_BR")) == []


def test_the_model_is_not_loaded_for_texts_that_are_as_they_should_be(monkeypatch):
    monkeypatch.setitem(sys.modules, "py3langid", None)  # importing it would fail
    assert found(CHECK, message(SOURCE, PT, "pt_BR")) == []
