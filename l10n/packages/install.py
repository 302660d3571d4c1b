"""Installing a model package from a file: checked before anything is written where models are kept."""

from __future__ import annotations

import json
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from l10n.errors import EngineError

MAX_FILES = 2_000
MAX_BYTES = 4 * 2**30
MAX_RATIO = 100
"""Unpacked bytes for each packed one; real models have 1 to 3, their lexicons up to 10."""
_CODE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z]{2,4})?")


def install(archive: Path, folder: Path) -> Path:
    """Unpack `archive` below `folder`; its folder there. A package that is there already is replaced.

    EngineError, and nothing is changed, unless the archive is one folder with metadata, a tokenizer and
    a model, without links or paths that leave it, and within the limits on files, bytes and ratio.
    """
    try:
        with zipfile.ZipFile(archive) as packed:
            root = _checked(packed, archive)
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".l10n-", dir=folder) as temporary:
                _unpack(packed, Path(temporary))
                _check_package(Path(temporary) / root, archive)
                return _move(Path(temporary) / root, folder / root)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:  # damaged, locked, unknown
        raise _refused(archive, f"no package: {error}") from None
    except OSError as error:
        raise EngineError(f"cannot be installed: {error.strerror or error}", where=str(archive)) from None


def _refused(archive: Path, what: str) -> EngineError:
    return EngineError(what, where=str(archive), hint="get the package anew from its publisher")


def _checked(packed: zipfile.ZipFile, archive: Path) -> str:
    """The one top-level folder of an archive that is safe to unpack."""
    infos, roots = packed.infolist(), set()
    for info in infos:
        path = PurePosixPath(info.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in info.filename or ":" in info.filename:
            raise _refused(archive, f"unsafe path in the package: {info.filename!r}")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise _refused(archive, f"a link in the package: {info.filename!r}")
        if not path.parts or (len(path.parts) == 1 and not info.is_dir()):
            raise _refused(archive, f"a file outside the package's folder: {info.filename!r}")
        roots.add(path.parts[0])
    if len(roots) != 1:
        raise _refused(archive, f"a package is one folder, this one has {len(roots)}")
    size = sum(info.file_size for info in infos)
    if len(infos) > MAX_FILES or size > MAX_BYTES or size > MAX_RATIO * archive.stat().st_size:
        raise _refused(archive, f"too large once unpacked: {len(infos)} files, {size >> 20} MB")
    root: str = roots.pop()
    if root.startswith("."):
        raise _refused(archive, f"unsafe name of the package's folder: {root!r}")
    return root


def _unpack(packed: zipfile.ZipFile, target: Path) -> None:
    """Write the files; zipfile reads no more of each than the list says, and checks the CRC."""
    for info in packed.infolist():
        path = target / info.filename
        if info.is_dir():
            path.mkdir(parents=True, exist_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        with packed.open(info) as source, path.open("wb") as out:
            shutil.copyfileobj(source, out, 2**20)


def _check_package(root: Path, archive: Path) -> None:
    try:
        metadata = json.loads((root / "metadata.json").read_text(encoding="utf-8"))
        codes = [metadata["from_code"], metadata["to_code"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise _refused(archive, "no metadata.json with from_code and to_code in the package") from None
    if not all(isinstance(code, str) and _CODE.fullmatch(code) for code in codes):
        raise _refused(archive, f"no language codes: {codes}")
    if not (root / "model" / "model.bin").is_file():
        raise _refused(archive, "no model/model.bin in the package")
    if not (root / "sentencepiece.model").is_file() and not (root / "bpe.model").is_file():
        raise _refused(archive, "no sentencepiece.model or bpe.model in the package")


def _move(new: Path, place: Path) -> Path:
    """Put the folder in its place; the one that was there steps aside until the new one stands."""
    aside = Path(tempfile.mkdtemp(prefix=".l10n-", dir=place.parent)) / "old"
    try:
        if place.exists():
            place.rename(aside)
        try:
            new.rename(place)
        except OSError:
            if aside.exists():
                aside.rename(place)
            raise
    finally:
        shutil.rmtree(aside.parent, ignore_errors=True)
    return place
