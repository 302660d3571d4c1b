"""Locales for people and folders, languages for engines."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from l10n.errors import ProjectError

_CODE = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8}){0,3}")
LOOKS_LIKE_CODE = re.compile(r"[A-Za-z]{2,3}(?:[_-]\w+)*")
"""What an article calls its language by, whether CLDR knows it or not."""

_SCRIPTS = {"latin": ("Latn",), "cyrillic": ("Cyrl",), "devanagari": ("Deva",)}

# Codes of Argos Translate's packages that are not the language of the locale.
_ENGINE_CODES = {
    "pt_BR": "pb",
    "zh_Hant": "zt",
    "zh_TW": "zt",
    "zh_HK": "zt",
    "nb": "nb",
    "nn": "nb",
    "no": "nb",
}


@cache
def parse_locale(code: str) -> str:
    """The code in CLDR's spelling (`pt-br` → `pt_BR`); ProjectError if CLDR does not know it."""
    spelled = "_".join(_spelled(number, part) for number, part in enumerate(re.split("[_-]", code)))
    if not _CODE.fullmatch(code) or not (_has_data(spelled) or _known_to_babel(spelled)):
        hint = "write a language and, if it matters, a territory: pt_BR, es, zh_Hant"
        raise ProjectError(f"unknown locale {code!r}", hint=hint)
    return spelled


def _spelled(number: int, part: str) -> str:
    """Language lower case, Script title case, TERRITORY upper case (BCP 47, section 2.1.1)."""
    if number == 0:
        return part.lower()
    return part.title() if len(part) == 4 else part.upper()


def _has_data(code: str) -> bool:
    """Does Babel ship a file for it? Asked first: importing Babel takes longer than most commands."""
    spec = find_spec("babel")
    return bool(spec and spec.origin and (Path(spec.origin).parent / "locale-data" / f"{code}.dat").is_file())


def _known_to_babel(code: str) -> bool:
    """Other names of locales, such as zh_CN for zh_Hans_CN."""
    from babel.core import Locale, UnknownLocaleError

    try:
        return bool(Locale.parse(code))
    except (UnknownLocaleError, ValueError):
        return False


@cache
def language(locale: str) -> str:
    """The language of a locale: `pt` of `pt_BR`."""
    return re.split("[_-]", locale)[0]


def engine_codes(locale: str) -> tuple[str, ...]:
    """Codes under which an engine may know a locale, best first: `pt_BR` → `pb`, `pt`."""
    own = [code for prefix, code in _ENGINE_CODES.items() if locale.startswith(prefix)]
    return tuple(dict.fromkeys([*own, language(locale)]))


def bcp47(locale: str, like: str = "") -> str:
    """The code for `lang` attributes, `pt-BR`; with an underscore where `like` has one."""
    return locale if "_" in like else locale.replace("_", "-")


def localized(role: str, locale: str, old: str = "") -> str:
    """What stands in a LocaleSlot of that role, `old` so far, where the article is in `locale`."""
    if role == "og:locale":
        return locale
    if role == "lang":
        return bcp47(locale, old)
    if role == "dir":
        return "rtl" if is_rtl(locale) else "ltr"
    lang = f' lang="{bcp47(locale)}"' if "lang" in role.split() else ""
    return lang + (' dir="rtl"' if "dir" in role.split() and is_rtl(locale) else "")


def roles_after(role: str, locale: str) -> list[str]:
    """Roles of the slots that are found where one of `role` was written for the locale."""
    kind, *missing = role.split()
    if kind != "new":
        return [role]
    text = localized(role, locale)
    written = [name for name in missing if f" {name}=" in text]
    left = [name for name in missing if name not in written]
    return [" ".join(["new", *left]), *written] if left else written


@cache
def is_rtl(locale: str) -> bool:
    """Is it written from right to left?"""
    from babel.core import Locale

    return Locale.parse(locale).text_direction == "rtl"


@cache
def script(locale: str) -> str:
    """What it is written in, as ISO 15924 codes it: `Latn`, `Cyrl`, `Arab`; empty where CLDR does not say."""
    from babel.core import get_global

    likely = get_global("likely_subtags")
    found = re.search(
        r"_([A-Z][a-z]{3})(?![a-z])", f"{locale}_{likely.get(locale) or likely.get(language(locale), '')}"
    )
    return found[1] if found else ""


@cache
def plural_forms(locale: str) -> str:
    """The value of a PO header's Plural-Forms, from CLDR by Babel."""
    from babel.messages.plurals import get_plural

    return str(get_plural(locale).plural_forms)


@cache
def plural_counts(locale: str, numbers: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """How many plural forms it has, and how many of these the numbers choose.

    As catalogs count them; and as CLDR does, which tells more apart, some of them in fractions only.
    """
    from babel.core import Locale
    from babel.messages.plurals import get_plural

    usual, rule = get_plural(locale).num_plurals, Locale.parse(locale).plural_form
    return (usual, usual), (len(rule.tags | {"other"}), len(set(map(rule, numbers))))


@cache
def is_same(code: str, locale: str) -> bool:
    """Is it the same locale, however it is written: `pt-br` and `pt_BR`, `zh_CN` and `zh_Hans`?

    `pt` is another one than `pt_BR`: its plural forms are others.
    """
    return _whole(code) == _whole(locale) and (language(code) == code) == (language(locale) == locale)


def _whole(code: str) -> tuple[str | None, ...]:
    """Language, territory and script, the likely ones where the code has none."""
    from babel.core import get_global, parse_locale

    plain, _, variant = code.replace("-", "_").partition("@")  # as gettext writes a script: sr@latin
    name, *more = plain.split("_")
    try:
        found = parse_locale("_".join([name, *_SCRIPTS.get(variant, ()), *more]))[:3]
    except ValueError:
        return (code,)
    likely = get_global("likely_subtags")
    shorter = [f"{name}_{found[1]}", f"{name}_{found[2]}", name]
    full = next((likely[short] for short in shorter if short in likely), name)
    return tuple(part or known for part, known in zip(found, parse_locale(full), strict=False))


@cache
def english_name(locale: str) -> str:
    """`Portuguese (Brazil)`."""
    from babel.core import Locale

    return Locale.parse(locale).english_name or locale
