"""The pool: what hangs, crashes or eats memory in a worker loses itself alone."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from operator import countOf
from pathlib import Path

import pytest

from crawler.workers.cutting import cut
from crawler.workers.extraction import ExtractionPool
from pipeline.errors import Reason, Rejected
from pipeline.records import Page


@pytest.fixture(scope="module")
def pool() -> Iterator[ExtractionPool]:
    made = ExtractionPool(1, time_limit_s=20, memory_mb=1500)
    yield made
    made.close()


def python(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """A program that ran in a process of its own."""
    return subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True,
                          check=True, cwd=Path(__file__).parents[2])  # fmt: skip


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


def test_what_takes_more_than_its_share_beside_others_is_done_alone(pool: ExtractionPool) -> None:
    assert asyncio.run(pool.run(eval, "len(bytes(48 << 20))")) == 48 << 20
    assert reason(asyncio.run(pool.run(eval, "len(bytes(96 << 20))"))) is Reason.TOO_LARGE


def test_a_process_that_was_given_less_memory_takes_no_more() -> None:
    """As under `ulimit -v`, which nothing that it starts may raise."""
    program = """
import resource
from crawler.workers.begin import set_up
given = 1_000_000 * 1024
resource.setrlimit(resource.RLIMIT_AS, (given, given))
set_up(1500)
assert resource.getrlimit(resource.RLIMIT_AS) == (given, given)
set_up(600)
assert resource.getrlimit(resource.RLIMIT_AS)[0] == 600 * 1024 * 1024
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_an_error_is_named(pool: ExtractionPool) -> None:
    found = asyncio.run(pool.run(int, "x"))
    assert reason(found) is Reason.EXTRACTION_ERROR
    assert isinstance(found, Rejected)
    assert "ValueError" in found.detail


_TOO_MUCH = """
from datetime import UTC, datetime
from crawler.workers.begin import set_up
from crawler.workers.worker import extract
from pipeline.records import Memory, Page

body = "<html><body><h1>A</h1><p>" + "word and more words " * 400_000
url, now = "http://example.org/a", datetime(2026, 11, 26, tzinfo=UTC)
set_up(1500, 16)
try:
    extract(Page(url, url, body.encode(), now), Memory(), now)
except MemoryError:
    print("too much")
"""


def test_a_page_that_takes_too_much_is_no_traceback() -> None:
    result = python(_TOO_MUCH)
    assert (result.stdout.strip(), result.stderr) == ("too much", "")


_FIRST_PAGE = """
from crawler.workers import heap
from crawler.workers.begin import set_up
from pipeline.lines.rules_to_try import patterns_of

set_up(1500, 16)
before = heap.data_bytes()
patterns_of("ar", frozenset()).of("some words")
print(heap.data_bytes() - before)
"""


def test_the_first_page_pays_for_no_reading_of_rules() -> None:
    assert int(python(_FIRST_PAGE).stdout) < 4 << 20  # they take eighteen megabytes


_LONG_LIST = """
from datetime import UTC, datetime
from crawler.workers.begin import set_up
from crawler.workers.worker import read_listing
from pipeline.records import ListingKind, Memory, Page, Source

row = "<li><a href='/a/{}-story-of-chips.html'>The story number {} of chips and phones</a></li>"
rows = "".join(row.replace("{}", str(i)) for i in range(6_000))
url, now = "http://example.org/tech", datetime(2026, 11, 26, tzinfo=UTC)
page = Page(url, url, f"<html><body><h1>Tech</h1><ul>{rows}</ul></body></html>".encode(), now)
set_up(1500, 10)
source = Source("s", "S", section=url)
print(len(read_listing(ListingKind.SECTION, page, source, Memory(), max_links=500).links))
"""


def test_of_a_list_that_takes_too_much_the_beginning_is_read() -> None:
    assert python(_LONG_LIST).stdout.strip() == "500"


def test_of_a_list_of_very_many_tags_the_beginning_is_read() -> None:
    url, item = "http://example.org/tech", b"<li>x</li>"
    long = Page(url, url, item * 60_000, datetime.now(UTC))
    tags = cut(long).body.count(b"<")
    assert 45_000 < tags <= 50_000
    short = replace(long, body=item * 20_000)
    assert cut(short) is short


_LONG_FEED = """
from datetime import UTC, datetime
from crawler.workers.begin import set_up
from crawler.workers.worker import read_listing
from pipeline.records import ListingKind, Memory, Page, Source

item = "<item><title>The story number {} of chips</title><link>/a/{}-story.html</link></item>"
items = "".join(item.replace("{}", str(i)) for i in range(60_000))
feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>T</title>{items}</channel></rss>"
url, now = "http://example.org/feed", datetime(2026, 11, 26, tzinfo=UTC)
page, source = Page(url, url, feed.encode(), now), Source("s", "S", feeds=(url,))
set_up(1500, 24)
print(len(read_listing(ListingKind.FEED, page, source, Memory(), max_links=500).links))
"""


def test_of_a_feed_that_takes_too_much_the_beginning_is_read() -> None:
    assert python(_LONG_FEED).stdout.strip() == "500"


