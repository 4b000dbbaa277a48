"""Layouts of section pages, each written as a site would: every article, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.listings import Listing
from crawler.listings.onward.endless import page_after
from crawler.listings.section import read_section
from pipeline.records import Memory, Page, Source

SITE = "http://news.example"
MENU = (
    '<header><a href="/">The Desk</a><nav><ul><li><a href="/tech/">Tech</a></li>'
    '<li><a href="/sport/">Sport</a></li><li><a href="/world/">World</a></li></ul></nav></header>'
)
FOOTER = '<footer><a href="/about/">About</a> <a href="/privacy/">Privacy</a></footer>'


def read(body: str, path: str = "/tech/", head: str = "") -> Listing:
    html = (
        f"<html lang=en><head><title>Tech - The Desk</title>{head}</head><body>{body}</body></html>"
    )
    page = Page(
        requested_url=SITE + path,
        final_url=SITE + path,
        body=html.encode(),
        fetched_at=datetime(2026, 11, 25, tzinfo=UTC),
    )
    return read_section(page, Source(id="x", name="x", section=f"{SITE}/tech/"), Memory())


def certain(listing: Listing) -> list[str]:
    return [link.url.removeprefix(SITE) for link in listing.links if link.certain]


def possible(listing: Listing) -> list[str]:
    return [link.url.removeprefix(SITE) for link in listing.links if not link.certain]


def stories(first: int, last: int) -> list[str]:
    return [f"/s/a-long-story-{n}/" for n in range(first, last + 1)]


def title(n: int) -> str:
    return f"Engineers explain what story {n} means for everyone"


@pytest.mark.parametrize(
    "beside",
    [
        '<a class="over" href="{url}"></a>',
        '<a href="{url}"><img src="/i.jpg" alt=""></a>',
        '<a class="more" href="{url}">More</a>',
        '<a class="load-more" href="{url}">Go on reading</a>',
        '<a class="replies" href="{url}">18</a>',
        '<a href="{url}">»</a>',
    ],
)
@pytest.mark.parametrize("first", [1, 1984, 4821])
def test_a_story_whose_address_is_the_sections_and_a_number(beside: str, first: int) -> None:
    """Its headline tells that it is none of the list's pages, whatever else leads there."""
    urls = [f"/tech/{n}" for n in range(first, first + 6)]
    items = "".join(
        f'<li>{beside.format(url=url)}<i>Nov {n}, 2026</i><a href="{url}">{title(n)}</a></li>'
        for n, url in enumerate(urls, 7)
    )
    body = f"{MENU}<div><h1>Tech</h1><ul>{items}</ul></div>{FOOTER}"
    listing = read(body)
    assert (certain(listing), listing.next_urls) == (urls, ())
    pager = (
        '<a href="/tech/2/">2</a><a href="/tech/3/">3</a><a href="/tech/3/">Go to page no. 3</a>'
    )
    paged = read(body.replace("/tech/", "/news/").replace("</div>", f"{pager}</div>", 1))
    assert paged.next_urls == (f"{SITE}/tech/2/", f"{SITE}/tech/3/")


def test_a_link_for_more_behind_each_headline_makes_no_parts_of_articles() -> None:
    """They lie right below the section, under short names and without a day."""
    urls = [f"/tech/{name}" for name in ("cold-chips", "warm-chips", "new-phones", "old-phones")]
    items = "".join(
        f'<li><a href="{url}">Engineers explain what {url[6:]} mean for everyone</a> '
        f'<a class="go" href="{url}">Read more</a></li>'
        for url in urls
    )
    listing = read(f"{MENU}<div><h1>Tech</h1><ul>{items}</ul></div>{FOOTER}")
    assert (certain(listing), listing.parts) == (urls, ())


def test_a_second_column_of_dated_headings_without_names() -> None:
    left = "".join(
        f'<div><div><img src="/{n}.jpg"></div><h2><a href="/s/a-long-story-{n}/">{title(n)}'
        f"</a></h2><p>Nov {n}, 2026</p><p>More is said of it here at length.</p></div>"
        for n in range(1, 6)
    )
    right = "".join(
        f'<div><h3><a href="/s/a-long-story-{n}/">{title(n)}</a></h3><p>Nov {n}, 2026</p></div>'
        for n in range(6, 12)
    )
    listing = read(f"{MENU}<div><div><div>{left}</div><div>{right}</div></div></div>{FOOTER}")
    assert certain(listing) == stories(1, 11)


