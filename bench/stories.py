"""Measures stories: `python -m bench.stories [ARTICLES] [DATABASE]`.

Stores made-up articles with copies planted among them, and prints precision (pairs in one story
that are copies), recall (copies that are in their original's story) by kind of copy, and the cost
of an article as the table grows. DATABASE is a path or URL; by default a temporary SQLite file.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, insert, select, text, update
from sqlalchemy.orm import Session

from bench.corpus import KINDS, Made, Newsroom
from db.engine import open_engine, session_factory, upgrade
from db.models import ArticleRow, RevisionRow
from db.stories import place_article
from db.write import sync_source
from pipeline.records import Source

_COPIED = 0.05
_STEPS = 10
_FIRST = datetime(2026, 1, 1, tzinfo=UTC)
FLOORS = {"precision": 0.99, "recall": 0.95}


def main(arguments: list[str]) -> int:
    """Prints the measurements; 1 where precision or recall is below its floor."""
    number = int(arguments[0]) if arguments else 20_000
    with tempfile.TemporaryDirectory() as folder:
        target = arguments[1] if len(arguments) > 1 else str(Path(folder, "stories.db"))
        engine = open_engine(target)
        upgrade(engine)
        try:
            return _measure(engine, number, Path(folder, "stories.db"))
        finally:
            engine.dispose()


def _measure(engine: Engine, number: int, file: Path) -> int:
    kinds: dict[int, Made] = {}
    batch: list[Made] = []
    step = max(1, number // _STEPS)
    print(f"{'articles':>9} {'ms an article':>14} {'of CPU':>8}")
    with session_factory(engine)() as s:
        sync_source(s, Source(id="bench", name="Bench", section="https://bench.example/"))
        s.commit()
        for made in _planted(number):
            batch.append(made)
            if len(batch) == step:
                wall, cpu = (seconds * 1000 / step for seconds in _store(s, batch, kinds))
                print(f"{len(kinds):>9,} {wall:>14.2f} {cpu:>8.2f}", flush=True)
                batch = []
        if batch:
            _store(s, batch, kinds)
        found = {
            row.id: row.story_id for row in s.execute(select(ArticleRow.id, ArticleRow.story_id))
        }
        bands = s.execute(text("SELECT count(*) FROM bands")).scalar_one()
    print(f"{bands:,} bands" + (f", file {file.stat().st_size:,} bytes" if file.exists() else ""))
    return _judge(kinds, found)


def _planted(number: int) -> Iterator[Made]:
    """Articles, a twentieth of them copied once to three times, the copies some time later."""
    newsroom = Newsroom()
    waiting: list[tuple[int, Made]] = []
    made = 0
    for article in newsroom.articles(number):
        yield article
        made += 1
        if newsroom.random.random() < _COPIED / 2:
            for _ in range(newsroom.random.randint(1, 3)):
                kind = newsroom.random.choice(KINDS)
                due = made + newsroom.random.randint(0, number // 3)
                waiting.append((due, newsroom.copy(article, kind)))
        for due in [pair for pair in waiting if pair[0] <= made]:
            waiting.remove(due)
            made += 1
            yield due[1]
        if made >= number:
            return


def _store(s: Session, batch: list[Made], kinds: dict[int, Made]) -> tuple[float, float]:
    """Stores articles in transactions of a hundred; the seconds that their stories took, by the
    clock and of the processor."""
    wall = cpu = 0.0
    for at in range(0, len(batch), 100):
        placed = []
        for made in batch[at : at + 100]:
            article_id = len(kinds) + 1
            kinds[article_id] = made
            _insert(s, article_id, made)
            placed.append((article_id, made.text))
        started, began = time.perf_counter(), time.process_time()
        for article_id, body in placed:
            place_article(s, article_id, body)
        wall += time.perf_counter() - started
        cpu += time.process_time() - began
        s.commit()
        s.expunge_all()
    return wall, cpu


def _insert(s: Session, article_id: int, made: Made) -> None:
    seen = _FIRST + timedelta(minutes=article_id)
    url = f"https://bench.example/{article_id}"
    s.execute(
        insert(ArticleRow).values(id=article_id, url=url, source_id="bench", first_seen_at=seen)
    )
    revision = {
        "id": article_id,
        "article_id": article_id,
        "number": 1,
        "kind": "first",
        "title": made.kind,
        "text": made.text,
        "content_hash": str(article_id),
        "word_count": len(made.text.split()),
        "extractor": "bench",
        "fetched_at": seen,
    }
    s.execute(insert(RevisionRow).values(revision))
    s.execute(
        update(ArticleRow).where(ArticleRow.id == article_id).values(current_revision_id=article_id)
    )


def _judge(kinds: dict[int, Made], found: dict[int, int | None]) -> int:
    originals = {made.group: id_ for id_, made in kinds.items() if made.kind == "original"}
    planted: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for article_id, made in kinds.items():
        if made.kind == "original":
            continue
        story = found[article_id]
        planted[made.kind] += 1
        caught[made.kind] += story is not None and story == found[originals[made.group]]
    stories: dict[int, Counter[int]] = defaultdict(Counter)
    for article_id, story in found.items():
        if story is not None:
            stories[story][kinds[article_id].group] += 1
    pairs = sum(_pairs(groups.total()) for groups in stories.values())
    right = sum(_pairs(count) for groups in stories.values() for count in groups.values())
    precision = right / pairs if pairs else 1.0
    recall = caught.total() / planted.total() if planted else 1.0
    for kind in KINDS:
        if planted[kind]:
            print(f"{kind:<32} recall {caught[kind] / planted[kind]:.4f} of {planted[kind]:,}")
    print(
        f"precision {precision:.4f} of {pairs:,} pairs, recall {recall:.4f} of {planted.total():,}"
    )
    return int(precision < FLOORS["precision"] or recall < FLOORS["recall"])


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
