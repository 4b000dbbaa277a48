"""The section's own list among blocks that look like it, and its rest where a script holds it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from crawler.listings import Listing
from crawler.listings.section import read_section
from pipeline.records import Memory, Page, Source

SITE = "http://news.example"
MENU = (
    '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/tech/">Tech</a></li>'
    '<li><a href="/sport/">Sport</a></li><li><a href="/news/">News</a></li></ul></nav></header>'
)


def read(body: str, path: str = "/tech/", looks: str | None = None) -> Listing:
    html = f"<html><head><title>Tech</title></head><body>{MENU}{body}</body></html>"
    page = Page(SITE + path, SITE + path, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    return read_section(page, Source(id="x", name="x", section=f"{SITE}/tech/"), Memory(), looks)


def certain(listing: Listing) -> list[str]:
    return [link.url.removeprefix(SITE) for link in listing.links if link.certain]


def cards(stem: str, first: int, last: int, name: str = "card") -> str:
    return "".join(
        f'<div class="{name}"><a href="{stem}{n}"><img src="/{n}.jpg"><h3>A story of note number '
        f"{n}</h3></a></div>"
        for n in range(first, last + 1)
    )


def addresses(stem: str, first: int, last: int) -> list[str]:
    return [f"{stem}{n}" for n in range(first, last + 1)]


@pytest.mark.parametrize("heading", ["Sport", "More from Sport", "Latest Sport news"])
def test_a_block_headed_by_another_section_in_more_words(heading: str) -> None:
    block = f"<section><h2>{heading}</h2>{cards('/s/', 20, 24)}</section>"
    listing = read(f"<main><h1>Tech</h1><div>{cards('/s/', 1, 6)}</div>{block}</main>")
    assert certain(listing) == addresses("/s/", 1, 6)


def test_latest_news_heads_the_sections_own_list_though_a_section_is_called_news() -> None:
    block = f"<section><h2>Latest news</h2>{cards('/s/', 20, 24)}</section>"
    listing = read(f"<main><h1>Tech</h1><div>{cards('/s/', 1, 6)}</div>{block}</main>")
    assert certain(listing) == addresses("/s/", 1, 6) + addresses("/s/", 20, 24)


def test_a_block_of_addresses_below_other_sections() -> None:
    own = f"<section>{cards('/phones/', 1, 4)}</section><section>{cards('/ai/', 5, 8)}</section>"
    block = f"<section><h2>Elsewhere</h2>{cards('/sport/', 1, 2)}{cards('/news/', 3, 4)}</section>"
    assert certain(read(f"<main>{own}{block}</main>")) == (
        addresses("/phones/", 1, 4) + addresses("/ai/", 5, 8)
    )


def test_articles_filed_anywhere_are_of_the_list_that_mixes_them() -> None:
    mixed = cards("/tech/", 1, 3) + cards("/sport/", 4, 6) + cards("/tech/", 7, 9)
    assert len(certain(read(f"<main><div>{mixed}</div></main>"))) == 9


def test_a_part_of_the_section_is_no_article() -> None:
    part = '<div class="card"><a href="/tech/phones"><h3>Telephones</h3></a></div>'
    listing = read(f"<main>{part}{cards('/tech/phones/', 1, 5)}</main>")
    assert certain(listing) == addresses("/tech/phones/", 1, 5)


def test_slides_whose_addresses_begin_as_the_lists() -> None:
    slides = "".join(
        f'<div class="slide"><a href="/tech-news-{n}.html"><i>Tech</i> A slide of note number {n}'
        "</a></div>"
        for n in range(20, 23)
    )
    beside = cards("/sport-news-", 30, 33, "box")
    listing = read(
        f'<main><div class="carousel">{slides}</div><div>{cards("/tech-news-", 1, 5)}</div></main>'
        f"<aside>{beside}</aside>".replace('"/tech-news-1"', '"/tech-news-1.html"')
    )
    assert set(certain(listing)) >= {f"/tech-news-{n}.html" for n in range(20, 23)}
    assert not any("sport" in url for url in certain(listing))


def test_a_lead_story_in_a_block_before_the_list() -> None:
    lead = '<div><a href="/s/20"><h1>The story that leads them all today</h1></a></div>'
    rows = "".join(
        f"<article><h3><a href='/s/{n}'>A story of note number {n}</a></h3></article>"
        for n in range(1, 7)
    )
    beside = "".join(f"<li><a href='/s/{n}'>A box of note {n}</a></li>" for n in range(30, 35))
    listing = read(f"{lead}<section>{rows}</section><aside><ul>{beside}</ul></aside>")
    assert certain(listing) == ["/s/20", *addresses("/s/", 1, 6)]


def test_the_last_page_of_few_beside_a_box_of_as_many() -> None:
    def page(first: int, last: int) -> str:
        box, own = cards("/s/", 90, 93, "hot"), cards("/s/", first, last, "row")
        return f"<div><div>{box}</div><div>{own}</div></div>".replace("h3>", "span>")

    looks = read(page(1, 9)).looks
    assert certain(read(page(10, 11), "/tech/?page=2", looks)) == addresses("/s/", 10, 11)


def test_the_list_below_the_pages_heading_goes_before_its_like() -> None:
    box, own = cards("/s/", 90, 93, "hot"), cards("/s/", 1, 4, "row")
    listing = read(f"<div><div><h3>Now</h3>{box}</div><div><h1>Tech</h1>{own}</div></div>")
    assert set(certain(listing)) >= set(addresses("/s/", 1, 4))
    assert listing.looks == read(f"<div><div></div><div><h1>Tech</h1>{own}</div></div>").looks


def test_the_rest_of_the_list_in_the_pages_data() -> None:
    def entries(stem: str, first: int, last: int) -> list[dict[str, object]]:
        return [
            {"node": {"uri": f"{stem}{n}", "title": f"A story of note {n}"}}
            for n in range(first, last + 1)
        ]

    data = json.dumps({"list": entries("/s/", 1, 9), "popular": entries("/p/", 1, 9)})
    script = f'<script type="application/json">{data}</script>'
    listing = read(f"<main>{cards('/s/', 1, 4)}</main>{script}")
    assert certain(listing) == addresses("/s/", 1, 9)


def test_a_list_in_the_data_that_the_page_does_not_show_is_another() -> None:
    data = json.dumps([{"url": f"/p/{n}", "title": f"A story of note {n}"} for n in range(9)])
    listing = read(f"<main>{cards('/s/', 1, 4)}</main><script>{data}</script>")
    assert certain(listing) == addresses("/s/", 1, 4)


@pytest.mark.parametrize(
    "more",
    [
        "/tech/archive/2026/10/",
        "/tech/archiv/2026-10",
        "/tech/?year=2026&month=10",
        "/tech/?before=1764000000",
        "/tech/?cursor=bzo4",
    ],
)
def test_addresses_that_go_on_in_time(more: str) -> None:
    link = f'<p><a href="{more}">October</a></p>'
    listing = read(f"<main><div>{cards('/s/', 1, 5)}</div>{link}</main>")
    assert listing.next_urls == (SITE + more,)
    assert certain(listing) == addresses("/s/", 1, 5)


def test_a_month_of_the_archive_may_be_named_behind_what_it_is() -> None:
    address = "/tech/subtop/archive/2610.html"
    link = f'<p><a href="{address}">過去の記事一覧（2026年10月）</a></p>'
    listing = read(f"<main><div>{cards('/s/', 1, 5)}</div>{link}</main>")
    assert listing.next_urls == (SITE + address,)
    assert certain(listing) == addresses("/s/", 1, 5)


@pytest.mark.parametrize("more", ["/sport/archive/2026/10/", "/tech/?sort=10", "/tech/?year=last"])
def test_addresses_that_do_not(more: str) -> None:
    listing = read(f'<main><div>{cards("/s/", 1, 5)}</div><a href="{more}">October</a></main>')
    assert listing.next_urls == ()


def test_the_list_itself_names_where_its_rest_comes_from() -> None:
    rest = "/api/v1/articles?section={}&amp;offset=12"
    own, other = rest.format("tech"), rest.format("sport")
    listing = read(
        f'<main><div class="stream" data-endpoint="{own}">{cards("/s/", 1, 5)}</div>'
        f'<div data-endpoint="{other}"><p>Scores</p></div></main>'
    )
    assert listing.next_urls == (f"{SITE}/api/v1/articles?section=tech&offset=12",)


def labelled(stem: str, sections: list[str]) -> str:
    return "".join(
        f'<div class="card"><a href="/{section}/">{section}</a><h4><a href="{stem}{n}">A story of '
        f'note number {n}</a></h4><a href="/share?u={stem}{n}">Share</a></div>'
        for n, section in enumerate(sections, 1)
    )


def test_a_column_of_like_cards_that_name_other_sections() -> None:
    beside = labelled("/b/", ["sport", "news", "sport", "tech"])
    listing = read(
        f'<div><div class="col-8">{labelled("/s/", ["tech"] * 5)}</div>'
        f'<div class="col-4"><h3>Latest news</h3>{beside}</div></div>'
    )
    assert certain(listing) == [*addresses("/s/", 1, 5), "/b/4"]


def test_like_cards_on_which_other_sections_are_written() -> None:
    def written(stem: str, sections: list[str]) -> str:
        return "".join(
            f'<a class="story" href="{stem}{n}"><span>{section}</span><h3>A story of note number '
            f"{n}</h3></a>"
            for n, section in enumerate(sections, 1)
        )

    before = f"<section><h2>Chosen today</h2>{written('/b/', ['Sport', 'News', 'Sport'])}</section>"
    listing = read(f"<main>{before}<section>{written('/s/', ['Tech'] * 5)}</section></main>")
    assert certain(listing) == addresses("/s/", 1, 5)
    mixed = ["Tech", "News", "Tech", "Tech", "News"]
    listing = read(f"<main><section>{written('/s/', mixed)}</section></main>")
    assert certain(listing) == addresses("/s/", 1, 5)


def test_a_list_whose_cards_name_its_parts() -> None:
    listing = read(f"<div>{labelled('/s/', ['tech', 'news', 'tech', 'tech', 'news'])}</div>")
    assert certain(listing) == addresses("/s/", 1, 5)


def test_a_list_of_addresses_alone() -> None:
    def items(kind: str, stem: str) -> dict[str, object]:
        elements = [
            {"@type": "ListItem", "position": n, "url": f"{SITE}{stem}a-story-of-note-{n}"}
            for n in range(1, 5)
        ]
        return {"@type": kind, "itemListElement": elements}

    data = json.dumps([items("BreadcrumbList", "/b/"), {"mainEntity": items("ItemList", "/s/")}])
    listing = read(f'<div id="app"></div><script type="application/ld+json">{data}</script>')
    assert certain(listing) == addresses("/s/a-story-of-note-", 1, 4)


def test_a_section_whose_address_is_page_one() -> None:
    more = '<a href="/list/tech/2">Next</a> <a href="/list/x/2">2</a>'
    html = f"<main>{cards('/s/', 1, 4)}{more}</main>"
    page = Page(f"{SITE}/list/tech/1", f"{SITE}/list/tech/1", html.encode(), datetime.now(UTC))
    source = Source(id="x", name="x", section=f"{SITE}/list/tech/1")
    assert read_section(page, source, Memory()).next_urls == (f"{SITE}/list/tech/2",)


def test_blocks_of_parts_that_the_menu_names_too() -> None:
    top = f"<div>{cards('/sport/', 1, 3)}{cards('/news/', 4, 5)}</div>"
    block = f"<section><h2>Sport</h2>{cards('/sport/', 6, 9)}</section>"
    listing = read(f"<main><h1>Outdoors</h1>{top}{block}</main>", "/outdoors/")
    assert certain(listing) == [
        *addresses("/sport/", 1, 3), *addresses("/news/", 4, 5), *addresses("/sport/", 6, 9)
    ]  # fmt: skip


def test_one_story_filed_elsewhere_makes_no_part() -> None:
    top = f"<div>{cards('/tech/', 1, 4)}{cards('/sport/', 5, 5)}</div>"
    block = f"<section><h2>Sport</h2>{cards('/sport/', 6, 9)}</section>"
    listing = read(f"<main><h1>Tech</h1>{top}{block}</main>")
    assert certain(listing) == [*addresses("/tech/", 1, 4), "/sport/5"]


def test_three_lead_stories_in_larger_headings() -> None:
    lead = cards("/s/", 20, 22).replace("h3>", "h2>")
    side = "".join(f"<li><a href='/s/{n}'>A box of note {n}</a></li>" for n in range(30, 35))
    listing = read(
        f"<div>{lead}</div><section>{cards('/s/', 1, 6)}</section><aside><ul>{side}</ul></aside>"
    )
    assert certain(listing) == addresses("/s/", 20, 22) + addresses("/s/", 1, 6)


def test_the_last_few_stories_of_a_list_that_is_called_after_its_pages() -> None:
    listed = "".join(
        f'<li><div class="pic"><a href="/s/{n}"><img src="/{n}.jpg"></a></div><div class="main">'
        f'<a href="/s/{n}"><h2>A story of note number {n}</h2></a></div></li>'
        for n in range(1, 4)
    )
    side = "".join(
        f'<li><a href="/s/{n}">A popular story number {n}</a></li>' for n in range(9, 20)
    )
    body = (
        f'<div><h1>Tech</h1><ul class="scrollPagination__">{listed}</ul></div>'
        f"<div><h4>Most read</h4><ul>{side}</ul><h4>Videos</h4><ul>{cards('/v/', 1, 4)}</ul></div>"
    )
    assert addresses("/s/", 1, 3) == certain(read(body, "/tech/?offset=30"))[:3]


@pytest.mark.parametrize(("first", "last", "path"), [(1, 6, "/tech/"), (13, 13, "/tech/?page=3")])
def test_more_stories_behind_the_pages_of_the_list_than_before(
    first: int, last: int, path: str
) -> None:
    pages = "".join(f'<a href="/tech/?page={n}">{n}</a>' for n in range(1, 4))
    boxes = "".join(
        f'<div class="box"><div class="title">{said}</div>{cards("/s/", start, start + 5)}</div>'
        for said, start in (("Chosen today", 30), ("Latest news", 40), ("In short", 50))
    )
    body = (
        f'<div class="one"><h1>Tech</h1><div class="list">{cards("/s/", first, last)}</div>'
        f'<div class="paging">{pages}</div></div><div class="two">{boxes}</div>'
    )
    looks = read(body).looks if first > 1 else None
    assert certain(read(body, path, looks)) == addresses("/s/", first, last)


def test_a_block_of_other_sections_with_one_story_of_the_sections_own() -> None:
    own = cards("/tech/", 1, 8)
    mixed = cards("/sport/", 1, 2) + cards("/tech/", 30, 30) + cards("/news/", 3, 4)
    listing = read(f"<main><div>{own}</div><div><b>In every house</b>{mixed}</div></main>")
    assert not {*addresses("/sport/", 1, 2), *addresses("/news/", 3, 4)} & {*certain(listing)}
    river = cards("/tech/", 1, 3) + cards("/sport/", 1, 4) + cards("/tech/", 4, 8)
    assert len(certain(read(f"<main><div>{river}</div></main>"))) == 12


def test_stories_of_another_sections_block_that_are_in_the_sites_ticker_too() -> None:
    ticker = f'<div id="breaking-news"><ul>{cards("/s/", 18, 22)}</ul></div>'
    block = f"<section><h2>Sport</h2>{cards('/s/', 20, 24)}</section>"
    body = f"{ticker}<main><h1>Tech</h1><div>{cards('/s/', 1, 6)}</div>{block}</main>"
    assert not {*addresses("/s/", 20, 24)} & {*certain(read(body))}


@pytest.mark.parametrize(
    ("label", "address"),
    [
        ("Ältere", "/tech/?page=2"),
        ("Vanhemmat uutiset", "/tech/?page=2"),
        ("2", "/tech/?page=2"),
        ("2", "/tech/2/#list"),
    ],
)
def test_the_list_ends_at_a_link_to_its_own_pages_whatever_that_says(
    label: str, address: str
) -> None:
    box = f"<section><header><b>Of note</b></header>{cards('/s/', 20, 23)}</section>"
    way = f"<div><a href={address}>{label}</a></div>"
    body = f"<main><h1>Tech</h1><section>{cards('/s/', 1, 9)}</section>{way}{box}</main>"
    assert certain(read(body)) == addresses("/s/", 1, 9)


def test_sections_beside_the_own_one_below_a_language() -> None:
    menu = "".join(
        f'<li><a href="/fr/{name}/">{said}</a></li>'
        for name, said in (("", "Home"), ("tech", "Tech"), ("sport", "Sport"), ("film", "Film"))
    )
    others = cards("/fr/sport/", 20, 22) + cards("/fr/film/", 23, 24)
    body = f"<main><div>{cards('/fr/tech/', 1, 8)}</div><div><b>To see</b>{others}</div></main>"
    html = f"<html><body><nav><ul>{menu}</ul></nav>{body}</body></html>".encode()
    page = Page(f"{SITE}/fr/tech/", f"{SITE}/fr/tech/", html, datetime(2026, 11, 25, tzinfo=UTC))
    source = Source(id="x", name="x", section=f"{SITE}/fr/tech/")
    assert certain(read_section(page, source, Memory())) == addresses("/fr/tech/", 1, 8)
