"""All checks together are silent about good translations of news and guides."""

from pathlib import Path

import pytest
from checking import message

from l10n import registry
from l10n.checking.message import Batch
from l10n.stages.check import findings

SOUND = (Path(__file__).parent / "golden" / "sound.txt").read_text(encoding="utf-8")


def pairs() -> dict[str, list[tuple[str, str]]]:
    """(source, translation) by locale."""
    found: dict[str, list[tuple[str, str]]] = {}
    for block in SOUND.strip().split("\n\n")[1:]:
        source, *rows = block.split("\n")
        for locale, target in (row.split(maxsplit=1) for row in rows):
            found.setdefault(locale, []).append((source, target))
    return found


@pytest.mark.parametrize(("locale", "texts"), pairs().items(), ids=pairs())
def test_no_check_finds_anything_in_sound_translations(locale, texts):
    batch = Batch(messages=[message(*pair, locale) for pair in texts], locale=locale)
    assert [(found.check, found.what) for found in findings(batch, registry.checks())] == []
