"""What the checks say of human translations, and what people who read it think of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from benchmarks import human
from benchmarks.places import WORK
from l10n import registry
from l10n.catalog import layout
from l10n.checking.message import Batch, Message
from l10n.model.finding import Finding
from l10n.pipeline import requirements
from l10n.settings import Project, Settings
from l10n.stages.check import findings

_JUDGED = Path(__file__).parent / "alarms.tsv"
_LISTED = WORK / "alarms.txt"
REAL, FALSE = "real", "false"


@cache
def alarms() -> tuple[Finding, ...]:
    """Of all checks over the guides, with the settings that a new project has."""
    articles = human.messages()
    project = Project(root=Path(), settings=Settings(source="en", locales=(human.LOCALE,)))
    together = [message for messages in articles.values() for message in messages]
    found: list[Finding] = []
    for check in registry.checks():
        parts = [("", together)] if check.wide else list(articles.items())
        for article, messages in parts:
            found += findings(_batch(project, article, messages), [check])
    return tuple(found)


def _batch(project: Project, article: str, messages: Sequence[Message]) -> Batch:
    return Batch(
        messages=messages,
        locale=human.LOCALE,
        rules=requirements.rules(project, human.LOCALE),
        article=article,
        place=f"{article}.po:1",
        header=layout.catalog_header(article, "2026-01-01 10:00+0000", human.LOCALE),
    )


@cache
def judged() -> Mapping[str, tuple[str, str]]:
    """Verdict and reason by fingerprint."""
    rows = [line.split("\t") for line in _JUDGED.read_text(encoding="utf-8").splitlines()[1:]]
    return {fingerprint: (verdict, reason) for fingerprint, _, verdict, reason in rows}


def false() -> list[Finding]:
    """The alarms that nobody has read and found to be right."""
    return [alarm for alarm in alarms() if judged().get(alarm.fingerprint, ("", ""))[0] != REAL]


def counted(found: Iterable[Finding]) -> Counter[str]:
    """For each check the messages that it alarms on, however much it says of one."""
    return Counter(check for check, _, _ in {(a.check, a.article, a.key) for a in found})


def write_list() -> Path:
    """All alarms with their texts, to be read; these texts are not part of the repository."""
    lines = []
    for alarm in sorted(alarms(), key=lambda a: (a.check, a.place)):
        verdict, reason = judged().get(alarm.fingerprint, ("not judged", ""))
        lines += [f"{alarm.fingerprint} {alarm.check}: {alarm.what} ({alarm.place}; {verdict}: {reason})"]
        lines += [f"    {alarm.key[1]}", f"    {alarm.msgstr}", ""]
    _LISTED.parent.mkdir(exist_ok=True)
    _LISTED.write_text("\n".join(lines), encoding="utf-8")
    return _LISTED
