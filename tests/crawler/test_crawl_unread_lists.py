"""Lists that cannot be read: which are a loss, and which were never there or are no more."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from crawl_desk import Desk
from misbehaviour import page
from news_content import Story, make_stories
from news_server import Answer, NewsServer

from crawler.led_home import led_home
from pipeline.records import Page

STORIES = make_stories(3, {"tech": 5})
FEED, MAP = "/tech/feed", "/map.xml"


def newsroom(
    server: NewsServer, *, names_feed: bool = True, feed: Answer | None = None, listed: int = 5
) -> None:
    """A section whose page lists stories and names a feed."""
    head = f'<link rel="alternate" type="application/rss+xml" href="{FEED}">' if names_feed else ""
    items = "".join(f'<li><h3><a href="{s.path}">{s.title}</a></h3></li>' for s in STORIES[:listed])
    server.routes |= {story.path: Answer(page(story)) for story in STORIES}
    server.routes["/tech/"] = Answer(
        f"<html lang=en><head><title>Tech</title>{head}</head><main><ul>{items}</ul></main></html>"
    )
    server.routes[FEED] = feed or Answer("none", status=404)


def a_feed() -> Answer:
    items = "".join(f"<item><title>{s.title}</title><link>{s.path}</link></item>" for s in STORIES)
    return Answer(f"<rss version='2.0'><channel><title>Tech</title>{items}</channel></rss>")


@pytest.mark.parametrize(
    "robots", ["User-agent: *\nDisallow: /tech/feed\nSitemap: {}", "Sitemap: {}"]
)
def test_lists_that_a_page_names_and_that_never_were_are_no_loss(desk: Desk, robots: str) -> None:
    with NewsServer() as server:
        newsroom(server)
        server.routes["/robots.txt"] = Answer(robots.format(server.url(MAP)))
        desk.watch("tech", server.url("/tech/"))
        for _ in range(2):
            ended = desk.crawl("tech").ended
            assert ended["state"] == "finished"
            assert ended["counts"]["reasons"] == {"listing:never-read": 2}
        assert len(desk.articles()) == len(STORIES)
        desk.watch("tech", server.url("/tech/"), more=f'feeds = ["{server.url(FEED)}"]\n')
        reasons = desk.crawl("tech").ended["counts"]["reasons"]
        assert reasons.pop("listing:never-read") == 1
        assert set(reasons) == {"listing:robots" if "Disallow" in robots else "listing:http-error"}


def test_a_list_without_which_there_is_nothing_is_a_loss(desk: Desk) -> None:
    with NewsServer() as server:
        newsroom(server, listed=0)
        desk.watch("tech", server.url("/tech/"))
        assert desk.crawl("tech").ended["counts"]["reasons"]["listing:http-error"] == 1


def test_a_list_that_was_found_once_is_forgotten_when_it_is_gone_and_named_no_more(
    desk: Desk,
) -> None:
    rows = "SELECT kind FROM listings ORDER BY kind"
    with NewsServer() as server:
        newsroom(server, feed=a_feed())
        desk.watch("tech", server.url("/tech/"))
        assert desk.crawl("tech").ended["counts"]["reasons"] == {}
        newsroom(server)
        assert desk.crawl("tech").ended["counts"]["reasons"] == {"listing:http-error": 1}
        newsroom(server, names_feed=False)
        assert desk.crawl("tech").ended["counts"]["reasons"] == {}
        assert [row["kind"] for row in desk.rows(rows)] == ["section"]
        asked = len(server.asked(FEED))
        desk.crawl("tech")
        assert len(server.asked(FEED)) == asked


def test_a_site_that_gives_its_articles_other_addresses_has_lost_none(desk: Desk) -> None:
    older, newer = make_stories(4, {"tech": 10})[:5], make_stories(4, {"tech": 10})[5:]
    with NewsServer() as server:
        desk.watch("tech", server.url("/tech/"))
        for stories, folder, lost in ((older, "", 0), (older, "/news", 0), (newer, "", 1)):
            items = "".join(
                f'<li><h3><a href="{folder}{s.path}">{s.title}</a></h3></li>' for s in stories
            )
            server.routes["/tech/"] = Answer(
                f"<html lang=en><title>Tech</title><main><ul>{items}</ul></main></html>"
            )
            server.routes |= {f"{folder}{s.path}": Answer(page(s)) for s in stories}
            reasons = desk.crawl("tech").ended["counts"]["reasons"]
            assert reasons.get("listing:overlap-lost", 0) == lost
        assert len(desk.articles()) == 10


def test_a_section_that_leads_to_the_home_page_is_told_and_gives_no_article(desk: Desk) -> None:
    """A site that gives up a section sends its readers to all others."""
    with NewsServer() as server:
        newsroom(server)
        desk.watch("tech", server.url("/tech/"))
        desk.crawl("tech")
        sport = make_stories(9, {"sport": 6})
        server.routes |= {story.path: Answer(page(story)) for story in sport}
        items = "".join(f'<li><h3><a href="{s.path}">{s.title}</a></h3></li>' for s in sport)
        server.routes["/"] = Answer(f"<title>News</title><main><ul>{items}</ul></main>")
        server.routes["/tech/"] = Answer(status=301, headers={"Location": "/"})
        crawled = desk.crawl("tech")
        assert crawled.ended["state"] == "failed"
        away = f"redirected-away: leads to the home page, {server.url()}"
        assert crawled.ended["error"] == f"{server.url('/tech/')}: {away}"
        assert crawled.ended["counts"]["reasons"]["listing:redirected-away"] == 1
        assert len(desk.articles()) == len(STORIES)


def test_what_is_cut_is_told(desk: Desk) -> None:
    with NewsServer() as server:
        newsroom(server, names_feed=False)
        desk.watch("tech", server.url("/tech/"))
        few = desk.crawl("tech", "--set", "max_requests=3")
        [told] = [event["message"] for event in few.events if event["event"] == "warning"]
        assert told == "ended after 3 requests (max_requests); the next visit goes on"
        whole = desk.crawl("tech")
        assert not [event for event in whole.events if event["event"] == "warning"]
        assert len(desk.articles()) == len(STORIES)
        cut = desk.crawl("tech", "--full", "--set", "max_links=2")
        assert cut.ended["counts"]["reasons"] == {"listing:more-links": 1}


def test_items_without_an_address_and_a_list_that_ends_amid_itself_are_told(desk: Desk) -> None:
    items = "".join(f"<item><title>{s.title}</title></item>" for s in STORIES[:3])
    urls = "".join(f"<url><loc>{{}}{s.path}</loc></url>" for s in STORIES)
    with NewsServer() as server:
        whole = gzip.compress(f"<urlset>{urls.format(*[server.url()] * 5)}</urlset>".encode())
        named = f"{items}<item><link>{STORIES[0].path}</link></item>"
        newsroom(server, feed=Answer(f"<rss><channel><title>T</title>{named}</channel></rss>"))
        server.routes["/map.xml.gz"] = Answer(whole[:-12])
        lists = f'feeds = ["{server.url(FEED)}"]\nsitemaps = ["{server.url("/map.xml.gz")}"]\n'
        desk.watch("tech", server.url("/tech/"), more=lists)
        assert said_of_lists(desk) == {"listing:no-address": 3, "listing:cut-short": 1}
        server.routes["/map.xml.gz"] = Answer(whole)
        server.routes[FEED] = a_feed()
        assert said_of_lists(desk) == {}


def said_of_lists(desk: Desk) -> dict[str, int]:
    reasons = desk.crawl("tech").ended["counts"].get("reasons") or {}
    return {reason: count for reason, count in reasons.items() if reason.startswith("listing:")}


def list_of(stories: Sequence[Story], folder: str = "") -> Answer:
    items = "".join(f'<li><h3><a href="{folder}{s.path}">{s.title}</a></h3></li>' for s in stories)
    return Answer(f"<html lang=en><title>News</title><main><ul>{items}</ul></main></html>")


OTHERS = make_stories(9, {"sport": 9})


@pytest.mark.parametrize(
    ("there", "stories", "told"),
    [
        ("/news/", OTHERS, "names no article that it named before"),
        ("/news/", [*OTHERS, STORIES[0]], "names more articles of others than it named before"),
        ("/economy/", OTHERS, "names no article that it named before"),
        ("/technology/", [*OTHERS[:2], STORIES[0]], None),
        ("/news/", [OTHERS[0], *STORIES], None),
        ("/news/TECH/index.html", OTHERS, None),
    ],
    ids=["above", "above, some known", "beside", "renamed", "above, most known", "the same"],
)
def test_a_section_that_leads_to_another_list(
    desk: Desk, there: str, stories: Sequence[Story], told: str | None
) -> None:
    """Of a section that was given up nothing else is taken; one that has moved is followed."""
    with NewsServer() as server:
        server.routes |= {s.path: Answer(page(s)) for s in (*STORIES, *OTHERS)}
        server.routes["/news/tech/"] = list_of(STORIES)
        desk.watch("tech", server.url("/news/tech/"))
        assert len(desk.crawl("tech").ended["counts"]["outcomes"]) == 1
        server.routes["/news/tech/"] = Answer(status=301, headers={"Location": there})
        server.routes[there] = list_of(stories)
        for _visit in range(2):
            crawled = desk.crawl("tech")
            known = {server.url(story.path) for story in STORIES}
            new = {row["url"] for row in desk.articles()} - known
            if told is None:
                assert (crawled.ended["state"], bool(new)) == ("finished", True)
            else:
                assert told in crawled.ended["error"]
                assert crawled.ended["counts"]["reasons"]["listing:redirected-away"] == 1
                assert not new


def test_a_section_whose_articles_all_have_new_addresses_is_followed(desk: Desk) -> None:
    with NewsServer() as server:
        server.routes |= {s.path: Answer(page(s)) for s in STORIES}
        server.routes["/tech/"] = list_of(STORIES)
        desk.watch("tech", server.url("/tech/"))
        desk.crawl("tech")
        more = make_stories(77, {"tech": 2})
        server.routes |= {f"/new{s.path}": Answer(page(s)) for s in (*STORIES, *more)}
        server.routes["/tech/"] = Answer(status=301, headers={"Location": "/technology/"})
        server.routes["/technology/"] = list_of([*more, *STORIES], "/new")
        assert desk.crawl("tech").ended["state"] == "finished"
        assert len(desk.articles()) == len(STORIES) + 2


def test_a_section_that_always_led_on_may_name_nothing_known(desk: Desk) -> None:
    with NewsServer() as server:
        server.routes |= {s.path: Answer(page(s)) for s in (*STORIES, *OTHERS)}
        server.routes["/news/tech/"] = Answer(status=302, headers={"Location": "/news/"})
        server.routes["/news/"] = list_of(STORIES)
        desk.watch("tech", server.url("/news/tech/"))
        desk.crawl("tech")
        server.routes["/news/"] = Answer("out of order", status=500)
        assert desk.crawl("tech").ended["state"] == "failed"
        server.routes["/news/"] = list_of(OTHERS)
        assert desk.crawl("tech").ended["state"] == "finished"
        assert len(desk.articles()) == len(STORIES) + len(OTHERS)


def test_a_further_page_that_leads_to_the_home_page_is_where_the_list_ends(desk: Desk) -> None:
    with NewsServer() as server:
        newsroom(server)
        more = '<a rel="next" href="/tech/?page=2">Next</a></main>'
        answer = server.routes["/tech/"]
        assert isinstance(answer, Answer)
        server.routes["/tech/"] = Answer(str(answer.body).replace("</main>", more))
        sport = make_stories(9, {"sport": 6})
        server.routes |= {story.path: Answer(page(story)) for story in sport}
        items = "".join(f'<li><h3><a href="{s.path}">{s.title}</a></h3></li>' for s in sport)
        server.routes["/"] = Answer(f"<title>News</title><main><ul>{items}</ul></main>")
        server.routes["/tech/?page=2"] = Answer(status=302, headers={"Location": "/"})
        desk.watch("tech", server.url("/tech/"))
        crawled = desk.crawl("tech")
        assert crawled.ended["state"] == "finished"
        assert len(desk.articles()) == len(STORIES)


def led(asked: str, there: str) -> bool:
    at = datetime(2026, 11, 30, tzinfo=UTC)
    return led_home(Page(asked, there, b"", at)) is not None


def test_what_leads_to_a_home_page() -> None:
    site = "https://news.example"
    assert led(f"{site}/tech/", f"{site}/")
    assert led(f"{site}/ai", f"{site}/index.html")
    assert led(f"{site}/ar/tech/", f"{site}/ar")
    assert led(f"{site}/ar/tech/", f"{site}/")
    assert led("http://www.news.example/a/b?page=2", f"{site}/")
    assert not led(f"{site}/tech", f"{site}/tech/")
    assert not led(f"{site}/tech/index.html", f"{site}/tech/")
    assert not led(f"{site}/technology/it", f"{site}/it")
    assert not led(f"{site}/category/tech", f"{site}/tech")
    assert not led(f"{site}/", f"{site}/ar/")
    assert not led(f"{site}/ar", f"{site}/")
    assert not led(f"{site}/?lang=ar", f"{site}/")
    assert not led(f"{site}/tech/", "https://tech.news.example/")
