"""Characters that hide and letters that pose, in every script; and what writing needs."""

import pytest
from checking import found, message

from l10n.checks.invisible import CHECK


@pytest.mark.parametrize(
    ("target", "locale", "findings"),
    [
        ("O m\u200bar", "pt_BR", ["U+200B zero width space in “mar”"]),
        ("O mar\u200b subiu", "pt_BR", ["U+200B zero width space in “mar”"]),
        ("\u200bO mar", "pt_BR", ["U+200B zero width space in “O”"]),
        ("海\u200b面", "zh_Hans", ["U+200B zero width space in “海面”"]),
        ("m\u200car", "de", ["U+200C zero width non-joiner in “mar”"]),
        ("m\u200dar", "de", ["U+200D zero width joiner in “mar”"]),
        ("کتاب\u200c و", "fa", ["U+200C zero width non-joiner in “کتاب”"]),
        ("o\u2060 mar", "pt_BR", ["U+2060 word joiner in “o”"]),
        ("mar\ufeff", "pt_BR", ["U+FEFF zero width no-break space in “mar”"]),
        ("maré\u00adalta", "pt_BR", ["U+00AD soft hyphen in “maréalta”"]),
        ("informa\ufffd\ufffdo", "pt_BR", ["U+FFFD replacement character in “informao”"]),
        ("a\x00b\x1bc", "pt_BR", ["U+0000 control character in “abc”", "U+001B control character in “abc”"]),
        ("a\tb\r", "pt_BR", ["U+0009 control character in “ab”", "U+000D control character in “b”"]),
        ("a\x93b\x94", "pt_BR", ["U+0093 control character in “ab”", "U+0094 control character in “ab”"]),
        ("a\u2028b", "pt_BR", ["U+2028 line separator in “ab”"]),
        ("\uf8ff Apple", "pt_BR", ["U+F8FF private use"]),
        ("\U000f0000", "pt_BR", ["U+F0000 private use"]),
        ("a\ufffe", "pt_BR", ["U+FFFE no character in “a”"]),
        ("a\ufe0fb", "pt_BR", ["U+FE0F variation selector-16 in “ab”"]),
        ("a\U000e0061b", "pt_BR", ["U+E0061 tag latin small letter a in “ab”"]),
        ("a\u3164b", "pt_BR", ["U+3164 hangul filler in “ab”"]),
        ("a\u2800b", "pt_BR", ["U+2800 braille pattern blank in “ab”"]),
        ("a\u061cb", "pt_BR", ["U+061C arabic letter mark in “ab”"]),
        ("a \u200eb", "pt_BR", ["U+200E left-to-right mark in “b”"]),
        (
            "\u202aa\u202c",
            "pt_BR",
            ["U+202A left-to-right embedding in “a”", "U+202C pop directional formatting in “a”"],
        ),
        (
            "\u2066a\u2069",
            "pt_BR",
            ["U+2066 left-to-right isolate in “a”", "U+2069 pop directional isolate in “a”"],
        ),
        ("\u202eשלום", "he", ["U+202E right-to-left override in “שלום”"]),
        ("\u2067שלום", "he", ["U+2067 right-to-left isolate in “שלום”"]),
        ("שלום\u200b", "he", ["U+200B zero width space in “שלום”"]),
        ("pague &#8238;onod", "pt_BR", ["U+202E right-to-left override in “onod”"]),
        ("pague &#x202E;onod", "pt_BR", ["U+202E right-to-left override in “onod”"]),
        ("m&ZeroWidthSpace;ar", "pt_BR", ["U+200B zero width space in “mar”"]),
        ("a c\u0430sa", "pt_BR", ["U+0430 cyrillic small letter a in “c\u0430sa”"]),
        ("\u0410 casa", "pt_BR", ["U+0410 cyrillic capital letter a in “\u0410”"]),
        ("\u0441\u043e\u0440", "pt_BR", ["U+0441 cyrillic small letter es in “\u0441\u043e\u0440”"]),
        ("p\u0430\u0456s", "pt_BR", ["U+0430 cyrillic small letter a in “p\u0430\u0456s”"]),
        ("c\u03bfisa", "pt_BR", ["U+03BF greek small letter omicron in “c\u03bfisa”"]),
        ("cidad\u0435", "pt_BR", ["U+0435 cyrillic small letter ie in “cidad\u0435”"]),
        ("d\u0435", "pt_BR", ["U+0435 cyrillic small letter ie in “d\u0435”"]),
        ("\u03bf mar", "pt_BR", ["U+03BF greek small letter omicron in “\u03bf”"]),
        ("\u043aafé", "pt_BR", ["U+043A cyrillic small letter ka in “\u043aafé”"]),
        ("ca\uff53a", "pt_BR", ["U+FF53 fullwidth latin small letter s in “ca\uff53a”"]),
        ("c\u0251sa", "pt_BR", ["U+0251 latin small letter alpha in “c\u0251sa”"]),
        ("USB\u0441", "pt_BR", ["U+0441 cyrillic small letter es in “USB\u0441”"]),
        ("м\u006fре", "ru", ["U+006F latin small letter o in “м\u006fре”"]),
        ("вместе c ним", "ru", ["U+0063 latin small letter c in “c”"]),
        ("\u004fбщество", "uk", ["U+004F latin capital letter o in “\u004fбщество”"]),
        ("θάλ\u0061σσα", "el", ["U+0061 latin small letter a in “θάλ\u0061σσα”"]),
    ],
)
def test_what_hides_or_poses(target, locale, findings):
    assert found(CHECK, message("A text.", target, locale), locale=locale) == findings


