"""A whole visit of an Arabic WordPress site, and the visits after it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from crawl_desk import Crawled, Desk
from news_content import make_stories
from news_server import Answer, Asked
from wordpress_site import WordPressSite

from crawler.archive import read_page

SECTION = "/category/tech/"
COUNTS = {"tech": 15, "sport": 6, "economy": 6}


@pytest.fixture
def site() -> Iterator[WordPressSite]:
    with WordPressSite(make_stories(7, COUNTS)) as server:
        yield server


@dataclass(frozen=True)
class Visited:
    """A site, the first visit of it, and what that asked for."""

    site: WordPressSite
    desk: Desk
    crawled: Crawled
    log: tuple[Asked, ...]


@pytest.fixture(scope="module")
def visited(make_desk: Callable[[str], Desk]) -> Iterator[Visited]:
    desk = make_desk("visited")
    with WordPressSite(make_stories(7, COUNTS)) as site:
        desk.watch("wp", site.url(SECTION))
        yield Visited(site, desk, desk.crawl("wp"), tuple(site.log))


@pytest.fixture
def again(visited: Visited, tmp_path: Path) -> Iterator[Visited]:
    """The same, for another visit: what that stores and what is changed of the site is its own."""
    stories = list(visited.site.stories)
    shutil.copytree(visited.desk.folder, tmp_path, dirs_exist_ok=True)
    visited.site.forget()
    yield replace(visited, desk=Desk(tmp_path))
    visited.site.stories = stories


def expected(site: WordPressSite) -> dict[str, tuple[str, str]]:
    return {site.url(s.path): (s.title, s.text) for s in site.of("tech")}


def stored(desk: Desk) -> dict[str, tuple[str, str]]:
    return {row["url"]: (row["title"], row["text"]) for row in desk.articles()}


def test_stores_the_section_whole_and_nothing_else(visited: Visited) -> None:
    crawled = visited.crawled
    assert crawled.exit == 0, crawled.stderr
    assert stored(visited.desk) == expected(visited.site)
    assert crawled.ended["counts"]["outcomes"] == {"new": 15}
    assert not [asked for asked in visited.log if asked.path.startswith(("/sport/", "/economy/"))]


class PagesGone(WordPressSite):
    """Names further pages that are not there; a sitemap holds what they would."""

    def _page(self, asked: Asked) -> Answer | None:
        if asked.path == "/robots.txt":
            return Answer(f"Sitemap: {self.url('/map.xml')}", content_type="text/plain")
        if asked.path == "/map.xml":
            urls = "".join(f"<url><loc>{self.url(s.path)}</loc></url>" for s in self.stories)
            return Answer(f"<urlset>{urls}</urlset>", content_type="text/xml")
        return None if "/page/" in asked.path else super()._page(asked)


def test_reads_the_sitemap_where_the_further_pages_are_not_there(desk: Desk) -> None:
    with PagesGone(make_stories(7, COUNTS), feed=False) as site:
        desk.watch("wp", site.url(SECTION))
        assert desk.crawl("wp").exit == 0
        assert stored(desk) == expected(site)
        site.forget()
        desk.crawl("wp")
        assert site.asked("/tech/") == []


class DeafInterface(WordPressSite):
    """Gives the posts of the whole site, whatever category its REST interface is asked for."""

    def _page(self, asked: Asked) -> Answer | None:
        if asked.path.startswith("/wp-json/wp/v2/posts"):
            names = list(COUNTS)
            posts = [
                {
                    "link": self.url(s.path),
                    "date": s.published.isoformat(),
                    "categories": [names.index(s.section) + 1],
                }
                for s in sorted(self.stories, key=lambda s: s.published, reverse=True)
            ]
            return Answer(json.dumps(posts), content_type="application/json")
        return super()._page(asked)

    def _frame(self, title: str, body: str, head: str = "") -> str:
        head += "<link rel='https://api.w.org/' href='/wp-json/'>"
        head += "<link rel=alternate href='/wp-json/wp/v2/categories/1'>"
        return super()._frame(title, body, head)


def test_posts_that_say_that_they_are_in_other_categories_are_left_to_their_pages(
    desk: Desk,
) -> None:
    with DeafInterface(make_stories(7, COUNTS)) as site:
        desk.watch("wp", site.url(SECTION))
        assert desk.crawl("wp").exit == 0
        assert any(path.startswith("/wp-json/wp/v2/posts") for path in site.asked())
        assert stored(desk) == expected(site)


class PagesCapped(PagesGone):
    """Shows two pages of a list that is longer; a sitemap holds all."""

    def _page(self, asked: Asked) -> Answer | None:
        return WordPressSite._page(self, asked) if "/page/2" in asked.path else super()._page(asked)


def test_a_backfill_reads_the_sitemap_too(desk: Desk) -> None:
    with PagesCapped(make_stories(7, COUNTS), feed=False) as site:
        desk.watch("wp", site.url(SECTION))
        assert desk.crawl("wp").exit == 0
        assert 0 < len(stored(desk)) < 15
        assert not site.asked("/map.xml")
        assert desk.crawl("wp", "--backfill").exit == 0
        assert stored(desk) == expected(site)


def test_second_visit_of_an_unchanged_site_downloads_no_article(again: Visited) -> None:
    site, desk = again.site, again.desk
    crawled = desk.crawl("wp")
    assert crawled.exit == 0
    assert site.asked("/tech/") == []
    assert site.asked("/category/tech/page/") == []
    assert desk.rows("SELECT count(*) AS n FROM revisions") == [{"n": 15}]


def test_second_visit_finds_what_is_new(site: WordPressSite, desk: Desk) -> None:
    everything = site.stories
    site.stories = [story for story in everything if story not in site.of("tech")[:8]]
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    assert len(stored(desk)) == 7
    site.stories = everything
    site.forget()
    desk.crawl("wp")
    assert stored(desk) == expected(site)
    assert len(site.asked("/tech/")) == 8


def test_full_visit_revises_what_changed_alone(again: Visited) -> None:
    site, desk = again.site, again.desk
    changed = replace(site.stories[2], paragraphs=(*site.stories[2].paragraphs, "وتغيّر الخبر."))
    site.stories[2] = changed
    crawled = desk.crawl("wp", "--full")
    assert crawled.ended["counts"]["outcomes"] == {"content": 1, "unchanged": 14}
    assert stored(desk) == expected(site)


def test_limit_ends_the_visit(site: WordPressSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--limit", "4")
    assert len(stored(desk)) == 4
    desk.crawl("wp")
    assert stored(desk) == expected(site)


def test_since_leaves_older_articles_alone(site: WordPressSite, desk: Desk) -> None:
    day = site.of("tech")[5].published.date()
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--since", day.isoformat())
    newer = {site.url(s.path) for s in site.of("tech") if s.published.date() >= day}
    assert newer <= set(stored(desk))
    left = desk.link(site.url(site.of("tech")[-1].path))
    assert (left["state"], left["reason"]) == ("rejected", "older")
    assert str(site.of("tech")[-1].published.date()) in left["detail"]
    desk.crawl("wp")
    assert stored(desk) == expected(site)


def test_since_leaves_older_links_that_are_pending(site: WordPressSite, desk: Desk) -> None:
    stories = site.of("tech")
    day = stories[5].published.date()
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--limit", "2")
    site.forget()
    desk.crawl("wp", "--since", day.isoformat())
    asked = set(site.asked())
    older = [story for story in stories if story.published.date() < day]
    assert older
    assert not asked & {story.path for story in older}
    assert desk.link(site.url(older[-1].path))["state"] == "pending"
    desk.crawl("wp")
    assert stored(desk) == expected(site)


def test_pages_are_archived_and_read_again(visited: Visited) -> None:
    desk = visited.desk
    for row in desk.articles():
        page = read_page(Path(desk.folder / "archive"), row["warc_file"], row["warc_offset"])
        assert page.final_url == row["url"]
        assert row["title"] in page.body.decode()


def test_user_agent_names_a_contact(visited: Visited) -> None:
    agents = {asked.headers["user-agent"] for asked in visited.log}
    assert len(agents) == 1
    assert agents.pop().endswith("(+https://example.org/rasid)")
    assert visited.log[0].path == "/robots.txt"


def test_run_is_recorded(visited: Visited) -> None:
    crawled = visited.crawled
    (run,) = visited.desk.rows("SELECT * FROM runs")
    assert run["state"] == "finished"
    assert run["requests"] == len(visited.log) == crawled.ended["requests"]
    assert crawled.events[0]["event"] == "started"
    assert {"listing", "article", "progress"} <= {event["event"] for event in crawled.events}
