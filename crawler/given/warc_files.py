"""WARC files that others wrote: their responses one after the other, in bounded memory.

A record is read whole only where somebody wants it. Where a file is broken, reading goes on with
the next record that can be found.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Literal

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from crawler.archive import REQUESTED_URL, source_of
from crawler.fetching.codings import undo
from crawler.fetching.failures import PAGE_STATUSES
from crawler.fetching.guard import Refused, is_text
from pipeline.errors import Reason, Rejected
from pipeline.records import Page
from pipeline.urls import canonical_url

MAX_HEAD = 1 << 16
"""Bytes of the headers of one response, beside its body."""
_CHUNK = 1 << 16
_GZIP_MEMBER = b"\x1f\x8b\x08"
_PLAIN_RECORD = b"\nWARC/1."


@dataclass(frozen=True, slots=True)
class Given:
    """One page that was given, not fetched. `url` is canonical. `content` is an HTTP response with
    its headers where `is_http`, else the page's bytes. `kept_by` is the source that stored an
    article from it once, where it comes from the archive, in which it stands at `kept_at`: a file,
    and the offset in it."""

    url: str
    fetched_at: datetime
    content: bytes
    is_http: bool = False
    charset: str | None = None
    requested_url: str | None = None
    kept_by: str | None = None
    kept_at: tuple[Path, int] | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was given and is no page to look at: one word that says why, and whose it is."""

    why: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What was to be read and could not be; one line for a person."""

    why: str


Found = Given | Skipped | Unreadable


def read_responses(path: Path, wants: Callable[[str], bool], max_bytes: int) -> Iterator[Found]:
    """All records of a file, plain or gzip; responses of addresses that `wants` is true of as
    pages, the others as skipped. Raises OSError where the file cannot be opened."""
    marker = _GZIP_MEMBER if path.suffix == ".gz" else _PLAIN_RECORD
    at: int | None = 0
    broken: tuple[int, str] | None = None
    any_record = False
    with path.open("rb") as stream:
        while at is not None:
            stream.seek(at)
            try:
                for record in ArchiveIterator(stream, parse_http=False):
                    if broken:
                        yield Unreadable(f"{path}: broken after byte {broken[0]}: {broken[1]}")
                        broken = None
                    at, any_record = record.stream_pos, True
                    yield _found(record, path, wants, max_bytes)
                break
            except (OSError, ValueError) as error:
                broken = broken or (at, str(error))
            at = _next_record(stream, at + 1, marker)
    if broken:
        yield Unreadable(f"{path}: broken after byte {broken[0]}: {broken[1]}")
    elif not any_record:
        yield Unreadable(f"{path}: holds no WARC record")


def page_of(given: Given, max_bytes: int) -> Page | Rejected | Skipped:
    """The page that was given, its codings undone."""
    page = Page(
        requested_url=given.requested_url or given.url,
        final_url=given.url,
        body=given.content,
        fetched_at=given.fetched_at,
        charset=given.charset,
    )
    return _of_response(given, page, max_bytes) if given.is_http else page


def _of_response(given: Given, page: Page, max_bytes: int) -> Page | Rejected | Skipped:
    record = _parsed(given.content)
    head = record.http_headers
    if head is None or not head.status_code:
        return Rejected(Reason.BAD_INPUT, "no HTTP response")
    if head.status_code not in PAGE_STATUSES:
        return Skipped("http-status", given.url)
    headers = tuple((name.lower(), value) for name, value in head.items())
    if not is_text(dict(headers).get("content-type", "")):
        return Skipped("not-html", given.url)
    names = [
        name.strip().lower()
        for header, value in headers
        if header == "content-encoding"
        for name in value.split(",")
    ]
    names = [name for name in names if name not in ("", "identity", "none", "utf-8")]
    try:
        body = undo(_body(record, given.content), names, max_bytes)
    except Refused as refused:
        return refused.rejected
    return replace(
        page, body=body, status=head.status_code, headers=headers, charset=record.http_charset
    )


def _parsed(response: bytes, decode: Literal["none", "transfer"] = "none") -> WarcRecord:
    """A response as a record whose headers are read; bytes that are none have no headers."""
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n" % len(response)
    )
    whole = io.BytesIO(head + response + b"\r\n\r\n")
    return next(ArchiveIterator(whole, parse_http=True, auto_decode=decode, quirks_mode=True))


def _body(record: WarcRecord, response: bytes) -> bytes:
    """The body without its chunks, if it has some: many who write WARC files undo them, and leave
    the header."""
    try:
        return bytes(_parsed(response, "transfer").reader.read())
    except OSError:
        return bytes(record.reader.read())


def _found(record: WarcRecord, path: Path, wants: Callable[[str], bool], max_bytes: int) -> Found:
    if record.record_type != WarcRecordType.response:
        return Skipped((record.headers.get("WARC-Type") or "untyped")[:20])
    if not (record.headers.get("Content-Type") or "").startswith("application/http"):
        return Skipped("no-http")
    named = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    url = canonical_url(named)
    if url is None:
        return Skipped("bad-url")
    if not wants(url):
        return Skipped("unknown-source", url)
    where = f"{path} at {record.stream_pos}"
    if record.headers.get("WARC-Truncated"):
        return Skipped("truncated", url)
    length = record.content_length
    if length > max_bytes + MAX_HEAD:
        return Skipped("too-large", url)
    fetched_at = _date(record.headers.get("WARC-Date") or "")
    if fetched_at is None:
        return Unreadable(f"{where}: no WARC-Date")
    content = record.reader.read()
    if len(content) != length:
        return Unreadable(f"{where}: the record was cut off: {len(content)} bytes of {length}")
    kept_by = source_of(path)
    return Given(
        url=url,
        fetched_at=fetched_at,
        content=content,
        is_http=True,
        requested_url=canonical_url(record.headers.get(REQUESTED_URL) or ""),
        kept_by=kept_by,
        kept_at=(path, record.stream_pos) if kept_by else None,
    )


def _date(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _next_record(stream: BinaryIO, at: int, marker: bytes) -> int | None:
    """Where a record may begin, at a place or behind it; None where there is none."""
    stream.seek(at)
    before = b""
    while chunk := stream.read(_CHUNK):
        held = before + chunk
        found = held.find(marker)
        if found >= 0:
            return at - len(before) + found + (1 if marker.startswith(b"\n") else 0)
        at += len(chunk)
        before = held[-len(marker) + 1 :]
    return None
