"""Locales: one spelling for people and folders, other codes for engines and `lang`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import ProjectError
from l10n.text.locales import bcp47, engine_codes, english_name, language, parse_locale, plural_forms


@pytest.mark.parametrize(
    ("code", "locale"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("pt-br", "pt_BR"),
        ("pt_BR", "pt_BR"),
        ("PT-BR", "pt_BR"),
        ("zh-hant", "zh_Hant"),
        ("zh_Hant_TW", "zh_Hant_TW"),
        ("ZH-HANT-tw", "zh_Hant_TW"),
        ("sr-latn", "sr_Latn"),
        ("es-419", "es_419"),
        ("zh_CN", "zh_CN"),
        ("yue", "yue"),
        ("nb", "nb"),
    ],
)
def test_codes_in_any_spelling(code, locale):
    assert parse_locale(code) == locale
    assert parse_locale(locale) == locale


@pytest.mark.parametrize(
    "code",
    [
        *(
            "",
            "e",
            "xx",
            "qq_QQ",
            "english",
            "pt_br_",
            "_pt",
            "pt__BR",
            "pt BR",
            "pt.BR",
            "pt/BR",
            "../pt",
            "pt\n",
        ),
        *(
            "pt_BR.UTF-8",
            "pt_BR@euro",
            "C",
            "POSIX",
            "root",
            "templates",
            "рт",
            "pt\x00",
            "1",
            "pt_ZZZ",
            ".",
            "..",
        ),
    ],
)
def test_codes_that_nobody_knows_are_refused_with_advice(code):
    with pytest.raises(ProjectError) as caught:
        parse_locale(code)
    assert repr(code) in caught.value.what
    assert "pt_BR" in caught.value.hint


@given(st.text(max_size=12) | st.from_regex(r"[a-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}", fullmatch=True))
def test_any_code_is_a_safe_name_or_refused(code):
    try:
        locale = parse_locale(code)
    except ProjectError:
        return
    assert locale.replace("_", "").isalnum()
    assert locale.isascii()
    assert parse_locale(locale) == locale


@pytest.mark.parametrize(
    ("locale", "expected"), [("pt_BR", "pt"), ("zh_Hant_TW", "zh"), ("es", "es"), ("pt-BR", "pt")]
)
def test_language(locale, expected):
    assert language(locale) == expected


@pytest.mark.parametrize(
    ("locale", "codes"),
    [
        ("pt_BR", ("pb", "pt")),
        ("pt", ("pt",)),
        ("pt_PT", ("pt",)),
        ("zh_Hant", ("zt", "zh")),
        ("zh_TW", ("zt", "zh")),
        ("zh_Hant_HK", ("zt", "zh")),
        ("zh", ("zh",)),
        ("zh_Hans_CN", ("zh",)),
        ("nb", ("nb",)),
        ("nn", ("nb", "nn")),
        ("no", ("nb", "no")),
        ("es_419", ("es",)),
    ],
)
def test_engine_codes_best_first(locale, codes):
    assert engine_codes(locale) == codes


@pytest.mark.parametrize(
    ("locale", "like", "code"),
    [
        ("pt_BR", "", "pt-BR"),
        ("pt_BR", "en", "pt-BR"),
        ("pt_BR", "en-GB", "pt-BR"),
        ("pt_BR", "en_GB", "pt_BR"),
        ("zh_Hant_TW", "", "zh-Hant-TW"),
    ],
)
def test_bcp47(locale, like, code):
    assert bcp47(locale, like) == code


@pytest.mark.parametrize(
    ("locale", "count"), [("ja", 1), ("en", 2), ("pt_BR", 2), ("es", 2), ("ru", 3), ("pl", 3), ("ar", 6)]
)
def test_plural_forms(locale, count):
    assert plural_forms(locale).startswith(f"nplurals={count}; plural=")
    assert plural_forms(locale).endswith(";")


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("pt_BR", "Portuguese (Brazil)"),
        ("es", "Spanish"),
        ("zh_Hant", "Chinese (Traditional)"),
        ("ja", "Japanese"),
    ],
)
def test_english_name(locale, name):
    assert english_name(locale) == name
