"""Manners at real servers: robots.txt, pace, Retry-After, and hosts that are left alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
from crawl_desk import Desk
from news_content import make_stories
from news_server import Answer, Asked, NewsServer
from scrapy.http import Response
from wordpress_site import WordPressSite

from crawler.fetching.politeness import retry_after_s
from crawler.run import CrawlRequest

SECTION = "/category/tech/"


@pytest.fixture
def site() -> Iterator[WordPressSite]:
    with WordPressSite(make_stories(5, {"tech": 6, "sport": 2, "economy": 2}), feed=False) as it:
        yield it


def robots(text: str) -> Answer:
    return Answer(text, content_type="text/plain")


def test_what_robots_forbids_is_never_asked(site: WordPressSite, desk: Desk) -> None:
    forbidden = site.of("tech")[:3]
    lines = "".join(f"Disallow: {story.path}\n" for story in forbidden)
    site.routes["/robots.txt"] = robots(f"User-agent: *\n{lines}")
    desk.watch("wp", site.url(SECTION))
    crawled = desk.crawl("wp")
    assert crawled.exit == 0
    assert site.asked("/robots.txt") == ["/robots.txt"]
    assert not set(site.asked("/tech/")) & {story.path for story in forbidden}
    assert len(desk.articles()) == 3
    for story in forbidden:
        assert desk.link(site.url(story.path))["reason"] == "robots"


def test_a_forbidden_section_is_never_asked(site: WordPressSite, desk: Desk) -> None:
    site.routes["/robots.txt"] = robots("User-agent: *\nDisallow: /category/\n")
    desk.watch("wp", site.url(SECTION))
    crawled = desk.crawl("wp")
    assert crawled.exit == 1
    assert "robots" in crawled.ended["error"]
    assert site.asked() == ["/robots.txt"]


@pytest.mark.parametrize(
    "answer",
    [Answer("", 503), Answer("", 500), Answer(raw=b""), Answer("", 429)],
    ids=["503", "500", "hangs-up", "429"],
)
def test_without_an_answer_for_robots_the_host_is_left_alone(
    site: WordPressSite, desk: Desk, answer: Answer
) -> None:
    site.routes["/robots.txt"] = answer
    desk.watch("wp", site.url(SECTION))
    crawled = desk.crawl("wp")
    assert crawled.exit == 1
    assert set(site.asked()) == {"/robots.txt"}
    assert "robots-unreachable" in crawled.ended["error"]


def test_a_name_of_a_private_address_is_told_as_such(site: WordPressSite, desk: Desk) -> None:
    section = site.url(SECTION).replace("127.0.0.1", "localhost")
    desk.write_source("wp", f'section = "{section}"\n')
    crawled = desk.crawl("wp")
    assert site.asked() == []
    assert "private-address: localhost:" in crawled.ended["error"]


def test_robots_is_asked_once_a_day(site: WordPressSite, desk: Desk) -> None:
    site.routes["/robots.txt"] = robots("User-agent: *\nAllow: /\n")
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    desk.crawl("wp")
    assert site.asked("/robots.txt") == ["/robots.txt"]
    (host,) = desk.rows("SELECT * FROM hosts")
    assert host["host"] == site.host
    assert host["robots_status"] == 200


def test_robots_that_redirects_is_followed(site: WordPressSite, desk: Desk) -> None:
    site.routes["/robots.txt"] = Answer(status=301, headers={"Location": "/r2.txt"})
    site.routes["/r2.txt"] = robots("User-agent: *\nDisallow: /tech/\n")
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    assert site.asked("/tech/") == []


def test_of_a_long_robots_the_beginning_counts(site: WordPressSite, desk: Desk) -> None:
    forbidden = site.of("tech")[0].path
    site.routes["/robots.txt"] = robots(f"User-agent: *\nDisallow: {forbidden}\n{'#' * 12_000_000}")
    desk.watch("wp", site.url(SECTION))
    assert desk.crawl("wp").exit == 0
    assert forbidden not in site.asked()
    assert len(desk.articles()) == 5


def gaps(site: NewsServer) -> list[float]:
    times = [asked.at for asked in site.log]
    return [after - before for before, after in pairwise(times)]


def test_crawl_delay_is_kept(site: WordPressSite, desk: Desk) -> None:
    site.routes["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 0.5\n")
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    assert len(site.asked("/tech/")) == 6
    waited = gaps(site)[1:]  # a busy machine answers one late, and the next in time
    assert sum(waited) > 0.48 * len(waited)
    assert min(waited) > 0.3


def test_the_source_may_ask_for_more_time(site: WordPressSite, desk: Desk) -> None:
    site.routes["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 0.1\n")
    desk.watch("wp", site.url(SECTION), more="delay_s = 0.4")
    desk.crawl("wp", "--limit", "3")
    assert min(gaps(site)) > 0.35


def busy_once(path: str, header: Callable[[], str]) -> Callable[[Asked], Answer | None]:
    """Answers 429 the first time that a path is asked for."""
    refused = []

    def answer(asked: Asked) -> Answer | None:
        if asked.path == path and not refused:
            refused.append(asked)
            return Answer("busy", 429, {"Retry-After": header()})
        return None

    return answer


@pytest.mark.parametrize(
    "header",
    [lambda: "1", lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)],
    ids=["seconds", "date"],
)
def test_retry_after_is_waited_for(
    site: WordPressSite, desk: Desk, header: Callable[[], str]
) -> None:
    story = site.of("tech")[0]
    first, usual = busy_once(story.path, header), site.fallback
    site.fallback = lambda asked: first(asked) or usual(asked)
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    assert len(desk.articles()) == 6
    asked = [each.at for each in site.log if each.path == story.path]
    assert len(asked) == 2
    assert asked[1] - asked[0] > 0.9


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        ("Wed, 25 Nov 2026 10:00:30 GMT", 30.0),
        ("Wed, 25 Nov 2020 10:00:30 GMT", 0.0),
        ("9" * 5000, 7 * 86_400.0),
        ("Wed, 01 Jan 2999 00:00:00 GMT", 7 * 86_400.0),
        ("-5", None),
        ("\u00b2\u00b3", None),
        ("Wed, 25 Nov 99999 10:00:30 GMT", None),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after_is_read(header: str, seconds: float | None) -> None:
    response = Response("http://example.org/", headers={"Retry-After": header.encode("latin-1")})
    assert retry_after_s(response, datetime(2026, 11, 25, 10, tzinfo=UTC)) == seconds


def test_a_long_retry_after_ends_the_visit(site: WordPressSite, desk: Desk) -> None:
    """A host that sends its section's page no more means itself by what it asks for."""
    busy, usual = site.of("tech")[2], site.fallback
    tired: list[str] = []

    def answer(asked: Asked) -> Answer | None:
        if tired or asked.path == busy.path:
            tired.append(asked.path)
            return Answer("busy", 503, {"Retry-After": "3600"})
        return usual(asked)

    site.fallback = answer
    desk.watch("wp", site.url(SECTION), more="delay_s = 0.05")
    desk.crawl("wp")
    assert tired[0] == busy.path
    assert SECTION in tired
    assert len(tired) <= 3  # one more may be under way
    assert desk.link(site.url(busy.path))["state"] == "failed"
    assert desk.link(site.url(busy.path))["reason"] == "rate-limited"
    site.forget()
    crawled = desk.crawl("wp")
    assert "asks to be left alone until" in crawled.ended["error"]
    assert site.asked() == []


