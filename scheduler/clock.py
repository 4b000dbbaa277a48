"""The wall clock as a service of a year meets it: set right, put back, ahead after a bad start."""

from __future__ import annotations

import time

SLACK_S = 5.0
"""A clock that is drawn to the right time moves by less than this between two looks."""


class Clock:
    """Compares the wall clock with the monotonic one, which nobody can set.

    Only a clock that was put back matters: due times then lie farther ahead than was meant. One
    that was put forward, or a machine that slept, makes visits due that are made once.
    """

    def __init__(self) -> None:
        self._ahead_s = self._now()

    def was_put_back(self) -> bool:
        """Whether it was put back since the last look."""
        before, self._ahead_s = self._ahead_s, self._now()
        return self._ahead_s < before - SLACK_S

    @staticmethod
    def _now() -> float:
        return time.time() - time.monotonic()
