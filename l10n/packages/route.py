"""From one locale to another over the packages there are."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from l10n.errors import EngineError
from l10n.packages.scan import ModelPackage
from l10n.text.locales import engine_codes


def find_route(source: str, target: str, packages: Sequence[ModelPackage]) -> tuple[ModelPackage, ...]:
    """The shortest chain of packages from one locale to another; of equals, the first in `packages`.

    EngineError with the pairs there are if none leads there.
    """
    goals = engine_codes(target)
    for goal in goals:
        for start in engine_codes(source):
            if route := _shortest(start, goal, packages):
                return route
    pairs = ", ".join(sorted({f"{p.source}→{p.target}" for p in packages})) or "none"
    hint = f"install a package with `l10n models install FILE.argosmodel`; there are: {pairs}"
    raise EngineError(f"no model from {source} to {target}", hint=hint)


def _shortest(start: str, goal: str, packages: Sequence[ModelPackage]) -> tuple[ModelPackage, ...]:
    queue: deque[tuple[str, tuple[ModelPackage, ...]]] = deque([(start, ())])
    seen = {start}
    while queue:
        code, route = queue.popleft()
        for package in packages:
            if package.source != code or package.target in seen:
                continue
            if package.target == goal:
                return (*route, package)
            seen.add(package.target)
            queue.append((package.target, (*route, package)))
    return ()
