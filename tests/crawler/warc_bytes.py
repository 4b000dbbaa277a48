"""WARC records as other programs write them, byte by byte."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def record(
    url: str,
    body: str | bytes = b"",
    *,
    kind: str = "response",
    at: datetime | None = AT,
    status: int = 200,
    headers: str = "Content-Type: text/html; charset=utf-8\r\n",
    more: str = "",
) -> bytes:
    """One record; `headers` are of the HTTP response, `more` of WARC."""
    body = body.encode() if isinstance(body, str) else body
    block = f"HTTP/1.1 {status} OK\r\n{headers}\r\n".encode() + body
    date = f"WARC-Date: {at:%Y-%m-%dT%H:%M:%SZ}\r\n" if at else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n{date}{more}"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Records as .warc.gz holds them: each a member of its own."""
    return b"".join(gzip.compress(each, 1) for each in records)
