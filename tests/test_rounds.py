"""What `l10n watch` does after each save, without waiting for the system to tell of one."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import ARTICLE, called, catalog, make_project, reviewed, untouched, write

from l10n.config import find_project
from l10n.errors import ProjectError
from l10n.pipeline import watching
from l10n.pipeline.outcome import Outcome
from l10n.pipeline.rounds import Choice, Rounds
from l10n.pipeline.watching import watch

FERRY = {"The ferry is late today.": "A balsa está atrasada hoje."}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    articles = {"a.md": ARTICLE, "news/b.txt": "A brief.\n"}
    return make_project(tmp_path / "site", articles, locales=("pt_BR", "es"))


def begun(root: Path, **choice: object) -> Rounds:
    """The rounds of a project, after the first one."""
    rounds = Rounds(project=find_project(root), choice=Choice(**choice))
    rounds.first()
    return rounds


def updated(outcome: Outcome | None) -> set[tuple[str, str]]:
    assert outcome
    return {(result.name, result.locale) for result in outcome.updated}


def built(outcome: Outcome | None) -> set[tuple[str, str]]:
    assert outcome
    return {(result.name, result.locale) for result in outcome.built}


def saved(path: Path, text: str | bytes) -> None:
    """Save a file so that its time is another one, on whatever file system."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    write(path, text)
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_the_first_round_is_an_update_and_a_build(root: Path, tmp_path: Path) -> None:
    again = make_project(
        tmp_path / "by-commands", {"a.md": ARTICLE, "news/b.txt": "A brief.\n"}, locales=("pt_BR", "es")
    )
    for command in ("update", "build"):
        called(command, cwd=again)
    begun(root)
    files = [p.relative_to(again) for p in again.rglob("*") if p.is_file()]
    assert sorted(files) == sorted(p.relative_to(root) for p in root.rglob("*") if p.is_file())
    assert all((root / p).read_bytes() == (again / p).read_bytes() for p in files if p.parts[0] == "build")


def test_its_own_files_make_no_round(root: Path) -> None:
    rounds = begun(root)
    assert rounds.next() is None
    saved(root / "corpus" / "a.md", ARTICLE.replace("late", "early"))
    assert rounds.next()
    before = untouched(root)
    assert rounds.next() is None
    assert untouched(root) == before


def test_a_saved_article_is_updated_and_built_and_no_other(root: Path) -> None:
    rounds = begun(root)
    saved(root / "corpus" / "a.md", ARTICLE.replace("late", "early"))
    outcome = rounds.next()
    assert updated(outcome) == built(outcome) == {("a.md", "pt_BR"), ("a.md", "es")}
    assert "early" in (root / "build" / "es" / "a.md").read_text()
    assert "early today" in catalog(root).read_text()


def test_a_saved_catalog_is_built_in_its_locale_and_stays_as_it_is(root: Path) -> None:
    rounds = begun(root)
    reviewed(catalog(root), FERRY)
    before = untouched(root / "locales")
    outcome = rounds.next()
    assert (updated(outcome), built(outcome)) == (set(), {("a.md", "pt_BR")})
    assert "A balsa" in (root / "build" / "pt_BR" / "a.md").read_text()
    assert untouched(root / "locales") == before


