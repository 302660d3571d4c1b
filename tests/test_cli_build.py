"""`l10n build`, and the whole way from an article to its translation."""

import re
import shutil
from pathlib import Path

import pytest
from processes import ARTICLE, called, catalog, contents, make_project, reviewed, run_l10n, untouched, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = make_project(tmp_path / "site")
    called("update", cwd=made)
    called("draft", "--engine", "pseudo", cwd=made)
    return made


def built(root: Path, name: str = "a.md", locale: str = "pt_BR") -> str:
    return (root / "build" / locale / name).read_bytes().decode()


def test_the_whole_way_as_processes(tmp_path: Path) -> None:
    root = tmp_path / "site"
    root.mkdir()
    assert run_l10n("init", "--to", "pt_BR", cwd=root).code == 0
    write(root / "corpus" / "a.md", ARTICLE)
    assert run_l10n("update", cwd=root).code == 0
    assert run_l10n("draft", "--engine", "pseudo", cwd=root).code == 0
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    ran = run_l10n("build", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert re.sub(r"\d+ %", "N %", ran.out).splitlines() == [
        "OUTPUT            REVIEWED",
        "build/pt_BR/a.md  N %      written",
        "1 output: 1 written, 0 unchanged",
    ]
    assert built(root) == ARTICLE.replace("lang: en", "lang: pt-BR").replace(
        "The ferry is late today.", "A balsa está atrasada hoje."
    )


def test_without_a_translation_the_article_is_the_same_to_the_byte(tmp_path: Path) -> None:
    text = "---\r\ntitle: T\r\nlang: en\r\n---\r\n\tcode\r\n\r\nTwo  \r\nlines &amp; a\u00a0b.\r\n\r\n\r\nend"
    root = make_project(tmp_path / "site", {"a.md": text, "b.txt": "No line end", "c.md": ""})
    called("update", cwd=root)
    called("draft", "--engine", "pseudo", cwd=root)
    assert called("build", cwd=root).code == 0
    assert contents(root / "build" / "pt_BR") == contents(root / "corpus")


def test_without_catalogs_the_article_is_the_same_to_the_byte(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site")
    assert called("build", cwd=root).code == 0
    assert contents(root / "build" / "pt_BR") == contents(root / "corpus")


def test_drafts_are_used_only_when_asked_for(root: Path) -> None:
    called("build", cwd=root)
    assert built(root) == ARTICLE
    called("build", "--drafts", cwd=root)
    assert "[Ŧĥé" in built(root) or "[Ţĥé" in built(root)
    assert "lang: pt-BR" in built(root)
    called("build", cwd=root)
    assert built(root) == ARTICLE


def test_stale_translations_are_never_used(root: Path) -> None:
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    changed = ARTICLE.replace("late today", "late this evening")
    write(root / "corpus" / "a.md", changed)
    called("update", cwd=root)
    called("build", cwd=root)
    assert built(root) == changed
    called("build", "--drafts", cwd=root)
    assert "The ferry is late this evening." in built(root)


def test_a_text_that_changed_since_the_update_stays_in_the_source_language(root: Path) -> None:
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    changed = ARTICLE.replace("late today", "late this evening")
    write(root / "corpus" / "a.md", changed)
    called("build", cwd=root)
    assert built(root) == changed


def test_build_touches_no_file_the_second_time(root: Path) -> None:
    called("build", "--drafts", cwd=root)
    before = untouched(root)
    ran = run_l10n("build", "--drafts", cwd=root)
    assert (ran.code, ran.out) == (0, "1 output: 0 written, 1 unchanged\n")
    assert untouched(root) == before


def test_the_same_input_gives_the_same_bytes(root: Path) -> None:
    called("build", "--drafts", cwd=root)
    first = contents(root / "build")
    shutil.rmtree(root / "build")
    called("build", "--drafts", cwd=root)
    assert contents(root / "build") == first


def test_too_little_reviewed_is_held_back(tmp_path: Path) -> None:
    root = make_project(
        tmp_path / "site", {"a.md": "One two.\n\nThree four five six seven eight nine ten.\n"}
    )
    called("update", cwd=root)
    reviewed(catalog(root), {"One two.": "Um dois."})
    ran = called("build", "--require", "21", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "OUTPUT            REVIEWED",
        "build/pt_BR/a.md  20 %      held back",
        "1 output: 0 written, 0 unchanged, 1 held back",
    ]
    assert not (root / "build").exists()
    assert called("build", "--require", "20", cwd=root).out.endswith("1 output: 1 written, 0 unchanged\n")


def test_nothing_is_called_100_percent_before_it_is(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.txt": f"{'word ' * 999}end.\n\nLast.\n"})
    called("update", cwd=root)
    reviewed(catalog(root), {f"{'word ' * 999}end.": "tudo"})
    assert "99 %" in called("build", "--require", "99.5", cwd=root).out
    assert "held back" in called("build", "--require", "100", cwd=root).out


def test_an_output_that_was_built_before_stays_when_held_back(root: Path) -> None:
    called("build", cwd=root)
    before = untouched(root)
    called("build", "--require", "100", cwd=root)
    assert untouched(root) == before


def test_the_output_follows_the_pattern(tmp_path: Path) -> None:
    pattern = "out/{path}/x-{locale}/{locale}.md"
    root = make_project(tmp_path / "site", {"n/a.md": "A.\n"}, settings=f'[build]\noutput = "{pattern}"\n')
    called("build", cwd=root)
    assert contents(root / "out") == {"n/a.md/x-pt_BR/pt_BR.md": b"A.\n"}


def test_builds_only_what_is_named(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "A.\n", "b.md": "B.\n"}, locales=("pt_BR", "es"))
    called("build", "--locale", "es", "b.md", cwd=root)
    assert contents(root / "build") == {"es/b.md": b"B.\n"}


def test_a_reviewed_text_that_is_only_white_space_is_not_used(root: Path) -> None:
    reviewed(catalog(root), {"The ferry is late today.": "  "})
    called("build", cwd=root)
    assert built(root) == ARTICLE


def test_an_article_with_crlf_is_built_with_crlf(tmp_path: Path) -> None:
    text = "First line\r\nruns on.\r\n\r\nThe ferry is late today.\r\n"
    root = make_project(tmp_path / "site", {"a.md": text})
    called("update", cwd=root)
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    called("build", cwd=root)
    assert built(root) == text.replace("The ferry is late today.", "A balsa está atrasada hoje.")


def test_an_article_with_a_byte_order_mark_has_front_matter(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": b"\xef\xbb\xbf" + ARTICLE.encode()})
    called("update", cwd=root)
    assert 'msgid "A day at the harbour"\n' in catalog(root).read_text(encoding="utf-8")


def test_a_catalog_saved_by_an_editor_on_windows_is_read(root: Path) -> None:
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    text = catalog(root).read_bytes().replace(b"\n", b"\r\n")
    catalog(root).write_bytes(b"\xef\xbb\xbf" + text)
    assert called("build", cwd=root).code == 0
    assert "A balsa está atrasada hoje." in built(root)


def test_build_writes_only_its_outputs(root: Path) -> None:
    before = untouched(root)
    called("build", "--drafts", cwd=root)
    after = untouched(root)
    assert {name: after[name] for name in before} == before
    assert [name for name in after if name not in before] == ["build/pt_BR/a.md"]


def test_says_so_when_nothing_is_reviewed_yet(root: Path) -> None:
    (note,) = called("build", cwd=root).problems
    assert note == "nothing is reviewed yet, so these are the source texts; --drafts uses machine drafts"
    assert called("build", "--drafts", cwd=root).problems == []


def test_an_earlier_build_of_what_is_held_back_is_mentioned(root: Path) -> None:
    called("build", "--drafts", cwd=root)
    ran = called("build", "--require", "100", cwd=root)
    assert "held back, an earlier build of it stays" in ran.out
    assert ran.err == ""
