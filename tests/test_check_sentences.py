"""The check `sentences`."""

import pytest
from checking import found, message

from l10n import registry

CHECK = next(check for check in registry.checks() if check.code == "sentences")
THREE = "The storm came at night. Nobody slept in the harbour. By dawn the quay was under water."
SKIPPED = "3 sentences, but 2 in the translation"


@pytest.mark.parametrize(
    ("source", "target", "locale", "finding"),
    [
        (THREE, "A tempestade veio à noite. De madrugada o cais estava debaixo d’água.", "pt_BR", SKIPPED),
        (THREE, "La tormenta llegó de noche. ¡Nadie durmió en el puerto!", "es", SKIPPED),
        (THREE, "暴风雨在夜里来临。黎明时分，码头已被淹没。", "zh_Hans", SKIPPED),
        (THREE, "暴风雨在夜里来临。港口无人入睡。黎明时分，码头已被淹没。", "zh_Hans", ""),
        (THREE, "嵐は夜に来た。明け方には岸壁は水に浸かっていた。", "ja", SKIPPED),
        (THREE, "तूफ़ान रात में आया। भोर तक घाट पानी में डूब चुका था।", "hi", SKIPPED),
        (THREE, "तूफ़ान रात में आया। बंदरगाह में कोई नहीं सोया। भोर तक घाट पानी में डूब चुका था।", "hi", ""),
        (THREE, "جاءت العاصفة ليلا. عند الفجر كان الرصيف تحت الماء؟", "ar", SKIPPED),
        ("Did you hear it? Nobody slept. Why not?", "Το άκουσες; Γιατί όχι;", "el", SKIPPED),
        ("Did you hear it? Nobody slept. Why not?", "Το άκουσες; Κανείς δεν κοιμήθηκε. Γιατί όχι;", "el", ""),
        (THREE, "พายุมาในเวลากลางคืน ไม่มีใครนอนหลับในท่าเรือ พอรุ่งสางท่าเรือก็จมอยู่ใต้น้ำ", "th", ""),
        (
            THREE,
            "Ela veio à noite, e ninguém dormiu no porto. De madrugada o cais já estava debaixo d’água.",
            "pt_BR",
            "",
        ),
        (
            "Dr. Ivy Chen spoke to Mr. Vey of the U.S. Senate.",
            "A Dra. Chen falou com o sr. Vey, do Senado.",
            "pt_BR",
            "",
        ),
        (
            "The council discusses it on Nov. 13. Until then, write to the town hall by 6:30 p.m. or call.",
            "El concejo lo debatirá el 13 de noviembre.",
            "es",
            "a sentence is lost",
        ),
        (
            "It came at night.",
            "Veio à noite. Ninguém dormiu no porto inteiro.",
            "pt_BR",
            "1 sentence, but 2 in the translation",
        ),
        (
            "“It came at night,” she said. “Nobody slept.”",
            "“Veio à noite”, disse ela.",
            "pt_BR",
            "2 sentences, but 1 in the translation",
        ),
        ("It came (...) at night. Nobody slept. (...)", "Veio à noite. (...)", "pt_BR", SKIPPED),
        (
            "**At night.** Nobody slept.\nBy dawn it was gone.",
            "**À noite.** Ninguém dormiu.\nDe manhã já tinha ido embora.",
            "pt_BR",
            "",
        ),
    ],
)
def test_sentences_that_are_lost_or_added(source, target, locale, finding):
    says = found(CHECK, message(source, target, locale), locale=locale)
    assert says == ([finding] if finding else [])


def test_a_text_of_nothing_but_marks_is_read_once():
    assert found(CHECK, message("Wait.", "!" * 1_000_000)) == []
