"""The way of a page: articles, rejections, and what a source's file decides."""

from __future__ import annotations

import json
import logging
from datetime import UTC, date, datetime
from html import escape
from typing import Any

import pytest

import pipeline.extract
from pipeline.errors import Reason, Rejected
from pipeline.extract import EXTRACTOR, extract_article
from pipeline.fingerprints import skeleton
from pipeline.memory import EMPTY
from pipeline.records import Article, FieldRule, LineCount, Link, Memory, Page, Source
from pipeline.repeats.filled_lines import SLOT
from pipeline.repeats.other_titles import title_keys

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
URL = "https://news.example/tech/second-plant/"
TITLE = "Harbour city wins a second plant"
FIRST = "The company said on Monday that it would open a second plant near the harbour next spring."
SECOND = (
    "Analysts had expected the announcement for months, although the size of it surprised them."
)
HTML = f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE} | Example News</title></head><body>
<nav class="breadcrumb"><a href="/">Home</a> <a href="/tech/">Technology</a></nav>
<article><h1>{TITLE}</h1><div class="lead">In brief</div>
<div class="text"><p>{FIRST}</p><p>{SECOND}</p></div>
<div class="promo-x">Our cruise of the month leaves in May.</div></article></body></html>"""


def page(html: str = HTML, url: str = URL, **more: Any) -> Page:
    return Page(url, url, html.encode(), NOW, **more)


def article(one: Page, memory: Memory = EMPTY) -> Article:
    found = extract_article(one, memory, NOW)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("added", ["?utm_source=home&fbclid=x", "?PHPSESSID=81723", "#top"])
def test_what_a_redirect_adds_to_an_address_is_none_of_it(added: str) -> None:
    assert article(page(url=URL + added)).url == URL


def test_an_article() -> None:
    found = article(page())
    assert found.title == TITLE
    assert FIRST in found.text
    assert found.language == "en"
    assert found.url == URL
    assert found.extractor == EXTRACTOR
    assert found.word_count > 20


@pytest.mark.parametrize("address", ["http://[link", "//[url]", "http://host:port/", "\\\\x\\y"])
def test_an_address_that_a_template_forgot_to_fill_costs_nothing(address: str) -> None:
    other = f"<a href='{address}'>Another town asks for a plant of its own</a>"
    head = (
        f"<link rel=canonical href='{address}'><meta property='og:image' content='{address}'>"
        f"<ul><li><a href='{address}'>Home</a></li></ul><article itemscope>"
        f"<link itemprop=url href='{address}'><img itemprop=image src='{address}'>"
    )
    signed = f"</h1><p class=author><a rel=author href='{address}'>Jane Doe</a></p>"
    end = f"<div>{other}</div><div><h2>{other}</h2><p>{SECOND}</p></div></article>"
    html = HTML.replace("<article>", head).replace("</h1>", signed).replace("</article>", end)
    found = article(page(html))
    assert (found.title, found.authors) == (TITLE, ("Jane Doe",))
    assert [block.text for block in found.blocks][:2] == [FIRST, SECOND]


def test_what_is_named_is_as_clean_as_the_text() -> None:
    head = (
        "<meta name='author' content='\u202bمـنى\u200f حدّاد\u202c'>"
        "<meta name='keywords' content='Cafe\u0301'>"
        "<meta property='article:section' content='\u202bتـقنية\u202c'>"
        "<meta property='article:published_time' content='2025-11-02'></head>"
    )
    found = article(
        page(HTML.replace("</head>", head).replace(TITLE, f"{TITLE} مـع \ufefbحق\u2069"))
    )
    assert found.title == f"{TITLE} مـع لاحق"  # drawn out on purpose
    assert found.authors == ("منى حدّاد",)
    assert found.tags == ("Café",)
    assert found.section == "تقنية"


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("", Reason.EMPTY),
        ("%PDF-1.7 …", Reason.NOT_HTML),
        (f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1></body></html>", None),
        (f"<html><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>", None),
    ],
)
def test_pages_that_are_no_article_say_why(html: str, reason: Reason | None) -> None:
    found = extract_article(page(html), EMPTY, NOW)
    assert isinstance(found, Rejected)
    if reason is not None:
        assert found.reason == reason


def test_a_failing_step_loses_one_page_and_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("a step failed")

    monkeypatch.setattr(pipeline.extract, "read_text", fail)
    with caplog.at_level(logging.ERROR):
        found = extract_article(page(), EMPTY, NOW)
    assert found == Rejected(Reason.EXTRACTION_ERROR, "ValueError: a step failed")
    assert "Traceback" in caplog.text


def test_a_step_without_memory_for_an_error_is_not_logged_as_one(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise SystemError("error return without exception set")

    monkeypatch.setattr(pipeline.extract, "read_text", fail)
    with caplog.at_level(logging.ERROR):
        found = extract_article(page(), EMPTY, NOW)
    assert isinstance(found, Rejected)
    assert found.detail == "SystemError: error return without exception set"
    assert caplog.text == ""


def source(**fields: tuple[FieldRule, ...]) -> Source:
    return Source("s", "Example", section="https://news.example/tech", fields=fields)


def test_the_sources_selectors_win() -> None:
    rules = source(
        body=(FieldRule("div.text"),),
        title=(FieldRule("div.lead"),),
    )
    found = article(page(source=rules))
    assert found.title == "In brief"
    assert found.text == f"{FIRST}\n\n{SECOND}"


def test_dropped_parts_go_to_the_ledger() -> None:
    found = article(page(source=source(drop=(FieldRule("div.promo-x"),))))
    assert "cruise" not in found.text
    assert ("Our cruise of the month leaves in May.", "region:dropped") in [
        (r.text, r.rule) for r in found.removed
    ]


def test_a_selector_holds_until_its_day() -> None:
    old = source(title=(FieldRule("div.lead", until=date(2026, 3, 4)),))
    assert article(page(source=old)).title == TITLE


def test_a_repeated_line_of_the_source_goes() -> None:
    line = "The harbour was painted in May."
    html = HTML.replace(f"<p>{SECOND}</p>", f"<p>{SECOND}</p><p>{line}</p>")
    assert line in article(page(html)).text
    memory = Memory(lines={skeleton(line): LineCount(5, NOW.date())}, articles=10)
    assert line not in article(page(html), memory).text


def test_a_line_with_another_article_s_title_goes() -> None:
    line = "Vidu ankaŭ: Liman kenti ikinci fabrikayı kazandı"
    html = HTML.replace(f"<p>{SECOND}</p>", f"<p>{line}</p><p>{SECOND}</p>")
    assert line in article(page(html)).text
    memory = Memory(titles=title_keys(["Liman kenti ikinci fabrikayı kazandı"]))
    found = article(page(html), memory)
    assert (line, "other-article") in [(r.text, r.rule) for r in found.removed]


def test_a_line_that_the_site_fills_with_the_author_goes() -> None:
    line = "Our cruise of the month leaves in May, with Mona Roe on board."
    html = HTML.replace("</head>", '<meta name="author" content="Mona Roe"></head>')
    html = html.replace(f"<p>{SECOND}</p>", f"<p>{line}</p><p>{SECOND}</p>")
    assert line in article(page(html)).text
    frame = f"our cruise of the month leaves in may with {SLOT} on board"
    memory = Memory(lines={frame: LineCount(5, NOW.date())}, articles=10)
    assert line not in article(page(html), memory).text


@pytest.mark.parametrize("declared", ["tr", "en", "de"])
def test_a_text_is_cleaned_by_its_own_language_where_the_page_says_another(declared: str) -> None:
    text = (
        "<p>Şirket bu yıl için yeni bir fabrika kuracak ve bunun çok daha büyük bir yatırım olarak "
        "görülmesi bekleniyor, çünkü liman ile demiryolu da bu bölgede.</p>"
        "<p>Yetkililer ile yapılan görüşme de olumlu geçti, ama daha fazla bilgi için bir süre "
        "beklemek gerekiyor; bu da pazarda olan gibi bir hareket olarak görülüyor.</p>"
    )
    line = "Bültenimize hemen abone olun ve hiçbir haberi kaçırmayın"
    html = HTML.replace('lang="en"', f'lang="{declared}"')
    html = html.replace(f"<p>{FIRST}</p><p>{SECOND}</p>", f"{text}<p>{line}</p>{text[:160]}.</p>")
    assert line not in article(page(html)).text


@pytest.mark.parametrize(
    ("crumb", "belongs"),
    [("/tech/", True), ("/tech", True), ("/sport/", None), (None, None)],
)
def test_what_the_page_says_of_its_section(crumb: str | None, belongs: bool | None) -> None:
    link = f'<a href="{crumb}">Section</a>' if crumb else ""
    html = HTML.replace('<a href="/tech/">Technology</a>', link)
    one = page(html, "https://news.example/2026/plant.html", source=source())
    assert article(one).belongs is belongs


def test_a_menu_of_sections_elsewhere_says_nothing_of_the_pages_own() -> None:
    rules = Source("s", "Example", section="https://news.example/supplements/tech/")
    menu = "".join(f'<a href="/{name}/">{name}</a>' for name in ("a", "supplements/tech", "b", "c"))
    html = HTML.replace('<a href="/tech/">Technology</a>', "")
    html = html.replace("<h1", f"<div>{menu}</div><h1", 1)
    assert article(page(html, "https://news.example/a/plant", source=rules)).belongs is None


def test_a_neighbour_section_speaks_against() -> None:
    rules = Source("s", "Example", section="https://news.example/category/tech/")
    html = HTML.replace("/tech/", "/category/sport/")
    assert article(page(html, "https://news.example/plant", source=rules)).belongs is False
    asked = Source("s", "Example", section="https://news.example/list?c=tech")
    html = HTML.replace("/tech/", "/list?c=sport")
    assert article(page(html, "https://news.example/plant", source=asked)).belongs is False


@pytest.mark.parametrize(
    ("head", "host", "belongs"),
    [
        ('<meta property="article:published_time" content="2026-11-03">', "news.example", True),
        ('<meta property="article:published_time" content="2026-11-03">', "old.example", None),
        ("", "news.example", None),
        ("<div>3 February 2026</div>", "news.example", True),
        ("<time datetime='2026-02-03'>3 February</time>", "news.example", True),
        ("<time datetime='2026-02-03'>3 February</time>", "old.example", None),
        ("<p>Last updated: <i>3 February 2026</i></p>", "news.example", None),
    ],
)
def test_what_a_site_dates_belongs_to_its_home_page(
    head: str, host: str, belongs: bool | None
) -> None:
    rules = Source("s", "Example", section="https://news.example/")
    head, day = (head, "") if head.startswith("<meta") else ("", head)
    html = f"<head>{head}</head><body><h1>A second plant opens</h1>{day}<p>{TEXT}</p></body>"
    assert article(page(html, f"https://{host}/plant", source=rules)).belongs is belongs


MENU = '<div><a href="/tech">Tech</a><a href="/sport">Sport</a><a href="/arts">Arts</a></div>'
TEXT = "The second plant opened on Monday, and its engineers say that it will run at night. " * 4


@pytest.mark.parametrize(
    ("mark", "belongs"),
    [
        ('<p><a href="/tech">Tech</a></p>', True),
        ('<p><a href="/sport">Sport</a></p>', None),
        ("", None),
    ],
)
@pytest.mark.parametrize("place", ["<i>{mark}</i><h1>A second plant opens</h1>",
                                   "<h1>A second plant opens</h1><i>{mark}</i>"])  # fmt: skip
def test_a_link_beside_the_headline_tells_the_section(
    mark: str, belongs: bool | None, place: str
) -> None:
    rules = Source("s", "Example", section="https://news.example/tech")
    html = f"<body>{MENU}{place.format(mark=mark)}<p>{TEXT}</p>{MENU}</body>"
    assert article(page(html, "https://news.example/n/12", source=rules)).belongs is belongs


@pytest.mark.parametrize(("place", "belongs"), [("<nav>{}</nav>", None), ("<p>{}</p>", True)])
def test_a_menu_without_the_section_s_neighbours_marks_none(
    place: str, belongs: bool | None
) -> None:
    rules = Source("s", "Example", section="https://news.example/tech")
    only = place.format('<a href="/tech">Tech</a>')
    html = f"<body>{only}<h1>A second plant opens</h1><p>{TEXT}</p></body>"
    assert article(page(html, "https://news.example/arts/12", source=rules)).belongs is belongs


@pytest.mark.parametrize(
    "item", ['"https://news.example/tech"', '{"@id": "/tech", "name": "Tech"}']
)
def test_breadcrumbs_in_data(item: str) -> None:
    rules = Source("s", "Example", section="https://news.example/tech")
    crumbs = (
        '{"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1,'
        f' "item": {item}}}]}}'
    )
    html = (
        f'<head><script type="application/ld+json">{crumbs}</script></head>'
        f"<body><h1>A second plant opens</h1><p>{TEXT}</p></body>"
    )
    assert article(page(html, "https://news.example/n/12", source=rules)).belongs is True


def test_the_next_page_of_a_split_article() -> None:
    html = HTML.replace(
        "</article>",
        '<div class="page-links">Pages: 1 <a href="/tech/second-plant/2/">2</a></div></article>',
    )
    assert article(page(html)).next_page_url == f"{URL}2/"
    second = article(page(html, f"{URL}2/"))
    assert second.next_page_url is None


@pytest.mark.parametrize(
    ("pager", "leads"),
    [
        ('<div class="page-link">Pages: 1 <a href="{}2/"><span>2</span></a></div>', "2"),
        ('<nav>Blättern: 1 <a href="{}seite-2">2</a></nav>', "seite-2"),
        ('<p><a rel="next" href="{}pagina/2">Avanti</a></p>', "pagina/2"),
        ('<nav>Blättern: 1 <a href="/tech/seite-2">2</a></nav>', None),
        ('<p>Part 1 of 2. <a href="{}part-2">Part 2</a></p>', None),
    ],
)
def test_pages_of_an_article_by_their_words(pager: str, leads: str | None) -> None:
    html = HTML.replace("</article>", f"{pager.format(URL)}</article>")
    found = article(page(html)).next_page_url
    assert found is None if leads is None else (found or "").startswith(f"{URL}{leads}")
    if leads:
        assert article(page(html, f"{URL}{leads}")).next_page_url is None


@pytest.mark.parametrize(
    ("to", "leads"),
    [("story-2.html", True), ("story_2.html", True), ("story-3.html", False), ("2.html", False)],
)
def test_the_next_file_of_an_article(to: str, leads: bool) -> None:
    url = "https://news.example/2026/story.html"
    pages = f'<p>Pages: <b>1</b> <a href="/2026/{to}">2</a></p></article>'
    found = article(page(HTML.replace("</article>", pages), url)).next_page_url
    assert found == (f"https://news.example/2026/{to}" if leads else None)


def test_an_article_whose_name_is_a_number_has_pages_too() -> None:
    url = "https://news.example/archives/12"
    pages = f'<p>Pages: 1 <a href="{url}/2">2</a></p><p><a href="/archives/2">2</a></p></article>'
    assert article(page(HTML.replace("</article>", pages), url)).next_page_url == f"{url}/2"
    assert article(page(HTML.replace("</article>", pages), f"{url}/2")).next_page_url is None


@pytest.mark.parametrize(
    "link",
    [
        '<a class="paging__link" href="{}?page=2">2</a>',
        '<p>Page: <a href="{}?hal=1&amp;p=2">2</a></p>',
    ],
)
def test_a_number_leads_to_the_next_page_of_an_article(link: str) -> None:
    found = article(page(HTML.replace("</article>", link.format(URL) + "</article>")))
    assert found.next_page_url == (f"{URL}?page=2" if "paging" in link else None)
    plain = f'<p>Page: <b>1</b> <a href="{URL}?p=2">2</a></p></article>'
    assert article(page(HTML.replace("</article>", plain))).next_page_url == f"{URL}?p=2"


@pytest.mark.parametrize(
    ("first", "further"),
    [
        ("/story-of-a-plant", "/story-of-a-plant?p={}"),
        ("/story.html", "/story_{}.html"),
        ("/article.php?id=70", "/article.php?id=70&page={}"),
    ],
)
@pytest.mark.parametrize("pager", ["all", "ways", "arrows"])
def test_each_page_of_an_article_leads_to_the_one_after_it(
    first: str, further: str, pager: str
) -> None:
    site = "https://news.example"
    pages = [site + first, *(site + further.format(n) for n in range(2, 6))]

    def links(at: int) -> str:
        if pager == "all":
            return " ".join(f'<a href="{url}">{n}</a>' for n, url in enumerate(pages, 1))
        signs = ("«", "»") if pager == "arrows" else ("Back", "Go on")
        named = "" if pager == "arrows" else " class=next"
        back = f'<a href="{pages[at - 1]}">{signs[0]}</a>' if at else ""
        on = f'<a{named} href="{pages[at + 1]}">{signs[1]}</a>' if at + 1 < len(pages) else ""
        return back + on

    found = [
        article(page(HTML.replace("</article>", f"<p>{links(at)}</p></article>"), url))
        for at, url in enumerate(pages)
    ]
    assert [each.next_page_url for each in found] == [*pages[1:], None]


@pytest.mark.parametrize(("label", "leads"), [("2", True), ("3", True), ("More", False)])
def test_pages_counted_from_nought_of_an_article_named_by_a_number(label: str, leads: bool) -> None:
    url = "https://news.example/node/12"
    at = int(label) if label.isdigit() else 2
    html = HTML.replace("</article>", f'<p><a href="{url}?page={at - 1}">{label}</a></p></article>')
    own = url if at == 2 else f"{url}?page=1"
    assert article(page(html, own)).next_page_url == (f"{url}?page={at - 1}" if leads else None)


@pytest.mark.parametrize(
    ("pager", "query"),
    [
        ("<ul class=pager><li>1</li><li><a href='{0}?page=1'>2</a></li></ul>", "?page=1"),
        ("<div class=pagination>1/2 <a href='{0}?start=1'>Weiter</a></div>", "?start=1"),
        ("<div class=pager><a href='{0}?page=1'>«</a><a href='{0}?page=2'>2</a></div>", "?page=2"),
        ("<div class=pager><a href='{0}?page=1'>1</a></div>", None),
    ],
)
def test_pages_of_an_article_may_be_counted_from_nought(pager: str, query: str | None) -> None:
    html = HTML.replace("</article>", f"{pager.format(URL)}</article>")
    found = article(page(html)).next_page_url
    assert found == (f"{URL}{query}" if query else None)
    if query and query.endswith("=1"):
        assert article(page(html, f"{URL}{query}")).next_page_url is None


def test_pages_of_an_article_may_be_numbered_files() -> None:
    first = "https://news.example/it/20261107-85.html"
    pager = "<ul class=pager><li>1</li><li><a href='20261107-85_2.html'>2</a></li></ul>"
    html = HTML.replace("</article>", f"{pager}</article>").replace(URL, first)
    assert article(page(html, first)).next_page_url == first.replace(".html", "_2.html")
    pager = "<div class=pager><a href='{}'>1</a><a href='20261107-85_3.html'>3</a></div>"
    for to, leads in ((first, True), ("/it/", False)):
        html = HTML.replace("</article>", f"{pager.format(to)}</article>").replace(URL, first)
        found = article(page(html, first.replace(".html", "_2.html"))).next_page_url
        assert found == (first.replace(".html", "_3.html") if leads else None)


def test_the_first_of_two_numbers_names_the_article() -> None:
    own = "https://news.example/?p=13"
    pages = "<div class='page-links'><span>1</span><a href='{}'>2</a></div></article>"
    html = HTML.replace("</article>", pages.format("/?p=13&amp;page=2"))
    assert article(page(html, own)).next_page_url == f"{own}&page=2"
    assert article(page(html, f"{own}&page=2")).next_page_url is None
    other = HTML.replace("</article>", pages.format("/?p=14&amp;page=2"))
    assert article(page(other, own)).next_page_url is None
    assert (
        article(page(HTML.replace("</article>", pages.format("/?p=14")), own)).next_page_url is None
    )


def test_the_next_article_is_no_next_page() -> None:
    html = HTML.replace("</article>", '<a rel="next" href="/tech/third-plant/">Next</a></article>')
    assert article(page(html)).next_page_url is None


def test_a_link_names_the_section() -> None:
    link = Link(URL, "https://news.example/tech/", section="Technology")
    assert article(page(link=link)).section == "Technology"


@pytest.mark.parametrize("key", ["body", "detail"])
def test_a_body_that_stands_only_in_a_script(key: str) -> None:
    body = "".join(f"<p>{n}. {FIRST} {SECOND}</p>" for n in range(3))
    data = json.dumps({"props": {"article": {"id": 7, key: body, "teaser": "x" * 900}}})
    html = f"""<html lang="en"><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>
    <div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{data}</script>
    </body></html>"""
    found = article(page(html))
    assert len(found.blocks) == 3
    assert found.text.startswith(f"0. {FIRST}")


def test_lines_that_lead_elsewhere_leave_a_body_in_a_script_and_are_in_the_ledger() -> None:
    other = '<a href="/tech/a-bridge-of-glass">A bridge of glass for the old harbour town</a>'
    body = (
        f"<p>0. {FIRST}</p><p>Seen by many: {other}</p><p>1. {SECOND}</p><p>2. {FIRST}</p>"
        "<p>Jane Doe wrote of it in <a href='/tech/x'>a letter</a> to the town, which was kept.</p>"
        "<div class='related'><p>The harbour has a new bridge</p></div>"
        "<p>Follow us on X for more of our stories</p>"
    )
    data = json.dumps({"props": {"article": {"title": TITLE, "content": body}}}).replace(
        "</", "<\\/"
    )
    html = f"""<html lang=en><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>
    <script id="__NEXT_DATA__" type="application/json">{data}</script></body>"""
    found = article(page(html))
    assert [block.text[:4] for block in found.blocks] == ["0. T", "1. A", "2. T", "Jane"]
    assert [(gone.text[:4], gone.rule) for gone in found.removed][:2] == [
        ("Seen", "line:links"),
        ("The ", "region:related"),
    ]


def test_a_body_that_stands_only_in_the_attribute_of_its_frame() -> None:
    body = f"<p>{FIRST}</p><p>{SECOND}</p>"
    data = {"component": "Show", "props": {"article": {"title": TITLE, "body": body, "id": 7}}}
    frame = f'<div id="app" data-page="{escape(json.dumps(data))}"></div>'
    html = f'<html lang="en"><head><title>{TITLE}</title></head><body>{frame}</body></html>'
    assert [block.text for block in article(page(html)).blocks] == [FIRST, SECOND]


def test_a_flash_in_a_script_is_told_by_its_title_from_longer_related_ones() -> None:
    related = {"title": "Another story", "body": f"<p>{SECOND}</p>" * 5}
    data = json.dumps({"article": {"title": TITLE, "body": f"<p>{FIRST}</p>"}, "more": [related]})
    html = f"""<html lang="en"><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>
    <script id="__NEXT_DATA__" type="application/json">{data}{" " * 300}</script></body></html>"""
    assert article(page(html)).text == FIRST


def test_a_body_of_blocks_in_a_script_below_the_standfirst_that_the_page_shows() -> None:
    lead = "The council decided on Monday evening, after a debate that nobody had expected at all."
    blocks = [{"type": "paragraph", "data": {"text": text}} for text in (FIRST, SECOND)]
    content = {"article": {"title": TITLE, "spot": lead, "content": {"blocks": blocks}}}
    html = f"""<html lang="en"><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1>
    <p class="intro">{lead}</p><div><span>Jane Doe</span><span>20 November 2026</span></div></main>
    <script id="__NEXT_DATA__" type="application/json">{json.dumps(content)}</script></body>"""
    found = article(page(html))
    assert [block.text for block in found.blocks] == [lead, FIRST, SECOND]


def test_a_body_that_a_script_keeps_amid_its_statements_beside_a_title_of_several() -> None:
    lead = "The council decided on Monday evening, after a debate that nobody had expected at all."
    elements = [{"type": "text", "content": text} for text in (FIRST, SECOND)]
    story = {"headlines": {"basic": TITLE}, "content_elements": elements}
    more = {"headlines": {"basic": "Another"}, "content_elements": elements * 3}
    html = f"""<html lang="en"><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1>
    <h2 class="subtitle">{lead} It was a long one.</h2></main><script>App=window.App||{{}};
    App.site="x";App.content={json.dumps(story)};App.cache={json.dumps(more)};</script></body>"""
    found = article(page(html))
    assert [block.text for block in found.blocks][-2:] == [FIRST, SECOND]


def test_the_category_on_a_card_says_nothing_of_the_article() -> None:
    card = """<div class="card"><a class="post-category" href="/tech/">Technology</a>
    <h3><a href="/other">Another story of note</a></h3></div>"""
    html = f"""<html lang="en"><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>
    <div class="article-body"><p>{FIRST}</p><p>{SECOND}</p></div>{card}</body></html>"""
    rules = Source(id="x", name="x", section="https://news.example/tech/")
    assert article(page(html, "https://news.example/plant", source=rules)).belongs is None


def test_a_body_that_stands_only_in_json_ld() -> None:
    node = {"@type": "NewsArticle", "headline": TITLE, "articleBody": f"{FIRST}\n\n{SECOND}" * 2}
    html = f"""<html lang="en"><head><title>{TITLE}</title>
    <script type="application/ld+json">{json.dumps(node)}</script></head>
    <body><h1>{TITLE}</h1></body></html>"""
    assert FIRST in article(page(html)).text


@pytest.mark.parametrize("tag", ["div", "span", "b", "a", "ul", "blockquote", "table"])
def test_elements_nested_as_deep_as_they_may_be(tag: str) -> None:
    nested = f"<{tag}>" * 380 + "the last words" + f"</{tag}>" * 380
    found = article(page(HTML.replace(f"<p>{SECOND}</p>", f"<p>{SECOND}</p>{nested}")))
    assert FIRST in found.text


def test_ten_thousand_breaks_and_links_are_read() -> None:
    lines = "A short line<br>" * 5_000 + '<a href="/x">y</a> ' * 5_000
    found = article(page(HTML.replace(f"<p>{SECOND}</p>", f"<p>{SECOND}</p>{lines}")))
    assert FIRST in found.text


def test_the_source_s_selectors_of_authors_and_date_win() -> None:
    rules = {"authors": (FieldRule(".who b"),), "published": (FieldRule(".when"),)}
    source = Source("s", "s", fields=rules, timezone="Asia/Dubai")
    said = (
        "<p class='who'>كتبه <b>منى حداد</b> و<b>عمر سعيد</b></p>"
        "<p class='when'>5 آذار 2025 10:30</p>"
    )
    head = "<meta property='article:published_time' content='2026-01-01T00:00:00Z'></head>"
    html = HTML.replace("</head>", head).replace("</h1>", f"</h1>{said}")
    found = article(page(html, source=source))
    assert found.authors == ("منى حداد", "عمر سعيد")
    assert found.published is not None
    assert found.published.isoformat() == "2025-03-05T10:30:00+04:00"
    assert found.published.origin == "rule"


@pytest.mark.parametrize("line", ["(رويترز)", "(أ ف ب)", "(Reuters)", "dpa/AFP", "EFE"])
def test_an_agency_s_sign_off_stays_where_the_source_asks_for_it(line: str) -> None:
    html = HTML.replace(f"<p>{SECOND}</p>", f"<p>{SECOND}</p><p>{line}</p>")
    assert line not in article(page(html)).text
    kept = article(page(html, source=Source("s", "s", agency_sign_offs=True)))
    assert kept.text.endswith(line)


def test_what_a_house_says_behind_a_break_below_the_last_sentence_goes_without_it() -> None:
    prose = "".join(
        f"<span>The council voted on bridge {n} for the whole of Tuesday, and nobody in the town "
        "was told the reason for it.</span><br><br>"
        for n in range(5)
    )
    last = "The ferry runs until ten."
    html = (
        "<html lang='en'><title>The long bridge is shut for a year - The Courier</title><div>"
        f"<h1>The long bridge is shut for a year</h1><div>{prose}<span>{last}</span><br>"
        "<span>Follow us on our channel so that you never miss any news</span></div></div></html>"
    )
    url = "https://news.example.org/bridge-shut"
    found = extract_article(Page(url, url, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.blocks[-1].text == last
    assert "channel" not in found.text
    verse = html.replace(
        "<br><span>Follow us on our channel so that you never miss any news", "<br>It rains"
    )
    found = extract_article(Page(url, url, verse.encode(), NOW), EMPTY, NOW)
    assert isinstance(found, Article)
    assert last in found.text
