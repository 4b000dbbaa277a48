"""The sites of a soak: small news sites, each with a listener of its own, that publish all the time
and can be slow, failing, or gone."""

from __future__ import annotations

import random
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PUBLISHED_EVERY_S = 12.0
"""Seconds between two articles of the liveliest sites; the quietest take five times as long."""
SHOWN = 60
"""Articles that a section lists."""
TEXT = (
    "engineers published results today about chips models batteries networks and open software "
    "that researchers tested over months in several cities with partners from industry"
)
WORDS = TEXT.split()


class Site:
    """One site: /technology/ is its section, /technology/2026/11/25/story-number-N.html its
    articles. `ill` is empty, slow or failing."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.ill = ""
        self.port = 0
        self._began = time.monotonic()
        self._ended: float | None = None
        self._server: ThreadingHTTPServer | None = None
        self.listen()

    def listen(self) -> None:
        """Take connections, on the same port as before."""
        if self._server is None:
            self._server = _Server(("127.0.0.1", self.port), _handler(self))
            self.port = self._server.server_port
            threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()

    def go_away(self) -> None:
        """Refuse connections from now on."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def heal(self) -> None:
        self.ill = ""
        self.listen()

    def end(self) -> None:
        """Publish nothing any more."""
        self._ended = time.monotonic()

    def published(self) -> int:
        """How many articles there are by now."""
        until = self._ended or time.monotonic()
        return 3 + int((until - self._began) / (PUBLISHED_EVERY_S * (1 + self.number % 5)))

    def page(self, path: str) -> tuple[int, str]:
        """Status and HTML of a path."""
        if self.ill == "failing":
            return 500, "out of order"
        if self.ill == "slow":
            time.sleep(3)
        last = self.published()
        if path == "/technology/":
            links = "".join(
                f'<article><h2><a href="/technology/2026/11/25/story-number-{n}.html">'
                f"{self.headline(n)}</a></h2></article>"
                for n in range(last, max(0, last - SHOWN), -1)
            )
            return 200, html(f"Technology of site {self.number}", f"<main>{links}</main>")
        number = path.rpartition("/story-number-")[2].removesuffix(".html")
        if not number.isdigit() or not 1 <= int(number) <= last:
            return 404, "nothing here"
        return 200, self.article(int(number))

    def headline(self, number: int) -> str:
        return f"Report {number} of laboratory {self.number} about tested chips"

    def article(self, number: int) -> str:
        """One article's page, its words drawn by its number."""
        chance = random.Random(self.number * 100_000 + number)
        paragraphs = "".join(
            f"<p>{' '.join(chance.choices(WORDS, k=45)).capitalize()} {self.number}-{number}.</p>"
            for _ in range(4)
        )
        body = f"<article><h1>{self.headline(number)}</h1>{paragraphs}</article>"
        return html(self.headline(number), body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 20.0

        def do_GET(self) -> None:
            status, text = site.page(self.path)
            body = text.encode()
            try:
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except ConnectionError:
                pass

        def log_message(self, *words: object) -> None:
            pass

    return Handler


def html(title: str, body: str) -> str:
    head = f'<html lang="en"><head><title>{title}</title></head>'
    return f"<!doctype html>{head}<body>{body}</body></html>"
