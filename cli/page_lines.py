"""One line of a file of pages → a page, for `rasid extract --pages`.

A line is a JSON object: `id`, `url`, and `path` (a file beside the file of pages, plain or .gz) or
`html_base64`; `charset` as an HTTP header said it, or null.
"""

from __future__ import annotations

import binascii
import gzip
import zlib
from base64 import b64decode
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
from lxml import etree, html

from pipeline.errors import Reason, Rejected
from pipeline.front_pages import is_home
from pipeline.records import Page
from pipeline.urls import is_unfilled

Id = str | int | None


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line that names a page. `body` is None where the page is in a file, at `path`."""

    id: Id
    url: str
    charset: str | None
    path: Path | None
    body: bytes | None


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that names no page, and why; `id` where it could be read."""

    id: Id
    why: str


def read_line(line: bytes, folder: Path) -> PageLine | BadLine:
    """What one line says. Paths are relative to `folder`."""
    try:
        data = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return BadLine(None, f"not JSON: {error}")
    if not isinstance(data, dict):
        return BadLine(None, "no JSON object")
    found = data.get("id")
    identity = found if isinstance(found, str | int) else None
    problem = _problem(data)
    if problem:
        return BadLine(identity, problem)
    body = None
    if "path" not in data:
        try:
            body = b64decode(data["html_base64"], validate=True)
        except (binascii.Error, ValueError) as error:
            return BadLine(identity, f"html_base64: {error}")
    path = folder / data["path"] if body is None else None
    return PageLine(identity, data["url"], data.get("charset"), path, body)


def _problem(data: dict[str, Any]) -> str | None:
    """The first thing that is wrong with the keys of a line; None where all is well."""
    if not isinstance(data.get("id"), str | int):
        return "no id"
    if not isinstance(data.get("url"), str) or not data["url"]:
        return "no url"
    if not isinstance(data.get("charset"), str | None):
        return "charset is neither text nor null"
    ways = [key for key in ("path", "html_base64") if isinstance(data.get(key), str)]
    if len(ways) != 1:
        return "give either path or html_base64, as text"
    return None


def load_page(line: PageLine, now: datetime, max_bytes: int) -> Page | BadLine | Rejected:
    """The page that a line names; `max_bytes` bounds it after decompression."""
    if line.body is not None:
        body = line.body
    else:
        assert line.path is not None
        try:
            body = read_body(line.path, max_bytes)
        except (OSError, EOFError, zlib.error, ValueError) as error:
            told = getattr(error, "strerror", None) or str(error) or type(error).__name__
            return BadLine(line.id, f"{line.path}: {told}")
    if len(body) > max_bytes:
        return Rejected(Reason.TOO_LARGE, f"more than {max_bytes} bytes")
    return Page(
        requested_url=line.url,
        final_url=line.url,
        body=body,
        fetched_at=now,
        charset=line.charset,
    )


def read_body(path: Path, max_bytes: int) -> bytes:
    """A saved page's bytes, decompressed if it is .gz, and at most one byte more than allowed.

    Raises OSError, EOFError or zlib.error where it cannot be read.
    """
    if not path.is_file():
        raise FileNotFoundError(2, "no such file", str(path))
    if path.suffix == ".gz":
        with gzip.open(path) as file:
            return file.read(max_bytes + 1)
    with path.open("rb") as file:
        return file.read(max_bytes + 1)


def own_url(body: bytes) -> str | None:
    """The canonical address that a saved page names; None where it names none, or its site's home
    page by mistake."""
    try:
        tree = html.document_fromstring(body)
    except (etree.ParserError, ValueError):
        return None
    found = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    assert isinstance(found, list)
    named = (str(each) for each in found if str(each).startswith(("http:", "https:")))
    return next((url for url in named if not is_unfilled(url) and not is_home(url)), None)