def test_lead_grid_and_list_in_three_containers() -> None:
    lead = (
        '<section class="lead"><article><a href="/s/a-long-story-1/"><img src="/1.jpg"></a>'
        f'<h1><a href="/s/a-long-story-1/">{title(1)}</a></h1><p>Said at length.</p></article>'
        "</section>"
    )
    grid = "".join(
        f'<div class="tile"><a href="/s/a-long-story-{n}/"><img src="/{n}.jpg">'
        f"<h3>{title(n)}</h3></a></div>"
        for n in range(2, 6)
    )
    rows = "".join(
        f'<li class="row"><a class="row-title" href="/s/a-long-story-{n}/">{title(n)}</a>'
        f"<time>2026-11-{n:02}</time></li>"
        for n in range(6, 16)
    )
    listing = read(
        f'{MENU}<main><h1>Tech</h1>{lead}<div class="grid">{grid}</div><ul class="rows">{rows}</ul>'
        f"</main>{FOOTER}"
    )
    assert certain(listing) == stories(1, 15)


def test_a_slider_is_of_the_section_or_may_be() -> None:
    slides = "".join(
        f'<div class="swiper-slide"><a href="/s/a-long-story-{n}/"><h2>{title(n)}</h2></a></div>'
        for n in range(1, 4)
    )
    rows = "".join(
        f'<article><h2><a href="/s/a-long-story-{n}/">{title(n)}</a></h2></article>'
        for n in range(4, 10)
    )
    listing = read(
        f'{MENU}<div class="swiper hero-slider"><div class="swiper-wrapper">{slides}</div></div>'
        f"<main>{rows}</main>{FOOTER}"
    )
    assert certain(listing) == stories(4, 9)
    assert possible(listing) == stories(1, 3)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_records_on_a_page_with_a_long_sidebar(count: int) -> None:
    rows = "".join(
        f'<div class="item"><h3><a href="/s/a-long-story-{n}/">{title(n)}</a></h3>'
        f"<span>Nov {n}, 2026</span><p>The first words of the story stand here.</p></div>"
        for n in range(1, count + 1)
    )
    side = "".join(
        f'<li><a href="/2026/10/other-story-{n}/">Another story that everyone reads {n}</a></li>'
        for n in range(12)
    )
    pages = "".join(f'<a href="/tech/page/{n}/">{n}</a>' for n in (1, 2, 3, 20))
    listing = read(
        f'{MENU}<div class="wrap"><div class="col-8">{rows}<div class="pages">{pages}</div></div>'
        f'<div class="col-4"><div class="widget"><b>Most read</b><ul>{side}</ul></div></div></div>'
        f"{FOOTER}",
        "/tech/page/20/",
    )
    assert certain(listing) == stories(1, count)
    assert f"{SITE}/tech/page/2/" in listing.next_urls


def test_load_more_named_in_an_inline_script() -> None:
    rows = "".join(
        f'<article><h2><a href="/s/a-long-story-{n}/">{title(n)}</a></h2></article>'
        for n in range(1, 5)
    )
    script = (
        '<script>var feed = {"nextPage": "/tech/?page=2", "per": 4};'
        'window.loadMoreUrl = "\\/tech\\/more.json?offset=4";var ads = "/ads/next.js";</script>'
    )
    listing = read(f"{MENU}<main>{rows}<button id='more'>Load more</button></main>{script}{FOOTER}")
    assert certain(listing) == stories(1, 4)
    assert listing.next_urls == (f"{SITE}/tech/?page=2", f"{SITE}/tech/more.json?offset=4")


def test_archives_by_month_below_the_section() -> None:
    months = "".join(
        f'<li><a href="/tech/2026/{n:02}/">Month {n} (9)</a></li>' for n in range(11, 6, -1)
    )
    listing = read(f"{MENU}<main><h1>Tech</h1><ul>{months}</ul></main>{FOOTER}")
    assert certain(listing) == []
    assert listing.next_urls == tuple(f"{SITE}/tech/2026/{n:02}/" for n in range(11, 6, -1))


@pytest.mark.parametrize("text", ["Archive", "All posts", "كل المقالات", "عرض الكل »"])
def test_an_archive_below_the_section(text: str) -> None:
    rows = "".join(
        f'<li><a href="/tech/a-long-story-{n}/">{title(n)}</a></li>' for n in range(1, 5)
    )
    listing = read(f'{MENU}<main><ul>{rows}</ul><p><a href="/tech/whole/">{text}</a></p></main>')
    assert listing.next_urls == (f"{SITE}/tech/whole/",)


def test_a_record_marked_as_featured_is_a_record() -> None:
    rows = "".join(
        f'<div class="card{" card--featured" if n == 3 else ""}"><h2><a'
        f' href="/s/a-long-story-{n}/">{title(n)}</a></h2></div>'
        for n in range(1, 7)
    )
    assert certain(read(f"{MENU}<main>{rows}</main>{FOOTER}")) == stories(1, 6)


