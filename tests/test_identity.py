"""Building with nothing translated gives back the source, to the character, whatever it is."""

import pytest
from conftest import article_params, assert_sound, golden_lines, read_exact, spec_examples
from hypothesis import example, given
from hypothesis import strategies as st

from l10n import registry
from l10n.model.article import Document
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.stages.build import compile_article

NEWLINES = ["\n", "\r\n", "\r"]


@st.composite
def documents(draw: st.DrawFn, pieces: list[str]) -> str:
    """Lines of nasty pieces; mostly one newline style, with or without a last one."""
    lines = draw(st.lists(st.lists(st.sampled_from(pieces), max_size=4).map("".join), max_size=8))
    newline = draw(st.sampled_from(NEWLINES))
    text = draw(st.sampled_from(["", "", "\ufeff", "---\n", "---\r\n"])) + newline.join(lines)
    return text + draw(st.sampled_from(["", newline, "\n", "\n\n", "  "]))


def assert_identical(text: str, fmt: Format) -> None:
    document = fmt.parse(text, FormatSettings())
    assert compile_article(document, {}, fmt, "pt_BR").text == text
    assert_sound(document, text)


@pytest.mark.parametrize("path", article_params())
def test_real_articles(path):
    name = registry.suffixes()[path.suffix]
    assert_identical(read_exact(path), registry.format_named(name))


@pytest.mark.parametrize("name", registry.names("formats"))
def test_examples_of_the_commonmark_specification(name):
    fmt = registry.format_named(name)
    for text in spec_examples().values():
        assert_identical(text, fmt)


@pytest.mark.parametrize("newline", NEWLINES)
@pytest.mark.parametrize("path", article_params())
def test_real_articles_with_any_newline(path, newline):
    name = registry.suffixes()[path.suffix]
    text = read_exact(path).replace("\r\n", "\n").replace("\n", newline)
    assert_identical(text, registry.format_named(name))


@given(documents(golden_lines("nasty-markdown")))
@example("\ufeff")
@example("\ufeff---\ntitle: x\n---")
@example("---\r\ntitle: |\r\n  x\r\n---\r\n")
@example("\x00")
def test_documents_of_nasty_markdown(text):
    assert_identical(text, registry.format_named("markdown"))


@given(documents([*golden_lines("nasty-markdown"), *golden_lines("nasty-html")]))
@example("> <div title='a\n> b'>\n")
@example("<b title=x>`a`\r\n`b`</b>")
def test_documents_of_nasty_markdown_and_html(text):
    assert_identical(text, registry.format_named("markdown"))


@given(documents(golden_lines("nasty-html")))
@example("<html")
@example("\ufeff<p>x")
@example("<p>a\r\nb\rc")
@example("<b><p></b>x<i>y</p></i>")
def test_documents_of_nasty_html(text):
    assert_identical(text, registry.format_named("html"))


@given(documents(golden_lines("nasty-text")))
@example("\ufeff")
@example("\r\n\r")
def test_documents_of_nasty_text(text):
    assert_identical(text, registry.format_named("text"))


@pytest.mark.parametrize("name", registry.names("formats"))
@given(text=st.text())
def test_any_text(name, text):
    assert_identical(text, registry.format_named(name))


def test_translating_one_block_changes_its_span_alone():
    fmt = registry.format_named("markdown")
    text = "# One\r\n\r\n*  two  *\n\n\n| a|b |\n|-|-|\n|three|   four|\n\n5\\* "
    document = fmt.parse(text, FormatSettings())
    for block in document.blocks:
        built = compile_article(document, {block.key: "xyz"}, fmt, "pt_BR").text
        assert built == text[: block.start] + "xyz" + text[block.end :]


def test_lang_stays_while_nothing_is_translated():
    fmt = registry.format_named("markdown")
    text = "---\nlang: en\ntitle: Tides\n---\n\nText\n"
    document: Document = fmt.parse(text, FormatSettings())
    assert compile_article(document, {}, fmt, "pt_BR").text == text
    assert compile_article(document, {(None, "Other"): "Outro"}, fmt, "pt_BR").text == text
