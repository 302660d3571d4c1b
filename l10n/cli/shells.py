"""The program's answers to a shell that completes a command line, and the scripts that make it ask.

A script calls `l10n` with the words up to the cursor, the name of the shell in `_L10N_COMPLETE`, and gets a
candidate a line; none means that the shell shall complete file names.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import click
from click.shell_completion import CompletionItem, ShellComplete, split_arg_string

from l10n.cli.completing import VARIABLE

_PLAIN = re.compile(r"[\w@%+=:,./-]")
"""What bash takes as it stands."""
_BASH = """\
_l10n() {
    local answer
    COMPREPLY=()
    while IFS= read -r answer; do
        COMPREPLY+=("$answer")
    done < <(_L10N_COMPLETE=bash "$1" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o bashdefault -o default -F _l10n l10n
"""
_ZSH = """\
#compdef l10n
_l10n() {
    local -a answers
    answers=("${(@f)$(_L10N_COMPLETE=zsh "$words[1]" "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ -n "$answers" ]]; then
        _describe l10n answers
    else
        _files
    fi
}
if [[ "$zsh_eval_context[-1]" == loadautofunc ]]; then
    _l10n "$@"
else
    compdef _l10n l10n
fi
"""
_FISH = """\
function __l10n_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l answers (env _L10N_COMPLETE=fish $words 2>/dev/null)
    if set -q answers[1]
        printf '%s\\n' $answers
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c l10n -f -a '(__l10n_complete)'
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """How a shell asks, and how it reads candidates."""

    script: str
    written: Callable[[str, str], str]
    """A candidate and what it is, or nothing, as one line."""
    quoted: str = ""
    """Beginnings of a word that the shell had better complete by itself."""


def _for_bash(value: str, about: str) -> str:  # noqa: ARG001 - the others'
    """With backslashes: bash puts a candidate into the line as it stands."""
    return "".join(char if _PLAIN.fullmatch(char) else f"\\{char}" for char in value)


def _for_zsh(value: str, about: str) -> str:
    value = value.replace("\\", "\\\\").replace(":", "\\:")
    return f"{value}:{about}" if about else value


def _for_fish(value: str, about: str) -> str:
    return f"{value}\t{about}" if about else value


SHELLS = {
    "bash": Shell(script=_BASH, written=_for_bash, quoted="\"'"),
    "zsh": Shell(script=_ZSH, written=_for_zsh),
    "fish": Shell(script=_FISH, written=_for_fish),
}


def answer(command: click.Command, name: str, words: Sequence[str]) -> None:
    """Print the candidates for the last of the words; nothing where the line or the project is wrong."""
    shell = SHELLS.get(name)
    *args, start = words or [""]
    if shell is None or (start and start[0] in shell.quoted):
        return
    with contextlib.suppress(Exception):  # a person is in the middle of a line: no time for errors
        for item in _candidates(command, [_bare(word) for word in args if word != "="], _bare(start)):
            click.echo(shell.written(item.value, item.help or ""))


def _candidates(command: click.Command, args: list[str], start: str) -> list[CompletionItem[str]]:
    found = ShellComplete(command, {}, "l10n", VARIABLE).get_completions(args, start)
    return [item for item in found if item.type == "plain"]


def _bare(word: str) -> str:
    """A word without its quotes and backslashes, be it complete or not."""
    return " ".join(split_arg_string(word))
