"""Sites that fail for a while: what they failed at is asked for again soon, and nothing is lost."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from crawl_desk import Desk
from misbehaviour import page
from news_content import make_stories
from news_server import Answer, Asked, NewsServer
from wordpress_site import WordPressSite

from db.engine import open_engine, session_factory
from db.explain import explain as read_explain

SECTION = "/category/tech/"
ERROR = Answer("out of order", 500)


class Failing(WordPressSite):
    """Answers with 500 whatever path begins so."""

    failing: tuple[str, ...] = ()

    def answer(self, asked: Asked) -> Answer:
        if asked.path.startswith(self.failing) and asked.path != "/robots.txt":
            return ERROR
        return super().answer(asked)


@pytest.fixture
def site() -> Iterator[Failing]:
    stories = make_stories(5, {"tech": 24, "sport": 2, "economy": 2})
    with Failing(stories, feed=False) as server:
        server.failing = tuple(story.path for story in server.of("tech")[:12])
        yield server


def waits_s(desk: Desk) -> list[float]:
    """Seconds from each failed link's last try to its next."""
    rows = desk.rows("SELECT checked_at, next_check_at FROM links WHERE state = 'failed'")
    moments = [[datetime.fromisoformat(moment) for moment in row.values()] for row in rows]
    return [(after - before).total_seconds() for before, after in moments]


def make_due(desk: Desk) -> None:
    past = (datetime.now(UTC) - timedelta(seconds=1)).strftime("%Y-%m-%d %H:%M:%S.%f")
    desk.change("UPDATE links SET next_check_at = ? WHERE state = 'failed'", past)


def test_pages_that_fail_are_tried_again_soon_and_then_less_often(
    site: Failing, desk: Desk
) -> None:
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    assert len(desk.articles()) == 12
    assert all(45 < wait < 75 for wait in waits_s(desk))
    make_due(desk)
    desk.crawl("wp")
    assert all(180 < wait < 300 for wait in waits_s(desk))
    assert {row["attempts"] for row in desk.rows("SELECT attempts FROM links")} == {0, 2}


def test_a_site_that_answers_nothing_is_left_alone_and_its_pages_are_not_held_against_them(
    site: Failing, desk: Desk
) -> None:
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--set", "host_failures=5")
    make_due(desk)
    some, site.failing = site.failing, ("/",)
    site.forget()
    for _ in range(2):
        assert desk.crawl("wp", "--set", "host_failures=5").exit == 1
    pages = [path for path in site.asked() if path != "/robots.txt"]
    assert len(pages) < 2 * 12
    assert {row["attempts"] for row in desk.rows("SELECT attempts FROM links")} == {0, 1}
    site.failing = some[:1]
    desk.crawl("wp")
    assert len(desk.articles()) == 23


def test_a_page_that_always_fails_is_given_up(site: Failing, desk: Desk) -> None:
    site.failing = site.failing[:1]
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--set", "attempts=2")
    make_due(desk)
    desk.crawl("wp", "--set", "attempts=2")
    given_up = desk.rows("SELECT next_check_at FROM links WHERE state = 'failed'")
    assert given_up == [{"next_check_at": None}]
    site.forget()
    desk.crawl("wp")
    assert site.asked(site.failing[0]) == []


def test_connections_that_are_kept_and_not_read_cost_no_page(site: Failing, desk: Desk) -> None:
    site.failing = ("/none",)
    for story in site.of("tech")[2:20:6]:
        site.routes[story.path] = Answer(site.article(story), deaf_s=12)
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--set", "first_byte_s=4")
    assert desk.rows("SELECT url FROM links WHERE state = 'failed'") == []
    assert len(desk.articles()) == 24


def test_a_source_none_of_whose_lists_can_be_read_has_failed(desk: Desk) -> None:
    with NewsServer({"/one.xml": Answer("no", 404), "/two.xml": Answer("no", 500)}) as server:
        urls = f'["{server.url("/one.xml")}", "{server.url("/two.xml")}"]'
        desk.write_source("feeds", f'feeds = {urls}\nprivate_hosts = ["{server.host}"]\n')
        crawled = desk.crawl("feeds")
    assert crawled.exit == 1
    assert crawled.ended["error"] in {
        f"{server.url('/one.xml')}: http-error: HTTP 404",
        f"{server.url('/two.xml')}: http-error: HTTP 500",
    }


