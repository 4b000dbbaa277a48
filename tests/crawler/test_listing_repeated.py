"""Boxes that all pages of a listing show beside its list, and columns longer than it."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.listings import Listing
from crawler.listings.section import read_section
from crawler.traversal import Traversal
from pipeline.records import ListingKind, Memory, Page, Source

SITE = "http://news.example"
MENU = '<nav><a href="/">Desk</a><a href="/tech/">Tech</a><a href="/sport/">Sport</a></nav>'


def read(body: str, path: str, traversal: Traversal) -> Listing:
    html = f"<html><head><title>Tech</title></head><body>{MENU}{body}</body></html>"
    page = Page(SITE + path, SITE + path, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    source = Source(id="x", name="x", section=f"{SITE}/tech/")
    listing = read_section(page, source, Memory(), traversal.looks, shown=traversal.shown())
    traversal.read(listing, (), SITE + path)
    return listing


def certain(listing: Listing) -> list[str]:
    return [link.url.removeprefix(SITE) for link in listing.links if link.certain]


def cards(*numbers: int, of: str = "Tech") -> str:
    return "".join(
        f'<article class="c"><a href="/{of.lower()}/">{of}</a>'
        f'<h2><a href="/s/{n}">A story of note that many read, {n}</a></h2>'
        f"<p>What story {n} is about is said at some length.</p></article>"
        for n in numbers
    )


def headlines(*numbers: int) -> str:
    items = (f'<li><h3><a href="/s/{n}">A story of note, number {n}</a></h3></li>' for n in numbers)
    return f"<ul>{''.join(items)}</ul>"


def test_a_box_on_each_page_is_longer_than_the_last_page_s_list() -> None:
    traversal = Traversal(ListingKind.SECTION, f"{SITE}/tech/", 9)
    box = f"<section><h2>Besides</h2>{cards(91, 92, 93, of='Sport')}</section>"
    page = "<main><h1>Tech</h1><section class='l'>{}</section>{}<a href='/tech/{}/'>Next</a></main>"
    first = read(page.format(cards(*range(1, 11)), box, 2), "/tech/", traversal)
    assert certain(first) == [f"/s/{n}" for n in range(1, 11)]
    last = read(page.format(cards(11, 12), box, 3), "/tech/2/", traversal)
    assert certain(last) == ["/s/11", "/s/12"]
    again = read(page.format(cards(*range(1, 11)), box, 2), "/tech/1/", traversal)
    assert certain(again) == certain(first)


def test_a_story_in_such_a_box_may_be_of_a_later_page_s_list() -> None:
    traversal = Traversal(ListingKind.SECTION, f"{SITE}/tech/", 9)
    box = f"<section><h2>Besides</h2>{cards(91, 92, of='Sport') + cards(13)}</section>"
    page = "<main><h1>Tech</h1><section class='l'>{}</section>{}<a href='/tech/{}/'>Next</a></main>"
    read(page.format(cards(*range(1, 11)), box, 2), "/tech/", traversal)
    second = read(page.format(cards(*range(11, 21)), box, 3), "/tech/2/", traversal)
    assert certain(second) == [f"/s/{n}" for n in range(11, 21)]


def test_a_column_of_more_headlines_than_the_list_has() -> None:
    column = f"<section><h2>Most seen</h2>{headlines(*range(81, 88))}</section>"
    column += f"<section><h2>In short</h2>{headlines(*range(91, 99), 1, 2)}</section>"
    listed = f'<section><h1><a href="/tech/">Tech</a></h1>{headlines(*range(1, 9))}</section>'
    body = (
        f'<div class="row"><div class="w">{listed}</div><div class="sidebar">{column}</div></div>'
    )
    traversal = Traversal(ListingKind.SECTION, f"{SITE}/tech/", 9)
    assert certain(read(body, "/tech/", traversal)) == [f"/s/{n}" for n in range(1, 9)]


def test_a_box_without_a_story_does_not_name_the_list_after_it() -> None:
    empty = "<section><header><h2>Most read</h2></header><div><ul></ul></div></section>"
    listed = f"<section><header><h2>Tech</h2></header>{headlines(*range(1, 9))}</section>"
    other = f"<div><h2>Besides</h2>{cards(91, 92, 93)}</div>"
    traversal = Traversal(ListingKind.SECTION, f"{SITE}/tech/", 9)
    found = certain(read(f"<main>{empty}{listed}{other}</main>", "/tech/", traversal))
    assert found[:8] == [f"/s/{n}" for n in range(1, 9)]


def test_the_first_page_again_under_an_address_with_a_number() -> None:
    traversal = Traversal(ListingKind.SECTION, f"{SITE}/tech/", 9)
    box = f"<section><h2>Besides</h2>{cards(91, 92, 93, of='Sport')}</section>"
    other = f"<section><h2>Besides</h2>{cards(91, 92, 94, of='Sport')}</section>"
    page = "<main><h1>Tech</h1><section class='l'>{}</section>{}<a href='/tech/{}/'>Next</a></main>"
    read(page.format(cards(*range(1, 11)), box, 2), "/tech/", traversal)
    read(page.format(cards(*range(11, 21)), box, 3), "/tech/page/2/", traversal)
    for path, beside in (("/tech/?p=1", box), ("/tech/page/1/", other)):
        again = read(page.format(cards(*range(1, 11)), beside, 2), path, traversal)
        assert certain(again) == [f"/s/{n}" for n in range(1, 11)]