def test_a_host_that_is_always_asked_too_much_is_left_alone(
    site: WordPressSite, desk: Desk
) -> None:
    usual, busy = site.fallback, [story.path for story in site.of("tech")]
    site.fallback = lambda asked: (
        Answer("busy", 429, {"Retry-After": "0"}) if asked.path in busy else usual(asked)
    )
    desk.watch("wp", site.url(SECTION), more="delay_s = 0.01")
    crawled = desk.crawl("wp", "--set", "host_failures=4")
    assert "asked too much" in crawled.stderr
    assert len([path for path in site.asked() if path in busy]) <= 5


def dead_process() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_what_was_noted_by_a_clock_that_was_ahead_holds_nothing_up(
    site: WordPressSite, desk: Desk
) -> None:
    """The machine began without the time, some years from now, and was set right since."""
    missing, usual = site.of("tech")[2], site.fallback
    site.fallback = lambda asked: (
        Answer("later", 500) if asked.path == missing.path else usual(asked)
    )
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    assert desk.link(site.url(missing.path))["state"] == "failed"
    site.fallback = usual
    ahead = "2036-01-01 00:00:00.000000"
    desk.change("UPDATE hosts SET retry_after_until = ?, robots_fetched_at = ?", ahead, ahead)
    desk.change("UPDATE listings SET checked_at = ?, ttl_s = 600", ahead)
    desk.change("UPDATE links SET next_check_at = ? WHERE next_check_at IS NOT NULL", ahead)
    desk.change(
        "UPDATE runs SET state = 'running', ended_at = NULL, heartbeat_at = ?, pid = ?",
        ahead, dead_process(),
    )  # fmt: skip
    site.forget()
    crawled = desk.crawl("wp", "--due-only")
    assert (crawled.exit, crawled.ended["error"]) == (0, None)
    assert {"/robots.txt", SECTION, missing.path} <= set(site.asked())
    assert desk.link(site.url(missing.path))["state"] == "stored"
    states = desk.rows("SELECT state FROM runs ORDER BY id")
    assert [row["state"] for row in states] == ["interrupted", "finished"]


