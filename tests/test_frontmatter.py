"""Front matter: its values are replaced, and every YAML reader finds the translation there."""

import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import registry
from l10n.model.article import Block, Document
from l10n.settings import FormatSettings
from l10n.stages.build import compile_article
from l10n.text import frontmatter

MARKDOWN = registry.format_named("markdown")

SOURCES = {
    "plain": "title: Old value\n",
    "plain over lines": "title: Old\n  value\n",
    "plain before a comment": "title: Old value # comment\n",
    "single": "title: 'Old value'\n",
    "double": 'title: "Old value"\n',
    "double over lines": 'title: "Old\n  value"\n',
    "literal": "title: |\n  Old value\n  second\n",
    "literal, stripped": "title: |-\n    Old value\n    second\n",
    "literal with an indent of its own": "title: |2\n    Old value\n  second\n",
    "folded": "title: >\n  Old value\n  second\n",
    "folded, kept": "title: >+\n  Old value\n\n  second\n\n",
    "in brackets": "alt: [Old value, second]\n",
    "in braces": "image: {alt: Old value, src: a.png}\n",
    "in a list": "alt:\n- Old value\n- second\n",
    "in a list, deeper": "image:\n    - alt: Old value\n      src: a.png\n",
    "with an anchor and a tag": "title: &a !!str Old value\n",
}
BLOCK_SCALARS = ("literal", "folded")

# What YAML could take for something else, and text around it.
PIECES = st.sampled_from(
    [
        *(
            "word",
            "é",
            "日本語",
            "😀",
            "\u00a0",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\n  ",
            ": ",
            ":",
            " #",
            "#",
            "- ",
            "-",
            "? ",
        ),
        *(
            "'",
            '"',
            "\\",
            "\\n",
            "[",
            "]",
            "{",
            "}",
            ",",
            "!",
            "&",
            "*",
            "|",
            ">",
            "%",
            "@",
            "`",
            "---",
            "...",
            "---\n",
        ),
        *("yes", "null", "~", "1", "1.5", "1:30", "2026-01-01", "=", "<<", "0x1", "{{ x }}", "{% x %}"),
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join).filter(str.strip)


def article(yaml_text: str, newline: str = "\n") -> str:
    text = f"---\nfirst: 1\n{yaml_text}other: [x, 'y']\nlast: 'it''s'\n---\n\nText\n"
    return text.replace("\n", newline)


def parsed(text: str) -> Document:
    return MARKDOWN.parse(text, FormatSettings())


def replaced(text: str, translation: str) -> str:
    block = parsed(text).blocks[0]
    return text[: block.start] + MARKDOWN.render(block, translation) + text[block.end :]


def loaded(text: str) -> dict[str, Any]:
    """The front matter as the plainest of readers has it."""
    begin = text.index("\n") + 1
    return yaml.safe_load(text[begin : frontmatter.bounds(text)[1]].rstrip().removesuffix("---"))


def value_and_rest(data: dict[str, Any]) -> tuple[Any, Any]:
    """The value that is translated, and everything else."""
    holder: Any = data
    key: Any = next(key for key in ("title", "alt", "image") if key in data)
    while isinstance(holder[key], dict | list):
        holder = holder[key]
        key = "alt" if isinstance(holder, dict) else 0
    return holder[key], (holder.pop(key), data)[1]


def flat(text: Any) -> str:
    assert isinstance(text, str)
    return " ".join(text.split())


# --- values -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SOURCES)
@settings(max_examples=60)
@given(text=TEXTS)
def test_any_text_is_read_back(name, text):
    source = article(SOURCES[name])
    value, rest = value_and_rest(loaded(replaced(source, text)))
    assert flat(value) == flat(text)
    assert rest == value_and_rest(loaded(source))[1]


@pytest.mark.parametrize("name", SOURCES)
def test_the_article_below_stays(name):
    source = article(SOURCES[name])
    built = replaced(source, "--- a: 'new' value")
    assert built.endswith("other: [x, 'y']\nlast: 'it''s'\n---\n\nText\n")
    assert [b.msgid for b in parsed(built).blocks][-1] == "Text"


@pytest.mark.parametrize("name", SOURCES)
def test_a_value_written_back_is_the_same(name):
    source = article(SOURCES[name])
    built = replaced(source, parsed(source).blocks[0].msgid)
    assert flat(value_and_rest(loaded(built))[0]) == flat(value_and_rest(loaded(source))[0])


@pytest.mark.parametrize("name", [name for name in SOURCES if name.startswith(BLOCK_SCALARS)])
def test_lines_of_block_scalars_stay_lines(name):
    if name.startswith("folded"):
        built = replaced(article(SOURCES[name]), "one\ntwo")
        assert loaded(built)["title"].strip() == "one\ntwo"
    else:
        assert loaded(replaced(article(SOURCES[name]), "one\ntwo"))["title"].split() == ["one", "two"]


@pytest.mark.parametrize("name", SOURCES)
def test_windows_line_ends(name):
    source = article(SOURCES[name], "\r\n")
    value, rest = value_and_rest(loaded(replaced(source, "um\ndois: três")))
    assert flat(value) == "um dois: três"
    assert rest == value_and_rest(loaded(source))[1]


@pytest.mark.parametrize("name", ["literal", "folded"])
def test_windows_line_ends_stay_in_block_scalars(name):
    built = replaced(article(SOURCES[name], "\r\n"), "um\ndois")
    assert "\n" not in built.replace("\r\n", "")


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("title: Old", "New", "title: New"),
        ("title: Old", "New: a value", 'title: "New: a value"'),
        ("title: Old", "yes", 'title: "yes"'),
        ("title: Old", "42", 'title: "42"'),
        ("title: Old", "It's #1", 'title: "It\'s #1"'),
        ("title: Old", "It's C#", "title: It's C#"),
        ("title: Old", "It's 'quoted'", "title: It's 'quoted'"),
        ("title: Old", "'quoted'", "title: \"'quoted'\""),
        ("title: Old", "[x]", 'title: "[x]"'),
        ("title: 'Old'", "It's", "title: 'It''s'"),
        ('title: "Old"', 'A "b" \\ c', 'title: "A \\"b\\" \\\\ c"'),
        ("title: &a Old", "New", "title: &a New"),
        ("title: !!str Old", "42", 'title: !!str "42"'),
        ("title: Old # comment", "New", "title: New # comment"),
        ("alt: [Old, x]", "a, b", 'alt: ["a, b", x]'),
        ("title: |\n  Old", "a\n\nb", "title: |\n  a\n  b"),
        ("title: >\n  Old", "a\nb", "title: >\n  a\n\n  b"),
    ],
)
def test_the_style_stays_where_it_can(source, translation, expected):
    assert replaced(f"---\n{source}\n---\n", translation) == f"---\n{expected}\n---\n"


