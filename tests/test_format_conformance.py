"""What every format promises; a new file in `formats/` is tested here without a line being written."""

import pytest
from conftest import GOLDEN, assert_sound, golden_cases, rewritten
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import registry
from l10n.model.article import Document, Scope
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.stages.build import compile_article

LEAST_CASES = 12

pytestmark = pytest.mark.parametrize("name", registry.names("formats"))


def fmt(name: str) -> Format:
    return registry.format_named(name)


def parsed(name: str, text: str) -> Document:
    return fmt(name).parse(text, FormatSettings())


def samples(name: str) -> list[str]:
    """The inputs of the format's golden file."""
    path = GOLDEN / f"{name}.md"
    return [case.text for case in golden_cases(name)] if path.exists() else []


def described(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(block.msgid.split())) for block in document.blocks]


def texts(name: str) -> st.SearchStrategy[str]:
    """Anything, and golden inputs one after the other, cut anywhere."""
    joined = st.lists(st.sampled_from(samples(name) or [""]), min_size=1, max_size=4).map("\n".join)
    cut = st.tuples(joined, st.integers(0, 400)).map(lambda pair: pair[0][: pair[1]])
    return st.text(max_size=80) | joined | cut


# --- the plug-in --------------------------------------------------------------------------------------------


def test_it_has_a_golden_file(name):
    assert len(samples(name)) >= LEAST_CASES, (
        f"write tests/golden/{name}.md, as tests/golden/markdown.md is written"
    )


def test_its_suffixes_are_its_own(name):
    suffixes = fmt(name).suffixes
    assert suffixes
    for suffix in suffixes:
        assert suffix == suffix.lower()
        assert suffix.startswith(".")
        assert registry.suffixes()[suffix] == name


def test_it_has_the_methods_of_a_format(name):
    for method in ("parse", "visible", "render", "inline", "escape"):
        assert callable(getattr(fmt(name), method))


# --- promises -----------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(data=st.data())
def test_any_text_is_parsed_and_nothing_translated_is_the_source(name, data):
    text = data.draw(texts(name))
    document = parsed(name, text)
    assert_sound(document, text)
    assert compile_article(document, {}, fmt(name), "pt_BR").text == text


@settings(max_examples=60)
@given(data=st.data())
def test_what_readers_see_is_in_order(name, data):
    text = data.draw(texts(name))
    at = 0
    for start, end in fmt(name).visible(text):
        assert at <= start <= end <= len(text)
        at = end


@settings(max_examples=30)
@given(data=st.data())
def test_parsing_is_the_same_every_time(name, data):
    text = data.draw(texts(name))
    assert parsed(name, text) == parsed(name, text)


def test_messages_written_back_are_the_same_blocks(name):
    for text in samples(name):
        assert described(parsed(name, rewritten(text, fmt(name)))) == described(parsed(name, text)), text


@settings(max_examples=60)
@given(data=st.data())
def test_messages_of_joined_articles_written_back_are_the_same_blocks(name, data):
    pieces = data.draw(st.lists(st.sampled_from(samples(name) or [""]), min_size=1, max_size=4))
    text = "\n\n".join(pieces)
    assert described(parsed(name, rewritten(text, fmt(name)))) == described(parsed(name, text))


@settings(max_examples=60)
@given(data=st.data())
def test_any_translation_can_be_written(name, data):
    document = parsed(name, data.draw(st.sampled_from(samples(name) or [""])))
    translation = data.draw(st.text(max_size=40))
    for block in document.blocks:
        written = fmt(name).render(block, translation)
        assert fmt(name).render(block, translation) == written


@settings(max_examples=60)
@given(data=st.data())
def test_a_plain_translation_stands_in_its_block_alone(name, data):
    text = data.draw(st.sampled_from(samples(name) or [""]))
    document = parsed(name, text)
    before = described(document)
    for number, block in enumerate(document.blocks):
        built = text[: block.start] + fmt(name).render(block, "Palavras novas, é") + text[block.end :]
        after = described(parsed(name, built))
        assert len(after) == len(before)
        assert [msgid for _, msgid in after[:number]] == [msgid for _, msgid in before[:number]]
        assert after[number][1] == "Palavras novas, é"
        assert [msgid for _, msgid in after[number + 1 :]] == [msgid for _, msgid in before[number + 1 :]]


@settings(max_examples=60)
@given(text=st.text(max_size=60), labels=st.frozensets(st.text(max_size=5), max_size=2))
def test_any_message_is_taken_apart(name, text, labels):
    inline = fmt(name).inline(text, Scope(labels=labels))
    assert all(0 <= span.start <= span.end <= len(inline.text) for span in inline.spans)
    assert all(0 <= atom.start < atom.end <= len(inline.text) for atom in inline.atoms)


@settings(max_examples=60)
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60))
def test_escaped_text_has_no_markup(name, text):
    inline = fmt(name).inline(fmt(name).escape(text, Scope()), Scope())
    assert inline.spans == ()
    if not inline.atoms:
        assert inline.text.split() == text.split()
