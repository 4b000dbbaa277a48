"""What a service is told by signals: SIGTERM, Ctrl-C, and the end of its terminal."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

Handler = Callable[[int, FrameType | None], None]


@contextmanager
def listening(stop: Callable[[], None], hurry: Callable[[], None]) -> Iterator[None]:
    """Within the block call `stop` in the running loop at the first signal, and `hurry` where a
    person asks again by a further Ctrl-C; other signals that come twice change nothing, those that
    come while the process ends neither."""
    loop = asyncio.get_running_loop()
    stopped = False

    def on_signal(number: int, _: FrameType | None) -> None:
        nonlocal stopped
        if not stopped:
            loop.call_soon_threadsafe(stop)
        elif number == signal.SIGINT:
            loop.call_soon_threadsafe(hurry)
        stopped = True

    before = _handle(on_signal)
    try:
        yield
    finally:
        if stopped:
            end_undisturbed()
        else:
            for number, handler in before.items():
                signal.signal(number, handler)


def as_by_ctrl_c() -> None:
    """SIGTERM and the end of the terminal end a command as Ctrl-C does: what it has begun is put in
    order, and nothing is left behind. A verb may listen for itself."""
    for number in that_end():
        if number != signal.SIGINT:
            signal.signal(number, signal.default_int_handler)


def end_early(status: int) -> None:
    """While nothing runs yet, or any more, a signal ends the process with this exit status."""

    def on_signal(_number: int, _: FrameType | None) -> None:
        end_undisturbed()
        raise SystemExit(status)

    _handle(on_signal)


def end_undisturbed() -> None:
    """From now on a signal changes nothing of how the process ends. A handler would not do: Python
    takes its handlers away while it finalizes, and a signal that came then would be the status. One
    that another thread takes in the instant before is dropped, and Python is not to tell of it."""
    sys.unraisablehook = _but_dropped_signals
    numbers = that_end()
    signal.pthread_sigmask(signal.SIG_BLOCK, numbers)  # one that has come is dealt with before
    for number in numbers:
        signal.signal(number, signal.SIG_IGN)


def _but_dropped_signals(unraisable: sys.UnraisableHookArgs) -> None:
    error = unraisable.exc_value
    if not (isinstance(error, OSError) and "ignored due to race condition" in str(error)):
        sys.__unraisablehook__(unraisable)


def _handle(handler: Handler) -> dict[signal.Signals, Any]:
    """Set the handler of all three signals, and give those from before."""
    return {number: signal.signal(number, handler) for number in that_end()}


def that_end() -> list[signal.Signals]:
    """The signals that are listened to. Under nohup the end of the terminal is ignored, and stays
    so."""
    numbers = [signal.SIGTERM, signal.SIGINT]
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    return numbers
