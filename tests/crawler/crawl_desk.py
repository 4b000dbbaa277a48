"""A crawl of a real local server, in a process of its own, into a real database file."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass
class Crawled:
    """One crawl that ended: its exit status, its events, what it said."""

    exit: int
    events: list[dict[str, Any]]
    stderr: str

    @property
    def ended(self) -> dict[str, Any]:
        return self.events[-1]


class Desk:
    """A folder with a database and source files, from which crawls are started."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.db = folder / "rasid.db"
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

    def start(self, source_id: str, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(source_id, *words),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def crawl(self, source_id: str, *words: str) -> Crawled:
        with self.start(source_id, *words) as process:
            out, err = process.communicate(timeout=240)
        return Crawled(process.returncode, [json.loads(line) for line in out.splitlines()], err)

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
