"""A PO file made of entries of others, whose lines it keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from l10n.catalog import layout, po
from l10n.catalog.chunks import Chunk, PoFile
from l10n.catalog.layout import Header
from l10n.model.entry import Catalog, Entry

_REVISED, _TRANSLATOR, _ID = "PO-Revision-Date", "Last-Translator", "Project-Id-Version"


@dataclass(frozen=True, slots=True)
class Part:
    """A file that entries come from, and its domain."""

    domain: str
    file: PoFile


def assembled(parts: Sequence[Part], entries: Sequence[tuple[Entry, Entry]], domain: str, per: str) -> str:
    """The text of a PO file with those entries, each with the one of a part that it was made of.

    Header, byte order mark and line ends are those of the first part; of the others, what that has not.
    """
    chunks = {id(chunk.entry): chunk for part in parts for chunk in part.file.chunks}
    first = parts[0].file
    newline = "\r\n" if first.head and "\r\n" in first.head.body else "\n"
    known = PoFile(
        catalog=Catalog(
            header=first.catalog.header,
            header_comments=first.catalog.header_comments,
            entries=tuple(origin for _, origin in entries),
        ),
        bom=first.bom,
        chunks=tuple(_apart(chunks[id(origin)], newline) for _, origin in entries),
        head=first.head and _apart(first.head, newline, gap=""),
        tail=_tail(parts),
    )
    catalog = Catalog(
        header=_header(parts, domain, per),
        header_comments=_header_comments([part.file.catalog for part in parts]),
        entries=tuple(entry for entry, _ in entries),
    )
    return po.render(catalog, known)


def _apart(chunk: Chunk, newline: str, gap: str | None = None) -> Chunk:
    """The chunk with whole lines, in the file's line ends, behind a blank line."""
    lead, body = (text.replace("\r\n", "\n") for text in (chunk.lead, chunk.body))
    body = body if body.endswith("\n") else f"{body}\n"
    if gap is None and not lead.startswith("\n"):
        lead = f"\n{lead}"
    if newline != "\n":
        lead, body = lead.replace("\n", newline), body.replace("\n", newline)
    return chunk if (lead, body) == (chunk.lead, chunk.body) else Chunk(chunk.entry, lead, body)


def _tail(parts: Sequence[Part]) -> str:
    tails = [part.file.tail for part in parts]
    return tails[0] if len(tails) == 1 else "".join(tail for tail in tails if tail.strip())


def _header_comments(catalogs: Sequence[Catalog]) -> tuple[str, ...]:
    """Those of all, and the translators whom the one that worked last takes the field from."""
    if len(catalogs) == 1:
        return catalogs[0].header_comments
    names = dict.fromkeys(dict(catalog.header).get(_TRANSLATOR, "") for catalog in catalogs)
    others = [name for name in names if name] if len(names) > 1 else []
    said = [line for catalog in catalogs for line in catalog.header_comments]
    return tuple(dict.fromkeys([*said, *others]))


def _header(parts: Sequence[Part], domain: str, per: str) -> Header:
    """The fields of the first; the latest revision, the oldest rules, and what it lacks from the others."""
    headers = [part.file.catalog.header for part in parts if part.file.catalog.header]
    if not headers:
        return ()
    fields = dict(headers[0])
    for other in headers[1:]:
        fields |= {name: value for name, value in other if not fields.get(name)}
    for header in sorted(headers, key=lambda header: dict(header).get(_REVISED, "")):
        fields |= {name: value for name, value in header if name in (_REVISED, _TRANSLATOR) and value}
    fields[layout.CREATED] = max(dict(header).get(layout.CREATED, "") for header in headers)
    fields[layout.RULES] = str(min(map(layout.rules, headers)))
    if fields.get(_ID) == parts[0].domain:
        fields[_ID] = domain
    return _marked(fields, per)


def _marked(fields: Mapping[str, str], per: str) -> Header:
    """The header with what says which articles the catalog is of, before the rules, as in new ones."""
    header = tuple((name, value) for name, value in fields.items() if name != layout.PER)
    if per == "article":
        return header
    at = [name for name, _ in header].index(layout.RULES)
    return (*header[:at], (layout.PER, per), *header[at:])
