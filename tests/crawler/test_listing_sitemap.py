"""Sitemaps, their indexes, gzip and news extensions."""

from __future__ import annotations

import gzip
import random
from datetime import UTC, datetime

import pytest

from crawler.listings import Listing
from crawler.listings.sitemap import MAX_URLS, read_sitemap
from pipeline.records import Page, Source

URL = "http://news.example/sitemap.xml"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def read(body: str | bytes, section: str | None = "http://news.example/tech/") -> Listing:
    data = body if isinstance(body, bytes) else body.encode()
    page = Page(
        requested_url=URL, final_url=URL, body=data, fetched_at=datetime(2026, 11, 25, tzinfo=UTC)
    )
    return read_sitemap(page, Source(id="x", name="x", section=section))


def test_ampersands_that_nobody_escaped_are_kept() -> None:
    whole = "http://news.example/tech/?id=12&cat=3"
    listing = read(f"<urlset {NS}><url><loc>{whole}</loc></url></urlset>")
    assert [link.url for link in listing.links] == [whole]


def test_urls_newest_first() -> None:
    listing = read(
        f"<urlset {NS}><url><loc>http://news.example/tech/old</loc><lastmod>2026-01-01</lastmod></url>"
        "<url><loc> http://news.example/sport/new </loc>"
        "<lastmod>2026-11-24T10:00:00+02:00</lastmod>"
        "</url><url><loc>/none</loc></url><url><loc>http://other.example/a</loc></url>"
        "<url><loc>http://news.example/tech/</loc></url><url><lastmod>2026-01-01</lastmod></url>"
        "</urlset>"
    )
    assert [(link.url[19:], link.certain) for link in listing.links] == [
        ("/sport/new", False),
        ("/tech/old", True),
        ("/none", False),
        ("/tech/", False),
    ]
    assert all(link.published is None for link in listing.links)


def test_news_sitemap() -> None:
    listing = read(
        f'<urlset {NS} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
        "<url><loc>http://news.example/a</loc><image:image><image:loc>http://news.example/i.jpg"
        "</image:loc><image:title>no</image:title></image:image><news:news><news:publication>"
        "<news:name>N</news:name></news:publication><news:publication_date>2026-11-24T08:00:00Z"
        "</news:publication_date><news:title>عنوان الخبر</news:title></news:news></url></urlset>"
    )
    (link,) = listing.links
    assert (link.url, link.title) == ("http://news.example/a", "عنوان الخبر")
    assert link.published == datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "body",
    [
        "<rss version='2.0'><channel><link>/</link><item><title>A chip</title>"
        "<link>http://news.example/tech/a</link></item></channel></rss>",
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A chip</title>'
        '<link href="/tech/a"/></entry></feed>',
    ],
)
def test_feeds_are_sitemaps_too(body: str) -> None:
    (link,) = read(body).links
    assert (link.url, link.title) == ("http://news.example/tech/a", "A chip")


