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
ARTICLE = '<meta property="og:type" content="article">'
OF_DAY = f'{ARTICLE}<meta property="article:published_time" content="2026-11-20T08:00:00Z">'


@pytest.mark.parametrize(
    ("title", "is_notice"),
    [
        ("Privacy Policy", True), ("About this blog", True), ("À propos", True), ("소개", True),
        ("من نحن", True), ("关于我", True), ("归档", True), ("İletişim", True),
        ("About seven boats", False), ("Contact lost", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("dated", ["", DAY])
def test_long_texts_about_a_site(title: str, is_notice: bool, dated: str) -> None:
    found = _read("/pages/x", title, dated + LONG)
    assert (getattr(found, "reason", None) is Reason.NOT_ARTICLE) is is_notice
    signed = _read("/pages/x", title, f"<p class='byline'>By Jane Doe</p>{DAY}{LONG}")
    assert isinstance(signed, Article)
    data = _data(**{"@type": "NewsArticle", "headline": title, "datePublished": "2026-11-20"})
    assert isinstance(_read("/pages/x", title, LONG, data), Article)


@pytest.mark.parametrize("title", ["About", "À propos", "关于", "Archive"])
def test_a_page_below_the_root_that_is_shared_as_none_is_no_article_though_signed(
    title: str,
) -> None:
    data = _data(**{"@type": "Article", "headline": title, "author": {"name": "Jane Doe"}})
    found = _read("/about/", title, DAY + LONG, WEBSITE + data)
    assert getattr(found, "reason", None) is Reason.NOT_ARTICLE
    assert isinstance(_read("/about/", title, DAY + LONG, ARTICLE + data), Article)
    assert isinstance(_read("/films/about/", title, DAY + LONG, WEBSITE + data), Article)
    assert isinstance(_read("/about/", "About seven boats", DAY + LONG, WEBSITE + data), Article)


def test_a_page_about_the_site_whose_name_is_its_first_heading() -> None:
    html = (
        "<html lang='en'><head><title>About | Quay News</title></head><body><header><h1>Quay News"
        f"</h1></header><main><h1>About</h1>{INTRO}</main></body></html>"
    )
    page = Page(f"{SITE}/x/", f"{SITE}/x/", html.encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert getattr(found, "reason", None) is Reason.NOT_ARTICLE


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


def _of_body(called: str, head: str = "") -> Article | Rejected:
    teasers = "".join(f"<h2><a href='/{n}'>Works of Heron</a></h2>{INTRO}" for n in range(3))
    html = (
        f"<html lang='en'><head><title>Heron | Quay News</title>{head}</head>"
        f"<body class='{called}'><main><h1>Heron</h1><p>By Jane Doe, {DAY}</p>{teasers}</main>"
        "</body></html>"
    )
    page = Page(SITE + "/heron", SITE + "/heron", html.encode(), NOW, charset="utf-8")
    return extract_article(page, EMPTY, NOW)


@pytest.mark.parametrize(
    ("called", "reason"),
    [
        ("rtl archive category category-heron category-12 wp-theme-quay", Reason.LISTING_PAGE),
        ("archive tag tag-heron tag-7", Reason.LISTING_PAGE),
        ("archive author author-jane author-2 paged-2", Reason.LISTING_PAGE),
        ("archive tax-topic term-heron term-31", Reason.LISTING_PAGE),
        ("archive date", Reason.LISTING_PAGE),
        ("search search-results", Reason.LISTING_PAGE),
        ("home blog", Reason.LISTING_PAGE),
        ("error404", Reason.ERROR_PAGE),
        ("pas_surlignable page_rubrique", Reason.LISTING_PAGE),
        ("pas_surlignable page_mot", Reason.LISTING_PAGE),
        ("path-taxonomy page-view-taxonomy-term", Reason.LISTING_PAGE),
        ("site com_content view-category layout-blog itemid-101", Reason.LISTING_PAGE),
        ("tag-template tag-heron", Reason.LISTING_PAGE),
        ("feed-view label-view version-1-3-3", Reason.LISTING_PAGE),
        ("frontend portaltype-folder template-listing_view thumbs-on", Reason.LISTING_PAGE),
        ("frontend portaltype-collection template-summary_view", Reason.LISTING_PAGE),
        ("frontend portaltype-plone-site template-author", Reason.LISTING_PAGE),
        ("crx-articleindexpage parent-page-3", Reason.LISTING_PAGE),
    ],
)
@pytest.mark.parametrize("shared", ["", ARTICLE])
def test_a_body_that_the_program_of_a_site_calls_a_list(
    called: str, reason: Reason, shared: str
) -> None:
    result = _of_body(called, shared)
    assert isinstance(result, Rejected)
    assert result.reason is reason


@pytest.mark.parametrize(
    "called",
    [
        "wp-singular post-template-default single single-post postid-7 category-12",
        "archive category category-news",  # a template's own words: no number stands there
        "home single-column",
        "blog blog-post two-column",
        "pas_surlignable page_article",
        "site com_content view-article",
        "post-template tag-heron",
        "item-view version-1-3-3",
        "frontend portaltype-news-item section-news template-newsitem_view",
        "frontend portaltype-document template-document_view",
        "crx-articlepage parent-page-4",
        "page page-id-12 page-template-default",
    ],
)
def test_a_body_that_is_called_otherwise(called: str) -> None:
    assert isinstance(_of_body(called), Article)


def test_a_body_that_is_called_a_list_by_a_page_that_calls_itself_an_article() -> None:
    data = _data(**{"@type": "NewsArticle", "headline": "Heron", "articleBody": "Heron makes."})
    assert isinstance(_of_body("archive date", data), Article)
    assert isinstance(_of_body("archive date", OF_DAY), Article)


@pytest.mark.parametrize(
    "title",
    [
        "О проекте",
        "אודות",
        "当サイトについて",
        "사이트 소개",
        "О редакции",
        "Rólunk",
        "Sobre nosotros",
    ],
)
def test_what_a_site_says_of_itself_by_its_title(title: str) -> None:
    html = f"<head><title>{title} | Quay</title></head><body><h1>{title}</h1>{INTRO}</body>"
    page = Page(SITE + "/page-7", SITE + "/page-7", html.encode(), NOW, charset="utf-8")
    result = extract_article(page, EMPTY, NOW)
    assert isinstance(result, Rejected)
    assert result.reason is Reason.NOT_ARTICLE


LISTED = f"<ul><li><a href='/tech/1'>The works of Seaton begin to make cells</a> {DAY}</li></ul>"


@pytest.mark.parametrize(
    ("path", "title", "body"),
    [
        ("/tag/railways/", "Tag: Railways", LISTED + INTRO),
        ("/category/%D0%BA%D0%BE%D1%81%D0%BC%D0%BE%D1%81/", "Рубрика: Космос", LISTED + INTRO),
        ("/categories/人工智能/", "人工智能 分类", LISTED + INTRO),
        ("/tags/heron-motors", "Heron Motors", LISTED),
    ],
)
def test_a_topic_s_page_that_is_called_as_its_address(path: str, title: str, body: str) -> None:
    for shared in ("", ARTICLE):
        found = _read(path, title, body, shared)
        assert getattr(found, "reason", None) is Reason.LISTING_PAGE


@pytest.mark.parametrize(
    ("path", "title", "head"),
    [
        ("/category/heron-opens-cell-works/", "Heron opens cell works", ""),
        ("/tag/heron/", "Heron Motors begins to make cells of its own in Seaton", ""),
        ("/tag/heron/", "Tag: Heron", OF_DAY),
        ("/heron-motors", "Heron Motors", ""),
    ],
)
def test_an_article_at_a_topic_s_address(path: str, title: str, head: str) -> None:
    assert isinstance(_read(path, title, DAY + INTRO, head), Article)


CARD = (
    '<article typeof="Article"><h2><a href="/2026/{0}">{1}</a></h2><p>By Jane Doe</p>'
    '<meta property="datePublished" content="2026-11-20"><p>The council voted on Tuesday to close '
    "the bridge for repairs, which will last about a year.</p><p>Traders object.</p></article>"
)
ONE = CARD.format("bridge", "The bridge closes")
TWO = ONE + CARD.format("ferry", "A ferry takes its place")


@pytest.mark.parametrize(
    ("title", "body", "is_list"),
    [
        ("Bridges", ONE, True),
        ("Bridges", TWO, True),
        ("Bridges", TWO.replace("h2>", "b>"), False),
        ("The bridge closes", ONE, False),
        ("Bridges", f"{TWO}<article>{INTRO}</article>", False),
        ("Bridges", TWO + INTRO, False),
        ("Bridges", TWO + f"<aside>{INTRO}</aside>", True),
        ("Bridges", TWO.replace("/2026/", "https://other.example/"), False),
        ("Bridges", ONE.replace("/2026/bridge", "/x/y"), False),
        ("Bridges", ONE.replace("/2026/bridge", "/topics/rivers"), False),
        ("Why nobody crosses the river now", ONE, False),
        ("Bridges", CARD.format("bridge", "Transport"), False),
        ("The bridge", ONE.replace("</h2>", "</h2><h3>The bridge</h3>"), False),
        ("Bridges", TWO.replace("h2>", "p>").replace("<p><a", '<p class="entry-title"><a'), True),
    ],
)  # fmt: skip
def test_posts_each_of_which_leads_to_its_own_page(title: str, body: str, is_list: bool) -> None:
    found = _read("/x/y", title, body)
    assert (getattr(found, "reason", None) is Reason.LISTING_PAGE) is is_list
    data = _data(**{"@type": "NewsArticle", "headline": title, "datePublished": "2026-11-20"})
    for said in (data, OF_DAY):
        assert isinstance(_read("/x/y", title, body, said), Article)


NAMES = "".join(
    f"<li><a href='/tags/{name.lower()}/'>{name}</a> {n} entries</li>"
    for n, name in enumerate(("Bridges", "Ferries", "Railways", "Roads", "Canals"), 2)
)


@pytest.mark.parametrize(
    ("path", "rows", "is_list"),
    [
        ("/tags/", NAMES, True),
        ("/", NAMES, False),
        ("/2026/how-we-travel", NAMES, False),
        ("/tags/", f"{NAMES}<li>Two of five people walk to all of these.</li>", False),
        ("/tags/", NAMES.replace(" entries", " entries, of which most are from the year"), False),
    ],
)
def test_rows_each_of_which_names_a_page_below_theirs(path: str, rows: str, is_list: bool) -> None:
    found = _read(path, "What we have", f"<ul>{rows}</ul>")
    assert ("names a page below it" in getattr(found, "detail", "")) is is_list
    called = _read(path, "What we have", f"<ul>{rows}</ul>", OF_DAY)
    assert "names a page" not in getattr(called, "detail", "")


WHOLE = (
    "<p>1 post with this tag</p><div><h2><a href='/2026/bridge'>The bridge over the Leen closes"
    f"</a></h2><div>{LONG}<h2>Who pays</h2>{INTRO}</div></div>"
)


@pytest.mark.parametrize(
    ("path", "title", "body", "is_list"),
    [
        ("/tags/bridges/", "Bridges", WHOLE, True),
        ("/authors/jane-doe/", "Jane Doe", WHOLE, True),
        ("/tags/bridges/", "Bridges close all over the county", WHOLE, False),
        ("/news/bridges/", "Bridges", WHOLE, False),
        ("/topics/bridges/", "Bridges", LONG.replace("cars", "bridges") + WHOLE, False),
        ("/topics/bridges/", "Bridges", WHOLE.replace("/2026/", "https://other.example/"), False),
        ("/topics/bridges/", "Bridges", WHOLE.replace("<h2><a", "<h2>Why? <a"), False),
    ],
)
def test_a_post_in_whole_below_the_name_of_its_topic(
    path: str, title: str, body: str, is_list: bool
) -> None:
    found = _read(path, title, body, OF_DAY)
    assert ("stands below another" in getattr(found, "detail", "")) is is_list
    told = _data(**{"@type": "NewsArticle", "headline": title, "datePublished": "2026-11-20"})
    assert isinstance(_read(path, title, body, told), Article)


ROW = (
    "<li><a href='/2026/bridge'>The bridge over the Leen closes</a> "
    "<time>28 November 2026</time></li>"
)


@pytest.mark.parametrize(
    ("rows", "is_list"),
    [
        (ROW, True),
        (f"{ROW}<li>Two more bridges will be closed next year</li>", False),
        (f"{ROW}</ol>{INTRO}<ol>", False),
        (ROW.replace("/2026/", "https://other.example/"), False),
        (ROW.replace("/2026/bridge", "/x/y"), False),
        (f"{ROW}</ol><p class='byline'>By Jane Doe</p><ol>", False),
    ],
)
def test_rows_each_of_which_leads_to_its_own_page(rows: str, is_list: bool) -> None:
    found = _read("/x/y", "Bridges and ferries", f"<ol>{rows}</ol>")
    assert ("each of its lines" in getattr(found, "detail", "")) is is_list
    called = _read("/x/y", "Bridges and ferries", f"<ol>{rows}</ol>", OF_DAY)
    assert getattr(called, "reason", None) is not Reason.LISTING_PAGE
