"""Plain text: which lines are messages, and how wrapped text is found and wrapped again."""

import textwrap
from random import Random

import pytest
from conftest import CORPUS, read_exact, rewritten
from hypothesis import given
from hypothesis import strategies as st

from l10n import registry
from l10n.model.article import Block, Scope
from l10n.settings import FormatSettings

TEXT = registry.format_named("text")

LETTERS = "abcdefghijklmnopqrstuvwxyzäéñß"


def paragraph(seed: int, words: int = 70) -> str:
    """A paragraph of random words."""
    random = Random(seed)  # noqa: S311 - no secret
    return " ".join("".join(random.choices(LETTERS, k=random.randint(1, 12))) for _ in range(words))


PARAGRAPHS = st.lists(st.integers(0, 10**6).map(paragraph), min_size=1, max_size=3)


def blocks(text: str) -> tuple[Block, ...]:
    return TEXT.parse(text, FormatSettings()).blocks


def kinds(text: str) -> list[str]:
    return [block.kind for block in blocks(text)]


def messages(text: str) -> list[str]:
    return [block.msgid for block in blocks(text)]


def render(source: str, translation: str) -> str:
    (block,) = blocks(source)
    return TEXT.render(block, translation)


# --- wrapped text -------------------------------------------------------------------------------------------


@given(PARAGRAPHS, st.integers(55, 100), st.sampled_from(["\n", "\r\n"]))
def test_text_wrapped_at_any_column_is_joined_and_wrapped_the_same(paragraphs, width, newline):
    lines = [textwrap.wrap(text, width) for text in paragraphs]
    text = (newline * 2).join(newline.join(wrapped) for wrapped in lines)
    assert messages(text) == paragraphs
    assert rewritten(text, TEXT) == text


@given(PARAGRAPHS)
def test_text_that_is_not_wrapped_has_a_message_a_line(paragraphs):
    assert messages("\n".join(paragraphs)) == paragraphs
    assert messages("\n\n".join(paragraphs)) == paragraphs


@given(st.integers(0, 10**6).map(paragraph), st.text(max_size=80))
def test_no_wrapped_line_is_longer_than_the_source_s(text, translation):
    source = textwrap.fill(text, 60)
    width = max(map(len, source.split("\n")))
    for line in render(source, translation).split("\n"):
        assert len(line) <= width or " " not in line
    assert render(source, translation).split() == translation.split()


@pytest.mark.parametrize("width", [39, 101])
def test_columns_nobody_wraps_at_are_no_wrapping(width):
    text = "\n".join(["x" * (width - 6) + " words", "y" * (width - 6) + " words", "z"])
    assert len(blocks(text)) == 3


def test_a_line_with_room_for_the_next_word_ends_its_message():
    text = textwrap.fill(paragraph(1), 60) + " short\nnext message\n"
    assert messages(text) == [f"{paragraph(1)} short", "next message"]


# --- kinds --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Storm threatens waterfront", "headline"),
        ("Storm threatens waterfront.", "paragraph"),
        ("Did it?", "paragraph"),
        ("Read also:", "paragraph"),
        ('He said "no."', "paragraph"),
        ("x" * 121, "paragraph"),
        ("– Are you going?", "dialogue"),
        ("—No.", "dialogue"),
        ("“Yes,” he said.", "dialogue"),
        ("「はい」", "dialogue"),
        ("• How tides work", "list item"),
        ("1. Move cars", "list item"),
        ("(12) Move cars", "list item"),
        ("1.5 metres", "headline"),
        ("-5 degrees", "headline"),
        ("Photo: A. Vey", "caption"),
        ("Crews at work. (Photo: A. Vey)", "caption"),
        ("Photography is an art", "headline"),
    ],
)
def test_kind(line, kind):
    assert kinds(f"First.\n\n{line}\n\nLast.\n")[1] == kind


def test_bullets_stay_outside_of_the_message():
    text = "•  One\n  - Two\n3)\tThree\n"
    assert messages(text) == ["One", "Two", "Three"]
    assert rewritten(text, TEXT) == text


def test_a_line_of_punctuation_is_no_message():
    assert messages("***\n\n- - -\n\n•\n\n…\n") == []


# --- render, inline, escape ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "translation", ["Uma linha", " Uma linha ", "Uma\nlinha", "Uma \r\n linha", "Uma\rlinha\n"]
)
def test_a_translation_of_a_line_is_a_line(translation):
    assert render("One line\n", translation) == "Uma linha"


def test_blank_lines_of_a_translation_are_no_spaces():
    assert render("One line\n", "Uma\n\nlinha") == "Uma linha"


def test_spaces_in_a_line_stay():
    assert render("One line\n", "Dix  mille\u00a0€\t!") == "Dix  mille\u00a0€\t!"


def test_hyphens_and_long_words_are_not_broken():
    source = textwrap.fill("some words of a story " * 12, 50)
    word = "semi-" * 14
    assert word in render(source, f"a {word} b")


@given(st.text())
def test_nothing_needs_an_escape(text):
    assert TEXT.escape(text, Scope()) == text


def test_addresses_and_placeholders_are_atoms():
    inline = TEXT.inline("Hi {name}, see https://e.org/a. Or mail a@b.org!", Scope())
    assert inline.text == "Hi XQZ0, see https://e.org/a. Or mail XQZ1!"
    assert [atom.raw for atom in inline.atoms] == ["{name}", "https://e.org/a", "a@b.org"]
    assert [inline.text[a.start : a.end] for a in inline.atoms] == ["XQZ0", "https://e.org/a", "XQZ1"]
    assert inline.spans == ()


def test_markup_of_other_formats_is_text():
    inline = TEXT.inline("*a* [b](c) <b>d</b> `e`", Scope())
    assert (inline.text, inline.spans, inline.atoms) == ("*a* [b](c) <b>d</b> `e`", (), ())


@pytest.mark.parametrize("path", sorted(CORPUS.rglob("*.txt")), ids=lambda path: path.name)
def test_articles_of_the_corpus_have_the_kinds_of_a_wire_story(path):
    found = set(kinds(read_exact(path)))
    assert {"headline", "paragraph"} <= found


# --- settings -----------------------------------------------------------------------------------------------

WRAPPED = """\
The storm came at night and took the door of the boathouse
with it, which nobody had expected. By morning it was gone
and the street was dry.
"""
SHORT = "One line of text\nand another one.\n\nA second paragraph.\n"


@pytest.mark.parametrize(
    ("lines", "messages", "reading"),
    [
        ("guess", ["One line of text", "and another one.", "A second paragraph."], "a message a line"),
        ("wrapped", ["One line of text and another one.", "A second paragraph."], "wrapped at 19 columns"),
        ("paragraphs", ["One line of text", "and another one.", "A second paragraph."], "a message a line"),
    ],
)
def test_what_a_line_is_can_be_set(lines, messages, reading):
    document = TEXT.parse(SHORT, FormatSettings(lines=lines))
    assert [block.msgid for block in document.blocks] == messages
    assert document.reading == reading


def test_wrapped_text_can_be_said_to_be_none():
    assert TEXT.parse(WRAPPED, FormatSettings()).reading == "wrapped at 58 columns"
    assert len(TEXT.parse(WRAPPED, FormatSettings(lines="paragraphs")).blocks) == 3
