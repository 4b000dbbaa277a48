"""Manners: a pace for each host, and leaving alone whoever asks for it or cannot cope.

`crawler.fetching.permission` asks what is allowed, `PaceMiddleware` decides when. What a host said
and how it behaved is kept in the table `hosts`, for the next visit.
"""

from __future__ import annotations

import asyncio
import logging
import random
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.core.downloader import Downloader
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest, ResponseDataLossError
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.asyncio import call_later

from crawler.fetching.waiting import ENDING, NotNow, begins_a_page, drop
from crawler.hosts import Host
from crawler.visit import Visit, visit_of
from pipeline.errors import Reason
from pipeline.urls import host_port

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

JITTER = 0.2
"""The delay between two requests varies by this part of itself, and never falls below its floor."""
PRIVATE_CONCURRENCY = 2
"""Connections at once to a host of the person's own (private_hosts) that asks for no delay."""
SLOWEST_S = 10.0
"""A host that answers slowly is asked less often: its latency, up to this, becomes the delay."""
BACKOFF_S = 2.0
"""First wait after 429 or 503 without Retry-After; it doubles, with jitter, at each repetition."""
PAGES_OWN = (IgnoreRequest, ResponseDataLossError, DownloadCancelledError)
"""Failures of a page whose host did answer."""
MAX_PROBES = 10
"""How often at one visit a host that keeps failing is asked whether it answers at all."""
BUSY_TRIES = 3
"""How often one request is repeated after 429 or 503."""
LONGEST_S = 7 * 86_400.0
"""A longer Retry-After counts as this: nobody plans a pause of years, and a slip would be one."""


