"""How answers are read: Scrapy's parser of HTTP, with limits on what precedes a body and frames it.

Scrapy limits a response's body and its whole time. A server can also hold a connection with
headers that never end, or send a body in millions of pieces: both are limited here. Where a body's
length and what came of it do not agree, what it ends with decides whether it is whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, cast

from scrapy.core.downloader.handlers.http11 import _LenientHTTPClientParser
from twisted.web._newclient import STATUS
from twisted.web.http import _ChunkedTransferDecoder, _DataLoss, _IdentityTransferDecoder

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


class _Lost:
    """In place of a body's decoder: says that the body is not whole."""

    def noMoreData(self) -> None:  # noqa: N802  # Twisted's name
        raise _DataLoss


class _Whole:
    """In its place, too: says that nothing is missing."""

    def noMoreData(self) -> None:  # noqa: N802  # Twisted's name
        return


class Chunks(_ChunkedTransferDecoder):
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


class Parser(_LenientHTTPClientParser):
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
        elif isinstance(decoder, Chunks):
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
