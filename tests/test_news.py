"""The news set, drafted by the built-in model: nothing that a reader would miss is lost.

What the model says differs a little from processor to processor, so nothing here compares texts.
"""

import re
from itertools import groupby

import pytest
from news import KINDS, MARKS, Case, cases, failures, marks
from processes import environment

from l10n import registry
from l10n.drafting import casing
from l10n.drafting.door import Door
from l10n.model.article import Scope
from l10n.model.draft import Draft
from l10n.settings import DraftSettings
from l10n.stages import draft as stage
from l10n.stages.desk import Desk

CASES = cases()
LEAST = 200
SIGNS = '“”„«»‘"'
"""Marks that nothing but quotations has."""


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Draft]:
    """The draft of each case by its line: the whole set in one run, as `l10n draft` does it."""
    base = tmp_path_factory.getbasetemp()
    fmt = registry.format_named("markdown")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(base / "home", XDG_CACHE_HOME=str(base / "models")).items():
            patch.setenv(name, value)
        engine = registry.engine_named("argos").open("en", "pt_BR", DraftSettings())
        articles: list[dict[int, Desk]] = []
        for _, group in groupby(CASES, lambda case: case.article):
            part = list(group)
            usual = casing.usual(case.source for case in part)
            door = Door(
                source="en", target="pt_BR", usual=usual, knows=engine.knows, unreadable=engine.unreadable
            )
            articles.append({case.line: Desk((None, case.source), fmt, Scope(), door) for case in part})
        for _ in stage.work([d for desks in articles for d in desks.values()], engine, lambda _: None):
            pass
        for desks in articles:
            stage.settle(list(desks.values()))
        found = {line: desk.draft() for desks in articles for line, desk in desks.items()}
    assert None not in found.values()
    return {line: draft for line, draft in found.items() if draft is not None}


def written(case: Case, drafts: dict[int, Draft]) -> str:
    """The draft without the backslashes of Markdown."""
    return re.sub(r"\\(?=[^\w\s])", "", drafts[case.line].text)


def failing(drafts: dict[int, Draft], kind: str, article: str = "") -> list[str]:
    return [
        f"{case}: {failure} in {written(case, drafts)!r}"
        for case in CASES
        if case.article.startswith(article)
        for failure in failures(case, written(case, drafts), kind)
    ]


# --- the set ------------------------------------------------------------------------------------------------


def test_the_set_is_large_and_says_everything_once():
    assert len(CASES) >= LEAST
    assert len({case.source for case in CASES}) == len(CASES)
    assert {kind for case in CASES for kind in case.wants} == set(KINDS)


@pytest.mark.parametrize("kind", MARKS)
def test_the_set_names_every_mark_of_its_sources(kind):
    unsaid = []
    for case in CASES:
        found = [mark for mark in marks(kind, case.source) if kind != "quotes" or mark in SIGNS]
        if len(found) > len(case.want(kind)):
            unsaid.append(str(case))
    assert unsaid == []


def test_the_set_names_every_figure_of_its_sources():
    unsaid = []
    for case in CASES:
        said = " ".join(way for kind in ("figures", "has") for ways in case.want(kind) for way in ways)
        if len(re.findall(r"\d", case.source)) > len(re.findall(r"\d", said)):
            unsaid.append(str(case))
    assert unsaid == []


# --- what no draft may lose ---------------------------------------------------------------------------------


def test_no_quotation_mark_is_lost_and_each_is_as_the_locale_writes_it(drafts):
    assert failing(drafts, "quotes") == []


def test_no_dash_is_lost(drafts):
    assert failing(drafts, "dashes") == []


def test_no_ellipsis_is_lost(drafts):
    assert failing(drafts, "ellipses") == []


def test_no_figure_is_lost_or_changed(drafts):
    assert failing(drafts, "figures") == []


def test_names_handles_addresses_and_code_are_whole(drafts):
    assert failing(drafts, "has") == []


