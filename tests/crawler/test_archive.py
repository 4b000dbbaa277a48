"""WARC files that a killed crawl, or a full disk, left behind."""

from __future__ import annotations

import gzip
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from crawler.archive import Archive, file_of_run, mend, read_page
from pipeline.records import Page

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def page(number: int, size: int = 3000) -> Page:
    url = f"https://example.org/{number}"
    body = bytes(f"<p>{number}", "ascii") + NOISE[:size]
    return Page(requested_url=url, final_url=url, body=body, fetched_at=NOW, status=200)


NOISE = gzip.compress(b"".join(str(n * n).encode() for n in range(20_000)))
"""Bytes that shrink no further."""


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, list[tuple[str, int]]]:
    """A file of three pages, and where each stands."""
    archive = Archive(tmp_path, "s", NOW, "7")
    places = [archive.write(page(number)) for number in range(3)]
    archive.close()
    path = file_of_run(tmp_path, "s", 7)
    assert path is not None
    return path, places


def urls(path: Path) -> list[str]:
    with path.open("rb") as stream:
        return [record.headers["WARC-Target-URI"] for record in ArchiveIterator(stream)]


def test_a_whole_file_is_left_as_it_is(written: tuple[Path, list[tuple[str, int]]]) -> None:
    path, _ = written
    before = path.read_bytes()
    assert mend(path) == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize("bytes_left", [1, 15, 900])
def test_a_torn_last_record_is_cut_off(
    written: tuple[Path, list[tuple[str, int]]], bytes_left: int
) -> None:
    path, places = written
    last = places[2][1]
    path.write_bytes(path.read_bytes()[: last + bytes_left])
    assert mend(path) == bytes_left
    assert path.stat().st_size == last
    assert urls(path) == ["https://example.org/0", "https://example.org/1"]
    assert read_page(path.parents[2], *places[1]).body == page(1).body


def test_a_file_without_a_whole_record_goes(written: tuple[Path, list[tuple[str, int]]]) -> None:
    path, _ = written
    path.write_bytes(path.read_bytes()[:40])
    assert mend(path) == 40
    assert not path.exists()


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """A disk with little room, as this process sees it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_after_a_full_disk_the_next_record_follows_the_last_whole_one(tmp_path: Path) -> None:
    archive = Archive(tmp_path, "s", NOW, "7")
    with files_no_larger_than(6_000):
        first = archive.write(page(0))
        with pytest.raises(OSError, match="too large"):
            archive.write(page(1, size=9_000))
    second = archive.write(page(2))
    archive.close()
    path = tmp_path / first[0]
    assert urls(path) == ["https://example.org/0", "https://example.org/2"]
    assert read_page(tmp_path, *second).body == page(2).body
    assert mend(path) == 0
