"""Pages among a site's articles that are none: jobs, events, topics, tables of rates."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from pipeline.errors import Reason, Rejected
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Link, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SITE = "https://quay.example"
INTRO = (
    "<p>Heron Motors makes cars and the cells for them. It was founded in 1998 and has nine "
    "thousand people in four countries. All of our news on it stands here.</p>"
)
TEASERS = "".join(
    f"<article><a href='/tech/{n}'><h3>The works of {town} begin to make cells</h3></a></article>"
    for n, town in enumerate(("Seaton", "Quay", "Ardley", "Holm", "Leeds", "Perth"))
)
LONG = "".join(INTRO.replace("1998", str(year)) for year in range(1990, 1996))
DAY = "<time datetime='2026-11-20'>20 November 2026</time>"


def _read(
    path: str, title: str, body: str, head: str = "", link: Link | None = None
) -> Article | Rejected:
    html = (
        f"<html lang='en'><head><title>{title} | Quay News</title>{head}</head><body><header>"
        f"<nav><a href='/'>Home</a></nav></header><main><h1>{title}</h1>{body}</main></body></html>"
    )
    url = SITE + path
    page = Page(url, url, html.encode(), NOW, charset="utf-8", link=link)
    return extract_article(page, EMPTY, NOW)


def _data(**node: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


WEBSITE = '<meta property="og:type" content="website">'


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("JobPosting", "of a job"),
        ("Event", "of an event"),
        ("MusicEvent", "of an event"),
        ("PodcastSeries", "of a video or a recording"),
        ("AboutPage", "of the site itself"),
        ("ContactPage", "of the site itself"),
        ("Product", "of something for sale"),
    ],
)
def test_what_a_page_says_that_it_is_of(kind: str, said: str) -> None:
    head = _data(**{"@type": kind, "name": "Heron"})
    refused = _read("/12", "Heron in the harbour hall", INTRO, head)
    assert isinstance(refused, Rejected)
    assert refused.reason is Reason.NOT_ARTICLE
    assert said in (refused.detail or "")
    told = _data(**{"@type": "NewsArticle", "headline": "Heron in the harbour hall"})
    assert isinstance(_read("/12", "Heron in the harbour hall", INTRO, head + told), Article)


@pytest.mark.parametrize(
    ("path", "head"),
    [("/tag/heron", ""), ("/تصنيف/heron/", ""), ("/heron", WEBSITE), ("/themen/heron", "")],
)
def test_an_introduction_to_a_topic_above_its_articles(path: str, head: str) -> None:
    refused = _read(path, "Heron Motors", INTRO + TEASERS, head)
    assert isinstance(refused, Rejected)
    assert refused.reason is Reason.LISTING_PAGE


@pytest.mark.parametrize(
    ("path", "title", "above", "head", "link"),
    [
        ("/heron", "Heron Motors", "", "", None),
        ("/heron", "Heron Motors opens works in Seaton", "", WEBSITE, None),
        ("/tag/heron", "Heron Motors", DAY, "", None),
        ("/tag/heron", "Heron Motors", "", "", Link(SITE + "/tag/heron", SITE, title="Heron")),
        ("/tag/heron", "Heron Motors", LONG, "", None),
        ("/tag/heron/2026/works-open.html", "Heron Motors", "", "", None),
    ],
)
def test_an_article_above_others_stays(
    path: str, title: str, above: str, head: str, link: Link | None
) -> None:
    assert isinstance(_read(path, title, above + INTRO + TEASERS, head, link), Article)


RATES = "".join(f"<tr><td>{c}</td><td>{c}.23</td><td>{c}.41</td></tr>" for c in range(1, 9))


def test_rows_alone_without_a_day_are_no_article() -> None:
    refused = _read("/rates", "Exchange rates", f"<table>{RATES}</table>")
    assert isinstance(refused, Rejected)
    assert refused.reason is Reason.NOT_ARTICLE
    assert isinstance(_read("/rates", "Exchange rates", f"{DAY}<table>{RATES}</table>"), Article)
    assert isinstance(_read("/rates", "Exchange rates", f"{INTRO}<table>{RATES}</table>"), Article)
