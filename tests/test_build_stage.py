"""Articles and translations: only the spans of translated blocks change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import registry
from l10n.model.article import Document
from l10n.model.entry import Entry, State
from l10n.settings import FormatSettings
from l10n.stages.build import Share, compile_article, share, translations
from l10n.text.words import count_words

MARKDOWN = registry.format_named("markdown")

ARTICLE = """\
---
title: Tides
lang: en
---

# Tides

The sea *rises* twice a day.

| Place | Height |
| ----- | -----: |
| Quay  | 4.75 m |
"""


def parsed(text: str = ARTICLE) -> Document:
    return MARKDOWN.parse(text, FormatSettings())


def built(texts: dict[str, str], text: str = ARTICLE, locale: str = "pt_BR") -> str:
    return compile_article(parsed(text), {(None, k): v for k, v in texts.items()}, MARKDOWN, locale).text


# --- compile ------------------------------------------------------------------------------------------------


def test_all_that_is_translated_is_in_its_place():
    texts = {
        "Tides": "Marés",
        "The sea *rises* twice a day.": "O mar *sobe* duas vezes por dia.",
        "Place": "Lugar",
        "Height": "Altura",
        "Quay": "Cais",
    }
    assert built(texts) == (
        "---\ntitle: Marés\nlang: pt-BR\n---\n\n# Marés\n\nO mar *sobe* duas vezes por dia.\n\n"
        "| Lugar | Altura |\n| ----- | -----: |\n| Cais  | 4.75 m |\n"
    )


def test_what_is_not_translated_is_the_source():
    assert built({"Quay": "Cais"}) == ARTICLE.replace("Quay", "Cais").replace("lang: en", "lang: pt-BR")


def test_texts_of_other_articles_do_nothing():
    assert built({"Other": "Outro"}) == ARTICLE


def test_an_empty_article():
    assert built({"Tides": "Marés"}, "") == ""


MSGIDS = [block.msgid for block in parsed().blocks]


@given(st.sets(st.sampled_from(MSGIDS)))
def test_any_choice_of_blocks(chosen):
    texts = {msgid: f"Text {number}" for number, msgid in enumerate(sorted(chosen))}
    result = built(texts)
    assert [block.msgid for block in parsed(result).blocks] == [texts.get(msgid, msgid) for msgid in MSGIDS]
    assert ("lang: pt-BR" in result) == bool(chosen)
    assert result.count("\n") == ARTICLE.count("\n")


# --- which texts --------------------------------------------------------------------------------------------

REVIEWED = Entry(msgid="a", msgstr="A")
DRAFT = Entry(msgid="b", msgstr="B", flags=("fuzzy",))
STALE = Entry(msgid="c", msgstr="C", flags=("fuzzy",), previous=(None, "old"))
UNTRANSLATED = Entry(msgid="d")
OBSOLETE = Entry(msgid="e", msgstr="E", obsolete=True)
BLANK = Entry(msgid="f", msgstr=" \n\t ")
EVERY = (REVIEWED, DRAFT, STALE, UNTRANSLATED, OBSOLETE, BLANK)


def test_states():
    assert [entry.state for entry in EVERY[:4]] == [
        State.REVIEWED,
        State.DRAFT,
        State.STALE,
        State.UNTRANSLATED,
    ]


def test_reviewed_texts_are_used():
    assert translations(EVERY, drafts=False) == {(None, "a"): "A"}


def test_drafts_are_used_where_they_are_wanted_and_stale_texts_never():
    assert translations(EVERY, drafts=True) == {(None, "a"): "A", (None, "b"): "B"}


def test_contexts_tell_texts_apart():
    entries = [Entry(msgid="a", msgstr="1"), Entry(msgid="a", msgstr="2", context="c")]
    assert translations(entries, drafts=False) == {(None, "a"): "1", ("c", "a"): "2"}


# --- share --------------------------------------------------------------------------------------------------


def shared(**states: Entry) -> Share:
    document = parsed("# One two\n\nThree four five\n\nThree four five\n\nSix\n")
    return share(document, {(None, key.replace("_", " ")): entry for key, entry in states.items()})


def test_the_share_counts_words_of_the_source():
    assert shared(One_two=REVIEWED) == Share(words=9, reviewed=2)
    assert shared(Three_four_five=REVIEWED) == Share(words=9, reviewed=6)


def test_drafts_and_stale_texts_are_not_reviewed():
    assert shared(One_two=DRAFT, Three_four_five=STALE, Six=UNTRANSLATED).reviewed == 0


def test_white_space_is_no_review():
    assert shared(One_two=BLANK).reviewed == 0


def test_percent():
    assert shared(One_two=REVIEWED, Three_four_five=REVIEWED, Six=REVIEWED).percent == 100.0
    assert shared().percent == 0.0
    assert Share(words=0, reviewed=0).percent == 100.0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one", 1),
        ("one two", 2),
        ("it's well-known", 2),
        ("  3.14 and\n1,000 ", 3),
        ("*one* `two`", 2),
        ("é à", 2),
    ],
)
def test_words(text, count):
    assert count_words(text) == count