class PaceMiddleware:
    """Gives each host its own slot with its own pace, and obeys Retry-After."""

    def __init__(self, crawler: Crawler, visit: Visit) -> None:
        self.crawler = crawler
        self.visit = visit

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PaceMiddleware:
        return cls(crawler, visit_of(crawler))

    @property
    def _most_failures(self) -> int:
        return self.visit.settings.host_failures

    @property
    def downloader(self) -> Downloader:
        return self.crawler.engine.downloader

    def process_request(self, request: Request) -> None:
        where = host_port(request.url)
        host = self.visit.hosts.get(where)
        if host.closed:
            raise NotNow(*host.closed, retry=True)
        if self.visit.stopping and begins_a_page(request):
            raise ENDING
        if self.visit.out_of_requests():
            raise NotNow(Reason.RATE_LIMITED, "this visit's budget of requests is used", retry=True)
        request.meta["download_slot"] = where
        self._set_slot(where, host.floor_s, host)

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        if request.meta.get("is_probe"):
            return response
        where = host_port(request.url)
        host = self.visit.hosts.get(where)
        if response.status in (429, 503):
            host.failures = 0
            host.busy += 1
            return await self._busy(request, response, where, host)
        if response.status >= 500:
            self._count_error(where, host)
        else:
            host.failures = host.busy = 0
            host.answered = host.answered or not request.meta.get("is_robots")
            if response.status == 200 and begins_a_page(request) and request.method == "GET":
                host.gave = host.gave or request.url
        latency = float(request.meta.get("download_latency") or 0)
        if not host.private:
            self._set_slot(where, max(host.floor_s, min(latency, SLOWEST_S)), host)
        return response

    def _count_error(self, where: str, host: Host) -> None:
        """Leave alone a host that has nothing but errors of the server to say."""
        host.failures += 1
        if not (host.answered or host.closed) and host.failures >= self._most_failures:
            detail = f"{where} answered with an error {host.failures} times in a row"
            self._close(where, host, Reason.HTTP_ERROR, detail)

    async def process_exception(self, request: Request, exception: Exception) -> None:
        """Count failures of the network; after some in a row the host is left alone, unless it
        answers a question that it has answered before: then the fault is the pages'."""
        if isinstance(exception, PAGES_OWN) or request.meta.get("is_probe"):
            return
        where = host_port(request.url)
        host = self.visit.hosts.get(where)
        host.failures += 1
        if host.failures < self._most_failures or host.closed:
            return
        robots = urlsplit(request.url)._replace(path="/robots.txt", query="", fragment="").geturl()
        if not request.meta.get("is_robots") and await self._gives(robots, host):
            host.failures = 0
        elif not host.closed:
            detail = f"{where} failed {host.failures} times in a row"
            self._close(where, host, Reason.CONNECTION, detail)

    async def _gives(self, url: str, host: Host) -> bool:
        """Whether a host still gives what it has given before, asked ahead of all that waits."""
        if host.asked_if_alive >= MAX_PROBES:
            return False
        host.asked_if_alive += 1
        probe = Request(
            url,
            callback=NO_CALLBACK,
            meta={
                "is_robots": urlsplit(url).path == "/robots.txt",
                "is_probe": True,
                "max_retry_times": 0,
            },
            priority=1000,
            dont_filter=True,
        )
        slot = self.downloader.slots.get(host_port(url))
        waiting = list(slot.queue) if slot else []
        if slot:
            slot.queue.clear()  # the question goes before what waits for its answer
        try:
            response = await self.crawler.engine.download_async(probe)
        except PAGES_OWN as error:  # refused for what it is, as it was before: it came
            return not isinstance(error, NotNow)
        except Exception:  # noqa: BLE001  # whatever the network does: it does not answer
            return False
        finally:
            if slot:
                slot.queue.extend(waiting)
                self.downloader.slots.setdefault(host_port(url), slot)
                asyncio.get_running_loop().call_soon(self.downloader._process_queue, slot)
        return response.status < 500 and response.status != 429

    async def _busy(
        self, request: Request, response: Response, where: str, host: Host
    ) -> Request | Response:
        """Wait as long as a host asks, and ask again; or leave it alone until the next visit.

        Where a long wait is asked for, a page that came before tells whose it is: the host's, if
        that does not come any more; else the page's own, which is then left alone by itself."""
        tries = int(request.meta.get("busy_tries", 0))
        wait_s = retry_after_s(response, datetime.now(UTC))
        if wait_s is None:
            wait_s = BACKOFF_S * 2**tries * random.uniform(0.75, 1.25)  # noqa: S311
        if wait_s > self.visit.settings.max_wait_s:
            async with host.asking:
                if host.gave and not host.closed and await self._gives(host.gave, host):
                    return response
                host.resumes_at = datetime.now(UTC) + timedelta(seconds=wait_s)
                detail = f"{where} asks to be left alone for {wait_s:.0f} s"
                self._close(where, host, Reason.RATE_LIMITED, detail)
            return response
        if host.busy >= self._most_failures and not host.closed:
            detail = f"{where} answered {host.busy} times in a row that it is asked too much"
            self._close(where, host, Reason.RATE_LIMITED, detail)
        if tries + 1 >= BUSY_TRIES or host.closed:
            return response
        _, slot = self.downloader._get_slot(request)
        if slot.latercall:
            slot.latercall.cancel()
        slot.latercall = call_later(wait_s, self.downloader._latercall, slot)
        again: Request = request.replace(dont_filter=True)
        again.meta["busy_tries"] = tries + 1
        return again

    def _close(self, where: str, host: Host, reason: Reason, detail: str) -> None:
        """Leave a host alone until the next visit, requests that wait for it included."""
        host.closed = (reason, detail)
        logger.warning("%s: no more requests at this visit", detail)
        if slot := self.downloader.slots.get(where):
            drop(slot, NotNow(reason, detail, retry=True))

    def _set_slot(self, where: str, delay_s: float, host: Host) -> None:
        """Set a host's pace in its slot, and for the slot that follows when it is collected."""
        concurrency = PRIVATE_CONCURRENCY if host.private and not delay_s else 1
        delay_s = delay_s / (1 - JITTER)
        pace: dict[str, Any] = {"concurrency": concurrency, "delay": delay_s, "jitter": JITTER}
        self.downloader.per_slot_settings[where] = pace
        if slot := self.downloader.slots.get(where):
            slot.concurrency, slot.delay, slot.jitter = concurrency, delay_s, JITTER


def retry_after_s(response: Response, now: datetime) -> float | None:
    """Seconds that Retry-After asks for, in either of its forms; None where there is none."""
    text = (response.headers.get(b"Retry-After") or b"").decode("latin-1").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), LONGEST_S)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - now).total_seconds()), LONGEST_S)
