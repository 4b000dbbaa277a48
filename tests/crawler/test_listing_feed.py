"""Feeds of every format, whole and broken, give links with what they say."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from crawler.listings import Listing
from crawler.listings.feed import MAX_ITEMS, read_feed
from pipeline.errors import UnusablePage
from pipeline.records import Link, Page, Source

FEED = "http://news.example/feed.xml"
SOURCE = Source(id="x", name="x", section="http://news.example/tech/")


def read(body: str | bytes, *, url: str = FEED, source: Source = SOURCE, name: str | None = None,
         charset: str | None = None, own: bool = False) -> Listing:  # fmt: skip
    data = body if isinstance(body, bytes) else body.encode()
    page = Page(
        requested_url=url,
        final_url=url,
        body=data,
        fetched_at=datetime(2026, 11, 25, tzinfo=UTC),
        charset=charset,
    )
    return read_feed(page, source, name, own=own)


def only(listing: Listing) -> Link:
    assert len(listing.links) == 1
    return listing.links[0]


RSS2 = """<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>News</title><link>http://news.example/</link><language>ar-EG</language>
<item><title><![CDATA[رقاقة &#8220;صقر&#8221; <b>تصل</b>]]></title>
<link>/tech/a?utm_source=rss</link>
<dc:creator>ليلى المنصوري</dc:creator><author>desk@news.example (هيئة التحرير)</author>
<category>تقنية</category><category domain="x">رقائق</category>
<pubDate>Tue, 24 Nov 2026 02:08:00 +0300</pubDate><media:title>not this</media:title></item>
</channel></rss>"""


def test_rss_2() -> None:
    listing = read(RSS2)
    link = only(listing)
    assert (listing.name, listing.language) == ("News", "ar")
    assert link.url == "http://news.example/tech/a"
    assert link.title == "رقاقة “صقر” تصل"
    assert link.authors == ("ليلى المنصوري", "هيئة التحرير")
    assert link.tags == ("تقنية", "رقائق")
    assert link.published == datetime(2026, 11, 24, 2, 8, tzinfo=timezone(timedelta(hours=3)))


@pytest.mark.parametrize(
    "written",
    [
        "0001-01-01T00:00:00+03:00", "Mon, 01 Jan 0001 00:00:00 +0000", "0001-01-01T00:00:00Z",
        "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01", "9999-12-31T23:59:59-05:00", "",
    ],
)  # fmt: skip
def test_what_stands_for_no_time_is_none(written: str) -> None:
    link = only(read(RSS2.replace("Tue, 24 Nov 2026 02:08:00 +0300", written)))
    assert link.published is None


@pytest.mark.parametrize("zone", ["GMT-0300", "UTC -0300", "-0300"])
def test_an_offset_behind_the_name_of_a_zone_is_no_year(zone: str) -> None:
    written = RSS2.replace("Tue, 24 Nov 2026 02:08:00 +0300", f"Tue, 24 Nov 2026 02:08:00 {zone}")
    assert str(only(read(written)).published).startswith("2026-11-24 02:08:00")


def test_ampersands_that_nobody_escaped_are_kept() -> None:
    link = only(
        read(
            "<rss><channel><item><link>http://news.example/tech/?id=12&cat=3&x=&#52;</link>"
            "<title>Q&A with R&amp;D: caf&eacute; &laquo;un&raquo; & more</title>"
            "<description><![CDATA[a & b &nbsp; c]]></description></item></channel></rss>"
        )
    )
    assert link.url == "http://news.example/tech/?id=12&cat=3&x=4"
    assert link.title == "Q&A with R&D: café «un» & more"


def test_rss_1() -> None:
    link = only(
        read(
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
            ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            '<channel rdf:about="x"><title>N</title></channel>'
            '<item rdf:about="http://news.example/a"><title>T</title><dc:date>2026-11-24</dc:date>'
            "<dc:subject>Tech</dc:subject></item></rdf:RDF>"
        )
    )
    assert (link.url, link.title, link.tags) == ("http://news.example/a", "T", ("Tech",))
    assert link.published == date(2026, 11, 24)


def test_rss_091_without_dates() -> None:
    link = only(
        read(
            '<rss version="0.91"><channel><title>N</title><item><title>T</title>'
            "<link>http://news.example/a</link></item></channel></rss>"
        )
    )
    assert (link.published, link.authors) == (None, ())


def test_atom_with_bases() -> None:
    listing = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="http://news.example/blog/">'
        '<title>N</title><link rel="self" href="x"/><link rel="next" href="/feed.xml?page=2"/>'
        '<entry xml:base="2026/"><title type="html">A &amp;lt;i&gt;new&amp;lt;/i&gt; chip</title>'
        '<link rel="enclosure" href="a.mp3"/><link rel="alternate" href="a"/>'
        "<author><name>Maya</name></author><author><name>Tom</name></author>"
        '<category term="tech" label="Technology"/><updated>2026-11-25T00:00:00Z</updated>'
        "<published>2026-11-24T08:00:00Z</published></entry></feed>"
    )
    link = only(listing)
    assert link.url == "http://news.example/blog/2026/a"
    assert link.title == "A new chip"
    assert link.authors == ("Maya", "Tom")
    assert link.tags == ("Technology",)
    assert link.published == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert listing.next_urls == ("http://news.example/feed.xml?page=2",)
    assert listing.language == "en"


def test_the_next_page_of_a_feed_with_a_base() -> None:
    listing = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://news.example/"><title>N</title>'
        '<link rel="next" href="tech/feed?page=2"/><entry><title>A</title><link href="a"/></entry>'
        "</feed>",
        url="http://news.example/tech/feed",
    )
    assert listing.next_urls == ("http://news.example/tech/feed?page=2",)


def test_a_day_of_change_is_no_day_of_publication() -> None:
    link = only(
        read(
            '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><link href="/a"/>'
            "<updated>2026-11-25T00:00:00Z</updated></entry></feed>"
        )
    )
    assert link.published is None


def test_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "N",
        "language": "en-GB",
        "home_page_url": "http://news.example/",
        "next_url": "http://news.example/feed2.json",
        "items": [
            {"id": "1", "url": "a", "title": "T", "date_published": "2026-11-24T08:00:00+02:00",
             "authors": [{"name": "Maya"}], "tags": ["Tech", 3]},
            {"id": "http://news.example/b", "author": {"name": "Tom"}},
            {"id": "3"},
            "none",
        ],
    }  # fmt: skip
    listing = read(json.dumps(feed), url="http://news.example/feed.json")
    assert [link.url for link in listing.links] == [
        "http://news.example/a",
        "http://news.example/b",
    ]
    assert listing.links[0].tags == ("Tech",)
    assert listing.links[1].authors == ("Tom",)
    assert listing.next_urls == ("http://news.example/feed2.json",)


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<guid>http://news.example/g</guid>", "http://news.example/g"),
        ('<guid isPermaLink="false">http://news.example/g</guid>', None),
        ("<guid>tag:news.example,2026:1</guid>", None),
        ("<link/>http://news.example/tail", "http://news.example/tail"),
        ("<link>http://proxy.example/1</link><o:origLink xmlns:o='http://o'>/a</o:origLink>",
         "http://news.example/a"),
        ("<link>http://other.example/a</link>", None),
        ("<link>http://news.example/a.mp3</link>", None),
        ("<link>javascript:alert(1)</link>", None),
    ],
)  # fmt: skip
def test_addresses_of_items(item: str, url: str | None) -> None:
    listing = read(f"<rss><channel><item><title>T</title>{item}</item></channel></rss>")
    assert [link.url for link in listing.links] == ([url] if url else [])


@pytest.mark.parametrize(
    "body",
    [
        "\n\n  " + RSS2,
        "\ufeff" + RSS2,
        RSS2.replace("</item>", "<description>a & b &nbsp; <br> c</description></item>"),
        RSS2.replace("<link>", "<description>a <br> b</description><link>"),
        "<br />\n<b>Warning</b>: line 3\n" + RSS2,
        RSS2.replace("</channel></rss>", ""),
        RSS2.replace('xmlns:dc="http://purl.org/dc/elements/1.1/"', ""),
    ],
    ids=[
        "blank lines",
        "byte order mark",
        "bare entities",
        "tag before the address",
        "warnings",
        "cut off",
        "undeclared prefix",
    ],
)
def test_broken_xml_is_mended(body: str) -> None:
    link = only(read(body))
    assert link.url == "http://news.example/tech/a"
    assert link.authors[0] == "ليلى المنصوري"


@pytest.mark.parametrize("fault", ["\x0b", "\x02", "<b>", "&#11;", "&nope;"])
def test_a_fault_in_a_feed_takes_no_ampersand_behind_it(fault: str) -> None:
    link = only(
        read(
            f"<rss><channel><description>a {fault} b</description><item>"
            "<link>/tech/?id=12&amp;cat=3</link><title>AT&amp;T &lt; 5</title>"
            "</item></channel></rss>"
        )
    )
    assert (link.url, link.title) == ("http://news.example/tech/?id=12&cat=3", "AT&T < 5")


def test_line_breaks_of_html_hold_nothing() -> None:
    item = "<item><title>A {0} <br></title><link>http://news.example/tech/{0}</link></item>"
    body = f"<rss version='2.0'><channel>{item.format('a')}{item.format('b')}</channel></rss>"
    assert [(link.url[-1], link.title) for link in read(body).links] == [("a", "A a"), ("b", "A b")]


def test_windows_1256() -> None:
    body = RSS2.replace('<?xml version="1.0"?>', "").replace("&#8220;", "").replace("&#8221;", "")
    assert only(read(body.encode("windows-1256"), charset="windows-1256")).tags[0] == "تقنية"
    declared = f'<?xml version="1.0" encoding="windows-1256"?>{body}'
    assert only(read(declared.encode("windows-1256"))).tags[0] == "تقنية"


def test_entities_are_not_resolved() -> None:
    listing = read(
        '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa">'
        '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>T&f;&b;</title>'
        "<link>/a</link></item></channel></rss>"
    )
    assert only(listing).title == "T&f;&b;"


@pytest.mark.parametrize("body", ["", "{", "[]", '{"items": 3}', "<html><p>x</p></html>", "text"])
def test_what_is_no_feed_is_empty(body: str) -> None:
    assert read(body) == Listing()


def test_a_page_that_the_file_gives_as_a_feed_is_told() -> None:
    page = "<!DOCTYPE html><html><body><a href='/tech/1'>One of the stories</a></body></html>"
    assert read(page) == Listing()
    with pytest.raises(UnusablePage, match="not-feed: a page of HTML"):
        read(page, source=replace(SOURCE, feeds=(FEED,)))


def test_of_a_whole_site_every_item_is_certain() -> None:
    item = "<rss><channel><item><title>T</title><link>/a</link></item></channel></rss>"
    assert not only(read(item)).certain
    assert only(read(item, source=replace(SOURCE, section="http://news.example/"))).certain


def test_items_are_bounded() -> None:
    items = "".join(f"<item><link>/a{n}</link></item>" for n in range(MAX_ITEMS + 10))
    assert len(read(f"<rss><channel>{items}</channel></rss>").links) == MAX_ITEMS


@pytest.mark.parametrize(
    ("url", "source", "name", "own", "sure"),
    [
        ("http://news.example/feed.xml", SOURCE, None, False, False),
        ("http://news.example/feed.xml", SOURCE, "تِقنيّة", False, True),
        ("http://news.example/feed.xml", SOURCE, None, True, True),
        ("http://news.example/tech/feed/", SOURCE, None, False, True),
        ("http://news.example/feeds/tech.atom.xml", SOURCE, None, False, True),
        ("http://news.example/feed.xml", Source(id="x", name="x"), None, False, True),
        (FEED, Source(id="x", name="x", section=SOURCE.section, feeds=(FEED,)), None, False, True),
    ],
)
def test_certainty(url: str, source: Source, name: str | None, own: bool, sure: bool) -> None:
    item = "<item><link>/2026/a</link><category>تقنية</category></item>"
    body = f"<rss><channel>{item}</channel></rss>"
    assert only(read(body, url=url, source=source, name=name, own=own)).certain is sure


def test_an_address_below_the_sections_is_certain() -> None:
    body = "<rss><channel><item><link>/tech/a</link></item></channel></rss>"
    assert only(read(body)).certain


SYNDICATION = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("", None),
        ("<ttl>15</ttl>", 900),
        ("<ttl> 60 </ttl>", 3600),
        ("<ttl>0</ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", 3600),
        ("<sy:updatePeriod>\n\thourly\t</sy:updatePeriod><sy:updateFrequency>\n\t4\t"
         "</sy:updateFrequency>", 900),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>",
         86_400),
        ("<sy:updateFrequency>2</sy:updateFrequency>", None),
        ("<ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 3600),
    ],
    ids=["silent", "minutes", "spaces", "zero", "negative", "no-number", "hourly",
         "four-times-an-hour", "frequency-zero", "frequency-alone", "both"],
)  # fmt: skip
def test_how_long_a_feed_may_be_left_alone(channel: str, expected: float | None) -> None:
    item = "<item><link>http://news.example/tech/1</link></item>"
    feed = f'<rss version="2.0" {SYNDICATION}><channel>{channel}{item}</channel></rss>'
    assert read(feed).ttl_s == expected
    assert len(read(feed).links) == 1
