"""Ways in which lists and their pages are written that are seldom, and old."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.listings import Listing
from crawler.listings.section import read_section
from pipeline.records import Memory, Page, Source

SITE = "http://news.example"
TITLES = [f"A story of note that many will read, number {n}" for n in range(1, 9)]
WANTED = [f"/s/{n}" for n in range(1, 9)]


def read(body: str, path: str = "/tech/") -> Listing:
    html = f"<html><head><title>Tech</title></head><body>{body}</body></html>"
    page = Page(SITE + path, SITE + path, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    return read_section(page, Source(id="x", name="x", section=f"{SITE}/tech/"), Memory())


def certain(listing: Listing) -> list[str]:
    return [link.url.removeprefix(SITE) for link in listing.links if link.certain]


def rows(record: str) -> str:
    return "".join(record.format(n=n, title=title) for n, title in enumerate(TITLES, 1))


PLAIN = "<ul>" + rows('<li><a href="/s/{n}">{title}</a></li>') + "</ul>"


@pytest.mark.parametrize(
    ("before", "record", "after"),
    [
        ("<p>", '• 25/11 <a href="/s/{n}">{title}</a><br>', "</p>"),
        ("<div>", '<a href="/s/{n}"><img src="/t.jpg" alt="{title}"></a>', "</div>"),
        ("<form id=f><div>", '<div><a href="/s/{n}">{title}</a></div>', "</div></form>"),
        ("<table>", '<tr><td><b>{title}</b><br>Text <a href="/s/{n}">more...</a>', "</table>"),
        ("<ul>", '<li><a href="/tech/ai">AI</a> | <a href="/s/{n}">{title}</a></li>', "</ul>"),
    ],
    ids=["lines-of-a-paragraph", "pictures", "form", "more", "labelled"],
)
def test_a_list_of(before: str, record: str, after: str) -> None:
    assert certain(read(f"<h2>Tech</h2>{before}{rows(record)}{after}")) == WANTED


def test_a_link_in_a_sentence_is_no_line_of_a_list() -> None:
    said = "<p>It was said at some length here that <a href='/b/{n}'>{title}</a> is not it.</p>"
    assert certain(read(PLAIN + rows(said))) == WANTED


@pytest.mark.parametrize("tab", ['href="#two"', 'data-bs-target="#two"', 'aria-controls="two"'])
def test_tabs_of_like_lists(tab: str) -> None:
    listing = read(
        f'<div><button>Latest</button><button {tab}>Most read</button></div><div id="one"><ul>'
        + rows('<li><a href="/s/{n}">{title}</a></li>')
        + '</ul></div><div id="two"><ul>'
        + rows('<li><a href="/b/{n}">{title}</a></li>')
        + "</ul></div>"
    )
    assert certain(listing) == WANTED


def test_a_lead_package_in_a_block_of_its_own_and_a_plain_stream() -> None:
    lead = f'<div><div><a href="/s/1"><h1>{TITLES[0]}</h1></a></div>' + "".join(
        f'<a class="sub" href="/s/{n}"><i></i><div>{TITLES[n - 1]}</div></a>' for n in range(2, 5)
    )
    stream = "".join(
        f'<div class="row"><div><a href="/s/{n}">{TITLES[n - 1]}</a></div><p>By us, Nov 2</p></div>'
        for n in range(5, 9)
    )
    beside = rows('<li><a href="/b/{n}">{title}</a></li>')
    listing = read(f"{lead}</div><div>{stream}</div><aside><ul>{beside}</ul></aside>")
    assert certain(listing) == WANTED


@pytest.mark.parametrize(
    "more",
    [
        "<button onclick=\"window.location.href='/tech/p/2'\">Next page</button>",
        '<select><option value="/tech/p/1">1</option><option value="/tech/p/2">2</option></select>',
        '<a href="/tech/safha-2">(٢)</a>',
        '<a href="/tech/?to=2026-11-20">Earlier stories</a>',
        '<a href="/tech/hal-2">2</a>',
        '<turbo-frame src="/tech/?seq=2"></turbo-frame>',
        '<a href="/tech/seite,2">weiter</a>',
        '<a href="/tech/after/30456">More</a>',
        '<a href="/tech/?seq=2"><img src="/next.gif" alt="Next"></a>',
    ],
)
def test_ways_to_the_second_page(more: str) -> None:
    listing = read(f"{PLAIN}<p>{more}</p>")
    assert listing.next_urls[-1].removeprefix(SITE) in {
        "/tech/p/2", "/tech/safha-2", "/tech/?to=2026-11-20", "/tech/hal-2",
        "/tech/seite,2", "/tech/after/30456", "/tech/?seq=2",
    }  # fmt: skip
    assert certain(listing) == WANTED


@pytest.mark.parametrize(
    "more",
    [
        "<button onclick=\"window.location.href='/login'\">Next page</button>",
        "<button onclick=\"window.location.href='/tech/buy'\">Subscribe</button>",
        '<select><option value="/sport/p/2">Sport</option></select>',
    ],
)
def test_scripts_that_lead_elsewhere(more: str) -> None:
    assert read(PLAIN + more).next_urls == ()


def test_persons_named_in_several_records() -> None:
    cards = "".join(
        f'<div><h2><a href="/s/{n}">{title}</a></h2><h5><a href="/people/{n % 3}">A person who has '
        f"an office {n % 3}</a></h5></div>"
        for n, title in enumerate(TITLES, 1)
    )
    assert certain(read(f"<main>{cards}</main>")) == WANTED


@pytest.mark.parametrize(
    ("asked", "following"),
    [
        ("/more?section=tech&page=2", "/more?section=tech&page=3"),
        ("/api/tech?offset=8&limit=8", "/api/tech?offset=16&limit=8"),
        ("/api/tech?start=8", "/api/tech?start=16"),
        ("/load/tech/2", "/load/tech/3"),
    ],
)
def test_what_follows_a_piece_of_a_page(asked: str, following: str) -> None:
    page = Page(SITE + asked, SITE + asked, PLAIN.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    source = Source(id="x", name="x", section=f"{SITE}/tech/")
    assert read_section(page, source, Memory()).next_urls == (SITE + following,)


def test_what_names_its_further_pages_itself() -> None:
    assert read(PLAIN, "/tech/?page=2").next_urls == ()
    page = Page(f"{SITE}/cat/3", f"{SITE}/cat/3", PLAIN.encode(), datetime.now(UTC))
    source = Source(id="x", name="x", section=f"{SITE}/cat/3")
    assert read_section(page, source, Memory()).next_urls == ()


def test_a_list_in_a_frame() -> None:
    assert read('<iframe src="/frames/list?c=tech"></iframe>').next_urls == (
        f"{SITE}/frames/list?c=tech",
    )
    assert read(PLAIN + '<iframe src="/frames/advert"></iframe>').next_urls == ()


def test_data_that_a_script_keeps_under_a_name() -> None:
    entries = rows('{{"headline": "{title}", "permalink": "/s/{n}"}},').rstrip(",")
    script = f'<script>window.__STATE__ = {{"feed": {{"items": [{entries}]}}}};</script>'
    assert certain(read(f'<div id="root"></div>{script}')) == WANTED


TRAP = '<a href="/trap/a-story-for-robots">A story of note that only robots will read</a>'


@pytest.mark.parametrize(
    "trap",
    [
        TRAP.replace("<a ", '<a style="display: none" '),
        f"<li hidden><h2>{TRAP}</h2></li>",
        f'<div style="visibility:hidden"><p>{TRAP}</p></div>',
    ],
    ids=["itself", "hidden-record", "in-a-box"],
)
def test_what_nobody_sees_is_no_link(trap: str) -> None:
    record = '<li class="card"><h2><a href="/s/{n}">{title}</a></h2></li>'
    links = read(f"<main><h1>Tech</h1><ul>{rows(record)}</ul>{trap}</main>").links
    assert [link.url.removeprefix(SITE) for link in links] == WANTED


def test_records_that_a_script_shows_later_are_of_the_list() -> None:
    shown = '<li class="card"><h2><a href="/s/{n}">{title}</a></h2></li>'
    record = rows(shown)
    later = record.replace(
        '<li class="card"><h2><a href="/s/5', '<li class="card" hidden><h2><a href="/s/5'
    )
    assert later != record
    assert certain(read(f"<main><h1>Tech</h1><ul>{later}</ul></main>")) == WANTED


def test_links_of_two_words_to_addresses_that_tell_a_headline() -> None:
    lines = "".join(
        f'<li><a href="/s/{n}-how-chips-came-to-rule-markets">Chips {n}</a></li>'
        for n in range(1, 9)
    )
    menu = "".join(f'<li><a href="/topic/{n}-phones">Phones {n}</a></li>' for n in range(1, 9))
    listing = read(f"<h1>Tech</h1><ul>{menu}</ul><div><ul>{lines}</ul></div>")
    assert certain(listing) == [f"/s/{n}-how-chips-came-to-rule-markets" for n in range(1, 9)]


@pytest.mark.parametrize(
    "said", ["details", "تفاصيل الخبر", "zum Artikel", "leer nota", "Saiba mais", "читать", "詳細"]
)
def test_a_link_that_only_reads_on_takes_the_line_before_it(said: str) -> None:
    listing = read(rows(f'<p><b>{{title}}</b> - <a href="/s/{{n}}">{said}</a></p>'))
    assert certain(listing) == WANTED
    assert [link.title for link in listing.links if link.certain] == TITLES


def test_the_number_of_an_articles_comments_is_no_page_of_the_list() -> None:
    record = (
        '<div><a href="/tech/s{n}.html">{title}</a><a href="/tech/s{n}.html#comments">{n}</a></div>'
    )
    listing = read(f"<div>{rows(record)}</div>")
    assert certain(listing) == [f"/tech/s{n}.html" for n in range(1, 9)]
    assert listing.next_urls == ()


def test_forms_of_an_article_beside_its_headline_are_no_articles() -> None:
    record = (
        '<li><a href="/s/{n}">{title}</a> <a href="/print/s/{n}">🖨</a>'
        ' <a href="/amp/s/{n}">AMP</a></li>'
    )
    assert certain(read(f"<ul>{rows(record)}</ul>")) == WANTED
