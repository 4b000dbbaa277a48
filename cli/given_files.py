"""The files of `rasid import` as pages: WARC, saved HTML, JSONL of pages, folders of these."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from cli.failures import WrongRequest
from cli.page_lines import BadLine, load_page, own_url, read_body, read_line
from crawler.given.warc_files import Found, Given, Skipped, Unreadable, read_responses
from pipeline.errors import Rejected
from pipeline.urls import canonical_url

WARC = (".warc", ".warc.gz")
HTML = (".html", ".htm", ".html.gz", ".htm.gz")
LINES = (".jsonl",)


def files_of(paths: Sequence[Path]) -> list[Path]:
    """The files that were named, and those in the folders that were, in the order of their names.
    Raises WrongRequest for what is not there, or is no such file."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = sorted(
                each
                for each in path.rglob("*")
                if each.name.lower().endswith(WARC + HTML) and each.is_file()
            )
            if not found:
                raise WrongRequest(f"{path}: a folder with no {', '.join(WARC + HTML)} in it")
            files += found
        elif not path.exists():
            raise WrongRequest(f"{path}: no such file")
        elif not path.name.lower().endswith(WARC + HTML + LINES):
            known = ", ".join(WARC + HTML + LINES)
            raise WrongRequest(f"{path}: of no known kind; known are {known}, and folders")
        else:
            files.append(path)
    return list(dict.fromkeys(files))


def pages_in(
    files: Sequence[Path], url: str | None, wants: Callable[[str], bool], max_bytes: int
) -> Iterator[Found]:
    """All that the files hold, in order. `url` is the address of the one file, `wants` says of
    which addresses pages are read."""
    for path in files:
        name = path.name.lower()
        try:
            if name.endswith(WARC):
                yield from read_responses(path, wants, max_bytes)
            elif name.endswith(LINES):
                yield from _lines(path, wants, max_bytes)
            else:
                yield _saved(path, url, wants, max_bytes)
        except (OSError, EOFError, zlib.error) as error:
            told = getattr(error, "strerror", None) or str(error) or type(error).__name__
            yield Unreadable(f"{path}: {told}")


def _saved(path: Path, url: str | None, wants: Callable[[str], bool], max_bytes: int) -> Found:
    body = read_body(path, max_bytes)
    if len(body) > max_bytes:
        return Skipped("too-large")
    address = url or own_url(body)
    if address is None:
        return Unreadable(
            f"{path}: does not name its own address; import it alone and give that with --url"
        )
    return _given(address, path, body, None, wants)


def _lines(path: Path, wants: Callable[[str], bool], max_bytes: int) -> Iterator[Found]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            where = f"{path}, line {number}"
            read = read_line(line, path.parent)
            if isinstance(read, BadLine):
                yield Unreadable(f"{where}: {read.why}")
                continue
            found = load_page(read, datetime.now(UTC), max_bytes)
            if isinstance(found, BadLine):
                yield Unreadable(f"{where}: {found.why}")
            elif isinstance(found, Rejected):
                yield Skipped(found.reason.value)
            else:
                yield _given(read.url, read.path or path, found.body, read.charset, wants)


def _given(
    address: str, path: Path, body: bytes, charset: str | None, wants: Callable[[str], bool]
) -> Found:
    url = canonical_url(address)
    if url is None:
        return Unreadable(f"{path}: {address!r} is no http(s) address")
    if not wants(url):
        return Skipped("unknown-source", url)
    return Given(url, _saved_at(path), body, charset=charset)


def _saved_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
