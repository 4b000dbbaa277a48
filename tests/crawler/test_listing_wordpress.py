"""Answers of the WordPress REST API."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from crawler.listings import Listing
from crawler.listings.discovery import all_posts_url, category_url, posts_url
from crawler.listings.wordpress import read_posts
from pipeline.records import Page, Source

API = "http://news.example/wp-json/"
SOURCE = Source(id="x", name="x", section="http://news.example/category/tech/")


def read(data: object, url: str, headers: tuple[tuple[str, str], ...] = ()) -> Listing:
    page = Page(
        requested_url=url,
        final_url=url,
        body=data if isinstance(data, bytes) else json.dumps(data).encode(),
        fetched_at=datetime(2026, 11, 25, tzinfo=UTC),
        headers=headers,
    )
    return read_posts(page, SOURCE)


POST = {
    "link": "http://news.example/2026/11/a/",
    "date": "2026-11-24T02:08:00",
    "date_gmt": "2026-11-23T23:08:00",
    "title": {"rendered": "Chips &#8211; <em>again</em>"},
    "categories": [3],
}


def test_posts_of_a_category() -> None:
    (link,) = read([POST], posts_url(API, 3)).links
    assert (link.url, link.title) == ("http://news.example/2026/11/a/", "Chips – again")
    assert link.published == datetime(2026, 11, 23, 23, 8, tzinfo=UTC)
    assert link.certain


def test_posts_of_other_categories_than_the_one_asked_for_are_told() -> None:
    posts = [POST | {"link": f"/p{n}", "categories": [3 if n % 3 else 7, 8]} for n in range(3)]
    assert read(posts, posts_url(API, 7)).others == {
        "http://news.example/p1",
        "http://news.example/p2",
    }
    assert read(posts, posts_url(API, 3)).others == {"http://news.example/p0"}
    assert not read(posts, API + "wp/v2/posts").others


def test_posts_of_the_whole_site_are_not_certain() -> None:
    (link,) = read([POST], API + "wp/v2/posts").links
    assert not link.certain


@pytest.mark.parametrize(
    ("count", "total", "follows"),
    [
        (100, "3", True),
        (100, "1", False),
        (100, None, True),
        (7, None, False),
        (20, None, True),
        (5, None, False),
        (20, "1", False),
    ],
)
def test_next_page(count: int, total: str | None, follows: bool) -> None:
    headers = (("x-wp-totalpages", total),) if total else ()
    posts = [POST | {"link": f"/p{n}"} for n in range(count)]
    listing = read(posts, posts_url(API, 3), headers)
    assert len(listing.links) == count
    assert [url.endswith("&page=2") for url in listing.next_urls] == ([True] if follows else [])


@pytest.mark.parametrize(
    ("url", "data", "posts"),
    [
        (API, {"name": "News", "namespaces": ["oembed/1.0", "wp/v2"]}, all_posts_url(API)),
        (f"{API}wp/v2/categories/3", {"id": 3, "slug": "tech", "count": 9}, posts_url(API, 3)),
    ],
)
def test_where_an_address_leads_to_posts(url: str, data: object, posts: str) -> None:
    assert read(data, url).wordpress == (posts,)


def test_what_php_warns_of_before_the_answer() -> None:
    warned = b"<br />\n<b>Deprecated</b>: dynamic {property} in <b>x.php</b><br />\n"
    assert len(read(warned + json.dumps([POST]).encode(), posts_url(API, 3)).links) == 1


def test_a_category_is_looked_up() -> None:
    asked = category_url("http://news.example/?rest_route=/", "تقنية")
    answer = [{"id": 4, "slug": "other"}, {"id": 3, "slug": "%d8%aa%d9%82%d9%86%d9%8a%d8%a9"}]
    assert read(answer, asked).wordpress == (posts_url("http://news.example/?rest_route=/", 3),)


@pytest.mark.parametrize(
    "data", [b"", b"<html>", {"code": "rest_no_route"}, [], [3], [{"link": 3}]]
)
def test_what_is_no_answer_is_empty(data: object) -> None:
    assert read(data, posts_url(API, 3)) == Listing()


def test_pages_and_foreign_links_are_left_out() -> None:
    posts = [POST | {"link": "http://other.example/a"}, POST | {"type": "page"}]
    assert read(posts, posts_url(API, 3)).links == ()
