"""The documentation says what the program does."""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from checking import said

from l10n import registry
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.stages.guard import guarded
from l10n.text.invisible import HIDDEN

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"((?:    \$ .*\n)+)((?:    .*\n|\n(?=    (?!\$)))*)")


def fenced(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def run(line: str, folder: Path) -> str:
    words = line.split()
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env={**os.environ, "XDG_CACHE_HOME": str(folder.parent / "cache")},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.rstrip()


@pytest.mark.parametrize("page", ["commands", "settings", "checks"])
def test_reference_is_what_the_code_says(page: str) -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "reference.py"))[page]()
    assert (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8") == made, "run scripts/reference.py"


def test_no_page_has_characters_that_nobody_can_see() -> None:
    pages = {
        page.name: page.read_text(encoding="utf-8") for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))
    }
    assert [name for name, text in pages.items() if re.search(f"[{HIDDEN}]", text)] == []


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
        prose = re.sub(r"^ {4}.*$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for target in re.findall(r"\]\(([^)#:\s<]+)\)", prose):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_format_and_its_suffixes_are_documented() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert all(f"`{suffix}`" in text for suffix in registry.suffixes())


def test_every_directive_is_documented() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    documented = re.findall(r"`(<!-- i18n:([\w-]+).*?-->)`", text)
    parse = registry.format_named("markdown").parse
    article = "\n\n".join(comment for comment, _ in documented)
    (problem,) = parse(f"{article}\n\n<!-- i18n:nope -->\n", FormatSettings()).problems
    assert problem.hint == f"known directives: {', '.join(name for _, name in documented)}"


def example(number: int) -> dict[str, object]:
    """What the code in CONTRIBUTING.md with that number makes."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    code = re.findall(r"```python\n(.*?)```", text, re.DOTALL)[number]
    names: dict[str, object] = {"__name__": "example"}
    exec(compile(code, "CONTRIBUTING.md", "exec"), names)  # noqa: S102 - our own documentation
    return names


def test_the_example_of_a_check_is_one() -> None:
    check = example(1)["CHECK"]
    assert [said(check, shown) for shown in check.examples] == [["ESPERE is in capitals"], []]


def test_the_example_of_a_format_is_one() -> None:
    fmt: Format = example(0)["FORMAT"]
    subtitles = "1\n00:00:01,000 --> 00:00:02,000\nThe tide\nis high.\n\n2\n00:00:03 --> 00:00:04\nHi {name}"
    document = fmt.parse(subtitles, FormatSettings())
    assert [(b.msgid, b.line) for b in document.blocks] == [("The tide is high.", 3), ("Hi {name}", 8)]
    assert [subtitles[a:b] for a, b in fmt.visible(subtitles)] == ["The tide\nis high.", "Hi {name}"]
    built = guarded(
        document, {(None, "Hi {name}"): "Oi {name}"}, fmt, "pt_BR", lambda t: fmt.parse(t, FormatSettings())
    )
    assert built.text == subtitles.replace("Hi", "Oi")


def test_every_note_in_the_record_of_a_draft_is_documented() -> None:
    from l10n.drafting.risk import FAULTS

    text = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
    assert all(f"\n| `{note}` |" in text for note in FAULTS)


def test_the_tutorial_runs_as_it_is_printed(tmp_path: Path) -> None:
    tutorial = README[README.index("## Tutorial") : README.index("Edit the article")]
    article, drafted, reviewed = fenced("markdown")[0], *fenced("po")
    steps = [(lines.split("\n")[-2].strip()[2:], out) for lines, out in COMMAND.findall(tutorial)]
    assert [line.split()[1] for line, _ in steps] == ["init", "update", "draft", "build", "status"]
    for line, printed in steps:
        if line == "l10n build":
            review(tmp_path, drafted, reviewed)
        expected = "\n".join(text[4:] for text in printed.rstrip().split("\n"))
        assert run(line, tmp_path) == expected
        if "init" in line:
            (tmp_path / "corpus").mkdir()
            (tmp_path / "corpus" / "hello.md").write_text(article, encoding="utf-8")


def review(folder: Path, drafted: str, reviewed: str) -> None:
    path = folder / "locales/pt_BR/LC_MESSAGES/hello.po"
    text = path.read_text(encoding="utf-8")
    entry, draft = drafted.rsplit("msgstr", 1)
    assert draft.endswith('do [moinho](https://mill.example/flour)"\n')
    # the draft itself differs from processor to processor: kernels round differently
    pattern = re.sub(r"risk\\ .*?text\\ [0-9a-f]{8}", r"risk .*", re.escape(entry))
    pattern += r'msgstr ".* do \[moinho\]\(https://mill\.example/flour\)"\n'
    text, found = re.subn(pattern, lambda _: reviewed, text)
    assert found == 1
    path.write_text(text.replace('#, fuzzy\nmsgid "Why we bake', 'msgid "Why we bake'), encoding="utf-8")
