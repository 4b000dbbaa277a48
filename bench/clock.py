"""The time that a part of storing takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any


class Clock:
    """The time that stories take, and that storing takes."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.wall = self.cpu = 0.0
        self.number = 0
        self.started = time.perf_counter()

    def timed(self, place: Callable[..., Any]) -> Callable[..., Any]:
        def placed(*given: Any) -> Any:
            started, began = time.perf_counter(), time.process_time()
            try:
                return place(*given)
            finally:
                self.wall += time.perf_counter() - started
                self.cpu += time.process_time() - began
                self.number += 1

        return placed

    def told(self) -> str:
        """Milliseconds an article since it was last asked."""
        all_, number = time.perf_counter() - self.started, max(1, self.number) / 1000
        line = f"{all_ / number:>12.2f} {self.wall / number:>11.2f} {self.cpu / number:>6.2f}"
        self._begin()
        return line
