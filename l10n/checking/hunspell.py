"""The program hunspell, asked word by word; one process for each dictionary, for as long as l10n runs."""

from __future__ import annotations

import atexit
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import PurePath

from l10n.errors import EngineError
from l10n.text.locales import language

_ROOT = "/"
"""Where it runs: a dictionary in the current folder, which anybody may have put there, goes before others."""
_AT_ONCE = 50
"""Words that are asked for together; their answers fit into a pipe."""
_SUGGESTED = re.compile(r"& \S+ \d+ \d+: ([^,]+)")


@cache
def program() -> str:
    """Its path; empty if it is not installed."""
    return shutil.which("hunspell") or ""


@cache
def dictionary(locale: str) -> str:
    """The path of the dictionary for a locale, or else for its language; empty if none is installed."""
    if not program():
        return ""
    known = _dictionaries()
    near = sorted(name for name in known if language(name) == language(locale))
    usual = [f"{language(locale)}_{language(locale).upper()}"]
    return next((known[name] for name in (locale, language(locale), *usual, *near) if name in known), "")


@cache
def _dictionaries() -> Mapping[str, str]:
    """Paths of the installed dictionaries by name."""
    done = subprocess.run(  # noqa: S603 - the program is the one that is installed
        [program(), "-D"], cwd=_ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    lines = (done.stdout + done.stderr).decode(errors="replace").splitlines()
    return {PurePath(line).name: line for line in lines if PurePath(line).is_absolute() and ":" not in line}


class Speller:
    """Knows which words a dictionary does not have."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._process = subprocess.Popen(  # noqa: S603 - the program is the one that is installed
            [program(), "-a", "-i", "utf-8", "-d", path],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._unknown: dict[str, str | None] = {}
        self._line()  # its version

    def unknown(self, words: Iterable[str]) -> dict[str, str]:
        """Of the words, which have letters, hyphens and apostrophes only, those it does not know.

        Each with the best word for it, if there is one. EngineError if hunspell fails.
        """
        asked = list(dict.fromkeys(words))
        new = [word for word in asked if word not in self._unknown]
        for at in range(0, len(new), _AT_ONCE):
            self._ask(new[at : at + _AT_ONCE])
        found = ((word, self._unknown[word]) for word in asked)
        return {word: better for word, better in found if better is not None}

    def _ask(self, words: list[str]) -> None:
        pipe = self._process.stdin
        try:
            if pipe:
                # What begins with `^` is never a command.
                pipe.write("".join(f"^{word}\n" for word in words).encode())
                pipe.flush()
        except (OSError, ValueError):
            raise self._error() from None
        for word in words:
            self._unknown[word] = self._answer()

    def _answer(self) -> str | None:
        """The best word for the next of the asked ones, empty if there is none; None: it is known."""
        better: str | None = None
        while line := self._line():
            if line[0] in "&#":
                suggested = _SUGGESTED.match(line)
                better = better or (suggested[1] if suggested else "")
        return better

    def _line(self) -> str:
        line = self._process.stdout.readline() if self._process.stdout else b""
        if not line:
            raise self._error()
        return line.decode(errors="replace").rstrip("\n")

    def _error(self) -> EngineError:
        self.close()
        return EngineError("hunspell ended", where=self._path, hint="see whether its dictionary is whole")

    def close(self) -> None:
        """End the process."""
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()
        self._process.wait()


@cache
def speller(path: str) -> Speller:
    """The process for a dictionary."""
    found = Speller(path)
    atexit.register(found.close)
    return found
