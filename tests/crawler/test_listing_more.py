"""What leads on in a list by its words, by a number behind a word, or by a button of a system."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.listings import Listing
from crawler.listings.belonging import is_below
from crawler.listings.labels import labels
from crawler.listings.pagination import is_next_label
from crawler.listings.section import read_section
from pipeline.records import Memory, Page, Source

SITE = "http://news.example"
SECTION = f"{SITE}/tech"
CARDS = "".join(f'<li><a href="/a/{n}">The long story number {n}</a></li>' for n in range(1, 9))


def listing_of(more: str, path: str = "/tech") -> Listing:
    html = f"<html><body><main><h1>Tech</h1><ul>{CARDS}</ul>{more}</main></body></html>"
    page = Page(SITE + path, SITE + path, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    return read_section(page, Source(id="x", name="x", section=SECTION), Memory())


def further(more: str, path: str = "/tech") -> list[str]:
    return [url.removeprefix(SITE) for url in listing_of(more, path).next_urls]


@pytest.mark.parametrize(
    "more",
    [
        '<button data-url="http://[link/more" data-page="2">Load more</button>',
        """<div data-settings='{"ajax_url": "http://[link/more", "page": 1}'></div>""",
        '<a rel="next" href="http://[link]/2">2</a>',
    ],
)
def test_an_address_that_a_template_forgot_to_fill_costs_no_list(more: str) -> None:
    found = listing_of(more)
    assert len(found.links) == 8
    assert found.next_urls == ()


@pytest.mark.parametrize(
    "label",
    sorted(
        labels("""
    مزيد من الأخبار|المزيد من المقالات|أظهر المزيد|تحميل أخبار أكثر|Load older posts
    |See more articles|Show more results
    |Read more stories|Entrées précédentes|Charger plus d'articles|Weitere laden
    |Ältere Nachrichten|Ver más artículos|Mais artigos|Carica altro|Daha Fazla Haber Göster
    |Предыдущие новости|Показать еще новости|Wczytaj więcej|Laad meer artikelen|Visa fler artiklar
    |Načíst další články|Vezi mai multe|Prikaži još|Περισσότερα νέα|הצג עוד כתבות|और खबरें देखें
    |Muat berita lainnya|Xem thêm tin|خبرهای بیشتر|点击加载更多|更多新闻|次の20件を表示|기사 더보기
    """)
    ),
)
def test_labels_told_by_their_words(label: str) -> None:
    assert is_next_label(label)


@pytest.mark.parametrize(
    "label",
    sorted(
        labels(
            "Read more|Lire la suite|اقرأ المزيد|Leer más|Czytaj więcej|Читать далее|Latest news"
            "|Next article|More money|Top stories|Show results|Previous article|阅读更多"
        )
    ),
)
def test_labels_that_lead_on_in_no_list(label: str) -> None:
    assert not is_next_label(label)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            '<div class="listing__button" data-href="/listing/category.tech/all-news/15/1">'
            '<a href="javascript:void(0)">مزيد من الأخبار</a></div>',
            ["/listing/category.tech/all-news/15/1"],
        ),
        (
            '<nav><span class="current"><span>Seite</span>1</span>'
            '<a href="/tech?e-page-4f2a=2"><span class="only">Seite</span>2</a></nav>',
            ["/tech?e-page-4f2a=2"],
        ),
        (
            "<nav><button wire:click=\"gotoPage(2, 'page')\">2</button>"
            "<button wire:click=\"gotoPage(3, 'page')\">3</button></nav>",
            ["/tech?page=2", "/tech?page=3"],
        ),
        ("<nav><button wire:click=\"nextPage('page')\">Next</button></nav>", ["/tech?page=2"]),
        ("<button wire:click=\"nextPage('toasts')\">Next</button>", []),
    ],
)
def test_ways_on(more: str, expected: list[str]) -> None:
    assert further(more) == expected


def test_a_button_of_a_further_page_turns_to_the_one_after() -> None:
    button = "<button wire:click=\"nextPage('page')\">Next</button>"
    assert further(button, "/tech?page=2") == ["/tech?page=3"]


def test_nothing_is_below_a_section_that_a_query_names() -> None:
    assert is_below(f"{SITE}/news/5/a-story", f"{SITE}/news/")
    assert not is_below(f"{SITE}/news/5/a-story", f"{SITE}/news/?c=tech")


def test_a_list_that_quintype_shows_goes_on_by_its_collection() -> None:
    data = '{"qt": {"data": {"section": {"collection": {"slug": "technology", "id": 5}}}}}'
    script = f'<script id="static-page" type="application/json">{data}</script>'
    asked = f"{SITE}/api/v1/collections/technology?item-type=story&limit=20&offset=8"
    assert listing_of(script).tries == (asked,)


@pytest.mark.parametrize(
    ("host", "here", "found"),
    [
        ("www.paper.example", 0, 8),
        ("paper.example", 0, 8),
        ("www.paper.example", 9, 0),
        ("www.other.example", 0, 0),
        ("shop.paper.example", 0, 0),
    ],
)
def test_a_section_with_a_host_of_its_own(host: str, here: int, found: int) -> None:
    there = "".join(
        f'<li><h3><a href="http://{host}/a/{n}">The long story number {n}</a></h3></li>'
        for n in range(1, 9)
    )
    own = "".join(f'<li><a href="/b/{n}">Another long story of {n}</a></li>' for n in range(here))
    menu = '<nav><a href="http://www.paper.example/sport/">Sport</a></nav>'
    url = "http://tech.paper.example/"
    lists = f"<main><h1>Tech</h1><ul>{there}</ul><ul>{own}</ul></main>"
    html = f"<html><body>{menu}{lists}</body></html>"
    page = Page(url, url, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    listing = read_section(page, Source(id="x", name="x", section=url), Memory())
    assert sum(f"//{host}/" in link.url for link in listing.links if link.certain) == found


@pytest.mark.parametrize(
    "more",
    [
        '<button data-pagination-trigger data-pagination-url="/tech?page=2">Mais</button>',
        '<div data-next-page-url="/tech?page=2"></div>',
        '<button data-hx-get="/tech?page=2">x</button>',
        '<button ic-get-from="/tech?page=2">x</button>',
        '<load-more src="/tech?page=2"></load-more>',
        '<link rel="prefetch" href="/tech?page=2">',
        '<a href="/tech?page=2" style="display:none"></a>',
        '<button formaction="/tech?page=2">x</button>',
        '<input type="hidden" id="next_page" value="/tech?page=2">',
        '<span class="loadmore" rel="/tech?page=2">x</span>',
        '<form action="/tech"><button name="page" value="2">x</button></form>',
        "<button onclick=\"loadMore('/tech?page=2')\">Load more</button>",
        '<div x-data="{page: 1, async more() {await fetch(`/tech?page=${++page}`)}}"></div>',
        "<news-list :endpoint=\"'/tech?page=2'\"></news-list>",
    ],
)
def test_an_element_names_a_further_page_under_any_name(more: str) -> None:
    assert further(more) == ["/tech?page=2"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ('<button data-pagination-url="/tech/ajax/2">Mais</button>', ["/tech/ajax/2"]),
        ('<div class="more" data-json="/tech/2.json">Load more</div>', ["/tech/2.json"]),
        ('<div hx-get="/parts/tech?after=x9"></div>', ["/parts/tech?after=x9"]),
        (
            '<div data-source="/feed/tech" data-page="2" data-infinite></div>',
            ["/feed/tech?page=2"],
        ),
        ('<div data-share-url="/story/5?page=2">Share</div>', []),
        ('<div data-scroll data-article-url="/story/5">A story</div>', []),
        ('<div hx-get="/parts/most-read"></div>', []),
        ("<button onclick=\"share('/story/15')\">Share</button>", []),
        ('<img data-src="/tech/photo-2.jpg">', []),
        ('<div data-url="/sport?page=2"></div>', []),
    ],
)
def test_addresses_in_the_data_of_elements(more: str, expected: list[str]) -> None:
    assert further(more) == expected


def test_an_answer_under_a_number_whose_name_has_a_hyphen_goes_on() -> None:
    url = f"{SITE}/list?sid=5&page-no=2"
    answer = b'{"list": [{"url": "/a/9", "title": "A long story"}], "hasMore": true}'
    page = Page(url, url, answer, datetime(2026, 11, 25, tzinfo=UTC))
    listing = read_section(page, Source(id="x", name="x", section=SECTION), Memory())
    assert listing.next_urls == (f"{SITE}/list?sid=5&page-no=3",)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ('<a rel="next" href="/tech/b">Next <b>Berlin opens a hall of computers</b></a>', []),
        ('<a rel="next" href="/tech/older/x">On to older stories</a>', ["/tech/older/x"]),
        (
            '<a rel="next" href="/tech/page/2/">Next page: you are on page 1 of 12</a>',
            ["/tech/page/2/"],
        ),
    ],
)
def test_what_is_called_next_by_its_headline_is_an_article(more: str, expected: list[str]) -> None:
    assert further(more) == expected
