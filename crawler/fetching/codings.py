"""Content codings: gzip, deflate, br and zstd undone in steps, to a limit, and to the end.

A body that ends before its coding does was cut off: it is never taken for whole. One that is not
coded at all, whatever its header says, is taken as it is. The work is linear in what comes in and
what may go out, and is done in a thread: the reactor goes on meanwhile.
"""

from __future__ import annotations

import asyncio
import re
import sys
import zlib
from collections.abc import Generator, Iterator
from io import BytesIO

import brotli  # type: ignore[import-untyped]
from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from scrapy.responsetypes import responsetypes

from crawler.fetching.guard import Refused
from crawler.fetching.robots import ROBOTS_BYTES
from pipeline.errors import Reason

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPTED = b"gzip, deflate, br, zstd"
CHUNKED = "chunked"
"""What frames a body in chunks: a coding of its transfer, which a proxy may have left out of the
head, or put on twice."""
MAX_LAYERS = 3
"""Codings upon each other: a body that was coded twice by mistake is known, more is a bomb."""
MAX_PARTS = 1_000
"""Members of gzip, or frames of zstd, of one body. A body of 10 MB in the blocks of 64 KB that
parallel compressors write has 160; millions of empty ones would be a bomb of time."""
STEP = 1 << 16
"""Bytes that are decoded at a time, between two looks at the limit."""
WINDOW_LOG = 23
"""zstd's largest window, 8 MB: what RFC 9659 asks of HTTP."""
_GZIP = b"\x1f\x8b"
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")


class DecodingMiddleware:
    """Undoes content codings. Scrapy's own gives what it has of a body that was cut off, and
    undoes any number of layers."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self._one_at_a_time = asyncio.Lock()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> DecodingMiddleware:
        return cls(crawler.settings.getint("DOWNLOAD_MAXSIZE"))

    def process_request(self, request: Request) -> None:
        request.headers.setdefault("Accept-Encoding", ACCEPTED)

    async def process_response(self, request: Request, response: Response) -> Response:
        names = [
            name.strip().lower().decode("latin-1")
            for value in response.headers.getlist("Content-Encoding")
            for name in value.split(b",")
        ]
        names = [name for name in names if name not in ("", "identity", "none", "utf-8")]
        if _CHUNK.match(response.body):
            names.append(CHUNKED)
        if not names or not response.body:
            return response
        robots = bool(request.meta.get("is_robots"))
        most = ROBOTS_BYTES if robots else self.max_bytes
        async with self._one_at_a_time:  # a body and what it was made of: memory of both
            body = await asyncio.to_thread(undo, response.body, names, most, cut=robots)
        response.headers.pop("Content-Encoding", None)
        kind = responsetypes.from_args(headers=response.headers, url=response.url, body=body)
        return response.replace(cls=kind, body=body)


def undo(body: bytes, names: list[str], max_bytes: int, *, cut: bool = False) -> bytes:
    """A body without its codings, the last of which was put on last.

    With `cut`, what comes before the limit is given. Raises Refused: TOO_LARGE, UNDECODABLE, or
    TRUNCATED, which may be tried again.
    """
    if len(names) > MAX_LAYERS:
        raise Refused(Reason.TOO_LARGE, f"{len(names)} content codings upon each other")
    for name in reversed(names):
        if _is_plain(body):
            return body
        body = unframed(body) if name == CHUNKED else _undo_one(body, name, max_bytes, cut=cut)
    return body


def unframed(body: bytes) -> bytes:
    """A body without the frames of its chunks, where it is nothing but chunks. Raises Refused:
    TRUNCATED, where it ends amid them."""
    pieces: list[bytes] = []
    at = 0
    while head := _CHUNK.match(body, at):
        size = int(head[1], 16)
        if not size:
            return b"".join(pieces)
        at = head.end() + size
        if at + 1 < len(body) and body[at : at + 2] != b"\r\n":
            return body
        pieces.append(body[head.end() : at])
        at += 2
    if at >= len(body) and (len(pieces) > 1 or (pieces and _is_plain(pieces[0]))):
        raise Refused(Reason.TRUNCATED, "the body ended amid its chunks", retry=True)
    return body


def _is_plain(body: bytes) -> bool:
    """True for markup: a server that says it is coded is wrong."""
    return body[:256].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<!", b"<h", b"<H", b"<?xml"))


def _undo_one(body: bytes, name: str, max_bytes: int, *, cut: bool) -> bytes:
    whole = BytesIO()
    try:
        for piece in _pieces(body, name):
            if whole.tell() + len(piece) > max_bytes:
                if cut:
                    break
                detail = f"more than {max_bytes} bytes from {len(body)} of {name}"
                raise Refused(Reason.TOO_LARGE, detail)
            whole.write(piece)
    except EOFError:
        if not cut or not whole.tell():
            detail = f"the {name} body ended early"
            raise Refused(Reason.TRUNCATED, detail, retry=True) from None
    except (zlib.error, brotli.error, zstd.ZstdError) as error:
        detail = f"no {name}: {error}"[:300]
        raise Refused(Reason.TRUNCATED, detail, retry=True) from error
    return whole.getvalue()


def _pieces(body: bytes, name: str) -> Iterator[bytes]:
    """The decoded body, in pieces of bounded size. Raises EOFError where it ends early.

    gzip and deflate are one compression in two frames, of which servers name the wrong one."""
    match name:
        case "gzip" | "x-gzip" | "deflate" if body.startswith(_GZIP):
            return _gzip(body)
        case "gzip" | "x-gzip" | "deflate" if _is_zlib(body):
            return _inflate(body, 15)
        case "gzip" | "x-gzip":
            return _gzip(body)
        case "deflate":
            return _inflate(body, -15)
        case "br":
            return _brotli(body)
        case "zstd":
            return _zstd(body)
    raise Refused(Reason.UNDECODABLE, f"content coding {name!r}"[:80])


def _is_zlib(body: bytes) -> bool:
    """Whether a body begins as zlib's format does (RFC 1950, 2.2)."""
    return len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0


