"""A database that cannot be used for a while: told when it begins, now and then, and when it is
over, not at every look."""

from __future__ import annotations

import logging
from time import monotonic

from scheduler.logs import line_of

log = logging.getLogger("rasid.schedule")

AGAIN_S = 600.0
"""Seconds after which trouble that lasts is told again."""


class Trouble:
    """What is wrong with the database just now."""

    def __init__(self) -> None:
        self._what: str | None = None
        self._told_at = 0.0

    def is_there(self, error: BaseException) -> None:
        what = line_of(error)
        if what != self._what or monotonic() - self._told_at >= AGAIN_S:
            log.error("database-unusable error=%s", what)
            self._told_at = monotonic()
        self._what = what

    def is_over(self) -> None:
        if self._what is not None:
            log.info("database-usable")
        self._what = None
