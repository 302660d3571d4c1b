"""Quotation marks: pairs, kinds and numbers, in many languages."""

import pytest
from checking import found, message

from l10n import registry

CHECK = next(check for check in registry.checks() if check.code == "quotes")
SAID = "She said “no”."


@pytest.mark.parametrize(
    ("target", "locale", "finding"),
    [
        ("Ela disse não”.", "pt_BR", "” has no partner"),
        ("Ela disse “não“.", "pt_BR", "“ has no partner"),
        ('Ela disse “não".', "pt_BR", "“ has no partner"),
        ("Ela disse “não»", "pt_BR", "“ has no partner"),
        ("Ela disse ““não”.", "pt_BR", "“ has no partner"),
        ("Ela disse ”não“.", "pt_BR", "”…“ should be “…”"),
        ("Ela disse «não».", "pt_BR", "«…» should be “…”"),
        ("Ela disse 'não'.", "pt_BR", "'…' should be “…”"),
        ('Ela disse "não".', "pt_BR", '"…" should be “…”'),
        ("Ela disse não.", "pt_BR", "a quotation is missing"),
        ("Ela disse 'não.", "pt_BR", "a quotation is missing"),
        ("Dijo «no».", "es", None),
        ("Dijo “no”.", "es", None),
        ("»Dijo que no».", "es", None),
        ("»Disse que não».", "pt_BR", "»…» should be “…”"),
        ("Dijo „no“.", "es", "„…“ should be “…”"),
        ("Elle a dit «\u00a0non\u00a0».", "fr", None),
        ("Elle a dit « non ».", "fr", None),
        ("Elle a dit «\u00a0non.", "fr", "« has no partner"),
        ("Elle a dit l’«\u00a0autre\u00a0».", "fr", None),
        ("Elle a dit “non”.", "fr", "“…” should be «…»"),
        ("« Elle a dit “non”. »", "fr", None),
        ("Она сказала “нет”.", "ru", "“…” should be «…»"),
        ("Sie sagte „nein“.", "de", None),
        ("Sie sagte »nein«.", "de", None),
        ("Sie drückte »?«.", "de", None),
        ("Sie sagte „nein”.", "de", "„…” should be „…“"),
        ("Hon sa ”nej”.", "sv", None),
        ("Hon sa ”nej.", "sv", "” has no partner"),
        ("Hän sanoi ”ei”-sanan.", "fi", None),
        ("Powiedziała „nie”.", "pl", None),
        ("Azt mondta: „nem”-et.", "hu", None),
        ("Она сказала «нет».", "ru", None),
        ("Она сказала «нет.", "ru", "« has no partner"),
        ("她说“不”。", "zh_Hans", None),
        ("她说“不。", "zh_Hans", "“ has no partner"),
        ("她说‘不’了。", "zh_Hans", "‘…’ should be “…”"),
        ("彼女は「いいえ」と言った。", "ja", None),
        ("彼女は「いいえと言った。", "ja", "「 has no partner"),
        ("그녀는 “아니요”라고 말했다.", "ko", None),
        ("قالت «لا».", "ar", None),
        ("قالت ”لا“.", "ar", None),
        ("היא אמרה “לא”.", "he", None),
        ('היא אמרה “לא” לארה"ב.', "he", None),
        ("Είπε «όχι».", "el", None),
        ("उसने “नहीं” कहा।", "hi", None),
    ],
)
def test_curly_marks_of_the_source(target, locale, finding):
    said = found(CHECK, message(SAID, target, locale), locale=locale)
    assert said == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("source", "target", "finding"),
    [
        ('A "b" c', 'Um "b c', '" has no partner'),
        ('A "b" c', "Um «b» c", "«…» should be “…”"),
        ('A "b" c', "Um “b” c", None),
        ("A 'b' c", "Um “b” c", None),
        ("A ‘b’ c", "Um “b” c", None),
        ("A b c", 'Um "b" c', None),
        ("A b c", 'Um "b c', '" has no partner'),
        ('A 24" screen', 'Uma tela de 24"', None),
        ("the boats’ crews don’t", "as tripulações", None),
        ("“It goes on.", "“Continua.", None),
        ("“It goes on.", "Continua.", None),
        ("A “b” and “c”", "Um “b” e c", "a quotation is missing"),
        ("“A ‘b’ c”", "“Um ‘b’ c”", None),
        ("“A ‘b’ c”", "“Um “b” c”", "“…” stands inside of “…”"),
        ("“A “b” c”", "“Um “b” c”", None),
        ('"A "b" c"', '"Um "b" c"', None),
        ("“A ‘b’ c”", "“Um ‘b c”", "‘ has no partner"),
        ('A `"` b', 'Um `"` b', None),
        ('[a](u "t")', '[b](u "t")', None),
        ("A &quot;b&quot; c", "Um &quot;b c", '" has no partner'),
    ],
)
def test_other_marks(source, target, finding):
    assert found(CHECK, message(source, target)) == ([finding] if finding else [])
