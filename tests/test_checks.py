"""Checks: every one of them keeps what it promises."""

import pytest
from checking import found, message, said
from hypothesis import given
from hypothesis import strategies as st

from l10n import registry
from l10n.checking.message import Batch
from l10n.model.article import Scope
from l10n.stages.check import findings
from l10n.text.differences import difference

CHECKS = {check.code: check for check in registry.checks()}
EXAMPLES = [
    pytest.param(check, example, id=f"{check.code}-{number}")
    for check in CHECKS.values()
    for number, example in enumerate(check.examples)
]
MARKED = st.lists(
    st.sampled_from(
        [
            "word ",
            "*em* ",
            "**b** ",
            "`c` ",
            "[l](u) ",
            "![i](p) ",
            "<br> ",
            "{n} ",
            "<b>x</b> ",
            "[^1] ",
            "https://x.org ",
            "a@b ",
            "<a@b> ",
            "{% x %} ",
        ]
    ),
    max_size=6,
).map("".join)
NASTY = st.text(max_size=40) | st.lists(
    st.sampled_from(list("“”«»'\"()[]{}.,;:!?…-–—%$€£0123456789 \n\u00a0\u202f\u200b\u202e`*_<>&/\\@#aéЖ中")),
    max_size=30,
).map("".join)
SPEAKS_OF_SAMENESS = {"untranslated", "language"}
"""Checks that are there to find a translation that is its source."""


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_each_example_is_what_it_says(check, example):
    if example.says and (
        why := check.missing(Batch(messages=(), locale=example.locale, rules=example.rules))
    ):
        pytest.skip(why)
    assert said(check, example) == ([example.says] if example.says else [])


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_each_check_has_a_bad_and_a_good_example_and_tells_why_it_matters(check):
    assert {bool(example.says) for example in check.examples} == {True, False}
    assert check.summary.endswith(".")
    assert len(registry.about(check).split("\n\n")) > 1


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@given(source=NASTY | MARKED, target=NASTY | MARKED)
def test_any_text_is_taken_and_every_finding_is_one_line(check, source, target):
    for kind in ("paragraph", "front matter: title"):
        for what in found(check, message("A text.", target), message(source, target, kind=kind)):
            assert what
            assert what == " ".join(what.split())


@pytest.mark.parametrize(
    "check", [c for c in CHECKS.values() if c.code not in SPEAKS_OF_SAMENESS], ids=lambda c: c.code
)
@given(text=MARKED)
def test_a_message_has_no_fault_against_itself(check, text):
    assert found(check, message(text, text)) == []


@given(source=MARKED | NASTY, target=MARKED | NASTY)
def test_what_a_build_leaves_out_for_its_markup_is_an_error(source, target):
    read = message(source, target)
    differs = difference(*(side.inline.markup(emphasis=False) for side in (read.source, read.target)))
    said = [what for code in ("markup", "placeholders", "addresses") for what in found(CHECKS[code], read)]
    assert bool(said) >= bool(differs)


@pytest.mark.parametrize(
    ("source", "target", "finding"),
    [
        ("[a](u)", "[a](v)", "missing (u); extra (v)"),
        ("![a](u) b", "b", "missing !(u)"),
        ("a[^1]", "a", "missing [^1]"),
        ("<b>a</b>", "<i>a</i>", "missing <b></b>; extra <i></i>"),
        ("a", "<br>a", "extra <br>"),
        ("<kbd>a</kbd>+<kbd>b</kbd>", "a+<kbd>b</kbd>", "missing <kbd></kbd>"),
    ],
)
def test_markup_that_is_missing_or_extra(source, target, finding):
    assert found(CHECKS["markup"], message(source, target)) == [finding]


def test_labels_of_the_article_make_links():
    def markup(target, *labels):
        scope = Scope(labels=frozenset(labels))
        return found(CHECKS["markup"], message("[tides]", target, scope=scope))

    assert markup("[marés][tides]", "tides") == []
    assert markup("marés", "tides") == ["missing [tides]"]
    assert markup("marés") == []


def test_a_comment_silences_a_check_for_its_message():
    from dataclasses import replace

    bad = message("[a](u)", "a")
    for comments, silent in [
        (("l10n: ignore markup",), True),
        (("Maria: fine", "l10n: ignore numbers, markup"), True),
        (("l10n: ignore numbers",), False),
        (("ignore markup",), False),
    ]:
        told = replace(bad, entry=replace(bad.entry, comments=comments))
        batch = Batch(messages=(told,), locale="pt_BR")
        assert bool(list(findings(batch, [CHECKS["markup"]]))) != silent
