"""Blocks that a plain line names, menus that nothing calls so, and the stories that lead a list."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.listings.section import read_section
from pipeline.records import Memory, Page, Source

SITE = "http://news.example"
SECTIONS = {"tech": "Tech", "sport": "Sport", "arts": "Arts", "world": "World"}
NAV = "".join(f'<li><a href="/{path}">{name}</a></li>' for path, name in SECTIONS.items())
MENU = f"<nav><ul>{NAV}</ul></nav>"
ROW = '<div class="top">{}</div>'.format(
    "".join(f'<a href="/{path}">{name}</a>' for path, name in SECTIONS.items())
)


def certain(body: str) -> set[str]:
    html = f"<html><head><title>Tech</title></head><body>{body}</body></html>"
    page = Page(f"{SITE}/tech", f"{SITE}/tech", html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    listing = read_section(page, Source(id="x", name="x", section=f"{SITE}/tech"), Memory())
    return {link.url.removeprefix(SITE) for link in listing.links if link.certain}


def cards(first: int, last: int, label: str = "") -> str:
    return "".join(
        f'<div class="card"><a href="/a/{n}"><img src="/{n}.jpg"></a><div class="name">{label}'
        f'<a href="/a/{n}"><span>A story of note number {n}</span></a></div></div>'
        for n in range(first, last + 1)
    )


def mega(first: int) -> str:
    """A menu in which each section shows three articles."""
    items = ""
    for at, (path, name) in enumerate(SECTIONS.items()):
        shown = range(first + 3 * at, first + 3 * at + 3)
        links = "".join(f'<a href="/a/{n}">A story of the menu number {n}</a>' for n in shown)
        items += f'<li><a href="/{path}">{name}</a><div>{links}</div></li>'
    return f'<ul class="flex">{items}</ul>'


def addresses(*numbers: int) -> set[str]:
    return {f"/a/{n}" for n in numbers}


@pytest.mark.parametrize(
    "line",
    [
        '<div class="head"><a href="/sport">Sport</a></div>',
        '<div class="head"><span><a href="/sport">Sport</a></span><a href="/sport">+</a></div>',
        '<div class="head">More from Sport</div>',
        '<p class="head"><strong>Sport</strong></p>',
        '<div class="head"><i></i>Sport</div>',
        '<div class="head"><a href="/sport">Sport</a><a href="/sport">+</a></div>',
        '<div class="head"><a href="/sport">Fresh from the stadiums</a></div>',
        '<div class="head"><a href="/sport"><img src="/s.png" alt="Sport"></a></div>',
    ],
)
@pytest.mark.parametrize("menu", [MENU, ROW], ids=["nav", "row"])
def test_a_block_that_a_line_names(line: str, menu: str) -> None:
    block = f'<div class="box">{line}<div class="in">{cards(20, 24)}</div></div>'
    body = f'{menu}<div class="all"><div class="list">{cards(1, 6)}</div>{block}</div>'
    assert certain(body) == addresses(*range(1, 7))


def test_a_line_above_one_story_is_its_label() -> None:
    mixed = cards(1, 3) + cards(4, 6, '<a href="/sport">Sport</a>') + cards(7, 9)
    assert certain(f'{MENU}<div class="list">{mixed}</div>') == addresses(*range(1, 10))


def test_a_row_of_sections_is_no_heading_of_what_comes_below() -> None:
    body = f'<div class="all">{ROW}<div class="list">{cards(1, 6)}</div></div>'
    assert certain(body) == addresses(*range(1, 7))


def test_buttons_to_the_sections_before_and_after_head_nothing() -> None:
    buttons = "<a><div>World</div></a><a><div>Sport</div></a>"
    few = f'<div class="few">{cards(20, 22)}</div>'
    body = f'{MENU}{few}<div class="all">{buttons}<ul class="list">{cards(1, 9)}</ul></div>'
    assert addresses(*range(1, 10)) <= certain(body)


@pytest.mark.parametrize("tag", ["header", "div"])
@pytest.mark.parametrize("item", ["li", "div"])
def test_stories_in_a_menu_that_nothing_calls_so(tag: str, item: str) -> None:
    menu = mega(40).replace("<ul", "<div").replace("</ul", "</div") if item == "div" else mega(40)
    menu = menu.replace("<li>", f"<{item}>").replace("</li>", f"</{item}>")
    body = f'<{tag} class="sticky">{menu}</{tag}><div class="list">{cards(1, 6)}</div>'
    assert certain(body) == addresses(*range(1, 7))


def test_blocks_of_a_page_are_no_menu_that_shows_stories() -> None:
    blocks = "".join(
        f'<div class="box"><a href="/{path}">{name}</a><div>{cards(at, at + 2)}</div></div>'
        for at, (path, name) in zip((1, 20, 30, 40), SECTIONS.items(), strict=True)
    )
    assert certain(f'<div class="all">{blocks}</div>') >= addresses(1, 2, 3)


@pytest.mark.parametrize("label", ["إعلان", "Anzeige"])
def test_what_follows_the_place_of_an_advertisement_is_of_the_list(label: str) -> None:
    place = f'<div class="slot"><span>{label}</span><div id="slot-1"></div></div>'
    body = f"<div>{cards(1, 4)}</div>{place}<div>{cards(5, 9)}</div>"
    assert certain(f'{MENU}<div class="all">{body}</div>') == addresses(*range(1, 10))


def test_a_menu_of_stories_names_its_sections() -> None:
    block = f'<div class="box"><h3>Sport</h3>{cards(20, 24)}</div>'
    body = f'<nav>{mega(40)}</nav><div class="list">{cards(1, 6)}</div>{block}'
    assert certain(body) == addresses(*range(1, 7))


def lead(head: str = "") -> str:
    larger = "".join(
        f'<div><a href="/a/{n}"><img src="/{n}.jpg"><h3>A larger story number {n}</h3></a></div>'
        for n in range(90, 93)
    )
    return f'<div class="stage">{head}{larger}</div>'


PLAIN = "".join(
    f'<div><a href="/a/{n}">A plain line of news number {n}</a></div>' for n in range(9)
)


def test_larger_stories_right_before_the_list_lead_it() -> None:
    found = certain(f'{MENU}<main><h1>Tech</h1>{lead()}<div class="rows">{PLAIN}</div></main>')
    assert found == addresses(*range(9), 90, 91, 92)


@pytest.mark.parametrize(
    "between",
    [
        f'<div class="strip"><h3>Most read</h3>{cards(40, 44)}</div>',
        "<div><h3>Our letter every morning</h3><form><input name='mail'></form></div>",
        "<div>Advertisement<iframe src='/x'></iframe></div>",
    ],
)
def test_what_stands_between_the_larger_stories_and_their_list(between: str) -> None:
    body = f'{MENU}<main><h1>Tech</h1>{lead()}{between}<div class="rows">{PLAIN}</div></main>'
    assert certain(body) == addresses(*range(9), 90, 91, 92)


def test_stories_of_two_sizes_lead_the_list() -> None:
    middle = f'<div class="pair">{lead().replace("h3>", "p>")}</div>'.replace("/a/9", "/a/8")
    body = f'{MENU}<main><h1>Tech</h1>{lead()}{middle}<div class="rows">{cards(1, 9)}</div></main>'
    found = certain(body.replace('<div><a href="/a/92">', '<div hidden><a href="/tech">'))
    assert found == addresses(*range(1, 10), 80, 81, 82, 90, 91)


def test_slides_without_headings_lead_the_list() -> None:
    slides = lead().replace("h3>", "p>")
    found = certain(
        f'{MENU}<main><h1>Tech</h1>{slides}<div class="rows">{cards(1, 8)}</div></main>'
    )
    assert found == addresses(*range(1, 9), 90, 91, 92)


def test_what_is_headed_otherwise_does_not_lead_the_list() -> None:
    slides = lead("<p>Our week in pictures</p>").replace("h3>", "p>")
    found = certain(
        f'{MENU}<main><h1>Tech</h1>{slides}<div class="rows">{cards(1, 8)}</div></main>'
    )
    assert found == addresses(*range(1, 9))


def test_a_block_called_featured_leads_the_list_below_the_pages_heading() -> None:
    stage = lead().replace('"stage"', '"hero"').replace("h3>", "p>")
    rows = f'<div class="rows">{cards(1, 8)}</div>'
    found = certain(f"{MENU}<main><h1>Tech</h1>{stage}{rows}</main>")
    assert found == addresses(*range(1, 9), 90, 91, 92)
    assert certain(f"{MENU}<main>{stage}<h1>Tech</h1>{rows}</main>") == addresses(*range(1, 9))


def latest(first: int, last: int) -> str:
    return f'<div class="box"><p>Latest news</p><div>{cards(first, last)}</div></div>'


def test_a_box_of_the_newest_after_a_long_list_is_of_the_whole_site() -> None:
    body = f'{MENU}<div class="all"><div class="list">{cards(1, 10)}</div>{latest(20, 24)}</div>'
    assert certain(body) == addresses(*range(1, 11))


def test_the_newest_after_a_few_is_the_list() -> None:
    body = f'{MENU}<div class="all"><div class="list">{cards(1, 4)}</div>{latest(20, 28)}</div>'
    assert certain(body) >= addresses(*range(20, 29))


@pytest.mark.parametrize(
    "path",
    [
        '<div><a href="/">Home</a> › <a href="/world">World</a></div>',
        '<div><a href="/world">World</a> › <a href="/tech">Tech</a></div>',
        '<div><a href="/world">World</a> › Tech</div>',
    ],
)
def test_a_path_to_the_page_heads_nothing(path: str) -> None:
    beside = f"<div>{cards(30, 33).replace('card', 'line')}</div>"
    body = f'{MENU}<div>{path}<div class="list">{cards(1, 6)}</div>{beside}</div>'
    assert certain(body) >= addresses(*range(1, 7))


def test_blocks_of_the_parts_that_the_menu_shows_below_the_section() -> None:
    parts = '<ul><li><a href="/ai">Robots</a></li><li><a href="/phones">Phones</a></li></ul>'
    menu = MENU.replace('">Tech</a>', f'">Tech</a>{parts}')
    blocks = "".join(
        f'<div class="box"><div class="head"><a href="/{path}">{name}</a></div>{cards(at, at + 3)}'
        "</div>"
        for path, name, at in (("ai", "Robots", 10), ("phones", "Phones", 20), ("arts", "Arts", 30))
    )
    found = certain(f'{menu}<div class="all"><div class="list">{cards(1, 4)}</div>{blocks}</div>')
    assert found == addresses(*range(1, 5), *range(10, 14), *range(20, 24))


def test_labels_of_articles_that_link_more_than_one_page() -> None:
    told = "".join(
        f'<div class="card"><span>{name}</span><div><h3><a href="/a/{n}">A story of note number {n}'
        f'</a></h3><a href="/a/{n + 100}">More on that story number {n}</a></div></div>'
        for n, name in enumerate(["Tech", "Sport", "Tech", "Sport", "Tech"])
    )
    assert certain(f"{MENU}<div>{told}</div>") >= addresses(*range(5))


def test_the_newest_are_the_sections_own_where_they_go_on() -> None:
    more = '<a href="/tech?page=2">Next</a>'
    body = f"<main><h1>Tech</h1><div>{cards(1, 8)}</div>{latest(20, 23)}{more}</main>"
    assert certain(f"{MENU}{body}") == addresses(*range(1, 9), *range(20, 24))
