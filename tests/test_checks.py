"""Checks: what is wrong with a translation, in one line."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import registry
from l10n.checks.markup import CHECK as MARKUP
from l10n.model.article import Scope
from l10n.model.inline import Inline

MARKDOWN = registry.format_named("markdown")
MESSAGES = st.lists(
    st.sampled_from(
        ["word ", "*em* ", "**b** ", "`c` ", "[l](u) ", "![i](p) ", "<br> ", "{n} ", "<b>x</b> ", "[^1] "]
    ),
    max_size=6,
).map("".join)


def checked(source: str, target: str, *labels: str) -> str:
    known = frozenset(labels)
    return MARKUP.run(
        MARKDOWN.inline(source, Scope(labels=known)), MARKDOWN.inline(target, Scope(labels=known))
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Text", "Texto"),
        ("Run `npm install`.", "Execute `npm install`."),
        ("[a](u) and `b`", "`b` e [outra coisa](u)"),
        ("**a** *b*", "*b* **a**"),
        ("See https://e.org now", "Veja https://e.org agora"),
        ("![Lamp](l.jpg) here", "![Lâmpada](l.jpg) aqui"),
        ("[a](u 'title')", "[b](u 'título')"),
        ("Hi {name}", "{name}, oi"),
        ("5 < 6 & 7", "5 > 4 & 7"),
    ],
)
def test_markup_that_is_all_there(source, target):
    assert checked(source, target) == ""


@pytest.mark.parametrize(
    ("source", "target", "finding"),
    [
        ("Run `npm install`.", "Execute a instalação do npm.", "missing `npm install`"),
        ("Run `a`.", "Execute `b`.", "missing `a`; extra `b`"),
        ("[a](u)", "[a](v)", "missing (u); extra (v)"),
        ("![a](u) b", "b", "missing !(u)"),
        ("**a**", "a", "missing ****"),
        ("a", "**a**", "extra ****"),
        ("`a` `a`", "`a`", "missing `a`"),
        ("{a} %s", "%s", "missing {a}"),
        ("a[^1]", "a", "missing [^1]"),
        ("<b>a</b>", "<i>a</i>", "missing <b></b>; extra <i></i>"),
        ("`b` `a`", "x", "missing `a`, `b`"),
    ],
)
def test_markup_that_is_missing_or_extra(source, target, finding):
    assert checked(source, target) == finding


def test_labels_of_the_article_make_links():
    assert checked("[tides]", "[marés][tides]", "tides") == ""
    assert checked("[tides]", "marés", "tides") == "missing [tides]"
    assert checked("[tides]", "marés") == ""


@pytest.mark.parametrize("check", ids=lambda check: check.code)
@given(message=MESSAGES)
def test_a_message_has_no_fault_against_itself(check, message):
    inline = MARKDOWN.inline(message, Scope())
    assert check.run(inline, inline) == ""


@given(MESSAGES, MESSAGES)
def test_markup_finds_whatever_is_not_the_same(source, target):
    one, other = (MARKDOWN.inline(text, Scope()) for text in (source, target))
    assert (MARKUP.run(one, other) == "") == (one.markup() == other.markup())
    assert (MARKUP.run(one, other) == "") == (MARKUP.run(other, one) == "")


@pytest.mark.parametrize("check", ids=lambda check: check.code)
@given(source=MESSAGES, target=MESSAGES)
def test_findings_are_one_line(check, source, target):
    finding = check.run(MARKDOWN.inline(source, Scope()), MARKDOWN.inline(target, Scope()))
    assert "\n" not in finding


def test_a_finding_about_code_on_two_lines_is_one_line():
    assert "\n" not in checked("`a\nb`", "x")


@pytest.mark.parametrize("check", ids=lambda check: check.code)
def test_each_check_says_what_it_does_with_an_example(check):
    module = inspect.getmodule(type(check))
    assert module
    text = module.__doc__ or ""
    assert text.startswith(f"{check.code}: ")
    assert "Bad:" in text
    assert "Good:" in text
    assert module.__name__ == f"l10n.checks.{check.code.replace('-', '_')}"


def test_plain_text_needs_nothing():
    assert MARKUP.run(Inline(text="a"), Inline(text="b")) == ""