@pytest.mark.parametrize("name", ["plain", "single", "double", "literal", "folded"])
def test_characters_that_yaml_must_escape(name):
    for char in "\x07\x00\x1b\x7f\x85\ufffe":
        value, _ = value_and_rest(loaded(replaced(article(SOURCES[name]), f"a{char}b")))
        assert value.strip() == f"a{char}b"


@pytest.mark.parametrize("name", ["plain", "single", "double", "literal", "folded"])
def test_separators_of_unicode(name):
    value, _ = value_and_rest(loaded(replaced(article(SOURCES[name]), "a\u2028b\u2029c")))
    assert value == "a\u2028b\u2029c"


@pytest.mark.parametrize("name", ["in brackets", "in braces"])
def test_a_question_in_brackets(name):
    value, _ = value_and_rest(loaded(replaced(article(SOURCES[name]), "Ready? Go")))
    assert value == "Ready? Go"


def test_a_tab_before_a_bracket():
    value, _ = value_and_rest(loaded(replaced(article(SOURCES["plain"]), "a\t[b]")))
    assert value == "a\t[b]"


# --- hostile front matter -----------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["[", "{", "[{", "[a: ", "\n  - - ", "\n  - ? "])
def test_yaml_that_is_nested_too_deeply_is_kept(value):
    level = value.split("  ")[-1]
    document = parsed(f"---\nlang: en\ntitle: x\na: {value}{level * 20_000}x\n---\n\nText\n")
    assert [block.msgid for block in document.blocks] == ["Text"]
    assert not document.slots
    assert [problem.what for problem in document.problems] == [
        "front matter is nested deeper than 100 levels"
    ]
    assert document.problems[0].line >= 4


