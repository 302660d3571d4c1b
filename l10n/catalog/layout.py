"""Where templates and catalogs are, and what their headers say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from l10n import __version__
from l10n.settings import Project
from l10n.text.locales import english_name, plural_forms
from l10n.text.rules import VERSION

Header = tuple[tuple[str, str], ...]
CREATED = "POT-Creation-Date"
RULES = "X-L10n-Rules"
"""The version of the extraction rules that the msgids were made by; 1 where it is missing."""
PER = "X-L10n-Catalog-Per"
"""What a catalog is of, as the settings say it; where it is missing, of one article."""
_CREATED = re.compile(rf'"{CREATED}: ([^"\\]+)')


def template_path(project: Project, domain: str) -> Path:
    """The POT of an article."""
    return project.root / project.settings.catalogs.folder / "templates" / f"{domain}.pot"


def catalog_path(project: Project, domain: str, locale: str) -> Path:
    """The PO of an article and a locale."""
    return project.root / project.settings.catalogs.folder / locale / "LC_MESSAGES" / f"{domain}.po"


def domain(project: Project, path: Path) -> str:
    """The domain of the PO at that path."""
    names = path.relative_to(project.root / project.settings.catalogs.folder).parts
    return PurePosixPath(*names[2:]).with_suffix("").as_posix()


def place(project: Project, path: Path) -> str:
    """A path as errors write it: from the project's root."""
    return path.relative_to(project.root).as_posix()


def stamp(now: float) -> str:
    """Seconds since 1970 as PO headers write a time."""
    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%d %H:%M+0000")


def created(text: str) -> str:
    """The creation date in the text of a template; empty if it has none."""
    match = _CREATED.search(text)
    return match[1] if match else ""


def template_header(domain: str, created: str, per: str = "article") -> Header:
    """Header of a template; the charset is UTF-8 always."""
    return (
        ("Project-Id-Version", domain),
        ("Report-Msgid-Bugs-To", ""),
        (CREATED, created),
        ("PO-Revision-Date", created),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("Language", ""),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        *_own(per),
    )


def catalog_header(domain: str, created: str, locale: str, per: str = "article") -> Header:
    """Header of a new catalog, complete for its locale."""
    fields = dict(template_header(domain, created, per)) | {
        "Language-Team": english_name(locale),
        "Language": locale,
    }
    own = _own(per)
    for name, _ in own:
        del fields[name]
    return (*fields.items(), ("Plural-Forms", plural_forms(locale)), *own)


def _own(per: str) -> Header:
    """What only l10n says in headers."""
    shared = ((PER, per),) if per != "article" else ()
    return (("X-Generator", f"l10n {__version__}"), *shared, (RULES, str(VERSION)))


def rules(header: Header) -> int:
    """The version of the extraction rules that a catalog follows."""
    version = dict(header).get(RULES, "")
    return int(version) if version.isdecimal() else 1


def with_field(header: Sequence[tuple[str, str]], name: str, value: str) -> Header:
    """The header with that field set, in its place or as the last."""
    known = tuple((key, value if key == name else old) for key, old in header)
    return known if name in dict(header) else (*known, (name, value))
