"""Front pages: what they are told by, and what is an article all the same."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.errors import Reason, Rejected
from pipeline.extract import extract_article
from pipeline.front_pages import is_home
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
HEADS = (
    "Harbour bridge opens to lorries again",
    "Sixty vineyards lose their whole crop",
    "Why the night ferry is always late",
    "Council votes for a second tram line",
    "Old cinema becomes a swimming hall",
    "Two brothers row around the island",
    "Beekeepers ask for later mowing",
)
TEASERS = "".join(
    f'<div><h3><a href="/{n}-{head.replace(" ", "-").lower()}">{head}</a></h3>'
    f"<p>Number {n} of what the town talked about this week, in few words.</p></div>"
    for n, head in enumerate(HEADS)
)
PROSE = "".join(
    f"<p>The bridge was closed for {n} months, and its keeper says that the steel has been mended "
    f"by hand where {n} lorries a day had worn it down to less than half of its width.</p>"
    for n in range(2, 8)
)
LINKS = "".join(
    f'<div><a href="/{n}/{head.replace(" ", "-").lower()}.html">{head}</a></div>'
    for n, head in enumerate(HEADS)
)
SHORT = "<p>The bridge opens again on Monday. Its keeper says that the steel has been mended.</p>"
FERRY = "<p>The ferry stays in port until the ice has gone, its captain says, for weeks.</p>"
OPENS = "<h1>Harbour bridge opens again</h1>"
CANONICAL = '<link rel="canonical" href="https://news.example/">'
COLLECTION = '<script type="application/ld+json">{"@type": "CollectionPage"}</script>'
DATED = '<meta property="article:published_time" content="2026-11-01T09:00:00Z">'
OG_ARTICLE = '<meta property="og:type" content="article">'


def read(body: str, head: str = "", path: str = "/harbour-bridge-opens") -> Article | Rejected:
    html = f"<html><head><title>Bridge opens</title>{head}</head><body>{body}</body></html>"
    url = f"https://news.example{path}"
    return extract_article(Page(url, url, html.encode(), NOW), EMPTY, NOW)


@pytest.mark.parametrize(
    ("body", "head", "path"),
    [
        (OPENS + SHORT, "", "/"),
        (OPENS + SHORT + LINKS + FERRY, CANONICAL, "/harbour-bridge-opens"),
        (OPENS + SHORT, COLLECTION, "/harbour-bridge-opens"),
        (f"<h1>The town today</h1><main>{TEASERS}</main>", "", "/harbour-bridge-opens"),
        (OPENS + SHORT, "", "/web/20261101000000/https://other.example/"),
        (OPENS + SHORT, OG_ARTICLE, "/"),
        (OPENS + SHORT, COLLECTION + OG_ARTICLE, "/harbour-bridge-opens"),
        (f"<h1>The town today</h1><main>{TEASERS}</main>", OG_ARTICLE, "/harbour-bridge-opens"),
    ],
    ids=[
        "address",
        "canonical",
        "collection",
        "teasers",
        "archived",
        "called-at-home",
        "called-collection",
        "called-teasers",
    ],
)
def test_front_pages(body: str, head: str, path: str) -> None:
    found = read(body, head, path)
    assert isinstance(found, Rejected)
    assert found.reason is Reason.LISTING_PAGE


@pytest.mark.parametrize(
    ("body", "head", "path"),
    [
        (OPENS + PROSE, "", "/"),
        (OPENS + PROSE, CANONICAL, "/harbour-bridge-opens"),
        (OPENS + SHORT, CANONICAL, "/harbour-bridge-opens"),
        (OPENS + SHORT, CANONICAL + DATED, "/harbour-bridge-opens"),
        (OPENS + SHORT, COLLECTION + OG_ARTICLE + DATED, "/harbour-bridge-opens"),
        (OPENS + SHORT, "", "/harbour-bridge-opens"),
    ],
    ids=["prose-at-home", "prose", "called-first-by-mistake", "dated", "called", "short"],
)
def test_articles(body: str, head: str, path: str) -> None:
    assert isinstance(read(body, head, path), Article)


def test_many_links_and_few_words() -> None:
    links = "".join(f'<li><a href="/country/{n}">Country number {n}</a></li>' for n in range(40))
    text = "<h1>Where we are</h1><p>Below is the list of all of our offices.</p>"
    found = read(f"<main>{text}{links}<p>And more elsewhere.</p></main>")
    assert isinstance(found, Rejected)
    assert found.reason is Reason.LISTING_PAGE


def test_homes() -> None:
    assert is_home("https://news.example/")
    assert is_home("https://archive.example/web/20261101000000/https://news.example/")
    assert not is_home("https://archive.example/web/20261101000000/https://news.example/a-word")
    assert not is_home("https://news.example/?p=13")
    for path in ("de", "pt-br", "index.html", "Home"):
        assert is_home(f"https://news.example/{path}")
        assert not is_home(f"https://news.example/{path}/a-word")
    assert not is_home("https://news.example/homecoming")


LINKED = f'<h1><a href="/blog/bridge">Harbour bridge opens again</a></h1>{SHORT}'


def test_a_headline_that_leads_to_another_page_and_is_told_by_nothing_else_is_of_a_list() -> None:
    found = read(LINKED, path="/page2/")
    assert isinstance(found, Rejected)
    assert found.reason is Reason.LISTING_PAGE


@pytest.mark.parametrize(
    ("head", "path"),
    [
        ("", "/blog/bridge/"),
        ('<link rel="canonical" href="https://www.news.example/blog/bridge">', "/4711"),
        ('<meta property="og:title" content="Harbour bridge opens again">', "/4711"),
        ("", "/harbour-bridge-opens-again"),
    ],
)
def test_a_linked_headline_of_an_article(head: str, path: str) -> None:
    assert isinstance(read(LINKED, head, path), Article)


def test_teasers_that_are_cut_off_between_linked_headlines() -> None:
    teaser = (
        "<li><strong><a href='/story-{0}.html'>What the {0} makers of lamps told the town</a>"
        "</strong><br><small>14 November, by Jane Doe</small><div><p>The makers of lamps met in "
        "the town hall for the {0} time, and spoke of glass, of oil and of a winter that{1}</p>"
        "</div></li>"
    )
    words = ("first", "second", "third", "fourth")
    for end in (" (…)", " [...]", "&nbsp;[&hellip;]"):
        items = "".join(teaser.format(word, end) for word in words)
        found = read(f"<main><h1>Lamps</h1><ul>{items}</ul></main>")
        assert isinstance(found, Rejected)
        assert found.reason is Reason.LISTING_PAGE
    below = "".join(teaser.format(word, " (…)") for word in words)
    text = "<p>The town of lamps has a new hall since Monday, and nobody pays for a seat.</p>" * 12
    found = read(f"<main><h1>A hall for lamps</h1>{text}<ul>{below}</ul></main>")
    assert isinstance(found, Article)
