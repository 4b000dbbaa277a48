"""/metrics for Prometheus and /healthz for a supervisor, on a port of this machine alone.

The numbers are read from the database when they are asked for; /healthz is 200 while the database
answers and the lease holds, else 503.
"""

from __future__ import annotations

import errno
import logging
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from db.engine import session_factory
from db.gauges import Gauges, gauges, lease_held

HOST = "127.0.0.1"
log = logging.getLogger("rasid.schedule")


class NoPort(Exception):  # noqa: N818  # named for what the caller learns
    """The numbers cannot be given on that port; the message is one line."""


class DatabaseNumbers(Collector):
    """The numbers of one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._seen: dict[str, int] = {}
        self._grown = {"requests": 0, "bytes": 0}

    def read(self) -> Gauges:
        with session_factory(self._engine, read_only=True)() as session:
            return gauges(session, datetime.now(UTC))

    def read_lease(self) -> bool:
        """Whether a service holds the right to schedule: all that /healthz needs."""
        with session_factory(self._engine, read_only=True)() as session:
            return lease_held(session)

    def collect(self) -> Iterable[Metric]:
        found = self.read()
        yield GaugeMetricFamily("rasid_articles", "Articles stored.", found.articles)
        yield GaugeMetricFamily("rasid_sources", "Sources known.", found.sources)
        yield _by("rasid_links", "Links by state.", "state", found.links)
        yield _by("rasid_runs", "Runs in the history by state.", "state", found.runs)
        with self._lock:  # a counter never falls, as the sums of a history that is pruned do
            for what, total in (("requests", found.requests), ("bytes", found.bytes)):
                self._grown[what] += max(0, total - self._seen.get(what, total))
                self._seen[what] = total
            requests, size = self._grown["requests"], self._grown["bytes"]
        since = "since the service was first asked for it."
        yield CounterMetricFamily("rasid_requests", f"Requests made {since}", requests)
        yield CounterMetricFamily("rasid_bytes", f"Bytes received {since}", size)
        yield _by("rasid_open_alerts", "Open alerts by kind.", "kind", found.alerts)
        late = "Seconds by which the source that waits longest is overdue."
        yield GaugeMetricFamily("rasid_overdue_seconds", late, found.late_s)
        held = "1 while a service holds the right to schedule."
        yield GaugeMetricFamily("rasid_lease_held", held, int(found.lease))


def _by(name: str, meaning: str, label: str, numbers: dict[str, int]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, meaning, labels=[label])
    for value, number in sorted(numbers.items()):
        family.add_metric([value], number)
    return family


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, numbers: DatabaseNumbers) -> None:
        super().__init__((HOST, port), _Handler)
        self.numbers = numbers
        self.registry = CollectorRegistry(auto_describe=False)
        self.registry.register(numbers)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no event; anything else is a fault of ours."""
        if not isinstance(sys.exc_info()[1], OSError):
            log.exception("metrics-failed")


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 10.0

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        try:
            if path == "/metrics":
                self._answer(200, generate_latest(self.server.registry), CONTENT_TYPE_LATEST)
            elif path == "/healthz":
                held = self.server.numbers.read_lease()
                self._answer(200 if held else 503, b"ok\n" if held else b"no lease\n")
            else:
                self._answer(404, b"/metrics, /healthz\n")
        except SQLAlchemyError:
            self._answer(503, b"the database does not answer\n")

    def _answer(self, status: int, body: bytes, kind: str = "text/plain") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *words: object) -> None:
        """Nothing: a scrape is no event."""


@contextmanager
def serve_metrics(engine: Engine, port: int) -> Iterator[int]:
    """Serve until the block ends; gives the port. Raises NoPort where it cannot be had.

    Port 0 takes a free one.
    """
    try:
        server = _Server(port, DatabaseNumbers(engine))
    except OSError as error:
        why = "is taken" if error.errno == errno.EADDRINUSE else str(error.strerror).lower()
        raise NoPort(f"metrics_port {port}: {why}; set another one") from None
    thread = threading.Thread(target=server.serve_forever, name="metrics", daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
