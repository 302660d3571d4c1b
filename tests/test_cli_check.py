"""`l10n check`: what it prints, in each form, and what counts."""

import json
import subprocess
from pathlib import Path

import pytest
from defusedxml import ElementTree
from processes import called, catalog, make_project, reviewed, run_l10n, write

ARTICLE = "# Fares\n\nRead the [fares](/fares).\n\nSee [map](/map) and [list](/list).\n\nGo now.\n"
GOOD = {"Fares": "Tarifas", "Go now.": "Vá agora."}
BAD = {"Read the [fares](/fares).": "Leia as tarifas."}
FORMS = ("text", "json", "sarif", "github", "junit")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = make_project(tmp_path / "site", {"a.md": ARTICLE, "b.md": "# Fares\n"})
    called("update", cwd=made)
    reviewed(catalog(made), GOOD | BAD)
    return made


def line_of(root: Path, msgid: str) -> int:
    lines = catalog(root).read_text(encoding="utf-8").splitlines()
    return lines.index(f'msgid "{msgid}"') + 1


def place(root: Path) -> str:
    return f"locales/pt_BR/LC_MESSAGES/a.po:{line_of(root, next(iter(BAD)))}"


def test_findings_stand_by_article_with_their_place_and_both_texts(root):
    ran = run_l10n("check", "--only", "markup", cwd=root)
    assert ran.code == 1
    assert ran.out == (
        "a.md  pt_BR\n"
        f"  {place(root)}: error markup: missing (/fares)\n"
        "    source  Read the [fares](/fares).\n"
        "    target  Leia as tarifas.\n"
        "3 messages: 1 error, 0 warnings\n"
    )
    assert ran.problems == []


def test_findings_of_the_same_texts_show_them_once(root):
    reviewed(catalog(root), {"Read the [fares](/fares).": "Leia as as [tarifas](/fare)."})
    ran = run_l10n("check", "--only", "markup", "--only", "doubled-words", cwd=root)
    assert ran.out == (
        "a.md  pt_BR\n"
        f"  {place(root)}: warning doubled-words: as as is doubled\n"
        f"  {place(root)}: error markup: missing (/fares); extra (/fare)\n"
        "    source  Read the [fares](/fares).\n"
        "    target  Leia as as [tarifas](/fare).\n"
        "3 messages: 1 error, 1 warning\n"
    )


def test_its_lines_fit_a_terminal(root):
    article = f"Text [link](/a) {'more ' * 30}\n"
    made = make_project(root.parent / "long", {"a.md": article})
    called("update", cwd=made)
    reviewed(catalog(made), {article.strip(): f"Texto [link](/b) {'mais ' * 30}".strip()})
    (_, *texts) = called("check", "--only", "markup", cwd=made).out.splitlines()[1:-1]
    assert [len(text) for text in texts] == [80, 80]


def test_without_errors_the_code_is_0(root):
    reviewed(catalog(root), {"Read the [fares](/fares).": "Leia as [tarifas](/fares)."})
    ran = run_l10n("check", "--only", "markup", cwd=root)
    assert (ran.code, ran.out) == (0, "3 messages: 0 errors, 0 warnings\n")


def test_settings_make_a_check_a_warning_or_skip_it(root):
    settings = root / "l10n.toml"
    plain = settings.read_text(encoding="utf-8")
    write(settings, plain + '[check]\nwarnings = ["markup"]\n')
    ran = called("check", "--only", "markup", cwd=root)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "3 messages: 0 errors, 1 warning")
    write(settings, plain + '[check]\nskip = ["markup"]\n')
    assert "markup" not in called("check", cwd=root).out
    write(settings, plain + '[check]\nerrors = ["markdown"]\n')
    ran = called("check", cwd=root)
    assert ran.code == 2
    assert ran.err.startswith("l10n: l10n.toml: check.errors: no check 'markdown'; there are: ")


def test_an_unknown_check_is_named_with_the_choices(root):
    ran = run_l10n("check", "--only", "spelling-bee", cwd=root)
    assert ran.code == 2
    assert ran.problems[0].startswith("no check 'spelling-bee'; there are: ")


def test_drafts_are_checked_when_they_are_asked_for(root):
    po = catalog(root)
    text = po.read_text(encoding="utf-8")
    msgid = 'msgid "See [map](/map) and [list](/list)."\n'
    write(po, text.replace(f'{msgid}msgstr ""', f'#, fuzzy\n{msgid}msgstr "Veja."'))
    assert "3 messages: 1 error," in called("check", "--only", "markup", cwd=root).out
    ran = called("check", "--only", "markup", "--drafts", cwd=root)
    assert "missing (/list), (/map)" in ran.out
    assert "4 messages: 2 errors," in ran.out


def test_comments_silence_checks_and_wrong_ones_are_named(root):
    po = catalog(root)
    text = po.read_text(encoding="utf-8")
    entry = text.index("#.", text.index('msgstr "Tarifas"'))
    write(po, f"{text[:entry]}# l10n: ignore markup, markdown\n{text[entry:]}")
    ran = called("check", "--only", "markup", cwd=root)
    assert (ran.code, ran.out) == (0, "3 messages: 0 errors, 0 warnings\n")
    assert ran.problems == [
        f"{place(root)}: a comment ignores 'markdown', which is no check; see docs/checks.md"
    ]


def test_a_baseline_leaves_old_findings_out_and_new_ones_count(root):
    ran = called("check", "--update-baseline", cwd=root)
    assert ran.code == 0
    count = int(ran.out.split()[1])
    ran = called("check", "--only", "markup", cwd=root)
    assert (ran.code, ran.out) == (0, "3 messages: 0 errors, 0 warnings\n")
    assert ran.problems == ["1 more finding in l10n.baseline"]
    lines = (root / "l10n.baseline").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == sorted(lines[1:])
    assert len(lines) == count + 1
    reviewed(catalog(root), {"Read the [fares](/fares).": "Leia estas tarifas."})
    assert called("check", "--only", "markup", cwd=root).code == 1


