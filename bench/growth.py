"""What a story costs as the table grows: `python -m bench.growth DATABASE [--to N] [--svg FILE]`.

Fills a database with short articles, their signatures and shingles in bulk, and stores 300 articles
of ordinary length by the path of a visit each time the table has grown threefold. One filling
article in twenty bears one long line, so that its runs are in 50,000 of a million articles; a
third of the stored ones bear it too, and are counted apart. Measurements are kept beside the
database, DATABASE.json; called again, it goes on where it ended, or stops after --seconds.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from bench.bulk import put_all
from bench.newsroom import SOURCES, Newsroom
from bench.stories import store
from bench.story_chart import chart
from db import versions, write
from db.engine import open_engine, session_factory, upgrade
from db.models import ArticleRow
from pipeline.records import Source

_MEASURED_AT = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
_STORED = 300
_TOGETHER = 5_000
_WITH_LINE = 20


def main(arguments: list[str]) -> int:
    """Fills, measures, and draws what was measured."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth")
    parser.add_argument("database", type=Path)
    parser.add_argument("--to", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=570)
    parser.add_argument("--svg", type=Path)
    options = parser.parse_args(arguments)
    engine = open_engine(str(options.database))
    upgrade(engine)
    beside = options.database.with_suffix(".json")
    measured = json.loads(beside.read_text()) if beside.exists() else []
    try:
        for found in _grow(engine, options.to, time.monotonic() + options.seconds, measured):
            measured.append(found)
            beside.write_text(json.dumps(measured))
            print(" ".join(f"{name} {value:,}" for name, value in found.items()), flush=True)
    finally:
        engine.dispose()
    if options.svg and measured:
        options.svg.write_text(chart(measured), "utf-8")
    return 0


def _grow(
    engine: Engine, most: int, until: float, measured: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    sessions = session_factory(engine)
    with sessions.begin() as s:
        for at in range(SOURCES):
            section = f"https://site{at}.example/news"
            write.sync_source(s, Source(id=f"site{at}", name=f"Site {at}", section=section))
        here = s.scalar(select(func.max(ArticleRow.id))) or 0
    newsroom = Newsroom(here + 1)  # other articles each time, in the same words
    line = Newsroom(0).article("short", "ar").text
    for target in _MEASURED_AT:
        if target > most:
            return
        while here < target:
            if time.monotonic() > until:
                print(f"stopped at {here:,} articles", flush=True)
                return
            number = min(_TOGETHER, target - here)
            with sessions.begin() as s:
                _fill(s, newsroom, here, number, line)
            here += number
        if target not in [found["articles"] for found in measured]:
            with sessions() as s:
                yield {"articles": target} | _measure(s, newsroom, here, line)
            with sessions() as s:
                here = s.scalar(select(func.max(ArticleRow.id))) or 0


def _fill(s: Session, newsroom: Newsroom, here: int, number: int, line: str) -> None:
    articles = []
    for at in range(here + 1, here + number + 1):
        made = newsroom.article("short")
        if at % _WITH_LINE == 0:
            made.paragraphs.append(line)
        articles.append((at, made))
    put_all(s, articles, here + 1)


def _measure(s: Session, newsroom: Newsroom, here: int, line: str) -> dict[str, float]:
    spent = {False: [0.0, 0.0, 0.0], True: [0.0, 0.0, 0.0]}
    place = versions.place_article
    mine = spent[False]

    def timed(*given: Any) -> Any:
        started, began = time.perf_counter(), time.process_time()
        try:
            return place(*given)
        finally:
            mine[0] += time.perf_counter() - started
            mine[1] += time.process_time() - began

    setattr(versions, "place_article", timed)  # noqa: B010
    try:
        for at in range(_STORED):
            has_line = at % 3 == 2
            mine = spent[has_line]
            made = newsroom.article("medium")
            if has_line:
                made.paragraphs.append(line)
            began = time.process_time()
            store(s, made, here + at + 1)
            mine[2] += time.process_time() - began
            if at % 50 == 49:
                s.commit()
                s.expunge_all()
    finally:
        setattr(versions, "place_article", place)  # noqa: B010
    number = {False: _STORED * 2 // 3, True: _STORED // 3}
    return {
        f"{what}{' with the line' if has_line else ''}": round(
            spent[has_line][index] * 1000 / number[has_line], 3
        )
        for has_line in (False, True)
        for index, what in enumerate(("ms", "ms of CPU", "ms of CPU to store"))
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
