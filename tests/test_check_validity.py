"""Catalogs that PO tools refuse: each is named with its line, and msgfmt is asked for its opinion."""

import shutil
import subprocess
from contextlib import suppress

import pytest
from checking import message
from conftest import golden_cases
from hypothesis import given
from hypothesis import strategies as st
from processes import called, catalog, make_project, write

from l10n.checking.message import Batch
from l10n.checks.validity import CHECK
from l10n.config import find_project
from l10n.errors import L10nError
from l10n.pipeline import checking
from l10n.stages.check import findings
from l10n.text import format_strings, plural_forms

HEADER = (
    'msgid ""\n'
    'msgstr "Language: pt_BR\\nContent-Type: text/plain; charset=UTF-8\\n'
    'Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
)
TAKEN = "msgfmt takes it"
CASES = [pytest.param(case, id=case.title) for case in golden_cases("po/broken")]


def whole(case):
    """The case as a file; those about headers have their own."""
    return case.text if "header" in case.title else HEADER + case.text


def said(root, text):
    """`line: what` of each finding and error."""
    made = make_project(root, {"a.md": "The sea\n"})
    write(catalog(made), text)
    for result in checking.check(find_project(made), (), (), ("validity",)):
        if isinstance(result, L10nError):
            yield int(result.where.rpartition(":")[2]), result.what
        else:
            yield from ((int(f.place.rpartition(":")[2]), f.what) for f in result.findings)


@pytest.mark.parametrize("case", CASES)
def test_what_is_broken_is_named_with_its_line(tmp_path, case):
    text = whole(case)
    before = text.count("\n") - case.text.count("\n")
    told = [f"{line - before}: {what}" for line, what in said(tmp_path, text)]
    assert told == [line for line in case.expected.split("\n") if line]


@pytest.mark.parametrize("case", CASES)
def test_all_that_msgfmt_refuses_is_here(tmp_path, case):
    if not shutil.which("msgfmt"):
        pytest.skip("needs msgfmt of GNU gettext")
    write(tmp_path / "a.po", whole(case))
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", "a.po"], cwd=tmp_path, capture_output=True, check=False
    )
    assert (done.returncode == 0) == (TAKEN in case.title), done.stderr.decode()


def test_entries_of_the_article_are_looked_at_too(tmp_path):
    text = f'{HEADER}#, c-format\nmsgid "The %s sea"\nmsgstr "O %d mar"\n'
    made = make_project(tmp_path, {"a.md": "The %s sea\n"})
    write(catalog(made), text)
    ran = called("check", "--only", "validity", cwd=made)
    assert ran.code == 1
    assert "a.po:5: error validity: c-format, msgstr: missing %s; extra %d" in ran.out


def test_a_comment_silences_it_for_a_plural_entry(tmp_path):
    entry = 'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\n'
    assert list(said(tmp_path, HEADER + entry))
    assert list(said(tmp_path, f"{HEADER}# l10n: ignore validity\n{entry}")) == []


def test_a_locale_without_a_catalog_has_no_fault(tmp_path):
    made = make_project(tmp_path, {"a.md": "The sea\n"})
    assert called("check", cwd=made).code == 0


@pytest.mark.parametrize(
    ("locale", "value", "good"),
    [
        ("ja", "nplurals=1; plural=0;", True),
        ("ja", "nplurals=2; plural=(n != 1);", False),
        (
            "ar",
            "nplurals=6; plural=(n<3 ? n : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
            True,
        ),
        ("ar", "nplurals=2; plural=(n != 1);", False),
        ("ru", "nplurals=3; plural=(n%10==1 ? 0 : n%10>=2 ? 1 : 2);", True),
        ("ru", "nplurals=4; plural=(n%10==1 ? 0 : n%10>=2 ? 1 : 2);", True),
        ("es", "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;", True),
        ("pt_BR", "nplurals=2; plural=(n > 1)", True),
        ("pt_BR", "nplurals=1; plural=0;", False),
        ("pt_BR", "nplurals=2; plural=0;", False),
        ("pt_BR", "nplurals=3; plural=(n > 1);", False),
    ],
)
def test_plural_forms_are_those_of_the_locale(locale, value, good):
    header = (("Content-Type", "text/plain; charset=utf-8"), ("Language", locale), ("Plural-Forms", value))
    batch = Batch(messages=[message("a", "b", locale)], locale=locale, place="a.po:1", header=header)
    assert (list(findings(batch, [CHECK])) == []) == good


NASTY = st.text(alphabet="%sdin()$1*.{}[]!:<>~#0 -lc\n", max_size=20)


@given(flag=st.sampled_from(sorted(format_strings.LANGUAGES)), source=NASTY, target=NASTY)
def test_any_text_is_taken_for_a_format_string(flag, source, target):
    assert format_strings.language(f"{flag}-format") == flag
    assert format_strings.wrong(flag, source, source) == ""
    said = format_strings.wrong(flag, source, target)
    assert bool(said) >= bool(format_strings.wrong(flag, source, target, strict=False))


@given(st.text(alphabet="nplura=;():?<>!&|%*/+-0123456789 ", max_size=40))
def test_any_text_is_taken_for_plural_forms(text):
    for value in (text, f"nplurals=2; plural={text};"):
        with suppress(ValueError):
            assert plural_forms.parse(value).count > 0


def test_a_catalog_that_articles_share_is_told_of_once(tmp_path):
    made = make_project(
        tmp_path, {"a.md": "The sea\n", "b.md": "The sea\n"}, settings='[catalogs]\nper = "site"\n'
    )
    called("update", cwd=made)
    path = next((made / "locales" / "pt_BR").rglob("*.po"))
    text = path.read_text(encoding="utf-8").replace("Language: pt_BR", "Language: fr")
    write(path, f'{text}\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] "b \\q"\n')
    ran = called("check", "--only", "validity", cwd=made)
    assert ran.out.count("Language is fr, not pt_BR") == 1
    assert ran.out.count("plural forms: 1, and 2 by the header") == 1
    assert ran.out.count("is no escape") == 1
