"""The service under ill treatment, on this machine alone.

`python -m bench.soak [--minutes 20] [--sources 30]` serves small news sites that publish all the
time, runs `rasid schedule` on them with short intervals, kills the service and its crawls at random
moments, lets sites fail, hang and go away, and at the end checks what must hold: every article
stored once, every run closed, no source starved, the database sound, memory and open files flat.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

EVERY_S = 20
PUBLISHED_EVERY_S = 12.0
SETTLE_S = 150.0
"""Seconds without ill treatment at the end, in which what was missed must be caught up."""
TEXT = (
    "engineers published results today about chips models batteries networks and open software "
    "that researchers tested over months in several cities with partners from industry"
)
WORDS = TEXT.split()


class Sites:
    """All sites behind one server: /<site>/ is a section, /<site>/<n>.html its articles."""

    def __init__(self, count: int, chance: random.Random) -> None:
        self.began = time.monotonic()
        self.ended: float | None = None
        self.count = count
        self.chance = chance
        self.ill: dict[int, str] = defaultdict(str)

    def published(self, site: int) -> int:
        """How many articles a site has by now."""
        until = self.ended or time.monotonic()
        return 3 + int((until - self.began) / (PUBLISHED_EVERY_S * (1 + site % 5)))

    def page(self, path: str) -> tuple[int, str]:
        """Status and HTML of a path."""
        parts = path.strip("/").split("/")
        if not parts[0].startswith("site") or not parts[0][4:].isdigit():
            return 404, "nothing here"
        site = int(parts[0][4:])
        if self.ill[site] == "failing":
            return 500, "out of order"
        if self.ill[site] == "slow":
            time.sleep(3)
        last = self.published(site)
        if len(parts) == 1:
            shown = range(last, max(0, last - 60), -1)
            links = "".join(
                f'<article><h2><a href="/site{site}/2026/11/25/story-number-{n}.html">'
                f"{headline(site, n)}</a></h2></article>"
                for n in shown
            )
            return 200, html(f"Technology of site {site}", f"<main>{links}</main>")
        number = parts[-1].removeprefix("story-number-").removesuffix(".html")
        if not number.isdigit() or not 1 <= int(number) <= last:
            return 404, "nothing here"
        return 200, article(site, int(number))


def headline(site: int, number: int) -> str:
    return f"Report {number} of laboratory {site} about tested chips"


def article(site: int, number: int) -> str:
    """One article's page, its words drawn by its number."""
    chance = random.Random(site * 100_000 + number)
    paragraphs = "".join(
        f"<p>{' '.join(chance.choices(WORDS, k=45)).capitalize()} {site}-{number}.</p>"
        for _ in range(4)
    )
    body = f"<article><h1>{headline(site, number)}</h1>{paragraphs}</article>"
    return html(headline(site, number), body)


def html(title: str, body: str) -> str:
    head = f'<html lang="en"><head><title>{title}</title></head>'
    return f"<!doctype html>{head}<body>{body}</body></html>"


