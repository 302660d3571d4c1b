"""HTML: tags in messages, the page's language, JSON-LD; and what an independent parser sees."""

import json
import re
from html import unescape
from pathlib import Path

import justhtml
import pytest
from conftest import BENCH, GOLDEN
from hypothesis import given
from hypothesis import strategies as st

from l10n import registry
from l10n.model.article import Block, Document, Scope
from l10n.settings import FormatSettings
from l10n.stages.build import compile_article
from l10n.text.html_tokens import tokens

HTML = registry.format_named("html")


def parsed(text: str, **settings: object) -> Document:
    return HTML.parse(text, FormatSettings(**settings))


def built(text: str, texts: dict[str, str], locale: str = "pt_BR", **settings: object) -> str:
    keys = {(None, source): target for source, target in texts.items()}
    return compile_article(parsed(text, **settings), keys, HTML, locale).text


def real_pages() -> list[Path]:
    """Pages that browsers show; what templates of pages are is for others to say."""
    pages = sorted(BENCH.rglob("*.html"))
    return [path for path in pages if "{%" not in path.read_text(encoding="utf-8")]


# --- tags ---------------------------------------------------------------------------------------------------


def test_what_a_msgid_does_not_show_comes_back():
    source = '<p><a class="x" href="/u" rel=nofollow>One</a> and <img src="i.png" alt="two" width=3>.</p>'
    assert built(
        source, {'<a href="/u">One</a> and <img alt="two">.': '<img alt="dois"> e <a href="/u">um</a>.'}
    ) == ('<p><img src="i.png" alt="dois" width=3> e <a class="x" href="/u" rel=nofollow>um</a>.</p>')


def test_tags_that_look_alike_can_change_places():
    source = '<p><b id="1">One</b>, <b id="2">two</b></p>'
    assert built(
        source, {'<b id="1">One</b>, <b id="2">two</b>': '<b id="2">dois</b>, <b id="1">um</b>'}
    ) == ('<p><b id="2">dois</b>, <b id="1">um</b></p>')


def test_each_tag_of_the_source_serves_once():
    source = '<p><b id="1">One</b>, <b id="2">two</b></p>'
    twice = {'<b id="1">One</b>, <b id="2">two</b>': '<b id="1">um</b>, <b id="1">dois</b>'}
    assert built(source, twice) == '<p><b id="1">um</b>, <b id="2">dois</b></p>'


def test_tags_without_words_around_a_message_are_none_of_it():
    document = HTML.parse("<p><b><u></u><u></u>Word</b><i></i> <i></i></p>", FormatSettings())
    assert [block.msgid for block in document.blocks] == ["Word"]


def test_a_tag_that_the_source_does_not_have_stays_for_the_guard_to_see():
    assert built("<p>One</p>", {"One": "<u>Um</u>"}) == "<p><u>Um</u></p>"


def test_what_is_not_translated_is_an_atom():
    inline = HTML.inline('The <span class="notranslate">Quay</span>, <code>x</code>.', Scope(place="html"))
    assert [atom.raw for atom in inline.atoms] == ['<span class="notranslate">Quay</span>', "<code>x</code>"]


def test_entities_and_addresses_are_plain_text_to_the_engine():
    inline = HTML.inline("A &amp; B&nbsp;&lt;c&gt; https://e.org/?a=1&amp;b=2", Scope(place="html"))
    assert inline.text == "A & B\u00a0<c> https://e.org/?a=1&amp;b=2"
    assert [atom.raw for atom in inline.atoms] == ["https://e.org/?a=1&amp;b=2"]


@given(st.text(max_size=60))
def test_escaped_text_has_no_markup(text):
    inline = HTML.inline(HTML.escape(text, Scope(place="title")), Scope(place="title"))
    assert inline.spans == ()


# --- the page's language ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "locale", "expected"),
    [
        ("<html>", "pt_BR", '<html lang="pt-BR">'),
        ("<html>", "ar", '<html lang="ar" dir="rtl">'),
        ('<html lang="en">', "pt_BR", '<html lang="pt-BR">'),
        ('<html lang="en">', "he", '<html dir="rtl" lang="he">'),
        ('<html lang="en" dir="ltr">', "fa", '<html lang="fa" dir="rtl">'),
        ('<html lang="ar" dir="rtl">', "en", '<html lang="en" dir="ltr">'),
        ('<HTML xml:lang="en" lang=en_US>', "pt_BR", '<HTML xml:lang="pt-BR" lang=pt_BR>'),
    ],
)
def test_language_and_direction_follow_the_locale(tag, locale, expected):
    text = tag + '<meta property="og:locale" content="en_US"><p>One</p>'
    assert built(text, {"One": "Um"}, locale) == (
        f'{expected}<meta property="og:locale" content="{locale}"><p>Um</p>'
    )