def _gzip(body: bytes) -> Iterator[bytes]:
    """All members of a gzip body; what follows the last is no part of it."""
    at = 0
    for _ in range(MAX_PARTS):
        at = yield from _inflated(body, 31, at)
        if not body.startswith(_GZIP, at):
            return
    raise Refused(Reason.TOO_LARGE, f"more than {MAX_PARTS} gzip members")


def _inflate(body: bytes, wbits: int) -> Iterator[bytes]:
    yield from _inflated(body, wbits, 0)


def _inflated(body: bytes, wbits: int, at: int) -> Generator[bytes, None, int]:
    """One zlib stream that begins `at`; gives back where it ends."""
    decoder = zlib.decompressobj(wbits)
    while at < len(body):
        data = body[at : at + STEP]
        at += len(data)
        while data and not decoder.eof:
            yield decoder.decompress(data, STEP)
            data = decoder.unconsumed_tail
        if decoder.eof:
            return at - len(decoder.unused_data)
    while piece := decoder.decompress(b"", STEP):
        yield piece
    if not decoder.eof:
        raise EOFError
    return at


def _brotli(body: bytes) -> Iterator[bytes]:
    decoder = brotli.Decompressor()
    for at in range(0, len(body), STEP):
        piece = decoder.process(body[at : at + STEP], output_buffer_limit=STEP)
        while piece or not decoder.can_accept_more_data():
            yield piece
            piece = decoder.process(b"", output_buffer_limit=STEP)
    if not decoder.is_finished():
        raise EOFError


def _zstd(body: bytes) -> Iterator[bytes]:
    """All frames of a zstd body."""
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: WINDOW_LOG}
    at = 0
    for _ in range(MAX_PARTS):
        decoder = zstd.ZstdDecompressor(options=options)
        while not decoder.eof:
            if decoder.needs_input and at >= len(body):
                raise EOFError
            data = body[at : at + STEP] if decoder.needs_input else b""
            at += len(data)
            yield decoder.decompress(data, STEP)
        at -= len(decoder.unused_data)
        if at >= len(body):
            return
    raise Refused(Reason.TOO_LARGE, f"more than {MAX_PARTS} zstd frames")