def test_nothing_is_left_in_english_or_doubled(drafts):
    assert failing(drafts, "lacks") == []


def test_every_headline_is_translated_and_written_as_the_locale_does(drafts):
    assert failing(drafts, "headline") == []


def test_no_token_stays(drafts):
    assert [str(case) for case in CASES if "XQZ" in drafts[case.line].text] == []


def test_every_draft_tells_its_risk(drafts):
    risks = [draft.risk for draft in drafts.values()]
    assert all(0 <= risk <= 1 for risk in risks)
    assert sum(risk < 0.5 for risk in risks) > 0.9 * len(risks)


# --- fault by fault -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "article", "least"),
    [
        pytest.param("quotes", "Quotations", 40, id="curly, single and nested quotation marks vanish"),
        pytest.param("dashes", "Dialogue", 15, id="dashes vanish or become hyphens"),
        pytest.param("ellipses", "Ellipses", 6, id="… becomes ..."),
        pytest.param("headline", "MAYOR RESIGNS", 15, id="ALL CAPS and Title Case stay in English"),
        pytest.param("lacks", "Labels", 10, id="a label before a sentence stays in English"),
        pytest.param("has", "Sluglines", 8, id="(Reuters) becomes (ReutersReuters)"),
        pytest.param("figures", "Times", 10, id="the minutes and the half of a day get lost"),
        pytest.param("figures", "Numbers", 25, id="figures are written as in English"),
        pytest.param("has", "Versions", 15, id="hashtags, handles, underscores and code are translated away"),
        pytest.param("has", "Names", 20, id="letters outside of the vocabulary are dropped, names cut"),
        pytest.param("has", "Abbreviations", 4, id="abbreviations end sentences"),
        pytest.param("quotes", "Words said twice", 2, id="words said on purpose twice are taken for loops"),
    ],
)
def test_what_the_model_does_to_news_does_not_reach_a_draft(fault, article, least, drafts):
    assert sum(case.article.startswith(article) and fault in case.wants for case in CASES) >= least
    assert failing(drafts, fault, article) == []


def draft_of(start: str, drafts: dict[int, Draft]) -> str:
    (case,) = (case for case in CASES if case.source.startswith(start))
    return written(case, drafts)


def test_a_version_is_no_decimal_number(drafts):
    assert "0.85.x" in draft_of("The error exists in all 0.85.x", drafts)
    assert "0.85.2" in draft_of("The update to version 0.85.2", drafts)


def test_underscores_of_names_in_code_and_outside_of_it_stay(drafts):
    assert "my_func_name()" in draft_of("The function my_func_name()", drafts)
    assert "`my_func_name()`" in draft_of("Call `my_func_name()`", drafts)


def test_a_name_is_the_same_through_an_article(drafts):
    names = [written(case, drafts) for case in CASES if "Ouagadougou" in case.source]
    assert len(names) >= 2
    forms = {form for name in names for form in re.findall(r"\b(?:Oua|Uaga)\w*", name)}
    assert len(forms) == 1


def test_an_attribution_said_twice_is_there_twice(drafts):
    assert draft_of("Tennant said she would stay.", drafts).count("Tennant") == 2


def test_no_draft_loops(drafts):
    loops = re.compile(r"(?i)\b(\w{2,}(?:\W+\w+){0,3})(?:\W+\1\b){2,}")
    found = [case for case in CASES if loops.search(written(case, drafts)) and not loops.search(case.source)]
    assert [str(case) for case in found] == []


def test_no_draft_is_empty_or_much_too_short_or_long(drafts):
    shares = {
        str(case): len(written(case, drafts)) / len(case.source) for case in CASES if len(case.source) > 20
    }
    assert {case: share for case, share in shares.items() if not 0.5 < share < 2} == {}
    assert all(re.search(r"\w", draft.text) for draft in drafts.values())
