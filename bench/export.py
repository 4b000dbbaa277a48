"""Measures exports: rows a second beside the plainest loop there is, and the memory they take.

    python -m bench.export [ROWS …]        100,000 rows by default
    python -m bench.export 1000000 --folder /big/disk

The plainest loop of a format reads the same columns with `sqlite3` and hands each row to the
format's library: orjson, csv or pyarrow. It masks nothing, hashes nothing, and leaves no manifest.
Each measurement is a process of its own, which does it twice, so that what is loaded once counts
for neither way (a million rows once), and tells its peak of memory. Time is the processor's, which
other work on the machine changes least. The database is made in the folder, with articles of 4 KB
of Arabic, and is kept there for the next time; where it was left half made, it is continued. Fails
where a format is slower than its ratio in bench/floors.json.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from db.engine import open_engine, session_factory, upgrade
from db.export import export
from db.filters import Filters
from pipeline.fingerprints import content_hash

FLOORS = Path(__file__).with_name("floors.json")
MEMORY_LIMIT_MB = 300
FORMATS = ("jsonl", "jsonl.gz", "jsonl.zst", "csv", "parquet")

_LARGE_BYTES = 5_000_000_000
"""Of a database that is exported once."""

_WRITTEN = 50_000
"""Articles with words of their own."""

_TEXT_CHARS = 2_300
"""About 4 KB of UTF-8: most Arabic letters take two bytes."""

_COLUMNS = (
    *("a.id", "a.url", "r.canonical_url", "a.source_id", "r.section", "r.title", "r.description"),
    *("r.authors", "r.tags", "r.published_as", "r.published_at_origin", "r.modified_as"),
    *("r.language", "r.text", "r.image_url", "r.paywalled", "r.live_blog", "r.policy"),
    *("r.word_count", "r.content_hash", "r.number", "a.story_id", "a.first_seen_at"),
    *("r.fetched_at", "a.gone_at"),
)
_SOURCES = (
    "(SELECT json_group_array(source_id) FROM appearances p WHERE p.article_id = a.id) AS sources"
)


def build(path: Path, rows: int) -> None:
    """A database of so many articles, by plain inserts; a part of one is continued. Articles after
    the first _WRITTEN have the words of earlier ones, which takes a fifth of the time."""
    if not path.exists():
        engine = open_engine(path)
        upgrade(engine)
        engine.dispose()
    words = _words(random.Random(1))
    with closing(sqlite3.connect(path)) as base:
        base.execute("PRAGMA synchronous = OFF")
        base.execute(
            "INSERT INTO sources (id, name, config, enabled, paused)"
            " VALUES ('bench', 'Bench', '{}', 1, 0) ON CONFLICT DO NOTHING"
        )
        done = base.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()[0]
        for first in range(done + 1, rows + 1, 10_000):
            ids = range(first, min(first + 10_000, rows + 1))
            if first <= _WRITTEN:
                _insert(base, random.Random(first), words, ids)
            else:
                _copy(base, ids)
            base.commit()


def _words(chance: random.Random) -> list[str]:
    return ["".join(chance.choices("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", k=5)) for _ in range(4_000)]


def _insert(base: sqlite3.Connection, chance: random.Random, words: list[str], ids: range) -> None:
    articles, revisions, appearances = [], [], []
    for number in ids:
        lines = [" ".join(chance.choices(words, k=76)) for _ in range(_TEXT_CHARS // (76 * 6))]
        text, title = "\n\n".join(lines), " ".join(chance.choices(words, k=8))
        blocks = orjson.dumps([{"kind": "paragraph", "text": line} for line in lines]).decode()
        at = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
        moment = f"{at} 08:30:00.000000"
        articles.append((number, f"https://bench.example/{number}", "bench", moment, number))
        appearances.append((number, "bench", moment))
        revisions.append(
            (
                *(
                    number,
                    number,
                    1,
                    "first",
                    title,
                    '["منى سعيد"]',
                    moment,
                    f"{at}T08:30:00+00:00",
                ),
                *("json-ld", "ar", "تقنية", text, blocks, "[]", '["ذكاء","شرائح"]'),
                *('{"opted_out":false}', content_hash(title, text), len(text.split())),
                *("rasid/bench", moment),
            )
        )
    base.executemany(
        "INSERT INTO articles (id, url, source_id, first_seen_at, current_revision_id)"
        " VALUES (?, ?, ?, ?, ?)",
        articles,
    )
    base.executemany(
        "INSERT INTO revisions (id, article_id, number, kind, title, authors, published_at,"
        " published_as, published_at_origin, language, section, text, blocks, removed, tags,"
        " policy, content_hash, word_count, extractor, fetched_at)"
        f" VALUES ({', '.join('?' * 20)})",
        revisions,
    )
    base.executemany(
        "INSERT INTO appearances (article_id, source_id, first_seen_at) VALUES (?, ?, ?)",
        appearances,
    )


def _copy(base: sqlite3.Connection, ids: range) -> None:
    values = {"first": ids[0], "last": ids[-1], "back": ids[0] - 1 - (ids[0] - 1) % _WRITTEN}
    for table, number in (("articles", "id"), ("revisions", "id"), ("appearances", "article_id")):
        names = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
        moved = {name: f"{name} + :back" for name in ("id", "article_id", "current_revision_id")}
        moved["url"] = "'https://bench.example/' || (id + :back)"
        base.execute(
            f"INSERT INTO {table} ({', '.join(names)})"
            f" SELECT {', '.join(moved.get(name, name) for name in names)} FROM {table}"
            f" WHERE {number} BETWEEN :first - :back AND :last - :back ORDER BY {number}",
            values,
        )


def plain(base: Path, out: Path, form: str) -> int:
    """The plainest loop."""
    with closing(sqlite3.connect(base)) as connection:
        columns = _COLUMNS if form == "csv" else (*_COLUMNS, "r.blocks")
        cursor = connection.execute(
            f"SELECT {', '.join(columns)}, {_SOURCES} FROM articles a"
            " JOIN revisions r ON r.id = a.current_revision_id ORDER BY a.id"
        )
        names = [column[0] for column in cursor.description]
        if form == "csv":
            return _plain_csv(cursor, names, out)
        if form == "parquet":
            return _plain_parquet(cursor, names, out)
        return _plain_jsonl(cursor, names, out, form)


def _plain_csv(cursor: Iterator[Any], names: list[str], out: Path) -> int:
    rows = 0
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for row in cursor:
            writer.writerow(row)
            rows += 1
    return rows


def _plain_jsonl(cursor: Iterator[Any], names: list[str], out: Path, form: str) -> int:
    rows = 0
    with out.open("wb") as plain_file:
        file: Any = plain_file
        if form == "jsonl.gz":
            file = gzip.GzipFile(fileobj=plain_file, mode="wb", compresslevel=6)
        elif form == "jsonl.zst":
            file = zstandard.ZstdCompressor().stream_writer(plain_file, closefd=False)
        for row in cursor:
            file.write(orjson.dumps(dict(zip(names, row, strict=True))) + b"\n")
            rows += 1
        if file is not plain_file:
            file.close()
    return rows


def _plain_parquet(cursor: Any, names: list[str], out: Path) -> int:
    """JSON columns are parsed, so that the file has the same types as ours."""
    lists = [name in ("authors", "tags", "blocks", "sources") for name in names]
    rows, writer = 0, None
    while batch := cursor.fetchmany(2_000):
        columns = {
            name: [orjson.loads(v) for v in column] if parsed else list(column)
            for name, column, parsed in zip(names, zip(*batch, strict=True), lists, strict=True)
        }
        table = pa.table(columns)
        writer = writer or pq.ParquetWriter(out, table.schema, compression="zstd")
        writer.write_table(table.cast(writer.schema))
        rows += len(batch)
    if writer:
        writer.close()
    return rows


def ours(base: Path, out: Path, form: str) -> int:
    """The export, as `rasid export` makes it."""
    engine = open_engine(base)
    with session_factory(engine, read_only=True)() as session:
        manifest = export(session, out, form, Filters())
    engine.dispose()
    return manifest.rows


def main(arguments: list[str]) -> int:
    """Prints the table; 1 where an export is slower or larger than it may be."""
    parser = argparse.ArgumentParser(prog="bench.export")
    parser.add_argument("rows", nargs="*", type=int, default=[100_000])
    parser.add_argument("--folder", type=Path, default=Path("/tmp/rasid-bench"))
    parser.add_argument("--formats", nargs="+", default=FORMATS)
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.one:
        return _measured_here(*asked.one)
    asked.folder.mkdir(parents=True, exist_ok=True)
    print("| rows | format | plain rows/CPU s | ours rows/CPU s | ratio | peak MB |", flush=True)
    print("| --- | --- | --- | --- | --- | --- |", flush=True)
    floors = json.loads(FLOORS.read_text("utf-8"))["export"]
    low: list[str] = []
    for rows in asked.rows:
        base = asked.folder / f"{rows}.db"
        if not base.exists():
            part = base.with_suffix(".part")
            build(part, rows)
            part.rename(base)
        for form in asked.formats:
            low += _compare(base, rows, form, floors.get(form, 0.0))
    for told in low:
        print(told)
    return 1 if low else 0


def _compare(base: Path, rows: int, form: str, floor: float) -> list[str]:
    """Prints a line of the table, and tells what is worse than it may be."""
    speed: dict[str, float] = {}
    peak = 0.0
    for way in ("plain", "ours"):
        told = subprocess.run(
            [sys.executable, "-m", "bench.export", "--one", way, str(base), form],
            check=True,
            stdout=subprocess.PIPE,
        ).stdout.split()
        count, seconds, megabytes = int(told[0]), float(told[1]), float(told[2])
        assert count == rows, f"{way} {form}: {count} rows of {rows}"
        speed[way], peak = rows / seconds, megabytes
    ratio = speed["ours"] / speed["plain"]
    print(
        f"| {rows:,} | {form} | {speed['plain']:,.0f} | {speed['ours']:,.0f} |"
        f" {ratio:.2f} | {peak:.0f} |",
        flush=True,
    )
    low = [f"{form}: ratio {ratio:.2f} is below its floor {floor}"] if ratio < floor else []
    if peak >= MEMORY_LIMIT_MB:
        low.append(f"{form}: {peak:.0f} MB, {MEMORY_LIMIT_MB} are the most")
    return low


def _measured_here(way: str, base: str, form: str) -> int:
    ways: dict[str, Callable[[Path, Path, str], int]] = {"plain": plain, "ours": ours}
    out = Path(base).with_name(f"{way}.{form}")
    times = []
    for _ in range(1 if Path(base).stat().st_size >= _LARGE_BYTES else 2):
        started = time.process_time()
        rows = ways[way](Path(base), out, form)
        times.append(time.process_time() - started)
    # Not getrusage: a new process starts with the peak of the one that started it.
    status = Path("/proc/self/status").read_text()
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    for path in (out, out.with_name(out.name + ".manifest.json")):
        path.unlink(missing_ok=True)
    print(rows, f"{min(times):.3f}", f"{peak:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
