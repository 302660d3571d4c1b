"""No markup that shows as text, where the source's text has none.

Emphasis with a space inside of it or without its end, a link cut in two, an entity or a backslash that
reached the reader: each is printed as it is. It happens where an editor puts spaces around marks, where marks
touch letters of Chinese and Japanese, or where a text is escaped twice. Asterisks in front of a German ending
(Leser*innen) are no markup.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.checking.side import ATOM
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each

_SIGN = re.compile(r"[*＊_~`\\\[\]［］&<#>|]")
_ENTITY = (
    "nbsp|amp|lt|gt|quot|apos|shy|ndash|mdash|hellip|laquo|raquo|copy|[lr][sd]quo|#\\d+|#[xX][0-9A-Fa-f]+"
)
_TAG = "a|abbr|b|br|cite|code|del|div|em|h[1-6]|hr|i|img|ins|kbd|li|mark|p|q|s|small|span|strong|sub|sup|u|ul"
_WIDE = "[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
"""A letter of scripts whose words have no spaces around them, or endings behind names."""
_SHOWN = re.compile(
    r"[*＊]+|~~|`+|\\+|\|"
    rf"|(?<!\w)_{{1,3}}(?!_)|(?<!_)_{{1,3}}(?!\w)|(?<={_WIDE})_{{1,3}}(?!_)|(?<!_)_{{1,3}}(?={_WIDE})"
    rf"|[\]］]\(|\]\[|[\]］][ \t]?[(（](?=[ \t]?(?:{ATOM}|[/#]|\.\.?/|www\.|\w+:))|\[[ \t]*\^"
    rf"|&[A-Za-z][A-Za-z0-9]++;|&[ \t]?(?:{_ENTITY})(?:[ \t]?;|(?!\w))"
    rf"|<[ \t]*/?[ \t]*(?:{_TAG})(?:[ \t][^<>]*)?/?>|</|<(?:em|strong|br|span|code|img|div|kbd|sup|sub)\b"
    r"|\A#{1,6}(?=\s)|\A##|\A>(?=\s)"
)
_GENDER = re.compile(r"(?<=\w)[*_](?=(?:in|innen|r|e|n)\b)")
_SHOWS = 12
"""Characters behind the markup that tell where it is."""


def _look(message: Message) -> Iterator[Fault]:
    if not _SIGN.search(message.target.raw):
        return
    prose = message.target.prose
    found = [match.span() for match in _SHOWN.finditer(prose)]
    if not found:
        yield from _brackets(message)
        return
    left = Counter(_SHOWN.findall(message.source.prose))
    text = {match.start() for match in _GENDER.finditer(prose)} if message.target.language == "de" else ()
    for start, end in found:
        what = prose[start:end]
        left[what] -= 1
        if left[what] < 0 and start not in text:
            yield Fault(message, f"{what} shows as text", target=prose[start : end + _SHOWS])


def _brackets(message: Message) -> Iterator[Fault]:
    """What is left of a link; others are left to the check `brackets`."""
    source, target = message.source, message.target
    if len(target.inline.spans) < len(source.inline.spans):
        for sign in "[]":
            if target.prose.count(sign) > source.prose.count(sign):
                yield Fault(message, f"{sign} shows as text", target=sign)
                return


CHECK: Final = Check(
    code="leftovers",
    severity=Severity.ERROR,
    summary="No markup that shows as text.",
    examples=(
        Example("It is **very** late.", "É ** muito** tarde.", "** shows as text"),
        Example("It is *very* late.", "É *muito tarde.", "* shows as text"),
        Example("Read the [guide](/g).", "Leia o [guia] (/g).", "] ( shows as text"),
        Example("5 km", "5&amp;nbsp;km", "&nbsp; shows as text"),
        Example("A _new_ tide", "新_しい_潮", "_ shows as text", locale="ja"),
        Example("Readers", "Leser*innen", locale="de"),
        Example("3 \\* 4 in `a_b`", "3 \\* 4 em `a_b`"),
    ),
    run=each(_look),
)
