"""Spaces and line breaks: too many, too few, and those of languages."""

import pytest
from checking import found, message

from l10n import registry

CHECK = next(check for check in registry.checks() if check.code == "spaces")
MARKUP = "a link, emphasis, code or quotation"


@pytest.mark.parametrize(
    ("source", "target", "finding"),
    [
        ("a b", "um  b", "more than one space"),
        ("a b", "um \u00a0b", "more than one space"),
        ("a  b", "um  b", None),
        ("a b", "um * b*", None),
        ("a *b* c", "um *b*  c", "more than one space"),
        ("a ![b](u) c", "um ![b](u) c", None),
        ("a <br> c", "um <br> c", None),
        ("a `b  c`", "um `b  c`", None),
        ("a b", " um b", "a space at the start"),
        ("a b", "um b ", "a space at the end"),
        ("a b", "um b\n", "a space at the end"),
        ("a b ", "um b", "the space at the end is missing"),
        ("a b.", "um b .", "a space before ."),
        ("a, b", "um , b", "a space before ,"),
        ("a? b", "um ? b", "a space before ?"),
        ("a: b", "um : b", "a space before :"),
        ("a : b", "um : b", None),
        ("a :)", "um :)", None),
        ("a .NET b", "um .NET b", None),
        ("a … b", "um … b", None),
        ("a (b)", "um ( b)", "a space behind ("),
        ("a (b)", "um (b )", "a space before )"),
        ("a “b”", "um “ b”", "a space within quotation marks"),
        ("a “b”", "um “b ”", "a space within quotation marks"),
        ("[ ] a", "[ ] um", None),
        ("one, two", "umas,duas", "no space behind ,"),
        ("one. Two", "umas.Duas", "no space behind ."),
        ("one! Two", "umas!Duas", "no space behind !"),
        ("one. “Two”", "“umas.”Duas", "no space behind .”"),
        ("one, “two”", "umas,“duas”", "no space behind ,"),
        ("In 2019. Two", "Em 2019.Duas", "no space behind ."),
        ("`a`, b", "`a`,bem", "no space behind ,"),
        ("at 10:30, 1,5", "às 10:30, 1,5", None),
        ("Node.js", "Node.js", None),
        ("the U.S. is", "EE.UU. es", None),
        ("e.g. a", "p.ex. um", None),
        ("std::map a", "std::map um", None),
        ("see a/README.Debian", "veja b/README.Debian", None),
        ("the pier (built in 1906)", "o píer(de 1906)", "no space before ("),
        ("the pier (old one) is", "o píer (dos velhos)está", "no space behind )"),
        ("the file(s) you", "o(s) arquivo(s) honesto(a)s", None),
        ("reopen it", "(re)abra-o", None),
        ("the [pier](u) is", "o[píer](u) fica", f"no space before {MARKUP}"),
        ("the [pier](u) is", "o [píer](u)fica", f"no space behind {MARKUP}"),
        ("the **pier** is", "o**píer** fica", f"no space before {MARKUP}"),
        ("the `pier` is", "o `pier`fica", f"no space behind {MARKUP}"),
        ("the “pier” is", "o“píer” fica", f"no space before {MARKUP}"),
        ("two [issues](u)", "duas [issue](u)s", None),
        ("**W**orld", "**M**undo", None),
        ("M<sub>2</sub>", "M<sub>2</sub>", None),
        ("1 Pier Road\nPort", "1 Pier Road Port", "1 line break missing"),
        ("a b c", "um\nb\nc", "2 line breaks too many"),
        ("a\nb", "um \nb", "a space beside a line break"),
        ("a\nb", "um\n b", "a space beside a line break"),
        ("5\u00a0km away", "a 5 km", "no no-break space behind 5"),
        ("5&nbsp;% off", "5 % menos", "no no-break space behind 5"),
        ("5\u00a0km away", "a 5\u202fkm", None),
        ("5 km away", "a 5 km", None),
    ],
)
def test_spaces(source, target, finding):
    assert found(CHECK, message(source, target)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("source", "target", "locale", "finding"),
    [
        ("What!", "Quoi\u00a0!", "fr", None),
        ("What!", "Quoi!", "fr", "no no-break space before !"),
        ("What!", "Quoi !", "fr", "no no-break space before !"),
        ("What!", "Quoi\u202f!", "fr_CA", "a space before !"),
        ("What!", "Quoi!", "fr_CA", None),
        ("So: a", "Donc\u00a0: un", "fr_CA", None),
        ("So: a", "Donc: un", "fr_CA", "no no-break space before :"),
        ("What!", "Quoi!", "fr_CH", None),
        ("What!", "Quoi\u202f!", "fr_CH", None),
        ("“a”", "«\u00a0un\u00a0»", "fr", None),
        ("“a”", "«un»", "fr", "no no-break space behind «"),
        ("“a”", "« un »", "fr", "no no-break space behind «"),
        ("“a”", "« un »", "es", "a space within quotation marks"),
        ("at 10:30, see https://a.example/b?c", "à 10:30, voir https://a.example/b?c", "fr", None),
        ("a, b", "un , b", "fr", "a space before ,"),
        ("one, two", "一，二", "zh_Hans", None),
        ("one, two", "一 ，二", "zh_Hans", "a space before ，"),
        ("the [pier](u) is", "去[码头](u)吧", "zh_Hans", None),
        ("one. Two", "หนึ่ง.สอง", "th", None),
        ("in [Haaretz](u)", "ב[הארץ](u)", "he", None),
        ("in [the port](u)", "في[الميناء](u)", "ar", None),
        ("one, two", "واحد،اثنان", "ar", "no space behind ،"),
        ("in [Helsinki](u)", "[Helsing](u)issa", "fi", None),
        ("the EU’s", "EU:n", "fi", None),
        ("the pier (old one)", "부두(오래된 것)", "ko", None),
        ("Is it? Yes.", "Είναι;Ναι.", "el", "no space behind ;"),
        ("What?", "¿ Qué?", "es", "a space behind ¿"),
        ("It is late.", "देर हो गई ।", "hi", None),
    ],
)
def test_spaces_of_languages(source, target, locale, finding):
    assert found(CHECK, message(source, target, locale), locale=locale) == ([finding] if finding else [])
