"""Links, runs, hosts and memory: saved twice is saved once."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest
from database_cases import NOW, SITE, article
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from db import read, write
from db.engine import session_factory
from db.models import ArticleRow, LinkRow, ListingRow, RunRow, SourceRow
from pipeline.errors import Reason
from pipeline.records import FieldRule, LineCount, Link, ListingKind, Memory, Source

HOUR = timedelta(hours=1)


def links(*paths: str, certain: bool = True) -> list[Link]:
    return [Link(SITE + path, SITE + "/tech", certain=certain) for path in paths]


def paths(found: list[read.DueLink]) -> list[str]:
    return [due.link.url.removeprefix(SITE) for due in found]


def test_links_are_saved_once(s: Session) -> None:
    first = write.save_links(s, "tech", links("/a", "/b", "/a"), NOW)
    again = write.save_links(s, "tech", links("/b", "/c"), NOW)
    assert (first, again) == (write.LinksSaved(2, 0), write.LinksSaved(1, 1))
    assert write.save_links(s, "other", links("/a"), NOW) == write.LinksSaved(1, 0)
    assert write.save_links(s, "tech", [], NOW) == write.LinksSaved(0, 0)
    wanted = [SITE + "/a", SITE + "/z"]
    assert read.known_urls(s, "tech", wanted) == {SITE + "/a"}


def test_many_links(s: Session) -> None:
    many = links(*(f"/{number}" for number in range(1_500)))
    assert write.save_links(s, "tech", many, NOW).new == 1_500
    assert write.save_links(s, "tech", many, NOW).known == 1_500
    assert paths(read.pending_links(s, "tech", NOW, 3)) == ["/0", "/1", "/2"]


@pytest.mark.parametrize("kind", [ListingKind.FEED, ListingKind.WORDPRESS])
@pytest.mark.parametrize("shown", [None, NOW.date()])
def test_a_feed_dates_what_a_section_names_without_a_time(
    s: Session, kind: ListingKind, shown: date | None
) -> None:
    write.save_links(s, "tech", [Link(SITE + "/a", SITE, title="Aa", published=shown)], NOW)
    told = Link(SITE + "/a", SITE + "/feed", kind, title="Bb", published=NOW - HOUR)
    write.save_links(s, "tech", [told], NOW)
    (due,) = read.pending_links(s, "tech", NOW)
    assert (due.link.published, due.link.kind) == (NOW - HOUR, kind)
    assert (due.link.title, due.link.found_in) == ("Aa", SITE)


def test_what_dates_no_link_that_waits(s: Session) -> None:
    shown = Link(SITE + "/a", SITE, published=NOW)
    before = Link(SITE + "/c", SITE, published=NOW.date() - timedelta(days=9))
    write.save_links(s, "tech", [shown, Link(SITE + "/b", SITE), before], NOW)
    feed = Link(SITE + "/a", SITE + "/feed", ListingKind.FEED, published=NOW - HOUR)
    changed = Link(SITE + "/b", SITE + "/map", ListingKind.SITEMAP, published=NOW - HOUR)
    again = Link(SITE + "/c", SITE + "/feed", ListingKind.FEED, published=NOW - HOUR)
    write.save_links(s, "tech", [feed, changed, again], NOW)
    found = [due.link for due in read.pending_links(s, "tech", NOW)]
    assert [(link.published, link.kind) for link in found] == [
        (NOW, ListingKind.SECTION),
        (None, ListingKind.SECTION),
        (before.published, ListingKind.SECTION),
    ]


def test_sitemaps_come_last(s: Session) -> None:
    write.save_links(s, "tech", links("/feed"), NOW)
    of_sitemap = Link(SITE + "/map", SITE + "/sitemap.xml", kind=ListingKind.SITEMAP)
    write.save_links(s, "tech", [of_sitemap], NOW + HOUR)
    assert paths(read.pending_links(s, "tech", NOW)) == ["/feed", "/map"]


def test_links_that_only_may_belong_come_in_parts(s: Session) -> None:
    write.save_links(s, "tech", links("/a", "/b"), NOW)
    write.save_links(s, "tech", links("/c", "/d", "/e", certain=False), NOW)
    first = read.uncertain_links(s, "tech", NOW, after=0, limit=2)
    rest = read.uncertain_links(s, "tech", NOW, after=first[-1].id, limit=2)
    assert (paths(first), paths(rest)) == (["/c", "/d"], ["/e"])


def test_a_link_comes_back_as_its_listing_named_it(s: Session) -> None:
    link = Link(
        SITE + "/a",
        SITE + "/feed",
        ListingKind.FEED,
        title="عنوان",
        authors=("Mona",),
        published=date(2026, 11, 1),
        tags=("ai",),
        section="Tech",
        certain=False,
    )
    timed = Link(SITE + "/b", SITE + "/feed", published=NOW)
    write.save_links(s, "tech", [link, timed], NOW)
    assert [due.link for due in read.pending_links(s, "tech", NOW)] == [timed, link]


def test_the_newest_listing_is_asked_first_and_failures_last(s: Session) -> None:
    write.save_links(s, "tech", links("/old", "/failed"), NOW)
    write.save_links(s, "tech", links("/new"), NOW + HOUR)
    failed = read.link(s, "tech", SITE + "/failed")
    assert failed is not None
    write.fail_link(s, failed.id, Reason.TIMEOUT, "30 s", NOW, retry_at=NOW + HOUR)
    assert paths(read.pending_links(s, "tech", NOW)) == ["/new", "/old"]
    assert paths(read.pending_links(s, "tech", NOW + HOUR)) == ["/new", "/old", "/failed"]
    write.fail_link(s, failed.id, Reason.TIMEOUT, "30 s", NOW, retry_at=None)
    assert failed.attempts == 2
    assert paths(read.pending_links(s, "tech", NOW + 9 * HOUR)) == ["/new", "/old"]


def test_a_link_that_becomes_certain_is_asked_again(s: Session) -> None:
    write.save_links(s, "tech", links("/a", "/b", certain=False), NOW)
    for path, reason in (("/a", Reason.OUT_OF_SECTION), ("/b", Reason.NO_BODY)):
        row = read.link(s, "tech", SITE + path)
        assert row is not None
        write.reject_link(s, row.id, reason, "", NOW)
    assert read.pending_links(s, "tech", NOW) == []
    write.save_links(s, "tech", links("/a", "/b"), NOW)
    assert paths(read.pending_links(s, "tech", NOW)) == ["/a"]


def test_an_unchanged_page_is_touched(s: Session) -> None:
    write.save_links(s, "tech", links("/a"), NOW)
    row = s.scalars(select(LinkRow)).one()
    write.store_article(s, row.id, article(), NOW, etag='"1"', last_modified="yesterday")
    write.touch_link(s, row.id, NOW + HOUR, next_check_at=NOW + 2 * HOUR)
    assert (row.state, row.etag, row.checked_at) == ("stored", '"1"', NOW + HOUR)
    assert paths(read.links_due_again(s, "tech", NOW + 2 * HOUR)) == ["/a"]
    assert paths(read.stored_links(s, "tech", [SITE + "/a", SITE + "/b"])) == ["/a"]


def test_a_listing_keeps_its_validators_through_failures(s: Session) -> None:
    def save(status: int | None, etag: str | None = None) -> ListingRow:
        write.save_listing(
            s, "tech", ListingKind.FEED, SITE + "/feed", NOW, status=status, etag=etag
        )
        s.flush()
        row = read.listing(s, "tech", SITE + "/feed")
        assert row is not None
        return row

    assert save(200, '"1"').etag == '"1"'
    assert save(304).etag == '"1"'
    save(None)
    assert save(503).failures == 2
    assert save(304).failures == 0
    assert save(200, '"2"').etag == '"2"'
    assert [row.kind for row in read.listings(s, "tech")] == ["feed"]


def test_a_source_is_synced_and_stays_paused(s: Session) -> None:
    rules = {"body": (FieldRule("div.body", date(2027, 1, 1)),)}
    source = Source(
        id="tech", name="New", private_hosts=frozenset({"127.0.0.1:1"}), fields=rules, every_s=60
    )
    assert write.set_paused(s, "tech", True)
    write.set_next_visit(s, "tech", NOW)
    s.flush()
    write.sync_source(s, source)
    s.expire_all()
    row = s.get_one(SourceRow, "tech")
    assert (row.name, row.paused, row.next_visit_at) == ("New", True, NOW)
    assert row.config["fields"] == {"body": [{"css": "div.body", "until": "2027-01-01"}]}
    assert not write.set_paused(s, "none", True)


def test_runs(s: Session) -> None:
    first = write.start_run(s, "tech", NOW, 123)
    write.beat_run(s, first, NOW + HOUR, counts={"outcomes": {"new": 2}}, requests=5, bytes=900)
    second = write.start_run(s, "other", NOW)
    write.end_run(s, second, NOW + HOUR, state="failed", error="no contact", requests=1)
    assert write.interrupt_stale_runs(s, NOW + HOUR) == 0
    assert write.interrupt_stale_runs(s, NOW + 2 * HOUR, source_id="other") == 0
    assert write.interrupt_stale_runs(s, NOW + 2 * HOUR) == 1
    s.expire_all()
    row = s.get_one(RunRow, first)
    assert (row.state, row.ended_at, row.requests) == ("interrupted", NOW + HOUR, 5)
    assert row.counts == {"outcomes": {"new": 2}}
    assert [run.id for run in read.runs(s)] == [second, first]
    assert [run.id for run in read.runs(s, state="failed", source_id="other")] == [second]
    assert read.runs(s, since=NOW + HOUR) == []


def test_what_is_learned_comes_back(s: Session) -> None:
    memory = Memory(
        lines={"شارك": LineCount(3, date(2026, 11, 1))},
        wrapper="div.x",
        articles=4,
        shapes={"/S": 2},
    )
    assert read.memory(s, "tech") == Memory()
    for _ in range(2):
        write.save_memory(s, "tech", memory)
    s.expire_all()
    assert read.memory(s, "tech") == memory
    write.forget(s, "tech")
    assert read.memory(s, "tech") == Memory()


def test_a_host(s: Session) -> None:
    write.save_host(s, "news.example:443", robots_text="x", robots_fetched_at=NOW)
    write.save_host(s, "news.example:443", failures=2)
    row = read.host(s, "news.example:443")
    assert row is not None
    assert (row.robots_text, row.failures) == ("x", 2)


def test_two_visits_that_store_the_same_articles_at_once(engine: Engine) -> None:
    sessions = session_factory(engine)
    with sessions.begin() as s:
        for source_id in ("tech", "other"):
            write.sync_source(s, Source(id=source_id, name=source_id))
            write.save_links(s, source_id, links(*(f"/{n}" for n in range(30))), NOW)

    def pending(source_id: str) -> list[read.DueLink]:
        with session_factory(engine, read_only=True)() as s:
            return read.pending_links(s, source_id, NOW)

    def visit(source_id: str) -> None:
        for due in pending(source_id):
            with sessions.begin() as s:
                found = article(due.link.url.removeprefix(SITE))
                write.store_article(s, due.id, found, NOW)

    threads = [threading.Thread(target=visit, args=(name,)) for name in ("tech", "other")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with sessions() as s:
        assert len(s.scalars(select(ArticleRow.id)).all()) == 30
    assert pending("tech") == pending("other") == []
