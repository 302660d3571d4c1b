"""Fetch the schemas of XLIFF 1.2 (strict) and 2.x, as a Debian package ships them, into `.bench/schemas`.

    python scripts/xliff_schemas.py

They are of OASIS and W3C, and are never committed. What is there already is not fetched again. Needs apt-get
and dpkg-deb on the path.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent / ".bench" / "schemas"
PACKAGE = "php-symfony-translation"
NAMES = ("xliff-core-1.2-strict.xsd", "xliff-core-2.0.xsd", "xml.xsd")


def main() -> None:
    """Fetch and unpack the package, copy the schemas."""
    if all((ROOT / name).is_file() for name in NAMES):
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        fetch = ["apt-get", "-qq", "-o", "APT::Sandbox::User=root", "download", PACKAGE]
        subprocess.run(fetch, cwd=folder, check=True)
        archive = next(folder.glob("*.deb"))
        subprocess.run(["dpkg-deb", "-x", archive, folder / "unpacked"], check=True)
        ROOT.mkdir(parents=True, exist_ok=True)
        for name in NAMES:
            shutil.copy(next((folder / "unpacked").rglob(name)), ROOT / name)


if __name__ == "__main__":
    main()
