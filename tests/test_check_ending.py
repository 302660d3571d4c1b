"""Endings: marks of many scripts, and what may stand behind them."""

import pytest
from checking import found, message

from l10n import registry

CHECK = next(check for check in registry.checks() if check.code == "ending")


@pytest.mark.parametrize(
    ("source", "target", "finding"),
    [
        ("It is late.", "É tarde", ". is missing at the end"),
        ("It is late.", "É tarde:", "ends in :, not in ."),
        ("It is late.", "É tarde..", "ends in .., not in ."),
        ("It is late.", "É tarde?", "ends in ?, not in ."),
        ("It is late.", "É tarde…", "ends in …, not in ."),
        ("It is late!", "É tarde!!", "ends in !!, not in !"),
        ("It is late!!", "É tarde!", None),
        ("It is late?!", "É tarde?", None),
        ("It is late...", "É tarde…", None),
        ("It is late…", "É tarde.", "ends in ., not in …"),
        ("Late:", "Tarde", ": is missing at the end"),
        ("Late", "Tarde.", "ends in ., the source in no mark"),
        ("Late", "Tarde:", "ends in :, the source in no mark"),
        ("“It is late.”", "“É tarde”.", None),
        ("“It is late.”", "“É tarde”", ". is missing at the end"),
        ("He asked “Why?”", "Perguntou “por quê?”.", None),
        ("It (the tide) is late (very).", "Ela (a maré) está atrasada (muito.)", None),
        ("It is late.[^1]", "É tarde[^1].", None),
        ("It is late.[^1]", "É tarde[^1]", ". is missing at the end"),
        ("*It is late.*", "*É tarde*.", None),
        ("It is **late**.", "É **tarde**", ". is missing at the end"),
        ("Read `a.b`.", "Leia `a.b`", ". is missing at the end"),
        ("Abbreviation:", "Abrev.:", None),
        ("Abbreviation:", "Abreviação:.", "ends in :., not in :"),
        ("Done! 🎉", "Pronto!", None),
        ("Done! 🎉", "Pronto 🎉", "! is missing at the end"),
        ("At 5 p.m.", "Às 17h", None),
        ("At 5 p.m.", "Às 17h.", None),
        ("The ferry Ltd.", "A balsa Ltda.", None),
        ("Boats, cats, etc.", "Barcos, gatos etc.", None),
        ("One,\ntwo.", "Um\ndois.", None),
        ("One.\nTwo.", "Um\nDois.", ". is missing at the end"),
        ("![a](u)", "![b](u)", None),
        ("The ferry .", "A balsa.", None),
    ],
)
def test_endings(source, target, finding):
    assert found(CHECK, message(source, target)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("source", "target", "locale", "finding"),
    [
        ("It is late.", "已经晚了。", "zh_Hans", None),
        ("It is late.", "已经晚了", "zh_Hans", ". is missing at the end"),
        ("Is it late?", "已经晚了吗？", "zh_Hans", None),
        ("Is it late?", "已经晚了吗。", "zh_Hans", "ends in ., not in ?"),
        ("As follows:", "如下：", "zh_Hans", None),
        ("Wait…", "等等……", "zh_Hans", None),
        ("It is late.", "遅いです。", "ja", None),
        ("“It is late.”", "「遅いです」", "ja", None),
        ("Is it late?", "遅いですか。", "ja", None),
        ("It is late.", "늦었습니다.", "ko", None),
        ("It is late.", "देर हो गई।", "hi", None),
        ("It is late.", "देर हो गई", "hi", ". is missing at the end"),
        ("Is it late?", "هل تأخر الوقت؟", "ar", None),
        ("Is it late?", "هل تأخر الوقت.", "ar", "ends in ., not in ?"),
        ("One; two;", "واحد؛ اثنان؛", "ar", None),
        ("It is late.", "دیر ہو گئی۔", "ur", None),
        ("Is it late?", "Είναι αργά;", "el", None),
        ("Is it late?", "Είναι αργά\u037e", "el", None),
        ("Is it late?", "Είναι αργά.", "el", "ends in ., not in ?"),
        ("Is it late?", "Ուշ է՞։", "hy", None),
        ("It is late.", "Ուշ է:", "hy", None),
        ("It is late.", "สายแล้ว", "th", None),
        ("It is late!", "สายแล้ว", "th", "! is missing at the end"),
        ("It is late.", "យឺតហើយ។", "km", None),
        ("It is late.", "መሽቷል።", "am", None),
        ("It is late.", "מאוחר.", "he", None),
        ("What!", "Quoi\u202f!", "fr", None),
        ("Is it late?", "¿Es tarde?", "es", None),
        ("Is it late?", "Es tarde?", "es", "¿ is missing"),
        ("How late!", "Qué tarde!", "es", "¡ is missing"),
        ("Is it late? Yes", "¿Es tarde Sí", "es", "? is missing"),
        ("If so, why?", "Si es así, ¿por qué?", "es", None),
        ("Yahoo! is back.", "Yahoo! ha vuelto.", "es", None),
        ("No!", "¡No!", "es", None),
        ("Press ? for help", "Pulse ? para ayuda", "es", None),
        ("Delete {name}?", "¿Borrar «{name}»?", "es", None),
        ("No! Yes!", "¡No! Sí!", "es", "¡ is missing"),
        ("“Why?” he asked.", "«¿Por qué?», preguntó.", "es", None),
        ("What?!", "¡¿Qué?!", "es", None),
        ("Press `?`.", "Pulse `?`.", "es", None),
    ],
)
def test_marks_of_languages(source, target, locale, finding):
    assert found(CHECK, message(source, target, locale), locale=locale) == ([finding] if finding else [])
