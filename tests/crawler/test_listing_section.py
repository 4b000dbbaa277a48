"""Every saved listing page gives its section's articles, all of them and nothing else."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from crawler.listings import Listing
from crawler.listings.choice.anchors import MAX_ANCHORS
from crawler.listings.section import read_section
from pipeline.errors import UnusablePage
from pipeline.records import LinkRules, Memory, Page, Source

PAGES = Path(__file__).parent / "listing_pages"
CASES: dict[str, dict[str, Any]] = tomllib.loads((PAGES / "cases.toml").read_text("utf-8"))
SITE = "http://news.example"


def page_of(body: bytes, url: str) -> Page:
    return Page(
        requested_url=url, final_url=url, body=body, fetched_at=datetime(2026, 11, 25, tzinfo=UTC)
    )


def read(
    body: str, path: str = "/tech/", *, memory: Memory | None = None, rules: LinkRules | None = None
) -> Listing:
    source = Source(id="x", name="x", section=f"{SITE}/tech/", links=rules or LinkRules())
    return read_section(page_of(body.encode(), SITE + path), source, memory or Memory())


def read_case(name: str) -> Listing:
    case = CASES[name]
    source = Source(id=name, name=name, section=SITE + case["section"])
    body = (PAGES / f"{name}.html").read_bytes()
    return read_section(page_of(body, SITE + case.get("page", case["section"])), source, Memory())


def test_thousands_of_numbered_pages_hide_no_article() -> None:
    pages = "".join(f'<a href="/tech/?page={n}">{n}</a>' for n in range(2, 4_000))
    card = "<article><h2><a href='/2026/11/a-story-of-chips'>A story of chips</a></h2></article>"
    listing = read(f"<main><h1>Tech</h1>{card}<div class=pagination>{pages}</div></main>")
    assert certain(listing) == [f"{SITE}/2026/11/a-story-of-chips"]
    assert len(listing.next_urls) == 200


def expanded(patterns: list[str]) -> list[str]:
    """Full addresses of patterns with a range of numbers in braces."""
    urls: list[str] = []
    for pattern in patterns:
        found = re.search(r"\{(\d+)\.\.(\d+)\}", pattern)
        if found is None:
            urls.append(SITE + pattern)
            continue
        numbers = range(int(found[1]), int(found[2]) + 1)
        urls += [SITE + pattern.replace(found[0], str(number)) for number in numbers]
    return urls


def certain(listing: Listing) -> list[str]:
    return [link.url for link in listing.links if link.certain]


@pytest.mark.parametrize("name", CASES)
def test_certain_links_are_the_articles(name: str) -> None:
    assert sorted(certain(read_case(name))) == sorted(expanded(CASES[name]["certain"]))


@pytest.mark.parametrize("name", CASES)
def test_possible_links(name: str) -> None:
    possible = [link.url for link in read_case(name).links if not link.certain]
    assert sorted(possible) == sorted(expanded(CASES[name].get("possible", [])))


@pytest.mark.parametrize("name", CASES)
def test_further_pages(name: str) -> None:
    assert list(read_case(name).next_urls) == expanded(CASES[name].get("next", []))


@pytest.mark.parametrize("name", CASES)
def test_name(name: str) -> None:
    assert read_case(name).name == CASES[name]["name"]


@pytest.mark.parametrize("kind", ["feeds", "site_feeds", "wordpress"])
@pytest.mark.parametrize("name", CASES)
def test_other_lists(name: str, kind: str) -> None:
    assert list(getattr(read_case(name), kind)) == expanded(CASES[name].get(kind, []))


@pytest.mark.parametrize("name", CASES)
def test_every_link_has_its_headline(name: str) -> None:
    titles = [link.title for link in read_case(name).links if link.certain]
    assert len(set(titles)) == len(titles)
    assert all(title and len(title.split()) >= 3 for title in titles)


def test_a_name_of_layout_hides_no_list() -> None:
    items = "".join(
        f'<div class="post"><h2><a href="/tech/a-story-{n}">A story of number {n}</a></h2></div>'
        for n in range(4)
    )
    listing = read(f'<body><div class="wrap with-sidebar menu-open">{items}</div></body>')
    assert len(certain(listing)) == 4


def test_a_term_in_a_posts_class_is_no_region() -> None:
    items = "".join(
        f'<li class="post-{n} post hentry tag-cloud category-menu"><h2><a href="/s-{n}/">'
        f"The story with number {n}</a></h2></li>"
        for n in range(3)
    )
    assert len(certain(read(f"<body><main><ul>{items}</ul></main></body>"))) == 3


def test_a_link_repeated_in_its_record_is_one() -> None:
    listing = read(
        '<body><main><article><a href="/a/"><img src="/i.jpg"></a><h2><a href="/a/?utm_source=x">'
        'The first story of all</a></h2><a href="/a/#more">Read more</a></article><article><a'
        ' href="/b/"><img></a><h2><a href="/b/">The second story of all</a></h2></article></main>'
    )
    assert [(link.url, link.title) for link in listing.links] == [
        (f"{SITE}/a/", "The first story of all"),
        (f"{SITE}/b/", "The second story of all"),
    ]


def test_a_featured_record_that_names_the_section_is_certain() -> None:
    item = '<li><article><h1><a href="/{0}/">The {0} of the others</a></h1></article></li>'
    listing = read(
        '<body><nav><a href="/tech/">Tech</a></nav><aside id="featured"><article>'
        '<h1><a href="/lead/">The lead stands in an aside</a></h1>'
        '<p>In <a href="/tech/">Tech</a></p></article></aside>'
        f"<section><ol>{item.format('first')}{item.format('second')}</ol></section></body>"
    )
    assert certain(listing) == [f"{SITE}/lead/", f"{SITE}/first/", f"{SITE}/second/"]


def test_what_a_page_calls_next_may_be_the_next_section() -> None:
    listing = read('<head><link rel="next" href="/sport/"></head><body><p>Nothing</p></body>')
    assert listing.next_urls == ()


def test_pages_of_a_listing_are_no_articles() -> None:
    pages = "".join(f'<li><a href="/tech/page/{n}/">{n}</a></li>' for n in range(2, 9))
    listing = read(f'<body><main><h1>Tech</h1><ul class="x">{pages}</ul></main></body>')
    assert listing.links == ()
    assert len(listing.next_urls) == 7


@pytest.mark.parametrize(
    ("href", "text"),
    [
        ("/tech/page/2/", "2"),
        ("/tech/page2/", "Older"),
        ("/tech/?page=2", "2"),
        ("?paged=2", "التالي"),
        ("/tech/?start=10", "2"),
        ("/tech?debut_articles=10#pagination", "10"),
        ("/tech/2/", "٢"),
        ("/tech/index-1.html", "»"),
        ("/tech-2.html", "2"),
        ("/tech2.html", "⟩"),
        ("/tech/صفحة/2", "الصفحة 2"),
    ],
)
def test_styles_of_pagination(href: str, text: str) -> None:
    assert len(read(f'<body><p><a href="{href}">{text}</a></p></body>').next_urls) == 1


@pytest.mark.parametrize(
    "href", ["/sport/page/2/", "/tech/?sort=asc", "/tech/2/", "http://other.example/tech/page/2/"]
)
def test_what_is_no_page_of_this_listing(href: str) -> None:
    title = "A headline of an article"
    assert read(f'<body><p><a href="{href}">{title}</a></p></body>').next_urls == ()


def test_known_shapes_decide_between_two_lists() -> None:
    left = "".join(f'<p><a href="/left/n-{n}">Words of the link {n}</a></p>' for n in range(4))
    right = "".join(
        f'<div><a href="/right/n-{n}">Words of the link {n}</a></div>' for n in range(4)
    )
    body = f"<body><div>{left}</div><div>{right}</div></body>"
    listing = read(body, memory=Memory(articles=9, shapes={"/right/S": 9}))
    assert certain(listing) == [f"{SITE}/right/n-{n}" for n in range(4)]


@pytest.mark.parametrize("rule", ["ul.mine a", "/\\/mine-\\d/"])
def test_the_source_files_rule_goes_first(rule: str) -> None:
    listing = read(
        '<body><main><h2><a href="/x-1/">A headline that is not wanted</a></h2><ul class="mine">'
        '<li><a href="/mine-1/">Short</a></li></ul><a class="on" href="/tech/cursor/abc">go</a>',
        rules=LinkRules(article=rule, next="a.on"),
    )
    assert certain(listing) == [f"{SITE}/mine-1/"]
    assert listing.next_urls == (f"{SITE}/tech/cursor/abc",)


@pytest.mark.parametrize(
    "rule", ["/هواتف/", "/^[^%]+\\/هواتف-\\d$/", "/%D9%87%D9%88%D8%A7%D8%AA%D9%81/"]
)
def test_a_rule_is_written_in_the_letters_of_addresses(rule: str) -> None:
    listing = read(
        '<body><main><h2><a href="/x-1/">A headline that is not wanted</a></h2>'
        '<h2><a href="/tech/هواتف-1">A headline of telephones that is</a></h2></main>',
        rules=LinkRules(article=rule),
    )
    assert certain(listing) == [f"{SITE}/tech/{quote('هواتف')}-1"]


@pytest.mark.parametrize("text", ["\u2192", "12", "+"])
@pytest.mark.parametrize(("rule", "found"), [("ul.mine a", 2), ("ul a", 1), ("/mine-/", 0)])
def test_what_the_files_selector_names_need_not_look_like_an_article(
    text: str, rule: str, found: int
) -> None:
    """Only where it names nothing that does: a selector of all links is no choice of numbers."""
    listing = read(
        '<body><main><h2>T</h2><ul class="mine">'
        f'<li>One <a href="/mine-1/">{text}</a></li><li>Two <a href="/mine-2/">{text}</a></li></ul>'
        '<ul><li><a href="/x-1/">A headline of the other list</a></li></ul></main>',
        rules=LinkRules(article=rule),
    )
    assert len(certain(listing)) == found


def test_links_of_one_page_are_bounded() -> None:
    items = "".join(
        f'<li><a href="/tech/s-{n}">The story of day {n}</a></li>' for n in range(20_000)
    )
    assert len(read(f"<body><main><ul>{items}</ul></main></body>").links) == MAX_ANCHORS


def test_a_wrapper_named_for_its_sidebar_is_no_sidebar() -> None:
    items = "".join(
        f'<li><time>11-0{n}</time><a class="archive-title" href="/s-{n}/">The story with number {n}'
        "</a></li>"
        for n in range(1, 6)
    )
    recent = '<li><a href="/other-1/">Something else that is recent</a></li>'
    listing = read(
        f'<body><div class="sidebar-right" id="layout"><section><ul>{items}</ul></section>'
        f'<div class="sidebar"><ul>{recent}</ul></div></div></body>'
    )
    assert certain(listing) == [f"{SITE}/s-{n}/" for n in range(1, 6)]


def test_entries_of_a_json_answer() -> None:
    listing = read(
        '{"page": 2, "nextUrl": "/tech/more?page=3", "items": [{"headline": "A story of today",'
        ' "url": "/a/", "author": {"name": "Maya", "url": "/people/maya/"}},'
        ' {"title": {"rendered": "B"}, "link": "http://other.example/b"}, {"id": 3}]}',
        path="/tech/more?page=2",
    )
    assert (f"{SITE}/a/", "A story of today") in [(link.url, link.title) for link in listing.links]
    assert all(link.url.startswith(SITE) for link in listing.links)
    assert listing.next_urls == (f"{SITE}/tech/more?page=3",)


def test_html_in_a_json_answer() -> None:
    items = "".join(
        f"<li><h3><a href='/s-{n}/'>The story with number {n}</a></h3></li>" for n in range(3)
    )
    assert certain(read(json.dumps({"html": f"<ul>{items}</ul>"}))) == [
        f"{SITE}/s-{n}/" for n in range(3)
    ]


def test_a_broken_json_answer_is_no_listing() -> None:
    with pytest.raises(UnusablePage):
        read('{"items": [')


def test_a_label_leads_on_within_the_listings_path_alone() -> None:
    listing = read(
        '<body><main><p><a href="/tech/?first=5">older entries &gt;&gt;</a></p>'
        '<p>Two lines. <a href="/tech/a-story/">more</a></p></main></body>'
    )
    assert listing.next_urls == (f"{SITE}/tech/?first=5",)


def test_a_slug_that_looks_like_a_pages_number_is_an_article() -> None:
    items = "".join(
        f'<li><a href="/posts/p{n}/">The story with number {n}</a><span>Nov {n}, 2026</span></li>'
        for n in range(1, 4)
    )
    assert len(certain(read(f"<body><main><ul>{items}</ul></main></body>"))) == 3


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Category: <span>Tech</span>", "Tech"),
        ("التصنيف: تقنية", "تقنية"),
        ("Tech <span>29</span>", "Tech"),
        ("Tech <small>category</small>", "Tech"),
        ("Filed under <em>Tech</em>", "Tech"),
    ],
)
def test_names_from_headings(heading: str, name: str) -> None:
    assert read(f"<body><main><h1>{heading}</h1></main></body>").name == name


def test_neither_a_feed_nor_a_linked_headline_names_the_section() -> None:
    feed = '<a rel="alternate" type="application/rss+xml" href="index.rss">RSS</a>'
    story = '<a href="/s/a-story"><h1>Engineers explain what a story means</h1></a>'
    assert read(f"<body><main>{feed}{story}<h1>Tech news</h1></main></body>").name == "Tech news"


def test_numbers_of_any_kind_in_addresses_are_read_or_passed_over() -> None:
    cards = "".join(
        f"<article><h2><a href='/tech/{n}-a-story'>A story with number {n}</a></h2></article>"
        for n in range(5)
    )
    many = "9" * 5000
    listing = read(
        f"<head><link rel=alternate href='/wp-json/wp/v2/categories/{many}'>"
        f"<link rel='https://api.w.org/' href='/wp-json/'></head><body class='category-{many}'>"
        f"<main>{cards}<a href='/tech/?page=²'>2</a><a href='/tech/?page=٢'>2</a></main>"
    )
    assert len(listing.links) == 5


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/tech/?updated-max=2026-11-20T10:00&amp;start=7">المشاركات الأقدم</a>',
        '<a class="blog-pager-older-link" href="/tech/?updated-max=2026&amp;start=7">←→ κτλ</a>',
    ],
    ids=["label", "name"],
)
def test_what_is_called_older_leads_on(link: str) -> None:
    records = "".join(f'<div class="p"><h2><a href="/{n}.html">A story of note {n}</a></h2></div>'
                      for n in range(5))  # fmt: skip
    found = read(f"<body><main>{records}<div>{link}</div></main></body>")
    assert any("updated-max" in url for url in found.next_urls)


def test_pages_of_an_index_below_the_section() -> None:
    pages = "".join(f'<a href="/tech/index-all?page={n}">{n}</a>' for n in (2, 3))
    card = "<article><h2><a href='/2026/11/a-story-of-chips'>A story of chips</a></h2></article>"
    listing = read(f"<main><h1>Tech</h1>{card}<div class=pages><b>1</b>{pages}</div></main>")
    assert listing.next_urls == tuple(f"{SITE}/tech/index-all?page={n}" for n in (2, 3))
    other = '<a href="/sport?page=2">2</a>'
    assert read(f"<main>{card}<div class=pages>{other}</div></main>").next_urls == ()


@pytest.mark.parametrize(
    ("said", "following"),
    [
        ({"flowBack": "30", "total": 2}, "flowBack=30"),
        ({"flowBack": "15"}, None),
        ({"flowBack": None}, None),
        ({"data": [{"flowBack": "1"}, {"flowBack": "2"}]}, None),
        ({"flowBack": "30", "hasNextPage": 0}, None),
        ({"flowBack": "30", "of": "sport"}, None),
    ],
)
def test_an_answer_says_a_parameter_of_the_next_question(
    said: dict[str, object], following: str | None
) -> None:
    way = "/api/list?of=tech&flowBack="
    listed = [{"itemTitle": "A story of chips", "shareUrl": "/s/1/a-story-of-chips"}]
    found = read(json.dumps({"list": listed, **said}), f"{way}15")
    assert certain(found) == [f"{SITE}/s/1/a-story-of-chips"]
    assert found.next_urls == ((f"{SITE}/api/list?of=tech&{following}",) if following else ())


def test_entries_of_an_answer_by_their_numbers_alone() -> None:
    made = f"{SITE}/p/{{id}}"
    entries = [{"itemId": n, "data": {"itemId": n, "cardTitle": f"The {n}th"}} for n in (7, 8)]
    body = json.dumps({"list": [*entries, {"sectionTitle": "Tech", "itemId": 9}]}).encode()
    source = Source(id="x", name="x", section=f"{SITE}/tech/")
    found = read_section(page_of(body, f"{SITE}/api?page=2"), source, Memory(), made=made)
    assert certain(found) == [f"{SITE}/p/7", f"{SITE}/p/8"]


def test_the_cursor_of_an_answer_asks_for_the_next() -> None:
    way = "/api/list?section=tech&limit=2&cursor="
    node = {"title": "The long story number 4", "permalink": "/story/4"}
    info = {"endCursor": "a=4", "hasNextPage": True}
    answer = {"data": {"edges": [{"node": node}], "pageInfo": info}}
    listing = read(json.dumps(answer), f"{way}51")
    assert [link.url for link in listing.links] == [f"{SITE}/story/4"]
    assert listing.next_urls == (f"{SITE}{way}a%3D4",)
    assert read(json.dumps(answer), "/api/list?section=tech").next_urls == ()
    info["hasNextPage"] = False
    assert read(json.dumps(answer), f"{way}51").next_urls == ()
