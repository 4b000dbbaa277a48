"""How responses come in: Scrapy's HTTP handler, with limits on what precedes a body.

Scrapy limits a response's body and its whole time. A server can also hold a connection with
headers that never end, say nothing at all, or send a body in millions of pieces: all of these are
limited here.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Request, Response
from twisted.web._newclient import STATUS
from twisted.web.http import _ChunkedTransferDecoder, _DataLoss, _IdentityTransferDecoder

from crawler.fetching.certificates import NamedCertificates
from crawler.fetching.guard import Refused
from crawler.workers import heap
from pipeline.errors import Reason

if TYPE_CHECKING:
    from twisted.web.iweb import IPolicyForHTTPS

SPARE_S = 2.0
"""Scrapy's own limit on time should end a download so much earlier; some breaches of HTTP leave it
without anything to end."""


_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~\w-]+", re.ASCII)
_ENDED = re.compile(rb"</(?:html|rss|feed|urlset|sitemapindex)\s*>\s*\Z", re.IGNORECASE)
"""How a document ends that lacks nothing."""
_END_BYTES = 64


class OverLimit(Exception):  # noqa: N818  # named for what it is, as the others here
    """A response of which more comes than may."""


class Most(NamedTuple):
    """What may come of one response, at most: header lines, their bytes, and bytes of a body on the
    wire, with what frames its chunks."""

    headers: int
    header_bytes: int
    body_bytes: int


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
        pool: Any = self._pool
        self.on_kept: set[bytes] = set()
        """Addresses that are asked for over connections which carried an answer before."""
        pool._factory = partial(_Factory, most, self.on_kept)

    async def download_request(self, request: Request) -> Response:
        """The response. A server may keep a connection and read nothing more from it: whoever hears
        nothing on a kept one asks again, once."""
        address = request.url.partition("#")[0].encode("ascii", "replace")
        try:
            return await self._download(request)
        except DownloadTimeoutError:
            if "download_latency" in request.meta or address not in self.on_kept:
                raise
        finally:
            self.on_kept.discard(address)
        try:
            return await self._download(request)
        finally:
            self.on_kept.discard(address)

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


class _Lost:
    """In place of a body's decoder: says that the body is not whole."""

    def noMoreData(self) -> None:  # noqa: N802  # Twisted's name
        raise _DataLoss


class _Whole:
    """In its place, too: says that nothing is missing."""

    def noMoreData(self) -> None:  # noqa: N802  # Twisted's name
        return


class _Chunks(_ChunkedTransferDecoder):
    """Gives what one reading of the socket brought as one piece: a server may send each byte as a
    chunk of its own, and whoever is told of each of them does nothing else."""

    def __init__(
        self, most: int, data: Callable[[bytes], None], finish: Callable[[bytes], None]
    ) -> None:
        super().__init__(self._keep, self._end)
        self._most, self.give, self._finish = most, data, finish
        self._came = 0
        self._pieces: list[bytes] = []

    def dataReceived(self, data: bytes) -> None:  # noqa: N802  # Twisted's name
        self._came += len(data)
        if self._came > self._most:
            raise OverLimit(f"more than {self._most} bytes of chunks")
        try:
            super().dataReceived(data)
        finally:
            self._flush()

    def _keep(self, piece: bytes) -> None:
        self._pieces.append(piece)

    def _end(self, rest: bytes) -> None:
        self._flush()
        self._finish(rest)

    def _flush(self) -> None:
        if self._pieces:
            whole = b"".join(self._pieces)
            self._pieces.clear()
            self.give(whole)


class _Parser(_LenientHTTPClientParser):
    """Counts the lines and bytes of a head; those of interim answers (1xx) with them."""

    most: Most
    lines = 0
    size = 0
    end = b""
    """The last bytes of a body that came so far."""

    def lineReceived(self, line: bytes) -> None:  # noqa: N802  # Twisted's name
        self.lines += 1
        self.size += len(line) + 1
        if self.lines > self.most.headers + 2 or self.size > self.most.header_bytes:
            raise OverLimit(f"headers of {self.lines} lines, {self.size} bytes")
        if self.state == STATUS and not line.strip():
            return  # what an answer before it left behind (RFC 9112, 2.2, has it of requests)
        super().lineReceived(line)

    def switchToBodyMode(self, decoder: Any) -> None:  # noqa: N802  # Twisted's name
        if isinstance(decoder, _IdentityTransferDecoder):
            decoder.dataCallback = partial(self._give, decoder.dataCallback)
        elif isinstance(decoder, _Chunks):
            decoder.give = partial(self._give, decoder.give)
        super().switchToBodyMode(decoder)  # type: ignore[no-untyped-call]

    def _give(self, give: Callable[[bytes], None], data: bytes) -> None:
        self.end = (self.end + data[-_END_BYTES:])[-_END_BYTES:]
        give(data)

    def _finished(self, rest: bytes) -> None:
        """More came than Content-Length says: one of both is wrong, and the body may be cut, unless
        what was counted ends as a whole document does. Nothing more is asked on the connection."""
        if rest.strip() and isinstance(self.bodyDecoder, _IdentityTransferDecoder):
            if not _ENDED.search(self.end):
                self.bodyDecoder = cast("_IdentityTransferDecoder", _Lost())
                raise _DataLoss
            self.connHeaders.setRawHeaders(b"connection", [b"close"])
        super()._finished(rest)  # type: ignore[no-untyped-call]

    def connectionLost(self, reason: Any = None) -> None:  # noqa: N802  # Twisted's name
        """Less came than Content-Length says, or no last chunk: one of both is wrong here, too."""
        ours = isinstance(getattr(reason, "value", None), OverLimit)
        if self.bodyDecoder is not None and not ours and _ENDED.search(self.end):
            self.bodyDecoder = cast("_IdentityTransferDecoder", _Whole())
        super().connectionLost(reason)

    def headerReceived(self, name: bytes, value: bytes) -> None:  # noqa: N802
        """Take in a header. White space behind its name is none of it (RFC 9112, 5.1); a name that
        is no token (RFC 9110, 5.6.2) is one that nobody can ask for."""
        name = name.rstrip(b" \t")
        if not _TOKEN.fullmatch(name):
            return
        if (name.lower(), value.lower()) != (b"transfer-encoding", b"identity"):
            super().headerReceived(name, value)  # type: ignore[no-untyped-call]

    def lineLengthExceeded(self, line: bytes) -> None:  # noqa: N802
        raise OverLimit("a header has too many bytes")


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
        parser.__class__ = _Parser  # as Scrapy does, for the same reason
        parser.most = self.most
        parser.MAX_LENGTH = self.most.header_bytes
        parser._transferDecoders = {b"chunked": partial(_Chunks, self.most.body_bytes)}
        return answer


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
