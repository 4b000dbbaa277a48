"""Ways on that a section's page names in its scripts, in its data and under other addresses."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from crawler.fetching.posting import posted
from crawler.listings import Listing
from crawler.listings.onward.posted import body_of
from crawler.listings.records import MoreForm
from crawler.listings.section import read_section
from pipeline.records import Memory, Page, Source

SITE = "http://news.example"
SECTION = "/tech/"
NOW = datetime(2026, 11, 25, tzinfo=UTC)


def cards(*numbers: int) -> str:
    return "".join(
        f'<article><h3><a href="/story/{n}/a-story-of-today">The long story number {n} of today</a>'
        "</h3></article>"
        for n in numbers
    )


def read(
    body: str,
    *,
    section: str = SECTION,
    path: str | None = None,
    head: str = "",
    part: bool = False,
) -> Listing:
    html = f"<html><head><title>Tech</title>{head}</head><body>{body}</body></html>"
    url = SITE + (path or section)
    page = Page(url, url, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    source = Source(id="x", name="x", section=SITE + section)
    return read_section(page, source, Memory(), part=part)


def certain(listing: Listing) -> list[str]:
    return [link.url.removeprefix(SITE) for link in listing.links if link.certain]


CALLS = {
    "jquery with a kept nonce": (
        """var my = {"ajax_url":"\\/wp-admin\\/admin-ajax.php","nonce":"9f2b"}; var paged = 1;
        $('#more').click(function(){paged++; $.ajax({url: my.ajax_url, type: 'POST',
        data: {action: 'my_load_more', paged, cat: $(this).data('cat'), nonce: my.nonce}})""",
        "/wp-admin/admin-ajax.php",
        "action=my_load_more&cat=7&nonce=9f2b&paged=1",
    ),
    "fetch with parameters": (
        """let page = 1; fetch('/ajax/posts', {method: "POST",
        body: new URLSearchParams({ section: 'tech', page: page + 1 })})""",
        "/ajax/posts",
        "section=tech&page=1",
    ),
    "a body written as a query": (
        """var ajaxurl = "/more.php"; var pg = 2; $.post(ajaxurl, {x: 1});
        xhr.open("POST", "/list.php"); xhr.send("action=load_posts&cat=7&page=" + pg)""",
        "/list.php",
        "action=load_posts&cat=7&page=2",
    ),
    "json by offset": (
        """axios.post('/api/news/list', { category: 'tech', offset: 0, limit: 5 })""",
        "/api/news/list",
        "category=tech&limit=5&offset=3",
    ),
    "counters and buttons in other languages": (
        """$.post("/Haber/Devam", { kategori: 5, sayfa: sayfa }, ekle)""",
        "/Haber/Devam",
        "kategori=5&sayfa=1",
    ),
    "parameters of a get": (
        """var start = 3, busy; $.get('/ajax/more', {cat: 7, start: start}, show, 'json')""",
        "/ajax/more?cat=7&start=3",
        "",
    ),
    "the number of the last": (
        """$.ajax({url: '/load.php', type: 'post', data: {last_id: last_id, cat: 7}})""",
        "/load.php",
        "cat=7&last_id=3",
    ),
    "fields that are appended": (
        """const fd = new FormData(); fd.append('action', 'load_news'); fd.append('page', page);
        fetch("/ajax.php", { method: 'post', body: fd })""",
        "/ajax.php",
        "action=load_news&page=1",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("script", "path", "body"), CALLS.values(), ids=CALLS.keys())
def test_what_a_script_posts_for_more(script: str, path: str, body: str) -> None:
    button = '<button id="more" class="load-more" data-cat="7">Load more</button>'
    found = read(f"<main>{cards(1, 2, 3)}</main>{button}<script>{script}</script>").tries
    forms = [way for way in found if isinstance(way, MoreForm)]
    sent = [posted(form) for form in forms]
    assert (SITE + path, body) in [(request.url, request.body.decode()) for request in sent]


@pytest.mark.parametrize(
    ("script", "path"),
    [
        ("""$.get("/api/category/news?category=it&page=" + page)""", "category=it&page=2"),
        ("var id = 12; fetch(`/api/category/news?cat=${id}&page=${pg + 1}`)", "cat=12&page=2"),
        ("""var of = 'it'; o("GET", "/api/category/news?cat=" + of + "&start=" + n + "&n=3")""",
         "cat=it&start=3&n=3"),
    ],
    ids=["joined", "a template", "several pieces"],
)  # fmt: skip
def test_addresses_that_a_script_joins_of_pieces(script: str, path: str) -> None:
    found = read(f"<main>{cards(1, 2, 3)}</main><script>{script}</script>").tries
    assert f"{SITE}/api/category/news?{path}" in found


def test_an_address_whose_parts_a_script_calls_zone_and_page() -> None:
    script = "var zoneId = 55, pageIndex = 1; $.get('/list/' + zoneId + '/' + pageIndex + '.htm')"
    assert read(f"<main>{cards(1, 2, 3)}</main><script>{script}</script>").tries == (
        f"{SITE}/list/55/2.htm",
    )


CALLED = (
    '<a href="#" onclick="fn_page(2); return false;">2</a><a href="javascript:go(3)">3</a>'
    '<form method="post"><input type="hidden" name="pageIndex" value="1"></form>'
)


@pytest.mark.parametrize(
    ("section", "body", "leads"),
    [
        ("/list.do?menu=7", CALLED, ["/list.do?menu=7&pageIndex=2", "/list.do?menu=7&pageIndex=3"]),
        ("/list.do?menu=7", CALLED.replace("pageIndex", "token"), []),
        ("/tech", '<select><option value="/tech/2026/10">October</option></select>',
         ["/tech/2026/10"]),
        ("/tech", """<div data-infinite-scroll='{"path":"/tech?page={{#}}"}'></div>""",
         ["/tech?page=2"]),
        ("/tech", "<script>new InfiniteScroll(e, {path: '/tech/page/{{#}}/'})</script>",
         ["/tech/page/2/"]),
        ("/tech", '<div class="js-load-more" data-ajax="/tech/_more/2"></div>', ["/tech/_more/2"]),
        ("/tech", "<script>$.ajax({url:'/tech/index/'+page+'/', success: add})</script>",
         ["/tech/index/2/"]),
    ],
    ids=["functions", "no counter", "months", "data", "library", "button", "joined"],
)  # fmt: skip
def test_further_pages_that_only_scripts_ask_for(section: str, body: str, leads: list[str]) -> None:
    listing = read(f"<main>{cards(1, 2, 3)}</main>{body}", section=section)
    found = [*listing.next_urls, *(way for way in listing.tries if isinstance(way, str))]
    assert [url.removeprefix(SITE) for url in found] == leads


def test_the_week_before() -> None:
    link = '<p><a href="/tech/?woche=47-2026">Vorige Woche</a></p>'
    assert read(f"<main>{cards(1, 2, 3)}{link}</main>").next_urls == (
        f"{SITE}/tech/?woche=47-2026",
    )


@pytest.mark.parametrize(
    "script",
    [
        """$.get("/api/latest?page=" + page, add)""",
        """$.get("/api/comments?category=5&page=" + page, add)""",
        """$.get("/api/list?category=" + unknown + "&page=" + page, add)""",
        """$.get("/api?cat=1&page=" + page, a); $.get("/api?cat=2&page=" + page, b)""",
    ],
    ids=["of no section", "comments", "what only the script knows", "two lists"],
)
def test_joined_addresses_of_other_lists(script: str) -> None:
    assert read(f"<main>{cards(1, 2, 3)}</main><script>{script}</script>").tries == ()


@pytest.mark.parametrize("label", ["Archivo", "Архів", "過去の記事", "전체보기", "Lihat semua"])
def test_archives_under_another_path(label: str) -> None:
    link = f'<div><a href="/noticias/tech/">{label}</a></div>'
    assert read(f"<main>{cards(1, 2, 3)}{link}</main>").next_urls == (f"{SITE}/noticias/tech/",)


def test_what_lies_below_other_sections() -> None:
    menu = '<nav><a href="/sport">Sport</a><a href="/story">All</a><a href="/tech/">Tech</a></nav>'
    found = read(f"{menu}<main>{cards(1, 2, 3, 4, 5)}</main>")
    assert found.elsewhere == {"news.example:80/sport"}
    assert read(f"{menu}<main>{cards(1, 2)}</main>").elsewhere == frozenset()


def test_what_htmx_posts() -> None:
    button = """<button hx-post="/feed/" hx-vals='{"of": "tech", "page": 2}'>Load more</button>"""
    form = read(f"<main>{cards(1, 2, 3)}</main>{button}").tries[0]
    assert isinstance(form, MoreForm)
    assert (form.url, body_of(form)[0]) == (f"{SITE}/feed/", "of=tech&page=2")


def test_a_pager_that_leaves_numbers_out() -> None:
    pager = "".join(f'<a href="/tech/?page={n}">{n}</a>' for n in (1, 2, 5, 6))
    found = read(f"<main>{cards(1, 2, 3)}</main><p>{pager}</p>").next_urls
    assert found[1:] == tuple(f"{SITE}/tech/?page={n}" for n in range(2, 7))


def test_what_a_buttons_data_says_is_posted() -> None:
    kept = '<script>var w = {"ajaxurl":"/wp-admin/admin-ajax.php"}</script>'
    data = 'data-action="load_posts" data-page="1" data-cat="5"'
    form = read(f"<main>{cards(1, 2, 3)}</main><a {data}>Load more</a>{kept}").tries[0]
    assert isinstance(form, MoreForm)
    assert body_of(form.after(()))[0] == "action=load_posts&cat=5&page=2"


@pytest.mark.parametrize("action", ["load_comments", "newsletter_subscribe", "post_views_count"])
def test_what_may_change_something_is_not_posted(action: str) -> None:
    data = f'data-url="/wp-admin/admin-ajax.php" data-action="{action}" data-page="1"'
    assert read(f"<main>{cards(1, 2, 3)}</main><button {data}>Load more</button>").tries == ()


@pytest.mark.parametrize("system", ["WordPress 6.8", "Hexo 8.1.2"])
def test_some_systems_have_a_second_page_whatever_a_theme_shows(system: str) -> None:
    head = f'<meta name="generator" content="{system}">'
    assert read(cards(1, 2, 3), head=head).tries == (f"{SITE}/tech/page/2/",)
    assert read(cards(1, 2, 3), head=head, path="/tech/page/2/").tries == ()


def test_numbers_of_pages_that_lead_nowhere_are_a_script_s() -> None:
    tried = (f"{SITE}/tech/?page=2", f"{SITE}/tech/page/2/")
    for part in ("<span>{}</span>", "<li><a href='#'>{}</a></li>", "<button class=num>{}</button>"):
        numbers = "".join(part.format(n) for n in (1, 2, 3))
        assert read(f"{cards(1, 2, 3)}<div class=pagation-list>{numbers}</div>").tries == tried
        assert read(f"{cards(1, 2, 3)}<div class=el-pagination>{numbers}</div>").tries == tried
        assert read(f"{cards(1, 2, 3)}<div class=page-rating>{numbers}</div>").tries == ()
        one = part.format(1)
        assert read(f"{cards(1, 2, 3)}<div class=pagination>{one}</div>").tries == ()
    linked = '<ul class=pagination><li>1</li><li><a href="/tech/?page=2"><b>2</b></a></li></ul>'
    assert read(cards(1, 2, 3) + linked).tries == ()


def test_the_rest_of_a_list_that_data_names() -> None:
    items = [{"url": f"/story/{n}/a-story-of-today", "title": "One of today"} for n in (1, 2, 3)]
    data = {"props": {"stories": {"items": items, "next": "/api/list?offset=3"}, "next": "/x/y"}}
    body = f"<main>{cards(1, 2, 3)}</main><script type=application/json>%s</script>"
    assert read(body % json.dumps(data)).next_urls == (f"{SITE}/api/list?offset=3",)
    way = {"items": items, "loadMore": {"url": "/api/list?skip=3", "hasMore": True}}
    assert read(body % json.dumps({"page": way})).next_urls == (f"{SITE}/api/list?skip=3",)
    more = {"props": {"stories": {"items": items, "pagination": {"totalPages": 4}}}}
    assert read(body % json.dumps(more)).tries == (f"{SITE}/tech/?page=2",)


def test_addresses_made_of_what_data_says() -> None:
    items = [{"id": n, "slug": "a-story-of-today", "title": "One of today"} for n in range(1, 6)]
    data = json.dumps({"props": {"list": items, "hasMore": True}})
    listing = read(f"<main>{cards(1, 2, 3)}</main><script type=application/json>{data}</script>")
    assert certain(listing) == [f"/story/{n}/a-story-of-today" for n in range(1, 6)]
    answer = json.dumps(
        {"list": [{"id": 9, "slug": "of-old", "title": "One of old days"}]}
    ).encode()
    page = Page(f"{SITE}/api", f"{SITE}/api", answer, datetime(2026, 11, 25, tzinfo=UTC))
    source = Source(id="x", name="x", section=SITE + SECTION)
    assert certain(read_section(page, source, Memory(), made=listing.made)) == ["/story/9/of-old"]


def test_posts_of_a_whole_site() -> None:
    head = '<link rel="https://api.w.org/" href="/wp-json/"><link rel=alternate href="/rss" type='
    found = read(cards(1, 2, 3), section="/", head=f'{head}"application/rss+xml">')
    assert found.wordpress[0].startswith(f"{SITE}/wp-json/wp/v2/posts?per_page=100")
    assert (found.feeds, found.site_feeds) == ((f"{SITE}/rss",), ())


def test_data_amid_other_statements() -> None:
    items = [
        {"canonical_url": f"/story/{n}/a-story-of-today", "headlines": {"basic": "One of today"}}
        for n in range(1, 6)
    ]
    script = (
        f"<script>App=window.App||{{}};App.x='y';App.content={json.dumps({'e': items})};</script>"
    )
    listing = read(f"<main>{cards(1, 2, 3)}</main>{script}")
    assert certain(listing) == [f"/story/{n}/a-story-of-today" for n in range(1, 6)]


def test_data_in_the_forms_of_frameworks() -> None:
    items = [{"href": f"/story/{n}/a-story-of-today", "title": "One of today"} for n in (3, 4)]
    row = "5:" + json.dumps(
        ["$", {"list": [*items, items[0] | {"href": "/a"}], "next": "/api?o=3"}]
    )
    pushed = "".join(
        f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>"
        for piece in (row[:40], row[40:])
    )
    assert certain(read(pushed)) == ["/story/3/a-story-of-today", "/story/4/a-story-of-today", "/a"]
    assert read(pushed).next_urls == (f"{SITE}/api?o=3",)
    flat: list[object] = [["ShallowReactive", 1], {"list": 2, "next": 12}, [3, 6, 9]]
    for n in (1, 2, 3):
        flat += [{"title": 4 + 3 * (n - 1), "path": 5 + 3 * (n - 1)}, "One of today", f"/s/{n}"]
    nuxt = json.dumps([*flat, "/api?o=3"])
    found = read(f'<script id="__NUXT_DATA__" type="application/json">{nuxt}</script>')
    assert (certain(found), found.next_urls) == (["/s/1", "/s/2", "/s/3"], (f"{SITE}/api?o=3",))


@pytest.mark.parametrize(
    ("section", "link", "leads"),
    [
        ("/section/7/tech", '<a href="/archive?service=7">Archive</a>', "/archive?service=7"),
        ("/cat.php?id=7", '<a href="/list/7/2">2</a>', "/list/7/2"),
        ("/c-7-tech.html", '<a href="/p2-c7.html">2</a>', "/p2-c7.html"),
        ("/section/7/tech", '<a href="/archive?service=8">Archive</a>', None),
        ("/technology", '<a href="/all/technology">All articles</a>', "/all/technology"),
        ("/technology", '<a href="/tag/technology">More</a>', None),
        ("/section/7/tech", '<a href="/story/7/a-story-of-yesterday">more</a>', None),
        ("/section/7", '<a href="/all.asp?of=5">See all Tech news</a>', "/all.asp?of=5"),
        ("/section/7", '<a href="/all.asp?of=5">See all phones news</a>', None),
        ("/section/7", '<a href="/all.asp?of=5">» Tech</a>', None),
        ("/section/7", '<a href="/search/?c=5">More Tech</a>', "/search/?c=5"),
        ("/section/7", '<a href="/search/?c=5">More Techniques</a>', None),
        (
            "/s.aspx?id=4",
            '<a href="/archivo.aspx?s=4&anio=2026&mes=9">Septiembre 2026</a>',
            "/archivo.aspx?s=4&anio=2026&mes=9",
        ),
        ("/s.aspx?id=4", '<a href="/archivo.aspx?s=5&anio=2026&mes=9">Septiembre 2026</a>', None),
        (
            "/tech/",
            '<a class="prev-day" href="/tech/2026-11-24/">« 24-11-2026</a>',
            "/tech/2026-11-24/",
        ),
        ("/tech/", '<a class="date" href="/tech/2026-11-24/">24-11-2026</a>', None),
    ],
)
def test_further_pages_under_another_path(section: str, link: str, leads: str | None) -> None:
    found = read(f"<main>{cards(1, 2, 3)}<p>{link}</p></main>", section=section).next_urls
    assert found == ((SITE + leads,) if leads else ())


PAGER = "".join(f'<li><a href="/page/list.xhtml?pi={n}&amp;tp=14">{n}</a></li>' for n in (1, 2, 3))
ASIDE = f"<aside><ul>{cards(7, 8)}</ul></aside>"


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        (f'{cards(1, 2, 3)}<ul class="pagination">{PAGER}</ul>{ASIDE}', (1, 2, 3)),
        (f'{cards(1, 2, 3)}{ASIDE}<ul class="pagination">{PAGER}</ul>', ()),
        (f"{cards(1, 2, 3)}<ul>{PAGER}</ul>", ()),
        (f'{cards(1, 2, 3)}<ul class="pager"><a href="/page/list.xhtml?pi=2">2</a></ul>', ()),
        (f'{cards(1, 2, 3)}<ul class="pager">{PAGER}<li><a href="/vote/2">2</a></ul>', ()),
        (f'{cards(1, 2, 3)}<ul class="pager">{PAGER.replace("tp=14", "y=2026")}</ul>', ()),
    ],
)
def test_a_pager_of_addresses_unlike_the_sections(body: str, numbers: tuple[int, ...]) -> None:
    found = read(f"<main>{body}</main>", section="/service/Technology").next_urls
    assert found == tuple(f"{SITE}/page/list.xhtml?pi={n}&tp=14" for n in numbers)


@pytest.mark.parametrize(
    ("element", "leads"),
    [
        ('<a data-url="/ajax/7" data-page="2" data-cat="5">More news</a>', "/ajax/7?page=2&cat=5"),
        ('<a data-url="/l" data-skip="8" data-take="8">More news</a>', "/l?skip=8&take=8"),
        ('<div data-endpoint="/l.json?ofKind=tech&size=9" data-next-page-token="b2Zmc2V0OjE3">',
         "/l.json?ofKind=tech&size=9&nextPageToken=b2Zmc2V0OjE3"),
        ('<div class="load" data-api="/l?of=tech&after=15">查看更多</div>', "/l?of=tech&after=15"),
        ('<p data-controller="x" data-x-url-value="/tech/l?page=2"></p>', "/tech/l?page=2"),
        ('<x-list endpoint="/api/tech/list?page=2"></x-list>', "/api/tech/list?page=2"),
        ('<amp-list src="/l/7.json?p=2" load-more="auto"></amp-list>', "/l/7.json?p=2"),
        ('<amp-next-page><script type="application/json">[{"title": "Tech, page 2", "image": "/i",'
         '"url": "http:\\/\\/news.example\\/tech\\/page\\/2"}]</script></amp-next-page>',
         "/tech/page/2"),
        ('<x-list endpoint="/l/tech.json?p=2"></x-list>', "/l/tech.json?p=2"),
        ('<form><input type="hidden" name="page" value="2"><button>2</button>', "/tech/?page=2"),
        ('<form><select name="page"><option value="2"></select></form>', "/tech/?page=2"),
        ('<form><select name="month"><option value="2026-10"></select></form>',
         "/tech/?month=2026-10"),
        ('<script>createPageHTML(2, 0, "index", "html");</script>', "/tech/index_1.html"),
    ],
)  # fmt: skip
def test_what_elements_count(element: str, leads: str) -> None:
    assert read(f"<main>{cards(1, 2, 3)}</main>{element}").next_urls == (SITE + leads,)


CURSOR = '<form action="/tech"><input type="hidden" name="cursor" value="b2Zm">{}</form>'


@pytest.mark.parametrize(
    ("form", "leads"),
    [
        (CURSOR.format("<button type=submit>Bring the rest</button>"), ["/tech?cursor=b2Zm"]),
        (CURSOR.format("<button>Bring the rest</button>").replace("cursor", "lang"), []),
        (CURSOR.format("<input name=q><button>Search</button>"), []),
        (CURSOR.format("<button>Bring it</button>").replace("<form", "<form method=post"), []),
        (CURSOR.format("<button>Bring it</button>").replace("/tech", "/sport"), []),
        (CURSOR.format(""), []),
    ],
)
def test_a_button_sends_from_where_the_list_goes_on(form: str, leads: list[str]) -> None:
    found = read(f"<main>{cards(1, 2, 3)}</main>{form}", section="/tech").next_urls
    assert list(found) == [SITE + path for path in leads]


ARROW = '<div><a href="/tech?o={}"><img src="/left.svg"></a></div>'
CHOICE = '<select onchange="{}"><option value="tech.html">1<option value="tech-2.html">2</select>'
LEAVES = "location=this.options[this.selectedIndex].value"


@pytest.mark.parametrize(
    ("section", "element", "leads"),
    [
        ("/tech", ARROW.format(1), ["/tech?o=1"]),
        ("/tech", ARROW.format(2), ["/tech?o=2"]),
        ("/tech", ARROW.format(7), []),
        ("/tech", ARROW.format(1).replace("/tech", "/sport"), []),
        ("/tech", ARROW.format(1).replace("img", "i"), []),
        ("/tech.html", CHOICE.format(LEAVES), ["/tech-2.html"]),
        ("/tech.html", CHOICE.format("sort()"), []),
        ("/tech.html", CHOICE.format(LEAVES).replace("tech-2", "sport-2"), []),
    ],
)
def test_arrows_and_choices_lead_on(section: str, element: str, leads: list[str]) -> None:
    found = read(f"<main>{cards(1, 2, 3)}</main>{element}", section=section).next_urls
    assert list(found) == [SITE + path for path in leads]


def test_a_piece_is_no_page_of_its_own() -> None:
    """Its links are meant from the section's page; the section's number counts no pages."""
    html = cards(1, 2, 3).replace("/story", "story")
    html = f"<turbo-stream><template>{html}</template></turbo-stream>".encode()
    page = Page(f"{SITE}/ajax/7", f"{SITE}/ajax/7", html, datetime(2026, 11, 25, tzinfo=UTC))
    source = Source(id="x", name="x", section=f"{SITE}/section/7/")
    found = read_section(page, source, Memory())
    wanted = [f"/section/7/story/{n}/a-story-of-today" for n in (1, 2, 3)]
    assert (certain(found), found.next_urls) == (wanted, ())


def test_what_amp_shows_behind_a_page_may_be_other_articles() -> None:
    told = '[{"url": "/story/9/an-older-story"}, {"url": "https://other.example/tech/page/2"}]'
    after = f'<amp-next-page><script type="application/json">{told}</script></amp-next-page>'
    assert read(f"<main>{cards(1, 2, 3)}</main>{after}").next_urls == ()


@pytest.mark.parametrize(
    "script",
    [
        "$('#list').append(\"{}\");\n$('.more').attr('href', '/tech.js?page=3');",
        "/**/(function () {{ list.insertAdjacentHTML('beforeend', '{}'); }})();",
    ],
)
def test_what_a_script_adds_to_the_list(script: str) -> None:
    """As Rails answers: with what it adds to the page between quotes."""
    html = cards(4, 5, 6).replace("</", "<\\/").replace('"', '\\"').replace("'", "\\'")
    body = script.format(html.replace("\n", "\\n")).encode()
    url = f"{SITE}/tech.js?page=2"
    page = Page(url, url, body, datetime(2026, 11, 25, tzinfo=UTC), charset="utf-8")
    found = read_section(page, Source(id="x", name="x", section=f"{SITE}/tech/"), Memory())
    assert certain(found) == [f"/story/{n}/a-story-of-today" for n in (4, 5, 6)]
    assert found.next_urls == (f"{SITE}/tech.js?page=3",)


def test_a_list_in_a_components_attribute() -> None:
    items = [
        {"url": f"/story/{n}/a-story-of-today", "title": "One of all days " * 3} for n in (1, 2, 3)
    ]
    component = f"<x-list :items='{json.dumps(items)}'></x-list>"
    assert len(certain(read(component))) == 3
    box = f"<div><h3>Most read</h3>{cards(7, 8, 9)}</div>"
    assert certain(read(f"<main>{component}</main>{box}")) == certain(read(component))


def test_days_in_the_query() -> None:
    days = [f"/section/105?date=202611{day}" for day in (24, 23, 22, 21)]
    links = "".join(f'<a href="{url}">{url[-4:-2]}/{url[-2:]}</a>' for url in days)
    found = read(f"<main>{cards(1, 2, 3)}{links}</main>", section="/section/105").next_urls
    assert [url.removeprefix(SITE) for url in found] == days


def test_the_days_before() -> None:
    before = '<p><a rel="prev" href="/tech/2026-11-24">Previous day</a></p>'
    assert read(f"<main>{cards(1)}</main>{before}").next_urls == (f"{SITE}/tech/2026-11-24",)


def test_a_box_of_the_newest_beside_a_list_under_the_sections_name() -> None:
    boxes = "<div><h2>{}</h2>" + cards(1, 2, 3) + "</div><div><h2>Latest news</h2>" + cards(4, 5)
    wanted = [f"/story/{n}/a-story-of-today" for n in range(1, 6)]
    menu = '<nav><a href="/tech/">Tech</a></nav>'
    assert certain(read(menu + boxes.format("Tech"))) == wanted[:3]
    assert certain(read(menu + boxes.format("Top"))) == wanted


def test_a_further_page_with_nothing_but_a_box_lists_nothing() -> None:
    box = f"<div><h3>Most read</h3>{cards(1, 2, 3)}</div>"
    assert certain(read(f"<h1>Tech</h1><p>Nothing here.</p>{box}", path="/tech/?page=9")) == []
    assert len(certain(read(f"<h1>Most read</h1>{cards(1, 2, 3)}"))) == 3


def test_what_tabs_show() -> None:
    tabs = '<ul><li><a href="#a">Latest</a></li><li><a href="#b">Most read</a></li></ul>'
    panes = (
        f"<div><div id=a class=tab>{cards(1, 2, 3)}</div><div id=b class=tab>{cards(4, 5)}</div>"
    )
    wanted = [f"/story/{n}/a-story-of-today" for n in (1, 2, 3)]
    assert certain(read(f"<main>{tabs}{panes}</div></main>")) == wanted


def test_a_column_of_all_news_before_the_pages_heading() -> None:
    column, own = cards(3, 8, 9), cards(1, 2, 3, 4)
    listing = read(f"<div><b>All news</b>{column}</div><div><h1>Tech</h1>{own}</div>")
    assert sorted(certain(listing)) == [f"/story/{n}/a-story-of-today" for n in (1, 2, 3, 4)]


def test_a_menu_that_shows_articles_of_each_section() -> None:
    menu = "".join(
        f'<li><a href="/{name}/">{name}</a><div><a href="/{name}/1">A first story of the {name}</a>'
        f'<a href="/{name}/2">A second story of the {name}</a></div></li>'
        for name in ("tech", "sport", "books")
    )
    listing = read(f'<div class="main-nav"><ul>{menu}</ul></div><main>{cards(1, 2, 3)}</main>')
    assert certain(listing) == [f"/story/{n}/a-story-of-today" for n in (1, 2, 3)]


def test_a_card_of_a_newsletter_is_no_article() -> None:
    promo = '<article><h3><a href="/newsletters/">The best of us in your inbox</a></h3></article>'
    assert f"{SITE}/newsletters/" not in certain(read(f"<main>{cards(1, 2, 3)}{promo}</main>"))


def test_a_column_under_the_name_of_another_section() -> None:
    writer = '<a href="/writer/7">Maya A.</a>'
    column = "".join(
        f'<article>{writer}<h3><a href="/opinion/{n}-x">One opinion number {n}</a></h3></article>'
        for n in (1, 2, 3)
    )
    head = '<h2><a href="/opinion">Opinion</a></h2>'
    listing = read(f"<main><div>{cards(1, 2, 3)}</div><div>{head}{column}</div></main>")
    assert certain(listing) == [f"/story/{n}/a-story-of-today" for n in (1, 2, 3)]


def test_parts_of_a_section() -> None:
    block = f'<section><h2><a href="/ai">AI</a></h2>{cards(4, 5)}</section>'
    below = '<ul><li><a href="/tech/phones/">Phones</a></li></ul>'
    menu = '<nav><a href="/sport/">Sport</a></nav>'
    listing = read(f"{menu}<main>{cards(1, 2, 3)}{block}{below}</main>")
    assert listing.parts == (f"{SITE}/ai", f"{SITE}/tech/phones/")


def test_parts_below_the_section_in_a_menu_of_two_levels() -> None:
    below = '<ul><li><a href="/ai">AI</a></li><li><a href="/phones">Phones</a></li></ul>'
    menu = f'<nav><ul><li><a href="/tech/">Tech</a>{below}<li><a href="/sport">Sport</a></ul></nav>'
    listing = read(f"{menu}<main>{cards(1, 2, 3)}</main>")
    assert listing.parts == (f"{SITE}/ai", f"{SITE}/phones")


def test_a_page_that_shows_parts_alone() -> None:
    def card(name: str, day: str = "") -> str:
        link = f'<a href="/tech/{name.lower()}">'
        return (
            f'<div class="card">{link}<img src="/{name}.jpg" alt=""></a><h2>{link}{name}</a></h2>'
            f"<p>All about it from our own reporters.</p>{day}</div>"
        )

    names = ("Phones", "Networks", "Robots")
    listing = read(f"<main>{''.join(map(card, names))}</main>")
    assert [url.rpartition("/")[2] for url in listing.parts] == ["phones", "networks", "robots"]
    assert not certain(listing)
    dated = read(f"<main>{''.join(card(name, '<time>24 Nov</time>') for name in names)}</main>")
    assert (len(certain(dated)), dated.parts) == (3, ())


def test_articles_whose_titles_have_no_spaces_are_no_parts() -> None:
    items = "".join(
        f'<li><a href="/tech/2026-11/{n}/c_35658{n}.htm">{chr(0x4E00 + n)}智能手机市场出货增长</a>'
        f"<span>[11-{n} 08:15]</span></li>"
        for n in range(10, 22)
    )
    listing = read(f"<main><ul>{items}</ul></main>")
    assert (len(certain(listing)), listing.parts) == (12, ())


def test_a_part_is_believed_where_its_page_says_so() -> None:
    path = '<p class="way"><a href="/">Home</a> › <a href="/tech/">Tech</a> › AI</p>'
    assert len(certain(read(f"{path}<main>{cards(1, 2, 3)}</main>", path="/ai", part=True))) == 3
    menu = '<p><a href="/">Home</a> | <a href="/tech/">Tech</a> | <a href="/sport/">Sport</a></p>'
    foreign = f"{menu}<main>{cards(1, 2, 3)}</main>"
    assert certain(read(foreign, path="/ai", part=True)) == []
    by_script = f"""{foreign}<div onclick="location.href='/about/us'">About</div>"""
    assert certain(read(by_script, path="/ai", part=True)) == []


def test_a_picture_of_a_printer_is_no_other_article() -> None:
    at = "/modules.php?file=article&amp;sid=5130"
    items = "".join(
        f"<table><tr><td><b>The long story number {n}</b></td></tr><tr><td>(<a href='{at}{n}'>Read"
        f" more</a> | <a href='{at}{n}&amp;op=print'><img src=p.gif></a>)</td></tr></table>"
        for n in (1, 2, 3)
    )
    wanted = [f"/modules.php?file=article&sid=5130{n}" for n in (1, 2, 3)]
    assert certain(read(f"<center>{items}</center>")) == wanted


@pytest.mark.parametrize(
    "address",
    [
        "/tech/cart",
        "/tech/cart?add=1",
        "/tech/?logout=1",
        "/tech/wishlist/7",
        "/tech/post/7/delete",
    ],
)
def test_what_changes_something_is_no_article(address: str) -> None:
    listing = read(f"<main>{cards(1, 2, 3)}</main><p><a href='{address}'>Add this</a></p>")
    assert (len(listing.links), listing.parts) == (3, ())


@pytest.mark.parametrize(
    "card",
    [
        '<li><span>Sponsored</span><a href="/story/9/x">A phone that changes all of life</a></li>',
        '<li><a href="/story/9/x">A phone that changes all of life<em> إعلان </em></a></li>',
        '<li><b>Newsletter</b><a href="/story/9/x">The best of our stories in your inbox</a></li>',
        '<li><a href="/partner-content/x">A phone that changes all of life</a></li>',
        '<li><a rel="sponsored" href="/story/9/x">A phone that changes all of life</a></li>',
    ],
)
def test_what_is_paid_for_is_no_article(card: str) -> None:
    items = "".join(
        f'<li><a href="/story/{n}/x">The long story number {n} of today</a></li>' for n in (1, 2, 3)
    )
    found = read(f"<main><ul>{items}{card}</ul></main>")
    assert [link.url.removeprefix(SITE) for link in found.links] == [
        f"/story/{n}/x" for n in (1, 2, 3)
    ]


def test_what_is_paid_for_on_another_site_leaves_the_only_article() -> None:
    card = '<div><h3><a href="/story/1/x">The long story number 1 of today</a></h3></div>'
    paid = '<div><i>إعلان</i><h3><a href="https://ads.example/x">Buy a phone</a></h3></div>'
    for cards in (card + paid, paid + card):
        assert certain(read(f"<main><div>{cards}</div></main>")) == ["/story/1/x"]


@pytest.mark.parametrize(
    ("settings", "leads"),
    [
        ({"endpoint": "/api/list", "params": {"section": "tech", "cursor": "51"}},
         "/api/list?section=tech&cursor=51"),
        ({"feed": {"url": "/api/list?s=tech", "page": 1}}, "/api/list?s=tech&page=2"),
        ({"endpoint": "/api/list", "params": {"section": "sport", "cursor": "51"}}, None),
        ({"endpoint": "/api/list", "section": "tech", "autoplay": True}, None),
    ],
)  # fmt: skip
def test_a_list_goes_on_by_json_in_an_attribute(settings: object, leads: str | None) -> None:
    data = json.dumps(settings).replace('"', "&quot;")
    listing = read(f'<main><div data-config="{data}">{cards(1, 2, 3)}</div></main>')
    assert listing.next_urls == ((SITE + leads,) if leads else ())


@pytest.mark.parametrize(
    ("pager", "expected"),
    [
        ({2: 10, 3: 20, 6: 50}, [10, 20, 30, 40, 50]),
        ({2: 21, 3: 41}, [21, 41]),
        ({2: 2, 5: 5}, [2, 3, 4, 5]),
    ],
)
def test_pagers_that_count_entries_or_pages(pager: dict[int, int], expected: list[int]) -> None:
    links = "".join(f'<a href="/tech/?start={n}">{shown}</a>' for shown, n in pager.items())
    listing = read(f"<main>{cards(1, 2, 3)}</main><div class='pagination'>1 {links}</div>")
    assert list(listing.next_urls) == [f"{SITE}/tech/?start={n}" for n in expected]


@pytest.mark.parametrize(
    ("script", "entry", "expected"),
    [
        (
            'li.innerHTML = `<a href="/${it.url}">${it.title}</a>`',
            {"url": "story/9/x"},
            "story/9/x",
        ),
        (
            "li.innerHTML = '<a href=\"/story/' + it.id + '/a-story-of-today\">'",
            {"id": 9},
            "story/9/a-story-of-today",
        ),
        ("link.href = '/story/' + item.slug;", {"slug": "9/the-one"}, "story/9/the-one"),
        ("a.setAttribute('href', `/story/${x.id}/${x.slug}`)", {"id": 9, "slug": "s"}, "story/9/s"),
    ],
)
def test_addresses_of_an_answer_as_the_script_writes_them(
    script: str, entry: dict[str, object], expected: str
) -> None:
    listing = read(f"<main>{cards(1, 2, 3)}</main><script>{script}</script>")
    answer = json.dumps({"items": [{**entry, "title": "A story that an answer tells of"}]})
    page = Page(f"{SITE}/api?page=2", f"{SITE}/api?page=2", answer.encode(), NOW)
    source = Source(id="x", name="x", section=SITE + SECTION)
    found = read_section(page, source, Memory(), made=listing.made)
    assert certain(found) == [f"/{expected}"]


def test_a_script_that_writes_other_addresses_makes_none() -> None:
    script = "<script>a.href = '/people/' + it.slug;</script>"
    assert read(f"<main>{cards(1, 2, 3)}</main>{script}").made is None


def test_a_p_beside_other_parameters_of_the_first_page_counts_pages() -> None:
    body = f'<main>{cards(1, 2, 3)}</main><a href="/?module=news&c=it&p=1">there &gt;&gt;</a>'
    section = "/?module=news&c=it"
    assert read(body, section=section).next_urls == (f"{SITE}{section}&p=1",)


@pytest.mark.parametrize(
    ("link", "follows"),
    [
        ('</tech/?page=2>; rel="next"', True),
        ('</tech/?page=1>; rel="prev", </tech/?page=2>; title=x; rel=next', True),
        ('</tech/?page=1>; rel="prev", </tech/?page=2>; rel=next', True),
        ('</sport/?page=2>; rel="next"', False),
        ('</tech/?page=2>; rel="nextcloud"', False),
    ],
)
def test_a_next_page_that_headers_name(link: str, follows: bool) -> None:
    html = f"<html><body><main>{cards(1, 2, 3)}</main></body></html>".encode()
    url = SITE + SECTION
    page = Page(url, url, html, NOW, headers=(("link", link),))
    listing = read_section(page, Source(id="x", name="x", section=url), Memory())
    assert listing.next_urls == ((f"{SITE}/tech/?page=2",) if follows else ())
