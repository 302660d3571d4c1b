"""`l10n models`."""

from __future__ import annotations

from pathlib import Path

import click

from l10n.cli import output


@click.group("models")
def command() -> None:
    """List and install translation models.

    \b
    Example:
      l10n models list
      l10n models install translate-en_es-1_9.argosmodel
    """


@command.command("list")
@click.option(
    "--index", type=click.Path(path_type=Path), metavar="FILE", help="A package index of Argos Translate."
)
def list_models(index: Path | None) -> int:
    """Show models: built in, installed, and those that a local index file lists.

    Nothing is fetched. Without --index, the index that Argos Translate keeps is read if there is one.

    \b
    Example:
      l10n models list
      l10n models list --index index.json
    """
    from l10n.errors import EngineError
    from l10n.packages import scan

    if index is not None and not index.is_file():
        raise EngineError("no such index", where=str(index), hint="name an index.json of Argos Translate")
    rows = [("FROM", "TO", "VERSION", "WHERE")]
    starter = scan.starter()
    rows.append((starter.source, starter.target, starter.version, scan.BUILT_IN))
    rows += [(p.source, p.target, p.version, str(p.path)) for p in scan.installed()]
    rows += [(p.source, p.target, p.version, "available") for p in scan.available(index or scan.index_file())]
    output.table(rows, right=9)
    return 0


@command.command("install")
@click.argument("archive", type=click.Path(path_type=Path), metavar="FILE.argosmodel")
def install_model(archive: Path) -> int:
    """Install a model from a file, where Argos Translate finds it too.

    The file is checked first: one folder, no links, no paths that leave it, sane sizes.

    \b
    Example:
      l10n models install translate-en_es-1_9.argosmodel
    """
    from l10n.errors import EngineError
    from l10n.packages import scan
    from l10n.packages.install import install

    if not archive.is_file():
        raise EngineError("no such file", where=str(archive), hint="name a .argosmodel file")
    output.say(f"installed {install(archive, scan.installed_folder())}")
    return 0
