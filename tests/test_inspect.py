"""The parts of an inspected article, and the page that shows them."""

import re
from html import unescape
from pathlib import Path

import justhtml
import pytest
from conftest import article_params, golden_cases, read_exact
from hypothesis import given
from hypothesis import strategies as st

from l10n import registry
from l10n.cli.inspect_page import html
from l10n.pipeline.inspecting import Inspected, alone
from l10n.settings import FormatSettings
from l10n.stages.inspect import Inspection

NAMES = registry.names("formats")
HOSTILE = [
    "</pre></main><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '<!-- i18n:context: "><script>alert(1)</script> -->\n\nText.',
    "<!-- i18n:comment: </mark>'\" -->\n\nMore",
    '<img alt="&quot;><script>alert(1)</script>">',
    "[x](javascript:alert(1) \"<script>\")\n\n[y]: /u '<script>alert(1)</script>'",
    "---\ntitle: </title><script>alert(1)</script>\nlang: en\n---\n",
    "<!-- i18n:</p><script>alert(1)</script> -->",
    "$name ${source} $$ %s {0}",
    "&amp; &lt;b&gt; &#60;script&#62; &",
    "]]> <![CDATA[ <!-- <style>*{display:none}</style> -->",
    "a\x00b\x0bc\x85d\u2028e\u202ef\ufefeg",
    "\n\nfirst\r\nsecond\rthird\n",
]


def inspected(text: str, name: str = "markdown", place: str = "a.md") -> Inspected:
    return alone(text, place, name, FormatSettings())


def shown(found: Inspected) -> str:
    """The text of the article as it stands in the page: tags stripped, entities resolved."""
    (source,) = re.findall(r'<pre dir="auto">\n(.*)</pre>\n</main>', html(found), re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", source).replace("\0", "\ue000")).replace("\ue000", "\0")


def texts() -> st.SearchStrategy[tuple[str, str]]:
    """(format, article): hostile pieces, golden cases and anything, one after the other."""
    cases = {name: [case.text for case in golden_cases(name)] for name in NAMES}
    return st.sampled_from(NAMES).flatmap(
        lambda name: st.tuples(
            st.just(name),
            st.lists(st.sampled_from(HOSTILE + cases[name]) | st.text(max_size=30), max_size=5).map(
                "\n".join
            ),
        )
    )


def elements(page: str) -> list[object]:
    """Every element of the page as a browser reads it: name, attributes."""
    root = justhtml.JustHTML(page, sanitize=False).root
    return [(node.name, node.attrs) for node in root.query("*")]


# --- parts --------------------------------------------------------------------------------------------------


def assert_whole(inspection: Inspection) -> None:
    """The parts are the whole article, its messages and slots among them."""
    document = inspection.document
    assert "".join(document.text[part.start : part.end] for part in inspection.parts) == document.text
    sources = [part.source for part in inspection.parts if part.source]
    assert [source for source in sources if source in document.blocks] == list(document.blocks)
    assert len(sources) == len(document.blocks) + len(document.slots)
    assert 0 <= inspection.kept <= inspection.visible


@given(texts())
def test_parts_are_the_whole_article(case: tuple[str, str]) -> None:
    name, text = case
    inspection = inspected(text, name).inspection
    assert_whole(inspection)
    for line, part in inspection.stretches():
        assert line == text.count("\n", 0, part.start) + 1
        assert part.source or re.search(r"\w", text[part.start : part.end])


@pytest.mark.parametrize("path", article_params())
def test_parts_of_real_articles(path: Path) -> None:
    text = read_exact(path)
    inspection = inspected(text, registry.suffixes()[path.suffix]).inspection
    assert_whole(inspection)
    assert inspection.percent is not None
    assert inspection.percent > 80


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("markdown", "Text.\n\n```\none\n\ntwo\n```\n\n    three\n", ["one\n\ntwo", "three"]),
        ("markdown", "`code`\n\nText with `code`.\n\n$x^2$\n", ["`code`", "$x^2$"]),
        ("markdown", "<div>\n<!-- i18n:skip -->\n<p>A &amp; b.</p>\n</div>\n", ["A &amp; b."]),
        ("markdown", "---\nauthor: Jane\n---\n\n[x]: /u\n\n{% include a.html %}\n\n***\n", []),
        ("markdown", "\ufeffÜber.\n\n> ```\n> café\n> thé\n> ```\n", ["café\n> thé"]),
        ("html", "<title>A</title><style>b{}</style><script>c</script><!-- d --><p>E", []),
        ("html", "<p translate=no>A</p>\n<p>B <code>c</code></p>\n<pre>D\n<b>E</b></pre>", ["A", "D\n<b>E"]),
        ("text", "Title: A\nBy: Jane\n\n1. One\n2. Two\n", ["Title:", "By: Jane"]),
    ],
)  # fmt: skip
def test_kept_is_what_readers_see_and_translators_do_not(name: str, text: str, kept: list[str]) -> None:
    stretches = inspected(text, name).inspection.stretches()
    assert [text[part.start : part.end] for _, part in stretches if part.visible] == kept


