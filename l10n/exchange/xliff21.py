"""XLIFF 2.1: markup is <pc> and <ph>, with the raw text in <originalData>.

What the text was when it was exported, and the context of the message, are metadata of the unit; the old
source of a stale translation is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from xml.etree.ElementTree import Element

from l10n.model.entry import State
from l10n.model.unit import Bundle, Code, Coded, Part, Unit
from l10n.ports import Exchange
from l10n.text import xml_read, xml_written
from l10n.text.locales import bcp47
from l10n.text.xml_written import NO_XML, attributes, element, text

_OUT = {State.UNTRANSLATED: "initial", State.REVIEWED: "final"}
_FINISHED = ("reviewed", "final")
"""States that tell of a review; `translated` does not."""
_NOTES, _PREVIOUS = "translator", "previous source"
_OURS = ("location", "developer", _PREVIOUS)
"""Categories of notes that are none of the translators'."""
_NAMESPACES = {
    "xmlns": "urn:oasis:names:tc:xliff:document:2.0",
    "xmlns__mda": "urn:oasis:names:tc:xliff:metadata:2.0",
}


@dataclass(frozen=True, slots=True)
class Xliff21:
    suffix: str = ".xliff"
    reviewed_only: bool = False

    def recognizes(self, head: bytes) -> bool:
        return xml_read.begins_with(head, "xliff", r"2\.")

    def refuses(self, unit: Unit) -> str:
        return xml_written.control(unit.article, unit.context, unit.previous, *unit.notes, *unit.extracted)

    def write(self, bundle: Bundle) -> bytes:
        files = groupby(bundle.units, key=lambda unit: unit.article)
        about = attributes(
            version="2.1", **_NAMESPACES, srcLang=bcp47(bundle.source), trgLang=bcp47(bundle.target)
        )
        inner = "".join(
            f"  <file{attributes(id=f'f{number}', original=article, xml__space='preserve')}>\n"
            f"{''.join(map(_written, units))}  </file>\n"
            for number, (article, units) in enumerate(files, 1)
        )
        return f"{xml_written.DECLARATION}<xliff{about}>\n{inner}</xliff>\n".encode()

    def read(self, data: bytes, name: str) -> list[Unit]:
        root = xml_read.parsed(data, name)
        locale = root.get("trgLang", "")
        return [
            _unit(node, file.get("original", ""), locale)
            for file in root.iterfind("file")
            for node in file.iter("unit")
        ]


def _written(unit: Unit) -> str:
    lines = "".join(f"      {line}\n" for line in _lines(unit))
    return f"    <unit{attributes(id=unit.id, canResegment='no')}>\n{lines}    </unit>\n"


def _lines(unit: Unit) -> Iterator[str]:
    """What stands in a unit, in the order that the schema asks for."""
    said = {"exported": unit.exported, **({} if unit.context is None else {"msgctxt": unit.context})}
    metas = "".join(element("mda:meta", text(value), type=name) for name, value in said.items())
    yield element("mda:metadata", element("mda:metaGroup", metas, category="l10n"))
    notes = {
        "location": " ".join(unit.references),
        "developer": "\n".join(unit.extracted),
        _NOTES: "\n".join(unit.notes),
        _PREVIOUS: unit.previous,
    }
    written = "".join(element("note", text(note), category=name) for name, note in notes.items() if note)
    if written:
        yield element("notes", written)
    codes = [piece for piece in (*unit.source, *unit.target) if isinstance(piece, Code)]
    data = {raw: f"d{number}" for number, raw in enumerate(dict.fromkeys(code.raw for code in codes), 1)}
    if data:
        yield element(
            "originalData", "".join(element("data", _characters(raw), id=ref) for raw, ref in data.items())
        )
    inner = element("source", _coded(unit.source, data))
    inner += element("target", _coded(unit.target, data)) if unit.msgstr else ""
    state = unit.state or State.DRAFT
    more = f"l10n:{state.value}" if state not in _OUT else ""
    yield element("segment", inner, state=_OUT.get(state, "initial"), subState=more)


def _characters(raw: str) -> str:
    """Text with code points for what XML cannot hold."""
    return NO_XML.sub(lambda found: f'<cp hex="{ord(found[0]):04X}"/>', text(raw))


