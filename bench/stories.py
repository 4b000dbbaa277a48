"""Measures stories: `python -m bench.stories [ARTICLES] [--seed N] [--database URL] [--direct]`.

Stores made-up articles as a visit does, with copies planted among them and look-alikes that are no
copies; prints recall (copies that are in their original's story) by kind of copy, language and
length, precision (pairs in one story that are copies, and stories that hold copies of one article
only), what was joined wrongly, and the cost of an article as the table grows. The database is a
temporary SQLite file by default; one that is named is kept, and gone on with where --seconds ended
it. --direct leaves out what is not of stories: links and the search index.
"""

from __future__ import annotations

import argparse
import heapq
import json
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from bench.lookalikes import Lookalikes
from bench.newsroom import SOURCES, Made, Newsroom
from bench.planting import KINDS, Planter
from db import write
from db.engine import open_engine, session_factory, upgrade
from db.models import ArticleRow, LinkRow, RevisionRow
from pipeline.fingerprints import content_hash
from pipeline.records import Article, Block, BlockKind, Link, Moment, Origin, Source

FLOORS = Path(__file__).with_name("floors.json")
_PLANTED = 0.015
"""Share of the articles that are copied, once to three times."""
_LOOKALIKES = 0.06
_EARLY = 0.15
"""Share of the originals that are stored after their copies."""
_STEPS = 10
_BATCH = 50
_FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def main(arguments: list[str]) -> int:
    """Prints the measurements; 1 where precision or recall is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m bench.stories")
    parser.add_argument("articles", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--database", help="a path or URL; a temporary file by default")
    parser.add_argument("--direct", action="store_true", help="without links and search index")
    parser.add_argument("--seconds", type=float, default=86_400, help="stop after so long")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
        engine = open_engine(options.database or str(Path(folder, "stories.db")))
        upgrade(engine)
        try:
            with session_factory(engine)() as s:
                made = list(planted(options.articles, options.seed))
                until = time.monotonic() + options.seconds
                store_all(s, made, insert_one if options.direct else store, until)
                return judge(s, made)
        finally:
            engine.dispose()


def planted(number: int, seed: int) -> Iterator[Made]:
    """Articles with copies and look-alikes among them, in the order in which they are stored."""
    newsroom = Newsroom(seed)
    planter, lookalikes = Planter(newsroom), Lookalikes(newsroom)
    draw = random.Random(seed + 1)
    waiting: list[tuple[int, int, Made]] = []
    done = pushed = 0

    def later(made: Made) -> None:
        nonlocal pushed
        pushed += 1
        heapq.heappush(waiting, (done + draw.randint(0, number // 3), pushed, made))

    share = max(_PLANTED, min(0.05, 400 / number))
    while done < number:
        if waiting and waiting[0][0] <= done:
            ready = [heapq.heappop(waiting)[2]]
        elif draw.random() < _LOOKALIKES:
            ready = draw.choice(list(lookalikes.kinds.values()))()
        else:
            original = newsroom.article()
            ready = [original]
            if draw.random() < share:
                copies = [
                    planter.copy(original, draw.choice(KINDS)) for _ in range(draw.randint(1, 3))
                ]
                if draw.random() < _EARLY:
                    ready, copies = copies[:1], [original, *copies[1:]]
                for made in copies:
                    later(made)
        for made in ready[: number - done]:
            yield made
            done += 1


def store_all(
    s: Session, made: Sequence[Made], store_one: Callable[[Session, Made, int], int], until: float
) -> None:
    """Stores articles until all are stored or the time is over."""
    for at in range(SOURCES):
        section = f"https://site{at}.example/news"
        write.sync_source(s, Source(id=f"site{at}", name=f"Site {at}", section=section))
    s.commit()
    stored = max(map(_number_of, s.scalars(select(ArticleRow.url))), default=0)
    clock = _Clock()
    step = max(1, len(made) // _STEPS)
    print(f"{'articles':>9} {'ms to store':>12} {'of stories':>11} {'CPU':>6}", flush=True)
    place = write.place_article
    setattr(write, "place_article", clock.timed(place))  # noqa: B010
    try:
        while stored < len(made):
            for each in made[stored : stored + _BATCH]:
                stored += 1
                store_one(s, each, stored)
                if stored % step == 0:
                    print(f"{stored:>9,} {clock.told()}", flush=True)
            s.commit()
            s.expunge_all()
            if time.monotonic() > until:
                print(f"stopped at {stored:,} articles", flush=True)
                return
    finally:
        setattr(write, "place_article", place)  # noqa: B010


def insert_one(s: Session, made: Made, number: int) -> int:
    """Stores one article without its links and search index, and gives its id."""
    seen = _FIRST + timedelta(minutes=number)
    article = {
        "url": f"https://site{made.source}.example/{number}",
        "source_id": f"site{made.source}",
        "first_seen_at": seen,
    }
    article_id = s.execute(insert(ArticleRow).returning(ArticleRow.id), [article]).scalar_one()
    text = made.text
    revision = {
        "article_id": article_id,
        "number": 1,
        "kind": "first",
        "title": made.title,
        "text": text,
        "content_hash": str(number),
        "word_count": len(text.split()),
        "extractor": "bench",
        "published_at": seen,
        "published_as": seen.isoformat(),
        "fetched_at": seen,
    }
    statement = insert(RevisionRow).returning(RevisionRow.id)
    revision_id = s.execute(statement, [revision]).scalar_one()
    s.execute(
        update(ArticleRow)
        .where(ArticleRow.id == article_id)
        .values(current_revision_id=revision_id)
    )
    write.place_article(s, article_id, text)
    return article_id


def _number_of(url: str) -> int:
    return int(url.rsplit("/", 1)[-1])


def store(s: Session, made: Made, number: int) -> int:
    """Stores one article as a visit does, and gives its id."""
    seen = _FIRST + timedelta(minutes=number)
    url = f"https://site{made.source}.example/{number}"
    source = f"site{made.source}"
    link = Link(url, f"https://site{made.source}.example/news")
    write.save_links(s, source, [link], seen)
    link_id = s.scalars(
        select(LinkRow.id).where(LinkRow.source_id == source, LinkRow.url == url)
    ).one()
    text = made.text
    article = Article(
        url=url,
        canonical_url=None,
        title=made.title,
        blocks=tuple(Block(BlockKind.PARAGRAPH, paragraph) for paragraph in made.paragraphs),
        text=text,
        language=made.language,
        content_hash=content_hash(made.title, text),
        word_count=len(text.split()),
        published=Moment(seen, Origin.JSON_LD),
        extractor="bench",
    )
    return write.store_article(s, link_id, article, seen).article_id


class _Clock:
    """The time that stories take, and that storing takes."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.wall = self.cpu = 0.0
        self.number = 0
        self.started = time.perf_counter()

    def timed(self, place: Callable[..., Any]) -> Callable[..., Any]:
        def placed(*given: Any) -> Any:
            started, began = time.perf_counter(), time.process_time()
            try:
                return place(*given)
            finally:
                self.wall += time.perf_counter() - started
                self.cpu += time.process_time() - began
                self.number += 1

        return placed

    def told(self) -> str:
        """Milliseconds an article since it was last asked."""
        all_, number = time.perf_counter() - self.started, max(1, self.number) / 1000
        line = f"{all_ / number:>12.2f} {self.wall / number:>11.2f} {self.cpu / number:>6.2f}"
        self._begin()
        return line


