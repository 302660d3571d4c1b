"""Write l10n/data/lengths.tsv from the catalogs of a Linux system: `python scripts/lengths.py`.

Only medians come into the table, no text.
"""

from __future__ import annotations

import gettext
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median, quantiles

from l10n.text.lengths import size

CATALOGS = Path("/usr/share/locale")
TABLE = Path(__file__).parent.parent / "l10n" / "data" / "lengths.tsv"
HEAD = """\
# Length of a translation from English, by language: median ratio and standard deviation of its logarithm, in
# messages of at least 40 characters of the catalogs of a Debian 12 system. Made by scripts/lengths.py.
# language	ratio	spread
en	1.00	0.10
"""
SHORTEST = 40
"""Characters of a message that counts."""
FEWEST_SPACES = 5
"""Spaces of a message that counts."""
FEWEST = 300
"""Messages of a language that counts."""


def pairs() -> Iterator[tuple[str, str, str]]:
    """Language, message and translation, each once."""
    seen = set()
    for path in sorted(CATALOGS.glob("*/LC_MESSAGES/*.mo")):
        language = re.split("[_@]", path.parts[-3])[0]
        for source, target in _messages(path):
            if _is_prose(source) and source != target and (language, source) not in seen:
                seen.add((language, source))
                yield language, source, target


def _messages(path: Path) -> list[tuple[str, str]]:
    """Those without plural forms; none of a catalog with a broken header."""
    with path.open("rb") as file, suppress(ValueError, IndexError):
        catalog = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined] # offers no list
        return [(source, target) for source, target in catalog.items() if isinstance(source, str)]
    return []


def _is_prose(text: str) -> bool:
    return len(text) >= SHORTEST and text.count(" ") >= FEWEST_SPACES and "\n" not in text.strip()


def main() -> None:
    """Read, measure, write."""
    found: dict[str, list[float]] = defaultdict(list)
    for language, source, target in pairs():
        found[language].append(math.log(size(target) / size(source)))
    rows = []
    for language, logs in sorted(found.items()):
        if len(logs) >= FEWEST and language != "en":
            sixths = quantiles(logs, n=6)
            rows.append(f"{language}\t{math.exp(median(logs)):.2f}\t{(sixths[4] - sixths[0]) / 2:.2f}\n")
    TABLE.write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
