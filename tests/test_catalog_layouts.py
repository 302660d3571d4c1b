"""Catalogs per article, folder or site: what is promised of articles holds in each of them."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from conftest import golden_cases
from processes import called, contents, make_project, untouched, write

from l10n.catalog import po
from l10n.catalog.domains import domain_of
from l10n.model.entry import Entry, State

LAYOUTS = ("article", "folder", "site")
ANA = "Ana Souza <ana@example.com>"
ARTICLES = {
    "a.md": "Read more.\n\nOnly the first.\n",
    "news/b.md": "Read more.\n\nThe harbour was flooded on Monday.\n",
    "news/c.txt": "Read more.\n\nNobody saw the whale at the pier.\n",
}


@pytest.fixture(params=LAYOUTS)
def per(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def root(per: str, tmp_path: Path) -> Path:
    return updated(tmp_path / "site", per)


def updated(root: Path, per: str, articles: dict[str, str] | None = None) -> Path:
    made = make_project(root, articles or ARTICLES, settings=f'[catalogs]\nper = "{per}"\n')
    run(made, "update")
    return made


def run(root: Path, *args: str, code: int = 0) -> str:
    ran = called(*args, cwd=root)
    assert ran.code == code, ran.err
    return ran.out + ran.err


def catalog(root: Path, article: str, per: str, locale: str = "pt_BR") -> Path:
    return root / "locales" / locale / "LC_MESSAGES" / f"{domain_of(article, per)}.po"


def entries(root: Path) -> list[Entry]:
    """Those of all catalogs."""
    found = (po.read(path, path.name) for path in sorted(root.rglob("*.po")))
    return [entry for known in found if known for entry in known.catalog.entries]


def of(root: Path, article: str) -> dict[str, Entry]:
    """Live entries by msgid, of the catalogs that name an article."""
    place = f"corpus/{article}"
    return {e.msgid: e for e in entries(root) if place in e.articles and not e.obsolete}


def typed(root: Path, article: str, per: str, msgid: str, text: str) -> None:
    """Let a person translate a message of an article."""
    path = catalog(root, article, per)
    old = path.read_text(encoding="utf-8")
    at = old.index(f'\nmsgid "{msgid}"\n') + 1
    before, entry = old[:at], old[at:]
    before = before.removesuffix("#, fuzzy\n")
    lines = entry.split("\n")
    path.write_text("\n".join([*[before + lines[0], f'msgstr "{text}"'], *lines[2:]]), encoding="utf-8")


def statuses(root: Path, *args: str) -> dict[str, dict[str, int]]:
    return {row["article"]: row["messages"] for row in json.loads(run(root, "status", "--json", *args))}


@pytest.mark.parametrize("case", golden_cases("layouts/catalogs"), ids=lambda case: case.title)
def test_what_is_in_which_catalog(case, tmp_path):
    articles: dict[str, str] = {}
    name = ""
    for line in case.text.splitlines(keepends=True):
        if line.startswith("@ "):
            name = line[2:].strip()
            articles[name] = ""
        else:
            articles[name] += line
    root = updated(tmp_path / "site", case.title.rpartition(" ")[2], articles)
    folder = root / "locales" / "pt_BR" / "LC_MESSAGES"
    told: list[str] = []
    for path in sorted(folder.rglob("*.po")):
        body = path.read_text(encoding="utf-8").partition("\n\n")[2].rstrip("\n")
        told += [f"@ {path.relative_to(folder).as_posix()}", *body.split("\n")]
    assert "\n".join(told) == case.expected


@pytest.mark.parametrize(
    ("article", "folder"),
    [
        ("a.md", "messages"),
        ("news/a.md", "news"),
        ("news/deep/a.md", "news/deep"),
        ("messages/a.md", "messages/messages"),
        ("messages/messages/a.md", "messages/messages/messages"),
        ("news/messages/a.md", "news/messages"),
    ],
)
def test_no_two_folders_have_the_same_domain(article, folder):
    assert domain_of(article, "folder") == folder
    assert domain_of(article, "site") == "messages"


def test_articles_of_the_same_name_can_share_a_catalog(tmp_path):
    articles = {"a.md": "One.\n", "a.txt": "Two.\n"}
    assert "shares its catalog" in run(make_project(tmp_path / "own", articles), "update", code=2)
    assert set(statuses(updated(tmp_path / "site", "site", articles))) == {"a.md", "a.txt"}


def test_nothing_is_written_the_second_time(root):
    run(root, "draft", "--engine", "pseudo")
    run(root, "update")
    before = untouched(root)
    run(root, "update")
    run(root, "extract")
    assert untouched(root) == before


def test_a_message_is_drafted_once_in_a_catalog(root, per):
    out = run(root, "draft", "--engine", "pseudo")
    times = {"article": 3, "folder": 2, "site": 1}[per]
    assert f"{3 + times} messages drafted" in out
    assert {row["draft"] for row in statuses(root).values()} == {2}
    assert "0 messages drafted" in run(root, "draft", "--engine", "pseudo")


def test_drafts_of_one_article_alone(root):
    run(root, "draft", "--engine", "pseudo", "news/b.md")
    assert statuses(root)["news/b.md"]["draft"] == 2
    assert of(root, "news/c.txt")["Nobody saw the whale at the pier."].state is State.UNTRANSLATED


def test_who_shares_a_catalog_shares_translations(root, per):
    typed(root, "news/b.md", per, "Read more.", "Leia mais.")
    run(root, "build")
    built = {name for name in ARTICLES if "Leia mais." in (root / "build" / "pt_BR" / name).read_text()}
    shared = {"article": {"news/b.md"}, "folder": {"news/b.md", "news/c.txt"}, "site": set(ARTICLES)}
    assert built == shared[per]


def test_the_last_line_of_status_counts_what_is_shared_once(root, per):
    last = run(root, "status").splitlines()[-1].split()
    assert last[:2] == ["all", "3"]
    assert int(last[3]) == {"article": 6, "folder": 5, "site": 4}[per]
    assert sum(row["untranslated"] for row in statuses(root).values()) == 6


def test_decisions_are_on_the_article_that_is_named(root, per):
    run(root, "draft", "--engine", "pseudo")
    run(root, "approve", "news/b.md", "--all", "--by", ANA)
    assert statuses(root)["news/b.md"]["reviewed"] == 2
    assert of(root, "news/c.txt")["Nobody saw the whale at the pier."].state is State.DRAFT
    log = run(root, "log", "news/b.md")
    assert log.count("reviewed") == 2
    assert "Nobody saw the whale" not in log
    waiting = {row["source"] for row in json.loads(run(root, "status", "--queue", "--json", "news/c.txt"))}
    assert waiting == {"Nobody saw the whale at the pier."} | ({"Read more."} if per == "article" else set())


def test_drop_drafts_and_reject_leave_other_articles(root):
    run(root, "draft", "--engine", "pseudo")
    run(root, "reject", "a.md", "--message", "Only the first.", "--by", ANA)
    run(root, "drop-drafts", "news/c.txt", "--by", ANA)
    assert of(root, "a.md")["Only the first."].state is State.UNTRANSLATED
    assert of(root, "news/c.txt")["Nobody saw the whale at the pier."].state is State.UNTRANSLATED
    assert of(root, "news/b.md")["The harbour was flooded on Monday."].state is State.DRAFT


def test_an_update_of_one_article_leaves_the_others(root, per):
    run(root, "draft", "--engine", "pseudo")
    before = {msgid: entry for name in ("a.md", "news/c.txt") for msgid, entry in of(root, name).items()}
    write(root / "corpus/a.md", "Something else entirely.\n")
    write(root / "corpus/news/c.txt", "Another text for this one.\n")
    write(root / "corpus/news/b.md", "Read more.\n\nThe harbour was flooded on Tuesday.\n")
    run(root, "update", "news/b.md")
    after = {msgid: entry for name in ("a.md", "news/c.txt") for msgid, entry in of(root, name).items()}
    assert after == before
    assert of(root, "news/b.md")["The harbour was flooded on Tuesday."].state is State.STALE
    templates = [po.read(path, path.name) for path in root.rglob("*.pot")]
    assert {e.msgid for known in templates if known for e in known.catalog.entries} >= set(before)


def test_an_article_that_cannot_be_read_loses_nothing(root):
    run(root, "draft", "--engine", "pseudo")
    before = of(root, "news/c.txt")
    write(root / "corpus/news/c.txt", b"\xff\xfe broken")
    assert "news/c.txt:1: not UTF-8" in run(root, "update", code=2)
    assert of(root, "news/c.txt") == before


def test_an_article_that_is_deleted_leaves_its_texts(root, per):
    run(root, "draft", "--engine", "pseudo")
    texts = {entry.msgstr for entry in entries(root)}
    (root / "corpus/news/b.md").unlink()
    run(root, "update")
    assert {entry.msgstr for entry in entries(root)} == texts
    write(root / "corpus/news/b.md", ARTICLES["news/b.md"])
    run(root, "update")
    assert statuses(root)["news/b.md"]["draft"] == 2
    assert not any("l10n: of" in line for entry in entries(root) for line in entry.comments)


@pytest.mark.parametrize("new", ["news/z.md", "deep/er/z.md", "z.md"])
def test_an_article_that_moves_takes_its_review_along(new, root, per):
    typed(root, "news/b.md", per, "The harbour was flooded on Monday.", "O porto alagou.")
    run(root, "approve", "news/b.md", "--message", "The harbour", "--by", ANA)
    (root / "corpus" / new).parent.mkdir(parents=True, exist_ok=True)
    (root / "corpus/news/b.md").rename(root / "corpus" / new)
    run(root, "update")
    assert of(root, new)["The harbour was flooded on Monday."].msgstr == "O porto alagou."
    assert statuses(root)[new]["reviewed"] == 1
    assert ANA in run(root, "log", new)
    assert "Ana Souza" in run(root, "evidence", new)


def test_a_folder_that_moves_takes_its_catalog_along(root, per):
    typed(root, "news/b.md", per, "The harbour was flooded on Monday.", "O porto alagou.")
    (root / "corpus/news").rename(root / "corpus/old")
    run(root, "update")
    assert statuses(root)["old/b.md"]["reviewed"] == 1
    assert per == "site" or not catalog(root, "news/b.md", per).exists()


def test_a_paragraph_moves_to_another_article_of_the_catalog(tmp_path):
    root = updated(tmp_path / "site", "folder")
    typed(root, "news/b.md", "folder", "The harbour was flooded on Monday.", "O porto alagou.")
    write(root / "corpus/news/b.md", "Read more.\n")
    write(root / "corpus/news/c.txt", "Read more.\n\nThe harbour was flooded on Monday.\n")
    run(root, "update")
    assert of(root, "news/c.txt")["The harbour was flooded on Monday."].state is State.REVIEWED


def test_programs_can_leave_references_out(root, per):
    run(root, "draft", "--engine", "pseudo")
    for path in root.rglob("*.po"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.startswith("#:")), encoding="utf-8")
    assert {row["draft"] for row in statuses(root).values()} == {2}
    run(root, "update", "news/b.md")
    assert statuses(root, "news/b.md")["news/b.md"]["draft"] == 2
    run(root, "update")
    assert {row["draft"] for row in statuses(root).values()} == {2}
    assert not any(entry.obsolete for entry in entries(root))


def test_links_are_read_as_in_the_article_that_has_the_message_first(tmp_path):
    articles = {"a.md": "See the [tides].\n\n[tides]: /t\n", "b.md": "See the [tides].\n"}
    root = updated(tmp_path / "site", "site", articles)
    typed(root, "a.md", "site", "See the [tides].", "Veja as [marés].")
    ran = run(root, "build", code=1)
    assert "corpus/a.md:1" in ran
    assert "corpus/b.md" not in ran
    assert (root / "build/pt_BR/a.md").read_text() == articles["a.md"]
    assert (root / "build/pt_BR/b.md").read_text() == "Veja as [marés].\n"


def test_a_bad_catalog_is_told_of_once(tmp_path):
    root = updated(tmp_path / "site", "site")
    catalog(root, "a.md", "site").write_text("<<<<<<< ours\n")
    for command in ("status", "build", "draft"):
        assert run(root, command, code=2).count("merge conflict") == 1


@pytest.mark.parametrize("command", ["update", "draft", "build", "status", "evidence"])
def test_catalogs_that_are_grouped_otherwise_are_refused(command, root, per):
    other = LAYOUTS[(LAYOUTS.index(per) + 1) % 3]
    write(root / "l10n.toml", f'locales = ["pt_BR"]\n[catalogs]\nper = "{other}"\n')
    before = contents(root)
    ran = called(command, cwd=root)
    assert ran.code == 2
    said = f"catalogs are grouped per {per}, l10n.toml says per {other}; run `l10n catalogs regroup`"
    assert ran.err.endswith(f"{said}\n")
    assert ran.err.count("\n") == 1
    assert contents(root) == before


@pytest.mark.parametrize("other", LAYOUTS)
def test_catalogs_whose_header_a_program_has_cut_are_known_by_their_references(other, root, per):
    for path in sorted((root / "locales/pt_BR").rglob("*.po")):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        write(path, "".join(line for line in lines if "X-L10n-" not in line))
    typed(root, "news/b.md", per, "Read more.", "Leia mais.")
    write(root / "l10n.toml", f'locales = ["pt_BR"]\n[catalogs]\nper = "{other}"\n')
    if other != per:
        assert f"catalogs are grouped per {per}" in run(root, "update", code=2)
        run(root, "catalogs", "regroup")
    run(root, "update")
    assert of(root, "news/b.md")["Read more."].msgstr == "Leia mais."
    assert {p.relative_to(root) for p in root.rglob("*.po")} == {
        catalog(root, article, other).relative_to(root) for article in ARTICLES
    }


def test_a_catalog_that_cannot_be_read_is_told_of_and_not_left_behind(tmp_path, monkeypatch):
    root = updated(tmp_path / "site", "article")
    write(root / "l10n.toml", 'locales = ["pt_BR"]\n[catalogs]\nper = "folder"\n')
    before, opened = contents(root), Path.open

    def refused(path, *args, **options):
        if path.name == "b.po":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, *args, **options)

    monkeypatch.setattr(Path, "open", refused)
    said = run(root, "catalogs", "regroup", code=2)
    assert said == "l10n: locales/pt_BR/LC_MESSAGES/news/b.po: cannot be read: permission denied\n"
    monkeypatch.undo()
    assert contents(root) == before


def test_other_programs_catalogs_are_nobodys_business(tmp_path):
    root = updated(tmp_path / "site", "site")
    theme = write(root / "locales/pt_BR/LC_MESSAGES/theme.po", 'msgid "Menu"\nmsgstr "Menu"\n')
    program = '#: app/views.py:3 corpus/b.py:1\nmsgid "Log in"\nmsgstr "Entrar"\n'
    views = write(root / "locales/pt_BR/LC_MESSAGES/news.po", program)
    before = theme.read_bytes(), views.read_bytes()
    run(root, "update")
    write(root / "l10n.toml", 'locales = ["pt_BR"]\n[catalogs]\nper = "article"\n')
    run(root, "catalogs", "regroup")
    run(root, "update")
    assert (theme.read_bytes(), views.read_bytes()) == before
