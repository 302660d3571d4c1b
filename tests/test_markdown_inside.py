"""Text in elements of HTML that say that it is Markdown."""

import pytest

from l10n import registry
from l10n.settings import FormatSettings
from l10n.stages.guard import guarded
from l10n.text.markdown_inside import stretches

MARKDOWN = registry.format_named("markdown")
QUOTE = '<aside markdown="1">\n  <img src="x.png" alt="">\n  See [the *tides*](/t).\n</aside>\n'


def parsed(text):
    return MARKDOWN.parse(text, FormatSettings())


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('<div markdown="1">a</div>b', ["a"]),
        ("<div markdown='block'>a<b>c</b>d</div>b", ["a<b>c</b>d"]),
        ("<div markdown>a<p>c</p>d</div>b", ["a", "d"]),
        ('<div markdown="1">a<p markdown="span">c</p></div>b', ["a", "c", ""]),
        ('<div markdown="0">a</div>b', []),
        ('<div title=" markdown">a</div>b', []),
        ('<div><p markdown="1">a</div>b</p>c', ["a"]),
        ('</div><div markdown="1">a</p>b</div>c', ["a", "b"]),
    ],
)
def test_where_the_innermost_block_element_says_so(text, inside):
    assert [text[start:end] for start, end in stretches(text, 0)] == inside


def test_links_of_markdown_are_markup_beside_tags():
    document = parsed(QUOTE)
    block = document.blocks[-1]
    assert block.msgid == "See [the *tides*](/t)."
    assert MARKDOWN.inline(block.msgid, document.scope(block)).markup() == ["(/t)", "**"]
    plain = parsed(QUOTE.replace(' markdown="1"', ""))
    assert MARKDOWN.inline(block.msgid, plain.scope(plain.blocks[-1])).markup() == []


@pytest.mark.parametrize(
    ("translation", "built"),
    [
        ("Veja [as marés](/t).", "Veja [as marés](/t)."),
        ("Veja as marés.", "See [the *tides*](/t)."),
        ("1. Veja [as marés](/t).", "1\\. Veja [as marés](/t)."),
    ],
)
def test_a_build_keeps_them(translation, built):
    document = parsed(QUOTE)
    found = guarded(document, {document.blocks[-1].key: translation}, MARKDOWN, "pt_BR", parsed)
    assert found.text == QUOTE.replace("See [the *tides*](/t).", built)
