"""The search for reference cycles, held where it would find none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """Hold the search for reference cycles, and let it go on afterwards where it was on.

    A page makes tens of thousands of small objects and no cycle to speak of: they go by their
    counts, and searching them again and again took a tenth of a page's time. What modules make
    stays: while they are read the search took a tenth of a process's start.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
