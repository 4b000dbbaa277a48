"""What this machine knows of its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

from crawler.processes import lives, memory_bytes

HOLDS_MB = 60
PROGRAM = f"held = b'x' * {HOLDS_MB}_000_000; print(flush=True); input()"


def start() -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def test_memory_counts_what_any_thread_has_started() -> None:
    """A crawl starts those that extract for it beside the reactor; its bound is of all of them."""
    before = memory_bytes(os.getpid())
    with ThreadPoolExecutor(1) as pool:
        of_thread = pool.submit(start).result()
        assert threading.active_count() > 1
        with of_thread, start() as of_main:
            both = memory_bytes(os.getpid()) - before
            for process in (of_thread, of_main):
                assert memory_bytes(process.pid) > HOLDS_MB * 1_000_000
            assert both > 2 * HOLDS_MB * 1_000_000
            of_main.communicate("\n")
            of_thread.communicate("\n")
    assert not lives(of_thread.pid)
    assert memory_bytes(of_thread.pid) == 0
