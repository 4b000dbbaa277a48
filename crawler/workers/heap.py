"""Memory that is given back: pages of megabytes come and go, and the heap must shrink again.

glibc raises the size from which a block is a mapping of its own each time that such a block is
freed, so that after one large page all later ones stay in the heap. Elsewhere nothing is done.
"""

from __future__ import annotations

import ctypes
import gc
import re
import sys
from pathlib import Path

_MMAP_THRESHOLD = -3
_ARENA_MAX = -8
LARGE = 1 << 20
"""Bytes from which a block is a mapping of its own."""
LARGE_PAGE = 500_000
"""Bytes of a page from which it is read alone, and memory is given back after it: its tree takes
about fifty times as much."""
MANY_TAGS = 20_000
"""Start and end tags from which a page counts as large; the most of 309 real pages are 8,093."""


GROWTH = 16 << 20
"""Bytes by which a process may grow before it gives back what it does not use."""
_grown_to = 0


PASSED = 16 << 20
"""Bytes of responses between two looks for what holds itself."""
_passed = 0


def settle() -> None:
    """Leave alone for good what is there now: later looks for cycles are short."""
    gc.collect()
    gc.freeze()


def passed(count: int) -> None:
    """Count bytes of responses that came or were given up, and look for cycles now and then.

    A failure and the frames through which it came hold each other, and the body with them: of
    forty that failed, seven of 10 MB were there still.
    """
    global _passed  # of this process
    _passed += count
    if _passed >= PASSED:
        _passed = 0
        gc.collect()


def is_large(body: bytes) -> bool:
    """True for what takes much memory to read: large pages, many tags, and what is compressed."""
    return len(body) > LARGE_PAGE or body.startswith(b"\x1f\x8b") or body.count(b"<") > MANY_TAGS


def keep_small() -> None:
    """Ask for large blocks to be given back when they are freed, and for few arenas."""
    if library := _library():
        library.mallopt(_MMAP_THRESHOLD, LARGE)
        library.mallopt(_ARENA_MAX, 2)


def trim() -> None:
    """Give back what the heap does not use."""
    if library := _library():
        library.malloc_trim(0)


def give_back() -> None:
    """Free what only holds itself, as what a failure left behind does, and give it back."""
    gc.collect()
    trim()


def trim_if_grown() -> None:
    """Give back what the heap does not use, where the process has grown much since it last did."""
    global _grown_to  # of this process
    used = data_bytes()
    if used is None or used - _grown_to > GROWTH:
        trim()
        _grown_to = data_bytes() or 0


def data_bytes() -> int | None:
    """Bytes of this process's data, as RLIMIT_DATA counts them; None where nobody tells."""
    try:
        status = Path("/proc/self/status").read_text("ascii", "replace")
    except OSError:
        return None
    found = re.search(r"^VmData:\s+(\d+) kB", status, re.MULTILINE)
    return int(found[1]) * 1024 if found else None


def _library() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None
