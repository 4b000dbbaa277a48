"""Further pages in the ways of news sites: named by their buttons, their numbers, their pieces."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from crawler.listings import Listing
from crawler.listings.section import read_section
from pipeline.records import Memory, Page, Source

SITE = "http://news.example"


def cards(*numbers: int, above: str = "/story") -> str:
    return "".join(
        f'<article><h3><a href="{above}/{n}/a-story-of-today">The long story number {n}</a>'
        "</h3></article>"
        for n in numbers
    )


def read(
    body: str, *, section: str = "/science/tech/", path: str | None = None, part: bool = False
) -> Listing:
    text = body if body.startswith("{") else f"<html><body>{body}</body></html>"
    url = SITE + (path or section)
    page = Page(url, url, text.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    source = Source(id="x", name="x", section=SITE + section)
    return read_section(page, source, Memory(), part=part)


def certain(listing: Listing) -> list[str]:
    return [link.url.removeprefix(SITE) for link in listing.links if link.certain]


def further(listing: Listing) -> list[str]:
    return [url.removeprefix(SITE) for url in listing.next_urls]


API = "/pf/api/feed?query=%7B%22offset%22:20,%22section%22:%22/science/tech%22%7D"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            '<a class="loadmore js-loadmore" href="/science/tech/2/"><b>Еще немного</b></a>',
            ["/science/tech/2/"],
        ),
        (
            '<div class="load-more"><a href="/science/tech/2/">Og så videre</a></div>',
            ["/science/tech/2/"],
        ),
        (f'<a class="load-more" role="button" href="{API}">Voir plus</a>', [API]),
        (
            '<p><a href="/science/tech/day/2026-11-24">Предыдущий день</a></p>',
            ["/science/tech/day/2026-11-24"],
        ),
        (
            '<p><a href="/science/tech/older.html">Older stories from this section</a></p>',
            ["/science/tech/older.html"],
        ),
        ('<p><a href="/sport/older.html">Older stories from this section</a></p>', []),
        ('<p><a href="/list/tech">もっと見る</a></p>', ["/list/tech"]),
        (
            '<div class="list-more" data-url="/services/tech/more.html?id=7"><b>Еще 20</b></div>',
            ["/services/tech/more.html?id=7"],
        ),
        (
            '<p class="pagination"><b>0</b> | <a href="/science/tech/?debut_articles=12">12</a> |'
            ' <a href="/science/tech/?debut_articles=36">36</a></p>',
            [f"/science/tech/?debut_articles={n}" for n in (12, 36)],
        ),
        ('<p class="tiles"><a href="/science/tech/galaxy-9.htm">Galaxy</a></p>', []),
    ],
)
def test_ways_on(more: str, expected: list[str]) -> None:
    listing = read(f"<main>{cards(*range(8))}{more}</main>")
    shown = [url.replace("%3A", ":").replace("%2C", ",") for url in further(listing)]
    assert shown == expected
    assert not set(listing.parts) & set(listing.next_urls)


def test_numbers_at_the_end_of_a_name() -> None:
    pages = [f"/focus/3c/news-list-{n}.htm" for n in (2, 3)]
    more = "".join(f'<a href="{page}">{n}</a>' for n, page in enumerate(pages, 2))
    listing = read(
        f'<main>{cards(*range(8))}<div class="menu">{more}</div></main>', section="/focus/3c/"
    )
    assert further(listing) == pages


def test_a_section_whose_name_ends_with_a_sign() -> None:
    more = '<p><b>1</b> <a href="/-Sciences-et-techniques-p2">2</a></p>'
    listing = read(f"<main>{cards(*range(8))}{more}</main>", section="/-Sciences-et-techniques-")
    assert further(listing) == ["/-Sciences-et-techniques-p2"]


def test_the_days_of_a_calendar_are_no_pages() -> None:
    days = "".join(f'<a href="/archive/41/day/2026-11-{n:02}">{n}</a>' for n in range(1, 26))
    before = '<a href="/archive/41/day/2026-11-24">Предыдущий день</a>'
    listing = read(f"<main>{cards(*range(8))}{before}<p>{days}</p></main>", section="/archive/41")
    assert further(listing) == ["/archive/41/day/2026-11-24"]


def test_a_calendar_leads_on_where_nothing_else_does() -> None:
    days = "".join(f'<a href="/tech/2026/11/{n:02}/">{n}</a>' for n in range(1, 26))
    before = '<a href="/tech/2026/10/">‹</a>'
    body = f"<main>{cards(*range(8))}</main><table><td>{before}{days}</td></table>"
    expected = [*(f"/tech/2026/11/{n:02}/" for n in range(25, 0, -1)), "/tech/2026/10/"]
    assert further(read(body, section="/tech/")) == expected
    few = f'<main>{cards(*range(8))}<p><a href="/tech/2026/11/24/">24</a></p></main>'
    assert further(read(few, section="/tech/")) == []


@pytest.mark.parametrize(
    ("path", "link", "expected"),
    [
        ("/list/tech", '<a href="/list/tech/2">Eerdere berichten lezen</a>', ["/list/tech/2"]),
        ("/list/tech/2", '<a href="/list/tech/3">Eerdere berichten lezen</a>', ["/list/tech/3"]),
        ("/list/tech", '<a href="/list/tech/7">Eerdere berichten lezen</a>', []),
        ("/list/tech", '<a href="/list/tech/2">Two of them went home and a third</a>', []),
        ("/list/tech", '<a href="/archive?tp=14">آرشیو این بخش</a>', ["/archive?tp=14"]),
        ("/list/tech", '<footer><a href="/a?c=9">أرشيف القسم</a></footer>', ["/a?c=9"]),
        ("/list/tech", '<a href="/archive?tp=14">آرشیو</a>', []),
    ],
)
def test_brief_links_to_what_follows(path: str, link: str, expected: list[str]) -> None:
    body = f"<main>{cards(*range(8))}<p>{link}</p></main>"
    assert further(read(body, section="/list/tech", path=path)) == expected


def test_headlines_beside_a_list_whose_addresses_tell_nothing() -> None:
    def items(*names: str) -> str:
        return "".join(
            f'<li><a href="/a/{name}">Another long headline, {name}, of today</a></li>'
            for name in names
        )

    main = "<ul>" + items("xY3kQ", "Ab9Tz", "Kq0Lm", "pW7ds", "Zz1Yx", "Mn4Bv") + "</ul>"
    rail = f'<ul class="rail">{items("Qa2Ws", "Ed3Rf")}</ul><p><a href="/b/Tg">About us</a></p>'
    listing = read(f"<main><h1>Tech</h1>{rail}{main}</main>")
    assert {link.url[-5:] for link in listing.links if not link.certain} == {"Qa2Ws", "Ed3Rf"}
    assert sum(link.certain for link in listing.links) == 6


def test_a_further_page_under_another_path_counts_on() -> None:
    following = '<div class="b"><a class="btn" href="/noticias/tech/2/">Siguiente</a></div>'
    body = f"<main>{cards(*range(20, 28))}{following}</main>"
    assert further(read(body, path="/noticias/tech/1/")) == ["/noticias/tech/2/"]


def test_a_piece_says_where_what_follows_begins() -> None:
    piece = f'<div data-cursor="b7" data-has-next="true">{cards(*range(8))}</div>'
    answer = json.dumps({"rendered": {"LIST": piece}})
    asked = "/template/LIST?sid=105&next=a5"
    assert further(read(answer, section="/section/105", path=asked)) == [
        "/template/LIST?sid=105&next=b7"
    ]
    last = json.dumps({"rendered": piece.replace("true", "false")})
    assert further(read(last, section="/section/105", path=asked)) == []


def test_the_list_ends_at_a_button_of_its_own_address_whatever_counts_it() -> None:
    more = '<div><a class="Button" href="/science/tech/?0019-a1b2-page=2">Show More</a></div>'
    boxes = (
        f'<div class="list"><h2><a href="/us">More from us</a></h2>{cards(*range(20, 25))}</div>'
    )
    listing = read(f'<main><div class="list">{cards(*range(9))}{more}</div>{boxes}</main>')
    assert certain(listing) == [f"/story/{n}/a-story-of-today" for n in range(9)]


def test_a_label_in_the_menu_marks_no_record() -> None:
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in "abcdefghi")
    record = (
        '<li><a href="/story/{0}/x"><h2>The long story number {0} of today</h2></a>'
        '<p><a href="/story/{0}/x">What the story number {0} tells of phones and chips</a></p></li>'
    )
    records = "".join(record.format(n) for n in range(9))
    menu = f'<nav><ul>{menu}<li><a href="/letters">Newsletter</a></li></ul></nav>'
    body = f"{menu}<ol>{records}</ol>"
    assert certain(read(body)) == [f"/story/{n}/x" for n in range(9)]


def test_headlines_beside_the_list_with_addresses_below_the_section() -> None:
    beside = (
        '<ul class="see-also"><li><a href="/science/tech/31/x">A chip that only this box names</a>'
        '</li><li><a href="/sport/32/x">A match that has no place in here</a></li></ul>'
    )
    listing = read(f"<main>{cards(*range(8), above='/science/tech')}{beside}</main>")
    assert "/science/tech/31/x" in certain(listing)
    assert "/sport/32/x" not in certain(listing)


@pytest.mark.parametrize(("tag", "expected"), [("h1", 8), ("h2", 0)])
def test_a_list_whose_main_heading_leads_to_the_section(tag: str, expected: int) -> None:
    heading = f'<{tag}><a href="/science/tech/">Tech</a></{tag}>'
    listing = read(f"<main>{heading}{cards(*range(8))}</main>", path="/all/tech", part=True)
    assert len(certain(listing)) == expected


def test_a_list_called_after_the_tags_of_its_records() -> None:
    records = "".join(
        f'<div class="item"><a href="/20261125/story-{n}.html">A long story of today, the {n}th</a>'
        f'<div class="tags"><a href="/tag_{n}/">Tag {n}</a></div></div>'
        for n in range(9)
    )
    cloud = "".join(f'<a href="/tag_{n}/">A tag {n}</a>' for n in range(9))
    listing = read(
        f'<h1>Tech</h1><div class="list list-tags">{records}</div><div class="tags">{cloud}</div>'
    )
    assert certain(listing) == [f"/20261125/story-{n}.html" for n in range(9)]


def test_a_short_name_stands_for_a_section_at_the_end_of_an_address() -> None:
    more = '<p><a href="/list/it">もっと見る</a><a href="/it/about">もっと見る</a></p>'
    listing = read(f"<main>{cards(*range(8))}{more}</main>", section="/categories/it")
    assert further(listing) == ["/list/it"]
