"""Sites that are built in the browser, crawled with a real one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from crawl_desk import Crawled, Desk
from news_content import Story, make_stories
from news_server import Answer, NewsServer
from scripted_site import SECTION, ScriptedSite

from crawler.browser import NoBrowser, find_browser
from crawler.probe import probe

pytestmark = pytest.mark.usefixtures("chromium")
RENDER = "render = true"
STORIES = make_stories(11, {"tech": 6, "sport": 1, "economy": 1})


@pytest.fixture
def site() -> Iterator[ScriptedSite]:
    with ScriptedSite(STORIES) as it:
        yield it


@dataclass
class Seen:
    """One crawl of the site, and what was asked of it and of a host that it must not reach."""

    crawled: Crawled
    desk: Desk
    asked: list[str]
    agents: set[str]
    private: list[str]


@pytest.fixture(scope="module")
def seen(make_desk: Callable[[str], Desk]) -> Iterator[Seen]:
    """A crawl of pages that reach for a private host, by address and by name, and for what
    robots.txt forbids."""
    desk = make_desk("rendered")
    with NewsServer({"/secret": Answer("secret")}) as private, ScriptedSite(STORIES) as site:
        site.extra = [
            private.url("/secret"),
            f"http://localhost:{private.port}/secret",
            f"http://2130706433:{private.port}/secret",
            "/forbidden/data",
            "/allowed/data",
        ]
        site.routes["/robots.txt"] = Answer(
            "User-agent: *\nDisallow: /forbidden/\n", content_type="text/plain"
        )
        desk.watch("js", site.url(SECTION), more=RENDER)
        crawled = desk.crawl("js")
        agents = {each.headers.get("user-agent", "") for each in site.log}
        yield Seen(crawled, desk, site.asked(), agents, private.asked())


def stories() -> list[Story]:
    return [story for story in STORIES if story.section == "tech"]


def test_all_articles_are_found_through_lists_that_scripts_build(seen: Seen) -> None:
    assert seen.crawled.exit == 0, seen.crawled.stderr
    assert {row["title"] for row in seen.desk.articles()} == {each.title for each in stories()}
    assert "/api/list?page=2" in seen.asked


def test_texts_are_those_that_scripts_built(seen: Seen) -> None:
    texts = {row["title"]: row["text"] for row in seen.desk.articles()}
    assert texts == {each.title: "\n\n".join(each.paragraphs) for each in stories()}


def test_a_page_reaches_no_private_host(seen: Seen) -> None:
    assert seen.private == []


def test_a_page_loads_what_it_needs_and_robots_allows(seen: Seen) -> None:
    assert "/allowed/data" in seen.asked
    for path in ("/forbidden/data", "/style.css", "/picture.png", "/beacon", "/favicon.ico"):
        assert path not in seen.asked


def test_the_browser_says_who_it_is(seen: Seen) -> None:
    assert {agent.split("/")[0] for agent in seen.agents} == {"Rasid"}
    assert all("example.org/rasid" in agent for agent in seen.agents)


def test_without_a_browser_such_a_site_has_no_articles(site: ScriptedSite, desk: Desk) -> None:
    desk.watch("js", site.url(SECTION))
    assert desk.crawl("js").exit == 1 or not desk.articles()
    assert not desk.articles()


def test_a_section_on_a_private_host_is_not_rendered(site: ScriptedSite, desk: Desk) -> None:
    desk.write_source("js", f'section = "{site.url(SECTION)}"\n{RENDER}\n')
    crawled = desk.crawl("js")
    assert crawled.exit == 1
    assert "private-address" in crawled.ended["error"]
    assert site.asked() == []


@dataclass
class Wronged:
    """One crawl of a site of which some pages do wrong, by what is wrong with them."""

    desk: Desk
    wrong: dict[str, str]
    sound: set[str]


@pytest.fixture(scope="module")
def wronged(make_desk: Callable[[str], Desk]) -> Iterator[Wronged]:
    desk = make_desk("wronged")
    grow = "<script>document.body.append('x'.repeat(3e6))</script>"
    many = make_stories(11, {"tech": 9})
    with NewsServer({"/": Answer("<h1>elsewhere</h1>")}) as other, ScriptedSite(many) as site:
        wrong = {
            "redirected-away": Answer(f"<script>location = '{other.url()}'</script>"),
            "too-large": Answer(f"<body>{grow}</body>"),
            "not-html": Answer(b"%PDF-1.7 x", content_type="application/pdf"),
            "connection": Answer(raw=b""),
            "gone": Answer("not there", 404),
            "timeout": Answer("<body><p>x</p><script>while (true) {}</script></body>"),
        }
        paths = dict(zip(wrong, (story.path for story in many), strict=False))
        site.routes |= {paths[reason]: answer for reason, answer in wrong.items()}
        desk.watch("js", site.url(SECTION), other.host, more=RENDER)
        desk.crawl("js", "--set", "timeout_s=4", "--set", "max_bytes=1000000")
        urls = {reason: site.url(path) for reason, path in paths.items()}
        yield Wronged(desk, urls, {story.title for story in many[len(wrong) :]})


@pytest.mark.parametrize(
    "reason", ["redirected-away", "too-large", "not-html", "connection", "gone", "timeout"]
)
def test_what_a_page_does_wrong_has_its_reason(wronged: Wronged, reason: str) -> None:
    assert wronged.desk.link(wronged.wrong[reason])["reason"] == reason


def test_pages_that_do_wrong_or_hang_do_not_keep_the_others(wronged: Wronged) -> None:
    assert {row["title"] for row in wronged.desk.articles()} == wronged.sound


@pytest.mark.usefixtures("prepared_processes")
def test_a_look_before_adding_may_use_the_browser(site: ScriptedSite) -> None:
    hosts = [site.host]
    contact = "https://example.org/rasid"
    found = probe(site.url(SECTION), contact=contact, private_hosts=hosts, render=True)
    assert [each["title"] for each in found["articles"]] == [each.title for each in stories()[:3]]
    assert found["next_pages"] == [site.url("/tech?page=2")]


def test_a_browser_that_is_not_there_is_one_line(site: ScriptedSite, desk: Desk) -> None:
    desk.watch("js", site.url(SECTION), more=RENDER)
    crawled = desk.crawl("js", "--set", "browser=/no/such/chromium")
    assert crawled.exit == 2
    assert crawled.stderr.strip().splitlines() == [crawled.events[-1]["message"]]
    assert "/no/such/chromium" in crawled.stderr


def test_the_setting_names_the_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert find_browser(sys.executable) == sys.executable
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoBrowser, match="apt-get install chromium"):
        find_browser(None)
