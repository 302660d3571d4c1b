"""XLIFF 1.2, which every translator's tool reads: Trados, memoQ, OmegaT, Poedit, Virtaal.

Markup is <bpt>, <ept> and <ph> with the raw text in them. What the text was when it was exported is in
`extradata`; the old source of a stale translation is an <alt-trans>.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from xml.etree.ElementTree import Element

from l10n.model.entry import State
from l10n.model.unit import Bundle, Code, Coded, Part, Unit
from l10n.ports import Exchange
from l10n.text import xml_read, xml_written
from l10n.text.locales import bcp47
from l10n.text.xml_written import element, text

_OUT = {
    State.DRAFT: "needs-review-translation",
    State.STALE: "needs-translation",
    State.REVIEWED: "final",
}
_FINISHED = ("final", "signed-off")
"""States that tell of a review; `translated` does not."""
_TAGS = {Part.OPEN: "bpt", Part.CLOSE: "ept", Part.POINT: "ph"}
_PARTS = {"bpt": Part.OPEN, "bx": Part.OPEN, "ept": Part.CLOSE, "ex": Part.CLOSE}
_NATIVE = ("bpt", "ept", "ph", "it")
"""Elements that have the raw markup in them; the others refer to the source's by their ids."""
_CONTEXT = "x-po-msgctxt"
_DEVELOPER = "developer"


@dataclass(frozen=True, slots=True)
class Xliff12:
    suffix: str = ".xlf"
    reviewed_only: bool = False

    def recognizes(self, head: bytes) -> bool:
        return xml_read.begins_with(head, "xliff", r"1\.")

    def refuses(self, unit: Unit) -> str:
        said = (unit.msgid, unit.msgstr, unit.context, unit.previous, *unit.notes, *unit.extracted)
        return xml_written.control(unit.article, *said)

    def write(self, bundle: Bundle) -> bytes:
        files = "".join(
            _file(article, list(units), bundle)
            for article, units in groupby(bundle.units, key=lambda unit: unit.article)
        )
        namespace = "urn:oasis:names:tc:xliff:document:1.2"
        return (
            f'{xml_written.DECLARATION}<xliff version="1.2" xmlns="{namespace}">\n{files}</xliff>\n'.encode()
        )

    def read(self, data: bytes, name: str) -> list[Unit]:
        root = xml_read.parsed(data, name)
        return [
            _unit(node, file.get("original", ""), file.get("target-language", ""))
            for file in root.iterfind("file")
            for node in file.iter("trans-unit")
        ]


def _file(article: str, units: Sequence[Unit], bundle: Bundle) -> str:
    about = xml_written.attributes(
        original=article,
        source_language=bcp47(bundle.source),
        target_language=bcp47(bundle.target),
        datatype="plaintext",
        xml__space="preserve",
    )
    return f"  <file{about}>\n    <body>\n{''.join(map(_written, units))}    </body>\n  </file>\n"


def _written(unit: Unit) -> str:
    approved = "yes" if unit.state is State.REVIEWED else ""
    head = xml_written.attributes(
        id=unit.id, approved=approved, extradata=unit.exported, xml__space="preserve"
    )
    lines = "".join(f"        {line}\n" for line in _lines(unit))
    return f"      <trans-unit{head}>\n{lines}      </trans-unit>\n"


def _lines(unit: Unit) -> Iterator[str]:
    """What stands in a unit, in the order that the schema asks for."""
    yield element("source", _coded(unit.source))
    if unit.msgstr:
        yield element("target", _coded(unit.target), state=_OUT.get(unit.state or State.DRAFT, "new"))
    if unit.previous:
        before = element("source", text(unit.previous)) + element("target", text(unit.msgstr))
        yield element("alt-trans", before, alttranstype="previous-version")
    for reference in unit.references:
        path, _, number = reference.rpartition(":")
        places = element("context", text(path), context_type="sourcefile")
        places += element("context", text(number), context_type="linenumber")
        yield element("context-group", places, purpose="location")
    if unit.context is not None:
        inner = element("context", text(unit.context), context_type=_CONTEXT)
        yield element("context-group", inner, purpose="information")
    if unit.extracted:
        yield element("note", text("\n".join(unit.extracted)), **{"from": _DEVELOPER}, annotates="source")
    if unit.notes:
        yield element("note", text("\n".join(unit.notes)), **{"from": "translator"})


def _coded(pieces: Coded) -> str:
    return "".join(
        element(_TAGS[piece.part], text(piece.raw), id=piece.id) if isinstance(piece, Code) else text(piece)
        for piece in pieces
    )


def _unit(node: Element, article: str, locale: str) -> Unit:
    source, target = node.find("source"), node.find("target")
    codes: dict[tuple[Part, str], str] = {}
    msgid = "" if source is None else _flat(source, codes)
    msgstr = "" if target is None else _flat(target, dict(codes))
    contexts = [child for child in node.iterfind("context-group/context") if _is_msgctxt(child)]
    notes = [xml_read.content(n) for n in node.iterfind("note") if n.get("from") != _DEVELOPER]
    previous = node.find("alt-trans[@alttranstype='previous-version']/source")
    return Unit(
        article=article,
        locale=locale,
        id=node.get("id", ""),
        msgid=msgid,
        msgstr=msgstr,
        context=xml_read.content(contexts[0]) if contexts else None,
        state=_state(node, target, msgstr, stale=previous is not None),
        notes=tuple("\n".join(notes).split("\n")) if notes else (),
        previous=xml_read.content(previous),
        exported=node.get("extradata", ""),
        line=xml_read.line(node),
    )


def _is_msgctxt(node: Element) -> bool:
    return node.get("context-type") == _CONTEXT


def _state(node: Element, target: Element | None, msgstr: str, *, stale: bool) -> State | None:
    """None where neither `state` nor `approved` says anything; where they disagree, it is no review."""
    if not msgstr.strip() or target is None:
        return State.UNTRANSLATED
    state, approved = target.get("state", ""), node.get("approved", "")
    if not state and not approved:
        return None
    if approved == "yes" and not state.startswith(("needs-", "new")):
        return State.REVIEWED
    if state in _FINISHED and approved != "no":
        return State.REVIEWED
    return State.STALE if stale else State.DRAFT


def _flat(node: Element, codes: dict[tuple[Part, str], str]) -> str:
    """The raw text; codes that have theirs in them are learnt, others are looked up by their ids."""

    def shown(child: Element) -> str | tuple[str, str] | None:
        name = child.get("id", "")
        if child.tag == "g":
            return codes.get((Part.OPEN, name), ""), codes.get((Part.CLOSE, name), "")
        if child.tag not in (*_NATIVE, "x", "bx", "ex"):
            return None
        part = _PARTS.get(child.tag, Part.POINT)
        raw = xml_read.content(child) if child.tag in _NATIVE else ""
        if raw:
            codes[part, name] = raw
        return raw or codes.get((part, name), "")

    return xml_read.flat(node, shown)


EXCHANGE: Final[Exchange] = Xliff12()
