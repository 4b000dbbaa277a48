"""The keys of a source file: what each may hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from crawler.checks import (
    BadValue,
    check_article_rule,
    check_cron,
    check_css,
    check_host_port,
    check_hours,
    check_language,
    check_timezone,
    check_url,
    parse_duration,
)

FIELD_NAMES = ("title", "body", "drop", "authors", "published")
"""The fields that a source file may give selectors for; `drop` names what is no part of them."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a source file: the type its value must have, a check, and an example."""

    type: Any
    example: str
    check: Callable[[Any], Any] | None = None


def _each(check: Callable[[str], str]) -> Callable[[list[str]], tuple[str, ...]]:
    return lambda values: tuple(check(value) for value in values)


def _positive(value: float) -> float:
    if value <= 0:
        raise BadValue("must be above 0")
    return value


_LONGEST_DELAY_S = 3_600
"""A visit takes an hour at most (`crawl_limit_s`): a longer pause between two of its requests is a
slip of the pen."""


def _pause(value: float) -> float:
    if not 0 <= value <= _LONGEST_DELAY_S:  # nan is no number of seconds either
        raise BadValue(f"must be 0 to {_LONGEST_DELAY_S} seconds")
    return value


def _not_empty(value: str) -> str:
    if not value.strip():
        raise BadValue("is empty")
    return value.strip()


KEYS: dict[str, Key] = {
    "name": Key(str, 'name = "Example News"', _not_empty),
    "section": Key(str, 'section = "https://example.org/technology"', check_url),
    "language": Key(str, 'language = "ar"', check_language),
    "enabled": Key(bool, "enabled = true"),
    "every": Key(str, 'every = "30m"', parse_duration),
    "cron": Key(str, 'cron = "0 */2 * * *"', check_cron),
    "timezone": Key(str, 'timezone = "Asia/Dubai"', check_timezone),
    "quiet": Key(str, 'quiet = "23:00-06:00"', check_hours),
    "feeds": Key(list[str], 'feeds = ["https://example.org/feed"]', _each(check_url)),
    "sitemaps": Key(list[str], 'sitemaps = ["https://example.org/sitemap.xml"]', _each(check_url)),
    "wordpress": Key(
        list[str],
        'wordpress = ["https://example.org/wp-json/wp/v2/posts?categories=5"]',
        _each(check_url),
    ),
    "max_pages": Key(int, "max_pages = 3", _positive),
    "delay_s": Key(float, "delay_s = 2.0", _pause),
    "private_hosts": Key(list[str], 'private_hosts = ["127.0.0.1:8000"]', _each(check_host_port)),
    "respect_tdm": Key(bool, "respect_tdm = true"),
    "agency_sign_offs": Key(bool, "agency_sign_offs = true"),
    "verify_tls": Key(bool, "verify_tls = true"),
    "render": Key(bool, "render = false"),
    "links": Key(dict[str, Any], 'links = { article = "h2 > a" }'),
    "fields": Key(dict[str, Any], 'fields = { body = "div.article-body" }'),
}
LINK_KEYS: dict[str, Key] = {
    "article": Key(str, 'article = "h2 > a"', check_article_rule),
    "next": Key(str, 'next = "a.next"', check_css),
}
LISTING_KEYS = ("section", "feeds", "sitemaps", "wordpress")
