"""How pages are asked for: Scrapy's HTTP handler, with limits on how long a server says nothing.
Connections that are kept are not relied on.

What comes is read and limited in `crawler.fetching.answers`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Hashable
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadFailedError, DownloadTimeoutError, ResponseDataLossError
from scrapy.http import Request, Response
from twisted.internet.defer import Deferred
from twisted.internet.interfaces import IStreamClientEndpoint
from twisted.web.client import HTTPConnectionPool

from crawler.fetching.answers import Chunks, Most, OverLimit, Parser
from crawler.fetching.certificates import NamedCertificates
from crawler.fetching.guard import Refused
from crawler.workers import heap
from pipeline.errors import Reason

if TYPE_CHECKING:
    from twisted.web.iweb import IPolicyForHTTPS

SPARE_S = 2.0
"""Scrapy's own limit on time should end a download so much earlier; some breaches of HTTP leave it
without anything to end."""

_ON_NEW: ContextVar[bool] = ContextVar("on_new", default=False)
"""Whether what is asked here goes over a connection of its own, and none that was kept."""


class Handler(HTTP11DownloadHandler):
    """Downloads over HTTP, and gives up on heads that are too long or too late."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        if settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES"):
            self._contextFactory = cast("IPolicyForHTTPS", NamedCertificates(self._contextFactory))
        self.first_byte_s = settings.getfloat("RASID_FIRST_BYTE_S")
        most = Most(
            settings.getint("RASID_MAX_HEADERS"),
            settings.getint("RASID_MAX_HEADER_BYTES"),
            settings.getint("DOWNLOAD_MAXSIZE") + settings.getint("RASID_MAX_HEADER_BYTES"),
        )
        self.timeout_s = settings.getfloat("DOWNLOAD_TIMEOUT")
        self.max_bytes = settings.getint("DOWNLOAD_MAXSIZE")
        self.on_kept: set[bytes] = set()
        """Addresses that are asked for over connections which carried an answer before."""
        pool: Any = self._pool
        pool.__class__ = _Pool  # it is made by Scrapy
        pool._factory = partial(_Factory, most, self.on_kept)

    async def download_request(self, request: Request) -> Response:
        """The response. A server may keep a connection and read nothing more from it: whoever hears
        nothing on a kept one asks again, once, on a new one: several may be kept so."""
        address = request.url.partition("#")[0].encode("ascii", "replace")
        try:
            return await self._download(request)
        except DownloadTimeoutError:
            if "download_latency" in request.meta or address not in self.on_kept:
                raise
        finally:
            self.on_kept.discard(address)
        asked_on_new = _ON_NEW.set(True)
        try:
            return await self._download(request)
        finally:
            _ON_NEW.reset(asked_on_new)

    async def _download(self, request: Request) -> Response:
        request.meta.pop("download_latency", None)
        task = asyncio.ensure_future(super().download_request(request))
        late: float | None = None

        def give_up(limit_s: float) -> None:
            nonlocal late
            late = limit_s
            task.cancel()

        def look() -> None:
            if "download_latency" not in request.meta:
                give_up(self.first_byte_s)

        loop = asyncio.get_running_loop()
        timers = (
            loop.call_later(self.first_byte_s, look),
            loop.call_later(self.timeout_s + SPARE_S, give_up, self.timeout_s),
        )
        try:
            return await task
        except asyncio.CancelledError:
            if late:
                raise _too_late(late) from None
            raise
        except Exception as error:
            heap.passed(self.max_bytes // 2)
            if late:
                raise _too_late(late) from error
            lost = isinstance(error, DownloadFailedError | ResponseDataLossError)
            if lost and (over := _over_limit(error)):
                raise Refused(Reason.TOO_LARGE, over) from error
            raise
        finally:
            for timer in timers:
                timer.cancel()


def _too_late(limit_s: float) -> DownloadTimeoutError:
    return DownloadTimeoutError(f"no answer within {limit_s:g} s")


def _over_limit(error: BaseException) -> str | None:
    """What was over a limit, where that ended a download."""
    failed: Any = error.__cause__
    found = (reason for reason in getattr(failed, "reasons", ()) if reason.check(OverLimit))
    return next((str(reason.value) for reason in found), None)


class _Protocol(_LenientHTTP11ClientProtocol):
    most: Most
    on_kept: set[bytes]
    is_kept = False

    def request(self, request: Any) -> Any:
        if self.is_kept:
            self.on_kept.add(request.absoluteURI)
        self.is_kept = True
        answer = super().request(request)
        parser: Any = self._parser
        parser.__class__ = Parser  # as Scrapy does, for the same reason
        parser.most = self.most
        parser.MAX_LENGTH = self.most.header_bytes
        parser._transferDecoders = {b"chunked": partial(Chunks, self.most.body_bytes)}
        return answer


class _Pool(HTTPConnectionPool):
    def getConnection(  # noqa: N802  # Twisted's name
        self, key: Hashable, endpoint: IStreamClientEndpoint
    ) -> Deferred[Any]:
        if _ON_NEW.get():
            return self._newConnection(key, endpoint)
        return super().getConnection(key, endpoint)


class _Factory(_LenientHTTP11ClientFactory):
    def __init__(self, most: Most, on_kept: set[bytes], *args: Any) -> None:
        super().__init__(*args)  # type: ignore[no-untyped-call]
        self.most = most
        self.on_kept = on_kept

    def buildProtocol(self, addr: Any) -> _Protocol:  # noqa: N802
        protocol = _Protocol(self._keep)  # type: ignore[no-untyped-call]
        protocol.most = self.most
        protocol.on_kept = self.on_kept
        return protocol

    def _keep(self, protocol: _Protocol) -> None:
        """Take a connection back whose answer is whole. One that was given up at its answer's head,
        of which the rest had come with it, is closing: what is asked on it is asked in vain."""
        transport: Any = protocol.transport
        if not transport.disconnecting:
            self._quiescentCallback(protocol)
