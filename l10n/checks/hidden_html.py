"""No HTML that acts or hides and that the source does not have.

A script, a frame, a form, a handler such as `onclick`, a link to `javascript:` or `data:`, a style that hides
its text, a comment: nobody translates these, and reviewers do not see them on the page. They are found, too,
where they are written with entities or in a link of Markdown, and in tags that nothing closes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text.acting_html import acting


def _look(message: Message) -> Iterator[Fault]:
    if found := acting(message.target.raw):
        for what in Counter(found) - Counter(acting(message.source.raw)):
            yield Fault(message, f"{what} is not in the source", target=what.strip("<>"))


CHECK: Final = Check(
    code="hidden-html",
    severity=Severity.ERROR,
    summary="No scripts, handlers, hidden text and comments that the source does not have.",
    examples=(
        Example(
            "The sea rose.", "O mar subiu.<script src=//x.example></script>", "<script> is not in the source"
        ),
        Example("The <b>sea</b>", '<b onclick="f()">mar</b>', 'onclick="f()" is not in the source'),
        Example("[Tides](/t)", "[Marés](javascript:f())", "javascript: is not in the source"),
        Example(
            "The sea", 'O mar <i style="display:none">x</i>', 'style="display:none" is not in the source'
        ),
        Example("The sea", "البحر <!-- غداً -->", "<!-- is not in the source", locale="ar"),
        Example("The sea", "O mar &lt;iframe&gt;", "<iframe> is not in the source"),
        Example("Use `<script>` and JavaScript: all of it.", "Use `<script>` e JavaScript: tudo."),
        Example("Depth < 5 & > 2", "Profundidade < 5 & > 2"),
    ),
    run=each(_look),
)
