"""How responses come in: Scrapy's HTTP handler, with limits on what precedes a body.

Scrapy limits a response's body and its whole time. A server can also hold a connection with
headers that never end, or say nothing at all: both are limited here.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any, cast

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadFailedError, DownloadTimeoutError
from scrapy.http import Request, Response
from twisted.web.http import _DataLoss, _IdentityTransferDecoder

from crawler.guard import Refused
from pipeline.errors import Reason


class HeadTooLarge(Exception):  # noqa: N818  # named for what it is, as the others here
    """A response whose headers are over a limit."""


class Handler(HTTP11DownloadHandler):
    """Downloads over HTTP, and gives up on heads that are too long or too late."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        self.first_byte_s = settings.getfloat("RASID_FIRST_BYTE_S")
        most = (settings.getint("RASID_MAX_HEADERS"), settings.getint("RASID_MAX_HEADER_BYTES"))
        pool: Any = self._pool
        pool._factory = partial(_Factory, most)

    async def download_request(self, request: Request) -> Response:
        request.meta.pop("download_latency", None)
        task = asyncio.ensure_future(super().download_request(request))
        late = False

        def give_up() -> None:
            nonlocal late
            if "download_latency" not in request.meta:
                late = True
                task.cancel()

        timer = asyncio.get_running_loop().call_later(self.first_byte_s, give_up)
        try:
            return await task
        except asyncio.CancelledError:
            if late:
                raise _too_late(self.first_byte_s) from None
            raise
        except Exception as error:
            if late:
                raise _too_late(self.first_byte_s) from error
            if isinstance(error, DownloadFailedError) and _is_too_large(error):
                raise Refused(Reason.TOO_LARGE, "its headers are over the limit") from error
            raise
        finally:
            timer.cancel()


def _too_late(limit_s: float) -> DownloadTimeoutError:
    return DownloadTimeoutError(f"no answer within {limit_s:g} s")


def _is_too_large(error: BaseException) -> bool:
    failed: Any = error.__cause__
    return any(reason.check(HeadTooLarge) for reason in getattr(failed, "reasons", ()))


class _Lost:
    """In place of a body's decoder: says that the body is not whole."""

    def noMoreData(self) -> None:  # noqa: N802  # Twisted's name
        raise _DataLoss


class _Parser(_LenientHTTPClientParser):
    """Counts the lines and bytes of a head; those of interim answers (1xx) with them."""

    most: tuple[int, int]
    lines = 0
    size = 0

    def lineReceived(self, line: bytes) -> None:  # noqa: N802  # Twisted's name
        self.lines += 1
        self.size += len(line) + 1
        if self.lines > self.most[0] + 2 or self.size > self.most[1]:
            raise HeadTooLarge(f"{self.lines} lines, {self.size} bytes")
        super().lineReceived(line)

    def _finished(self, rest: bytes) -> None:
        """More came than Content-Length says: one of both is wrong, and the body may be cut."""
        if rest.strip() and isinstance(self.bodyDecoder, _IdentityTransferDecoder):
            self.bodyDecoder = cast("_IdentityTransferDecoder", _Lost())
        super()._finished(rest)  # type: ignore[no-untyped-call]

    def lineLengthExceeded(self, line: bytes) -> None:  # noqa: N802
        raise HeadTooLarge("one line has too many bytes")


class _Protocol(_LenientHTTP11ClientProtocol):
    most: tuple[int, int]

    def request(self, request: Any) -> Any:
        answer = super().request(request)
        parser: Any = self._parser
        parser.__class__ = _Parser  # as Scrapy does, for the same reason
        parser.most = self.most
        return answer


class _Factory(_LenientHTTP11ClientFactory):
    def __init__(self, most: tuple[int, int], *args: Any) -> None:
        super().__init__(*args)  # type: ignore[no-untyped-call]
        self.most = most

    def buildProtocol(self, addr: Any) -> _Protocol:  # noqa: N802
        protocol = _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
        protocol.most = self.most
        return protocol
