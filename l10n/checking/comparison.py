"""What both texts of a message must have, each as often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.checking.message import Fault, Message
from l10n.text.differences import difference


def unlike(message: Message, source: Sequence[str], target: Sequence[str]) -> Iterator[Fault]:
    """A fault that names what only one of the texts has, or has more often; none where there is nothing."""
    if source == target:
        return
    wanted, found = Counter(source), Counter(target)
    if what := difference(wanted.elements(), found.elements()):
        yield Fault(message, what, min(wanted - found, default=""), min(found - wanted, default=""))
