"""The service under ill treatment, on this machine alone.

`python -m bench.soak [--minutes 20] [--sources 30]` serves small news sites that publish all the
time, runs `rasid schedule` on them with short intervals, kills the service and its crawls at random
moments, stops and starts the service, lets sites fail, dawdle and refuse connections, and at the
end checks what must hold: every article stored once, every run in the history and closed, no source
starved, the database sound, no process left, the service's memory and open files flat.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.soak_sites import Site

EVERY_S = 20
"""Asked interval of every source. So many crawls a second are more than two cores carry beside
other work; then sources take turns, which is what starvation is measured under."""
SETTLE_S = 300.0
"""Seconds without ill treatment at the end, in which what was missed must be caught up: a source
that failed again and again waits eight times its interval, and then for its turn."""
STOP_S = 50.0
"""Seconds in which the service must end after SIGTERM: docs/operations.md states them."""
STARVED = 5.0
"""A source starves that waits so many times longer between two runs than the median of all
sources' longest waits, or has fewer runs than the median by this factor."""
WARM_S = 60.0
"""Seconds of a service's life before which its memory is not held against its later one."""
LONG_LIFE_S = 180.0
"""Lives shorter than this say nothing of growth."""
GROWTH_MB, GROWTH_FILES = 15.0, 10
"""What the median of a life's last third may be above that of its first, warm third."""
BLOWS = (
    "kill service", "kill crawl", "kill crawl", "kill crawl", "stop service", "failing", "slow",
    "outage", "outage", "heal", "heal",
)  # fmt: skip


@dataclass
class Life:
    """One process of the service: its age in seconds, memory in bytes and open files, again and
    again."""

    process: subprocess.Popen[bytes]
    began: float = field(default_factory=time.monotonic)
    seen: list[tuple[float, int, int]] = field(default_factory=list)

    def measure(self) -> None:
        folder = Path(f"/proc/{self.process.pid}")
        try:
            files = len(list((folder / "fd").iterdir()))
            pages = int((folder / "statm").read_text().split()[1])
        except (OSError, IndexError):
            return
        age_s = time.monotonic() - self.began
        self.seen.append((age_s, pages * os.sysconf("SC_PAGE_SIZE"), files))

    def growth(self) -> tuple[float, float] | None:
        """MB and files by which the last third is above the first warm one; None for a short
        life."""
        warm = [each for each in self.seen if each[0] >= WARM_S]
        if not warm or warm[-1][0] < LONG_LIFE_S or len(warm) < 9:
            return None
        third = len(warm) // 3
        first, last = warm[:third], warm[-third:]
        memory, files = (
            statistics.median(each[column] for each in last)
            - statistics.median(each[column] for each in first)
            for column in (1, 2)
        )
        return memory / 1e6, files


