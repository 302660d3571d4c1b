"""A message written back means what it meant, and a translation never changes the structure around it."""

from typing import Any

import pyromark
import pytest
from conftest import CORPUS, article_params, golden_lines, html, read_exact, rewritten, spec_examples

from l10n import registry
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.text.markdown_syntax import OPTIONS, SPANS

MARKDOWN = registry.format_named("markdown")
TEXT = registry.format_named("text")

EXCEPTIONS = {
    491: "a link destination in angle brackets that runs over a line end becomes one on a single line"
}


def skeleton(text: str) -> list[Any]:
    """The blocks of Markdown, and how many link definitions it has."""
    found: list[Any] = [len(list(pyromark.reference_definitions(text, options=OPTIONS)))]
    for event in pyromark.events(text, options=OPTIONS):
        name, value = next(iter(event.items())) if isinstance(event, dict) else (event, "")
        tag = next(iter(value), "") if isinstance(value, dict) else value
        if name in ("Rule", "TaskListMarker") or (name in ("Start", "End") and tag not in SPANS):
            found.append((name, str(value)))
    return found


def translated(source: str, word: str, translation: str, fmt: Format = MARKDOWN) -> str:
    """The article where `translation` stands for `word`, in the one block that has it."""
    (block,) = [b for b in fmt.parse(source, FormatSettings()).blocks if word in b.msgid]
    return (
        source[: block.start]
        + fmt.render(block, block.msgid.replace(word, translation))
        + source[block.end :]
    )


# --- each message written back ------------------------------------------------------------------------------


def test_examples_of_the_specification_keep_their_html():
    broken = {
        number for number, text in spec_examples().items() if html(rewritten(text, MARKDOWN)) != html(text)
    }
    assert broken == set(EXCEPTIONS)


@pytest.mark.parametrize("path", [p for p in article_params() if p.values[0].suffix == ".md"])
def test_articles_keep_their_html(path):
    text = read_exact(path)
    assert html(rewritten(text, MARKDOWN), front_matter=True) == html(text, front_matter=True)


@pytest.mark.parametrize("path", sorted(CORPUS.rglob("*.txt")), ids=lambda path: path.name)
def test_plain_text_articles_are_the_same(path):
    text = read_exact(path)
    assert rewritten(text, TEXT) == text


@pytest.mark.parametrize("path", [p for p in article_params() if p.values[0].suffix == ".md"])
def test_windows_line_ends_stay(path):
    text = read_exact(path).replace("\n", "\r\n")
    built = rewritten(text, MARKDOWN)
    assert "\n" not in built.replace("\r\n", "")
    assert html(built, front_matter=True) == html(text, front_matter=True)


@pytest.mark.parametrize(
    "text",
    [
        "Roses are red,  \nviolets\\\nare blue.\n",
        "> Roses are red,  \n> violets\\\n> are blue.\n",
        "- Roses are red,\\\n  violets  \n  are blue.\n",
        "> - Roses are red,\\\n>   violets\n",
        "Roses are red,\\\r\nviolets\r\n",
        "| a \\| b | `c \\| d` |\n|---|---|\n| e |\n",
        "## Tides ## {#tides}\n",
        "C\\#\n===\n",
        "# C \\#\n",
        "1986\\. A great year\n",
        "a\n14. b\n",
        "[a\nb]\n\n[a b]: /u\n",
        "- [ ] [x](u) y\n",
        "![a [b] c](d)\n",
        "\\\nfoo\n",
        "a\\\n```b``` c\n",
        "\u00a0<div> a\n",
    ],
)
def test_traps_keep_their_html(text):
    assert html(rewritten(text, MARKDOWN)) == html(text)


# --- translations that look like blocks ---------------------------------------------------------------------

