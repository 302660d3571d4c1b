"""What docs/ci.md and the hooks for pre-commit tell others to run."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from processes import ARTICLE, called, catalog, environment, make_project, reviewed, run_l10n, write

ROOT = Path(__file__).parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLES: list[dict[str, Any]] = [
    yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
]
WORKFLOW, CONFIG, LOCAL = EXAMPLES
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["translations"]["steps"]
LINES = [line for step in STEPS for line in step.get("run", "").splitlines() if line.startswith("l10n ")]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose translations are up to date, sound and reviewed."""
    root = make_project(tmp_path / "site", {"a.md": "See [the *old* pier](https://example.com/t).\n"})
    called("update", cwd=root)
    text = "Veja [o *velho* cais](https://example.com/t)."
    reviewed(catalog(root), {"See [the *old* pier](https://example.com/t).": text})
    return root


def broken(root: Path) -> None:
    """Give it a faulty translation, and an article that is newer than its catalog."""
    path = catalog(root)
    path.write_text(
        path.read_text()
        .replace('(https://example.com/t)."\n\n', '."\n')
        .replace("[o *velho* cais](https://example.com/t)", "o cais")
    )
    write(root / "corpus" / "b.md", ARTICLE)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_passes_what_is_fine_and_stops_what_is_not(hook: dict[str, Any], root: Path) -> None:
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    program, *args = hook["entry"].split()
    assert program == "l10n"
    assert run_l10n(*args, cwd=root).code == 0
    broken(root)
    assert run_l10n(*args, cwd=root).code == 1


def test_the_examples_for_pre_commit_name_hooks_that_exist() -> None:
    entries = {hook["id"]: hook["entry"] for hook in HOOKS}
    (theirs,), (ours,) = CONFIG["repos"], LOCAL["repos"]
    assert {hook["id"] for hook in theirs["hooks"]} <= set(entries)
    assert all(entries[hook["id"]] == hook["entry"] for hook in ours["hooks"])
    assert all(f"| `{name}` | `{entry}`" in PAGE for name, entry in entries.items())


def in_shell(line: str, root: Path) -> int:
    """The line as a workflow runs it."""
    program = f'"{sys.executable}" -m l10n '
    env = environment(root.parent / "home", GITHUB_STEP_SUMMARY=str(root.parent / "summary.md"))
    command = ["bash", "-e", "-c", line.replace("l10n ", program, 1)]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode


def test_the_workflow_has_the_lines_of_the_table() -> None:
    assert set(re.findall(r"^\| `(l10n [^`]*)`", PAGE, re.MULTILINE)) - {"l10n extract --check"} <= {
        line.replace(" --format github", "") for line in LINES
    }


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_workflow_runs(line: str, root: Path) -> None:
    assert in_shell(line, root) == 0
    broken(root)
    assert in_shell(line, root) == int("--markdown" not in line)


def test_the_files_of_the_workflow_are_what_its_actions_read(root: Path) -> None:
    (upload,) = [
        step for step in STEPS if step.get("uses", "").startswith("github/codeql-action/upload-sarif")
    ]
    for line in LINES:
        in_shell(line, root)
    assert '"version": "2.1.0"' in (root / upload["with"]["sarif_file"]).read_text()
    assert (root.parent / "summary.md").read_text().startswith("| Article | Locale | ")