def test_an_approval_that_only_the_ledger_knows_is_built(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", settings='[review]\nevidence = "ledger"\n')
    called("update", cwd=root)
    reviewed(catalog(root), FERRY)
    rounds = begun(root)
    assert "balsa" not in (root / "build" / "pt_BR" / "a.md").read_text()
    called("approve", "a.md", "--all", "--by", "A <a@b.example>", cwd=root)
    assert built(rounds.next()) == {("a.md", "pt_BR")}
    assert "A balsa" in (root / "build" / "pt_BR" / "a.md").read_text()


def test_what_was_saved_together_is_one_round(root: Path) -> None:
    rounds = begun(root)
    saved(root / "corpus" / "a.md", "Another text.\n")
    reviewed(catalog(root, "news/b", "es"), {"A brief.": "Un breve."})
    outcome = rounds.next()
    assert updated(outcome) == {("a.md", "pt_BR"), ("a.md", "es")}
    assert built(outcome) == {("a.md", "pt_BR"), ("a.md", "es"), ("news/b.txt", "es")}


@pytest.mark.parametrize("name", ["c.md", "deep/er/c.md"])
def test_a_new_article_is_taken_in(name: str, root: Path) -> None:
    rounds = begun(root)
    saved(root / "corpus" / name, "New.\n")
    outcome = rounds.next()
    assert updated(outcome) == built(outcome) == {(name, "pt_BR"), (name, "es")}


def test_a_renamed_article_takes_its_catalogs_along(root: Path) -> None:
    rounds = begun(root)
    reviewed(catalog(root), FERRY)
    rounds.next()
    (root / "corpus" / "a.md").rename(root / "corpus" / "pier.md")
    outcome = rounds.next()
    assert outcome
    assert [(r.name, r.locale, r.moved) for r in outcome.updated] == [
        ("pier.md", "pt_BR", "a"), ("pier.md", "es", "a")
    ]  # fmt: skip
    assert outcome.orphans == []
    assert "A balsa" in (root / "build" / "pt_BR" / "pier.md").read_text()


def test_catalogs_of_a_deleted_article_are_told_of_once_and_stay(root: Path) -> None:
    rounds = begun(root)
    (root / "corpus" / "a.md").unlink()
    outcome = rounds.next()
    assert outcome
    assert sorted(orphan.place for orphan in outcome.orphans) == [
        "locales/es/LC_MESSAGES/a.po", "locales/pt_BR/LC_MESSAGES/a.po"
    ]  # fmt: skip
    assert (outcome.updated, outcome.built, outcome.errors) == ([], [], {})
    assert catalog(root).exists()
    assert rounds.next() is None


def test_a_deleted_catalog_is_made_anew(root: Path) -> None:
    rounds = begun(root)
    catalog(root).unlink()
    assert ("a.md", "pt_BR") in updated(rounds.next())
    assert catalog(root).exists()
    assert rounds.next() is None


def test_only_what_was_named_is_watched(root: Path) -> None:
    rounds = begun(root, wanted=("news",), locales=("es",))
    assert not catalog(root).exists()
    saved(root / "corpus" / "a.md", "Another text.\n")
    assert rounds.next() is None
    saved(root / "corpus" / "news" / "c.md", "New.\n")
    assert built(rounds.next()) == {("news/c.md", "es")}


def test_drafts_and_shares_are_those_of_a_build(root: Path) -> None:
    called("update", cwd=root)
    called("draft", "--engine", "pseudo", cwd=root)
    begun(root, drafts=True, locales=("es",))
    assert "[" in (root / "build" / "es" / "news" / "b.txt").read_text()
    rounds = begun(root, require=100.0)
    saved(root / "corpus" / "a.md", ARTICLE.replace("late", "early"))
    outcome = rounds.next()
    assert outcome
    assert [result.held for result in outcome.built] == [True, True]


def test_a_broken_article_is_told_of_once_and_mended(root: Path) -> None:
    rounds = begun(root)
    saved(root / "corpus" / "a.md", b"x\n\xff")
    outcome = rounds.next()
    assert outcome
    assert list(outcome.errors) == ["corpus/a.md:2: not UTF-8: byte 0xff; save it as UTF-8"]
    assert rounds.next() is None
    saved(root / "corpus" / "a.md", ARTICLE)
    assert built(rounds.next()) == {("a.md", "pt_BR"), ("a.md", "es")}


def test_a_catalog_that_was_broken_when_its_article_changed_is_merged_when_it_is_mended(root: Path) -> None:
    rounds = begun(root)
    good = catalog(root).read_bytes()
    saved(catalog(root), good + b'\nmsgid "oops\n')
    outcome = rounds.next()
    assert outcome
    assert [text.split(":")[0] for text in outcome.errors] == ["locales/pt_BR/LC_MESSAGES/a.po"]
    saved(root / "corpus" / "a.md", ARTICLE.replace("late", "early"))
    assert updated(rounds.next()) == {("a.md", "es")}
    saved(catalog(root), good)
    assert ("a.md", "pt_BR") in updated(rounds.next())
    assert "early today" in catalog(root).read_text()
    assert rounds.next() is None


def test_articles_that_share_a_catalog_are_told_of_once(root: Path) -> None:
    rounds = begun(root)
    saved(root / "corpus" / "a.txt", "Text.\n")
    outcome = rounds.next()
    assert outcome
    (error,) = outcome.errors
    assert "shares its catalog with a.txt" in error
    assert outcome.orphans == []
    assert rounds.next() is None
    (root / "corpus" / "a.txt").unlink()
    assert built(rounds.next()) == {("a.md", "pt_BR"), ("a.md", "es")}


def test_articles_that_share_a_catalog_are_updated_and_built_together(tmp_path: Path) -> None:
    articles = {"a.md": ARTICLE, "b.md": "A brief.\n\nThe ferry is late today.\n"}
    settings = '[catalogs]\nper = "site"\n'
    root = make_project(tmp_path / "site", articles, locales=("pt_BR", "es"), settings=settings)
    rounds = begun(root)
    (path,) = (root / "locales" / "pt_BR").rglob("*.po")
    reviewed(path, FERRY)
    outcome = rounds.next()
    assert (updated(outcome), built(outcome)) == (set(), {("a.md", "pt_BR"), ("b.md", "pt_BR")})
    saved(root / "corpus" / "b.md", "Another brief.\n")
    outcome = rounds.next()
    assert updated(outcome) == {(path.stem, "pt_BR"), (path.stem, "es")}
    assert ("b.md", "es") in built(outcome)
    (root / "corpus" / "b.md").unlink()
    outcome = rounds.next()
    assert updated(outcome) == {(path.stem, "pt_BR"), (path.stem, "es")}
    assert '\nmsgid "Another brief."' not in path.read_text()
    assert rounds.next() is None


def test_a_folder_that_goes_away_is_told_of_once_and_costs_no_catalog(root: Path) -> None:
    rounds = begun(root)
    (root / "corpus").rename(root / "elsewhere")
    outcome = rounds.next()
    assert outcome
    assert "no folder with articles" in next(iter(outcome.errors))
    assert outcome.orphans == []
    assert rounds.next() is None
    (root / "elsewhere").rename(root / "corpus")
    assert rounds.next() is None


def test_what_an_article_that_went_away_has_stopped_is_done_the_next_time(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds = begun(root)
    saved(root / "corpus" / "a.md", "Another text.\n")
    saved(root / "corpus" / "news" / "b.txt", "Another brief.\n")
    monkeypatch.setattr("l10n.pipeline.rounds.update", went_away)
    outcome = rounds.next()
    assert outcome
    assert list(outcome.errors) == ["no article 'a.md'"]
    monkeypatch.undo()
    assert updated(rounds.next()) >= {("a.md", "es"), ("news/b.txt", "es")}


def went_away(*args: object) -> Iterator[Outcome]:
    yield from ()
    raise ProjectError("no article 'a.md'")


def test_new_settings_are_a_round_for_everything(root: Path) -> None:
    rounds = begun(root)
    assert rounds.reread() is None
    saved(root / "l10n.toml", 'locales = ["fr"]\n')
    assert built(rounds.reread()) == {("a.md", "fr"), ("news/b.txt", "fr")}
    assert (rounds.reread(), rounds.next()) == (None, None)


def test_settings_that_say_the_same_are_no_round(root: Path) -> None:
    rounds = begun(root)
    saved(root / "l10n.toml", '# a comment\nlocales = ["pt_BR", "es"]\n')
    assert rounds.reread() is None


def test_broken_settings_are_told_of_once_and_the_old_ones_stay(root: Path) -> None:
    rounds = begun(root)
    saved(root / "l10n.toml", "locales = [\n")
    outcome = rounds.reread()
    assert outcome
    assert next(iter(outcome.errors)).startswith("l10n.toml:")
    assert rounds.reread() is None
    saved(root / "corpus" / "a.md", "Another text.\n")
    assert built(rounds.next()) == {("a.md", "pt_BR"), ("a.md", "es")}
    saved(root / "l10n.toml", 'locales = ["es"]\n')
    assert built(rounds.reread()) == {("a.md", "es"), ("news/b.txt", "es")}


def test_settings_that_are_missing_for_a_moment_stay(root: Path) -> None:
    rounds = begun(root)
    (root / "l10n.toml").rename(root / "l10n.toml.old")
    assert rounds.reread() is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who has a file open")
@pytest.mark.parametrize("name", ["corpus/a.md", "corpus/new.md", "locales/es/LC_MESSAGES/a.po"])
def test_a_file_that_is_being_written_is_left_until_it_is_whole(
    name: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds = begun(root)
    path = root / name
    text = path.read_bytes() if path.exists() else b"New.\n"
    with path.open("wb") as file:
        file.write(text[:9])
        file.flush()
        assert rounds.next() is None
        assert list(rounds.busy) == [path]
        monkeypatch.setattr("l10n.pipeline.rounds._PATIENCE", -1.0)
        outcome = rounds.next()
        assert outcome
        assert list(outcome.errors) == [
            f"{name}: another program has it open for writing; save and close it there, it waits until then"
        ]
        assert rounds.next() is None
        file.write(text[9:] + b"\n")
    outcome = rounds.next()
    assert ("new.md" if "new" in name else "a.md", "es") in built(outcome)
    assert outcome
    assert (outcome.errors, rounds.busy) == ({}, {})


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who has a file open")
def test_settings_that_are_being_written_are_left_until_they_are_whole(root: Path) -> None:
    rounds = begun(root)
    with (root / "l10n.toml").open("w") as file:
        assert rounds.reread() is None
        file.write('locales = ["es"]\n# ')
        file.flush()
        assert rounds.reread() is None
        file.write("done\n")
    assert built(rounds.reread()) == {("a.md", "es"), ("news/b.txt", "es")}


def test_a_system_that_watches_no_more_files_is_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **options: object) -> None:
        raise OSError("OS file watch limit reached.")

    monkeypatch.setattr("watchfiles.watch", full)
    rounds = watch(find_project(root), Choice())
    next(rounds)
    with pytest.raises(ProjectError, match="corpus, locales: cannot be watched: OS file watch limit reached"):
        next(rounds)


def test_a_watcher_that_loses_its_folder_is_opened_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Path, ...]] = []

    def lost(*folders: Path, **options: object) -> object:
        opened.append(folders)
        if len(opened) == 1:
            raise RuntimeError("error in underlying watcher")
        saved(root / "corpus" / "a.md", "Another text.\n")
        return iter([set()])

    monkeypatch.setattr("watchfiles.watch", lost)
    monkeypatch.setattr(watching, "_TICK", 1)
    rounds = watch(find_project(root), Choice())
    next(rounds)
    assert built(next(rounds)) == {("a.md", "pt_BR"), ("a.md", "es")}
    assert opened == [(root / "corpus", root / "locales")] * 2
