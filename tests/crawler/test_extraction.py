"""The pool: what hangs, crashes or eats memory in a worker loses itself alone."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator

import pytest

from crawler.workers.extraction import ExtractionPool
from pipeline.errors import Reason, Rejected


@pytest.fixture(scope="module")
def pool() -> Iterator[ExtractionPool]:
    made = ExtractionPool(1, time_limit_s=20, memory_mb=1500)
    yield made
    made.close()


def reason(found: object) -> Reason:
    assert isinstance(found, Rejected)
    return found.reason


def test_what_hangs_is_ended(pool: ExtractionPool) -> None:
    pool.time_limit_s = 0.5
    assert reason(asyncio.run(pool.run(time.sleep, 60))) is Reason.EXTRACTION_TIMEOUT
    pool.time_limit_s = 20
    assert asyncio.run(pool.run(abs, -1)) == 1


def test_what_crashes_loses_itself_alone(pool: ExtractionPool) -> None:
    async def three() -> list[object]:
        return list(
            await asyncio.gather(pool.run(abs, -1), pool.run(os._exit, 3), pool.run(abs, -2))
        )

    first, crashed, last = asyncio.run(three())
    assert (first, last) == (1, 2)
    assert reason(crashed) is Reason.EXTRACTION_CRASHED


def test_memory_is_limited(pool: ExtractionPool) -> None:
    assert reason(asyncio.run(pool.run(bytes, 4 << 30))) is Reason.TOO_LARGE
    assert asyncio.run(pool.run(abs, -1)) == 1


def test_an_error_is_named(pool: ExtractionPool) -> None:
    found = asyncio.run(pool.run(int, "x"))
    assert reason(found) is Reason.EXTRACTION_ERROR
    assert isinstance(found, Rejected)
    assert "ValueError" in found.detail
