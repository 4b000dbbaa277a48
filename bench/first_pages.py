"""What the first pages of a process cost: `python bench/first_pages.py FOLDER [--pages 10]`.

FOLDER is read as by bench/extraction.py. Two processes one after the other read its first pages,
the first with an empty cache folder, the second with what the first kept in it; CPU milliseconds of
the first page, of all of them together, and of all of them once more.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.pages import read_folder
from bench.peers import rasid
from pipeline.records import Page


def main() -> int:
    parser = argparse.ArgumentParser(description="CPU milliseconds of a process's first pages")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=10)
    parser.add_argument("--here", action="store_true", help="in this process, with its own cache")
    options = parser.parse_args()
    if options.here:
        pages = [case.page for case in islice(read_folder(options.folder), options.pages)]
        one, others, again = (spent(some) for some in (pages[:1], pages[1:], pages))
        print(f"{one:6.0f} {one + others:6.0f} {again:6.0f}", flush=True)
        return 0
    print(f"{'':8}{'one':>6} {options.pages:>6} {'again':>6}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for kept in ("nothing", "kept"):
            print(f"{kept:8}", end="", flush=True)
            command = [sys.executable, __file__, "--here", *sys.argv[1:]]
            subprocess.run(command, env={**os.environ, "XDG_CACHE_HOME": folder}, check=True)
    return 0


def spent(pages: Sequence[Page]) -> float:
    start = time.process_time()
    for page in pages:
        rasid(page)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
