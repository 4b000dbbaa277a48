"""A real HTTP server on loopback: paths, answers, and a log of what was asked.

It runs in a thread of its own on a port of the system's choice. An answer may be made anew at
each request, and may break any rule of HTTP on purpose.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request as it came. `path` is decoded and holds the query."""

    path: str
    headers: Mapping[str, str]
    at: float
    body: str = ""
    """What was posted."""


@dataclass(frozen=True)
class Answer:
    """What the server sends. `raw` is sent as it stands, in place of everything else; `pieces`
    are sent one after the other with `pause_s` between them, with no length given."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str | None = "text/html; charset=utf-8"
    raw: bytes | None = None
    pieces: Iterable[bytes] | None = None
    pause_s: float = 0.0
    wait_s: float = 0.0
    """Seconds before the first byte."""
    deaf_s: float = 0.0
    """Seconds for which the connection is kept open after the answer, and nothing is read of it."""


Route = Answer | Callable[[Asked], Answer]


class NewsServer:
    """A server of routes. Use it as a context manager."""

    def __init__(self, routes: Mapping[str, Route] | None = None) -> None:
        self.routes: dict[str, Route] = dict(routes or {})
        self.fallback: Callable[[Asked], Answer | None] = lambda asked: None
        self.log: list[Asked] = []
        self._server = _Quiet(("127.0.0.1", 0), _Handler)
        self._server.site = self
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/") -> str:
        return f"http://{self.host}{path}"

    def asked(self, prefix: str = "/") -> list[str]:
        """The paths that were asked for, in order."""
        return [each.path for each in self.log if each.path.startswith(prefix)]

    def forget(self) -> None:
        """Empty the log."""
        self.log.clear()

    def answer(self, asked: Asked) -> Answer:
        route = self.routes.get(asked.path) or self.fallback(asked)
        if route is None:
            return Answer("<html><title>404</title><h1>Not found</h1></html>", 404)
        return route(asked) if callable(route) else route

    def __enter__(self) -> NewsServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    site: NewsServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no error of a test."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    """As servers do, head and body of a short answer are sent at once."""
    server: _Quiet

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        path = unquote(parts.path) + (f"?{unquote(parts.query)}" if parts.query else "")
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", 0))).decode()
        asked = Asked(path, headers, time.monotonic(), body)
        self.server.site.log.append(asked)
        answer = self.server.site.answer(asked)
        time.sleep(answer.wait_s)
        if answer.raw is not None:
            self.wfile.write(answer.raw)
            self._hang_up()
        elif answer.pieces is not None:
            self._send_pieces(answer)
        else:
            self._send(answer)
        self.wfile.flush()
        time.sleep(answer.deaf_s)

    do_POST = do_GET  # noqa: N815 (the name is http.server's)

    def _send(self, answer: Answer) -> None:
        body = answer.body.encode() if isinstance(answer.body, str) else answer.body
        headers = {"Content-Length": str(len(body)), **answer.headers}
        self._send_head(answer, headers)
        self.wfile.write(body)

    def _send_pieces(self, answer: Answer) -> None:
        self._send_head(answer, {**answer.headers, "Connection": "close"})
        for piece in answer.pieces or ():
            self.wfile.write(piece)
            self.wfile.flush()
            time.sleep(answer.pause_s)
        self._hang_up()

    def _send_head(self, answer: Answer, headers: Mapping[str, str]) -> None:
        self.send_response(answer.status)
        if answer.content_type is not None and "Content-Type" not in headers:
            self.send_header("Content-Type", answer.content_type)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _hang_up(self) -> None:
        self.close_connection = True
        try:
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def log_message(self, *_: Any) -> None:
        """Nothing on stderr."""
