"""The guard: no translation changes an article, and good ones stand."""

import pytest
from conftest import golden_lines, html
from hostile import escapes
from judge import skeleton
from processes import called, catalog, make_project, reviewed

from l10n import registry
from l10n.model.article import Document
from l10n.settings import FormatSettings
from l10n.stages import guard
from l10n.stages.guard import Guarded, guarded

CHANGES = "it changes the structure of the article"


def guarded_build(name: str, article: str, texts: dict[str, str]) -> Guarded:
    fmt = registry.format_named(name)

    def parse(text: str) -> Document:
        return fmt.parse(text, FormatSettings())

    return guarded(parse(article), {(None, k): v for k, v in texts.items()}, fmt, "pt_BR", parse)


# --- markup of a message ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "translation", "why"),
    [
        ("See [the *sea*](/u).", "Veja [o mar](/u).", ""),
        ("See the sea.", "Veja **o mar**.", ""),
        ("See [it](/u).", "Veja [isto](/v).", "missing (/u); extra (/v)"),
        ("See [it](/u).", "Veja [isto](javascript:alert(1)).", "missing (/u); extra (javascript:alert(1))"),
        ("Run `a`.", "Rode `b`.", "missing `a`; extra `b`"),
        ("Run `a`.", "Rode.", "missing `a`"),
        ("Hi {name}", "Oi", "missing {name}"),
        ("Hi", "Oi <script>alert(1)</script>", "extra <script>alert(1)</script>"),
        ("A <b>b</b>", "A <b onclick=x>b</b>", "missing <b></b>; extra <b onclick='x'></b>"),
        ("A <b>b</b>", "A <b>b", "missing <b></b>; extra <b>"),
        ('A <img alt="a" src="x"> b', 'A <img alt="b" src="x"> b', ""),
        (
            'A <img alt="a" src="x"> b',
            'A <img alt="b" src="y"> b',
            "missing <img src='x'>; extra <img src='y'>",
        ),
        ("Text ![a](i.png)", "Texto ![b](i.png)", ""),
        ("Text [![a](i.png)](/u)", "Texto [![b](i.png)](/u)", ""),
    ],
)
def test_markup_in_markdown(source, translation, why):
    result = guarded_build("markdown", f"{source}\n", {source: translation})
    assert [item.why for item in result.rejected] == ([why] if why else [])
    assert result.text == f"{source if why else translation}\n"


@pytest.mark.parametrize(
    ("translation", "built"),
    [
        ('Veja <a href="/x">a casa</a>.', '<p>Veja <a class="c" href="/x">a casa</a>.</p>'),
        ('<a href="/x" onclick="evil()">A casa</a>.', '<p><a class="c" href="/x">A casa</a>.</p>'),
        ("Veja a casa.", None),
        ('Veja <a href="javascript:x">a casa</a>.', None),
        ('Veja <a href="/x">a casa.', None),
        ('Veja <a href="/x">a casa</a></p><p>.', None),
        ('<script>x</script><a href="/x">A casa</a>', None),
        ('1 < 2 & <a href="/x">a casa</a> <b', '<p>1 < 2 & <a class="c" href="/x">a casa</a> &lt;b</p>'),
    ],
)
def test_markup_in_html(translation, built):
    source = '<p>See <a class="c" href="/x">the house</a>.</p>'
    result = guarded_build("html", source, {'See <a href="/x">the house</a>.': translation})
    assert result.text == (built or source)
    assert len(result.rejected) == (built is None)


def test_attributes_hold_only_text():
    source = '<img alt="A cat" src=a.png><input placeholder=Name>'
    texts = {"A cat": '" onerror="evil()', "Name": "O nome> <b>"}
    assert guarded_build("html", source, texts).text == (
        '<img alt="&quot; onerror=&quot;evil()" src=a.png><input placeholder="O nome> &lt;b>">'
    )


# --- structure ----------------------------------------------------------------------------------------------

