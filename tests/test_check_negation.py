"""The check `negation`."""

import pytest
from checking import found, message

from l10n import registry

CHECK = next(check for check in registry.checks() if check.code == "negation")


@pytest.mark.parametrize(
    ("source", "target", "locale", "lost"),
    [
        ("Don’t open the gate.", "Abra o portão.", "pt_BR", "don't"),
        ("They don't know anything.", "Eles sabem nada.", "pt_BR", "don't"),
        ("Nobody came.", "Alguém veio.", "pt_BR", "nobody"),
        (
            "Neither the tide nor the storm did it.",
            "Tanto a maré quanto a tempestade fizeram isso.",
            "pt_BR",
            "neither",
        ),
        (
            "Neither the tide nor the storm did it.",
            "Tanto la marea como la tormenta lo hicieron.",
            "es",
            "neither",
        ),
        (
            "It doesn't come after 12 hours but after 13.",
            "Llega al cabo de 12 horas, sino de 13.",
            "es",
            "doesn't",
        ),
        ("There is no shortage of fish.", "Falta peixe.", "pt_BR", "no"),
        ("It is unclear and not safe.", "É incerto e é seguro.", "pt_BR", "not"),
        ("No, it is closed.", "Sim, está fechado.", "pt_BR", "no"),
        ("The bridge is not safe.", "El puente es seguro.", "es", "not"),
        ("The bridge is not safe.", "Le pont est sûr.", "fr", "not"),
        ("The bridge is not safe.", "Die Brücke ist sicher.", "de", "not"),
        ("The bridge is not safe.", "Міст безпечний.", "uk", "not"),
        ("The bridge is never safe.", "Мост всегда опасен, это ясно.", "ru", "never"),
        ("The bridge is not safe.", "桥是安全的。", "zh_Hans", "not"),
        ("The bridge is not safe.", "橋は安全です。", "ja", "not"),
        ("The bridge is not safe.", "다리는 안전합니다.", "ko", "not"),
        ("The bridge is not safe.", "الجسر آمن.", "ar", "not"),
        ("The bridge is not safe.", "הגשר בטוח.", "he", "not"),
        ("The bridge is not safe.", "पुल सुरक्षित है।", "hi", "not"),
        ("The bridge is not safe.", "Η γέφυρα είναι ασφαλής.", "el", "not"),
        ("Rain fell. It did not stop.", "Choveu. Depois parou.", "pt_BR", "not"),
    ],
)
def test_a_negation_that_is_lost(source, target, locale, lost):
    assert found(CHECK, message(source, target, locale), locale=locale) == [f"a negation is lost: {lost}"]


@pytest.mark.parametrize(
    ("source", "target", "locale", "added"),
    [
        ("Open the gate.", "Não abra o portão.", "pt_BR", "não"),
        ("We always go.", "Nunca vamos.", "pt_BR", "nunca"),
        ("It is less than half, and can work.", "É menos que a metade, e não pode agir.", "pt_BR", "não"),
        ("Not today, but tomorrow.", "Hoje não, e amanhã não.", "pt_BR", "não"),
        ("Open the gate.", "No abra la puerta.", "es", "no"),
        ("Open the gate.", "N'ouvrez pas la porte.", "fr", "pas"),
        ("Open the gate.", "Öffnen Sie das Tor nicht.", "de", "nicht"),
        ("Open the gate.", "Не открывайте ворота.", "ru", "не"),
    ],
)
def test_a_negation_that_is_added(source, target, locale, added):
    assert found(CHECK, message(source, target, locale), locale=locale) == [f"a negation is added: {added}"]


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("He does not know anyone here.", "Ele não conhece ninguém aqui.", "pt_BR"),
        ("He does not know people here.", "Ele não conhece ninguém aqui.", "pt_BR"),
        ("It is not necessary.", "É desnecessário.", "pt_BR"),
        ("It is unclear.", "Não está claro.", "pt_BR"),
        ("Unless it rains, we sail.", "Se não chover, zarpamos.", "pt_BR"),
        ("Not only the wall broke.", "Não só o muro quebrou.", "pt_BR"),
        ("You are coming, aren’t you?", "Você vem, certo?", "pt_BR"),
        ("You are coming, right?", "Você vem, não é?", "pt_BR"),
        ("Berth No. 2", "Berço nº 2", "pt_BR"),
        ("Run it with --no-cookies.", "Execute com --no-cookies.", "pt_BR"),
        ("No matter how late it is.", "Por mais tarde que seja.", "pt_BR"),
        ("Say whether you like it.", "Diga se gosta ou não.", "pt_BR"),
        ("He left without a coat.", "Ele saiu sem casaco.", "pt_BR"),
        ("He left in a hurry.", "Ele saiu sem demora.", "pt_BR"),
        ("Higher than anyone had ever seen.", "Más alto de lo que nadie había visto jamás.", "es"),
        (
            "It was faster than any boat before it.",
            "Fue más rápido que ningún otro barco antes que él.",
            "es",
        ),
        ("It is faster than ever.", "É mais rápido do que nunca.", "pt_BR"),
        ("It costs no more than a coffee.", "Custa o mesmo que um café.", "pt_BR"),
        ("It only rains here.", "Il ne pleut qu'ici.", "fr"),
        ("The bridge is not safe.", "桥不安全。", "zh_Hans"),
        ("However, he is different.", "不过，他不同。", "zh_Hans"),
        ("The bridge is not safe.", "橋は安全ではない。", "ja"),
        ("The bridge is not safe.", "Köprü güvenli.", "tr"),  # a language whose words nobody listed
        ("We do not go. It rains.", "Chove. Não vamos.", "pt_BR"),
    ],
)
def test_what_another_language_says_in_its_way(source, target, locale):
    assert found(CHECK, message(source, target, locale), locale=locale) == []
