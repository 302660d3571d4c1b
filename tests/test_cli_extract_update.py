"""`l10n extract` and `l10n update`."""

from pathlib import Path

import polib
import pytest
from processes import ARTICLE, called, catalog, contents, make_project, reviewed, run_l10n, untouched, write

from l10n import __version__


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(
        tmp_path / "site", {"a.md": ARTICLE, "news/b.txt": "A brief.\n"}, locales=("pt_BR", "es")
    )


def test_extract_writes_the_templates_alone(root: Path) -> None:
    ran = run_l10n("extract", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "a.md: 4 messages\nnews/b.txt: 1 message\n2 articles: 2 templates written\n"
    assert {p for p in contents(root) if p.startswith("locales")} == {
        "locales/templates/a.pot", "locales/templates/news/b.pot",
    }  # fmt: skip


def test_extract_writes_nothing_the_second_time(root: Path) -> None:
    called("extract", cwd=root)
    before = untouched(root)
    assert called("extract", cwd=root).out == "2 articles: 0 templates written\n"
    assert untouched(root) == before


def test_update_writes_templates_and_catalogs(root: Path) -> None:
    ran = run_l10n("update", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "ARTICLE     LOCALE  MESSAGES",
        "a.md        pt_BR   4 new",
        "a.md        es      4 new",
        "news/b.txt  pt_BR   1 new",
        "news/b.txt  es      1 new",
        "4 catalogs: 4 written, 0 unchanged",
    ]
    assert len([p for p in contents(root) if p.startswith("locales")]) == 6


def test_update_touches_no_file_the_second_time(root: Path) -> None:
    called("update", cwd=root)
    before = untouched(root)
    ran = run_l10n("update", cwd=root)
    assert (ran.code, ran.out) == (0, "4 catalogs: 0 written, 4 unchanged\n")
    assert untouched(root) == before


def test_update_does_what_extract_does_to_templates(root: Path) -> None:
    called("extract", cwd=root, SOURCE_DATE_EPOCH="1")
    extracted = contents(root / "locales" / "templates")
    called("update", cwd=root, SOURCE_DATE_EPOCH="2000000000")
    assert contents(root / "locales" / "templates") == extracted


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        root = make_project(tmp_path / name)
        called("update", cwd=root, SOURCE_DATE_EPOCH="1700000000")
        made.append(contents(root))
    assert made[0] == made[1]
    assert b"2023-11-14 22:13+0000" in made[0]["locales/templates/a.pot"]


def test_a_catalog_says_what_po_editors_need(root: Path) -> None:
    called("update", cwd=root)
    po = polib.pofile(str(catalog(root)), encoding="utf-8")
    assert po.metadata["Language"] == "pt_BR"
    assert po.metadata["Plural-Forms"] == "nplurals=2; plural=(n > 1);"
    assert po.metadata["X-Generator"] == f"l10n {__version__}"
    title = po.find("A day at the harbour")
    assert (title.occurrences, title.comment) == ([("corpus/a.md", "2")], "front matter: title")


@pytest.mark.parametrize("name", ["a.md", "a", "corpus/a.md"])
def test_only_the_article_that_is_named(name: str, root: Path) -> None:
    called("update", name, cwd=root)
    assert catalog(root).exists()
    assert not catalog(root, "news/b").exists()


def test_a_folder_stands_for_the_articles_in_it(root: Path) -> None:
    called("update", "corpus/news", cwd=root)
    assert catalog(root, "news/b").exists()
    assert not catalog(root).exists()


def test_names_are_understood_from_the_folder_one_is_in(root: Path) -> None:
    ran = run_l10n("update", "b.txt", cwd=root / "corpus" / "news", home=root.parent / "home")
    assert (ran.code, ran.err) == (0, "")
    assert catalog(root, "news/b").exists()
    assert not catalog(root).exists()


def test_the_project_is_found_from_a_folder_inside_it(root: Path) -> None:
    assert called("update", cwd=root / "corpus" / "news", home=root.parent / "home").code == 0
    assert catalog(root).exists()
    assert not (root / "corpus" / "news" / "locales").exists()


def test_works_in_the_folder_that_is_named(root: Path) -> None:
    ran = run_l10n("-C", "site/corpus", "update", cwd=root.parent)
    assert (ran.code, ran.err) == (0, "")
    assert catalog(root).exists()


def test_only_the_locale_that_is_named(root: Path) -> None:
    called("update", "--locale", "pt-br", cwd=root)
    assert catalog(root).exists()
    assert not catalog(root, locale="es").exists()


def test_a_changed_text_keeps_its_translation_as_stale(root: Path) -> None:
    called("update", cwd=root)
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    write(root / "corpus" / "a.md", ARTICLE.replace("late today", "late this evening"))
    ran = called("update", cwd=root)
    assert "a.md     pt_BR   1 changed" in ran.out.splitlines()
    entry = polib.pofile(str(catalog(root)), encoding="utf-8").find("The ferry is late this evening.")
    assert (entry.msgstr, entry.fuzzy) == ("A balsa está atrasada hoje.", True)
    assert entry.previous_msgid == "The ferry is late today."


def test_a_text_that_comes_back_has_its_translation_again(root: Path) -> None:
    called("update", cwd=root)
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    called("update", cwd=root)
    before = contents(root)
    write(root / "corpus" / "a.md", ARTICLE.replace("The ferry is late today.\n", ""))
    assert "1 obsolete" in called("update", cwd=root).out
    assert '#~ msgstr "A balsa está atrasada hoje."' in catalog(root).read_text(encoding="utf-8")
    write(root / "corpus" / "a.md", ARTICLE)
    assert "1 revived" in called("update", cwd=root).out
    after = contents(root)
    assert (
        after["locales/pt_BR/LC_MESSAGES/a.po"].split(b"\n\n")[1:]
        == before["locales/pt_BR/LC_MESSAGES/a.po"].split(b"\n\n")[1:]
    )


def test_catalogs_of_an_article_that_was_deleted_stay(root: Path) -> None:
    called("update", cwd=root)
    before = contents(root / "locales")
    (root / "corpus" / "a.md").unlink()
    assert called("update", cwd=root).code == 0
    assert contents(root / "locales") == before


def test_an_article_without_text_has_an_empty_catalog(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"empty.md": ""})
    assert called("update", cwd=root).code == 0
    before = untouched(root)
    assert called("update", cwd=root).out == "1 catalog: 0 written, 1 unchanged\n"
    assert untouched(root) == before


