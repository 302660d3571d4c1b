"""Articles and catalogs → findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from l10n import registry
from l10n.checking.message import Batch, Message
from l10n.checking.rules import Rules
from l10n.errors import L10nError
from l10n.model.finding import Finding, path_and_line
from l10n.pipeline import articles, batches, requirements
from l10n.pipeline.articles import Article
from l10n.pipeline.judged import judged
from l10n.pipeline.locales import chosen_locales
from l10n.pipeline.progress import Progress
from l10n.ports import Check
from l10n.settings import Project
from l10n.stages import check as stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """An article in a locale."""

    article: str
    locale: str
    messages: tuple[Message, ...] = ()
    """Those that were checked."""
    findings: tuple[Finding, ...] = ()
    """By their lines in the catalog."""
    notes: tuple[str, ...] = ()
    """What a person should know of its ledger, and of comments that silence nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What every article is checked for."""

    project: Project
    codes: tuple[str, ...]
    drafts: bool
    rules: dict[str, Rules] = field(default_factory=dict)
    """By locale."""

    def checks(self, *, wide: bool) -> list[Check]:
        """Those that take the messages of one article, or of all of them."""
        found = requirements.checks(self.project, self.codes)
        return [check for check in found if check.wide == wide]


def check(
    project: Project,
    locales: Sequence[str],
    wanted: Sequence[str],
    codes: tuple[str, ...] = (),
    *,
    drafts: bool = False,
    jobs: int = 1,
    progress: Progress = lambda *_: None,
) -> Iterator[Checked | L10nError]:
    """Check the reviewed translations of each article and locale, with `drafts` all that there are.

    `codes`: the checks, all if none is given. `jobs`: how many processes work at once. Raises ProjectError
    for unknown checks, locales and articles, and for a term base that cannot be read.
    """
    chosen = chosen_locales(project, locales)
    asked = _Asked(
        project=project,
        codes=tuple(check.code for check in requirements.checks(project, codes)),
        drafts=drafts,
        rules={locale: requirements.rules(project, locale) for locale in chosen},
    )
    found, errors = articles.find(project, wanted)
    yield from errors
    results: list[Checked] = []
    for number, result in enumerate(_mapped(partial(_article, asked), found, jobs), 1):
        progress(number, len(found))
        for item in result:
            if isinstance(item, Checked):
                results.append(item)
            else:
                yield item
    yield from _completed(asked, results)


def missing(project: Project, locales: Sequence[str], codes: tuple[str, ...] = ()) -> Iterator[str]:
    """What has to be installed before some of the checks can run, each in a line that names the check."""
    checks = requirements.checks(project, codes)
    for locale in chosen_locales(project, locales):
        batch = Batch(messages=(), locale=locale, rules=requirements.rules(project, locale))
        for check in checks:
            if what := check.missing(batch):
                yield f"{check.code}: {what}"


def _mapped(
    work: Callable[[Article], list[Checked | L10nError]], found: Sequence[Article], jobs: int
) -> Iterator[list[Checked | L10nError]]:
    if min(jobs, len(found)) <= 1:
        yield from map(work, found)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(jobs, len(found)), get_context("spawn")) as pool:
        try:
            yield from pool.map(work, found, chunksize=max(1, len(found) // (jobs * 8)))
        except BrokenProcessPool:
            raise L10nError("one of the processes was killed", hint="work with fewer --jobs") from None


def _article(asked: _Asked, article: Article) -> list[Checked | L10nError]:
    """What the checks find in one article, for each locale; and what is wrong with the article itself."""
    problems: list[Checked | L10nError] = []
    for readable in articles.readable([article]):
        if isinstance(readable, L10nError):
            problems.append(readable)
        else:
            problems += [articles.attempt(_checked, asked, article, locale) for locale in asked.rules]
    return problems


def _checked(asked: _Asked, article: Article, locale: str) -> Checked:
    known = judged(asked.project, article, locale)
    batch = batches.batch(known, article, locale, asked.rules[locale], drafts=asked.drafts)
    return Checked(
        article=article.name,
        locale=locale,
        messages=tuple(batch.messages),
        findings=tuple(stage.findings(batch, asked.checks(wide=False))),
        notes=(*known.notes, *_unknown(batch.messages)),
    )


def _unknown(messages: Sequence[Message]) -> Iterator[str]:
    """Comments that silence what is no check."""
    codes = {check.code for check in registry.checks()}
    for message in messages:
        for code in stage.ignored(message.entry):
            if code not in codes:
                yield f"{message.place}: a comment ignores {code!r}, which is no check; see docs/checks.md"


def _completed(asked: _Asked, results: Sequence[Checked]) -> Iterator[Checked]:
    """The results with what is found where all messages of a locale are looked at together.

    What is wrong with an entry that several articles share is told once.
    """
    wide: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for locale, rules in asked.rules.items():
        messages = [m for result in results if result.locale == locale for m in result.messages]
        batch = Batch(messages=messages, locale=locale, rules=rules)
        for finding in stage.findings(batch, asked.checks(wide=True)):
            wide[finding.article, locale].append(finding)
    told: set[tuple[str, str, str]] = set()
    for result in results:
        found = {
            (f.place, f.check, f.what): f for f in [*result.findings, *wide[result.article, result.locale]]
        }
        new = [finding for known, finding in found.items() if known not in told]
        told |= found.keys()
        yield replace(result, findings=tuple(sorted(new, key=_by_line)))


def _by_line(finding: Finding) -> tuple[int, str]:
    return path_and_line(finding.place)[1], finding.check