def test_headlines_that_look_like_links_of_a_menu() -> None:
    rows = "".join(
        f'<article class="post"><header class="post-title"><a class="nav-link"'
        f' href="/s/a-long-story-{n}/">{title(n)}</a></header></article>'
        for n in range(1, 5)
    )
    assert certain(read(f"{MENU}<div>{rows}</div>{FOOTER}")) == stories(1, 4)


def test_a_list_headed_by_the_name_of_the_section_above() -> None:
    rows = "".join(
        f'<div class="col"><a href="/s/a-long-story-{n}/"><h3>{title(n)}</h3></a></div>'
        for n in range(1, 5)
    )
    menu = '<nav><a href="/news/">News</a> <a href="/authors/">Authors</a></nav>'
    assert certain(read(f"{menu}<main><h2>News</h2><div>{rows}</div></main>")) == stories(1, 4)


def test_older_pages_may_be_called_previous() -> None:
    rows = "".join(f'<h2><a href="/s/a-long-story-{n}/">{title(n)}</a></h2>' for n in range(1, 5))
    listing = read(f'{MENU}<div>{rows}<p><a rel="prev" href="index1.html">« Previous</a></p></div>')
    assert listing.next_urls == (f"{SITE}/tech/index1.html",)


def test_titles_without_the_day_before_them() -> None:
    rows = "".join(
        f'<li><a href="/s/a-long-story-{n}/">2026-11-0{n} - {title(n)}</a></li>'
        for n in range(1, 5)
    )
    titles = [link.title for link in read(f"{MENU}<main><ul>{rows}</ul></main>").links]
    assert titles == [title(n) for n in range(1, 5)]


def headlines(first: int, last: int, tag: str = "h3") -> str:
    return "".join(
        f'<div class="card"><{tag}><a href="/s/a-long-story-{n}/">{title(n)}</a></{tag}></div>'
        for n in range(first, last + 1)
    )


@pytest.mark.parametrize(
    "label", ["Our picks", "Also in the News", "الأكثر قراءة", "Meistgelesen:", "پربازدیدترین‌ها"]
)
def test_a_box_of_what_the_whole_site_reads(label: str) -> None:
    box = f'<div><h3>{label}</h3><div class="grid">{headlines(20, 24)}</div></div>'
    body = f"{MENU}<div><div class=grid>{headlines(1, 3)}</div>{box}{headlines(4, 9)}</div>"
    listing = read(body)
    assert certain(listing) == stories(1, 9)
    assert possible(listing) == stories(20, 24)


def test_a_last_page_shorter_than_the_box_beside_it() -> None:
    box = f"<div><h2>You might like</h2><div>{headlines(20, 25)}</div></div>"
    assert certain(read(f"{MENU}<div><div>{headlines(1, 2)}</div>{box}</div>")) == stories(1, 2)


def test_a_kicker_is_no_heading_of_a_box() -> None:
    rows = "".join(
        f"<li><span>{'Trending' if n == 2 else 'News'}</span>"
        f'<h3><a href="/s/a-long-story-{n}/">{title(n)}</a></h3></li>'
        for n in range(1, 6)
    )
    assert certain(read(f"{MENU}<ul>{rows}</ul>")) == stories(1, 5)


def test_pictures_and_read_more_lead_where_the_text_does_not() -> None:
    rows = "".join(
        f'<div class="t"><a href="/s/a-long-story-{n}/?utm_source=x"><img src="/{n}.jpg"></a>'
        f'<div class="b"><div class="x">{title(n)}</div><div>24 November 2026</div>'
        f'<a href="/sport/">Sport</a><a href="/s/a-long-story-{n}/">Read more</a></div></div>'
        for n in range(1, 6)
    )
    listing = read(f"{MENU}<main>{rows}</main>")
    assert certain(listing) == stories(1, 5)
    assert [link.title for link in listing.links] == [title(n) for n in range(1, 6)]


def test_ways_to_sort_the_list_are_no_articles() -> None:
    views = " ".join(
        f'<a href="/tech/?sort={by}&amp;dir={way}">{by} {way}</a>'
        for by in ("date", "title", "views")
        for way in ("up", "down")
    )
    rows = "".join(f'<p><a href="/s/a-long-story-{n}/">{title(n)}</a></p>' for n in range(1, 6))
    assert certain(read(f"<p>{views}</p>{rows}")) == stories(1, 5)


