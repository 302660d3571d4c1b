"""Fetch 300 real PO catalogs, as the sources of Debian packages have them, into `.bench/debian-po`.

    python scripts/debian_catalogs.py

They come under those packages' licences, and are never committed; the sources are thrown away. What is there
already is not fetched again. Only catalogs in UTF-8 are counted: those in another charset, which l10n
refuses, are not converted, and 20 of them go into `.bench/debian-po-other`. Needs apt-get with sources for
binary packages, and dpkg-source; the system's own settings stay as they are.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from real_files import chosen

BENCH = Path(__file__).parent.parent / ".bench"
PACKAGES = (
    "acl attr bison debconf diffutils dpkg exim4 findutils flex grep gsettings-desktop-schemas hello kcalc "
    "libgpg-error libidn2 libsecret lokalize m4 make-dfsg man-db nano pam poedit popt procps psmisc sed "
    "shadow shared-mime-info sphinx sudo tar ucf wget wtforms xz-utils"
).split()
WANTED, OTHERS = 300, 20
CHARSET = re.compile(rb'"Content-Type:[^"\n]*charset=(?P<name>[\w-]+)', re.IGNORECASE)


def sources() -> str:
    """Lines of apt for the sources of every repository that this machine has binary packages from."""
    line = "deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)"
    command = ["apt-get", "indextargets", "--format", line, "Created-By: Packages"]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return "".join(sorted(set(found.splitlines(keepends=True))))


def fetch(folder: Path) -> None:
    """Unpack the sources of the packages into `folder`, with settings of apt for this alone."""
    apt = folder.parent / "apt"
    (apt / "lists" / "partial").mkdir(parents=True)
    (apt / "sources.list").write_text(sources())
    options = [
        f"Dir::Etc::sourcelist={apt}/sources.list",
        "Dir::Etc::sourceparts=-",
        f"Dir::State::lists={apt}/lists",
    ]
    apt_get = ["apt-get", "-qq", *(word for option in options for word in ("-o", option))]
    subprocess.run([*apt_get, "update"], check=True, capture_output=True)
    for package in PACKAGES:
        place = folder.parent / package
        place.mkdir()
        command = [*apt_get, "source", "--download-only", package]
        if subprocess.run(command, cwd=place, check=False, capture_output=True).returncode:
            print(f"{package}: cannot be fetched here")
            continue
        unpack = ["dpkg-source", "--no-check", "-x", next(place.glob("*.dsc")).name, str(folder / package)]
        subprocess.run(unpack, cwd=place, check=True, capture_output=True)


def is_utf8(path: Path) -> bool:
    """Does its header say so?"""
    match = CHARSET.search(path.read_bytes())
    return match is not None and match["name"].lower() in (b"utf-8", b"utf8")


def others(folder: Path) -> Iterator[Path]:
    """Catalogs in other charsets."""
    for path in sorted(folder.rglob("*.po")):
        if path.is_file() and CHARSET.search(path.read_bytes()) and not is_utf8(path):
            yield path


def main() -> None:
    """Fetch, choose, copy."""
    if (BENCH / "debian-po").is_dir():
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "debian"
        folder.mkdir()
        fetch(folder)
        utf8 = (path for path in chosen(Path(temporary), ".po", 10 * WANTED) if is_utf8(path))
        for name, found in (
            ("debian-po", islice(utf8, WANTED)),
            ("debian-po-other", islice(others(folder), OTHERS)),
        ):
            for path in found:
                target = BENCH / name / path.relative_to(folder)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
        print(f"{sum(1 for _ in (BENCH / 'debian-po').rglob('*.po'))} of {WANTED} catalogs")


if __name__ == "__main__":
    main()