_LARGE_SITEMAPS = """
from datetime import UTC, datetime
from crawler.workers.begin import set_up
from crawler.workers.worker import read_listing
from pipeline.records import ListingKind, Memory, Page, Source

root, url = "<{} xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>", "http://example.org/map.xml"
one = "<url><loc>http://example.org/a-story-of-{}</loc><lastmod>2026-11-25</lastmod></url>"
many = "".join(one.replace("{}", str(i)) for i in range(50_000))
index = many.replace("<url>", "<sitemap>").replace("</url>", "</sitemap>")
set_up(1500, 28)
few = "".join(one.replace("{}", str(i)) for i in range(500))
for body, most in (
    (f"{root.format('urlset')}{many}</urlset>", 50_000),
    (f"{root.format('urlset')}{few}</urlset>", 499),
    (f"{root.format('sitemapindex')}{index}</sitemapindex>", 50_000),
):
    page = Page(url, url, body.encode(), datetime(2026, 11, 26, tzinfo=UTC))
    source = Source("s", "S", sitemaps=(url,))
    found = read_listing(ListingKind.SITEMAP, page, source, Memory(), max_links=most)
    print(len(found.links), len(found.sitemaps), found.more, found.cut)
"""


def test_a_sitemap_of_as_many_addresses_as_the_protocol_allows_is_read() -> None:
    assert python(_LARGE_SITEMAPS).stdout.splitlines() == [
        "50000 0 False False",
        "499 0 True False",
        "0 1000 True False",
    ]


_APART = """
import os, time
from functools import partial
from crawler.workers.apart import answer_of, begin
from crawler.workers.begin import set_up

def child(work, *args, limit_s=5):
    return answer_of(begin(partial(work, *args), limit_s).end())

set_up(1500, 16)
print(child(os.getppid) == os.getpid())
print(child(os._exit, 3).detail)
print(child(time.sleep, 60, limit_s=0.2).detail)
odd = "raise type('Odd', (ValueError,), {})"
for work, argument in ((int, "x"), (bytes, 64 << 20), (exec, odd)):
    try:
        child(work, argument)
    except Exception as error:
        print(type(error).__name__, *getattr(error, "__notes__", ["no note"])[:1])
print(child(len, "abc"))
kept = bytearray(6 << 20)
print(child(exec, "bytes(12 << 20)"))
"""


def test_a_child_answers_or_says_how_it_ended() -> None:
    told = python(_APART).stdout.splitlines()
    assert told[:3] == ["True", "the process ended with 3", "longer than 0.2 s"]
    assert "ValueError Traceback (most recent call last):" in told
    assert "MemoryError no note" in told
    assert "ValueError no note" in told  # its own class cannot leave the process
    assert told[-2] == "3"
    assert told[-1] == "None"  # what the process has is none of what a page may take


LARGE = Page("http://example.org/a", "http://example.org/a", b"<" * 30_000, datetime.now(UTC))
AT_LENGTH = partial(countOf, range(20_000_000))
"""Work on a page that takes some seconds, and finds 0."""


def test_what_is_read_apart_holds_up_no_small_page(pool: ExtractionPool) -> None:
    async def both() -> tuple[int | Rejected, bool, int | Rejected]:
        large = asyncio.ensure_future(pool.run(AT_LENGTH, LARGE))
        await asyncio.sleep(0.2)
        small = await pool.run(abs, -1)
        return small, large.done(), await large

    assert asyncio.run(pool.run(abs, -1)) == 1
    assert asyncio.run(both()) == (1, False, 0)


def test_a_page_read_apart_is_read_anew_where_another_ends_its_process(
    pool: ExtractionPool,
) -> None:
    async def both() -> tuple[object, object]:
        large = asyncio.ensure_future(pool.run(AT_LENGTH, LARGE))
        await asyncio.sleep(0.2)
        return await pool.run(os._exit, 3), await large

    assert asyncio.run(pool.run(abs, -1)) == 1
    crashed, read = asyncio.run(both())
    assert reason(crashed) is Reason.EXTRACTION_CRASHED
    assert read == 0


def _children() -> set[str]:
    asked = ["ps", "-o", "pid=,comm=", "--ppid", str(os.getpid())]
    found = subprocess.run(asked, capture_output=True, text=True)
    lines = [line.split(maxsplit=1) for line in found.stdout.splitlines()]
    return {pid for pid, name in lines if name != "ps"}


def test_what_extracts_is_one_process() -> None:
    before = _children()  # other tests of this process may have left some
    pool = ExtractionPool(1, 10.0, 1500)
    try:
        asyncio.run(pool.run(abs, -1))
        assert len(_children() - before) == 1
    finally:
        pool.close()


_FOUND_ELSEWHERE = """
import asyncio, sys
sys.path.append(sys.argv[1])
from only_here import answer
from crawler.workers.cutting import cut
from crawler.workers.extraction import ExtractionPool

pool = ExtractionPool(1, time_limit_s=20, memory_mb=1500)
print(asyncio.run(pool.run(answer)))
pool.close()
"""


def test_what_extracts_finds_modules_where_the_crawl_does(tmp_path: Path) -> None:
    (tmp_path / "only_here.py").write_text("def answer():\n    return 42\n")
    assert python(_FOUND_ELSEWHERE, str(tmp_path)).stdout.strip() == "42"


def test_the_process_that_crawls_holds_nothing_of_extraction() -> None:
    heavy = "{'trafilatura', 'pipeline.extract', 'pipeline.clean', 'pipeline.people.bylines'}"
    program = (
        f"import sys, crawler.run, crawler.spiders.news; print(sorted({heavy} & set(sys.modules)))"
    )
    assert python(program).stdout.strip() == "[]"
