"""Permission: robots.txt before the first request to a host, and nothing that it forbids.

What a host said is kept in the table `hosts`, for as long as it holds.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.exceptions import CannotResolveHostError, DownloadConnectionRefusedError, IgnoreRequest
from scrapy.http import Request
from scrapy.http.request import NO_CALLBACK

from crawler.fetching.failures import failure_of
from crawler.fetching.guard import Refused, resolves_privately
from crawler.fetching.politeness import LONGEST_S
from crawler.fetching.robots import MAX_REDIRECTS, Robots, decode_robots, is_fresh, read_robots
from crawler.fetching.waiting import NotNow
from crawler.visit import Visit, visit_of
from db import read, write
from db.models import HostRow
from pipeline.errors import Reason, Rejected
from pipeline.urls import host_port

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class RobotsMiddleware:
    """Asks each host for its robots.txt once, and refuses what it forbids.

    Requests that come while the answer is awaited wait for it too: they share one lock a host.
    """

    def __init__(self, crawler: Crawler, visit: Visit) -> None:
        self.crawler = crawler
        self.visit = visit
        self.known: dict[str, Robots] = {}
        self.barred: dict[str, Refused] = {}
        """Why hosts cannot be asked at all: their certificate, or an address on a private network.
        Not kept: the source's file may let the host in."""
        self.causes: dict[str, str] = {}
        """Why hosts gave no robots.txt to this visit."""
        self.silent: dict[str, Rejected] = {}
        """Hosts to which this visit found no connection at all, and why."""
        self.locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware:
        return cls(crawler, visit_of(crawler))

    async def process_request(self, request: Request) -> None:
        if request.meta.get("is_robots"):
            return
        where = host_port(request.url)
        robots = await self.robots(request.url)
        if where in self.barred:
            raise self.barred[where]
        if failed := self.silent.get(where):
            raise Refused(failed.reason, f"{where} cannot be reached: {failed.detail}", retry=True)
        if not robots.reachable:
            cause = self.causes.get(where, "")
            detail = f"{where} gives no robots.txt{cause}: it is left alone until it does"
            raise Refused(Reason.ROBOTS_UNREACHABLE, detail, retry=True)
        if not await robots.allows_soon(request.url):
            raise Refused(Reason.ROBOTS, f"forbidden by the robots.txt of {where}")

    async def robots(self, url: str) -> Robots:
        """What the host of a URL asks; from memory, the database, or the host."""
        where = host_port(url)
        async with self.locks[where]:
            if where not in self.known:
                row = await self.visit.database.read(lambda session: read.host(session, where))
                self._obey_earlier_wish(where, row)
                robots = await _stored(row) or await self._fetched(url, where)
                self.visit.hosts.set_crawl_delay(where, robots.crawl_delay_s)
                self.visit.hosts.get(where).robots = robots
                self.known[where] = robots
        return self.known[where]

    def _obey_earlier_wish(self, where: str, row: HostRow | None) -> None:
        """Leave a host alone that asked an earlier visit to come back later than now: not later
        than it can have asked for, which was noted by a clock that was ahead."""
        until, now = row.retry_after_until if row else None, datetime.now(UTC)
        if until and now < until <= now + timedelta(seconds=LONGEST_S):
            host = self.visit.hosts.get(where)
            host.resumes_at = until
            detail = f"{where} asks to be left alone until {until:%Y-%m-%d %H:%M} UTC"
            host.closed = (Reason.RATE_LIMITED, detail)
            raise NotNow(*host.closed, retry=True)

    async def _fetched(self, url: str, where: str) -> Robots:
        parts = urlsplit(url)
        request = Request(
            f"{parts.scheme}://{parts.netloc}/robots.txt",
            callback=NO_CALLBACK,
            meta={
                "is_robots": True,
                "max_retry_times": 1,
                "redirect_ttl": MAX_REDIRECTS,
                "download_maxsize": 0,  # of whatever is long, the beginning counts
            },
            priority=1000,
            dont_filter=True,
        )
        status: int | None = None
        text: str | None = None
        try:
            response = await self.crawler.engine.download_async(request)
            status = response.status
            if status >= 300:
                self.causes[where] = f" (HTTP {status})"
            else:
                text = decode_robots(response.body)
        except NotNow:
            raise
        except Refused as refused:
            if refused.rejected == resolves_privately(where):
                self.barred[where] = refused
                return Robots(reachable=False)
            status = 404 if refused.rejected.reason is Reason.NOT_HTML else None
            self.causes[where] = f" ({refused.rejected.detail})"
        except IgnoreRequest:  # redirected without end, or a bomb: as if there were none
            status = 404
        except Exception as error:  # noqa: BLE001  # whatever the network does: unreachable
            failed, _ = failure_of(error)
            self.causes[where] = f" ({failed.reason}: {failed.detail})"
            if isinstance(error, CannotResolveHostError | DownloadConnectionRefusedError):
                self.silent[where] = failed
            if failed.reason is Reason.TLS:
                self.barred[where] = Refused(Reason.TLS, failed.detail, retry=True)
                return Robots(reachable=False)
        robots = await _read(status, text)
        await self.visit.database.write(
            lambda session: write.save_host(
                session,
                where,
                robots_text=text,
                robots_fetched_at=datetime.now(UTC),
                robots_status=status,
                crawl_delay_s=robots.crawl_delay_s,
            )
        )
        return robots


async def _read(status: int | None, text: str | None) -> Robots:
    """What an answer means. Half a megabyte of rules takes most of a second to parse: that happens
    in a thread, while the reactor goes on."""
    return await asyncio.to_thread(read_robots, status, text)


async def _stored(row: HostRow | None) -> Robots | None:
    """What a host said to an earlier visit; None where that holds no more."""
    now = datetime.now(UTC)
    if row is None or not is_fresh(row.robots_fetched_at, row.robots_status, now):
        return None
    return await _read(row.robots_status, row.robots_text)
