"""`l10n --help`, and the help of every command."""

from pathlib import Path

import click
import pytest
from processes import called, run_l10n

from l10n import __version__, cli
from l10n.cli.main import main

NAMES = main.list_commands(click.Context(main))
PATHS = [(name,) for name in NAMES] + [("models", "list"), ("models", "install"), ("catalogs", "regroup")]


def command_at(path: tuple[str, ...]) -> click.Command:
    command: click.Command = main
    for name in path:
        assert isinstance(command, click.Group)
        command = command.get_command(click.Context(command), name) or pytest.fail(f"no command {name}")
    return command


@pytest.mark.parametrize("path", [(), *PATHS], ids=" ".join)
def test_help_shows_an_example_and_every_option(path: tuple[str, ...], tmp_path: Path) -> None:
    ran = run_l10n(*path, "--help", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert "Example:" in ran.out
    assert " ".join(["l10n", *path]) in ran.out.split("Example:")[1]
    for parameter in command_at(path).params:
        if isinstance(parameter, click.Option):
            assert all(name in ran.out for name in parameter.opts)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_option_and_command_says_what_it_does(path: tuple[str, ...]) -> None:
    command = command_at(path)
    assert command.help
    assert all(p.help for p in command.params if isinstance(p, click.Option))


@pytest.mark.parametrize("path", [(), *PATHS], ids=" ".join)
def test_lines_of_help_fit_a_terminal(path: tuple[str, ...], tmp_path: Path) -> None:
    assert max(map(len, called(*path, "--help", cwd=tmp_path).out.splitlines())) <= 100


def test_what_commands_are_for_is_not_cut(tmp_path: Path) -> None:
    assert "..." not in called("--help", cwd=tmp_path).out.replace("[ARGS]...", "")


def test_short_h_is_help_too(tmp_path: Path) -> None:
    assert called("build", "-h", cwd=tmp_path).out == called("build", "--help", cwd=tmp_path).out


def test_every_file_of_a_command_is_in_the_help(tmp_path: Path) -> None:
    out = called("--help", cwd=tmp_path).out
    files = {
        path.stem.replace("_", "-")
        for path in Path(cli.__path__[0]).glob("*.py")
        if "@click." in path.read_text()
    } - {
        "main",
        "project",
    }
    assert files == set(NAMES)
    assert all(f"  {name} " in out for name in files)


def test_version_names_the_program(tmp_path: Path) -> None:
    ran = run_l10n("--version", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, f"l10n {__version__}\n", "")


@pytest.mark.parametrize("path", [(), ("models",)], ids=" ".join)
def test_no_command_shows_the_help_itself(path: tuple[str, ...], tmp_path: Path) -> None:
    ran = called(*path, cwd=tmp_path)
    assert called(*path, "--help", cwd=tmp_path).out in (ran.out, ran.err)


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("bogus",), "no command 'bogus'; there are: init, "),
        (("staus",), "no command 'staus'; did you mean 'status'? there are: init, "),
        (("--bogus",), "--bogus"),
        (("build", "--bogus"), "--bogus"),
        (("models", "bogus"), "bogus"),
        (("translate", "a.md"), "--to"),
        (("translate", "--to", "pt_BR"), "ARTICLE"),
        (("models", "install"), "FILE.argosmodel"),
        (("build", "--require", "101"), "--require"),
        (("build", "--require", "all"), "--require"),
        (("init", "more"), "more"),
        (("completion",), "Choose from: bash, zsh, fish"),
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_one_line_and_code_2(
    args: tuple[str, ...], expected: str, tmp_path: Path
) -> None:
    ran = called(*args, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    (problem,) = ran.problems
    assert expected in problem