NO_LISTS = (
    ("feeds", Answer("Hello, world"), "not-feed"),
    ("feeds", Answer('{"error": "none", "code": 7}'), "not-feed"),
    ("feeds", Answer(b""), "empty"),
    ("feeds", Answer(status=304), "http-error"),
    ("feeds", Answer(status=503, headers={"Retry-After": "0"}), "rate-limited"),
    ("sitemaps", Answer("<html><a href='/tech/1/'>A story</a></html>"), "not-feed"),
    ("wordpress", Answer('{"code": "rest_no_route"}'), "not-feed"),
    ("wordpress", Answer("<html>Forbidden</html>"), "not-feed"),
)
EMPTY_LISTS = (
    ("feeds", Answer("<rss version='2.0'><channel><title>x</title></channel></rss>")),
    ("feeds", Answer("<?xml version='1.0'?><a:feed xmlns:a='http://www.w3.org/2005/Atom'/>")),
    ("feeds", Answer('{"version": "https://jsonfeed.org/version/1.1", "items": []}')),
    ("sitemaps", Answer("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>")),
    ("wordpress", Answer("\n[ ]\n")),
)


def give(desk: Desk, server: NewsServer, lists: Iterable[tuple[str, Answer]]) -> None:
    """Write a source that gives all these lists, each of its kind."""
    urls: dict[str, list[str]] = {}
    for number, (kind, answer) in enumerate(lists):
        server.routes[f"/list/{number}"] = answer
        urls.setdefault(kind, []).append(server.url(f"/list/{number}"))
    lines = [f"{kind} = {json.dumps(given)}" for kind, given in urls.items()]
    text = "\n".join([*lines, f'private_hosts = ["{server.host}"]'])
    desk.write_source("given", text)


@pytest.mark.parametrize(
    ("kind", "answer", "told"),
    [
        ("feeds", Answer("Hello, world"), "not-feed: no feed; take it out of feeds"),
        ("sitemaps", Answer("<html><a href='/1/'>A story</a></html>"), "not-feed: no sitemap"),
        ("wordpress", Answer("<html>No</html>"), "not-feed: no answer of WordPress's"),
    ],
)
def test_what_is_no_list_of_its_kind_is_told(
    desk: Desk, kind: str, answer: Answer, told: str
) -> None:
    with NewsServer() as server:
        give(desk, server, [(kind, answer)])
        crawled = desk.crawl("given")
    assert crawled.exit == 1
    assert crawled.ended["error"].startswith(f"{server.url('/list/0')}: {told}")


def test_each_list_that_is_none_has_its_reason(desk: Desk) -> None:
    with NewsServer() as server:
        give(desk, server, [(kind, answer) for kind, answer, _ in NO_LISTS])
        crawled = desk.crawl("given", "--set", "host_failures=20")
    assert crawled.exit == 1
    reasons = Counter(f"listing:{reason}" for *_, reason in NO_LISTS)
    assert crawled.ended["counts"]["reasons"] == reasons


def test_lists_may_be_empty(desk: Desk) -> None:
    with NewsServer() as server:
        give(desk, server, EMPTY_LISTS)
        crawled = desk.crawl("given")
        assert len(server.asked("/list/")) == len(EMPTY_LISTS)
    assert crawled.exit == 0
    assert crawled.ended["counts"]["reasons"] == {}


def test_a_page_that_is_given_as_a_feed_is_told_in_one_line(desk: Desk) -> None:
    page = "<!doctype html><html><body><h1>Technology</h1></body></html>"
    with NewsServer({"/tech/": Answer(page)}) as server:
        url = server.url("/tech/")
        desk.write_source("feeds", f'feeds = ["{url}"]\nprivate_hosts = ["{server.host}"]\n')
        crawled = desk.crawl("feeds")
    assert crawled.exit == 1
    assert crawled.ended["error"].startswith(
        f"{url}: not-feed: a page of HTML, no feed; give it as"
    )


def test_a_list_that_fails_is_explained(desk: Desk) -> None:
    """With what came and when, also where it was read before."""
    story = make_stories(5, {"tech": 1})[0]
    listed = Answer(f'<main><h1>Tech</h1><h2><a href="{story.path}">{story.title}</a></h2></main>')
    with NewsServer({"/tech/": listed, story.path: Answer(page(story))}) as server:
        desk.watch("some", server.url("/tech/"))
        desk.watch("none", server.url("/none/"))
        desk.crawl("some")
        server.routes["/tech/"] = Answer("<p>Nothing here</p>", status=404)
        desk.crawl("some")
        desk.crawl("none")
        urls = server.url("/tech/"), server.url("/none/")
    engine = open_engine(desk.db)
    with session_factory(engine, read_only=True)() as session:
        ((read,), (never,)) = (read_explain(session, url) for url in urls)
    engine.dispose()
    for event in (read, never):
        assert "HTTP 404" in event.detail
        assert "failed once" in event.detail
        assert event.at is not None
        assert abs((datetime.now(UTC) - event.at).total_seconds()) < 600
    assert "last read 20" in read.detail
    assert "never read" in never.detail
    assert [row["last_status"] for row in desk.rows("SELECT last_status FROM listings")] == [
        404
    ] * 2