@pytest.mark.parametrize(
    ("target", "locale"),
    [
        ("می\u200cنویسم USB\u200cها", "fa"),
        ("«کتاب»\u200cها", "fa"),
        ("क\u094d\u200cष क\u094d\u200dष", "hi"),
        ("അവന\u0d4d\u200c വന\u0d4d\u200d", "ml"),
        ("ภาษา\u200bไทย ABC\u200bไทย", "th"),
        ("ភាសា\u200bខ្មែរ", "km"),
        ("မြန်မာ\u200bဘာသာ", "my"),
        ("(\u200fשלום\u200e) \u2067abc\u2069 \u061c", "he"),
        ("A palavra שלום\u200e aqui", "pt_BR"),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467 1\ufe0f\u20e3 \u2139\ufe0f",
            "pt_BR",
        ),
        ("\u2764\ufe0f\u200d\U0001f525", "pt_BR"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "pt_BR"),
        ("葛\U000e0100", "ja"),
        ("ᠠ\u180b", "mn_Mong"),
        ("5\u00a0%, 10\u202f000 «\u2009a\u2009»", "fr"),
        ("全角\u3000空白", "ja"),
        ("Linha\nnova", "pt_BR"),
        ("5 kΩ, 3 μm, Δt e β-caroteno", "pt_BR"),
        ("%sсоль и %sмир", "ru"),
        ("A palavra море, Windows", "pt_BR"),
        ("ＮＨＫの番組とUSBとＤＶＤ", "ja"),
        ("SMSка и USB-кабель, iPhone, вариант А", "ru"),
        ("Η λέξη sea και το USB", "el"),
        ("R&amp;B &nbsp; &lt; &copy;", "pt_BR"),
        ("naïve façade Łódź İstanbul", "pl"),
    ],
)
def test_what_writing_needs(target, locale):
    assert found(CHECK, message("A text.", target, locale), locale=locale) == []


def test_what_the_source_has_is_its_author_s():
    assert found(CHECK, message("x\u00ady c\u0430sa", "x\u00ady\u00adz c\u0430sa")) == []
    assert found(CHECK, message("x&shy;y", "x\u00ady")) == []
    assert found(CHECK, message("TNFα and 2 xα", "TNFα e 2 xα")) == []
    assert found(CHECK, message("alpha rays", "raios α")) == []