def test_the_share_counts_letters_and_digits() -> None:
    inspection = inspected("Four, 4!\n\n    code\n").inspection
    assert (inspection.visible, inspection.kept, inspection.percent) == (9, 4, pytest.approx(500 / 9))


# --- the page -----------------------------------------------------------------------------------------------


@given(texts())
def test_the_page_has_every_character_once_and_nothing_becomes_markup(case: tuple[str, str]) -> None:
    name, text = case
    found = inspected(text, name)
    assert shown(found) == text
    source = [item for item in elements(html(found)) if item[0] in ("span", "mark")]
    known = {"class", "title", "id", "data-line", "data-kinds"}
    assert all(set(attributes) <= known for _, attributes in source)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_adds_no_element_of_its_own(name: str, text: str) -> None:
    page = html(inspected(text, name, place=f"{text}.md"))
    allowed = {
        "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "meter", "ul", "li", "mark",
        "span", "a", "main", "pre",
    }  # fmt: skip
    names = [element for element, _ in elements(page)]
    assert set(names) <= allowed
    assert [names.count(once) for once in ("title", "style", "pre", "main")] == [1, 1, 1, 1]
    assert all(
        attributes["href"].startswith("#L") for _, attributes in elements(page) if "href" in attributes
    )


def test_the_policy_allows_the_style_of_the_page_and_nothing_else() -> None:
    from base64 import b64encode
    from hashlib import sha256

    page = html(inspected("Text.\n"))
    (style,) = re.findall(r"<style>(.*)</style>", page, re.DOTALL)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert not re.search(r"url\(|@import|https?:|<script|<link|style=", page)


def test_messages_say_what_they_are() -> None:
    text = "<!-- i18n:context: menu -->\n<!-- i18n:comment: Short. -->\n# Close & go\n"
    page = html(inspected(text))
    title = "heading 1, 60:70\nClose &amp; go\ncontext: menu\ncomment: Short."
    assert f'<mark class="heading" title="{title}">Close &amp; go</mark>' in page
    assert '<span class="line" id="L3" data-line="3" data-kinds="heading 1"># ' in page


def test_the_legend_has_the_kinds_of_the_article() -> None:
    page = html(inspected("# A\n\n## B\n\n- c\n\n***\n\n    code\n"))
    legend = re.findall(r'<li><mark class="(\w+)">[^<]*</mark> (\d+)</li>', page)
    assert legend == [("heading", "2"), ("list", "1"), ("kept", "1")]


def test_every_kind_of_the_formats_has_a_colour() -> None:
    style = re.search(r"<style>(.*)</style>", html(inspected("")), re.DOTALL)
    assert style
    for name in NAMES:
        for case in golden_cases(name):
            page = html(inspected(case.text, name))
            for family in re.findall(r'<mark class="(\w+)"', page):
                assert f".{family} {{" in style[1]


def test_a_problem_leads_to_its_line() -> None:
    page = html(inspected("Text.\n\n<!-- i18n:skp -->\n"))
    assert '<p class="problem"><a href="#L3">line 3: unknown directive i18n:skp; ' in page


def test_a_page_is_not_larger_for_long_messages_on_many_lines() -> None:
    lines = "word " * 10 + "\n"
    small, large = (len(html(inspected(lines * count))) for count in (500, 1000))
    assert large < 2.2 * small
