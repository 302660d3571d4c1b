"""Figures and times: which a text has, which a translation lacks, and how locales write them."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from l10n.drafting import numbers, times
from l10n.drafting.edits import applied
from l10n.text import clock, figures

LOCALES = ["en", "pt_BR", "pt_PT", "fr", "de", "de_CH", "es", "hi", "sv", "pl", "ru", "ja"]


def lost(source: str, target: str, to: str = "pt_BR", source_locale: str = "en") -> list[str]:
    found = figures.lost(source, target, (source_locale, to))
    return [source[figure.start : figure.end] for figure in found]


def mended(source: str, target: str, to: str = "pt_BR", source_locale: str = "en") -> str:
    return applied(target, sorted(numbers.mended(source, target, (source_locale, to))))[0]


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("12.5%, $1,250.75 and 1,000", "en", ["12.5", "1,250.75", "1,000"]),
        ("12,5%, $1.250,75 e 1.000", "pt_BR", ["12,5", "1.250,75", "1.000"]),
        ("12,5 %, 1\u202f250,75 $ et 1\u202f000", "fr", ["12,5", "1\u202f250,75", "1\u202f000"]),
        ("1 250 homes, 3 000", "fr", ["1 250", "3 000"]),
        ("In 2024 25 boats", "en", ["2024", "25"]),
        ("12,34,567", "hi", ["12,34,567"]),
        ("at 6:30 p.m. on 5", "en", ["6:30 p.m.", "5"]),
        ("v1.2.3 and 0.85.x", "en", ["1.2.3", "0.85.x"]),
        ("see https://e.org/2024/11 and XQZ12", "en", []),
        ("2019–2024, 3-2, 12/03/1968", "en", ["2019", "2024", "3", "2", "12", "03", "1968"]),
    ],
)
def test_figures_of_a_text(text, locale, found):
    assert [text[figure.start : figure.end] for figure in figures.figures(text, locale)] == found


@pytest.mark.parametrize(
    ("raw", "locale", "value"),
    [
        ("1,250.75", "en", "1250.75"),
        ("1.250,75", "pt_BR", "1250.75"),
        ("1\u202f250,75", "fr", "1250.75"),
        ("1’250.75", "de_CH", "1250.75"),
        ("1.250,75", "de", "1250.75"),
        ("12,34,567.8", "hi", "1234567.8"),
        ("12.50", "en", "12.5"),
        ("007", "en", "7"),
        ("٢٤", "ar", "24"),
        ("1.250.75", "en", ""),
        ("12,34", "en", ""),
        ("0.85.x", "en", ""),
        ("1,000", "pt_BR", "1"),
    ],
)
def test_values(raw, locale, value):
    assert figures.value(raw, locale) == value


@pytest.mark.parametrize(
    ("raw", "target", "written"),
    [
        ("1,250.75", "pt_BR", "1.250,75"),
        ("1,250.75", "fr", "1\u202f250,75"),
        ("1,250.75", "de", "1.250,75"),
        ("1,250.75", "hi", "1,250.75"),
        ("1,234,567", "hi", "12,34,567"),
        ("12.50", "pt_BR", "12,50"),
        ("2.4.1", "pt_BR", "2.4.1"),
        ("0.85.x", "pt_BR", "0.85.x"),
        ("2024", "fr", "2024"),
        ("6:30 p.m.", "pt_BR", "18:30"),
        ("6:30 p.m.", "hi", "6:30 pm"),
        ("12:10 a.m.", "de", "00:10"),
        ("noon", "de", "noon"),
    ],
)
def test_figures_as_a_locale_writes_them(raw, target, written):
    assert numbers.written(raw, "en", target) == written


@given(st.integers(0, 10**9), st.integers(0, 999), st.sampled_from(LOCALES), st.sampled_from(LOCALES))
def test_what_one_locale_writes_is_the_same_number_in_another(whole, fraction, source, target):
    number = Decimal(whole) + Decimal(fraction) / 1000
    raw = format_decimal(number, locale=source)
    assert figures.value(raw, source) == f"{number.normalize():f}"
    assert figures.value(numbers.localized(raw, source, target), target) == figures.value(raw, source)
    assert lost(f"a {raw} b", f"c {numbers.localized(raw, source, target)} d", target, source) == []


@given(st.text(alphabet="0123456789.,:xpm ’-–v", max_size=25), st.sampled_from(LOCALES))
def test_figures_are_in_order_and_hold_every_digit(text, locale):
    found = figures.figures(text, locale)
    at = 0
    for figure in found:
        assert at <= figure.start < figure.end <= len(text)
        assert not any(char.isdigit() for char in text[at : figure.start])
        assert figure.forms
        at = figure.end
    assert not any(char.isdigit() for char in text[at:])
    assert lost(text, text, locale, locale) == []


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("It rose 12.5%.", "Subiu 12,5%.", []),
        ("It rose 12.5%.", "Subiu 125%.", ["12.5"]),
        ("It rose 12.5%.", "Subiu 12.5%.", ["12.5"]),
        ("The repair cost $1,000.", "O conserto custou $1.000.", []),
        ("The repair cost $1,000.", "O conserto custou $1,000.", ["1,000"]),
        ("3 of 3 boats", "3 de três barcos", ["3"]),
        ("at 6:30 p.m.", "às 18h30", []),
        ("at 6:30 p.m.", "às 18:30", []),
        ("at 6:30 p.m.", "às 6:30 da tarde", []),
        ("at 6:30 p.m.", "às 6:45", ["6:30 p.m."]),
        ("at 8 a.m.", "às 8h", []),
        ("at 5 p.m.", "às 17h", []),
        ("at 5 p.m.", "às 17 horas", []),
        ("at 5 p.m.", "às 7h", ["5 p.m."]),
        ("at 19:05", "às 19h05", []),
        ("version 2.10", "versão 2.10", []),
        ("version 2.10", "versão 2,10", ["2.10"]),
        ("versions 2.1 and 2.2", "versões 2.1 e 2,2", ["2.2"]),
        ("Python 3.11", "Python 3.11", []),
        ("0.85.x", "0,85 x", ["0.85.x"]),
        ("1.2.3", "1.2.4", ["1.2.3"]),
    ],
)
def test_figures_that_are_lost(source, target, missing):
    assert lost(source, target) == missing


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("12.5% of 1,000", "12.5% de 1,000", "12,5% de 1.000"),
        ("12.5%", "12,5%", "12,5%"),
        ("version 2.10", "versão 2.10", "versão 2.10"),
        ("all 0.85.x releases", "as versões 0.85.x", "as versões 0.85.x"),
        ("Python 3.11 runs", "Python 3.11 roda", "Python 3.11 roda"),
        ("on 12.03.1968", "em 12.03.1968", "em 12.03.1968"),
        ("At 11 p.m.", "Às 11 pm.", "Às 23:00."),
        ("at 5:45 p.m., he said", "às 5:45, disse", "às 17:45, disse"),
        ("at 5:45 p.m.", "às 5:45 da tarde", "às 5:45 da tarde"),
        ("at 9:15 a.m.", "às 9:15", "às 9:15"),
        ("at 12:10 a.m. the", "às 12:10 o", "às 00:10 o"),
        ("from 5:45 a.m. to 5:45 p.m.", "de 5:45 a 17:45", "de 5:45 a 17:45"),
        ("see https://e.org/1.5 for 1.5", "ver https://e.org/1.5 para 1.5", "ver https://e.org/1.5 para 1,5"),
    ],
)
def test_figures_that_an_engine_left_are_written_as_the_locale_does(source, target, expected):
    assert mended(source, target) == expected


def test_a_locale_of_twelve_hours_keeps_them():
    assert mended("at 5:45 p.m.", "5:45 pm पर", "hi") == "5:45 pm पर"


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("at 6:30 p.m. on Monday", "at 6:30pm on Monday"),
        ("from 8 a.m. to 5 P.M. daily", "from 8am to 5pm daily"),
        ("It begins at 7 p.m.", "It begins at 7pm."),
        ("“It begins at 7 p.m.”", "“It begins at 7pm.”"),
        ("at 7 pm", "at 7 pm"),
        ("the p.m. edition", "the p.m. edition"),
    ],
)
def test_what_the_engine_reads_of_times(source, read):
    assert applied(source, times.plain(source))[0] == read


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("6:30 p.m., 18h30, 19:05", [(18, "30"), (18, "30"), (19, "05")]),
        ("12 a.m. and 12 p.m.", [(0, ""), (12, "")]),
        ("5 o’clock, 8h", [(5, ""), (8, "")]),
        ("13 p.m., 25:00, 1:2, 3:75, 10:30:15, 4:30%", []),
        ("a score of 3-2", []),
    ],
)
def test_times(text, times):
    assert [(time.hour, time.minute) for time in clock.clocks(text)] == times
