"""What the service is told: where things are, and how much it may do at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scheduler.archives import Keeping
from scheduler.limits import Limits
from scheduler.notify import Hooks
from scheduler.policy import QuietHours

REFRESH_S = 10.0
"""How often the files and the database are looked at again: a pause takes effect this soon."""

STOP_S = 40.0
"""Seconds that running crawls are given to end when the service stops, before they are killed."""

NO_MORE_THAN = Limits()
NO_HOOKS = Hooks()
KEEP_ALL = Keeping()


@dataclass(frozen=True, slots=True)
class Orders:
    """What the service is told."""

    db: str
    sources: Path
    contact: str
    jobs: int = 2
    refresh_s: float = REFRESH_S
    limits: Limits = NO_MORE_THAN
    stop_s: float = STOP_S
    quiet: QuietHours | None = None
    visits_a_day: int = 0
    hooks: Hooks = NO_HOOKS
    archive: Keeping = KEEP_ALL
    metrics_port: int | None = None