def test_pages_numbered_by_a_parameter_of_any_name() -> None:
    pages = "".join(f'<a href="/tech/?Blatt={n}">{n + 1}</a>' for n in range(3))
    listing = read(f"{MENU}<main>{headlines(1, 4)}</main><div>{pages}</div>")
    assert listing.next_urls == tuple(f"{SITE}/tech/?Blatt={n}" for n in range(3))


def test_a_slider_of_other_sections_above_small_headings() -> None:
    slides = "".join(
        f'<div class="carousel-item"><a href="/s/a-long-story-{n}/"><h3>{title(n)}</h3></a></div>'
        for n in range(20, 24)
    )
    body = f'{MENU}<div class="carousel slide">{slides}</div><div>{headlines(1, 8, "h5")}</div>'
    listing = read(body)
    assert certain(listing) == stories(1, 8)
    assert possible(listing) == stories(20, 23)


def test_older_articles_on_a_page_of_another_name() -> None:
    body = f'<ul>{headlines(1, 4)}</ul><a href="/tech/archive_2.html">Older articles</a>'
    assert read(body).next_urls == (f"{SITE}/tech/archive_2.html",)


def test_days_one_before_the_other() -> None:
    days = '<a href="?date=2026-11-23">اليوم السابق</a>'
    body = f"{MENU}<main>{headlines(1, 4)}</main><div>{days}</div>"
    assert read(body).next_urls == (f"{SITE}/tech/?date=2026-11-23",)


def test_a_headline_that_is_kept_out_of_a_table_of_contents() -> None:
    records = "".join(
        f'<div class="list__item"><h2 class="item-title no_toc"><a href="/s/a-long-story-{n}/">'
        f"{title(n)}</a></h2></div>"
        for n in range(1, 5)
    )
    assert certain(read(f"{MENU}<main>{records}</main>{FOOTER}")) == stories(1, 4)


@pytest.mark.parametrize(
    "more",
    [
        '<div data-infinite="true" data-endpoint="/api/latest?channel=tech&amp;page=" data-page=1>',
        '<div class="infinite" data-url="/api/latest?channel=tech&amp;page={page}">',
        '<script>fetch("/api/latest?channel=tech&page=" + (++page)).then(render)</script>',
        "<script>$.get(`/api/latest?channel=tech&page=${n}`); get(`/api/sport?page=${n}`)</script>",
    ],
)
def test_the_address_of_an_endless_list_with_a_hole_for_the_page(more: str) -> None:
    rows = "".join(
        f'<article><h2><a href="/s/a-long-story-{n}/">{title(n)}</a></h2></article>'
        for n in range(1, 5)
    )
    listing = read(f"{MENU}<main>{rows}{more}</main>{FOOTER}")
    assert listing.next_urls == (f"{SITE}/api/latest?channel=tech&page=2",)


@pytest.mark.parametrize(
    ("answer", "following"),
    [
        ('{"page": 2, "data": [{"url": "/s/a/", "title": "A"}]}', "page=3"),
        ('{"data": []}', None),
        (
            '{"data": [{"url": "/s/a/", "title": "A"}], "links": {"next": {"href": '
            '"/api/latest?channel=tech&page=9"}}}',
            "page=9",
        ),
        ('{"data": [{"url": "/s/a/", "title": "A"}], "next": null}', None),
        ('{"data": [{"url": "/s/a/", "title": "A"}], "hasMore": false}', None),
    ],
)
def test_the_page_after_a_numbered_answer(answer: str, following: str | None) -> None:
    page = Page(
        requested_url=f"{SITE}/api/latest?channel=tech&page=2",
        final_url=f"{SITE}/api/latest?channel=tech&page=2",
        body=answer.encode(),
        fetched_at=datetime(2026, 11, 25, tzinfo=UTC),
    )
    listing = read_section(page, Source(id="x", name="x", section=f"{SITE}/tech/"), Memory())
    wanted = (f"{SITE}/api/latest?channel=tech&{following}",) if following else ()
    assert listing.next_urls == wanted


@pytest.mark.parametrize("counter", ["page", "sayfa", "seite", "pagina", "strona", "halaman"])
def test_pages_are_counted_in_many_languages(counter: str) -> None:
    following = page_after(f"{SITE}/ajax/list/tech?{counter}=2")
    assert following == f"{SITE}/ajax/list/tech?{counter}=3"


