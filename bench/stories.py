"""Measures stories: `python -m bench.stories [ARTICLES] [--seed N] [--database URL] [--bulk]`.

Stores made-up articles as a visit does, with copies planted among them and look-alikes that are no
copies; prints recall (copies that are in their original's story) by kind of copy, language and
length, precision (pairs in one story that are copies, and stories that hold copies of one article
only), what was joined wrongly, and the cost of an article as the table grows. The database is a
temporary SQLite file by default; one that is named is kept, and gone on with where --seconds ended
it. --bulk puts in the articles that nobody copies first and at once, and stores by the path of a
visit what is copied, its copies and the look-alikes: all that may be joined, among as many others.
"""

from __future__ import annotations

import argparse
import heapq
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bench.bulk import FIRST, number_of, put_all, url_of
from bench.clock import Clock
from bench.lookalikes import Lookalikes
from bench.newsroom import SOURCES, Made, Newsroom
from bench.planting import KINDS, Planter
from bench.story_judge import judge
from db import versions, write
from db.engine import open_engine, session_factory, upgrade
from db.models import ArticleRow, LinkRow
from pipeline.fingerprints import content_hash
from pipeline.records import Article, Block, BlockKind, Link, Moment, Origin, Source

_PLANTED = 0.015
"""Share of the articles that are copied, once to three times."""
_LOOKALIKES = 0.06
_EARLY = 0.15
"""Share of the originals that are stored after their copies."""
_STEPS = 10
_BATCH = 50
_IN_BULK = 2_000


def main(arguments: list[str]) -> int:
    """Prints the measurements; 1 where precision or recall is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m bench.stories")
    parser.add_argument("articles", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--database", help="a path or URL; a temporary file by default")
    parser.add_argument("--bulk", action="store_true", help="put in what nobody copies at once")
    parser.add_argument("--seconds", type=float, default=86_400, help="stop after so long")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
        engine = open_engine(options.database or str(Path(folder, "stories.db")))
        upgrade(engine)
        try:
            with session_factory(engine)() as s:
                made = list(planted(options.articles, options.seed))
                until = time.monotonic() + options.seconds
                store_all(s, made, options.bulk, until)
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


def store_all(s: Session, made: Sequence[Made], bulk: bool, until: float) -> None:
    """Stores articles until all are stored or the time is over."""
    for at in range(SOURCES):
        section = f"https://site{at}.example/news"
        write.sync_source(s, Source(id=f"site{at}", name=f"Site {at}", section=section))
    s.commit()
    stored = set(map(number_of, s.scalars(select(ArticleRow.url))))
    left = [(number, each) for number, each in enumerate(made, 1) if number not in stored]
    if bulk:
        left = _put_uncopied(s, made, left, until)
    clock = Clock()
    print(f"{'articles':>9} {'ms to store':>12} {'of stories':>11} {'CPU':>6}", flush=True)
    place = versions.place_article
    setattr(versions, "place_article", clock.timed(place))  # noqa: B010
    try:
        for at in range(0, len(left), _BATCH):
            if time.monotonic() > until:
                print(f"stopped with {len(left) - at:,} articles left", flush=True)
                return
            for number, each in left[at : at + _BATCH]:
                store(s, each, number)
            s.commit()
            s.expunge_all()
            if clock.number >= len(made) // _STEPS:
                print(f"{len(made) - len(left) + at + _BATCH:>9,} {clock.told()}", flush=True)
    finally:
        setattr(versions, "place_article", place)  # noqa: B010


def _put_uncopied(
    s: Session, made: Sequence[Made], left: Sequence[tuple[int, Made]], until: float
) -> list[tuple[int, Made]]:
    """Puts in the originals of which there is no copy, and gives the others."""
    copied = {each.group for each in made if each.kind in KINDS}
    alone = [pair for pair in left if pair[1].kind == "original" and pair[1].group not in copied]
    here = s.scalar(select(func.max(ArticleRow.id))) or 0
    for at in range(0, len(alone), _IN_BULK):
        if time.monotonic() > until:
            return []
        put_all(s, alone[at : at + _IN_BULK], here + at + 1)
        s.commit()
        s.expunge_all()
    put_in = {number for number, _ in alone}
    return [pair for pair in left if pair[0] not in put_in]


def store(s: Session, made: Made, number: int) -> int:
    """Stores one article as a visit does, and gives its id."""
    seen, url = FIRST + timedelta(minutes=number), url_of(made, number)
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
