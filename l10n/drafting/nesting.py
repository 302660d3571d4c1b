"""Spans that were placed one by one, made to nest, and written into the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from l10n.model.inline import Span
from l10n.text.ranges import Taken


def nested(sources: Sequence[Span], placed: Sequence[Span], text: str) -> list[Span] | None:
    """The spans cut so that they nest as in the source, without overlaps; None if one has nothing left."""
    result: list[Span] = []
    parents: list[int] = []
    children: dict[int, Taken] = defaultdict(Taken)
    for number, span in enumerate(placed):
        source = sources[number]
        while parents and not (
            sources[parents[-1]].end >= source.end and sources[parents[-1]].end > source.start
        ):
            parents.pop()
        parent = parents[-1] if parents else -1
        cut = _cut(span, result[parent] if parents else None, children[parent], text)
        if source.start < source.end:
            if cut.start >= cut.end:
                return None
            parents.append(number)
        children[parent].add(cut.start, cut.end)
        result.append(cut)
    return result


def _cut(span: Span, parent: Span | None, siblings: Taken, text: str) -> Span:
    start, end = span.start, span.end
    if parent:
        start, end = min(max(start, parent.start), parent.end), max(min(end, parent.end), parent.start)
    if span.start == span.end:  # not inside of an earlier one: a link could come to stand in a link
        around = siblings.meeting(start, start)
        at = around[0][1] if around else start
        return replace(span, start=at, end=at)
    for first, last in siblings.meeting(start, end):
        start, end = (start, min(end, first)) if start < first else (max(start, last), end)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return replace(span, start=start, end=end)


def written(
    text: str, spans: Sequence[Span], atoms: Sequence[tuple[int, int, str]], escape: Callable[[str], str]
) -> str:
    """The text with markup: at each place first what closes (inner first), then points, then what opens."""
    closes: dict[int, list[str]] = defaultdict(list)
    points: dict[int, list[str]] = defaultdict(list)
    opens: dict[int, list[str]] = defaultdict(list)
    for span in spans:
        if span.start == span.end:
            points[span.start].append(span.open)
        else:
            opens[span.start].append(span.open)
            closes[span.end].insert(0, span.close)
    raws = {start: raw for start, _, raw in atoms}
    places = {0, len(text), *closes, *points, *opens, *raws, *(end for _, end, _ in atoms)}
    ordered = sorted(places)
    pieces = []
    for at, following in zip(ordered, [*ordered[1:], len(text)], strict=True):
        pieces += [*closes[at], *points[at], *opens[at]]
        pieces.append(raws[at] if at in raws else escape(text[at:following]))
    return "".join(pieces)
