"""Articles made for the tests of the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from db.write import Stored
from pipeline.fingerprints import content_hash
from pipeline.records import Article, Block, BlockKind, Moment, Origin

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SITE = "https://news.example"
Store = Callable[..., Stored]


def article(path: str = "/a", title: str = "A title", body: str = "", **changes: object) -> Article:
    """An article of one paragraph a line of `body`."""
    body = body or f"The text of the article at {path}, which is long enough to be told apart."
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in body.splitlines())
    made = Article(
        url=SITE + path,
        canonical_url=None,
        title=title,
        blocks=blocks,
        text="\n\n".join(block.text for block in blocks),
        language="en",
        content_hash=content_hash(title, body),
        word_count=len(body.split()),
        section="Technology",
        authors=("Mona Said",),
        published=Moment(datetime(2026, 11, 19, 8, 30, tzinfo=UTC), Origin.JSON_LD),
        extractor="rasid/test",
    )
    return replace(made, **changes)  # type: ignore[arg-type]
