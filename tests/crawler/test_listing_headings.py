"""The section's own heading on its page, and what stands before, below and beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.listings import Listing
from crawler.listings.choice.anchors import read_anchors
from crawler.listings.choice.other_sections import other_sections
from crawler.listings.pagination import is_next_label, listing_key
from crawler.listings.section import read_section
from pipeline.page.html import parse_text
from pipeline.records import Memory, Page, Source

SITE = "http://news.example"
MENU = '<div><a href="/tech">Tech</a> <a href="/sport">Sport</a> <a href="/books">Books</a></div>'


def read(body: str, path: str = "/tech") -> Listing:
    html = f"<html><head><title>The Desk</title></head><body>{MENU}{body}</body></html>"
    page = Page(SITE + path, SITE + path, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    return read_section(page, Source(id="x", name="x", section=f"{SITE}/tech"), Memory())


def certain(listing: Listing) -> list[str]:
    return [link.url.removeprefix(SITE) for link in listing.links if link.certain]


def cards(first: int, last: int, name: str = "") -> str:
    """Stories with a picture and a headline in a heading."""
    return "".join(
        f'<div class="{name}"><a href="/n/{n}"><img src="/{n}.jpg"></a><h4><a href="/n/{n}">'
        f"The story with number {n} of today</a></h4></div>"
        for n in range(first, last + 1)
    )


def lines(first: int, last: int) -> str:
    """Stories of one line each."""
    return "".join(
        f'<li><a href="/n/{n}">The story with number {n} of today</a></li>'
        for n in range(first, last + 1)
    )


def addresses(first: int, last: int) -> list[str]:
    return [f"/n/{n}" for n in range(first, last + 1)]


@pytest.mark.parametrize(
    "heading",
    ["<h1>Tech</h1>", "<h2>Tech</h2>", "<div>Tech</div>", "<font size=5>Tech</font>"],
)
def test_a_row_of_stories_before_the_sections_name_is_of_all_of_the_site(heading: str) -> None:
    row, own = cards(90, 93, "hot"), cards(1, 6, "row")
    listing = read(f"<div><div>{row}</div>{heading}<div>{own}</div></div>")
    assert certain(listing) == addresses(1, 6)
    listing = read(f"<div><div>{row}</div>{heading}<div><ul>{lines(1, 6)}</ul></div></div>")
    assert certain(listing) == addresses(1, 6)


def test_one_story_before_the_sections_name_leads_it() -> None:
    lead, own = cards(90, 90, "row"), cards(1, 6, "row")
    assert len(certain(read(f"<div>{lead}<h2>Tech</h2>{own}</div>"))) >= 6


def test_the_newest_of_the_site_in_a_column_after_the_list() -> None:
    own = "".join(
        f'<div class="mt"><a href="/n/{n}"><img src="/{n}.jpg"></a><div class="p"><a class="t" '
        f'href="/n/{n}">The story with number {n} of today</a><i>{n} May 2026</i></div></div>'
        for n in range(1, 7)
    )
    newest = "".join(
        f'<li class="b"><a class="s" href="/n/{n}">The story with number {n} of today</a>'
        f"<span>{n - 80}:45</span></li>"
        for n in range(90, 100)
    )
    column = f'<div class="w"><div class="f">Newest</div><ul>{newest}</ul></div>'
    page = f'<div><div><div class="x">Tech</div><div>{own}</div></div><div>{column}</div></div>'
    assert certain(read(page)) == addresses(1, 6)


def test_a_column_with_a_box_of_the_most_read() -> None:
    column = f"<h3>Most read</h3><ol>{lines(80, 84)}</ol><h3>New</h3><ul>{lines(90, 95)}</ul>"
    page = f"<div><div><h1>Tech</h1><ul>{lines(1, 8)}</ul></div><div>{column}</div></div>"
    assert certain(read(page)) == addresses(1, 8)
    under = f"<div><h1>Tech</h1><ul>{lines(1, 8)}</ul>{column}</div>"
    assert certain(read(under)) == addresses(1, 8) + addresses(90, 95)


@pytest.mark.parametrize(
    "label",
    [
        "Les plus lues",
        "Beliebteste Artikel",
        "Mais vistas",
        "Самые читаемые",
        "지금 뜨는 기사",
    ],
)
def test_a_box_of_the_most_read_in_more_words(label: str) -> None:
    column = f"<h3>{label}</h3><ul>{lines(80, 84)}</ul>"
    page = f"<div><h1>Tech</h1><ul>{lines(1, 8)}</ul>{column}</div>"
    assert certain(read(page)) == addresses(1, 8)


@pytest.mark.parametrize(
    "label",
    ["Next 10", "Load 20 more", "次の10件", "التالي · Suivant »", "Older posts | مقالات أقدم"],
)
def test_labels_of_the_next_page_with_a_count_or_in_two_languages(label: str) -> None:
    assert is_next_label(label)


@pytest.mark.parametrize("label", ["10", "Tech · Sport", "More on chips", "次の首相"])
def test_labels_of_no_next_page(label: str) -> None:
    assert not is_next_label(label)


@pytest.mark.parametrize(
    ("data", "following"),
    [
        ('data-page="2"', "/ajax/more?s=5&page=2"),
        ('data-page="1"', "/ajax/more?s=5&page=2"),
        ('data-current-page="2"', "/ajax/more?s=5&page=3"),
    ],
)
def test_a_button_that_counts_the_next_page_or_the_present_one(data: str, following: str) -> None:
    button = f'<button data-url="/ajax/more?s=5&amp;page=" {data}>Load more</button>'
    listing = read(f"<h1>Tech</h1><div>{cards(1, 6)}</div>{button}")
    assert [url.removeprefix(SITE) for url in listing.next_urls] == [following]


def test_a_button_of_the_second_page_that_counts_the_second() -> None:
    button = '<button data-url="/ajax/more?page=" data-page="2">Load more</button>'
    listing = read(f"<h1>Tech</h1><div>{cards(1, 6)}</div>{button}", "/tech?page=2")
    assert f"{SITE}/ajax/more?page=3" in listing.next_urls


@pytest.mark.parametrize(
    "way",
    ['<a href="/tech?page=2">Older stories</a>', "<button>Load more news</button>",
     '<a href="/tech?page=1">1</a> <a href="/tech?page=2">2</a>'],
)  # fmt: skip
def test_the_list_ends_where_it_leads_on(way: str) -> None:
    page = f"<div><h1>Tech</h1>{cards(1, 8)}</div><p>{way}</p><div><b>Around</b>{cards(90, 93)}"
    assert certain(read(f"{page}</div>")) == addresses(1, 8)
    before = f"<div><h1>Tech</h1></div><p>{way}</p><div>{cards(1, 8)}</div>"
    assert certain(read(before)) == addresses(1, 8)


def test_the_issue_before() -> None:
    way = '<a href="/tech/2026-11-23/">العدد السابق</a>'
    listing = read(f"<h1>Tech</h1><div>{cards(1, 6)}</div>{way}")
    assert listing.next_urls == (f"{SITE}/tech/2026-11-23/",)


def test_a_page_of_the_list_among_what_may_be_articles_tells_no_directory() -> None:
    row, own = cards(90, 93, "hot"), cards(1, 6, "row")
    page = (
        f"<div><div>{row}</div><h1>Tech</h1><div>{own}</div><a href='/tech/l_1'>前の10件</a></div>"
    )
    assert certain(read(page, "/tech/l_2")) == addresses(1, 6)


def test_sections_of_a_menu_that_shows_some_articles_of_each() -> None:
    menu = "".join(
        f'<li><a href="/{name}/">{name}</a><div><a href="/{name}/1-a.html">The first story of '
        f'{name} today</a><a href="/{name}/2-b.html">Another story of {name} this week</a></div>'
        "</li>"
        for name in ("tech", "money", "stage", "film")
    )
    body = parse_text(f'<body><nav><ul class="menu">{menu}</ul></nav></body>', SITE).tree
    others = other_sections(read_anchors(body, SITE), frozenset({listing_key(f"{SITE}/tech/")}))
    assert others.names == {"money", "stage", "film"}


def test_the_newest_of_the_site_in_one_column_with_the_most_read() -> None:
    days = "".join(f"<h2>{n} November 2026</h2><ul>{lines(n, n)}</ul>" for n in range(1, 13))
    column = (
        f"<div><h2>人気記事</h2><ol>{lines(80, 89)}</ol></div>"
        f"<div><h2>新着記事</h2><ul>{lines(90, 97)}</ul></div>"
    )
    page = f"<div><div><h1>Tech, November 2026</h1>{days}</div><div>{column}</div></div>"
    assert certain(read(page, "/tech/archive/2611.html")) == addresses(1, 12)


@pytest.mark.parametrize("label", ["زۆرترین خوێنراو", "24小时热榜", "猜你喜欢", "アクセスTOP10"])
def test_what_readers_chose_in_more_languages(label: str) -> None:
    box = f"<div><h2>{label}</h2><div>{cards(90, 93, 'row')}</div></div>"
    page = f"<div><h1>Tech</h1><div>{cards(1, 8, 'row')}</div>{box}</div>"
    assert certain(read(page)) == addresses(1, 8)


@pytest.mark.parametrize(
    ("address", "said", "leads"),
    [
        ("/tech/archive/2611.html", "過去記事一覧へ", True),
        ("/tech/archive/202611.html", "Older articles", True),
        ("/tech/back-number/2610/", "前月の記事", True),
        ("/tech/202610", "October 2026", True),
        ("/tech/archive/2611.html", "The story that everybody told today", False),
        ("/tech/archive/2613.html", "November", False),
        ("/tech/2611.html", "November", False),
    ],
)
def test_months_of_an_archive(address: str, said: str, leads: bool) -> None:
    listing = read(f'<h1>Tech</h1><ul>{lines(1, 8)}</ul><p><a href="{address}">{said}</a></p>')
    assert (f"{SITE}{address}" in listing.next_urls) is leads


def test_a_box_headed_as_the_list_by_another_name() -> None:
    box = f'<h2 class="t"><span>Harvest of the day</span></h2><div>{cards(90, 93)}</div>'
    own = f'<h2 class="t"><span>Tech</span></h2><div>{cards(1, 3)}</div><ul>{lines(4, 9)}</ul>'
    assert certain(read(f"<div>{own}{box}</div>")) == addresses(1, 9)
    part = box.replace("<span>Harvest of the day</span>", '<a href="/tech/reviews">Reviews</a>')
    assert {*addresses(90, 93)} <= {*certain(read(f"<div>{own}{part}</div>"))}
    few = f'<h2 class="t"><span>Tech</span></h2><div>{cards(1, 4)}</div>'
    assert {*addresses(90, 93)} <= {*certain(read(f"<div>{few}{box}</div>"))}


def test_a_list_after_its_leads_with_its_pages_is_no_column_beside_them() -> None:
    way = '<nav><a href="/tech?page=2">Next</a></nav>'
    own = f"<h2>The latest</h2><div>{cards(4, 15)}{way}</div>"
    side = f"<div><h2>Most popular</h2><div>{cards(80, 85)}</div></div>"
    page = f"<h1>Tech</h1><div>{cards(1, 3, 'hero')}</div><div><div>{own}</div>{side}</div>"
    assert certain(read(f"<main>{page}</main>")) == addresses(1, 15)


def test_one_featured_story_is_no_list_beside_a_longer_one_without_pictures() -> None:
    story = "The story with number {} of today"
    hero = f'<a href="/n/1"><img src="1.jpg"><div><h3>{story.format(1)}</h3></div></a>'
    two = "".join(
        f'<div class="c"><a href="/n/{n}"><img src="{n}.jpg"></a><div><a href="/n/{n}">'
        f"{story.format(n)}</a><span><time>2026-11-0{n}</time></span></div></div>"
        for n in (2, 3)
    )
    lead = f'<div class="hero">{hero}</div><div class="two">{two}</div>'
    body = f"<main><h1>Tech</h1>{lead}<div class='l'><ul>{lines(4, 12)}</ul></div></main>"
    assert sorted(certain(read(body))) == sorted(addresses(1, 12))
