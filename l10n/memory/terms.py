"""The term base of a project: a CSV file as spreadsheets write it → terms of a locale."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from l10n.checking.rules import Term
from l10n.errors import ProjectError, not_utf8
from l10n.text.locales import language, parse_locale

_NOTES = frozenset(("note", "notes"))
_SEPARATOR = "|"
"""Between the translations in a cell, the best first."""


def terms(path: Path, where: str, source: str, locale: str) -> tuple[Term, ...]:
    """The terms that have a translation into the locale, in the order of the file.

    A column a locale, the source's first; `pt` serves `pt_BR` where that has none of its own. ProjectError
    with `where`, the file's name for people, and the line if it cannot be read.
    """
    rows = list(_rows(_text(path, where), where))
    if not rows:
        raise ProjectError("is empty", where=where, hint="begin with a line such as en,pt_BR")
    (_, head), *rows = rows
    columns = [_column(cell, where) for cell in head]
    if not columns[0] or language(columns[0]) != language(source):
        hint = f"write {source} at the top of the first column"
        raise ProjectError(f"the first column is {head[0]!r}", where=f"{where}:1", hint=hint)
    if twice := next((code for code in columns if code and columns.count(code) > 1), ""):
        raise ProjectError(f"two columns for {twice}", where=f"{where}:1", hint="join them")
    wanted = next((code for code in (locale, language(locale)) if code in columns[1:]), "")
    found: dict[str, list[str]] = {}
    for line, cells in rows:
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            what, hint = "more cells than columns", "put quotes around a cell that has the separator in it"
            raise ProjectError(what, where=f"{where}:{line}", hint=hint)
        if any(cells[1:]) and not cells[0]:
            raise ProjectError("no term in the first column", where=f"{where}:{line}", hint="write one")
        cell = dict(zip(columns[1:], cells[1:], strict=False)).get(wanted, "")
        targets = [target.strip() for target in cell.split(_SEPARATOR) if target.strip()]
        if targets:
            found.setdefault(cells[0], []).extend(targets)
    return tuple(Term(source=term, targets=tuple(dict.fromkeys(targets))) for term, targets in found.items())


def _text(path: Path, where: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what, line = not_utf8(error)
        raise ProjectError(what, where=f"{where}:{line}", hint="save it as CSV UTF-8") from None
    except OSError as error:
        hint = "make it, or take check.terms out of l10n.toml"
        raise ProjectError(f"cannot be read: {error.strerror}", where=where, hint=hint) from None


def _rows(text: str, where: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that are not empty, each with its number; the first of them tells what separates cells."""
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        hint = "put quotes around a cell, and two for one in it"
        raise ProjectError(f"not valid CSV: {error}", where=f"{where}:{reader.line_num}", hint=hint) from None


def _column(cell: str, where: str) -> str:
    """The locale of a column; empty for one of notes."""
    if not cell or cell.lower() in _NOTES:
        return ""
    try:
        return parse_locale(cell)
    except ProjectError as error:
        hint = "columns are locales, and one may be `note`"
        raise ProjectError(error.what, where=f"{where}:1", hint=hint) from None
