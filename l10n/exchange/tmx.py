"""TMX 1.4: the reviewed texts of a project, for the memories of translators' tools; it goes out only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from l10n import __version__
from l10n.errors import ExchangeError
from l10n.model.unit import Bundle, Code, Coded, Part, Unit
from l10n.ports import Exchange
from l10n.text import xml_read, xml_written
from l10n.text.locales import bcp47
from l10n.text.xml_written import attributes, element, text

_TAGS = {Part.OPEN: "bpt", Part.CLOSE: "ept", Part.POINT: "ph"}


@dataclass(frozen=True, slots=True)
class Tmx:
    suffix: str = ".tmx"
    reviewed_only: bool = True

    def recognizes(self, head: bytes) -> bool:
        return xml_read.begins_with(head, "tmx", r"1\.")

    def refuses(self, unit: Unit) -> str:
        return xml_written.control(unit.msgid, unit.msgstr, unit.context)

    def write(self, bundle: Bundle) -> bytes:
        about = attributes(
            creationtool="l10n",
            creationtoolversion=__version__,
            segtype="paragraph",
            o_tmf="PO",
            adminlang="en",
            srclang=bcp47(bundle.source),
            datatype="plaintext",
        )
        units = dict.fromkeys(_written(unit, bundle) for unit in bundle.units)
        body = f"  <header{about}/>\n  <body>\n{''.join(units)}  </body>\n"
        return f'{xml_written.DECLARATION}<tmx version="1.4">\n{body}</tmx>\n'.encode()

    def read(self, data: bytes, name: str) -> list[Unit]:  # noqa: ARG002 - the protocol's
        hint = "import the file that was translated: XLIFF, CSV or XLSX"
        raise ExchangeError("is a memory, which tells no message from another", where=name, hint=hint)


def _written(unit: Unit, bundle: Bundle) -> str:
    """A translation; the same one of several articles stands in a memory once."""
    context = "" if unit.context is None else element("prop", text(unit.context), type="x-context")
    pairs = ((bundle.source, unit.source), (bundle.target, unit.target))
    variants = "".join(
        element("tuv", element("seg", _coded(pieces)), xml__lang=bcp47(locale)) for locale, pieces in pairs
    )
    return f"    <tu>{context}{variants}</tu>\n"


def _coded(pieces: Coded) -> str:
    """Text with codes: `i` joins the two ends of a pair, `x` a code and that of the other language."""
    written = []
    for piece in pieces:
        if not isinstance(piece, Code):
            written.append(text(piece))
            continue
        pair = {} if piece.part is Part.POINT else {"i": piece.id}
        other = {} if piece.part is Part.CLOSE else {"x": piece.id}
        written.append(element(_TAGS[piece.part], text(piece.raw), **pair, **other))
    return "".join(written)


EXCHANGE: Final[Exchange] = Tmx()
