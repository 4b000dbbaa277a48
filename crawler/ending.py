"""What ends a crawl before its own end: a signal, or the death of the process that started it."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable

from crawler.events import EXIT_INTERRUPTED

ORPHAN_S = 30.0
"""Seconds that a crawl whose starter died is given to end cleanly."""
LOOK_S = 0.5
"""Seconds between two looks at who the parent is: a dead parent's children get another one."""

STARTER_DIED = "the process that started it died"


class Ending:
    """Asks a crawl to end, once: by SIGTERM or SIGINT, or because its starter is gone.

    It listens from the first moment on, long before the reactor runs; what was asked earlier is
    carried out when the reactor begins. A second signal ends the process at once.
    """

    def __init__(self, starter: int | None = None) -> None:
        self.asked = False
        self.why: str | None = None
        self._on_asked: Callable[[], None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: self._signalled())
        if starter is not None:
            threading.Thread(target=self._watch, args=(starter,), daemon=True).start()

    def attach(self, loop: asyncio.AbstractEventLoop, on_asked: Callable[[], None]) -> None:
        """From now on `on_asked` is called in the loop; at its start if it was asked already."""
        self._loop, self._on_asked = loop, on_asked
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._signalled)
        if self.asked:
            loop.call_soon(on_asked)

    def _signalled(self) -> None:
        if self.asked:
            os._exit(EXIT_INTERRUPTED)
        self._ask(None)

    def _ask(self, why: str | None) -> None:
        if self.asked:
            return
        self.why, self.asked = why, True
        if self._on_asked:
            self._on_asked()

    def _watch(self, starter: int) -> None:
        """Wait for the starter's death. A reactor that hangs does not hold this thread up."""
        while os.getppid() == starter:
            time.sleep(LOOK_S)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._ask, STARTER_DIED)
        else:  # the reactor sees it when it begins
            self.why, self.asked = STARTER_DIED, True
        time.sleep(ORPHAN_S)
        os._exit(EXIT_INTERRUPTED)
