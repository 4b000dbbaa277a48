"""Measures search: `python -m bench.search [--unspaced] [ARTICLES] [DATABASE]`.

Stores made-up articles, and prints the cost and size of the index, the time of searches of many
kinds (p50, p95, the slowest), and recall and precision of the judged searches, whose documents are
then put among the others: before, they would be the newest of all and hold none of the words.
DATABASE is a path or URL; by default a temporary SQLite file. With `--unspaced` the articles are
written in the manner of Chinese, without blanks between words.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import Engine, insert, text, update
from sqlalchemy.orm import Session

from bench.corpus import Made, Newsroom, UnspacedNewsroom
from bench.judged import NOW, SETS, judge, recall_and_precision, store_documents
from db.engine import open_engine, session_factory, upgrade
from db.filters import EVERYTHING, Filters
from db.models import ArticleRow, RevisionRow
from db.search import Indexed, index_revisions, search
from db.searching.ranking import Rank
from db.write import sync_source
from pipeline.records import Source

_BATCH = 500
_QUERIES = 400
_RECENTLY = NOW - timedelta(days=30)
_FLOORS = Path(__file__).with_name("floors.json")
"""Its `search` has floors for the judged searches, and the most that the p95 may be among 100,000
articles on SQLite; fewer articles take less."""


def main(arguments: list[str]) -> int:
    """Prints the measurements; 1 where recall or precision is below its floor."""
    unspaced = "--unspaced" in arguments
    arguments = [argument for argument in arguments if argument != "--unspaced"]
    number = int(arguments[0]) if arguments else 20_000
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(arguments[1] if len(arguments) > 1 else str(Path(folder, "search.db")))
        upgrade(engine)
        try:
            return _measure(engine, number, UnspacedNewsroom() if unspaced else Newsroom())
        finally:
            engine.dispose()


def _measure(engine: Engine, number: int, newsroom: Newsroom) -> int:
    made = newsroom.articles(number)
    with session_factory(engine).begin() as s:
        sync_source(s, Source(id="bench", name="Bench", section="https://bench.example/"))
    stored, indexing = 0, 0.0
    while batch := list(islice(made, _BATCH)):
        with session_factory(engine).begin() as s:
            _store(s, batch, stored)
            started = time.process_time()
            index_revisions(s, _indexed(newsroom, batch, stored))
            indexing += time.process_time() - started
        stored += len(batch)
        if stored in (number // 5 // _BATCH * _BATCH, number // 2 // _BATCH * _BATCH):
            _time_searches(engine, newsroom, stored)
    p95 = _time_searches(engine, newsroom, stored)
    with session_factory(engine).begin() as s:
        for place, of in enumerate(SETS):
            store_documents(s, "bench", stored + 1 + place * 1_000, of)
    floors = json.loads(_FLOORS.read_text("utf-8"))["search"]
    slow = engine.dialect.name == "sqlite" and p95 > floors["most_p95_ms"]
    size = _size(engine) / stored
    print(f"index: {indexing * 1000 / stored:.2f} ms of CPU an article, {size:,.0f} bytes")
    with session_factory(engine, read_only=True)() as s:
        return max(int(slow), *(_judge(s, of, floors) for of in SETS))


def _judge(s: Session, of: str, floors: dict[str, float]) -> int:
    verdicts = judge(lambda query: [hit.url for hit in search(s, query, limit=1_000)], of)
    for language in ("ar", "fa", "ur", "en"):
        own = [verdict for verdict in verdicts if verdict.language == language]
        print("{}: recall {:.3f}, precision {:.3f}".format(language, *recall_and_precision(own)))
    recall, precision = recall_and_precision(verdicts)
    print(f"{of}: {len(verdicts)} searches, recall {recall:.3f}, precision {precision:.3f}")
    return int(recall < floors["recall"] or precision < floors["precision"])


def _store(s: Session, batch: list[Made], stored: int) -> None:
    articles, revisions = [], []
    for number, made in enumerate(batch, stored + 1):
        seen = NOW - timedelta(minutes=number * 7919 % 500_000)
        url = f"https://bench.example/{number}"
        articles.append({"id": number, "url": url, "source_id": "bench", "first_seen_at": seen})
        revisions.append(
            {
                "id": number,
                "article_id": number,
                "number": 1,
                "kind": "first",
                "title": _title(made),
                "published_at": seen,
                "language": "ar",
                "text": made.text,
                "content_hash": str(number),
                "word_count": len(made.text.split()),
                "extractor": "bench",
                "fetched_at": seen,
            }
        )
    s.execute(insert(ArticleRow), articles)
    s.execute(insert(RevisionRow), revisions)
    s.execute(
        update(ArticleRow)
        .where(ArticleRow.id > stored)
        .values(current_revision_id=ArticleRow.id)
        .execution_options(synchronize_session=False)
    )


def _indexed(newsroom: Newsroom, batch: list[Made], stored: int) -> Iterator[Indexed]:
    for number, made in enumerate(batch, stored + 1):
        title = _title(made)
        yield Indexed(number, title, ("Mona Said",), (newsroom.words[number % 3_000],), made.text)


def _title(made: Made) -> str:
    return " ".join(made.text.split()[:9])[:80]


def _queries(newsroom: Newsroom) -> Iterator[tuple[str, Filters, Rank]]:
    """Searches of one to three words from the most frequent («في», in every article) to rare, in
    all forms, with and without filters, in all orders."""
    draw = newsroom.random
    words = newsroom.words
    forms = ("{}", "{}", "{} {}", "{} {}", "{} {} {}", "{} OR {}", "{} -{}", "{}*", "title:{}")
    filters = (EVERYTHING, EVERYTHING, Filters(languages=("ar",)), Filters(since=_RECENTLY))
    ranks = (Rank.RELEVANCE, Rank.RELEVANCE, Rank.RELEVANCE, Rank.BLEND, Rank.RECENT)

    def word() -> str:
        return words[int(math.exp(draw.uniform(0, math.log(len(words) - 1)))) - 1]

    for number in range(_QUERIES):
        query = forms[number % len(forms)].format(word(), word(), word())
        yield query, draw.choice(filters), draw.choice(ranks)


def _time_searches(engine: Engine, newsroom: Newsroom, stored: int) -> float:
    """Prints the times of searches, and gives their p95 in milliseconds."""
    state = newsroom.random.getstate()
    took: list[tuple[float, str]] = []
    # SQLite works in this process, whose own time does not count what else the machine does.
    clock = time.process_time if engine.dialect.name == "sqlite" else time.perf_counter
    with session_factory(engine, read_only=True)() as s:
        for query, filters, rank in _queries(newsroom):
            started = clock()
            search(s, query, filters, rank=rank)
            ended = clock()
            took.append(((ended - started) * 1000, f"{query} {rank}"))
    newsroom.random.setstate(state)
    took.sort()
    p50, p95, worst = took[len(took) // 2], took[len(took) * 95 // 100], took[-1]
    print(f"{stored:>9,} articles: p50 {p50[0]:.1f} ms, p95 {p95[0]:.1f} ms ({p95[1]}),", end=" ")
    print(f"slowest {worst[0]:.1f} ms ({worst[1]})", flush=True)
    return p95[0]


def _size(engine: Engine) -> int:
    """The index's bytes."""
    query = "SELECT sum(length(block)) FROM search_index_data"
    if engine.dialect.name == "postgresql":
        query = "SELECT pg_total_relation_size('search_index')"
    with engine.connect() as connection:
        return int(connection.execute(text(query)).scalar_one())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