def test_index_without_terms_authors_and_itself() -> None:
    names = ["wp-sitemap-posts-post-1", "wp-sitemap-taxonomies-category-1", "wp-sitemap-users-1"]
    names += ["post_tag-sitemap", "author-sitemap", "news", "sitemap"]
    entries = "".join(f"<sitemap><loc>/{name}.xml</loc></sitemap>" for name in names)
    listing = read(f"<sitemapindex {NS}>{entries}</sitemapindex>")
    assert listing.sitemaps == (
        "http://news.example/wp-sitemap-posts-post-1.xml",
        "http://news.example/news.xml",
    )


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (["wp-sitemap-posts-post-1", "wp-sitemap-posts-page-1"], 1),
        (["post-sitemap", "post-sitemap2", "page-sitemap"], 2),
        (["sitemap-posts", "sitemap-pages"], 1),
        (["sitemap-pt-post-2026-11", "sitemap-pt-page-2026-10"], 1),
        (["sitemap-page-1", "sitemap-page-2", "sitemap-page-3"], 3),
        (["articles", "pages"], 2),
    ],
)
def test_standing_pages_beside_posts_are_left_out(names: list[str], kept: int) -> None:
    entries = "".join(f"<sitemap><loc>/{name}.xml</loc></sitemap>" for name in names)
    listing = read(f"<sitemapindex {NS}>{entries}</sitemapindex>")
    assert listing.sitemaps == tuple(f"http://news.example/{name}.xml" for name in names[:kept])


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("form", ["xml", "text", "rss"])
def test_an_address_that_is_cut_is_no_address(form: str, packed: bool) -> None:
    """/tech/12 may be another article than /tech/123 is."""
    urls = [f"http://news.example/tech/{number}" for number in range(100, 130)]
    chance = random.Random(1)
    noise = [f"<priority>{chance.random()}</priority>" for _ in urls]
    body = {
        "xml": f"<urlset {NS}>"
        + "".join(f"<url>{n}<loc>{url}</loc></url>" for url, n in zip(urls, noise, strict=True)),
        "text": "\n".join(urls) + "\n",
        "rss": '<rss version="2.0"><channel>'
        + "".join(f"<item>{n}<link>{u}</link></item>" for u, n in zip(urls, noise, strict=True)),
    }[form].encode()
    if packed:
        whole = gzip.compress(body)
        cuts = [whole[:end] for end in range(60, len(whole) - 8, 3)]
    elif form == "text":  # the last line of a text file needs no end
        return
    else:
        cuts = [body[:end] for end in range(len(body) - 80, len(body))]
    for cut in cuts:
        assert {link.url for link in read(cut).links} <= {*urls}


def test_gzip_whole_and_cut() -> None:
    urls = "".join(f"<url><loc>http://news.example/a-{n * 7919}</loc></url>" for n in range(500))
    packed = gzip.compress(f"<urlset {NS}>{urls}</urlset>".encode())
    assert len(read(packed).links) == 500
    assert 0 < len(read(packed[: len(packed) // 2]).links) < 500


def test_text_sitemap() -> None:
    listing = read("http://news.example/a\nhttp://news.example/b\nnot an address\n")
    assert [link.url for link in listing.links] == [
        "http://news.example/a",
        "http://news.example/b",
    ]


def test_cut_off_xml_gives_what_was_there() -> None:
    assert len(read(f"<urlset {NS}><url><loc>/a</loc></url><url><loc>/b").links) >= 1


def test_urls_are_bounded() -> None:
    urls = "".join(f"<url><loc>/a{n}</loc></url>" for n in range(MAX_URLS + 10))
    assert len(read(f"<urlset {NS}>{urls}</urlset>").links) == MAX_URLS + 1


@pytest.mark.parametrize("body", ["", "<html><body>x</body></html>", "\x1f\x8bbroken", "text"])
def test_what_is_no_sitemap_is_empty(body: str) -> None:
    assert read(body.encode("latin-1")) == Listing()


def test_entities_are_not_resolved() -> None:
    listing = read(
        '<!DOCTYPE u [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f"<urlset {NS}><url><loc>/a&f;</loc></url><url><loc>/b</loc></url></urlset>"
    )
    assert all("root" not in link.url for link in listing.links)


def test_without_a_section_all_of_a_sitemap_is_meant() -> None:
    (link,) = read(f"<urlset {NS}><url><loc>/a</loc></url></urlset>", section=None).links
    assert link.certain


@pytest.mark.parametrize(
    ("body", "cut"),
    [
        (f"<urlset {NS}><url><loc>/a</loc></url></urlset>", False),
        (f"<URLSET {NS}><url><loc>/a</loc></url></URLSET>\n<!-- cached at 10:15 -->\n", False),
        (f"<urlset {NS}><url><loc>/a</loc></url>", True),
        ("<sm:urlset xmlns:sm='x'><sm:url><sm:loc>/a</sm:loc></sm:url></sm:urlset>", False),
        (f"<sitemapindex {NS}><sitemap><loc>/a.xml</loc></sitemap><sitemap><lo", True),
        ("http://news.example/a\nhttp://news.example/b", False),
        (f"<urlset {NS}/>", False),
        (f"<urlset {NS} ><url/>", True),
        ("", False),
    ],
)
def test_one_that_ends_amid_itself_is_known(body: str, cut: bool) -> None:
    assert read(body).cut is cut
    packed = gzip.compress(body.encode())
    assert read(packed).cut is cut