def judge(s: Session, articles: Sequence[Made]) -> int:
    """Prints recall and precision; 1 where one is below its floor."""
    rows = s.execute(select(ArticleRow.url, ArticleRow.story_id)).all()
    found = {_number_of(row.url): row.story_id for row in rows}
    made = {number: each for number, each in enumerate(articles, 1) if number in found}
    recall = _recall(made, found)
    precision = _precision(made, found)
    floors = json.loads(FLOORS.read_text("utf-8"))["stories"]
    failed = [
        name
        for name, value in {"recall": recall, **precision}.items()
        if value < floors.get(name, 0)
    ]
    for name in failed:
        print(f"{name} is below its floor of {floors[name]}")
    return int(bool(failed))


def _recall(made: dict[int, Made], found: dict[int, int | None]) -> float:
    originals = {each.group: id_ for id_, each in made.items() if each.kind == "original"}
    counts: dict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
    caught = planted_ = 0
    for article_id, each in made.items():
        if each.kind not in KINDS or each.group not in originals:
            continue
        original = originals[each.group]
        hit = found[article_id] is not None and found[article_id] == found[original]
        for name, value in (
            ("kind", each.kind),
            ("language", each.language),
            ("length", made[original].length),
        ):
            counts[name][value, hit] += 1
        planted_ += 1
        caught += hit
    for name, by_value in counts.items():
        for value in sorted({value for value, _ in by_value}):
            right, wrong = by_value[value, True], by_value[value, False]
            print(f"{name:<9} {value:<46} {right / (right + wrong):.4f} of {right + wrong:,}")
    recall = caught / planted_ if planted_ else 1.0
    print(f"recall {recall:.4f} of {planted_:,} copies")
    return recall


def _precision(made: dict[int, Made], found: dict[int, int | None]) -> dict[str, float]:
    stories: dict[int, list[int]] = defaultdict(list)
    for article_id, story in found.items():
        if story is not None and made[article_id].kind != "digest":
            stories[story].append(article_id)
    pairs = right = mixed = bridged = 0
    wrong: Counter[str] = Counter()
    for articles in stories.values():
        groups = Counter(made[id_].group for id_ in articles)
        pairs += _pairs(len(articles))
        right += sum(map(_pairs, groups.values()))
        mixed += len(groups) > 1
        bridged += sum(count > 1 for count in groups.values()) > 1
        if len(groups) > 1:
            kinds = sorted({made[id_].kind for id_ in articles if made[id_].kind not in KINDS})
            wrong[" + ".join(kinds)] += _pairs(len(articles)) - sum(map(_pairs, groups.values()))
    for kinds_, number in wrong.most_common(12):
        print(f"joined wrongly: {number:>5,} pairs of {kinds_}")
    looks = Counter(each.kind for each in made.values() if each.kind not in (*KINDS, "original"))
    print("look-alikes: " + ", ".join(f"{n:,} {kind}" for kind, n in looks.most_common()))
    held = len([1 for articles in stories.values() if len(articles) > 1])
    by_pair = right / pairs if pairs else 1.0
    by_story = 1 - mixed / held if held else 1.0
    print(f"precision {by_pair:.4f} of {pairs:,} pairs")
    print(f"{by_story:.4f} of {held:,} stories are of one article, {bridged} join two stories")
    return {"precision": by_pair, "stories_of_one": by_story}


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
