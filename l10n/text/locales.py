"""Locales for people and folders, languages for engines."""

from __future__ import annotations

import re
from functools import cache

from l10n.errors import ProjectError

_CODE = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8}){0,3}")

# Codes of Argos Translate's packages that are not the language of the locale.
_ENGINE_CODES = {"pt_BR": "pb", "zh_Hant": "zt", "zh_TW": "zt", "zh_HK": "zt", "nb": "nb", "nn": "nb", "no": "nb"}


@cache
def parse_locale(code: str) -> str:
    """The code as Babel writes it (`pt-br` → `pt_BR`); ProjectError if CLDR does not know it."""
    from babel.core import Locale, UnknownLocaleError

    hint = "write a language and, if it matters, a territory: pt_BR, es, zh_Hant"
    if not _CODE.fullmatch(code):
        raise ProjectError(f"unknown locale {code!r}", hint=hint)
    try:
        return str(Locale.parse(code.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        raise ProjectError(f"unknown locale {code!r}", hint=hint) from None


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


@cache
def plural_forms(locale: str) -> str:
    """The value of a PO header's Plural-Forms, from CLDR by Babel."""
    from babel.messages.plurals import get_plural

    return str(get_plural(locale).plural_forms)


@cache
def english_name(locale: str) -> str:
    """`Portuguese (Brazil)`."""
    from babel.core import Locale

    return Locale.parse(locale).english_name or locale
