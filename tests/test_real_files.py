"""Real files, as packages ship them: kept whole, and the same when each message is written back."""

from pathlib import Path

import pytest
from conftest import BENCH, CORPUS, DATA, GOLDEN, assert_sound, html, read_exact
from judge import outline

from l10n import registry
from l10n.model.article import Document
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.stages.build import compile_article
from l10n.stages.guard import guarded

REAL = sorted(
    path for folder in (BENCH, DATA) for path in folder.rglob("*") if path.suffix in (".md", ".html")
)
FIXTURES = [*CORPUS.rglob("*.md"), *(GOLDEN / "hostile").glob("article.[mh]*")]

pytestmark = pytest.mark.parametrize(
    "path", [*FIXTURES, *(REAL or [None])], ids=lambda path: "/".join(path.parts[-2:]) if path else "missing"
)


def article(path: Path | None) -> tuple[str, Format]:
    """The text of a file with line ends of Unix, and its format; skips where the file is missing."""
    if path is None:
        pytest.skip("needs .bench/real, which scripts/real_files.py fetches, or ../shared/data")
    return read_exact(path).replace("\r\n", "\n"), registry.format_named(registry.suffixes()[path.suffix])


def test_nothing_translated_is_the_source(path):
    text, fmt = article(path)
    for variant in (read_exact(path), text, text.replace("\n", "\r\n"), f"\ufeff{text}"):
        document = fmt.parse(variant, FormatSettings())
        assert compile_article(document, {}, fmt, "pt_BR").text == variant
        assert_sound(document, variant)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_each_message_is_accepted_as_its_own_translation(path, newline):
    text, fmt = article(path)
    text = text.replace("\n", newline)

    def parse(article: str) -> Document:
        return fmt.parse(article, FormatSettings())

    document = parse(text)
    built = guarded(document, {block.key: block.msgid for block in document.blocks}, fmt, "en", parse)
    assert built.rejected == ()
    if path.suffix == ".md":
        assert html(built.text, front_matter=True) == html(text, front_matter=True)
    else:
        assert outline(built.text) == outline(text)