def test_yaml_that_is_nested_less_deeply_is_read():
    document = parsed(f"---\nalt: {'[' * 90}Word{']' * 90}\n---\n")
    assert [block.msgid for block in document.blocks] == ["Word"]
    assert not document.problems


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("[" * 20_000, "it is nested too deeply"),
        ("{a=" * 20_000, "it is nested too deeply"),
        ("[" * 20_000 + "]" * 20_000, "it is nested too deeply"),
        ("1\n" + "a." * 20_000 + "b = 1", "a key has more than 100 parts"),
        ("1\n[" + "'a' . " * 20_000 + "b]", "a key has more than 100 parts"),
        ("1" * 5000, "a number is too long"),
    ],
)
def test_toml_that_takes_too_much_is_kept(value, what):
    document = parsed(f"+++\ntitle = 'x'\na = {value}\n+++\n\nText\n")
    assert [block.msgid for block in document.blocks] == ["Text"]
    assert [problem.what for problem in document.problems] == [f"front matter is broken: {what}"]


def test_toml_with_a_key_of_some_parts_is_read():
    document = parsed(f"+++\n{'a.' * 90}title = 'Word'\n+++\n")
    assert [block.msgid for block in document.blocks] == ["Word"]


@pytest.mark.parametrize("name", ["plain", "in brackets"])
@pytest.mark.parametrize("text", ["[" * 5000, "- " * 5000 + "x", '"\\U00110000"', '"\\UFFFFFFFF"'])
def test_translations_that_the_reader_of_yaml_chokes_on(name, text):
    value, _ = value_and_rest(loaded(replaced(article(SOURCES[name]), text)))
    assert value == text


# --- where front matter is ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("---\ntitle: x\n---\nText", 17),
        ("---\r\ntitle: x\r\n---\r\nText", 20),
        ("---  \ntitle: x\n---\t\nText", 20),
        ("---\ntitle: x\n---", 16),
        ("---\n---\nText", 8),
        ("---\n# comment\n\ntitle: x\n---\n", 28),
        ("+++\ntitle = 'x'\n+++\n", 20),
        ("---\n{title: x}\n---\n", 19),
        ("---\n---x\n---\nText", 0),
        ("---\ntitle: x\n", 0),
        ("---\nprose\n---\n", 0),
        ("---\n\n> a: b\n\n---\n", 0),
        ("----\ntitle: x\n----\n", 0),
        (" ---\ntitle: x\n---\n", 0),
        ("\n---\ntitle: x\n---\n", 0),
        ("---\ntitle: x\n+++\n", 0),
        ("", 0),
    ],
)
def test_bounds(text, length):
    assert frontmatter.bounds(text) == (0, length)
    assert frontmatter.bounds(f"\ufeff{text}") == (1, length + 1)


def test_a_fence_inside_a_value_does_not_end_it():
    text = "---\ntitle: |\n  a\n  ---\n  b\n---\nText\n"
    assert frontmatter.bounds(text)[1] == len(text) - len("Text\n")


# --- the article's language ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "locale", "expected"),
    [
        ("en", "pt_BR", "pt-BR"),
        ("'en'", "pt_BR", "'pt-BR'"),
        ('"en-GB"', "zh_Hant", '"zh-Hant"'),
        ("en_GB", "pt_BR", "pt_BR"),
        ("&l en", "es", "&l es"),
        ("!!str en", "es", "!!str es"),
    ],
)
def test_lang_follows_the_locale(value, locale, expected):
    text = f"---\nlang: {value} # comment\ntitle: Tides\n---\n"
    document = parsed(text)
    built = compile_article(document, {(None, "Tides"): "Marés"}, MARKDOWN, locale).text
    assert built == f"---\nlang: {expected} # comment\ntitle: Marés\n---\n"


def with_lang(value: str) -> str:
    return f"---\nlang:{value}\ntitle: Tides\n---\n"


def built_with_lang(value: str) -> str:
    return compile_article(parsed(with_lang(value)), {(None, "Tides"): "Marés"}, MARKDOWN, "pt_BR").text