TRAPS = {
    "1. Die": "1\\. Die",
    "# x": "\\# x",
    "+ plus": "\\+ plus",
    "[x]: /u": "\\[x]: /u",
    "a\n\nb": "a b",
    "[ ] x": "\\[ ] x",
    "> x": "\\> x",
    "--- x": "--- x",
    "``` x": "\\``` x",
    "x\n===": "x ===",
    ": x": "\\: x",
    "| x |": "\\| x |",
}


@pytest.mark.parametrize(("translation", "written"), TRAPS.items(), ids=repr)
def test_trap_7_at_the_start_of_a_paragraph(translation, written):
    result = guarded_build("markdown", "Text\n", {"Text": translation})
    assert (result.text, result.rejected) == (f"{written}\n", ())


@pytest.mark.parametrize(
    ("article", "source", "translation", "written"),
    [
        ("| A |\n|---|\n| b |\n", "b", "x | y", "| A |\n|---|\n| x \\| y |\n"),
        ("# Text\n", "Text", "C #", "# C \\#\n"),
        ("- Text\n", "Text", "[ ] x", "- \\[ ] x\n"),
        ("---\ntitle: Text\n---\n", "Text", "a: b # c", '---\ntitle: "a: b # c"\n---\n'),
        ("<title>A</title>", "A", "</title><p>", "<title>&lt;/title>&lt;p></title>"),
    ],
)
def test_trap_7_elsewhere(article, source, translation, written):
    name = "html" if article.startswith("<title") else "markdown"
    result = guarded_build(name, article, {source: translation})
    assert (result.text, result.rejected) == (written, ())


def test_a_translation_without_words_is_left_out():
    (item,) = guarded_build("markdown", "Text\n", {"Text": "---"}).rejected
    assert item.why == f"{CHANGES}: there is no letter or digit in it"


def broken_by(monkeypatch: pytest.MonkeyPatch, *evil: str) -> None:
    """Let the format write some translations as they are, as if an escape had been forgotten."""
    fmt = type(registry.format_named("markdown"))
    render = fmt.render
    monkeypatch.setattr(
        fmt, "render", lambda self, block, text: text if text in evil else render(self, block, text)
    )


def test_only_what_breaks_the_article_is_left_out(monkeypatch):
    broken_by(monkeypatch, "# x", "- a\n- b")
    article = "".join(f"Text {number}\n\n" for number in range(40))
    texts = {f"Text {number}": f"Texto {number}" for number in range(40)}
    texts |= {"Text 7": "# x", "Text 8": "- a\n- b", "Text 39": "# x"}
    result = guarded_build("markdown", article, texts)
    assert [(item.block.msgid, item.why) for item in result.rejected] == [
        ("Text 7", CHANGES), ("Text 8", CHANGES), ("Text 39", CHANGES),
    ]  # fmt: skip
    assert result.text.count("Texto") == 37


@pytest.mark.parametrize("source", ["[Word][] x", "[Word] x", "![Word][] x", "![Word] x"])
def test_a_text_that_is_a_label_is_translated_beside_it(source):
    article = f"{source}\n\n[word]: /u\n"
    text = source.replace("Word", "Mot")
    (item,) = guarded_build("markdown", article, {source: text}).rejected
    assert "[word]" in item.why
    whole = text.replace("[]", "").replace("Mot]", "Mot][Word]")
    assert guarded_build("markdown", article, {source: whole}).text == article.replace(source, whole)


@pytest.mark.parametrize(
    "source", ["![Word][]", "![Word]", "![Word][word]", "[![Word]](/u)", "[![Word][]](/u)"]
)
def test_an_image_alone_keeps_its_label(source):
    article = f"{source}\n\n[word]: /u\n"
    result = guarded_build("markdown", article, {"Word": "Mot"})
    assert result.rejected == ()
    assert html(result.text) == html(article.replace("Word", "Mot").replace("[word]", "[mot]"))


