"""Format strings of programming languages, as the flags of PO entries name them: their directives.

A translation has to take the same arguments as its source: programs crash, or print rubbish, otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter

from l10n.text.differences import difference

_PRINTF = re.compile(
    r"%(?:(?P<number>\d+)\$|\((?P<name>[^()]*+)\)|<(?P<angle>\w++)>)?[-+ #0'_I]*+(?P<width>\*|\d++)?"
    r"(?:\.(?P<precision>\*|\d*+))?(?P<size>hh|h|ll|l|L|q|j|z|t)?(?P<type>[A-Za-z@%])"
)
_INTEGERS, _UNSIGNED, _FLOATS = "di", "bBouxX", "aAeEfFgG"
_CONVERSIONS = {
    "awk": "diouxXeEfFgGcs",
    "c": "diouxXeEfFgGaAcsSCpnm",
    "javascript": "bcdfiJosuxX",
    "lua": "AacdEefGgiopqsuXx",
    "objc": "diouxXeEfFgGaAcsSCpnm@",
    "perl": "bBcdDeEfFgGinopsuUvxX",
    "php": "bcdeEfFgGosuxX",
    "python": "diouxXeEfFgGcrsa",
    "tcl": "csdiuoxXeEfgG",
}
_UNSIGNED_DIFFERS = ("c", "objc", "perl")
_NAMES = {
    "boost": re.compile(r"%(\d+)%|%\|(\d+)[^|]*\||%[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]"),
    "csharp": re.compile(r"\{(\d+)[^{}]*+\}"),
    "gcc-internal": re.compile(r"%(?!%)[-+# 0ql.*\d]*\w"),
    "gfc-internal": re.compile(r"%(?!%)[-+# 0ql.*\d]*\w"),
    "java": re.compile(r"\{(\d+)[^{}]*+\}"),
    "kde": re.compile(r"%(\d+)"),
    "kde-kuit": re.compile(r"%(\d+)"),
    "lisp": re.compile(r"~[^a-zA-Z~%&|]*[a-zA-Z]"),
    "object-pascal": re.compile(r"%(?!%)(?:\d+:)?-?[\d.*]*[a-zA-Z]"),
    "perl-brace": re.compile(r"\{(\w+)\}"),
    "qt": re.compile(r"%L?(\d{1,2})"),
    "qt-plural": re.compile(r"%L?n"),
    "ruby": re.compile(r"%<\w+>[-+ #0\d.*]*\w|%\{\w+\}|%(?![%<{])[-+ #0\d.*]*[a-zA-Z]"),
    "scheme": re.compile(r"~[^a-zA-Z~%&|]*[a-zA-Z]"),
    "sh": re.compile(r"\$(?:\{(\w+)\}|(\w+))"),
    "smalltalk": re.compile(r"%(\d+)"),
}
"""Languages whose directives are compared as they stand, or by the group that is their name."""
LANGUAGES = frozenset({*_CONVERSIONS, *_NAMES, "python-brace"})
"""As flags name them."""
Directives = Mapping[str, tuple[str, str]]
"""By argument: what type it has, and the directive."""


class _InvalidError(ValueError):
    """The text is no format string; it says why."""


def language(flag: str) -> str:
    """`c` of `c-format`; empty for other flags and for `no-c-format`."""
    name = flag.removesuffix("-format").removeprefix("possible-")
    return name if name in LANGUAGES and flag.endswith("-format") else ""


def wrong(name: str, source: str, target: str, *, strict: bool = True) -> str:
    """What the target takes for other arguments than the source, in words; empty where there is nothing.

    `strict`: must it take all of them? It has none to compare with where the source is no format string.
    """
    try:
        wanted = _directives(name, source)
    except _InvalidError:
        return ""
    try:
        found = _directives(name, target)
    except _InvalidError as error:
        return f"no format string: {error}"
    lost = [
        key
        for key in wanted
        if (key in found and found[key][0] != wanted[key][0]) or (strict and key not in found)
    ]
    new = [key for key in found if key not in wanted or found[key][0] != wanted[key][0]]
    if not lost and not new:
        return ""
    what = difference((wanted[key][1] for key in lost), (found[key][1] for key in new))
    return what or "its arguments are in another order"


def _directives(name: str, text: str) -> Directives:
    if name == "python-brace":
        return _braces(text)
    if name not in _NAMES:
        return _printf(name, text)
    found = _NAMES[name].finditer(text)
    return {next(filter(None, match.groups()), match[0]): ("", match[0]) for match in found}


def _braces(text: str) -> Directives:
    try:
        names = [field for _, field, _, _ in Formatter().parse(text) if field is not None]
    except ValueError as error:
        raise _InvalidError(str(error)) from None
    number = iter(range(len(names)))
    keys = [name or str(next(number)) for name in names]
    return {key: ("", f"{{{name}}}") for key, name in zip(keys, names, strict=True)}


def _printf(name: str, text: str) -> Directives:
    found: dict[str, tuple[str, str]] = {}
    ways, unnamed, at = set[str](), 0, 0
    while (at := text.find("%", at)) >= 0:
        match = _PRINTF.match(text, at)
        if match is None or match["type"] not in f"{_CONVERSIONS[name]}%":
            raise _InvalidError(f"“{text[at : at + 10]}” begins no directive")
        at = match.end()
        if match["type"] in "%m":
            continue
        for _ in range((match["width"] == "*") + (match["precision"] == "*")):
            unnamed += 1
            found[str(unnamed)] = ("integer", match[0])
        key = match["number"] or match["name"] or match["angle"]
        ways.add("numbers" if match["number"] else "names" if key else "order")
        if not key:
            unnamed += 1
            key = str(unnamed)
        found[key] = (_type(name, match), match[0])
    if len(ways) > 1:
        raise _InvalidError(f"it takes arguments by {' and by '.join(sorted(ways))}")
    return found


def _type(name: str, match: re.Match[str]) -> str:
    letter = match["type"]
    size = (match["size"] or "") if name in _UNSIGNED_DIFFERS else ""
    if letter in _UNSIGNED and name in _UNSIGNED_DIFFERS:
        return f"unsigned {size}"
    if letter in _INTEGERS or letter in _UNSIGNED:
        return f"integer {size}"
    if letter in _FLOATS:
        return "float L" if size == "L" else "float"
    return "any" if letter in "rsa" else letter + size
