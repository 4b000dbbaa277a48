"""Names of menus, of platforms and of those whom a text is about."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.page.html import parse_text
from pipeline.people.authors import extract_authors
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TEXT = "".join(
    f"<p>{line}</p>"
    for line in (
        "The council voted on Tuesday to close the bridge for repairs that will last a year.",
        "Nobody had looked after it since the harbour moved, as the engineers told the council.",
    )
)


def _authors(body: str, title: str = "The bridge is shut", head: str = "", url: str = "") -> object:
    html = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    doc = parse_text(html, url or "https://news.example/story")
    return extract_authors(doc, read_metadata(doc))


def test_a_place_in_a_menu_is_no_byline() -> None:
    menu = "<ul><li class='topnavi_aut'><a href=/cars>Courier Cars</a></li></ul>"
    assert _authors(f"<div>{menu}</div><main><h1>The bridge is shut</h1>{TEXT}</main>") == ()


def test_a_platform_that_one_may_follow_is_no_author() -> None:
    follow = "<p>Follow me on <a href='https://b.example/profile/quay'>Bluesky</a></p>"
    assert _authors(f"<main><h1>The bridge is shut</h1>{TEXT}{follow}</main>") == ()


def test_whom_the_headline_names_is_filed_under_and_wrote_nothing() -> None:
    title = "Jane Doe's old bridge is shut"
    filed = "<div>Filed under <a href='/person/jane-doe/'>Jane Doe</a></div>"
    assert _authors(f"<article><h1>{title}</h1>{TEXT}{filed}</article>", title) == ()
    other = filed.replace("Doe", "Roe")
    assert _authors(f"<article><h1>{title}</h1>{TEXT}{other}</article>", title) == ("Jane Roe",)


def test_the_parts_of_one_house_in_a_menu_wrote_nothing() -> None:
    head = "<meta property='article:author' content='港網科技'>"
    links = " | ".join(
        f"<a href=/{n}>港網{name}</a>" for n, name in enumerate(("手機", "科技", "首頁", "導航"))
    )
    page = (
        f"<div>{links}</div><main><h1>橋樑關閉一年</h1><p>市議會週二投票決定關閉橋樑。</p></main>"
    )
    assert _authors(page, "橋樑關閉一年", head) == ("港網科技",)


def test_who_has_a_site_of_their_own_wrote_what_it_says_so_of() -> None:
    head = "<meta name=author content='Jane Doe'>"
    page = f"<main><h1>The bridge is shut</h1>{TEXT}</main>"
    title = "The bridge is shut - Jane Doe"
    assert _authors(page, title, head, "https://janedoe.example/a/1") == ("Jane Doe",)


def test_a_writer_behind_the_last_bar_of_a_line_that_begins_with_the_day() -> None:
    line = (
        "<div class=bar>发表于<span>2026-11-20 21:30</span>| <span>1164次阅读</span>| "
        "来源<span>港网</span>| 作者<span>魏明</span></div>"
    )
    page = f"<main><h1>桥梁关闭一年</h1>{line}<p>市议会周二投票决定关闭桥梁。</p></main>"
    assert _authors(page, "桥梁关闭一年") == ("魏明",)


def test_all_who_sign_in_the_first_line_wrote_the_text() -> None:
    lines = "".join(
        f"<p>{line}</p>"
        for line in (
            "海岸新闻记者 段明超 魏港",
            "市议会周二投票决定关闭港口的旧桥，工程师说修缮需要整整一年的时间，费用由省里承担。",
            "岛上的居民每天要多绕行半个小时，商店担心冬天没有顾客，渡轮从星期一开始运行。",
        )
    )
    html = (
        f"<html><title>桥梁关闭一年</title><article><h1>桥梁关闭一年</h1>{lines}</article></html>"
    )
    url = "https://news.example/story"
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ("段明超", "魏港")


def test_whom_a_sentence_links_wrote_nothing() -> None:
    """A link to a person's page amid a sentence is to whom the text tells of."""
    link = "<a href='/person/jane-roe'>Jane Roe</a>"
    page = "<article><h1>The bridge is shut</h1>{}<p>{}</p>{}</article>"
    told = f"Last year's engineer, {link}, says that nobody asked her about the bridge."
    assert _authors(page.format(TEXT, told, TEXT)) == ()
    signed = f"This text by {link} was first printed in the Courier."
    assert _authors(page.format(TEXT, signed, "")) == ("Jane Roe",)


def test_who_took_the_picture_above_the_text_wrote_nothing() -> None:
    picture = (
        "<div><img src=a.jpg> <span class='byline photo-byline'>Photo by John Roe</span></div>"
    )
    page = f"<article><h1>The bridge is shut</h1>{picture}{TEXT}</article>"
    assert _authors(page) == ()


def test_the_one_of_several_who_has_no_page_wrote_with_them() -> None:
    links = "<a href='/authors/2'>JOHN ROE</a>, <a href='/authors/3'>JO POE</a>"
    line = f"<div class=author>By JANE DOE, {links}</div>"
    page = f"<article><h1>The bridge is shut</h1>{line}{TEXT}</article>"
    assert _authors(page) == ("JANE DOE", "JOHN ROE", "JO POE")


def test_a_byline_ends_before_the_box_of_who_reviewed_it() -> None:
    reviewed = (
        "<div>Published: 15 May 2026</div><div>Reviewed by John Roe, MD, who teaches at the "
        "University of Leeds, and by Jo Poe, who is a nurse planner at the hospital of the city"
        "</div>"
    )
    line = f"<div class=byline><span>By Jane Doe, Contributing Writer{reviewed}</span></div>"
    page = f"<article><h1>The bridge is shut</h1>{line}{TEXT}</article>"
    assert _authors(page) == ("Jane Doe",)


