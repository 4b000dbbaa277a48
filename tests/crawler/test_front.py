"""Whether an address is a site's home page or one of its sections."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.front import Front, read_front
from pipeline.errors import Reason, Rejected
from pipeline.records import Page, Source

SITE = "http://news.example"
MENU = '<nav><a href="{}/tech">Technology</a> <a href="{}/sport">Sport</a></nav>'
LIST = "".join(f'<h2><a href="/s/{n}">A story of note number {n}</a></h2>' for n in range(5))


def is_home(asked: str, final: str, logo: str = "/", menu: str = MENU.format("", "")) -> bool:
    return read(asked, final, logo, menu).is_home


def page_of(path: str, html: str) -> Page:
    return Page(SITE + path, SITE + path, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))


def read(asked: str, final: str, logo: str = "/", menu: str = "", head: str = "") -> Front:
    html = (
        f'<html lang="en-GB"><head>{head}</head><body><header>'
        f'<a class="site-logo" href="{logo}">The Desk</a>{menu}</header>'
        f"<main>{LIST}</main></body></html>"
    )
    page = Page(SITE + asked, SITE + final, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    front = read_front(page, Source(id="x", name="x", section=SITE + asked))
    assert isinstance(front, Front)
    return front


@pytest.mark.parametrize("path", ["/", "/index.php", "/Default.aspx", "/en", "/en-gb/", "/home"])
def test_a_home_page_by_its_address(path: str) -> None:
    assert is_home(path, path)


@pytest.mark.parametrize(
    "path", ["/tech", "/it", "/index.php?cat=3", "/en/tech", "/index.php/tech"]
)
def test_a_section_by_its_address(path: str) -> None:
    assert not is_home(path, path)


def test_what_the_root_leads_to_and_where_the_logo_leads() -> None:
    assert is_home("/", "/today/front")
    assert is_home("/news/", "/news/", logo="/news")
    assert not is_home("/tech", "/tech", logo="/tech")
    assert not is_home("/", "/today/front", menu="")


@pytest.mark.parametrize(
    ("menu", "title", "expected"),
    [
        (("Phones", "Laptops"), "The Desk: technology news and reviews", True),
        (("هواتف", "ذكاء اصطناعي"), "نبض | أخبار التقنية", True),
        (("手机", "电脑"), "科技前线", True),
        (("Phones", "Laptops"), "The Desk: recipes and reviews", False),
        (("Phones", "Sport"), "The Desk: sport, business and technology", False),
        (("Tech", "Reviews"), "The Desk: technology news and reviews", False),
    ],
)
def test_a_site_all_of_technology(menu: tuple[str, ...], title: str, expected: bool) -> None:
    links = "".join(f'<a href="/c/{n}">{name}</a> ' for n, name in enumerate(menu))
    front = read("/", "/", menu=f"<nav>{links}</nav>", head=f"<title>{title}</title>")
    assert front.of_technology is expected


@pytest.mark.parametrize(
    ("menu", "older", "expected"),
    [
        (("Archive /archives/", "Tags /tags/", "Gärten /categories/gaerten/"), False, True),
        (("الأرشيف /a", "حدائق /c/1"), False, True),
        (("Recipes /c/1", "Boats /c/2", "Trees /c/3", "Owls /c/4", "Kites /c/5"), False, True),
        (("Recipes /r", "Boats /b", "Trees /t", "Owls /o", "Kites /k", "Tea /a"), False, False),
        (("Recipes /r", "Boats /b", "Trees /t", "Owls /o", "Kites /k", "Tea /a"), True, True),
        (tuple(f"Boat{n} /tag/boat{n}" for n in range(9)), False, True),
        (("Économie 1 /categories/eco", "Boats 3 /categories/boats"), False, True),
        (("Boats /tag/boats", "Sport /tag/sport"), True, False),
        (("Économie /categories/eco", "Boats /categories/boats"), True, False),
        (("政治 /c/1", "文章 /posts"), True, False),
        (("Thể thao /c/1", "Xe /c/2"), True, False),
        (("Technology /c/1", "Archive /archives"), True, False),
    ],
)
def test_a_home_page_that_is_a_blogs(menu: tuple[str, ...], older: bool, expected: bool) -> None:
    links = "".join('<a href="{2}">{0}</a> '.format(*each.rpartition(" ")) for each in menu)
    head = '<link rel="next" href="/page/2">' * older
    front = read("/", "/", menu=f"<nav>{links}</nav>", head=head)
    assert front.is_one_list is expected
    assert not read("/tech", "/tech", menu=f"<nav>{links}</nav>", head=head).is_one_list


def test_who_holds_the_rights_is_not_the_site_s_name() -> None:
    head = "<title>Technology | The Desk</title><meta name='copyright' content='© 2026 Jane Doe'>"
    assert read("/technology", "/technology", head=head).site_name == "The Desk"


@pytest.mark.parametrize("title", ["The Desk – Notes on machines", "Notes on machines | The Desk"])
def test_a_motto_beside_the_sites_name_is_not_its_name(title: str) -> None:
    assert read("/", "/", head=f"<title>{title}</title>").site_name == "The Desk"
    told = f'<meta name="apple-mobile-web-app-title" content="{title}">'
    assert read("/", "/", head=told).site_name == "The Desk"
    html = f"<html><head><title>{title}</title></head><body><h1>The Desk</h1>{LIST}</body></html>"
    front = read_front(page_of("/", html), Source(id="x", name="x", section=SITE))
    assert isinstance(front, Front)
    assert front.site_name == "The Desk"


@pytest.mark.parametrize(
    ("path", "link", "first"),
    [
        ("/tech?page=3", "/tech", "/tech"),
        ("/tech/page/2/", "/tech/page/1/", "/tech/page/1/"),
        ("/tech?page=1", "/tech?page=2", None),
        ("/tech", "/tech?page=1", None),
    ],
)
def test_a_further_page_leads_to_the_first(path: str, link: str, first: str | None) -> None:
    front = read(path, path, menu=f'<a href="{link}">Technology</a>')
    assert front.first == (first and SITE + first)


@pytest.mark.parametrize(
    ("title", "body", "reason"),
    [
        ("Log in", "<form><input name=u><input type=password name=p></form>", Reason.LOGIN_WALL),
        ("Page not found", "<h1>Page not found</h1><p>It does not exist.</p>", Reason.SOFT_404),
    ],
)
def test_walls_among_menus(title: str, body: str, reason: Reason) -> None:
    menu = MENU.format("", "")
    html = f"<html><head><title>{title}</title></head><body>{menu}<main>{body}</main></body></html>"
    told = read_front(page_of("/members", html), Source(id="x", name="x", section=SITE))
    assert isinstance(told, Rejected)
    assert told.reason is reason


@pytest.mark.parametrize(
    ("title", "section", "site_name"),
    [
        ("تقنية | مدار التقنية", "تقنية", "مدار التقنية"),
        ("Tech | TechDesk", "Tech", "TechDesk"),
        ("Technology | The Technology Desk", "Technology", "The Technology Desk"),
        ("The Desk - Technology news", "Technology", "The Desk"),
        ("Technology news", "Technology", None),
        ("Technology", "Technology", None),
    ],
)
def test_the_sites_name_is_told_from_the_sections_in_the_title(
    title: str, section: str, site_name: str | None
) -> None:
    html = f"<html><head><title>{title}</title></head><body><h1>{section}</h1>{LIST}</body></html>"
    page = page_of("/technology", html)
    front = read_front(page, Source(id="x", name="x", section=f"{SITE}/technology"))
    assert isinstance(front, Front)
    assert (front.listing.name, front.site_name) == (section, site_name)