def test_what_cannot_be_decided_in_time_is_left_out(monkeypatch):
    monkeypatch.setattr(guard, "_TRIES", 3)
    broken_by(monkeypatch, "# x")
    article = "".join(f"Text {number}\n\n" for number in range(16))
    texts = {f"Text {number}": f"Texto {number}" for number in range(16)} | {"Text 3": "# x"}
    result = guarded_build("markdown", article, texts)
    assert "# x" not in result.text
    assert len(result.rejected) > 1


def test_a_translation_that_defines_a_link_is_found(monkeypatch):
    broken_by(monkeypatch, "[Text]: /evil")
    result = guarded_build("markdown", "Text\n\nSee [text].\n", {"Text": "[Text]: /evil"})
    assert (result.text, len(result.rejected)) == ("Text\n\nSee [text].\n", 1)


@pytest.mark.parametrize("name", ["markdown", "html", "text"])
def test_hostile_translations_never_change_an_article(name):
    assert list(escapes(name, tries=400, seed=3)) == []


PLACES = {
    "text of HTML": ("html", "<p>Word</p>"),
    "title of HTML": ("html", "<title>Word</title>"),
    "title and heading of the same text": ("html", "<title>Word</title><h1>Word</h1>"),
    "attribute": ("html", '<img alt="Word" src=x>'),
    "attribute in single quotes": ("html", "<img alt='Word' src=x>"),
    "attribute without quotes": ("html", "<img alt=Word src=x>"),
    "description of a page": ("html", '<meta name="description" content="Word">'),
    "cell of HTML": ("html", "<table><tr><td>Word</table>"),
    "paragraph": ("markdown", "Word\n"),
    "heading": ("markdown", "# Word\n"),
    "table cell": ("markdown", "| a | b |\n|---|---|\n| c | Word |\n"),
    "image": ("markdown", "![Word](x.png)\n"),
    "title of an image": ("markdown", '![](x.png)\n\n![a](x.png "Word")\n'),
    "title of a link definition": ("markdown", '[r]: /u "Word"\n\n[r]\n'),
    "inline HTML": ("markdown", "A <b>Word</b>\n"),
    "block of HTML": ("markdown", "<aside>\n<p>Word</p>\n</aside>\n"),
    "attribute of inline HTML": ("markdown", 'A <img alt="Word" src=x> here\n'),
    "front matter": ("markdown", "---\ntitle: Word\n---\n"),
    "front matter in quotes": ("markdown", "---\ntitle: 'Word'\ndescription: \"Word\"\n---\n"),
    "front matter over lines": ("markdown", "---\ntitle: |\n  Word\n---\n"),
    "front matter in TOML": ("markdown", "+++\ntitle = 'Word'\n+++\n"),
}
ATTACKS = golden_lines("hostile/attacks")


@pytest.mark.parametrize("place", PLACES)
def test_nothing_that_runs_gets_into_an_article(place):
    name, article = PLACES[place]
    fmt, settings = registry.format_named(name), FormatSettings()
    messages = [b.msgid for b in fmt.parse(article, settings).blocks if "Word" in b.msgid]
    assert messages
    for attack in ATTACKS:
        built = guarded_build(name, article, {m: m.replace("Word", attack) for m in messages}).text
        assert skeleton(built, name, settings) == skeleton(article, name, settings), built


