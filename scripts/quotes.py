"""Write l10n/data/quotes.tsv from the delimiters of CLDR (Unicode-3.0): `python scripts/quotes.py`.

Fetches the package cldr-misc-full with npm. A locale that writes as its language does has no row of its own.
"""

from __future__ import annotations

import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "cldr-misc-full@48.2.0"
TABLE = Path(__file__).parent.parent / "l10n" / "data" / "quotes.tsv"
KEYS = ("quotationStart", "quotationEnd", "alternateQuotationStart", "alternateQuotationEnd")
HEAD = f"""\
# Quotation marks by locale: delimiters of CLDR ({PACKAGE}, Unicode-3.0). Made by scripts/quotes.py.
# locale	open	close	inner open	inner close
"""


def main() -> None:
    """Fetch, choose, write."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
        found = {
            path.parent.name: marks(path) for path in Path(folder).glob("package/main/*/delimiters.json")
        }
    rows = [
        "\t".join((code.replace("-", "_"), *row))
        for code, row in sorted(found.items())
        if row != found.get(code.rpartition("-")[0] or "und")
    ]
    TABLE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def marks(path: Path) -> tuple[str, ...]:
    """The four marks in a file of CLDR."""
    delimiters = json.loads(path.read_text(encoding="utf-8"))["main"][path.parent.name]["delimiters"]
    return tuple(delimiters[key] for key in KEYS)


if __name__ == "__main__":
    main()
