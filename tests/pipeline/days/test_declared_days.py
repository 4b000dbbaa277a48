"""Days under names of a site's own: in meta elements, and in the scripts that count readers."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from pipeline.days.dates import extract_dates
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.records import Moment, Origin

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TITLE = "<h1>A story</h1>"
LINE = "<p class='x'>14 November 2026</p>"
TEXT = "<p>The council voted to close the bridge, and nobody knows for how long it is to stay.</p>"


def _published(head: str, day: str = "") -> Moment | None:
    doc = parse_text(f"<head>{head}</head>{TITLE}{day}{TEXT}", "https://news.example/story")
    return extract_dates(doc, read_metadata(doc), None, NOW).published


@pytest.mark.parametrize(
    "name",
    ["weibo: article:create_at", "article.created", "acme:published-at", "x-pub-date",
     "content_publication_date", "story-date-published", "acme.fecha_publicacion"],
)  # fmt: skip
def test_a_meta_element_that_is_called_the_day_of_publication(name: str) -> None:
    found = _published(f"<meta name='{name}' content='2026-10-22 08:00:00'>")
    assert found == Moment(datetime(2026, 10, 22, 8), Origin.META)


@pytest.mark.parametrize(
    "name",
    ["acme:published-modified", "publisher-since", "unpublish_date", "acme:post-expires-at",
     "site-created", "comments-posted-at", "postal-code"],
)  # fmt: skip
def test_a_meta_element_that_is_called_otherwise(name: str) -> None:
    assert _published(f"<meta name='{name}' content='2026-10-22 08:00:00'>") is None


@pytest.mark.parametrize(
    "script",
    [
        "window.dataLayer=[{'pageType':'article','publishDate':'2026-10-15 07:00','id':7}]",
        "var utag_data={page_type:'story',pub_date:'20261015',upd:'20261018'};",
        "dataLayer.push({article_publication_date: 'Thu, 15 Oct 2026 13:38:07 +0530'})",
        "digitalData.page.datePublished = '2026-10-15T07:00:00Z';",
        "var ct = \"1792047600\"; var msg_title = 'A story'.html(false);",
        "var msg_title = 'A story'; var createTime = '2026-10-15 07:00';",
    ],
)
def test_the_day_that_scripts_which_count_are_told(script: str) -> None:
    found = _published(f"<script>{script}</script>")
    assert found is not None
    assert found.origin is Origin.PAGE_DATA
    assert found.utc.date() == date(2026, 10, 15)


@pytest.mark.parametrize(
    "script",
    [
        "var list=[{publishDate:'2026-10-15'}]",  # nothing that counts
        "dataLayer.push({publishDate:'2026-10-15'},{publishDate:'2026-10-16'})",
        "dataLayer.push({publishDate:'soon'})",
        "dataLayer.push({updateDate:'2026-10-15'})",
        "var ct = '1792047600'; var user = 'x';",  # no message of a channel
    ],
)
def test_scripts_that_tell_no_day_of_publication(script: str) -> None:
    assert _published(f"<script>{script}</script>") is None


def test_a_day_that_the_page_shows_goes_before_that_of_scripts() -> None:
    found = _published(
        "<script>dataLayer.push({publishDate:'2026-10-15'})</script>",
        "<p class='date'>12 October 2026</p>",
    )
    assert found is not None
    assert found.value == date(2026, 10, 12)


def test_a_day_that_is_counted_back_is_the_one_that_scripts_give() -> None:
    script = "<script>var ct = '1792047600'; var msg_title = 'A story';</script>"
    found = _published(script, "<p class='date'>Yesterday</p>")
    assert found is not None
    assert found.utc.date() == date(2026, 10, 15)
    later = script.replace("1792047600", "1796047600")
    shown = _published(later, "<p class='date'>Yesterday</p>")
    assert shown == Moment(date(2026, 11, 24), Origin.TEXT)


def _news(**said: str) -> str:
    node = {"@type": "NewsArticle", "headline": "A story", **said}
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


@pytest.mark.parametrize(
    "head",
    [
        "<meta name='date' content='2026-11-25'>",
        "<meta name='date' content='2026-11-25T11:59:30Z'>",
        _news(datePublished="2026-11-25T11:58:00Z", dateModified="2026-11-25T11:58:00Z"),
        "<meta name='dcterms.created' content='2015-01-01'>",
        "<script type='application/ld+json'>"
        '{"@type":"WebPage","name":"news.example","datePublished":"2019-01-02"}</script>',
    ],
)
def test_the_time_of_reading_and_the_day_of_a_site_are_none_of_publication(head: str) -> None:
    found = _published(f"<title>A story | news.example</title>{head}", LINE)
    assert found is not None
    assert found.value == date(2026, 11, 14)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (_news(datePublished="2026-11-25T08:00:00Z"), date(2026, 11, 25)),
        (_news(datePublished="2026-11-10T08:00:00Z"), date(2026, 11, 10)),
        ("<meta name='dcterms.created' content='2026-11-20'>", date(2026, 11, 20)),
    ],
)
def test_what_metadata_say_otherwise_goes_before_a_line(head: str, told: date) -> None:
    found = _published(head, LINE)
    assert found is not None
    assert found.utc.date() == told


ARTICLE = "itemscope itemtype='https://schema.org/Article'"


@pytest.mark.parametrize(
    "other",
    [
        f"<aside><div {ARTICLE}><meta itemprop='datePublished' content='2026-11-20'>"
        "<a itemprop='url' href='/x'><i itemprop='headline'>A phone</i></a></div></aside>",
        f"<div {ARTICLE}><link itemprop='url mainEntityOfPage' href='/x'>"
        "<span itemprop='datePublished' content='2026-11-20'></span></div>",
        "<div itemscope itemtype='https://schema.org/Comment'>"
        "<time itemprop='dateCreated' datetime='2026-11-20'>20 Nov</time> Nice.</div>",
        "<p>The trial began on <time datetime='2026-11-20'>Friday</time> in three of the hospitals "
        "of the island, its doctors say.</p>",
    ],
)
def test_days_of_other_things_in_microdata_and_sentences_are_not_taken(other: str) -> None:
    assert _published("", other) is None
    found = _published("", LINE + other)
    assert found is not None
    assert found.value == date(2026, 11, 14)


@pytest.mark.parametrize(
    "own",
    [
        f"<div {ARTICLE}><link itemprop='mainEntityOfPage' href='https://news.example/'>"
        "<span itemprop='datePublished' content='2026-11-20'></span></div>",
        f"<div {ARTICLE}><link itemprop='url' href='/story'>"
        "<meta itemprop='datePublished' content='2026-11-20'></div>",
        "<p>By Jane Doe on <time datetime='2026-11-20'>Friday</time></p>",
    ],
)
def test_days_of_the_article_itself_in_microdata(own: str) -> None:
    found = _published("", own)
    assert found is not None
    assert found.value == date(2026, 11, 20)


def test_the_day_of_printing_below_the_text_is_none_of_publication() -> None:
    printed = "<p>طُبع هذا الخبر من موقع طريفة بتاريخ 25/11/2026</p>"
    long = TEXT * 3
    for own, told in (("", None), ("<p>14 نوفمبر 2026</p>", date(2026, 11, 14))):
        doc = parse_text(f"{TITLE}{long}{printed}{own}", "https://news.example/story")
        published = extract_dates(doc, read_metadata(doc), None, NOW).published
        assert (published.value if published else None) == told


@pytest.mark.parametrize(
    ("language", "path", "stamp", "day"),
    [
        ("ar", "/story/2026/11/6/x/67", "11/06/2026 09:17", date(2026, 11, 6)),
        ("ar", "/story/2026/6/11/x/67", "11/06/2026 09:17", date(2026, 6, 11)),
        ("ar", "/story/x/67", "11/06/2026 09:17:00 AM", date(2026, 11, 6)),
        ("ar", "/story/x/67", "11/06/2026 09:17:00", date(2026, 6, 11)),
        ("en-au", "/story/x/67", "11/06/2026 09:17:00 AM", date(2026, 6, 11)),
    ],
)
def test_the_order_of_day_and_month_in_numbers_of_metadata(
    language: str, path: str, stamp: str, day: date
) -> None:
    head = f"<meta property='article:published_time' content='{stamp}'>"
    html = f"<html lang={language}><head>{head}</head>{TITLE}{TEXT}"
    doc = parse_text(html, f"https://news.example{path}")
    found = extract_dates(doc, read_metadata(doc), None, NOW).published
    assert found is not None
    assert found.utc.date() == day


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("A story | Europe | Courier | 28.04.2023", date(2023, 4, 28)),
        ("A story - 28 April 2023 - Courier", date(2023, 4, 28)),
        ("A story | Courier | 25.11.2026", None),
        ("A story | 20230428 | Courier", None),
        ("A story | Budget 2024 | Courier", None),
        ("A story of 28.04.2023 | Courier", None),
    ],
)
def test_a_day_that_stands_alone_in_the_page_s_title(title: str, day: date | None) -> None:
    found = _published(f"<title>{title}</title>")
    assert (found.value if found else None) == day


def test_a_day_below_the_headline_tells_more_than_one_in_the_title() -> None:
    found = _published("<title>A story | 28.04.2023 | Courier</title>", LINE)
    assert found == Moment(date(2026, 11, 14), Origin.TEXT)
