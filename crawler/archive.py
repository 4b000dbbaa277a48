"""The archive: pages as they were fetched, in WARC files, for reading them again later.

One file a run, one gzip member a record, so that what was written before a crash stays readable
and one page is read without the others.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import zlib
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import IO

from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord, WarcRecordType

from pipeline.records import Page, Source

REQUESTED_URL = "WARC-Rasid-Requested-URL"
_CODING_HEADERS = {"content-encoding", "transfer-encoding", "content-length"}
_FILE = re.compile(r"(?P<source>[a-z0-9_-]+)-\d{8}T\d{6}Z-(?:\d+|import-[0-9a-f]{8})\.warc\.gz")
"""The name that `Archive` gives to its files."""


class BadRecord(ValueError):  # noqa: N818  # named for what the caller reports
    """There is no whole page at that place of the archive."""


class Archive:
    """Writes the pages of one run. The file is made with its first page."""

    def __init__(self, folder: Path, source_id: str, started_at: datetime, run: str) -> None:
        stamp = started_at.astimezone(UTC)
        self.folder = folder
        self.name = f"{source_id}/{stamp:%Y}/{source_id}-{stamp:%Y%m%dT%H%M%SZ}-{run}.warc.gz"
        self._file: IO[bytes] | None = None

    def write(self, page: Page) -> tuple[str, int]:
        """Add one page; the file's name, relative to the archive's folder, and the offset."""
        if self._file is None:
            path = self.folder / self.name
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("xb", buffering=0)
        offset = self._file.tell()
        buffer = io.BytesIO()
        _record(page).write(buffer)
        try:
            left = memoryview(gzip.compress(buffer.getvalue(), 6))
            while left:  # an unbuffered file may take a part
                left = left[self._file.write(left) :]
        except OSError as error:
            error.filename = self._file.name
            self._file.truncate(offset)  # a full disk took a part: the next record follows the last
            self._file.seek(offset)
            raise
        return self.name, offset

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def mend(path: Path) -> int:
    """Cut off what a killed crawl left of its last record; how many bytes. None but that is lost:
    a revision is saved after its record is whole.

    A file that holds no whole record is removed. Raises OSError.
    """
    whole = 0
    with path.open("rb") as stream:
        while True:
            try:
                _member(stream, keep=False)
            except (EOFError, zlib.error):
                break
            whole = stream.tell()
        torn = stream.seek(0, io.SEEK_END) - whole
    if not whole:
        path.unlink()
    elif torn:
        os.truncate(path, whole)
    return torn


def source_of(path: Path) -> str | None:
    """The source that a file of an archive is of, by its name; None for any other file. A page
    stands in it only where an article of that source was stored from it."""
    named = _FILE.fullmatch(path.name)
    return named["source"] if named else None


def file_of_run(folder: Path, source_id: str, run: int) -> Path | None:
    """The file that a run wrote; None where it wrote none."""
    return next((folder / source_id).glob(f"*/{source_id}-*Z-{run}.warc.gz"), None)


def _record(page: Page) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.headers["WARC-Target-URI"] = _header(page.final_url)
    record.headers["WARC-Date"] = f"{page.fetched_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    if page.requested_url != page.final_url:
        record.headers[REQUESTED_URL] = _header(page.requested_url)
    lines = [f"HTTP/1.1 {page.status} -"]
    lines += [
        f"{_header(name)}: {_header(value)}"
        for name, value in page.headers
        if name.lower() not in _CODING_HEADERS
    ]
    lines.append(f"Content-Length: {len(page.body)}")
    head = "\r\n".join(lines) + "\r\n\r\n"
    record.set_bytes_content(head.encode("latin-1", "replace") + page.body)
    return record


def _header(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")


def read_page(folder: Path, file: str, offset: int, source: Source | None = None) -> Page:
    """The page that stands at an offset of a file of the archive. Raises BadRecord.

    Readers of WARC give a record that was cut off as if it were whole, so its length is checked.
    """
    path = (folder / file).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise BadRecord(f"{file}: outside the archive")
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            member = _member(stream)
        for record in ArchiveIterator(io.BytesIO(member), record_types=WarcRecordType.response):
            return _page(record, source)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise BadRecord(f"{file} at {offset}: {error}") from error
    raise BadRecord(f"{file} at {offset}: no record")


def _member(stream: IO[bytes], *, keep: bool = True) -> bytes:
    """The bytes of the gzip member at which a stream stands, which stands at its end then.

    Raises EOFError where it was cut off, zlib.error where there is none.
    """
    inflate = zlib.decompressobj(31)
    pieces = []
    while not inflate.eof:
        chunk = stream.read(65_536)
        if not chunk:
            raise EOFError("the record was cut off")
        inflated = inflate.decompress(chunk)
        pieces += [inflated] if keep else []
    stream.seek(-len(inflate.unused_data), io.SEEK_CUR)
    return b"".join(pieces)


def _page(record: WarcRecord, source: Source | None) -> Page:
    http: HeaderMap | None = record.http_headers
    if http is None:
        raise BadRecord("no HTTP response")
    headers = tuple((name.lower(), value) for name, value in http.items())
    body = record.reader.read()
    length = http.get("Content-Length")
    if length is not None and len(body) != int(length):
        raise BadRecord(f"{len(body)} bytes of {length}")
    url = record.headers["WARC-Target-URI"]
    return Page(
        requested_url=record.headers.get(REQUESTED_URL) or url,
        final_url=url,
        body=body,
        fetched_at=record.record_date or parsedate_to_datetime(record.headers["WARC-Date"]),
        status=http.status_code or 200,
        headers=headers,
        charset=record.http_charset,
        source=source,
    )