@pytest.mark.parametrize("value", [" {a: en}", " [{a: en}]"])
def test_lang_that_is_no_simple_value_is_kept(value):
    assert built_with_lang(value) == with_lang(value).replace("Tides", "Marés")


@pytest.mark.parametrize("value", ["", " ", " [en, fr]", "\n  - en", " |\n  en", " >-\n  en"])
def test_lang_that_is_no_simple_value_breaks_nothing(value):
    built = loaded(built_with_lang(value))
    assert built["title"] == "Marés"
    assert built["lang"] in (loaded(with_lang(value))["lang"], "pt-BR", "pt-BR\n")


# --- settings and problems ----------------------------------------------------------------------------------


def test_keys_of_the_settings_are_messages():
    keys = FormatSettings(front_matter=("teaser", "label"))
    text = "---\ntitle: No\nteaser: Yes please\nlinks:\n  - label: Home\n    label2: No\n---\n"
    blocks: tuple[Block, ...] = MARKDOWN.parse(text, keys).blocks
    assert [block.msgid for block in blocks] == ["Yes please", "Home"]


def test_lang_may_be_a_message_no_more_than_a_slot():
    document = MARKDOWN.parse("---\nlang: en\n---\n", FormatSettings(front_matter=("lang",)))
    assert not document.blocks
    assert len(document.slots) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: a: b\n---\n", 2),
        ("---\nx: 1\ntitle: 'open\n---\n", 4),
        ("---\nx: 1\ny: [1, 2\n---\n", 4),
        ("---\nx: 1\n\ttitle: a\n---\n", 3),
        ("---\nx: *nobody\n---\n", 2),
        ("---\nx: \x07\n---\n", 1),
    ],
)
def test_broken_yaml_is_a_problem_with_a_line(text, line):
    document = parsed(text + "\nText\n")
    assert [block.msgid for block in document.blocks] == ["Text"]
    (problem,) = document.problems
    assert problem.what.startswith("front matter is broken: ")
    assert problem.line == line
    assert problem.hint


def test_deep_front_matter_is_kept():
    document = parsed(f"---\nx: {'[' * 5000}{']' * 5000}\n---\n\nText\n")
    assert [block.msgid for block in document.blocks] == ["Text"]
    assert document.problems


def test_an_alias_that_contains_itself_ends():
    assert [block.msgid for block in parsed("---\na: &a [*a, {title: x}]\n---\n").blocks] == ["x"]


@given(st.text(alphabet=st.sampled_from("a:b -#[]{}'\"\n\t&*!|>%@`,?\\é\r\x00\x85"), max_size=40))
def test_any_front_matter_is_read(yaml_text):
    text = f"---\n{yaml_text}\n---\n\nText\n"
    document = parsed(text)
    assert compile_article(document, {}, MARKDOWN, "pt_BR").text == text


# --- TOML ---------------------------------------------------------------------------------------------------

TOML = "+++\na = 1\ntitle = {}\n[x]\ny = 2\n+++\n\nText\n"


@pytest.mark.parametrize("quotes", ['"', "'", '"""', "'''"])
@given(translation=st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_translation_is_a_toml_string(quotes, translation):
    document = MARKDOWN.parse(TOML.format(f"{quotes}Tides{quotes}"), FormatSettings())
    built = compile_article(document, {(None, "Tides"): translation}, MARKDOWN, "pt_BR").text
    values = tomllib.loads(
        built.split("+++")[1] if "+++" not in translation else built[3 : built.rindex("+++")]
    )
    assert (values["a"], values["x"]) == (1, {"y": 2})
    if quotes != "'''":
        assert values["title"].split() == translation.split()


def test_toml_keeps_its_quotes_while_it_can():
    def built(source: str, translation: str) -> str:
        document = MARKDOWN.parse(TOML.format(source), FormatSettings())
        return compile_article(document, {(None, "Tides"): translation}, MARKDOWN, "pt_BR").text

    assert "title = 'Marés'" in built("'Tides'", "Marés")
    assert 'title = "L\'eau"' in built("'Tides'", "L'eau")
    assert 'title = "\\"Marés\\""' in built('"Tides"', '"Marés"')
    assert "title = '''\nMarés\n'''" in built("'''\nTides\n'''", "Marés")
