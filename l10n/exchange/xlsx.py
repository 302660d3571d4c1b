"""XLSX for people without tools: a sheet with a message a row, ready for Excel and LibreOffice."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from l10n.errors import ExchangeError
from l10n.model.unit import Bundle, Unit
from l10n.ports import Exchange
from l10n.text import sheet

if TYPE_CHECKING:
    from openpyxl import Workbook

_MAX_BYTES = 256 * 2**20
"""Of all its parts, unpacked."""
_ROWS, _COLUMNS = 2**20, 256
"""Excel has no more rows; columns of people beyond these are not looked at. A cell far off costs nothing."""
_WIDTHS = {"Source": 60, "Translation": 60, "Notes": 30, "Previous source": 30, "Article": 24}
_HIDDEN = ("ID", "Exported")
_HEAD, _BODY = "Names of columns", "Text"
"""Styles of cells."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_HINT = "save it as XLSX once more"


@dataclass(frozen=True, slots=True)
class Xlsx:
    suffix: str = ".xlsx"
    reviewed_only: bool = False

    def recognizes(self, head: bytes) -> bool:
        return head.startswith(b"PK\x03\x04")

    def refuses(self, unit: Unit) -> str:
        return sheet.refuses(unit)

    def write(self, bundle: Bundle) -> bytes:
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        page = book.create_sheet("Translations")
        _laid_out(book, page, len(bundle.units) + 1)
        page.append(_cells(page, sheet.COLUMNS, _HEAD))
        for unit in bundle.units:
            page.append(_cells(page, sheet.row(unit), _BODY))
        file = io.BytesIO()
        book.save(file)
        return _timeless(file.getvalue())

    def read(self, data: bytes, name: str) -> list[Unit]:
        _refuse_hostile(data, name)
        try:
            with warnings.catch_warnings(
                action="ignore"
            ):  # of what openpyxl leaves out; none of it is a text
                return list(sheet.units(_rows(data, name), name))
        except ExchangeError:
            raise
        except Exception:  # a broken book can raise anything
            raise ExchangeError("is no whole XLSX file", where=name, hint=_HINT) from None


def _laid_out(book: Workbook, page: Any, rows: int) -> None:  # the types of openpyxl lack most of a page
    from openpyxl.styles import Alignment, Font, NamedStyle
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    wrapped = Alignment(wrap_text=True, vertical="top")
    for style in (_HEAD, _BODY):
        font = Font(bold=style == _HEAD)
        book.add_named_style(NamedStyle(style, font=font, alignment=wrapped, number_format="@"))
    page.freeze_panes = "A2"
    for number, column in enumerate(sheet.COLUMNS, 1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = _WIDTHS.get(column, 14)
        page.column_dimensions[letter].hidden = column in _HIDDEN
        if column == "Status":
            choices = DataValidation(type="list", formula1=f'"{",".join(sheet.STATES)}"', allow_blank=True)
            choices.add(f"{letter}2:{letter}{rows}")
            page.data_validations.append(choices)


def _cells(page: Any, texts: Sequence[str], style: str) -> list[Any]:
    """Cells of text, whatever it looks like: nothing becomes a formula, a number or a date."""
    from openpyxl.cell import WriteOnlyCell

    found = []
    for text in texts:
        cell = WriteOnlyCell(page, value=sheet.escaped(text))
        cell.data_type, cell.style = "s", style
        found.append(cell)
    return found


def _timeless(data: bytes) -> bytes:
    """The same file without the time at which it was made: equal texts are equal files."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as known, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for info in known.infolist():
            part = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", known.read(info))
            made.writestr(zipfile.ZipInfo(info.filename, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _refuse_hostile(data: bytes, name: str) -> None:
    """ExchangeError for what unpacks to more than memory should hold, and for XML that defines entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            if sum(info.file_size for info in book.infolist()) > _MAX_BYTES:
                raise ExchangeError(f"larger than {_MAX_BYTES >> 20} MB", where=name, hint="split it")
            for info in book.infolist():
                part = book.read(info).replace(b"\0", b"")
                if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
                    raise ExchangeError("has a DOCTYPE in it", where=name, hint=_HINT)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise ExchangeError("is no whole XLSX file", where=name, hint=_HINT) from None


def _rows(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Our columns of the sheet that has them, row by row with their numbers; nothing if no sheet has them."""
    from openpyxl import load_workbook

    for page in load_workbook(io.BytesIO(data), read_only=True).worksheets:
        page.reset_dimensions()
        rows = page.iter_rows(max_row=_ROWS, max_col=_COLUMNS, values_only=True)
        head = [str(cell) for cell in next(rows, ())]
        if sheet.is_head(head):
            ours = [place for place, cell in enumerate(head) if sheet.is_column(cell)]
            yield 1, [head[place] for place in ours]
            for number, cells in enumerate(rows, 2):
                yield number, [_text(cells[place], f"{name}:{number}") for place in ours]
            return


def _text(value: object, where: str) -> str:
    """What stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, (date, time, timedelta)):
        what, hint = "a cell was made a date", "format it as text, and write the text again"
        raise ExchangeError(what, where=where, hint=hint)
    return sheet.unescaped(str(value).upper() if isinstance(value, bool) else str(value))


EXCHANGE: Final[Exchange] = Xlsx()
