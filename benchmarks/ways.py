"""Ways to keep a folder of articles translated: our commands, and those that a peer's users would run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.clock import Command
from benchmarks.peers import MDPO, TRANSLATE_TOOLKIT, Peer
from benchmarks.places import L10N

Commands = Callable[[Sequence[str]], list[Command]]
"""The commands for files of these names, which lie in `corpus/`; `Way` leaves `.md` out of the names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Commands for each job, and globs of the files they leave behind."""

    name: str
    peer: Peer | None = None
    first: Commands
    update: Commands
    build: Commands
    catalogs: str
    updated: str
    outputs: str
    in_one_go: bool = False
    """Each command updates and builds."""


def folder(*commands: Command) -> Commands:
    """Commands that take the whole folder, whatever it holds."""
    return lambda _names: list(commands)


MD2PO2MD = folder((MDPO.program("md2po2md"), "-q", "-l", "pt", "-o", "po/{lang}", "corpus/*.md"))


def _md2po(names: Sequence[str]) -> list[Command]:
    program = MDPO.program("md2po")
    return [(program, "-q", f"corpus/{name}.md", "-s", "-p", f"po/{name}.po") for name in names]


def _po2md(names: Sequence[str]) -> list[Command]:
    program = MDPO.program("po2md")
    return [(program, "-q", f"corpus/{n}.md", "-p", f"po/{n}.po", "-s", f"out/{n}.md") for n in names]


def toolkit(program: str, *arguments: str) -> Command:
    """A program of translate-toolkit without its progress bar."""
    return (TRANSLATE_TOOLKIT.program(program), "--progress=none", *arguments)


OURS = Way(
    name="l10n",
    first=folder((L10N, "update")),
    update=folder((L10N, "update")),
    build=folder((L10N, "build")),
    catalogs="locales/pt_BR/LC_MESSAGES/*.po",
    updated="locales/pt_BR/LC_MESSAGES/*.po",
    outputs="build/pt_BR/*.md",
)
PEERS = (
    Way(
        name="mdpo, whole folder",
        peer=MDPO,
        first=MD2PO2MD,
        update=MD2PO2MD,
        build=MD2PO2MD,
        catalogs="po/pt/*.po",
        updated="po/pt/*.po",
        outputs="po/pt/*.md",
        in_one_go=True,
    ),
    Way(
        name="mdpo, a process a file",
        peer=MDPO,
        first=_md2po,
        update=_md2po,
        build=_po2md,
        catalogs="po/*.po",
        updated="po/*.po",
        outputs="out/*.md",
    ),
    Way(
        name="translate-toolkit",
        peer=TRANSLATE_TOOLKIT,
        first=folder(toolkit("md2po", "corpus", "po")),
        update=folder(
            toolkit("md2po", "-P", "corpus", "pot"),
            toolkit("pot2po", "--nofuzzymatching", "-t", "po", "pot", "new"),
        ),
        build=folder(toolkit("po2md", "-t", "corpus", "po", "out")),
        catalogs="po/*.po",
        updated="new/*.po",
        outputs="out/*.md",
    ),
)
NOTES = (
    "mdpo, whole folder: `md2po2md`, one process that updates and builds; it cannot do one alone, so it does "
    "both in each row. mdpo, a process a file: `md2po` and `po2md`, which know one catalog a call.",
    "translate-toolkit: one process a step on whole folders: `md2po` at first; then `md2po -P` and `pot2po` "
    "without its fuzzy matching (ours is on); `po2md`.",
    "l10n and translate-toolkit write templates too, mdpo none. A figure counts only after each tool's files "
    "were found to have the change and the translations.",
)
