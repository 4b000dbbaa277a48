"""Questions to the database, and their answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from database_cases import NOW, SITE, Store, article
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db import read, write
from db.models import ArticleRow, LinkRow
from pipeline.errors import Reason
from pipeline.records import Link, ListingKind, Moment, Origin


def test_an_article_by_any_of_its_addresses(s: Session, store: Store) -> None:
    stored = store(article("/a", canonical_url=SITE + "/canonical"))
    for wanted in (
        stored.article_id,
        str(stored.article_id),
        SITE + "/canonical",
        SITE + "/a",
        SITE + "/a?utm_source=x#top",
    ):
        found = read.article_by_id_or_url(s, wanted)
        assert found is not None
        assert found.id == stored.article_id
    for missing in (99, "99999999999999", SITE + "/none", "nonsense"):
        assert read.article_by_id_or_url(s, missing) is None


def test_an_article_in_one_of_its_revisions(s: Session, store: Store) -> None:
    store(article(title="One"))
    number = store(article(title="Two")).article_id
    store(article(), source="other")
    for wanted, title in ((None, "A title"), (1, "One"), (2, "Two")):
        found = read.stored_article(s, number, wanted)
        assert found is not None
        assert found.revision.title == title
        assert found.sources == ("other", "tech")
        record = read.article_json(s, number, wanted)
        assert record is not None
        assert (record["title"], record["sources"]) == (title, ["other", "tech"])
    assert read.stored_article(s, number, 9) is None
    assert read.article_json(s, number, 9) is None


def test_a_stream_of_more_articles_than_are_read_at_once(
    s: Session, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.article_json._BATCH", 20)
    for number in range(45):
        store(article(f"/{number}"))
    urls = [record["url"] for record in read.articles(s)]
    assert urls == [f"{SITE}/{number}" for number in range(45)]
    assert len(list(read.articles(s, read.Filters(limit=21)))) == 21
    assert read.count_articles(s) == 45
    assert read.count_articles(s, read.Filters(limit=3)) == 3


def test_dates_are_as_exact_as_the_page(s: Session, store: Store) -> None:
    day = Moment(datetime(2026, 3, 5).date(), Origin.URL)
    naive = Moment(datetime(2026, 3, 5, 7, 30), Origin.TEXT)
    store(article("/a", published=day))
    store(article("/b", published=naive))
    store(article("/c", published=None))
    told = [record["published_at"] for record in read.articles(s)]
    assert told == ["2026-03-05", "2026-03-05T07:30:00", None]
    since = read.Filters(since=datetime(2026, 3, 5, 1, tzinfo=UTC))
    assert [record["url"][-2:] for record in read.articles(s, since)] == ["/b", "/c"]


def test_explaining_a_url(s: Session, store: Store) -> None:
    store(article("/a", "One", canonical_url=SITE + "/canonical"))
    store(article("/a", "Two", canonical_url=SITE + "/canonical"))
    store(article("/a", "Two", canonical_url=SITE + "/canonical"), source="other")
    told = [(event.source_id, event.what) for event in read.explain(s, SITE + "/a?utm_medium=x")]
    assert sorted(told) == [
        ("other", "appeared"),
        ("other", "found"),
        ("other", "stored"),
        ("tech", "found"),
        ("tech", "revision 1"),
        ("tech", "revision 2"),
        ("tech", "stored"),
    ]


def test_explaining_what_was_rejected_and_what_is_a_listing(s: Session) -> None:
    write.save_links(s, "tech", [Link(SITE + "/a", SITE + "/tech")], NOW)
    link_id = s.scalars(select(LinkRow.id)).one()
    write.reject_link(s, link_id, Reason.NO_BODY, "nothing but links", NOW + timedelta(1))
    write.save_listing(s, "tech", ListingKind.SECTION, SITE + "/tech", NOW, status=404)
    s.flush()
    found, rejected = read.explain(s, SITE + "/a")
    assert (found.what, found.detail) == ("found", f"in {SITE}/tech")
    assert (rejected.what, rejected.reason, rejected.detail) == (
        "rejected",
        "no-body",
        "nothing but links",
    )
    (listing,) = read.explain(s, SITE + "/tech")
    assert listing.detail.startswith("a section of the source; HTTP 404; failed once, last read 20")
    assert read.explain(s, SITE + "/never") == []


def test_counts(s: Session, store: Store) -> None:
    store(article("/a"))
    store(article("/b", language="ar"))
    store(article("/b", "Changed", language="ar"))
    store(article("/c", published=None), source="other")
    write.save_links(s, "tech", [Link(SITE + "/d", SITE)], NOW)
    found = read.stats(s)
    assert (found.articles, found.revisions) == (3, 4)
    assert found.by_source == {"other": 1, "tech": 2}
    assert found.by_language == {"ar": 1, "en": 2}
    assert found.by_day == {"2026-11-19": 2, "2026-11-20": 1}
    assert found.links == {"pending": 1, "stored": 3}
    assert read.stats(s, read.Filters(languages=("ar",))).articles == 1
    none = read.stats(s, read.Filters(sources=("none",)))
    assert (none.words, none.links, none.reasons) == (0, {}, {})
    assert read.stats(s, read.Filters(sources=("tech",))).links == {"pending": 1, "stored": 2}


def test_the_health_of_sources(s: Session, store: Store) -> None:
    store(article())
    run = write.start_run(s, "tech", NOW)
    other, tech = read.sources_with_health(s, NOW + timedelta(days=1))
    assert (other.articles, other.last_run, other.links) == (0, None, {})
    assert (tech.articles, tech.new_week, tech.links) == (1, 1, {"stored": 1})
    assert tech.last_article_at == NOW
    assert tech.last_run is not None
    assert tech.last_run.id == run
    assert read.sources_with_health(s, NOW + timedelta(days=9))[1].new_week == 0


def test_the_views(s: Session, store: Store) -> None:
    store(article("/a", "Old"))
    store(article("/a", "New"))
    store(article("/b", published=None))
    titles = s.execute(text("SELECT title, revision FROM current_articles ORDER BY id")).all()
    assert titles == [("New", 2), ("A title", 1)]
    days = s.execute(text("SELECT day, source_id, articles FROM daily_counts ORDER BY day")).all()
    assert [(str(row[0]), row[1], row[2]) for row in days] == [
        ("2026-11-19", "tech", 1),
        ("2026-11-20", "tech", 1),
    ]


def test_a_filter_that_is_none(s: Session) -> None:
    with pytest.raises(ValueError, match="dedupe 'some': none, exact or story"):
        read.count_articles(s, read.Filters(dedupe="some"))


def test_a_source_with_articles_cannot_be_deleted(s: Session, store: Store) -> None:
    store(article())
    with pytest.raises(IntegrityError), s.begin_nested():
        s.execute(text("DELETE FROM sources WHERE id = 'tech'"))
    assert len(s.scalars(select(ArticleRow)).all()) == 1