def test_nothing_follows_while_nothing_is_translated():
    text = '<html lang="en"><meta property="og:locale" content="en_US"><p>One</p>'
    assert built(text, {"Two": "Dois"}) == text


# --- JSON-LD ------------------------------------------------------------------------------------------------

PAGE = """\
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
  {"headline": "A \\"tide\\"", "@type": ["NewsArticle"], "author": {"@type": "Person", "description": "no"},
   "description": "Why it <b>rises</b>", "articleBody": "Text\\nand more", "image": ["no"]},
  {"@type": "WebSite", "description": "no"}
]}
</script>
"""


def json_blocks(text: str) -> list[Block]:
    return list(parsed(text, json_ld=True).blocks)


def test_json_ld_is_kept_unless_it_is_asked_for():
    assert parsed(PAGE).blocks == ()


def test_json_ld_of_articles():
    assert [(b.kind, b.line, b.msgid) for b in json_blocks(PAGE)] == [
        ("JSON-LD headline", 3, 'A "tide"'),
        ("JSON-LD description", 4, "Why it <b>rises</b>"),
        ("JSON-LD articleBody", 4, "Text and more"),
    ]


@pytest.mark.parametrize(
    "text", ["{", "[1, 2", '{"@type": }', "nothing", '{"@type": "NewsArticle" "headline": "x"}']
)
def test_broken_json_ld_is_kept(text):
    assert json_blocks(f'<script type="application/ld+json">{text}</script>') == []


@given(st.text(min_size=1))
def test_any_translation_is_a_string_of_json_that_ends_no_script(translation):
    page = built(PAGE, {'A "tide"': translation}, json_ld=True)
    script = page.partition(">")[2].rpartition("</script")[0]
    assert "</" not in script.replace("</b>", "")
    assert json.loads(script)["@graph"][0]["headline"] == translation


# --- an independent parser ----------------------------------------------------------------------------------

_NO_PROSE = frozenset(
    "script style pre code svg math template textarea kbd samp var tt iframe object applet "
    "audio video canvas datalist noscript noembed noframes xmp #comment".split()
)


def assert_text_is_found(text: str) -> None:
    """Each text node of justhtml is a text token, and its prose is in a message."""
    document = parsed(text)
    starts = {token.start: token for token in tokens(text) if token.kind in ("text", "raw")}
    covered = bytearray(len(text))
    for block in document.blocks:
        covered[block.start : block.end] = b"\1" * (block.end - block.start)
    root = justhtml.JustHTML(text, track_node_locations=True, sanitize=False).root
    waiting = [(root, False)]
    while waiting:
        node, hidden = waiting.pop()
        if node.name == "#text" and node.data.strip() and node.origin_offset is not None:
            if hidden:
                continue
            token = starts[node.origin_offset]
            raw = text[token.start : token.end]
            assert unescape(raw).replace("\r\n", "\n").strip() == node.data.strip()
            missing = [c for c, known in zip(raw, covered[token.start : token.end], strict=True) if not known]
            assert not any(c.isalnum() for c in missing), raw
        attributes = getattr(node, "attrs", None) or {}
        untranslated = attributes.get("translate") == "no" or "notranslate" in (attributes.get("class") or "")
        inner = hidden or node.name in _NO_PROSE or untranslated
        waiting += [(child, inner) for child in getattr(node, "children", None) or ()]


@pytest.mark.parametrize("path", real_pages() or [None], ids=lambda path: path.name if path else "missing")
def test_the_prose_of_real_pages_is_found(path):
    if path is None:
        pytest.skip("needs .bench/real, which scripts/real_files.py fetches")
    text = path.read_bytes().decode()
    if text.startswith("<?xml"):  # justhtml takes an XML declaration for text
        text = f"<!--{text[4 : text.index('?>')]}-->{text[text.index('?>') + 2 :]}"
    assert_text_is_found(text)


def test_the_prose_of_the_fixture_is_found():
    text = (GOLDEN / "hostile/article.html").read_text()
    assert_text_is_found(re.sub(r"\{[{%].*?[%}]\}", "you", text))
