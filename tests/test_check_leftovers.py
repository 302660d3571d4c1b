"""Markup that shows as text, and signs that are text."""

from functools import partial

import pytest
from checking import found, message

from l10n import registry
from l10n.checking.message import Message
from l10n.checking.side import Side
from l10n.checks.leftovers import CHECK
from l10n.model.article import Scope
from l10n.model.entry import Entry


@pytest.mark.parametrize(
    ("source", "target", "locale", "finding"),
    [
        ("**Late** now", "** Tarde** agora", "pt_BR", "** shows as text"),
        ("**Late** now", "**Tarde ** agora", "pt_BR", "** shows as text"),
        ("**Late** now", "**Tarde agora", "pt_BR", "** shows as text"),
        ("**Late** now", "Tarde** agora", "pt_BR", "** shows as text"),
        ("**Late** now", "**Tarde* agora", "pt_BR", "* shows as text"),
        ("**Late** now", "* *Tarde* * agora", "pt_BR", "* shows as text"),
        ("*Late* now", "*Tarde agora", "pt_BR", "* shows as text"),
        ("*Late* now", "* Tarde * agora", "pt_BR", "* shows as text"),
        ("*Late* now", "＊迟＊了", "zh_Hans", "＊ shows as text"),
        ("_Late_ now", "_ Tarde_ agora", "pt_BR", "_ shows as text"),
        ("_Late_ now", "_Tarde agora", "pt_BR", "_ shows as text"),
        ("__Late__ now", "__ Tarde __ agora", "pt_BR", "__ shows as text"),
        ("**Note:** now", "现在**注意：**吧", "zh_Hans", "** shows as text"),
        ("_Late_ now", "とても_遅い_です", "ja", "_ shows as text"),
        ("*Late* now", "\\*Tarde\\* agora", "pt_BR", "* shows as text"),
        ("~~Late~~ now", "~~ Tarde~~ agora", "pt_BR", "~~ shows as text"),
        ("`a` now", "`a agora", "pt_BR", "` shows as text"),
        ("[a](/u) now", "[a] (/u) agora", "pt_BR", "] ( shows as text"),
        ("[a](/u) now", "[a](/u agora", "pt_BR", "]( shows as text"),
        ("[a](https://x.org) now", "[a] (https://x.org) agora", "pt_BR", "] ( shows as text"),
        ("[a](https://x.org) now", "［a］（https://x.org）", "zh_Hans", "］（ shows as text"),
        ("[a](/u) now", "[a] agora](/u", "pt_BR", "]( shows as text"),
        ("[a](/u) now", "[a agora", "pt_BR", "[ shows as text"),
        ("[a](/u) now", "a](/u) agora", "pt_BR", "]( shows as text"),
        ("[a](/u) now", "[a] agora", "pt_BR", "[ shows as text"),
        ("A note[^1]", "Uma nota[ ^1]", "pt_BR", "[ ^ shows as text"),
        ("A\u00a0b", "A&amp;nbsp;b", "pt_BR", "&nbsp; shows as text"),
        ("A b", "A&nbsp b", "pt_BR", "&nbsp shows as text"),
        ("A & b", "A & amp; b", "pt_BR", "& amp; shows as text"),
        ("A & b", "A &amp;amp; b", "pt_BR", "&amp; shows as text"),
        ("It's", "L&amp;#39;eau", "fr", "&#39; shows as text"),
        ("A b", "A\\n b", "pt_BR", "\\ shows as text"),
        ("A <b>b</b>", "A &lt;b&gt;b&lt;/b&gt;", "pt_BR", "<b> shows as text"),
        ("A <b>b</b>", "A < b>b</ b>", "pt_BR", "< b> shows as text"),
        ("A <b>b</b>", "A <b>b< /b>", "pt_BR", "< /b> shows as text"),
        ("A <strong>b</strong>", "A <strong b", "pt_BR", "<strong shows as text"),
        ("A title", "# Um título", "pt_BR", "# shows as text"),
        ("A title", "### Um título", "pt_BR", "### shows as text"),
        ("A quote", "> Uma citação", "pt_BR", "> shows as text"),
        ("A cell", "Uma | célula", "pt_BR", "| shows as text"),
        ("**Late** now", "** متأخر** الآن", "ar", "** shows as text"),
        ("**Late** now", "** מאוחר** עכשיו", "he", "** shows as text"),
    ],
)
def test_markup_that_readers_see(source, target, locale, finding):
    assert finding in found(CHECK, message(source, target, locale), locale=locale)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("**Late** now", "Agora é **tarde**", "pt_BR"),
        ("**Late** now", "_Agora_ é `tarde`", "pt_BR"),
        ("**Late** now", "**注意**，现在", "zh_Hans"),
        ("**Late** now", "« **tard** » maintenant", "fr"),
        ("All readers", "Alle Leser*innen und Redakteur_innen", "de"),
        ("5 \\* 3, f\\_x", "5 \\* 3, f\\_x", "pt_BR"),
        ("Free of charge*", "Grátis*", "pt_BR"),
        ("Name: ______", "Nome: __________", "pt_BR"),
        ("IOT trap", "IOT_fælde", "da"),
        ("Fish & chips", "Peixe & fritas; R&D; Tom & Jerry;", "pt_BR"),
        ("Fish & chips", "Peixe &amp; fritas&nbsp;!", "pt_BR"),
        ("3 < 5 > 2", "3 < 5 > 2, e a < b", "pt_BR"),
        ("He said so", "Disse [o prefeito] que sim [sic]", "pt_BR"),
        ("It is [not] so (at all)", "Não é [assim] (de todo)", "pt_BR"),
        ("No. 1", "#1 e #maré", "pt_BR"),
        ("About 5", "~5", "pt_BR"),
        ("See [1, 2)", "Veja [1, 2)", "pt_BR"),
        ("`a*b` and https://x.org/a_b", "`a*b` e https://x.org/a_b", "pt_BR"),
        ("[tides]\\(in the bay\\)", "[marés] (na baía)", "pt_BR"),
    ],
)
def test_signs_that_are_text(source, target, locale):
    assert found(CHECK, message(source, target, locale), locale=locale) == []


@pytest.mark.parametrize(
    ("name", "source", "target", "findings"),
    [
        ("text", "A new tide", "Uma **nova** maré", ["** shows as text"]),
        ("text", "A new tide", "Uma maré &nbsp; nova", ["&nbsp; shows as text"]),
        ("html", "A <b>tide</b>", "Uma **maré** <b>b</b>", ["** shows as text"]),
        ("html", "A <a href='/u'>tide</a>", "Uma [maré](/u)", ["]( shows as text"]),
        ("html", "A <b>tide</b>", "Uma &lt;b&gt;maré&lt;/b&gt;", ["<b> shows as text", "</b> shows as text"]),
        ("html", "5&nbsp;km &amp; more", "5&nbsp;km &amp; mais", []),
    ],
)
def test_each_format_shows_the_markup_of_others(name, source, target, findings):
    place = "html" if name == "html" else "prose"
    read = partial(registry.format_named(name).inline, scope=Scope(place=place))
    entry = Entry(msgid=source, msgstr=target)
    sides = Side(source, "en", read), Side(target, "pt_BR", read)
    assert found(CHECK, Message(entry=entry, source=sides[0], target=sides[1])) == findings