@pytest.mark.parametrize(
    ("name", "source", "message", "translation", "why"),
    [
        ("html", '<p title="Go">a', "Go", "{% x %}", "extra {% x %}"),
        ("html", "<p>Go {% x %} b", "Go {% x %} b", "Vá {{% x %} b", "missing {% x %}; extra %}, {{"),
        ("html", "<p>Go{% x %}", "Go", "Vá {", "it changes the structure of the article"),
        ("markdown", "Go {% x %} b", "Go {% x %} b", "Vá {{% x %} b", "missing {% x %}; extra %}, {{"),
        ("html", "<title>Go</title><p>{{ user }}", "Go", "Vá {{", "extra {{"),
        ("html", "<title>Go</title><h1>Go</h1>", "Go", "<b>Vá", "extra <b> alone"),
        (
            "html",
            "<p>A <img src=a alt=b> c",
            "A <img alt=b> c",
            'A <img alt="{%"> c',
            "missing <img>; extra <img>{%",
        ),
        (
            "html",
            "<p>A <img src=a alt=b> c",
            "A <img alt=b> c",
            "A </img> c",
            "missing <img>; extra </img> alone",
        ),
        (
            "html",
            "<p>A <i></i> c",
            "A <i></i> c",
            "A <i><img src=x onerror=y></i> c",
            "missing <i>; extra <i><img>",
        ),
        ("markdown", "Go\n", "Go", "Vá \\{{ x }}", "extra \\{{ x }}"),
        ("markdown", "Go {/* a */}\n\nGo\n", "Go", "Vá {/*", "extra {/"),
        ("markdown", "Go {f(x)}\n", "Go {f(x)}", "Vá {g(x)}", "missing {f(x)}; extra {g(x)}"),
        ("markdown", "Go ![a](b)\n", "Go ![a](b)", "Vá ![{% x %}](b)", "missing !(b); extra !(b){% x %}"),
    ],
)
def test_templates_and_tags_that_a_translation_adds(name, source, message, translation, why):
    (item,) = guarded_build(name, source, {message: translation}).rejected
    assert item.why == why


def test_a_tag_over_lines_gets_its_attributes_back():
    source = '<p><a class="b" href="/a\n b" title="T">x</a> y'
    assert guarded_build(
        "html", source, {'<a href="/a b" title="T">x</a> y': '<a href="/a b">x</a> z'}
    ).text == ('<p><a class="b" href="/a\n b" title="T">x</a> z')


def test_an_image_alone_embeds_no_page():
    result = guarded_build("markdown", "![Go](x.png)\n", {"Go": "[page]"})
    assert (result.text, result.rejected) == ("![\\[page\\]](x.png)\n", ())


def test_a_form_feed_ends_no_paragraph_of_plain_text():
    assert guarded_build("text", "One line\n", {"One line": "Uma\flinha\v só"}).text == "Uma linha só\n"


def test_a_language_that_a_template_sets_stays():
    source = '<html lang="{{ lang }}" dir=ltr><p>One</p>'
    assert guarded_build("html", source, {"One": "Um"}).text == source.replace("One", "Um")


@pytest.mark.parametrize("locale", ["pt_BR", "ar"])
@pytest.mark.parametrize(
    "tag", ["<html>", "<html lang=en>", '<html dir="ltr">', '<html lang="en" dir="ltr">']
)
def test_what_a_page_gets_from_its_locale_is_no_change_of_structure(tag, locale):
    fmt = registry.format_named("html")

    def parse(text: str) -> Document:
        return fmt.parse(text, FormatSettings())

    result = guarded(parse(f"{tag}<p>Tide"), {(None, "Tide"): "Mar"}, fmt, locale, parse)
    assert result.rejected == ()
    assert "<p>Mar" in result.text
    assert f'lang="{locale.replace("_", "-")}"' in result.text.replace("=pt-BR", '="pt-BR"').replace(
        "=ar", '="ar"'
    )


# --- the command --------------------------------------------------------------------------------------------


def test_build_names_what_it_left_out(tmp_path):
    root = make_project(tmp_path / "site", {"a.md": "One [link](/u).\n\nTwo.\n"})
    called("update", cwd=root)
    reviewed(catalog(root), {"One [link](/u).": "Um [elo](/v).", "Two.": "Dois."})
    ran = called("build", cwd=root)
    assert ran.code == 1
    assert ran.err == (
        "l10n: corpus/a.md:1: pt_BR: missing (/u); extra (/v); the source stands instead of the"
        " translation of One [link](/u).\n"
    )
    assert (root / "build/pt_BR/a.md").read_text() == "One [link](/u).\n\nDois.\n"
