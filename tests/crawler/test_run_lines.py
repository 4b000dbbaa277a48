"""What a crawl's process says, as its parent reads it."""

from __future__ import annotations

import asyncio
import sys

from crawler.events import CrawlRequest
from crawler.run import CrawlProcess

PROGRAM = """
import sys
for _ in range(3):
    print("x" * 3_000_000, file=sys.stderr, flush=True)
print("short", file=sys.stderr, flush=True)
print("y" * 3_000_000, flush=True)
print('{"event": "ended", "state": "finished", "counts": {}, "error": null}', flush=True)
"""


def test_a_line_of_megabytes_holds_no_crawl_up() -> None:
    """As an error of a library may write, with the whole page in its words."""
    said: list[str] = []

    async def run() -> str:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", PROGRAM,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, limit=1 << 20,
        )  # fmt: skip
        ended = await asyncio.wait_for(
            CrawlProcess(CrawlRequest("s"), process, said.append).wait(), 60
        )
        return ended.state

    assert asyncio.run(run()) == "finished"
    assert said[-1] == "short"
