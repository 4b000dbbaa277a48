"""robots.txt as RFC 9309 has it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crawler.fetching.robots import ROBOTS_BYTES, decode_robots, is_fresh, read_robots

URL = "https://example.org/private/a?b=1"
NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "allowed", "reachable"),
    [(200, False, True), (301, True, True), (403, True, True), (404, True, True),
     (410, True, True), (429, False, False), (500, False, False), (503, False, False),
     (None, False, False)],
)  # fmt: skip
def test_status(status: int | None, allowed: bool, reachable: bool) -> None:
    robots = read_robots(status, "User-agent: *\nDisallow: /private/")
    assert robots.allows(URL) is allowed
    assert robots.reachable is reachable


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\nUser-agent: Rasid\nAllow: /", True),
        ("User-agent: rasid\nDisallow: /\nUser-agent: *\nAllow: /", False),
        ("User-agent: *\nDisallow: /\nAllow: /private/", True),
        ("User-agent: *\nDisallow: /*?b=", False),
        ("User-agent: *\nDisallow: /private/a$", True),
        ("User-agent: Other\nDisallow: /", True),
        ("<html>not a robots file</html>", True),
        ("User-agent: rasid/1.0\nDisallow: /", False),
        ("User-agent: ra\nUser-agent: rasidbot\nDisallow: /", True),
        ("user agent rasid\rDissallow /private/\r", False),
        ("User-agent: a\nUser-agent: *\nUser-agent: b\nDisallow: /", False),
        ("User-agent: rasid\nContent-Signal: search=yes\nUser-agent: *\nDisallow: /", True),
        ("User-agent: rasid\nAllow: /x\nUser-agent: RASID\nDisallow: /private/", False),
        ("Sitemap: /s.xml\nUser-agent: *\nSitemap: /t.xml\nDisallow: /", False),
    ],
)
def test_rules(text: str, allowed: bool) -> None:
    assert read_robots(200, text).allows(URL) is allowed


def test_crawl_delay_and_sitemaps() -> None:
    text = "User-agent: *\nCrawl-delay: 2.5\nSitemap: https://example.org/s.xml\n"
    robots = read_robots(200, text)
    assert robots.crawl_delay_s == 2.5
    assert robots.sitemaps == ("https://example.org/s.xml",)
    assert read_robots(404, None).crawl_delay_s is None


def test_thousands_of_agents_over_thousands_of_rules() -> None:
    agents = [f"User-agent: a{n}" for n in range(20_000)]
    rules = [f"Disallow: /x{n}" for n in range(10_000)]
    text = "\n".join(
        [*agents, "User-agent: *", "User-agent: GPTBot", *rules, "Content-Signal: x=y"]
    )
    robots = read_robots(200, text)
    assert robots.allows(URL)
    assert not robots.allows("https://example.org/x9999")
    assert robots.content_signal == ("x=y",)
    assert robots.ai_groups == ("GPTBot",)
    assert robots.forbidden_agents("https://example.org/x5") == ("GPTBot",)


def test_only_the_first_500_kib_are_read() -> None:
    body = b"User-agent: *\nDisallow: /a\n" + b"# x\n" * ROBOTS_BYTES
    text = decode_robots(body)
    assert len(text) <= ROBOTS_BYTES
    assert text.endswith("# x")
    assert not read_robots(200, text).allows("https://example.org/a")


def test_how_long_an_answer_holds() -> None:
    assert is_fresh(NOW - timedelta(hours=23), 200, NOW)
    assert not is_fresh(NOW - timedelta(hours=25), 200, NOW)
    assert is_fresh(NOW - timedelta(seconds=50), 503, NOW)
    assert not is_fresh(NOW - timedelta(seconds=70), None, NOW)
    assert not is_fresh(None, None, NOW)
