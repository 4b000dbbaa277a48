"""The demo site on loopback: a small HTTP server that keeps a log of what it was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import cast
from urllib.parse import quote, unquote, urlsplit

from demo import render
from demo.content import Site, Story

_ROBOTS = "User-agent: *\nDisallow: /search/\nDisallow: /tag/\n"


@dataclass(frozen=True, slots=True)
class Answered:
    """One request and its answer. `kind` is "article", "listing", "feed" or "other"."""

    path: str
    status: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Answer:
    kind: str
    body: str
    content_type: str = "text/html; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK
    validated: bool = False
    """Whether the answer carries an ETag, so that an unchanged one costs nothing."""


@dataclass(slots=True)
class DemoSite:
    """A running demo site: its address, its log, and its editors' next step."""

    origin: str
    site: Site
    _log: list[Answered] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)
    _visits: int = 0

    def section_url(self, key: str) -> str:
        """The absolute URL of a section's first page."""
        return self.origin + next(s.path for s in self.site.sections if s.key == key)

    def publish_updates(self) -> None:
        """The editors publish their corrections: some articles change from here on."""
        with self._lock:
            self.site = self.site.updated()

    def take_log(self) -> list[Answered]:
        """What was asked since the last call, oldest first."""
        with self._lock:
            taken, self._log = self._log, []
        return taken

    def answer(self, path: str) -> _Answer:
        """What the site says at one path (percent-decoded)."""
        for section in self.site.sections:
            if not path.startswith(section.path):
                continue
            rest = path.removeprefix(section.path)
            if rest == "feed/":
                xml = render.feed(self.site, section, self.origin)
                return _Answer("feed", xml, "application/rss+xml; charset=utf-8", validated=True)
            number = _listing_number(rest)
            if number is not None and number <= render.page_count(self.site, section):
                page = render.listing_page(self.site, section, number)
                return _Answer("listing", page, validated=True)
            story = self._story(section.path + rest)
            if story is not None:
                return self._article(story)
        return self._other(path)

    def record(self, path: str, answer: _Answer, status: int) -> None:
        """Write one request into the log."""
        with self._lock:
            self._log.append(Answered(path, status, answer.kind))

    def _story(self, path: str) -> Story | None:
        quoted = quote(path)
        for story in self.site.stories:
            second = story.section.path + story.second_path if story.second_path else None
            if quoted in (story.path, second):
                return story
        return None

    def _article(self, story: Story) -> _Answer:
        with self._lock:
            self._visits += 1
            visit = self._visits
        return _Answer("article", render.article_page(self.site, story, self.origin, visit))

    def _other(self, path: str) -> _Answer:
        language = "en" if path.startswith("/en/") else "ar"
        if path in ("/", "/en/"):
            return _Answer("listing", render.home_page(self.site, language), validated=True)
        if path == "/robots.txt":
            return _Answer("other", _ROBOTS, "text/plain; charset=utf-8")
        if path == "/style.css":
            return _Answer("other", render.STYLE, "text/css; charset=utf-8", validated=True)
        page = render.missing_page(self.site, language)
        return _Answer("other", page, status=HTTPStatus.NOT_FOUND)


@contextmanager
def serve(site: Site, port: int = 0) -> Iterator[DemoSite]:
    """Serve `site` on 127.0.0.1 until the block ends; port 0 takes any free one."""
    server = ThreadingHTTPServer(("127.0.0.1", port), _Handler)
    server.daemon_threads = True
    running = DemoSite(origin=f"http://127.0.0.1:{server.server_port}", site=site)
    server.demo = running  # type: ignore[attr-defined]  # the handler's way to the site
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "DemoSite"
    timeout = 30

    def do_GET(self) -> None:
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        self._send(with_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's name
        """Nothing on stderr: the site keeps its own log."""

    def _send(self, *, with_body: bool) -> None:
        demo = cast(DemoSite, self.server.demo)  # type: ignore[attr-defined]
        path = unquote(urlsplit(self.path).path)
        answer = demo.answer(path)
        body = answer.body.encode()
        status, etag = answer.status, None
        if answer.validated:
            etag = f'"{sha256(body).hexdigest()[:20]}"'
            if self.headers.get("If-None-Match") == etag:
                status, body = HTTPStatus.NOT_MODIFIED, b""
        demo.record(path, answer, status)
        self.send_response(status)
        if etag:
            self.send_header("ETag", etag)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body and body:
            self.wfile.write(body)


def _listing_number(rest: str) -> int | None:
    if rest == "":
        return 1
    match = re.fullmatch(r"page/(\d{1,3})/", rest)
    return int(match[1]) if match and int(match[1]) > 1 else None
