"""Units as the rows of a spreadsheet that people write into, sort and cut as they like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from l10n.errors import ExchangeError
from l10n.model.entry import State
from l10n.model.unit import Unit

COLUMNS = (
    "Source", "Translation", "Status", "Notes", "Kind", "Previous source", "Context", "Where", "Article",
    "Locale", "ID", "Exported",
)  # fmt: skip
"""The names in the first row. People may move columns and add others; the last two are not for them."""
STATES: Mapping[str, State] = MappingProxyType({state.value: state for state in State})
_NEEDED = ("Translation", "Article", "Locale")
_LIMIT = 32_767
"""Characters of UTF-16 that a cell holds; spreadsheets cut the rest off without a word."""
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet would run, behind as many apostrophes as there are."""
_DEFUSED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_SPECIAL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What a cell cannot hold as it is, and what looks as if it stood for that."""
_ESCAPE = re.compile(r"_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")
"""A character, as XLSX writes it; half of one is none."""


def refuses(unit: Unit) -> str:
    """Why a spreadsheet cannot hold the unit; empty if it can."""
    longest = max(len(cell.encode("utf-16-le")) // 2 for cell in row(unit))
    return f"has {longest:,} characters, and a cell holds {_LIMIT:,}" if longest > _LIMIT else ""


def row(unit: Unit) -> list[str]:
    """The cells of a unit, in the order of `COLUMNS`; none of them is a formula."""
    cells = (
        unit.msgid,
        unit.msgstr,
        unit.state.value if unit.state else "",
        "\n".join(unit.notes),
        "\n".join(unit.extracted),
        unit.previous,
        unit.context or "",
        "\n".join(unit.references),
        unit.article,
        unit.locale,
        unit.id,
        unit.exported,
    )
    return [f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells]


def escaped(cell: str) -> str:
    """The cell with escapes for the characters that spreadsheets cannot hold, or change."""
    return _SPECIAL.sub(lambda found: f"_x{ord(found[0]):04X}_", cell)


def unescaped(cell: str) -> str:
    """The cell as it was."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cell)


def is_column(cell: str) -> bool:
    """Is that the name of one of our columns?"""
    return _name(cell) in map(_name, COLUMNS)


def is_head(cells: Sequence[str]) -> bool:
    """Are these the names of columns?"""
    return set(map(_name, _NEEDED)) <= set(map(_name, cells))


def units(rows: Iterable[tuple[int, Sequence[str]]], name: str) -> Iterator[Unit]:
    """The units of numbered rows, of which the first has the names of the columns; empty rows are none.

    ExchangeError with `name` and the row for columns that are missing and for a word that is no status.
    """
    numbered = iter(rows)
    line, head = next(numbered, (1, ()))
    if not is_head(head):
        hint = f"its first row must have at least {', '.join(_NEEDED)}, and Source or ID"
        raise ExchangeError("lacks columns", where=f"{name}:{line}", hint=hint)
    places = {_name(cell): number for number, cell in reversed(list(enumerate(head)))}
    for line, cells in numbered:
        if any(map(str.strip, cells)):
            yield _unit(line, _Row(places, cells), name)


class _Row:
    def __init__(self, places: Mapping[str, int], cells: Sequence[str]) -> None:
        self.places, self.cells = places, cells

    def __getitem__(self, column: str) -> str:
        """The cell as it was; empty where there is none."""
        at = self.places.get(_name(column), len(self.cells))
        cell = self.cells[at] if at < len(self.cells) else ""
        return cell[1:] if _DEFUSED.match(cell) else cell


def _unit(line: int, cells: _Row, name: str) -> Unit:
    notes, msgstr = cells["Notes"], cells["Translation"]
    return Unit(
        article=cells["Article"].strip(),
        locale=cells["Locale"].strip(),
        id=cells["ID"].strip(),
        msgid=cells["Source"],
        msgstr=msgstr,
        context=cells["Context"] or None,
        state=_state(cells["Status"], f"{name}:{line}") if msgstr.strip() else State.UNTRANSLATED,
        notes=tuple(notes.split("\n")) if notes else (),
        previous=cells["Previous source"],
        exported=cells["Exported"].strip(),
        line=line,
    )


def _state(word: str, where: str) -> State | None:
    """None for an empty cell; a text cannot be untranslated, so that is a draft."""
    if not (known := " ".join(word.split()).lower()):
        return None
    if known not in STATES:
        raise ExchangeError(f"{word!r} is no status", where=where, hint=f"write {', '.join(STATES)}")
    return State.DRAFT if STATES[known] is State.UNTRANSLATED else STATES[known]


def _name(cell: str) -> str:
    return " ".join(cell.split()).lower()
