"""Quotation marks: which ones a text has, how deep they stand, and how locales write them."""

from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text.quotes import MARKS, Quote, quotes, style

TABLE = (files("l10n") / "data" / "quotes.tsv").read_text(encoding="utf-8").splitlines()
LOCALES = [line.split("\t")[0] for line in TABLE if not line.startswith("#")]


def shown(text: str) -> str:
    """The text with `<` before marks that open, `>` behind marks that close, and the depth of inner ones."""
    pieces, at = [], 0
    for quote in quotes(text):
        depth = str(quote.depth or "")
        pieces += [text[at : quote.at], f"<{depth}{quote.text}" if quote.opens else f"{quote.text}{depth}>"]
        at = quote.at + 1
    return "".join([*pieces, text[at:]])


@pytest.mark.parametrize(
    "expected",
    [
        "<“We left,”> he said. <“It was late.”>",
        '<"We left,"> he said. <"It was late.">',
        "<‘We left,’> he said.",
        "<'We left,'> he said.",
        "<“She said, <1‘Go,’1> and we went,”> he said.",
        "<\"She said, <1'Go,'1> and we went,\"> he said.",
        "<‘He asked, <1“Where?”1> and I told him,’> she said.",
        "<“He said, <1‘They shouted <2“Fire!”2> and ran.’1>”>",
        "<“ <1‘Never,’1> she said,”> he recalls.",
        "<„Er rief: <1‚Nein!‘1>“> Und ging.",
        "<«Il parlait d’un <1“ami”1>.»> Rien.",
        "<« Il parlait d’un <1« ami »1>. »> Rien.",
        "<»Nein«>, sagte er. <»Er sagte <1›nein‹1>.«>",
        "<”Nej”>, sa hon. <”Hon ropade: <1’Gå!’1> och gick.”>",
        "<「彼は<1『はい』1>と言った」>",
        "(<“a tale”>), [<“b”>] and an <“oak”>",
        "<“yes”>—<“no”>, <“and”>/<“or”>",
    ],
)
def test_marks_and_their_depth(expected):
    text = expected
    for sign in "<>123":
        text = text.replace(sign, "")
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I don’t know, and it isn't mine.",
        "The residents’ money and the boats' crews are the council’s.",
        "In the ’90s and the '80s, rock was king.",
        "O’Brien’s and d’Artagnan’s horses",
        "the owners’",
        "give ’em the keys",
        "",
    ],
)
def test_apostrophes_are_none(text):
    assert quotes(text) == []


@pytest.mark.parametrize(
    "expected",
    [
        "<‘The owners’ union hasn’t answered,’> she said.",
        "<'The owners' union hasn't answered,'> she said.",
        "<“It’s the residents’ money, not the council’s,”> he said.",
        "The <‘experts’> asked the owners’ union.",
        "The <'experts'> met the '90s.",
        "<‘They took the boats’> is what the boy’s father said.",
    ],
)
def test_plural_possessives_inside_and_beside_quotations(expected):
    assert shown(expected.replace("<", "").replace(">", "")) == expected


def test_a_quotation_over_several_paragraphs_begins_anew_in_each():
    assert shown("“One.\n“Two.\n“Three.”") == "<“One.\n<“Two.\n<“Three.”>"


def test_a_mark_that_ends_what_began_elsewhere():
    assert quotes("is over.” Then she left.") == [Quote(8, False, 0, "”")]
    assert quotes('is over." Then she left.') == [Quote(8, False, 0, '"')]


def test_what_an_outer_mark_ends_ends_with_all_that_is_open_in_it():
    assert [q.depth for q in quotes("“A ‘b c.” “D.”")] == [0, 1, 0, 0, 0]


@given(st.text(alphabet=f"{MARKS} abs.,-1\n", max_size=40))
def test_marks_are_in_order_each_at_its_place_and_of_a_depth_that_changes_by_one(text):
    found = quotes(text)
    assert [q.at for q in found] == sorted({q.at for q in found})
    assert all(text[q.at] == q.text for q in found)
    assert all(q.depth >= 0 for q in found)
    for before, after in pairwise(found):
        if before.opens and after.opens:
            assert after.depth <= before.depth + 1


# --- styles -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("en", "“a ‘b’”"),
        ("en_GB", "“a ‘b’”"),
        ("pt_BR", "“a ‘b’”"),
        ("pt_PT", "«a “b”»"),
        ("de", "„a ‚b‘“"),
        ("de_AT", "„a ‚b‘“"),
        ("sv", "”a ’b’”"),
        ("fr", "«\u00a0a «\u00a0b\u00a0»\u00a0»"),
        ("fr_CH", "«a ‹b›»"),
        ("ja", "「a 『b』」"),
        ("nb", "«a ‘b’»"),
        ("xx", "“a ‘b’”"),
    ],
)
def test_styles(locale, written):
    assert restyled("“a ‘b’”", locale) == written


def restyled(text: str, locale: str) -> str:
    for quote in reversed(quotes(text)):
        text = text[: quote.at] + style(locale).mark(quote) + text[quote.at + 1 :]
    return text


@pytest.mark.parametrize("locale", [*LOCALES, "en", "pt_BR"])
def test_every_style_of_the_table_has_its_four_marks(locale):
    marks = style(locale)
    assert all(mark.strip("\u00a0") in MARKS and len(mark.strip("\u00a0")) == 1 for mark in marks)
    assert restyled("“a ‘b’”", locale) == f"{marks.open}a {marks.inner_open}b{marks.inner_close}{marks.close}"


@pytest.mark.parametrize("locale", ["pt_BR", "fr", "de", "sv"])
def test_straight_marks_stay_straight(locale):
    assert restyled("\"a 'b'\"", locale) == "\"a 'b'\""


@pytest.mark.parametrize("source", ["‘a “b”’", "„a ‚b‘“", "”a ’b’”", "«a “b”»", "»a ›b‹«", "「a 『b』」"])
def test_marks_of_any_source_are_those_of_the_locale(source):
    assert restyled(source, "pt_BR") == "“a ‘b’”"
