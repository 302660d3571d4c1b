"""Which model packages there are: built in, installed where Argos Translate keeps them, or in its index."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from l10n.errors import EngineError

BUILT_IN = "built-in"
STARTER = Path(__file__).parent.parent / "data" / "translate-en_pt-1_0.argosmodel"
_BEGINNING = 2**16
"""Bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPackage:
    """A package that translates from one language to another."""

    source: str
    target: str
    version: str
    path: Path | None = None
    """Its folder, or the archive of the built-in one; None where it is only listed in an index."""
    builtin: bool = False
    digest: str = ""
    """Of an installed model, as another one can have the same version."""

    @property
    def name(self) -> str:
        """For people: `en→es 1.9 3f2a1c`."""
        return " ".join(filter(None, (f"{self.source}→{self.target}", self.version, self.digest)))

    @property
    def label(self) -> str:
        """What users call it: the name of its folder."""
        return BUILT_IN if self.builtin or not self.path else self.path.name


def installed_folder() -> Path:
    """Where Argos Translate keeps packages: ARGOS_PACKAGES_DIR, or a folder below XDG_DATA_HOME."""
    if folder := os.environ.get("ARGOS_PACKAGES_DIR"):
        return Path(folder)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "argos-translate" / "packages"


def index_file() -> Path:
    """Where Argos Translate keeps its list of packages that can be had."""
    return installed_folder().parent / "index.json"


def cache_folder() -> Path:
    """Where the built-in package is unpacked."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "l10n" / "models"


def installed() -> list[ModelPackage]:
    """Usable packages; folders that are none are passed over. Of two versions the newer comes first."""
    found = [package for folder in _folders() if (package := _read(folder))]
    return sorted(found, key=lambda p: (p.source, p.target, [-n for n in _numbers(p.version)], str(p.path)))


def starter() -> ModelPackage:
    """The built-in package, as the archive that the wheel carries."""
    source, target = STARTER.stem.split("-")[1].split("_")
    version = STARTER.stem.split("-")[2].replace("_", ".")
    return ModelPackage(source=source, target=target, version=version, path=STARTER, builtin=True)


def available(index: Path) -> list[ModelPackage]:
    """The packages that an index file lists; EngineError if it is there and cannot be read."""
    if not index.exists():
        return []
    try:
        rows = json.loads(index.read_text(encoding="utf-8"))
        return sorted(filter(None, map(_package, rows)), key=lambda p: (p.source, p.target))
    except (OSError, ValueError, TypeError) as error:
        raise EngineError(f"no index of packages: {error}", where=str(index)) from None


def _folders() -> Iterable[Path]:
    folder = installed_folder()
    return sorted(p for p in folder.iterdir() if p.is_dir()) if folder.is_dir() else []


def _read(folder: Path) -> ModelPackage | None:
    try:
        row = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    tokenizer = (folder / "sentencepiece.model").is_file() or (folder / "bpe.model").is_file()
    if not tokenizer or not (folder / "model" / "model.bin").is_file():
        return None
    found = _package(row, folder)
    return replace(found, digest=_digest(folder / "model" / "model.bin")) if found else None


def _digest(model: Path) -> str:
    """Of its size and beginning, which training changes: the whole would take seconds."""
    try:
        with model.open("rb") as file:
            start = file.read(_BEGINNING)
        return hashlib.sha256(f"{model.stat().st_size} ".encode() + start).hexdigest()[:6]
    except OSError:
        return ""


def _package(row: Any, path: Path | None = None) -> ModelPackage | None:
    if not isinstance(row, dict) or row.get("type", "translate") != "translate":
        return None
    source, target, version = row.get("from_code"), row.get("to_code"), row.get("package_version", "")
    if not isinstance(source, str) or not isinstance(target, str):
        return None
    return ModelPackage(source=source, target=target, version=str(version), path=path)


def _numbers(version: str) -> list[int]:
    return [int(part) if part.isdigit() else 0 for part in version.split(".")]
