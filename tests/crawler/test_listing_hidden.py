"""Lists whose links only a script would follow."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from crawler.listings.records import Listing
from crawler.listings.section import read_section
from pipeline.memory import EMPTY
from pipeline.records import Link, Page, Source

SECTION = "https://news.example/tech/"
TITLES = [f"الشركة رقم {n} تكشف عن هاتف جديد قابل للطي" for n in range(5)]
PATHS = [f"/2026/11/a-story-of-number-{n}" for n in range(5)]
WANTED = [f"https://news.example{path}" for path in PATHS]
MENU = '<nav><a href="/">الرئيسية</a><a href="/sport/">رياضة</a><a href="/about/">عنا</a></nav>'


def read(body: str, head: str = "") -> Listing:
    html = f"<html><head>{head}</head><body>{MENU}<main><h1>تقنية</h1>{body}</main></body></html>"
    page = Page(SECTION, SECTION, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    return read_section(page, Source(id="x", name="x", section=SECTION), EMPTY)


def cards(card: str) -> str:
    return "".join(card.format(url=url, title=t) for url, t in zip(PATHS, TITLES, strict=True))


@pytest.mark.parametrize(
    "card",
    [
        '<div class="card" data-href="{url}"><h2>{title}</h2><p>x</p></div>',
        "<li onclick=\"window.location.href = '{url}'\"><h3>{title}</h3></li>",
        '<div class="card" onclick="goTo(\'{url}\')"><h3>{title}</h3></div>',
        '<article><h2><a href="javascript:void(0)" data-url="{url}">{title}</a></h2></article>',
        '<article><h2><a href="#" onclick="window.open(\'{url}\')">{title}</a></h2></article>',
    ],
)
def test_addresses_that_a_script_follows(card: str) -> None:
    links = read(cards(card)).links
    assert [link.url for link in links if link.certain] == WANTED
    assert [link.title for link in links if link.certain] == TITLES


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("application/ld+json", {"@type": "ItemList", "itemListElement": "="}),
        ("application/json", {"props": {"pageProps": {"posts": "="}, "menu": "+"}}),
    ],
)
def test_addresses_in_the_pages_data(kind: str, data: dict[str, object]) -> None:
    posts = [{"url": url, "headline": t} for url, t in zip(PATHS, TITLES, strict=True)]
    menu = [{"url": f"/section-{n}/", "name": "قسم"} for n in range(20)]
    text = json.dumps(data).replace('"="', json.dumps(posts)).replace('"+"', json.dumps(menu))
    links = read("<div id=app></div>", f'<script type="{kind}">{text}</script>').links
    assert [link.url for link in links if link.certain] == WANTED


def test_plain_links_go_before() -> None:
    plain = cards(
        '<article><h2><a href="{url}">{title}</a></h2><button data-url="/share{url}"></button>'
        '<span data-url="/share{url}">أرسل هذا الخبر إلى صديق لك</span></article>'
    )
    assert [link.url for link in read(plain).links] == WANTED


@pytest.mark.parametrize(
    "data", ["[" * 100_000, '{"a":', "[1,2]", '[{"url":"/a-b-c","title":"x"}]']
)
def test_data_without_a_list(data: str) -> None:
    assert read("x", f"<script>{data}</script>").links == ()


def state(**lists: list[dict[str, str]]) -> str:
    text = json.dumps({"props": {"pageProps": lists}})
    return f'<script id="__NEXT_DATA__" type="application/json">{text}</script>'


def records(path: str, count: int, name: str) -> list[dict[str, str]]:
    return [
        {name: f"{path}a-story-of-number-{n}", "title": f"الشركة رقم {n} تكشف عن هاتف جديد"}
        for n in range(count)
    ]


def below(path: str, links: tuple[Link, ...]) -> int:
    return sum(link.certain and f"news.example{path}" in link.url for link in links)


@pytest.mark.parametrize("name", ["url", "slug"])
@pytest.mark.parametrize("count", [2, 3])
def test_the_section_s_own_list_goes_before_a_longer_one(name: str, count: int) -> None:
    own, others = records("/tech/", count, name), records("/sport/", 6, name)
    links = read("<div id=app></div>", state(items=own, breaking=others)).links
    assert (below("/tech/", links), below("/sport/", links)) == (count, 0)


def test_a_list_that_a_script_makes_beside_a_row_of_cards() -> None:
    card = '<article class="rail"><a href="{url}"><h3>{title}</h3></a></article>'
    rail = f"<section class='rail'>{cards(card)}</section>"
    links = read(f"<div id=app>{rail}</div>", state(items=records("/tech/", 12, "url"))).links
    assert (below("/tech/", links), below("/2026/", links)) == (12, 0)


@pytest.mark.parametrize("label", ["Link to the original", "原文链接", "Verweis"])
def test_words_that_a_script_is_to_print_are_no_list(label: str) -> None:
    words = json.dumps({"copied": "Done", "title": "Title of the original text", "link": label})
    script = f"<script>const site = window.site || {{}}\n site.words = {words}\n</script>"
    plain = cards('<li><span>11-09</span> <a href="{url}">{title}</a></li>')
    links = read(f"<ul>{plain}</ul>", script).links
    assert [link.url for link in links] == WANTED
    assert all(link.certain for link in links)
