"""Messages of an article: one entry for each different text, in its order, with every place it has."""

import pytest
from conftest import article_params, read_exact
from hypothesis import given
from hypothesis import strategies as st

from l10n import registry
from l10n.model.article import Block, Document
from l10n.model.entry import Entry, State
from l10n.settings import FormatSettings
from l10n.stages.extract import messages

MARKDOWN = registry.format_named("markdown")


def extracted(text: str, path: str = "corpus/a.md") -> tuple[Entry, ...]:
    return messages(MARKDOWN.parse(text, FormatSettings()), path)


def test_an_entry_for_each_block_in_order():
    assert extracted("# Tides\n\nThe sea *rises*.\n\n- Twice\n") == (
        Entry(msgid="Tides", extracted=("heading 1",), references=("corpus/a.md:1",)),
        Entry(msgid="The sea *rises*.", extracted=("paragraph",), references=("corpus/a.md:3",)),
        Entry(msgid="Twice", extracted=("list item",), references=("corpus/a.md:5",)),
    )


def test_the_same_text_is_one_entry_with_every_place():
    (entry,) = extracted("# Tides\n\nTides\n\n> Tides\n\nTides\n")
    assert entry.extracted == ("heading 1", "paragraph", "quote")
    assert entry.references == ("corpus/a.md:1", "corpus/a.md:3", "corpus/a.md:5", "corpus/a.md:7")


def test_the_same_place_is_named_once():
    (entry,) = extracted("| Tides | Tides |\n|---|---|\n")
    assert entry.references == ("corpus/a.md:1",)


def test_line_breaks_of_the_source_are_no_part_of_a_message():
    one = extracted("The sea rises\ntwice a day.\n")
    assert [e.msgid for e in one] == [e.msgid for e in extracted("The sea\nrises twice\na day.\n")]


def test_a_name_with_spaces_stands_between_isolates():
    (entry,) = extracted("Tides\n", "corpus/old news/a b.md")
    assert entry.references == ("\u2068corpus/old news/a b.md\u2069:1",)


def test_contexts_and_comments_of_blocks():
    blocks = tuple(
        Block(
            msgid="Leave", kind="term", start=at, end=at + 1, line=at + 1, context=context, comments=("note",)
        )
        for at, context in enumerate(["verb", None, "verb"])
    )
    verb, noun = messages(Document(text="abc", blocks=blocks), "a.md")
    assert (verb.key, noun.key) == (("verb", "Leave"), (None, "Leave"))
    assert verb.references == ("a.md:1", "a.md:3")
    assert verb.extracted == noun.extracted == ("term", "note")


def test_an_article_without_text_has_no_messages():
    assert extracted("") == extracted("---\n\n```\ncode\n```\n") == ()


@pytest.mark.parametrize("path", article_params())
def test_real_articles(path):
    fmt = registry.format_named(registry.suffixes()[path.suffix])
    document = fmt.parse(read_exact(path), FormatSettings())
    found = messages(document, "a.md")
    assert [entry.key for entry in found] == list(dict.fromkeys(block.key for block in document.blocks))
    assert all(entry.state is State.UNTRANSLATED and entry.references and entry.extracted for entry in found)


@given(
    st.lists(st.sampled_from(["Tides", "# Tides", "Sea", "- Sea", "> Sea", "", "```", "***"]), max_size=10)
)
def test_every_block_is_found_by_its_key(lines):
    document = MARKDOWN.parse("\n".join(lines), FormatSettings())
    found = {entry.key: entry for entry in messages(document, "a.md")}
    for block in document.blocks:
        assert f"a.md:{block.line}" in found[block.key].references
        assert block.kind in found[block.key].extracted
    assert len(found) == len({block.key for block in document.blocks})
