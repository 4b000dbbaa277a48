"""Pages that were fetched some time ago beside what is stored since, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from database_cases import NOW, SITE, Store, article
from sqlalchemy.orm import Session

from db import read, write
from db.importing import Known, known_address, save_given
from db.models import ArticleRow, RevisionRow
from pipeline.errors import Reason
from pipeline.records import Article, Link

DAY = timedelta(days=1)
FIRST = article("/a", "A title", "The first text of this article, as it was.")
SECOND = article("/a", "A title", "Another text, by which the first one was replaced.")


def save(s: Session, found: Article, days: int, source: str = "tech") -> str:
    at = NOW + days * DAY
    return save_given(s, source, found, found.url, at, NOW + 99 * DAY)


def texts(s: Session) -> list[str]:
    return [row.text for row in s.query(RevisionRow).order_by(RevisionRow.id)]


def test_in_whatever_order(s: Session) -> None:
    assert save(s, SECOND, 5) == "new"
    for days, found, became in (
        (5, SECOND, "unchanged"), (5, FIRST, "unchanged"), (2, FIRST, "older"),
        (2, SECOND, "older"), (7, SECOND, "unchanged"), (6, FIRST, "older"), (9, FIRST, "content"),
        (9, FIRST, "unchanged"),
    ):  # fmt: skip
        assert save(s, found, days) == became, (days, found.text)
    assert texts(s) == [SECOND.text, FIRST.text]
    row = s.query(ArticleRow).one()
    assert (row.first_seen_at, row.current.fetched_at) == (NOW + 5 * DAY, NOW + 9 * DAY)
    link = read.link(s, "tech", FIRST.url)
    assert link is not None
    assert (link.state, link.found_in, link.next_check_at) == ("stored", "import", None)


def test_another_source_has_it_too(s: Session) -> None:
    assert save(s, SECOND, 5) == "new"
    assert save(s, FIRST, 2, "other") == "older"
    link = read.link(s, "other", FIRST.url)
    assert link is not None
    assert (link.state, link.article_id) == ("stored", s.query(ArticleRow).one().id)
    assert texts(s) == [SECOND.text]


def test_what_a_crawl_found_gone_stays_gone(s: Session, store: Store) -> None:
    store(FIRST)
    link = read.link(s, "tech", FIRST.url)
    assert link is not None
    write.gone_link(s, link.id, Reason.GONE, "HTTP 404", NOW + 3 * DAY)
    s.flush()
    assert save(s, SECOND, 2) == "older"
    assert (link.state, s.query(ArticleRow).one().gone_at) == ("gone", NOW + 3 * DAY)


def test_the_first_page_of_several(s: Session) -> None:
    """Its other pages are for a crawl to fetch; joined, it is not replaced by the first alone."""
    first = replace(FIRST, next_page_url=f"{SITE}/a?page=2")
    assert save(s, first, 1) == "new"
    link = read.link(s, "tech", FIRST.url)
    assert link is not None
    assert link.next_check_at == NOW + 99 * DAY
    joined = article("/a", "A title", "\n".join([FIRST.text, "More of it. " * 30]))
    write.store_article(s, link.id, joined, NOW + 2 * DAY)
    assert save(s, first, 3) == "unchanged"


def test_what_is_known_of_an_address(s: Session, store: Store) -> None:
    sources = ("tech", "other")
    assert known_address(s, FIRST.url, sources) == Known()
    write.save_links(s, "other", [Link(FIRST.url, SITE)], NOW)
    assert known_address(s, FIRST.url, sources) == Known("other")
    unsure = f"{SITE}/b"
    write.save_links(s, "tech", [Link(unsure, SITE, certain=False)], NOW)
    assert known_address(s, unsure, sources) == Known()
    store(FIRST)
    assert known_address(s, FIRST.url, ("tech",)) == Known("tech", NOW)
    assert known_address(s, FIRST.url, ("none",)) == Known()
