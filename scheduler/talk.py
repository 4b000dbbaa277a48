"""A bound for a whole conversation: a socket's own timeout begins anew with each byte."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def bounded(seconds: float, found: Callable[[], socket.socket | None]) -> Iterator[None]:
    """Hang up after so many seconds, so that what reads or writes then fails; `found` gives the
    socket that is in use by then."""

    def hang_up() -> None:
        if (line := found()) is not None:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
