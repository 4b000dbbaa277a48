"""Rules of a source's file: what they pick, and what is said of those that match nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from crawl_desk import Crawled, Desk
from misbehaviour import page
from news_content import make_stories
from news_server import Answer, NewsServer
from wordpress_site import WordPressSite

from db.engine import open_engine
from pipeline.records import LinkRules, Source
from scheduler.alerts import update_health
from scheduler.visits import now

SECTION = "/category/tech/"


@pytest.fixture(scope="module")
def site() -> Iterator[WordPressSite]:
    with WordPressSite(make_stories(7, {"tech": 12, "sport": 3, "economy": 3})) as server:
        yield server


@pytest.fixture
def watched(desk: Desk, site: WordPressSite) -> Desk:
    watch(desk, site)
    return desk


def watch(desk: Desk, site: WordPressSite, article: str | None = None) -> None:
    rule = f"[links]\narticle = '{article}'" if article else ""
    feed = f'feeds = ["{site.url(SECTION)}feed/"]\n'
    desk.watch("wp", site.url(SECTION), more=feed + rule)


def warnings(crawled: Crawled) -> list[str]:
    return [str(event["message"]) for event in crawled.events if event["event"] == "warning"]


def test_a_pattern_is_of_all_lists(watched: Desk, site: WordPressSite) -> None:
    """Also of what an earlier visit left; another pattern takes up what the first left."""
    first, second, *rest = site.of("tech")
    watched.crawl("wp", "--limit", "1")
    (taken,) = watched.articles()
    site.forget()
    watch(watched, site, f"/{second.path}$/")
    crawled = watched.crawl("wp")
    asked = set(site.asked())
    assert not asked & {
        story.path for story in (first, *rest) if site.url(story.path) != taken["url"]
    }
    assert site.url(second.path) in {row["url"] for row in watched.articles()}
    assert watched.link(site.url(rest[0].path))["reason"] == "not-chosen"
    assert watched.rows("SELECT id FROM links WHERE state = 'pending'") == []
    assert warnings(crawled) == []
    watch(watched, site, "/tech/")
    watched.crawl("wp", "--full")
    assert {row["url"] for row in watched.articles()} == {site.url(s.path) for s in site.of("tech")}


@pytest.mark.parametrize("rule", ["/no-such-address/", "h7.nosuch a"])
def test_a_rule_that_matches_nothing_is_told(desk: Desk, site: WordPressSite, rule: str) -> None:
    watch(desk, site, rule)
    (line,) = warnings(desk.crawl("wp"))
    assert "[links] article matches no link" in line
    assert "wp.toml" in line
    engine = open_engine(desk.db)
    try:
        for links, kinds in (
            (LinkRules(rule), {"rule-unmatched"}),
            (LinkRules(), set()),
        ):
            source = Source("wp", "W", section=site.url(SECTION), links=links)
            changes = update_health(engine, source, now())
            assert {change.kind for change in changes if change.opened} == kinds
    finally:
        engine.dispose()


def test_selectors_of_fields_that_find_nothing_are_told(desk: Desk, site: WordPressSite) -> None:
    fields = """[fields]
body = "div.nosuch"
title = { css = "h1.entry-title", until = 2020-01-01 }
published = "time"
drop = "div.nosuch-either"
"""
    desk.watch("wp", site.url(SECTION), more=fields)
    few = warnings(desk.crawl("wp", "--limit", "2"))
    assert [line.split(" = ")[0] for line in few] == ["[fields] title"]
    lines = warnings(desk.crawl("wp"))
    assert len(lines) == 2
    assert "[fields] body matched nothing in the last" in lines[0]
    assert "[fields] title = 'h1.entry-title' held until 2020-01-01" in lines[1]
    assert len(desk.articles()) == 12


def test_a_selector_that_matches_is_not_complained_of(desk: Desk, site: WordPressSite) -> None:
    watch(desk, site, "h2.entry-title a")
    crawled = desk.crawl("wp")
    assert crawled.ended["counts"]["rules"]["article"][0] >= 12
    assert warnings(crawled) == []
    assert len(desk.articles()) == 12


def test_a_pattern_in_letters_is_of_all_lists(desk: Desk) -> None:
    stories = make_stories(3, {"tech": 4})
    items = "".join(f"<item><title>{s.title}</title><link>/هواتف{s.path}</link></item>"
                    for s in stories[:2])  # fmt: skip
    items += "".join(
        f"<item><title>{s.title}</title><link>/سيارات{s.path}</link></item>" for s in stories[2:]
    )
    with NewsServer() as server:
        for word, some in (("هواتف", stories[:2]), ("سيارات", stories[2:])):
            server.routes |= {f"/{word}{s.path}": Answer(page(s)) for s in some}
        server.routes["/feed"] = Answer(f"<rss version='2.0'><channel>{items}</channel></rss>")
        host = server.url("/").split("/")[2]
        desk.write_source(
            "tech",
            f'feeds = ["{server.url("/feed")}"]\nprivate_hosts = ["{host}"]\n'
            "[links]\narticle = '/هواتف/'\n",
        )
        crawled = desk.crawl("tech")
    assert warnings(crawled) == []
    assert {row["title"] for row in desk.articles()} == {s.title for s in stories[:2]}
    states = desk.rows(
        "SELECT reason, count(*) AS n FROM links WHERE reason IS NOT NULL GROUP BY 1"
    )
    assert states == [{"reason": "not-chosen", "n": 2}]
