"""A look at a real local site before it becomes a source."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from news_content import make_stories
from news_server import Answer
from wordpress_site import WordPressSite

from crawler.front import zone_of
from crawler.probe import CannotProbe, probe
from crawler.spiders.probe import MAX_REQUESTS

pytestmark = pytest.mark.usefixtures("prepared_processes")
CONTACT = "https://example.org/rasid"


@pytest.fixture
def site() -> Iterator[WordPressSite]:
    with WordPressSite(make_stories(7, {"tech": 15, "sport": 6})) as server:
        yield server


def host_of(site: WordPressSite) -> str:
    return site.url("/").split("/")[2]


def test_finds_what_a_section_has(site: WordPressSite) -> None:
    found = probe(site.url("/category/tech/"), contact=CONTACT, private_hosts=[host_of(site)])
    assert found["kind"] == "section"
    assert found["language"] == "ar"
    assert found["feeds"] == [site.url("/category/tech/feed/")]
    assert found["next_pages"][0] == site.url("/category/tech/page/2/")
    stories = {site.url(story.path): story.title for story in site.of("tech")}
    tried = {article["url"]: article["title"] for article in found["articles"]}
    assert len(tried) == 3
    assert tried.items() <= stories.items()


def test_is_a_modest_guest(site: WordPressSite) -> None:
    probe(site.url("/category/tech/"), contact=CONTACT, private_hosts=[host_of(site)])
    assert site.asked()[0] == "/robots.txt"
    assert len(site.asked()) <= MAX_REQUESTS + 1
    assert all(CONTACT in asked.headers["user-agent"] for asked in site.log)


def test_names_the_sections_of_a_home_page(site: WordPressSite) -> None:
    menu = "".join(
        f'<li><a href="/category/{slug}/">{name}</a></li>'
        for slug, name in (("sport", "رياضة"), ("tech", "تقنية"))
    )
    html = f"<html lang=ar><title>الأفق</title><nav><ul>{menu}</ul></nav><h1>الأفق</h1>"
    site.fallback = lambda asked: Answer(html) if asked.path == "/" else None
    found = probe(site.url("/"), contact=CONTACT, private_hosts=[host_of(site)])
    assert found["kind"] == "home"
    assert [each["name"] for each in found["sections"]] == ["تقنية", "رياضة"]
    assert site.asked() == ["/robots.txt", "/"]


def test_a_home_page_that_is_called_technology_is_no_section_of_itself(
    site: WordPressSite,
) -> None:
    html = (
        "<html lang=ar><title>عالم التقنية</title><nav><a class=site-title href='/wd/'>عالم التقنية"
        "</a><a href='/wd/ai/'>ذكاء اصطناعي</a></nav><h1>عالم التقنية</h1>"
    )
    site.fallback = lambda asked: Answer(html) if asked.path == "/wd/" else None
    found = probe(site.url("/wd/"), contact=CONTACT, private_hosts=[host_of(site)])
    assert [each["name"] for each in found["sections"]] == ["ذكاء اصطناعي"]


def test_looks_for_sections_in_the_site_s_list_of_them(site: WordPressSite) -> None:
    home = "<html lang=ar><title>الأفق</title><nav><a href='/categories/'>كل الأقسام</a></nav>"
    listed = "<html lang=ar><title>الأقسام</title><ul><li><a href='/category/tech/'>تقنية</a></ul>"
    pages = {"/": home, "/categories/": listed}
    site.fallback = lambda asked: Answer(pages[asked.path]) if asked.path in pages else None
    found = probe(site.url("/"), contact=CONTACT, private_hosts=[host_of(site)])
    assert [(each["name"], each["technology"]) for each in found["sections"]] == [("تقنية", True)]
    assert not found["is_one_list"]


def test_a_home_page_may_be_the_list_of_the_whole_site(site: WordPressSite) -> None:
    stories = "".join(
        f'<article><h2><a href="{story.path}">{story.title}</a></h2></article>'
        for story in site.of("tech")
    )
    html = (
        f"<html lang=ar><title>الأفق</title><nav><a href='/category/tech/'>تقنية</a></nav>{stories}"
    )
    site.routes["/"] = Answer(html)
    hosts = [host_of(site)]
    found = probe(site.url("/"), contact=CONTACT, private_hosts=hosts, whole_site=True)
    assert (found["kind"], found["links"]) == ("section", 15)
    assert len(found["articles"]) == 3, found["problems"]


def test_a_list_whose_teasers_have_days_is_no_article(site: WordPressSite) -> None:
    rows = "".join(
        f'<tr><td><a href="{story.path}">{story.title}</a><br>{day:02}/10/2026 17:36</td></tr>'
        for day, story in enumerate(site.of("tech"), start=1)
    )
    html = (
        "<html lang=ar dir=rtl><title>الأفق - تقنية</title><h1>تقنية</h1><div>26/11/2026</div>"
        "<p>كل ما يخص التقنية من أخبار الشركات والأجهزة والتطبيقات والألعاب في مكان واحد</p>"
        f"<table>{rows}</table>"
    )
    site.fallback = lambda asked: Answer(html) if asked.path.startswith("/show") else None
    found = probe(site.url("/show.aspx?id=3"), contact=CONTACT, private_hosts=[host_of(site)])
    assert (found["kind"], found["links"]) == ("section", 15)


def test_private_addresses_are_refused_unless_they_are_named(site: WordPressSite) -> None:
    found = probe(site.url("/category/tech/"), contact=CONTACT)
    assert "private-address" in found["problems"][0]
    assert site.asked() == []


def test_without_a_contact_nothing_is_asked(
    site: WordPressSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RASID_CONTACT", raising=False)
    with pytest.raises(CannotProbe, match="contact"):
        probe(site.url("/category/tech/"), contact=None, private_hosts=[host_of(site)])
    assert site.asked() == []


def test_zones_of_countries_with_one() -> None:
    assert zone_of("https://news.example.sa/tech") == "Asia/Riyadh"
    assert zone_of("https://news.example.org/tech") is None


def test_what_refuses_is_told_by_the_reason_that_a_crawl_gives(site: WordPressSite) -> None:
    section, hosts = site.url("/category/tech/"), [host_of(site)]
    for status, said in ((429, "rate-limited: HTTP 429"), (403, "http-error: HTTP 403")):
        site.routes["/category/tech/"] = Answer(status=status)
        found = probe(section, contact=CONTACT, private_hosts=hosts)
        assert found["problems"] == [f"{section}: {said}"]


MOTTO = "<h1>الأفق</h1><p>مدونة عن الشبكات والبرمجيات الحرة وما يجري خلفها، يكتبها مهندسان.</p>"


@pytest.mark.parametrize("listed", [0, 1])
def test_a_site_whose_list_is_drawn_in_the_browser_is_asked_for_its_sitemap(
    site: WordPressSite, listed: int
) -> None:
    stories = [*site.of("tech")]
    links = "".join(f"<h2><a href='{s.path}'>{s.title}</a></h2>" for s in stories[:listed])
    html = f"<html lang=ar><title>الأفق</title>{MOTTO}<main>{links}</main>"
    named = "".join(f"<url><loc>{site.url(story.path)}</loc></url>" for story in stories)
    pages = {
        "/": Answer(html),
        "/sitemap.xml": Answer(f"<urlset>{named}</urlset>", content_type="application/xml"),
    }
    own = site.fallback
    site.fallback = lambda asked: pages.get(asked.path) or own(asked)
    hosts = [host_of(site)]
    found = probe(site.url("/"), contact=CONTACT, private_hosts=hosts, whole_site=True)
    assert found["sitemaps"] == [site.url("/sitemap.xml")]
    assert len(found["articles"]) == 3
    assert "/sitemap.xml" in site.asked()


def test_a_sitemap_that_nothing_names_and_is_not_there_is_no_problem(site: WordPressSite) -> None:
    html = f"<html lang=ar><title>الأفق</title>{MOTTO}<main></main>"
    site.fallback = lambda asked: Answer(html) if asked.path == "/" else None
    hosts = [host_of(site)]
    found = probe(site.url("/"), contact=CONTACT, private_hosts=hosts, whole_site=True)
    assert (found["sitemaps"], found["problems"], found["kind"]) == ([], [], "empty")
