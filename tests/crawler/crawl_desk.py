"""A crawl of a real local server, in a process of its own, into a real database file."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import prepared

ROOT = Path(__file__).parents[2]


@dataclass
class Crawled:
    """One crawl that ended: its exit status, its events, what it said."""

    exit: int
    events: list[dict[str, Any]]
    stderr: str
    peak_mb: float = 0.0
    """Most memory of its processes together, what they share counted once; 0 where nobody tells."""

    @property
    def ended(self) -> dict[str, Any]:
        return self.events[-1]


def _crawled(process: subprocess.Popen[str] | prepared.Running, out: str, err: str) -> Crawled:
    assert process.returncode is not None
    return Crawled(process.returncode, [json.loads(line) for line in out.splitlines()], err)


class Peak:
    """Looks at the memory of a process and of those it started, four times a second."""

    def __init__(self, pid: int) -> None:
        self.pid, self.mb = pid, 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(0.25):
            self.mb = max(self.mb, sum(map(_kb, _family(self.pid))) / 1024)


def _family(pid: int) -> list[int]:
    found = [pid]
    with suppress(OSError):  # it may end meanwhile
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            found += [one for child in task.read_text().split() for one in _family(int(child))]
    return found


def _kb(pid: int) -> int:
    """Proportional set size of one process; 0 where it is gone, or the system does not tell."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


class Desk:
    """A folder with a database and source files, from which crawls are started. The database is
    the folder's own, or at first a copy of `tables`."""

    def __init__(self, folder: Path, tables: Path | None = None) -> None:
        self.folder = folder
        self.db = folder / "rasid.db"
        if tables is not None:
            shutil.copy(tables, self.db)
        self.sources = folder / "sources"
        self.sources.mkdir(exist_ok=True)

    def write_source(self, source_id: str, text: str) -> None:
        (self.sources / f"{source_id}.toml").write_text(text, "utf-8")

    def watch(self, source_id: str, section: str, *hosts: str, more: str = "") -> None:
        """Write the file of a source on this machine."""
        own = section.split("/")[2]
        pairs = json.dumps([own, *hosts])
        self.write_source(source_id, f'section = "{section}"\nprivate_hosts = {pairs}\n{more}\n')

    def command(self, source_id: str, *words: str) -> list[str]:
        return [
            sys.executable, "-m", "crawler.run", "--source", source_id, "--db", str(self.db),
            "--sources", str(self.sources), "--contact", "https://example.org/rasid", *words,
        ]  # fmt: skip

    def start(self, source_id: str, *words: str) -> prepared.Running:
        """Begin a crawl whose processes have their modules at hand."""
        _interpreter, _m, module, *arguments = self.command(source_id, *words)
        return prepared.start(module, arguments, ROOT)

    def crawl(self, source_id: str, *words: str) -> Crawled:
        """A crawl from its start to its end, whose processes have their modules at hand."""
        process = self.start(source_id, *words)
        return _crawled(process, *process.communicate())

    def start_cold(self, source_id: str, *words: str) -> subprocess.Popen[str]:
        """Begin a crawl whose processes load all themselves."""
        return subprocess.Popen(
            self.command(source_id, *words),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def crawl_cold(self, source_id: str, *words: str) -> Crawled:
        """A crawl whose processes load all themselves, with the most memory that they took."""
        with self.start_cold(source_id, *words) as process, Peak(process.pid) as peak:
            out, err = process.communicate(timeout=240)
        return replace(_crawled(process, out, err), peak_mb=peak.mb)

    def rows(self, query: str, *values: object) -> list[Any]:
        connection = sqlite3.connect(self.db)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(query, values)]
        finally:
            connection.close()

    def change(self, statement: str, *values: object) -> None:
        with closing(sqlite3.connect(self.db)) as connection, connection:
            connection.execute(statement, values)

    def articles(self) -> list[dict[str, Any]]:
        """The articles with their current revisions."""
        return self.rows(
            "SELECT a.url, r.title, r.text, r.removed, r.number, r.warc_file, r.warc_offset,"
            " r.published_as, r.section FROM articles a JOIN revisions r"
            " ON r.id = a.current_revision_id ORDER BY a.url"
        )

    def link(self, url: str) -> dict[str, Any]:
        found = self.rows("SELECT * FROM links WHERE url = ?", url)
        return dict(found[0]) if found else {"state": "unknown", "reason": None}