def serve(sites: Sites) -> ThreadingHTTPServer:
    """The server of all sites, running in a thread."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, text = sites.page(self.path)
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

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class Soak:
    """One soak in a folder."""

    def __init__(self, folder: Path, sites: Sites, port: int, jobs: int) -> None:
        self.folder, self.sites, self.jobs = folder, sites, jobs
        self.db = folder / "rasid.db"
        self.kills = 0
        self.numbers: list[tuple[int, int]] = []
        (folder / "sources").mkdir()
        for site in range(sites.count):
            (folder / "sources" / f"site{site}.toml").write_text(
                f'section = "http://127.0.0.1:{port}/site{site}/"\nevery = "{EVERY_S}s"\n'
                f'private_hosts = ["127.0.0.1:{port}"]\ndelay_s = 0.0\n'
            )
        self.service = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "cli.main", "--db", str(self.db), "--sources", "sources",
                 "--contact", "soak@example.org", "schedule", "--jobs", str(self.jobs)],
                cwd=self.folder, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self.db, timeout=30)
        try:
            return connection.execute(query).fetchall()
        except sqlite3.OperationalError:  # not made yet
            return []
        finally:
            connection.close()

    def mistreat(self, chance: random.Random) -> None:
        """One blow: to the service, to a crawl, or to a site."""
        blow = chance.choice(("service", "crawl", "crawl", "site", "site", "heal"))
        if blow == "service":
            self.service.kill()
            self.service.wait()
            self.kills += 1
            self.service = self.start()
        elif blow == "crawl":
            running = self.rows("SELECT pid FROM runs WHERE state = 'running' AND pid IS NOT NULL")
            if running:
                pid = chance.choice(running)[0]
                assert isinstance(pid, int)
                try:
                    os.kill(pid, signal.SIGKILL)
                    self.kills += 1
                except ProcessLookupError:
                    pass
        elif blow == "site":
            self.sites.ill[chance.randrange(self.sites.count)] = chance.choice(("failing", "slow"))
        else:
            self.sites.ill.clear()

    def measure(self) -> None:
        """Memory and open files of the service itself."""
        try:
            files = len(os.listdir(f"/proc/{self.service.pid}/fd"))  # noqa: PTH208  # a count
        except OSError:
            return
        own = Path(f"/proc/{self.service.pid}/statm").read_text().split()[1]
        self.numbers.append((int(own) * 4096, files))

    def end(self) -> int:
        """SIGTERM, and the exit status."""
        self.service.send_signal(signal.SIGTERM)
        try:
            return self.service.wait(90)
        except subprocess.TimeoutExpired:
            self.service.kill()
            return -9

    def faults(self) -> list[str]:
        """What does not hold."""
        found = []
        if (sound := self.rows("PRAGMA integrity_check")) != [("ok",)]:
            found.append(f"the database is not sound: {sound[:1]}")
        if doubled := self.rows("SELECT url FROM articles GROUP BY url HAVING count(*) > 1"):
            found.append(f"{len(doubled)} articles are stored twice")
        if doubled := self.rows(
            "SELECT title FROM revisions WHERE kind = 'first' GROUP BY title HAVING count(*) > 1"
        ):
            found.append(f"{len(doubled)} articles are stored under two addresses")
        if left := self.rows("SELECT id FROM runs WHERE state = 'running'"):
            found.append(f"{len(left)} runs are open")
        stored: dict[str, int] = dict(
            self.rows("SELECT source_id, count(*) FROM articles GROUP BY source_id")
        )
        for site in range(self.sites.count):
            has, should = stored.get(f"site{site}", 0), self.sites.published(site)
            if has != should:
                found.append(f"site{site} has {has} of {should} articles")
        return found


def main() -> int:
    """Run, print what was seen, and exit 1 where something does not hold."""
    parser = argparse.ArgumentParser("bench.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--sources", type=int, default=30)
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--settle", type=float, default=SETTLE_S, help="calm seconds at the end")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    sites = Sites(given.sources, chance)
    server = serve(sites)
    with tempfile.TemporaryDirectory(prefix="rasid-soak-") as name:
        soak = Soak(Path(name), sites, server.server_port, given.jobs)
        end = time.monotonic() + given.minutes * 60
        while time.monotonic() < end:
            time.sleep(chance.uniform(3, 12))
            soak.measure()
            soak.mistreat(chance)
        sites.ill.clear()
        sites.ended = time.monotonic()
        time.sleep(given.settle)
        status = soak.end()
        faults = soak.faults()
        if status != 0:
            faults.append(f"the service ended with {status}")
        runs = soak.rows("SELECT state, count(*) FROM runs GROUP BY state")
        memory = [bytes_ for bytes_, _ in soak.numbers]
        states: dict[str, int] = dict(runs)
        print(f"runs {states}, kills {soak.kills}, ", end="")
        print(f"articles {soak.rows('SELECT count(*) FROM articles')[0][0]}")
        if memory:
            print(f"service: memory at most {max(memory) / 1e6:.0f} MB, ", end="")
            print(f"open files at most {max(files for _, files in soak.numbers)}")
        for fault in faults:
            print(f"fault: {fault}")
        if faults:
            print((Path(name) / "log").read_text()[-2000:], file=sys.stderr)
    server.shutdown()
    print("everything holds" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