PLACES = {
    "paragraph": "Before.\n\nWord here.\n\nAfter.\n",
    "first paragraph": "Word here.\n",
    "line after a hard break": "First  \nWord here.\n\nAfter.\n",
    "line before a hard break": "Word here.\\\nSecond.\n\nAfter.\n",
    "list item": "- one\n- Word here.\n- three\n",
    "loose list item": "- one\n\n- Word here.\n\n- three\n",
    "numbered item": "1. one\n2. Word here.\n3. three\n",
    "task": "- [ ] Word here.\n- [x] two\n",
    "quote": "> Word here.\n\nAfter.\n",
    "lazy quote": "> First\nWord here.\n",
    "list in a quote": "> - Word here.\n> - two\n",
    "alert": "> [!NOTE]\n> Word here.\n",
    "heading": "## Word here.\n\nAfter.\n",
    "closed heading": "## Word here. ##\n\nAfter.\n",
    "heading with an id": "## Word here. {#id}\n\nAfter.\n",
    "underlined heading 1": "Word here.\n=========\n\nAfter.\n",
    "underlined heading 2": "Word here.\n---------\n\nAfter.\n",
    "table header": "| a | Word here. |\n|---|---|\n| c | d |\n",
    "table cell": "| a | b |\n|---|---|\n| Word here. | d |\n",
    "last cell of a bare table": "a | b\n--- | ---\nd | Word here.\n",
    "footnote": "Foot[^1]\n\n[^1]: Word here.\n",
    "term": "Word here.\n: definition\n",
    "definition": "term\n: Word here.\n",
    "image alt": "![Word here.](x.png)\n",
}
MARKERS = golden_lines("markers")


@pytest.mark.parametrize("place", PLACES)
def test_a_translation_that_looks_like_a_block_is_text(place):
    assert changing(place, {marker: marker for marker in MARKERS}) == {}


@pytest.mark.parametrize("place", PLACES)
def test_a_marker_inside_a_translation_is_text(place):
    inside = {marker: f"Palavra {marker} aqui." for marker in [*MARKERS, "[!NOTE]", "x {#y}", ":x", ":"]}
    assert changing(place, inside) == {}


def changing(place: str, translations: dict[str, str]) -> dict[str, str]:
    """The article by marker, where a translation changes its blocks."""
    source = PLACES[place]
    built = {marker: translated(source, "Word here.", text) for marker, text in translations.items()}
    return {marker: text for marker, text in built.items() if skeleton(text) != skeleton(source)}


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Word here.\n", "[a\\]b]: /u"),
        ("Before.\n\nWord here.\n", ":"),
        ("Before.\n\nWord here.\n", ":) x"),
        ("Before.\n\nWord here.\n", ":tada: x"),
        ("Word here. | b\n--- | ---\nc | d\n", "- x"),
        ("a | b\n--- | ---\nWord here. | d\n", "1. x"),
        ("a | b\n--- | ---\nWord here. | d\n", "# x"),
        ("a | b\n--- | ---\nWord here. | d\n", "<div>"),
        ("> Word here.\n", "[!NOTE]"),
        ("## Word here.\n", "x {#y}"),
        ("Word here.\n===\n", "x {.y}"),
        ("[Word here.](t.md) is it.\n", "[World]: /u"),
        ("Write `<div>` here: Word here.\n", "<div> x"),
        ("- [xylophone](u): Word here.\n", "[x] y"),
    ],
)
def test_a_whole_translation_that_looks_like_a_block_is_text(source, translation):
    (block,) = [b for b in MARKDOWN.parse(source, FormatSettings()).blocks if "Word here." in b.msgid]
    built = source[: block.start] + MARKDOWN.render(block, translation) + source[block.end :]
    assert skeleton(built) == skeleton(source)


