"""`l10n.toml` → frozen settings, checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, get_type_hints

from l10n.errors import ProjectError, not_utf8
from l10n.settings import EVIDENCE, FILE_NAME, LINES, PER, Project, Settings
from l10n.text.locales import parse_locale


def find_project(start: Path) -> Project:
    """The project that `start` lies in; ProjectError if no folder upward has an `l10n.toml`."""
    if project := project_around(start):
        return project
    what = f"no {FILE_NAME} here or in any folder above"
    raise ProjectError(what, where=str(start.resolve()), hint="make one with `l10n init`")


def project_around(start: Path) -> Project | None:
    """The project that `start` lies in, if any."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return Project(root=folder, settings=_read(folder / FILE_NAME))
    return None


def _read(path: Path) -> Settings:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+)", str(error))
        line = int(place[1]) if place else text.rstrip().count("\n") + 1
        what = f"not valid TOML: {str(error).split(' (at')[0]}"
        twice = "twice" in what or "overwrite" in what
        hint = "join the two" if twice else "strings stand in quotes, lists in [brackets]"
        raise ProjectError(what, where=f"{FILE_NAME}:{line}", hint=hint) from None
    except UnicodeDecodeError as error:
        what, line = not_utf8(error)
        raise ProjectError(what, where=f"{FILE_NAME}:{line}", hint="save it as UTF-8") from None
    except RecursionError:
        raise ProjectError("nested too deeply", where=FILE_NAME, hint="simplify it") from None
    except OSError as error:
        raise ProjectError(f"cannot be read: {error.strerror}", where=FILE_NAME) from None
    return _Reader(text).settings(table)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checks tables against the settings' fields; `text` serves to name lines."""

    text: str

    def settings(self, table: Mapping[str, Any]) -> Settings:
        settings: Settings = self.section(Settings, table, "")
        (source,), locales = (
            self.locales("source", (settings.source,)),
            self.locales("locales", settings.locales),
        )
        settings = replace(settings, source=source, locales=locales)
        if settings.source in settings.locales:
            raise self.error("locales", f"{settings.source!r} is the source locale too", "take it out")
        self.inside("articles.folder", settings.articles.folder)
        self.inside("catalogs.folder", settings.catalogs.folder)
        if settings.check.terms:
            self.inside("check.terms", settings.check.terms, "file")
        self.output(settings.build.output)
        for locale in settings.locales:
            self.apart(settings.build.output, locale, settings.articles.folder)
        self.choice("catalogs.per", settings.catalogs.per, PER)
        self.choice("formats.lines", settings.formats.lines, LINES)
        self.choice("review.evidence", settings.review.evidence, EVIDENCE)
        if not 1 <= settings.draft.beam <= 16:
            raise self.error("draft.beam", f"{settings.draft.beam} is out of range", "choose 1 to 16")
        if not all(term.strip() for term in settings.draft.keep):
            raise self.error("draft.keep", "has an empty name", "take it out")
        return settings

    def locales(self, name: str, codes: tuple[str, ...]) -> tuple[str, ...]:
        try:
            return tuple(dict.fromkeys(parse_locale(code) for code in codes))
        except ProjectError as error:
            raise self.error(name, error.what, error.hint) from None

    def section(self, kind: Any, table: Mapping[str, Any], path: str) -> Any:
        types, values = get_type_hints(kind), {}
        known = [f.name for f in fields(kind)]
        for key, value in table.items():
            name = f"{path}{key}"
            if key not in known:
                raise self.error(name, "unknown key", f"known keys: {', '.join(known)}")
            values[key] = self.value(name, types[key], value)
        return kind(**values)

    def value(self, name: str, kind: Any, value: Any) -> Any:
        if kind == tuple[str, ...] and isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
        if kind in (str, int, bool) and type(value) is kind:
            return value
        if hasattr(kind, "__dataclass_fields__") and isinstance(value, dict):
            return self.section(kind, value, f"{name}.")
        raise self.error(
            name,
            f"is {_NAMES.get(type(value), 'of another type')}",
            f"it takes {_NAMES.get(kind, 'a table')}",
        )

    def choice(self, name: str, value: str, choices: tuple[str, ...]) -> None:
        if value not in choices:
            raise self.error(name, f"{value!r} is no choice", f"choose {', '.join(choices)}")

    def inside(self, name: str, value: str, kind: str = "folder") -> None:
        """A folder or a file must be in the project."""
        path = PurePosixPath(value)
        if value == ".":
            raise self.error(name, "it cannot be the project's folder itself", f"name a {kind} inside it")
        if (
            not value.isprintable()
            or not value
            or path.is_absolute()
            or {"..", "."} & set(value.split("/"))
            or "\\" in value
        ):
            raise self.error(name, f"{value!r} leaves the project", f"name a {kind} inside it")

    def output(self, value: str) -> None:
        self.inside("build.output", value)
        rest = value.replace("{locale}", "").replace("{path}", "")
        if "{locale}" not in value or "{path}" not in value or "{" in rest or "}" in rest:
            what = f"{value!r} is no output pattern"
            raise self.error("build.output", what, "it takes {locale} and {path}, each at least once")

    def apart(self, pattern: str, locale: str, folder: str) -> None:
        """A localized article must never take the place of an article."""
        if PurePosixPath(pattern.replace("{locale}", locale)).is_relative_to(folder):
            what = f"{pattern!r} lies in the articles folder {folder!r}"
            raise self.error("build.output", what, "choose another folder")

    def error(self, name: str, what: str, hint: str) -> ProjectError:
        line = self.line(name)
        return ProjectError(f"{name}: {what}", where=f"{FILE_NAME}:{line}" if line else FILE_NAME, hint=hint)

    def line(self, name: str) -> int:
        """The line of `key =` inside its `[table]`, or of the table itself; 0 where neither is found."""
        section, _, key = name.rpartition(".")
        current, found = "", 0
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
                current = header[1]
                found = number if current in (section, name) else found
            elif current == section and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*=""", line):
                return number
        if not found and (match := re.search(rf"\b{re.escape(key)}\b[\"']?\s*=", self.text)):
            found = self.text.count("\n", 0, match.start()) + 1
        return found


_NAMES: Mapping[Any, str] = MappingProxyType(
    {
        str: "a string in quotes",
        int: "a whole number",
        tuple[str, ...]: "a list of strings",
        list: "a list",
        dict: "a table",
        float: "a number with a point",
        bool: "a true or false",
    }
)
