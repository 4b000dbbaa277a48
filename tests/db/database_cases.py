"""Articles made for the tests of the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.search import search
from db.write import Stored, save_links, store_article, sync_source
from pipeline.fingerprints import content_hash
from pipeline.records import Article, Block, BlockKind, Link, Moment, Origin, Source

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SITE = "https://news.example"
Store = Callable[..., Stored]


def found_by(s: Session, query: str) -> set[str]:
    """The last parts of the addresses that a search finds."""
    return {hit.url.rsplit("/", 1)[1] for hit in search(s, query)}


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


def add_sources(s: Session) -> None:
    """The sources `tech` and `other`."""
    for source_id in ("tech", "other"):
        section = f"{SITE}/{source_id}"
        sync_source(s, Source(id=source_id, name=source_id.title(), section=section))


def storing(s: Session) -> Store:
    """What saves an article as a visit does: its link, then the page that it led to."""

    def save(found: Article, *, link: str | None = None, source: str = "tech") -> Stored:
        url = link or found.url
        save_links(s, source, [Link(url, f"{SITE}/{source}")], NOW)
        link_id = s.execute(
            text("SELECT id FROM links WHERE url = :url AND source_id = :source"),
            {"url": url, "source": source},
        ).scalar_one()
        return store_article(s, link_id, found, NOW)

    return save