class Soak:
    """One soak in a folder."""

    def __init__(self, folder: Path, sites: list[Site], jobs: int) -> None:
        self.folder, self.sites, self.jobs = folder, sites, jobs
        self.db = folder / "rasid.db"
        self.done: dict[str, int] = {}
        self.lives: list[Life] = []
        self.faults: list[str] = []
        self.known: set[str] = set()
        (folder / "sources").mkdir()
        for site in sites:
            (folder / "sources" / f"site{site.number}.toml").write_text(
                f'section = "http://127.0.0.1:{site.port}/technology/"\nevery = "{EVERY_S}s"\n'
                f'private_hosts = ["127.0.0.1:{site.port}"]\ndelay_s = 0.0\n'
            )
        self.start()

    @property
    def life(self) -> Life:
        return self.lives[-1]

    def start(self) -> None:
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "cli.main", "--db", str(self.db), "--sources", "sources",
                 "--contact", "soak@example.org", "schedule", "--jobs", str(self.jobs)],
                cwd=self.folder, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self.lives.append(Life(process))

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self.db, timeout=60)
        try:
            return connection.execute(query).fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):  # not made yet
                return []
            raise
        finally:
            connection.close()

    def mistreat(self, chance: random.Random) -> None:
        """One blow: to the service, to a crawl, or to a site."""
        blow = chance.choice(BLOWS)
        site = chance.choice(self.sites)
        if blow == "kill service":
            self.life.process.kill()
            self.life.process.wait()
            self.start()
        elif blow == "stop service":
            self.stop()
            self.start()
        elif blow == "kill crawl" and not self._kill_crawl(chance):
            return
        elif blow == "outage":
            site.go_away()
        elif blow in ("failing", "slow"):
            site.ill = blow
        elif blow == "heal":
            for each in self.sites:
                each.heal()
        self.done[blow] = self.done.get(blow, 0) + 1

    def _kill_crawl(self, chance: random.Random) -> bool:
        running = self.rows("SELECT pid FROM runs WHERE state = 'running' AND pid IS NOT NULL")
        if not running:
            return False
        try:
            os.kill(chance.choice(running)[0], signal.SIGKILL)
        except ProcessLookupError:
            return False
        return True

    def look(self) -> None:
        """Measure, and see that what was stored is stored still."""
        self.life.measure()
        if self.life.process.poll() is not None:
            self.faults.append(f"the service ended by itself, with {self.life.process.returncode}")
            self.start()
        stored = {url for (url,) in self.rows("SELECT url FROM articles")}
        if lost := self.known - stored:
            self.faults.append(f"{len(lost)} stored articles are gone")
        self.known = stored

    def stop(self) -> None:
        """SIGTERM, which must end the service in time and with 0."""
        process, began = self.life.process, time.monotonic()
        process.send_signal(signal.SIGTERM)
        try:
            status = process.wait(2 * STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            status = process.wait()
        took_s = time.monotonic() - began
        if status != 0 or took_s > STOP_S:
            self.faults.append(f"stopped with {status} after {took_s:.0f} s")

    def behind(self) -> list[str]:
        """Which sites' articles are not all stored, or more than once."""
        stored: dict[str, int] = dict(
            self.rows("SELECT source_id, count(*) FROM articles GROUP BY source_id")
        )
        counts = [(each, stored.get(f"site{each.number}", 0), each.published())
                  for each in self.sites]  # fmt: skip
        return [
            f"site{site.number} has {has} of {should} articles"
            for site, has, should in counts
            if has != should
        ]

    def judge(self) -> None:
        """Note what does not hold at the end."""
        for query, what in (
            ("SELECT url FROM articles GROUP BY url HAVING count(*) > 1", "articles stored twice"),
            ("SELECT title FROM revisions WHERE kind = 'first' GROUP BY title HAVING count(*) > 1",
             "articles stored under two addresses"),
            ("SELECT id FROM runs WHERE state = 'running'", "runs open"),
            ("SELECT 1 FROM (SELECT max(id) AS last, count(*) AS number FROM runs)"
             " WHERE last <> number", "gaps in the history of runs"),
        ):  # fmt: skip
            if found := self.rows(query):
                self.faults.append(f"{len(found)} {what}")
        if (sound := self.rows("PRAGMA integrity_check")) != [("ok",)]:
            self.faults.append(f"the database is not sound: {sound[:1]}")
        self.faults += self.behind()
        self._judge_turns()
        self._judge_lives()
        if left := _processes_of(self.folder):
            self.faults.append(f"{len(left)} processes are left: {left}")

    def _judge_turns(self) -> None:
        starts: dict[str, list[float]] = {}
        for source, at in self.rows("SELECT source_id, started_at FROM runs ORDER BY started_at"):
            starts.setdefault(source, []).append(datetime.fromisoformat(at).timestamp())
        waits = {
            source: max((after - before for before, after in pairwise(at)), default=0.0)
            for source, at in starts.items()
        }
        numbers = {source: len(at) for source, at in starts.items()}
        usual_s, usual = statistics.median(waits.values()), statistics.median(numbers.values())
        print(
            f"runs of a source: {min(numbers.values())} to {max(numbers.values())}; longest wait "
            f"between two: median {usual_s:.0f} s, most {max(waits.values()):.0f} s"
        )
        for source in starts:
            if waits[source] > STARVED * usual_s or numbers[source] * STARVED < usual:
                self.faults.append(
                    f"{source} starved: {numbers[source]} runs, {waits[source]:.0f} s"
                )

    def _judge_lives(self) -> None:
        grown = [(each, found) for each in self.lives if (found := each.growth()) is not None]
        for life, (memory_mb, files) in grown:
            print(
                f"a service of {life.seen[-1][0]:.0f} s: "
                f"memory at most {max(each[1] for each in life.seen) / 1e6:.0f} MB, "
                f"grown by {memory_mb:.1f}; "
                f"open files at most {max(each[2] for each in life.seen)}, grown by {files:.0f}"
            )
            if memory_mb > GROWTH_MB or files > GROWTH_FILES:
                self.faults.append(f"grown by {memory_mb:.1f} MB, {files:.0f} files")


def _processes_of(folder: Path) -> list[int]:
    """Processes whose command line names a folder: nothing of a service that has ended may live."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and os.fsencode(folder) in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def main() -> int:
    """Run, print what was seen, and exit 1 where something does not hold."""
    parser = argparse.ArgumentParser("bench.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--sources", type=int, default=30)
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument(
        "--settle", type=float, default=SETTLE_S, help="calm seconds at the end, at most"
    )
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    sites = [Site(number) for number in range(given.sources)]
    with tempfile.TemporaryDirectory(prefix="rasid-soak-") as name:
        soak = Soak(Path(name), sites, given.jobs)
        try:
            _run(soak, random.Random(given.seed), given.minutes * 60, given.settle)
        finally:
            for process in _processes_of(soak.folder):
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
        states: dict[str, int] = dict(soak.rows("SELECT state, count(*) FROM runs GROUP BY state"))
        print(f"runs {states}, blows {soak.done}, articles {len(soak.known)}")
        for fault in soak.faults:
            print(f"fault: {fault}")
        if soak.faults:
            print((Path(name) / "log").read_text()[-4000:], file=sys.stderr)
    print("everything holds" if not soak.faults else f"{len(soak.faults)} faults")
    return 1 if soak.faults else 0


def _run(soak: Soak, chance: random.Random, seconds: float, settle_s: float) -> None:
    """Ill treatment for so long; then calm until all is caught up, no longer than `settle_s`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        _wait(soak, chance.uniform(3, 12))
        soak.mistreat(chance)
    for site in soak.sites:
        site.heal()
        site.end()
    calm_since = time.monotonic()
    while soak.behind() and time.monotonic() - calm_since < settle_s:
        _wait(soak, 5)
    print(f"caught up {time.monotonic() - calm_since:.0f} s after the last blow")
    soak.stop()
    soak.judge()


def _wait(soak: Soak, seconds: float) -> None:
    """Wait, and look about every second."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(1.0, left))
        soak.look()


if __name__ == "__main__":
    sys.exit(main())
