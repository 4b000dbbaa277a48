"""Pages that are built in a browser: scrapy-playwright, behind the gate and within limits.

One page at a time, in one browser a visit. What a news page needs to build its text is loaded:
documents, scripts, data. Pictures, fonts, styles and media are not, nor what robots.txt of the
page's host forbids. The browser's own connections pass crawler.fetching.gate.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import cast

from playwright.async_api import Error as BrowserError
from playwright.async_api import Page
from playwright.async_api import Request as BrowserRequest
from playwright.async_api import TimeoutError as BrowserTimeoutError
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)
from scrapy.http import Request, Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler
from scrapy_playwright.page import PageMethod

from crawler.browser import find_browser, launch_options
from crawler.fetching import transport
from crawler.fetching.gate import Gate
from crawler.fetching.guard import Refused, is_text
from crawler.visit import Visit
from pipeline.errors import Reason
from pipeline.urls import host_port, same_site

NEEDED = frozenset({"document", "script", "xhr", "fetch"})
"""Kinds of requests that a page may make, in the browser's words."""

QUIET_S = 5.0
"""A page is taken as it stands once it asks for nothing for half a second, and after so many
seconds at the latest: some ask without end."""

CLOSE_S = 5.0
"""Seconds that a page is given to close, before its browser is ended with it."""

BYTES_A_PAGE = 4
"""Times a page's limit that all that it loads may take: most is scripts."""

logging.getLogger("scrapy-playwright").setLevel(logging.ERROR)


class Handler(ScrapyPlaywrightDownloadHandler, transport.Handler):  # type: ignore[misc]  # untyped
    """Downloads as crawler.fetching.transport does, and renders the requests that ask for it."""

    lazy = True  # the browser is started with the first page that needs it

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        visit = cast("Visit", crawler.spider.visit)  # type: ignore[union-attr]  # ours has one
        self.visit = visit
        self.max_bytes = visit.settings.max_bytes
        self.limit_s = visit.settings.timeout_s + QUIET_S
        self.gate: Gate | None = None
        self.abort_request = self._is_needless
        self._one_at_a_time = asyncio.Lock()

    async def download_request(self, request: Request) -> Response:
        if not request.meta.get("playwright"):
            return await super().download_request(request)
        async with self._one_at_a_time:
            gate = self.gate or await self._begin()
            gate.allow(BYTES_A_PAGE * self.max_bytes)
            request.meta["playwright_page_methods"] = [PageMethod(_settle)]
            request.meta["playwright_page_goto_kwargs"] = {"wait_until": "domcontentloaded"}
            try:
                async with asyncio.timeout(self.limit_s):
                    response = await super().download_request(request)
            except (TimeoutError, BrowserTimeoutError) as late:
                raise DownloadTimeoutError(f"not built within {self.limit_s:g} s") from late
            except BrowserError as error:
                raise _named(error, request, gate) from error
            finally:
                await self._tidy()
        return self._checked(request, response)

    async def close(self) -> None:
        with suppress(BrowserError):
            await super().close()
        if self.gate is not None:
            await self.gate.close()

    async def _begin(self) -> Gate:
        """Open the gate and start the browser behind it."""
        settings, source = self.visit.settings, self.visit.source
        gate = Gate(source.private_hosts)
        await gate.open()
        self.config.launch_options = launch_options(find_browser(settings.browser), gate.port)
        self.config.navigation_timeout_ms = 1000 * settings.timeout_s
        self.config.startup_context_kwargs = {
            "default": {
                "user_agent": settings.user_agent,
                "service_workers": "block",
                "ignore_https_errors": not source.verify_tls,
            }
        }
        await self._launch()
        self.gate = gate
        return gate

    async def _tidy(self) -> None:
        """Close what the page left open; a browser that does not even do that is ended."""
        pages = [page for each in self.context_wrappers.values() for page in each.context.pages]
        try:
            async with asyncio.timeout(CLOSE_S):
                for page in pages:
                    with suppress(BrowserError):
                        await page.close()
        except TimeoutError:
            with suppress(BrowserError, TimeoutError):
                async with asyncio.timeout(CLOSE_S):
                    await self.browser.close()

    async def _is_needless(self, asked: BrowserRequest) -> bool:
        """Whether a request of the browser's is not made."""
        if asked.resource_type not in NEEDED or not asked.url.startswith(("http://", "https://")):
            return True
        robots = self.visit.hosts.get(host_port(asked.url)).robots
        return robots is not None and not await robots.allows_soon(asked.url)

    def _checked(self, request: Request, response: Response) -> Response:
        """The response, if it is a page of the same site within the limits. Raises Refused."""
        if not same_site(request.url, response.url):
            raise Refused(Reason.REDIRECTED_AWAY, f"led to {response.url}"[:300])
        kind = (response.headers.get(b"Content-Type") or b"").decode("latin-1")
        if not is_text(kind):
            raise Refused(Reason.NOT_HTML, kind.partition(";")[0][:80])
        if len(response.body) > self.max_bytes:
            detail = f"{len(response.body)} bytes once it was built"
            raise Refused(Reason.TOO_LARGE, detail)
        return response


async def _settle(page: Page) -> None:
    """Wait until the page asks for nothing more, or long enough."""
    with suppress(BrowserTimeoutError):
        await page.wait_for_load_state("networkidle", timeout=1000 * QUIET_S)


def _named(error: BrowserError, request: Request, gate: Gate) -> Exception:
    """The failure of a page in Scrapy's words, which crawler.fetching.failures knows."""
    where = host_port(request.url)
    said = " ".join(str(error).split())[:200]
    if where in gate.refused:
        return Refused(Reason.PRIVATE_ADDRESS, f"{where} resolves to a private network")
    if gate.left < 0:
        return Refused(Reason.TOO_LARGE, "the page loads without end")
    if "ERR_CERT" in said or "ERR_SSL" in said:
        return DownloadFailedError(f"certificate not accepted: {said}")
    if "ERR_NAME_NOT_RESOLVED" in said:
        return CannotResolveHostError(said)
    if "ERR_SOCKS" in said or "ERR_CONNECTION" in said or where in gate.unreachable:
        return DownloadConnectionRefusedError(said)
    return DownloadFailedError(said)
