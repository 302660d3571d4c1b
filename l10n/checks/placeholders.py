"""Code, placeholders and tags of templates stand in the translation, each as often and as they were.

Programs look for placeholders by their names, and readers type what stands in code: a translated one is
printed as it is, breaks the page, or does not run. A build leaves such a translation out. Their order is
free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from l10n.checking.comparison import unlike
from l10n.checking.message import Fault, Message
from l10n.checking.side import ATOM, Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text.atoms import address

# Rarer kinds than those that are atoms: `%1$s`, `%.2f`, `%@`, `$name`, `%NAME%`, `{}`, `{name!r}`, the
# names of ICU messages, `{count, plural, …}`, in which the rest is text, and what plain text has as code.
_RARE = re.compile(
    r"%\d+\$[-+#0']?[\d.]*[A-Za-z@]|%[A-Z_]{2,}%"
    r"|%[-+#0']?\d*(?:\.\d+)?(?:[lhzjt]{1,2}[diufx]|[iufxX@](?![a-z\d_]))"
    r"|(?<![\w$])\$[A-Za-z_]\w++|\{[^{}\s]*+\}"
    r"|\{\w++,\s?(?:plural|select|selectordinal|number|date|time)\b"
    rf"|`(?![ `])[^`'\n{ATOM}]++(?<! )`"
)
_TAG = re.compile(r"<%[^<>%]*+%>")
"""Of ERB and the like; atoms are only its ends."""
_SIGN = re.compile(r"[%{$`]")


def _look(message: Message) -> Iterator[Fault]:
    yield from unlike(message, _placeholders(message.source), _placeholders(message.target))


def _placeholders(side: Side) -> list[str]:
    found = [atom.raw for atom in side.inline.atoms if not address(atom.raw)]
    if not _SIGN.search(side.raw):
        return found
    found += [span.open for span in side.inline.spans if span.open.startswith("{")]
    return found + _RARE.findall(side.prose) + _TAG.findall(side.raw)


CHECK: Final = Check(
    code="placeholders",
    severity=Severity.ERROR,
    summary="Code, placeholders and tags of templates are those of the source.",
    examples=(
        Example("Hello, {name}!", "Olá, {nome}!", "missing {name}; extra {nome}"),
        Example("Run `l10n build`.", "Execute `l10n compila`.", "missing `l10n build`; extra `l10n compila`"),
        Example("%1$s is late", "%1 $s är försenad", "missing %1$s", locale="sv"),
        Example(
            "Dear {{ user }},",
            "亲爱的 {{ 用户 }}：",
            "missing {{ user }}; extra {{ 用户 }}",
            locale="zh_Hans",
        ),
        Example("{count} of {total}", "{total} 件中 {count} 件", locale="ja"),
        Example("Run `l10n build`: 100% done.", "Execute `l10n build`: 100% pronto."),
    ),
    run=each(_look),
)
