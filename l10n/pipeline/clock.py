"""What time it is for headers and ledgers."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime

_LAST = 253_402_300_799
"""The last second of the year 9999."""


def seconds() -> float:
    """Since 1970; SOURCE_DATE_EPOCH where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return min(float(epoch), _LAST) if epoch.isascii() and epoch.isdigit() else time.time()


def moment() -> str:
    """Now, as ledgers write it."""
    now = datetime.fromtimestamp(seconds(), UTC)
    return f"{now.isoformat(timespec='milliseconds').removesuffix('+00:00')}Z"


def days_since(when: str) -> int:
    """Whole days between then, as ledgers write it, and now."""
    return max(0, int((seconds() - datetime.fromisoformat(when).timestamp()) // 86_400))