def test_headlines_in_a_script_without_spaces_are_no_names_of_sections() -> None:
    titles = [
        "沙子电池让青岛温暖一周",
        "诺凡科技开放芯片设计工具",
        "砂の電池が金沢を暖める",
        title(4),
    ]
    links = [f'<a href="{url}">{said}</a>' for url, said in zip(stories(1, 4), titles, strict=True)]
    listed = "".join(f"<article><h2>{link}</h2><p>2026-11-24</p></article>" for link in links)
    menu = MENU.replace("Sport", "体育").replace("World", "人工智能")
    latest = "".join(f"<li>{link}</li>" for link in links)
    listing = read(f"{menu}<main>{listed}</main><footer><ul>{latest}</ul></footer>")
    assert certain(listing) == stories(1, 4)
    assert listing.parts == ()


def test_the_site_s_logo_that_leads_to_a_page_of_any_name() -> None:
    logo = '<h1 class="logo"><a href="/wiki/start"><img src="/l.png"> <b>The Desk</b></a></h1>'
    rows = "".join(f'<li><a href="/s/a-long-story-{n}/">{title(n)}</a></li>' for n in range(1, 8))
    listing = read(f"<div>{logo}</div><main><h1>Tech</h1><ul>{rows}</ul></main>{FOOTER}")
    assert certain(listing) == stories(1, 7)
    assert possible(listing) == []


def test_short_headlines_are_no_names_of_sections() -> None:
    titles = ["Hello again", "Launch day", title(3), "Release 2.4", title(5), title(6)]
    linked = [f'<a href="{url}">{{}}</a>' for url in stories(1, 6)]
    listed = "".join(
        f"<article><h2>{link.format(said)}</h2><p>It is told here.</p>"
        f"<footer><span>{link.format('阅读全文')}</span></footer></article>"
        for link, said in zip(linked, titles, strict=True)
    )
    assert certain(read(f"{MENU}<main>{listed}</main>{FOOTER}")) == stories(1, 6)
    plain = "".join(f"<h2>{link.format(t)}</h2>" for link, t in zip(linked, titles, strict=True))
    latest = "".join(f"<li>{link.format(t)}</li>" for link, t in zip(linked, titles, strict=True))
    drawer = f"<div id=header>{MENU}<h3>Latest</h3><ul>{latest}</ul></div>"
    assert certain(read(f"{drawer}<main>{plain}</main>{FOOTER}")) == stories(1, 6)
    days = plain.replace("/s/a-long-story-", "/2026/11/24/s-")
    short = f"<ul>{latest[: latest.index('</li>')].replace('/s/a-long-story-', '/2026/11/24/s-')}"
    listing = read(f"<div id=header>{MENU}{short}</li></ul></div><main>{days}</main>{FOOTER}")
    assert certain(listing)[0] == "/2026/11/24/s-1/"


@pytest.mark.parametrize(
    "label", ["Daha fazla oku »", "Daha fazla oku", "View More...", "Mostra di più"]
)
def test_what_invites_to_read_leads_into_an_article_and_to_no_further_page(label: str) -> None:
    cards = "".join(
        f"<article><h2><a href='/p/story-{n}/'>Liman {n} yeni bir hat için hazırlanıyor</a></h2>"
        f"<p>Belediye hattın baharda açılacağını söyledi.</p>"
        f"<a href='/p/story-{n}/'>{label}</a></article>"
        for n in range(6)
    )
    listing = read(f"{MENU}<main>{cards}</main>{FOOTER}", "/")
    assert certain(listing) == [f"/p/story-{n}/" for n in range(6)]
    assert listing.next_urls == ()


def test_a_short_headline_without_blanks_is_one_beside_its_day_in_the_same_link() -> None:
    titles = (
        "港口公司在上海试航小型渡轮",
        "为什么程序员不信任地图软件",
        "渡轮公司推迟发布新的时刻表",
        "市政府在苏州开放新的实验室",
    )
    rows = "".join(
        f"<div class='node'><a href='/p/{n}/'><time>11-1{n}</time> {title}</a></div>"
        for n, title in enumerate(titles)
    )
    listing = read(f"{MENU}<main><article><h2>2026</h2>{rows}</article></main>{FOOTER}")
    assert certain(listing) == [f"/p/{n}/" for n in range(len(titles))]


def test_view_more_below_the_headings_of_parts_leads_to_their_pages_as_before() -> None:
    parts = "".join(
        f"<section><h2><a href='/tech/part-{n}/'>Robots {n}</a></h2>"
        f"<h3><a href='/p/{n}-story/'>The line {n} opens in the spring of next year</a></h3>"
        f"<a href='/tech/part-{n}/'>View more</a></section>"
        for n in range(4)
    )
    listing = read(f"{MENU}<main>{parts}</main>{FOOTER}")
    assert set(listing.next_urls) | set(listing.parts) >= {
        f"{SITE}/tech/part-{n}/" for n in range(4)
    }