def test_a_long_retry_after_of_one_page_is_its_own(site: WordPressSite, desk: Desk) -> None:
    headers = ("3600", "9" * 20, "Wed, 01 Jan 2999 00:00:00 GMT")
    every_other = site.of("tech")[:6:2]
    for story, header in zip(every_other, headers, strict=True):
        site.routes[story.path] = Answer("busy", 429, {"Retry-After": header})
    desk.watch("wp", site.url(SECTION), more="delay_s = 0.05")
    crawled = desk.crawl("wp")
    assert crawled.exit == 0
    assert len(desk.articles()) == len(site.of("tech")) - len(headers)
    for story in every_other:
        assert site.asked(story.path) == [story.path]
        link = desk.link(site.url(story.path))
        assert (link["state"], link["reason"]) == ("failed", "rate-limited")
        moments = [datetime.fromisoformat(link[name]) for name in ("checked_at", "next_check_at")]
        assert timedelta(minutes=45) < moments[1] - moments[0] < timedelta(days=9)
    assert desk.rows("SELECT retry_after_until FROM hosts") == [{"retry_after_until": None}]


def test_a_page_that_is_refused_shows_as_well_that_its_host_still_answers(
    site: WordPressSite, desk: Desk
) -> None:
    """What comes first is a picture, of a host that no list is fetched from."""
    *rest, busy, first = site.of("tech")
    site.routes[first.path] = Answer(b"\x89PNG\r\n\x1a\n" + bytes(2_000))
    site.routes[busy.path] = Answer("busy", 503, {"Retry-After": "7200"})
    cards = "".join(
        f"<article><h2><a href='{site.url(each.path)}'>{each.title}</a></h2></article>"
        for each in (*rest, busy, first)
    )
    with NewsServer({"/tech/": Answer(f"<main><h1>تقنية</h1>{cards}</main>")}) as other:
        desk.watch("wp", other.url("/tech/"), site.host, more="delay_s = 0.05")
        crawled = desk.crawl("wp")
    assert crawled.exit == 0
    asked = site.asked("/tech/")
    assert asked.index(first.path) < asked.index(busy.path)
    assert {row["url"] for row in desk.articles()} == {site.url(each.path) for each in rest}


def test_a_failing_host_is_left_alone(site: WordPressSite, desk: Desk) -> None:
    for story in site.of("tech"):
        site.routes[story.path] = Answer(raw=b"")
    answers = iter([robots("User-agent: *\nAllow: /")])
    site.routes["/robots.txt"] = lambda asked: next(answers, Answer(raw=b""))
    desk.watch("wp", site.url(SECTION), more="delay_s = 0.05")
    crawled = desk.crawl("wp", "--set", "host_failures=4")
    assert len(set(site.asked("/tech/"))) in (4, 5)  # one more may be under way
    assert crawled.ended["counts"]["outcomes"].get("new") is None
    pending = desk.rows("SELECT count(*) AS n FROM links WHERE state = 'pending'")
    assert pending[0]["n"] >= 2


def test_without_a_contact_nothing_is_asked(site: WordPressSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION))
    words = desk.command("wp")
    at = words.index("--contact")
    desk.command = lambda *_: words[:at] + words[at + 2 :]  # type: ignore[method-assign]
    crawled = desk.crawl("wp")
    assert crawled.exit == 2
    assert "--contact" in crawled.stderr
    assert len(crawled.stderr.splitlines()) == 1
    assert site.asked() == []


def test_wrong_requests_are_one_line(desk: Desk) -> None:
    desk.write_source("example", 'section = "https://example.org/"')
    crawled = desk.crawl("exampel")
    assert crawled.exit == 2
    assert crawled.events == [
        {"event": "error", "message": "no source 'exampel'; did you mean example?"}
    ]
    bad = desk.crawl("example", "--since", "yesterday")
    assert bad.exit == 2
    assert "2026-11-25" in bad.stderr


def test_arguments_say_what_the_request_says() -> None:
    request = CrawlRequest("a", db="x.db", limit=3, full=True, settings={"workers": 1})
    assert request.arguments() == [
        "--source", "a", "--db", "x.db", "--limit", "3", "--full", "--set", "workers=1",
    ]  # fmt: skip


def test_a_password_stands_in_no_command_line() -> None:
    url = "postgresql+psycopg://rasid:secret@example.org/rasid"
    request = CrawlRequest("a", db=url)
    assert request.arguments() == ["--source", "a"]
    assert request.environment() == {"RASID_DB": url}