def test_a_baseline_is_told_by_its_texts_not_by_its_lines(root):
    called("check", "--update-baseline", cwd=root)
    write(root / "corpus" / "a.md", f"# News\n\n{ARTICLE}")
    called("update", cwd=root)
    assert called("check", "--only", "markup", cwd=root).code == 0


def test_a_line_that_is_no_finding_is_named(root):
    write(root / "l10n.baseline", "# fine\n\n<<<<<<< HEAD\n")
    ran = run_l10n("check", cwd=root)
    assert ran.code == 2
    assert ran.problems[0].startswith("l10n.baseline:3: this line is no finding; ")


def test_a_baseline_is_not_written_of_a_part_or_with_errors(root):
    assert called("check", "--update-baseline", "a.md", cwd=root).code == 2
    write(root / "corpus" / "b.md", b"\xff\xfe\x00")
    ran = called("check", "--update-baseline", cwd=root)
    assert (ran.code, ran.problems[-1]) == (2, "l10n.baseline stays as it is; mend this and run again")
    assert not (root / "l10n.baseline").exists()


def test_an_entry_that_articles_share_is_told_of_once(tmp_path):
    settings = '[catalogs]\nper = "site"\n'
    made = make_project(tmp_path / "site", {"a.md": ARTICLE, "b.md": ARTICLE}, settings=settings)
    called("update", cwd=made)
    (po,) = (made / "locales" / "pt_BR").rglob("*.po")
    reviewed(po, BAD)
    rows = json.loads(called("check", "--only", "markup", "--format", "json", cwd=made).out)
    assert [(row["article"], len(row["findings"])) for row in rows] == [("a.md", 1), ("b.md", 0)]


def test_several_processes_find_the_same(root):
    alone, together = (run_l10n("check", "--jobs", jobs, cwd=root) for jobs in "12")
    assert (alone.code, alone.out) == (together.code, together.out)
    assert together.problems == alone.problems


def test_json_has_all_of_a_finding(root):
    rows = json.loads(called("check", "--only", "markup", "--format", "json", cwd=root).out)
    assert [(row["article"], row["messages"], len(row["findings"])) for row in rows] == [
        ("a.md", 3, 1),
        ("b.md", 0, 0),
    ]
    finding = rows[0]["findings"][0]
    assert finding.pop("fingerprint").isalnum()
    assert finding == {
        "check": "markup",
        "severity": "error",
        "what": "missing (/fares)",
        "place": place(root),
        "reference": "corpus/a.md:3",
        "context": None,
        "source": "Read the [fares](/fares).",
        "target": "Leia as tarifas.",
        "about": ["", ""],
    }


def test_sarif_has_rules_and_places_below_the_repository(root):
    subprocess.run(["git", "init", "-q", root.parent], check=True)
    run = json.loads(called("check", "--only", "markup", "--format", "sarif", cwd=root).out)["runs"][0]
    (result,) = run["results"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules[result["ruleId"]]["defaultConfiguration"] == {"level": "error"}
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in rules.values())
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "site/locales/pt_BR/LC_MESSAGES/a.po"
    assert physical["region"] == {"startLine": line_of(root, next(iter(BAD)))}
    assert result["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 3}
    assert result["message"]["text"] == "missing (/fares): Leia as tarifas."


def test_github_gets_a_command_a_line_that_no_text_can_break_out_of(root):
    reviewed(catalog(root), {"Read the [fares](/fares).": r"100% 1\n::error::2, 3"})
    ran = called("check", "--only", "markup", "--format", "github", cwd=root)
    path = place(root).partition(":")[0]
    title = "l10n check%3A markup"
    assert ran.out == (
        f"::error file={path},line={line_of(root, next(iter(BAD)))},title={title}"
        "::missing (/fares): 100%25 1�::error::2, 3\n"
    )


def test_junit_fails_a_test_for_each_error(root):
    suites = ElementTree.fromstring(called("check", "--only", "markup", "--format", "junit", cwd=root).out)
    assert [(s.get("name"), s.get("tests"), s.get("failures")) for s in suites] == [
        ("a.md pt_BR", "1", "1"),
        ("b.md pt_BR", "1", "0"),
    ]
    failure = suites.find("testsuite/testcase/failure")
    assert (failure.get("type"), failure.get("message")) == ("markup", "missing (/fares)")


@pytest.mark.parametrize("form", FORMS)
def test_hostile_texts_stay_texts_in_every_form(root, form):
    reviewed(catalog(root), {"Read the [fares](/fares).": r"<!-- ]]> \u001b[31m & \t" + "\u202e\x7f"})
    ran = run_l10n("check", "--only", "markup", "--format", form, cwd=root)
    assert ran.code == 1
    assert not {"\x1b", "\u202e", "\x7f"} & set(ran.out)
    if form == "json":
        assert json.loads(ran.out)[0]["findings"][0]["target"].endswith("\u202e\x7f")
    if form == "sarif":
        json.loads(ran.out)
    if form == "junit":
        ElementTree.fromstring(ran.out)


def test_an_article_that_cannot_be_read_stops_no_other(root):
    write(root / "corpus" / "b.md", b"\xff\xfe\x00")
    ran = run_l10n("check", "--only", "markup", cwd=root)
    assert ran.code == 2
    assert "missing (/fares)" in ran.out
    assert len(ran.problems) == 1