@pytest.mark.parametrize(
    ("source", "word", "translation", "expected"),
    [
        ("![Word](u.png)\n", "Word", "a [b", '<p><img src="u.png" alt="a [b" /></p>'),
        ("![Word](u.png)\n", "Word", "a ] b", '<p><img src="u.png" alt="a ] b" /></p>'),
        ("![Word][u]\n\n[u]: u.png\n", "Word", "Mot", '<p><img src="u.png" alt="Mot" /></p>'),
        ("# Word\n", "Word", "C #", "<h1>C #</h1>"),
        ("# Word\n", "Word", "C#", "<h1>C#</h1>"),
        (
            "| Word |\n|---|\n",
            "Word",
            "a | b",
            "<table><thead><tr><th>a | b</th></tr></thead><tbody> </tbody></table>",
        ),
        ("Word\n", "Word", "1986. x", "<p>1986. x</p>"),
        ("- Word\n", "Word", "[ ] x", "<ul> <li>[ ] x</li> </ul>"),
        ("![Word](u.png)\n", "Word", "a\\", '<p><img src="u.png" alt="a\\" /></p>'),
        ("![Word](u)\n", "Word", "a](v) [b", '<p><img src="u" alt="a](v) [b" /></p>'),
        ("# Hi {name}, Word\n", "Hi {name}, Word", "Mot {name}", "<h1>Mot {name}</h1>"),
        ("Word ```x```\n", "Word ```x```", "```x``` mot", "<p><code>x</code> mot</p>"),
    ],
)
def test_the_reader_finds_the_translation(source, word, translation, expected):
    assert html(translated(source, word, translation)) == expected


# --- plain text that is wrapped -----------------------------------------------------------------------------

WRAPPED = """\
The storm came at night and took the door of the boathouse
with it, which nobody had expected. By morning it was gone
and the street was dry.
"""


def reflowed(source: str, translation: str) -> str:
    (block,) = TEXT.parse(source, FormatSettings()).blocks
    return source[: block.start] + TEXT.render(block, translation) + source[block.end :]


def test_wrapped_text_is_wrapped_at_its_column_again():
    built = reflowed(WRAPPED, "A tempestade chegou de noite e levou a porta. " * 4)
    assert all(len(line) <= 58 for line in built.splitlines())
    assert len(built.splitlines()) == 4


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_wrapped_text_keeps_its_newlines(newline):
    source = WRAPPED.replace("\n", newline)
    assert rewritten(source, TEXT) == source


def test_wrapped_items_keep_their_hanging_indent():
    source = (
        "- The storm came at night and took the door of the house\n  with it, which nobody had expected.\n"
    )
    assert rewritten(source, TEXT) == source


def test_indented_paragraphs_keep_their_indent():
    source = "".join(f"    {line}\n" for line in WRAPPED.splitlines())
    assert rewritten(source, TEXT) == source


def test_line_breaks_of_a_translation_become_spaces():
    assert reflowed("One line\n", "Uma\nlinha\r\nsó ") == "Uma linha só\n"
    assert reflowed(WRAPPED, "Uma\nlinha\n") == "Uma linha\n"


def test_wrapped_lines_with_spaces_at_their_ends_are_not_glued():
    built = rewritten(WRAPPED.replace("\nwith", " \nwith"), TEXT)
    assert built.split() == WRAPPED.split()


def test_wrapped_text_keeps_tabs():
    source = "".join(f"\t{line}\n" for line in WRAPPED.splitlines())
    built = rewritten(source, TEXT)
    assert all(line.startswith("\t") and not line.startswith("\t ") for line in built.splitlines())


def test_wrapped_text_keeps_a_long_first_word():
    source = f"https://e.org/{'a' * 50}\n  with it, which nobody had expected.\n"
    assert rewritten(source, TEXT).split() == source.split()


def test_wrapped_text_keeps_spaces_that_do_not_break():
    assert reflowed(WRAPPED, "Dix\u00a0000\u202f€\u00a0!") == "Dix\u00a0000\u202f€\u00a0!\n"


@pytest.mark.parametrize("lead", ["    ", "\ufeff", "\f"])
def test_what_leads_the_first_line_does_not_lead_the_others(lead):
    built = rewritten(lead + WRAPPED.replace("boathouse", "house"), TEXT)
    assert [line.startswith(lead) for line in built.split("\n")[:3]] == [True, False, False]
