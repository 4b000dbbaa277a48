"""For the server of a pool's processes alone, which loads it: those that are stopped before they
have begun end in silence.

Ctrl-C in a pool's first seconds meets processes that are still being made: what they were to read
is gone, and each would write a traceback among what the person reads.
"""

from __future__ import annotations

import sys
from pickle import UnpicklingError
from types import TracebackType

STOPPED = (OSError, EOFError, UnpicklingError)


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not isinstance(error, STOPPED):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _tell
