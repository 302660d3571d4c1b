"""markup: links, code, tags and placeholders of the source stand in the translation, each as often.

A lost link target, code span or placeholder breaks what the reader does with the article.

Bad:  `Run `npm install`.` → `Execute a instalação do npm.`
Good: `Run `npm install`.` → `Execute `npm install`.`
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from l10n.model.inline import Inline
from l10n.ports import Check
from l10n.text.differences import difference


@dataclass(frozen=True, slots=True)
class Markup:
    code: str = "markup"

    def run(self, source: Inline, target: Inline) -> str:
        return difference(source.markup(), target.markup())


CHECK: Final[Check] = Markup()
