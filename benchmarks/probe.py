"""Run as a process of its own, so that its memory and time are those of one input: prints both as JSON.

python -m benchmarks.probe markdown FILE               parse, and splice with every message translated
python -m benchmarks.probe --nasty markdown NAME       parse, take messages apart, build with the guard
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path

from benchmarks.nasty import INPUTS
from l10n import registry
from l10n.model.article import Document
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.stages.build import compile_article
from l10n.stages.guard import guarded

_SETTINGS = FormatSettings(wikilinks=True, json_ld=True)
_MARK = " ·"
LIMIT = 120
"""CPU seconds after which the system ends the process."""
_STATUS = Path("/proc/self/status")


def main(arguments: list[str]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
    nasty = arguments[0] == "--nasty"
    name, source = arguments[-2:]
    fmt = registry.format_named(name)
    text = INPUTS[name][source]() if nasty else Path(source).read_text(encoding="utf-8")
    before = time.process_time()
    document = fmt.parse(text, _SETTINGS)
    built = _guarded(document, fmt) if nasty else _spliced(document, fmt)
    seconds = time.process_time() - before
    print(
        json.dumps({"seconds": seconds, "peak": _peak(), "built": built.count(_MARK) >= len(document.blocks)})
    )


def _guarded(document: Document, fmt: Format) -> str:
    """Every message is taken apart; what the guard rejects counts as built."""
    for message in {(block.msgid, document.scope(block)) for block in document.blocks}:
        fmt.inline(*message)
    texts = {block.key: block.msgid + _MARK for block in document.blocks}
    result = guarded(document, texts, fmt, "pt_BR", lambda text: fmt.parse(text, _SETTINGS))
    wrong = {item.block.key for item in result.rejected}
    return result.text + _MARK * sum(block.key in wrong for block in document.blocks)


def _spliced(document: Document, fmt: Format) -> str:
    texts = {block.key: block.msgid + _MARK for block in document.blocks}
    return compile_article(document, texts, fmt, "pt_BR").text


def _peak() -> float:
    """Megabytes. Linux counts in `ru_maxrss` what the parent had when it started this process."""
    if _STATUS.is_file():
        found = re.search(r"VmHWM:\s*(\d+) kB", _STATUS.read_text(encoding="utf-8"))
        return int(found[1]) * 1024 / 1e6 if found else 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    main(sys.argv[1:])
