"""Links, images, tags and footnotes of the source stand in the translation, each as often.

A link that is lost or leads elsewhere misleads readers, and a tag without its partner can spoil a page. A
build leaves such a translation out. Emphasis is a matter of style: a translation may have less or more of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.model.finding import Severity
from l10n.model.inline import Inline
from l10n.ports import Check, Example, each
from l10n.text.differences import difference

_ELEMENT = re.compile(r"<([A-Za-z][\w-]*+)[^>]*+>.*</\1>", re.DOTALL)


def _marks(inline: Inline) -> list[str]:
    """Those of templates are left to `placeholders`, which looks into elements of code, too."""
    spans = [
        span.identity or f"{span.open}{span.close}"
        for span in inline.spans
        if not span.emphasis and not span.open.startswith("{")
    ]
    found = (_ELEMENT.fullmatch(atom.raw) for atom in inline.atoms)
    return spans + [f"<{match[1]}></{match[1]}>" for match in found if match]


def _look(message: Message) -> Iterator[Fault]:
    source, target = message.source.inline, message.target.inline
    if (source.spans or target.spans or source.atoms or target.atoms) and (
        what := difference(_marks(source), _marks(target))
    ):
        yield Fault(message, what)


CHECK: Final = Check(
    code="markup",
    severity=Severity.ERROR,
    summary="Links, images and tags are those of the source.",
    examples=(
        Example("Read the [guide](/guide).", "Leia o guia.", "missing (/guide)"),
        Example("The <b>sea</b> rose.", "O <i>mar</i> subiu.", "missing <b></b>; extra <i></i>"),
        Example("Read the [guide](/guide).", "Leia o [guia](/guide)."),
        Example("It is *very* late.", "É tardíssimo."),
    ),
    run=each(_look),
)