def test_a_broken_article_does_not_stop_the_others(root: Path) -> None:
    write(root / "corpus" / "bad.md", b"fine\n\xff\n")
    ran = run_l10n("update", cwd=root)
    assert ran.code == 2
    assert ran.problems == ["corpus/bad.md:2: not UTF-8: byte 0xff; save it as UTF-8"]
    assert ran.out.endswith("4 catalogs: 4 written, 0 unchanged\n")


def moved(root: Path, old: str, new: str) -> None:
    (root / "corpus" / new).parent.mkdir(exist_ok=True)
    (root / "corpus" / old).rename(root / "corpus" / new)


def test_an_article_that_moved_keeps_its_review(root: Path) -> None:
    called("update", cwd=root)
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    moved(root, "a.md", "harbour/pier.md")
    ran = called("update", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[1:] == [
        "harbour/pier.md  pt_BR   moved from a",
        "harbour/pier.md  es      moved from a",
        "4 catalogs: 2 written, 2 unchanged",
    ]
    po = polib.pofile(str(catalog(root, "harbour/pier")), encoding="utf-8")
    assert po.find("The ferry is late today.").msgstr == "A balsa está atrasada hoje."
    assert not catalog(root, "a").exists()
    assert not (root / "locales/templates/a.pot").exists()


def test_a_catalog_whose_article_has_gone_is_named_and_kept(root: Path) -> None:
    called("update", cwd=root)
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    (root / "corpus" / "a.md").unlink()
    before = catalog(root).read_bytes()
    ran = called("update", cwd=root)
    assert ran.code == 0
    assert ran.problems == [
        f"locales/{locale}/LC_MESSAGES/a.po: its article has gone; "
        "delete it when you need its texts no longer"
        for locale in ("pt_BR", "es")
    ]
    assert catalog(root).read_bytes() == before


def test_a_new_article_with_few_texts_of_one_that_has_gone_begins_anew(root: Path) -> None:
    called("update", cwd=root)
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    (root / "corpus" / "a.md").unlink()
    write(root / "corpus/new.md", "The ferry is late today.\n\nOne.\n\nTwo.\n")
    assert "new.md   pt_BR   3 new" in called("update", cwd=root).out
    assert catalog(root).exists()


def test_a_dry_run_tells_what_an_update_does_and_writes_nothing(root: Path) -> None:
    called("update", cwd=root)
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    write(root / "corpus" / "a.md", ARTICLE.replace("late today", "late this evening"))
    before = untouched(root)
    ran = called("update", "--dry-run", "--locale", "pt_BR", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "ARTICLE  LOCALE  MESSAGES",
        "a.md     pt_BR   1 changed",
        "2 catalogs: 1 would change, 1 unchanged",
    ]
    assert untouched(root) == before
    assert called("update", "--locale", "pt_BR", cwd=root).out == ran.out.replace("would change", "written")


def test_verbose_shows_the_messages_and_their_words(root: Path) -> None:
    called("update", cwd=root)
    reviewed(
        catalog(root),
        {
            "The ferry is late today.": "A balsa está atrasada hoje.",
            "The old pier": "O cais velho",
        },
    )
    article = ARTICLE.replace("late today", "late this evening").replace("# The old pier\n\n", "")
    write(root / "corpus" / "a.md", f"{article}\nOne more.\n")
    ran = called("update", "--dry-run", "-v", "--locale", "pt_BR", "a.md", cwd=root)
    assert ran.out.splitlines() == [
        "ARTICLE  LOCALE  MESSAGES",
        "a.md     pt_BR   1 new, 1 changed, 1 obsolete",
        "",
        "a.md pt_BR",
        "  changed   The ferry is late [-today-]{+this evening+}.",
        "  new       One more.",
        "  obsolete  The old pier",
        "",
        "1 catalog: 1 would change, 0 unchanged",
    ]


def test_a_dry_run_moves_no_catalog(root: Path) -> None:
    called("update", cwd=root)
    moved(root, "a.md", "harbour/pier.md")
    before = untouched(root)
    ran = called("update", "--dry-run", cwd=root)
    assert "harbour/pier.md  pt_BR   moved from a" in ran.out
    assert ran.err == ""
    assert untouched(root) == before


def test_a_dry_run_of_extract_writes_no_template(root: Path) -> None:
    ran = called("extract", "--dry-run", cwd=root)
    assert ran.out == "a.md: 4 messages\nnews/b.txt: 1 message\n2 articles: 2 templates would change\n"
    assert not (root / "locales").exists()


@pytest.mark.parametrize(
    ("command", "named"),
    [
        ("extract", "a.md: 4 messages\n1 article: 1 template would change\n"),
        ("update", "ARTICLE  LOCALE  MESSAGES\na.md     es      1 new\n"
                   "1 catalog: 1 would change, 0 unchanged\n"),
    ],
)  # fmt: skip
def test_a_check_names_what_is_out_of_date_and_ends_with_code_1(
    command: str, named: str, tmp_path: Path
) -> None:
    root = make_project(tmp_path / "site", {"a.md": ARTICLE}, locales=("es",))
    called("update", cwd=root)
    fine = run_l10n(command, "--check", cwd=root)
    assert (fine.code, fine.err) == (0, "")
    write(root / "corpus" / "a.md", ARTICLE.replace("late", "early"))
    before = untouched(root)
    ran = run_l10n(command, "--check", cwd=root)
    assert (ran.code, ran.out) == (1, named)
    assert ran.problems[-1] == f"not up to date; run `l10n {command}`"
    assert untouched(root) == before
    called(command, cwd=root)
    assert called(command, "--check", cwd=root).code == 0


def test_a_template_alone_can_be_out_of_date(root: Path) -> None:
    called("update", cwd=root)
    (root / "locales" / "templates" / "a.pot").unlink()
    ran = called("update", "--check", cwd=root)
    assert (ran.code, ran.out) == (1, "4 catalogs: 0 would change, 4 unchanged\n")
    assert ran.problems == ["a.md: its template would change", "not up to date; run `l10n update`"]
    assert called("update", "--dry-run", cwd=root).problems == ran.problems[:1]


def test_a_check_of_a_broken_article_ends_with_code_2(root: Path) -> None:
    write(root / "corpus" / "a.md", b"\xff")
    assert called("update", "--check", cwd=root).code == 2