@pytest.mark.parametrize("told", ["ما حدث", "ما جرى"])
def test_a_heading_of_the_text_that_speaks_of_writing_names_nobody(told: str) -> None:
    body = (
        "<main><h2>قراءة الأمر مرتين</h2><h2>إبقاء الخادم القديم</h2><p>ما زال يعمل، ولا يجرؤ أحد "
        f"على إطفائه.</p><h2>كتابة {told}</h2><p>وهذا ما تقرؤونه الآن، سطرًا بعد سطر.</p></main>"
    )
    doc = parse_text(f"<html lang='ar'><body>{body}</body></html>", "https://news.example/story")
    assert extract_authors(doc, read_metadata(doc)) == ()


@pytest.mark.parametrize("key", ["review", "reviews", "comments"])
def test_who_reviews_what_a_page_is_about_did_not_write_it(key: str) -> None:
    reader = (
        '{"@type": "Review", "author": {"@type": "Person", "name": "Jo Poe"}, '
        '"datePublished": "2026-10-17"}'
    )
    data = (
        '{"@type": "Recipe", "name": "The bridge is shut", "datePublished": "2026-05-03", '
        f'"author": {{"@type": "Person", "name": "Jane Doe"}}, "{key}": [{reader}]}}'
    )
    head = f"<script type='application/ld+json'>{data}</script>"
    assert _authors(f"<main><h1>The bridge is shut</h1>{TEXT}</main>", head=head) == ("Jane Doe",)


@pytest.mark.parametrize(
    "name", ["Jane @ Quay Courier", "Jane - Quay Courier", "Jane · Quay Courier"]
)
def test_a_sign_before_the_house_goes_with_it(name: str) -> None:
    data = f'{{"@type": "Article", "author": {{"@type": "Person", "name": "{name}"}}}}'
    head = (
        "<meta property='og:site_name' content='Quay Courier'>"
        f"<script type='application/ld+json'>{data}</script>"
    )
    assert _authors(f"<main><h1>The bridge is shut</h1>{TEXT}</main>", head=head) == ("Jane",)


@pytest.mark.parametrize(
    "box",
    [
        "<p><a href='/author/jane/'>View all author posts →</a></p>",
        "<p><a href='/profile/AddToList?id=7'>Add to Reading List</a></p>",
        "<p><a href='/author/jane/'>View Staff Page</a></p>",
        "<p><a href='/author/jane/'>View Other Stories By This Writer</a></p>",
        "<div class=side-by-side><a href=/order>Order Online</a></div>",
        "<div class='sort-by-list'><a href=/order>Newest First</a></div>",
        "<div class=reviewAuthor>Customer Relations</div>",
        "<a class='reviewer-name' href='/profile/JoPoe'>Jo Poe</a>",
        "<div><a href='javascript:window.print()'>Printer Friendly</a></div>",
    ],
)
def test_buttons_and_readers_are_no_authors(box: str) -> None:
    assert _authors(f"<main><h1>The bridge is shut</h1>{box}{TEXT}</main>") == ()


def test_a_picture_called_as_the_headline_names_nobody() -> None:
    title = "Beautiful Burger Buns"
    data = '{"@type": "Article", "author": {"@type": "Organization", "name": "Quay Kitchen"}}'
    head = f"<script type='application/ld+json'>{data}</script>"
    trail = "<nav><a href=/kitchen>Recipes of the kitchen</a></nav>"
    hero = f"<div><img src=/b.jpg alt='{title}'></div><div>{trail}<h1>{title}</h1></div>"
    page = f"<div>{hero}</div><article><h1>{title}</h1>{TEXT}</article>"
    assert _authors(page, title, head) == ("Quay Kitchen",)


@pytest.mark.parametrize(
    "name", ["This Wachter", "Read Montague", "See Kok Luen", "Mehr Afshan", "Alle Srinivas"]
)
def test_names_that_begin_as_what_a_button_says(name: str) -> None:
    line = f"<p class=byline>By <a href='/author/7' rel=author>{name}</a></p>"
    assert _authors(f"<main><h1>The bridge is shut</h1>{line}{TEXT}</main>") == (name,)


def test_a_key_that_begins_with_a_capital_is_read() -> None:
    data = (
        '{"@type": "Recipe", "name": "The bridge is shut", "datePublished": "2026-05-03", '
        '"Author": {"@type": "Person", "name": "Jane Doe"}}'
    )
    head = f"<script type='application/ld+json'>{data}</script>"
    assert _authors(f"<main><h1>The bridge is shut</h1>{TEXT}</main>", head=head) == ("Jane Doe",)


@pytest.mark.parametrize(
    "line",
    [
        "投稿者： 山田太郎 投稿日： 2026年11月25日",
        "投稿者: 山田太郎 | 投稿日: 2026年11月25日",
        "作成者: 山田太郎 公開日: 2026年11月25日",
    ],
)
def test_the_label_of_a_day_behind_a_japanese_name_is_none(line: str) -> None:
    body = (
        f"<main><h1>橋が閉まる</h1><p>{line}</p><p>市議会は火曜日、橋を閉じると決めた。</p></main>"
    )
    assert _authors(body, "橋が閉まる") == ("山田太郎",)
