"""Prose that no message reaches: `benchmarks/coverage.py` says what prose is, and measures it."""

import pytest
from conftest import CORPUS, GOLDEN

from benchmarks.coverage import TARGET, coverage, files
from l10n import registry

NAMES = ["markdown", "html"]
KEPT = (
    "<script>a</script><pre>b</pre>", "<svg><text>a</text></svg>", '<p translate="no">a', "<p><code>a</code>",
    "{% if a %}{{ b }}{% endif %}", '<textarea>a</textarea><p class="x notranslate">b</p>', "<!-- a -->",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_prose_of_real_files_is_reached(name):
    paths = files(name)
    if not paths:
        pytest.skip("needs .bench/real, which scripts/real_files.py fetches")
    counts = [coverage(path.read_bytes().decode(), name) for path in paths]
    total, missed = (sum(column) for column in zip(*counts, strict=True))
    assert missed / total < TARGET / 100


@pytest.mark.parametrize(
    "path", [*CORPUS.rglob("*.md"), *GOLDEN.glob("hostile/article.[mh]*")], ids=lambda path: path.name
)
def test_the_prose_of_the_fixtures_is_reached(path):
    total, missed = coverage(path.read_text(encoding="utf-8"), registry.suffixes()[path.suffix])
    assert total > missed == 0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_prose(name, text):
    assert coverage(text, name) == (0, 0)


def test_prose_that_is_missed_counts():
    text = "<!-- i18n:skip -->\n\n<p title=Tip>One\n\n<p>Two three\n"
    assert coverage(text, "html") == (14, 3)
