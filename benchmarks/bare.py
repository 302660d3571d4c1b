"""Drafting with the model in memory, in turns with nothing but the model's own work for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Any

from benchmarks import desks
from benchmarks.clock import cpu_of_call
from l10n.formats.markdown import FORMAT

_ROUNDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """CPU seconds of drafting, of the calls of CTranslate2 in it, and of one call a sentence needs."""

    drafting: float
    calls: float
    once: float


class _Recorder:
    """A translator that keeps what it is asked."""

    def __init__(self, translator: Any) -> None:
        self.translator = translator
        self.calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def translate_batch(self, *tokens: Any, **options: Any) -> Any:
        self.calls.append((tokens, options))
        return self.translator.translate_batch(*tokens, **options)

    def again(self, calls: Sequence[tuple[tuple[Any, ...], dict[str, Any]]]) -> None:
        for tokens, options in calls:
            self.translator.translate_batch(*tokens, **options)


def measure(paragraphs: Sequence[str], beam: int) -> Loaded:
    """Medians of several rounds in turns; nothing is known from the round before."""
    messages = [desks.Message(article="article", text=text, fmt=FORMAT) for text in paragraphs]
    engine = desks.engine(beam)
    package = engine._packages[0]
    recorder = package._translator = _Recorder(package._translator)
    desks.drafts(messages, engine)
    calls = list(recorder.calls)
    once = [
        (tokens, {**options, "return_attention": False})
        for tokens, options in calls
        if options["beam_size"] == beam and options.get("repetition_penalty") is None
    ]
    works = {
        "drafting": partial(desks.drafts, messages, engine),
        "calls": partial(recorder.again, calls),
        "once": partial(recorder.again, once),
    }
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(_ROUNDS):
        for name, work in works.items():
            seconds[name].append(cpu_of_call(work))
    return Loaded(**{name: median(found) for name, found in seconds.items()})