def _coded(pieces: Coded, data: Mapping[str, str]) -> str:
    closes = {code.id: code.raw for code in pieces if isinstance(code, Code) and code.part is Part.CLOSE}
    written = []
    for piece in pieces:
        if not isinstance(piece, Code):
            written.append(_characters(piece))
        elif piece.part is Part.CLOSE:
            written.append("</pc>")
        elif piece.part is Part.OPEN:
            start, end = data[piece.raw], data[closes[piece.id]]
            written.append(f"<pc{attributes(id=piece.id, dataRefEnd=end, dataRefStart=start)}>")
        else:
            written.append(f"<ph{attributes(id=piece.id, dataRef=data[piece.raw])}/>")
    return "".join(written)


def _unit(node: Element, article: str, locale: str) -> Unit:
    segments = [child for child in node if child.tag in ("segment", "ignorable")]
    data = {n.get("id", ""): xml_read.flat(n, _character) for n in node.iterfind("originalData/data")}
    codes: dict[tuple[Part, str], str] = {}
    sources = [_flat(segment.find("source"), data, codes) for segment in segments]
    targets = [_flat(segment.find("target"), data, codes) for segment in segments]
    kinds = [segment.tag for segment in segments]
    if any(kind == "segment" and target for kind, target in zip(kinds, targets, strict=True)):
        for at, kind in enumerate(kinds):  # what stands between segments is often left as it was
            targets[at] = targets[at] or (sources[at] if kind == "ignorable" else "")
    else:
        targets = []
    notes = [(n.get("category"), xml_read.content(n)) for n in node.iterfind("notes/note")]
    people = [note for category, note in notes if category not in _OURS]
    metas = {n.get("type"): xml_read.content(n) for n in node.iterfind("metadata/metaGroup/meta")}
    states = [segment.get("state") for segment in segments if segment.tag == "segment"]
    return Unit(
        article=article,
        locale=locale,
        id=node.get("id", ""),
        msgid="".join(sources),
        msgstr="".join(targets),
        context=metas.get("msgctxt"),
        state=_state(states, stale=_PREVIOUS in dict(notes))
        if "".join(targets).strip()
        else State.UNTRANSLATED,
        notes=tuple("\n".join(people).split("\n")) if people else (),
        previous=dict(notes).get(_PREVIOUS, ""),
        exported=metas.get("exported", ""),
        line=xml_read.line(node),
    )


def _state(states: Sequence[str | None], *, stale: bool) -> State | None:
    """A review is one of every segment; None where one of them does not say how far it is."""
    if all(state in _FINISHED for state in states):
        return State.REVIEWED
    if None in states:
        return None
    return State.STALE if stale else State.DRAFT


def _flat(node: Element | None, data: Mapping[str, str], codes: dict[tuple[Part, str], str]) -> str:
    """The raw text; a code whose data is lost is looked up by its id among those read before."""

    def raw(part: Part, name: str | None, ref: str | None) -> str:
        found = data.get(ref or "") or codes.get((part, name or ""), "")
        codes.setdefault((part, name or ""), found)
        return found

    def shown(child: Element) -> str | tuple[str, str] | None:
        name, ref = child.get("copyOf") or child.get("id"), child.get("dataRef")
        if child.tag == "pc":
            ends = (Part.OPEN, child.get("dataRefStart")), (Part.CLOSE, child.get("dataRefEnd"))
            before, after = (raw(part, name, end) for part, end in ends)
            return before, after
        if child.tag == "ec":
            return raw(Part.CLOSE, child.get("startRef") or name, ref)
        if child.tag in ("ph", "sc"):
            return raw(Part.POINT if child.tag == "ph" else Part.OPEN, name, ref)
        return _character(child)

    return "" if node is None else xml_read.flat(node, shown)


def _character(node: Element) -> str | None:
    """The character of a <cp>; None for other elements."""
    if node.tag != "cp":
        return None
    digits = node.get("hex", "")
    code = int(digits, 16) if re.fullmatch("[0-9A-Fa-f]{1,6}", digits) else -1
    return chr(code) if code in range(0x110000) and code not in range(0xD800, 0xE000) else ""


EXCHANGE: Final[Exchange] = Xliff21()
