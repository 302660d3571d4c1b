"""CSV for people without tools: out as Excel reads it, back in whatever Excel writes."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from l10n.errors import ExchangeError
from l10n.model.unit import Bundle, Unit
from l10n.ports import Exchange
from l10n.text import sheet

_DELIMITERS = ",;\t"
_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_LINE_END = re.compile("\r\n?")
"""What some programs make of the line ends in cells; those of a text are escaped."""
_SEP = "sep="
"""Excel's way to name the delimiter, in a line before the first."""


@dataclass(frozen=True, slots=True)
class Csv:
    suffix: str = ".csv"
    reviewed_only: bool = False

    def recognizes(self, head: bytes) -> bool:
        bom, encoding = _encoding(head)
        text = head[len(bom) :].decode(encoding, errors="replace")
        return _delimiter(text) is not None

    def refuses(self, unit: Unit) -> str:
        return sheet.refuses(unit)

    def write(self, bundle: Bundle) -> bytes:
        file = io.StringIO(newline="")
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(sheet.COLUMNS)
        writer.writerows(map(sheet.escaped, sheet.row(unit)) for unit in bundle.units)
        return codecs.BOM_UTF8 + file.getvalue().encode()

    def read(self, data: bytes, name: str) -> list[Unit]:
        return list(sheet.units(_rows(_decoded(data, name), name), name))


def _encoding(data: bytes) -> tuple[bytes, str]:
    """The byte order mark and what it stands for; UTF-8 where there is none."""
    return next(((bom, encoding) for bom, encoding in _BOMS.items() if data.startswith(bom)), (b"", "utf-8"))


def _decoded(data: bytes, name: str) -> str:
    bom, encoding = _encoding(data)
    try:
        return data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what, hint = f"not {encoding.upper()}", "save it as “CSV UTF-8” or as “Unicode Text”"
        raise ExchangeError(what, where=f"{name}:{line}", hint=hint) from None


def _delimiter(text: str) -> str | None:
    """What stands between the cells of the first row; None if that has not the names of our columns."""
    lines = text.splitlines()
    head = lines[int(text.startswith(_SEP))] if len(lines) > text.startswith(_SEP) else ""
    return next((mark for mark in _DELIMITERS if sheet.is_head(_cells(head, mark))), None)


def _cells(line: str, delimiter: str) -> list[str]:
    """The cells of a line; none where one is longer than the reader takes."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines that they begin in."""
    delimiter = _delimiter(text) or ","
    skipped = text.startswith(_SEP)
    reader = csv.reader(
        io.StringIO(text.partition("\n")[2] if skipped else text, newline=""),
        delimiter=delimiter,
        strict=True,
    )
    begin = 1
    try:
        for cells in reader:
            yield begin + skipped, [sheet.unescaped(_LINE_END.sub("\n", cell)) for cell in cells]
            begin = reader.line_num + 1
    except csv.Error as error:
        hint = "look at the quotation marks from there on"
        raise ExchangeError(f"not valid CSV: {error}", where=f"{name}:{begin + skipped}", hint=hint) from None


EXCHANGE: Final[Exchange] = Csv()
