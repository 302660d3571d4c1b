"""What a check found, for people and for machines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from l10n.model.article import Key


class Severity(Enum):
    """What a finding means."""

    ERROR = "error"
    """Readers would be misled, or something breaks."""
    WARNING = "warning"
    """A person should look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault of a translation."""

    check: str
    severity: Severity
    what: str
    """In one line."""
    article: str
    locale: str
    place: str
    """`path:line` of the entry in its catalog."""
    reference: str
    """`path:line` of the message in its article; empty for a finding about the catalog's header."""
    key: Key
    msgstr: str
    about: tuple[str, str] = ("", "")
    """The words of the source, and of the target, that it is about; empty: all."""

    @property
    def told(self) -> str:
        """What is found, with the translation where there is one."""
        return f"{self.what}: {self.msgstr}" if self.msgstr else self.what

    @property
    def fingerprint(self) -> str:
        """Known by what is found in which texts, wherever they stand; 16 hexadecimal digits."""
        import hashlib  # every command imports this file, few need it

        context, msgid = self.key
        parts = (self.check, self.locale, context or "", msgid, self.msgstr, self.what)
        return hashlib.sha256("\x04".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


def path_and_line(place: str) -> tuple[str, int]:
    """The two of a `path:line`."""
    path, _, line = place.rpartition(":")
    return path, int(line)
