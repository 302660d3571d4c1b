"""Tools that take articles to catalogs and back, with the commands that their users would run."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import peers
from benchmarks.clock import Command, cpu_of_attempt, run
from benchmarks.peers import MDPO, TRANSLATE_TOOLKIT
from benchmarks.places import L10N, ROOT, UnavailableError
from benchmarks.ways import MD2PO2MD, Commands, folder, toolkit

TIMEOUT, _FOLDER_TIMEOUT = 10.0, 300.0
"""Seconds that a program may take for one file, and for all: po4a never ends on some."""
_SETTINGS = 'source = "en"\nlocales = ["pt_BR"]\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Converter:
    """A tool for one format. `catalogs` and `output` say where its files are."""

    name: str
    version: Callable[[], str]
    """Raises UnavailableError where the tool cannot be had."""
    extract: Commands
    build: Commands
    extracted: str
    catalogs: str
    output: str
    prepare: Commands = lambda _names: []
    """What makes catalogs of what was extracted, where that is another step."""

    def built(self, root: Path, name: str) -> bytes | None:
        """The article that came out; None if there is none."""
        path = root / self.output.format(name)
        return path.read_bytes() if path.is_file() else None


def lay_out(root: Path, texts: Mapping[str, bytes]) -> None:
    """A project with these files, for every tool."""
    for place in ("corpus", "po", "out"):
        (root / place).mkdir(parents=True)
    (root / "l10n.toml").write_text(_SETTINGS, encoding="utf-8")
    for name, text in texts.items():
        (root / "corpus" / name).write_bytes(text)


def cpu(commands: Sequence[Command], root: Path) -> float:
    """CPU seconds of the commands; without those that fail or hang, where each is for a file of its own."""
    timeout = TIMEOUT if len(commands) > 1 else _FOLDER_TIMEOUT
    ended = [cpu_of_attempt(command, root, timeout) for command in commands]
    return sum(end.seconds for end in ended if end.code == 0 or len(ended) == 1)


def available(converters: Sequence[Converter]) -> tuple[dict[str, str], list[Converter]]:
    """What is missing, by name, and the others."""
    missing: dict[str, str] = {}
    for converter in converters:
        try:
            converter.version()
        except UnavailableError as reason:
            missing[converter.name] = str(reason)
    return missing, [converter for converter in converters if converter.name not in missing]


def _each(*command: str) -> Commands:
    """A process for each file; `{}` is its name."""
    return lambda names: [[part.replace("{}", name) for part in command] for name in names]


def _po4a_version() -> str:
    if not shutil.which("po4a"):
        raise UnavailableError("po4a is not installed (Debian package po4a)")
    return run(["po4a", "--version"], ROOT).split()[2].rstrip(".")


def _po4a(*options: str) -> Converter:
    return Converter(
        name="po4a",
        version=_po4a_version,
        extract=_each("po4a-updatepo", *options, "-M", "UTF-8", "-m", "corpus/{}", "-p", "po/{}.po"),
        build=_each(
            *("po4a-translate", *options, "-M", "UTF-8", "-k", "0"),
            *("-m", "corpus/{}", "-p", "po/{}.po", "-l", "out/{}"),
        ),
        extracted="po/*.po",
        catalogs="po/*.po",
        output="out/{}",
    )


def _toolkit(kind: str, *unwrapped: str) -> Converter:
    return Converter(
        name="translate-toolkit",
        version=lambda: peers.version(TRANSLATE_TOOLKIT),
        extract=folder(toolkit(f"{kind}2po", "corpus", "po")),
        build=folder(toolkit(f"po2{kind}", *unwrapped, "-t", "corpus", "po", "out")),
        extracted="po/*.po",
        catalogs="po/*.po",
        output="out/{}",
    )


OURS = Converter(
    name="l10n",
    version=lambda: "",
    extract=folder((L10N, "extract")),
    prepare=folder((L10N, "update")),
    build=folder((L10N, "build")),
    extracted="locales/templates/*.pot",
    catalogs="locales/pt_BR/LC_MESSAGES/*.po",
    output="build/pt_BR/{}",
)
_MD2PO = _each(MDPO.program("md2po"), "-q", "corpus/{}", "-s", "-p", "po/{}.po")
_MDPO_FOLDER = Converter(
    name="mdpo",
    version=lambda: peers.version(MDPO),
    extract=_MD2PO,
    prepare=MD2PO2MD,
    build=MD2PO2MD,
    extracted="po/*.po",
    catalogs="po/pt/*.po",
    output="po/pt/{}",
)
_MDPO_FILES = Converter(
    name="mdpo",
    version=lambda: peers.version(MDPO),
    extract=_MD2PO,
    build=_each(MDPO.program("po2md"), "-q", "-w", "inf", "corpus/{}", "-p", "po/{}.po", "-s", "out/{}"),
    extracted="po/*.po",
    catalogs="po/*.po",
    output="out/{}",
)
_PO4A_MARKDOWN = _po4a("-f", "text", "-o", "markdown", "-o", "neverwrap")
_TOOLKIT_MARKDOWN = _toolkit("md", "-m", "0")
FAST = {
    ".md": (OURS, _PO4A_MARKDOWN, _MDPO_FOLDER, _TOOLKIT_MARKDOWN),
    ".html": (OURS, _po4a("-f", "xhtml"), _toolkit("html")),
}
"""Each tool by format, in the way that takes it least time."""
SAFE = {".md": (OURS, _PO4A_MARKDOWN, _MDPO_FILES, _TOOLKIT_MARKDOWN), ".html": FAST[".html"]}
"""Each tool so that a file that it fails on does not stop the others."""
NOTES = (
    "po4a: `po4a-updatepo` and `po4a-translate`, a process a file, which costs it next to nothing; "
    f"killed after {TIMEOUT:g} s.",
    "Markdown is built without wrapping lines anew, where a tool can: `-o neverwrap`, `-w inf`, `-m 0`.",
    "translate-toolkit: `md2po` and `po2md`, `html2po` and `po2html` on the folder.",
)
