"""Run by the Python of the peer: Argos Translate's own API on paragraphs, as its users call it.

Reads a list of paragraphs from stdin and prints CPU seconds and translations, both as JSON. A paragraph
that comes in pieces, (text, is it translated), is translated as those do it who cut a text at its markup.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any


def main() -> None:
    paragraphs = json.load(sys.stdin)
    _empty_splitter()
    from argostranslate import translate

    translate.translate("Hello.", "en", "pt")  # loads the model
    loaded = time.process_time()
    texts = [_translated(translate, paragraph) for paragraph in paragraphs]
    done = time.process_time()
    print(json.dumps({"whole": done, "translating": done - loaded, "texts": texts}))


def _translated(translate: Any, paragraph: str | list[tuple[str, bool]]) -> str:
    if isinstance(paragraph, str):
        return str(translate.translate(paragraph, "en", "pt"))
    from argostranslate.tags import Tag, translate_tags  # type: ignore[import-not-found]

    pieces = Tag([text if wanted else Tag([text], translateable=False) for text, wanted in paragraph])
    return str(translate_tags(translate.get_translation_from_codes("en", "pt"), pieces).text())


def _empty_splitter() -> None:
    """A spaCy pipeline without a model where Argos Translate keeps the multilingual one it would download.

    It adds spaCy's rule-based sentencizer to it, and that needs no model.
    """
    folder = Path(os.environ["XDG_CACHE_HOME"]) / "argos-translate" / "spacy"
    known = folder / "senter" / "model"
    if known.exists():
        return
    import spacy  # type: ignore[import-not-found]

    folder.mkdir(parents=True)
    spacy.blank("xx").to_disk(folder)
    known.parent.mkdir()
    known.touch()


if __name__ == "__main__":
    main()
