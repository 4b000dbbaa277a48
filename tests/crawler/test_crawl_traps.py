"""Listings that lead astray: without end, in circles, to other places, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

import pytest
from crawl_desk import Desk
from misbehaviour import page
from news_content import Story, make_stories
from news_server import Answer, Asked, NewsServer
from wordpress_site import WordPressSite

SECTION = "/category/tech/"


@pytest.fixture
def site() -> Iterator[WordPressSite]:
    with WordPressSite(make_stories(13, {"tech": 9, "sport": 2, "economy": 2}), feed=False) as it:
        yield it


def listing(stories: list[Story], more: str) -> Answer:
    cards = "".join(
        f'<article><h2><a href="{story.path}">{escape(story.title)}</a></h2>'
        f"<p>{escape(story.paragraphs[0])}</p></article>"
        for story in stories
    )
    return Answer(
        f'<html lang="ar"><head><title>تقنية</title></head><body><main><h1>تقنية</h1>{cards}'
        f'<nav class="pagination"><a rel="next" class="next" href="{more}">التالي</a></nav>'
        "</main></body></html>"
    )


def test_a_listing_without_end_ends_with_its_budget(desk: Desk) -> None:
    many = make_stories(17, {"tech": 120})

    def any_page(asked: Asked) -> Answer | None:
        for story in many:
            if asked.path == story.path:
                return Answer(page(story))
        number = int(asked.path.partition("?page=")[2] or 1) if "/tech?" in asked.path else 0
        if asked.path == "/tech" or number:
            number = number or 1
            return listing(many[3 * number - 3 : 3 * number], f"/tech?page={number + 1}")
        return None

    with NewsServer() as server:
        server.fallback = any_page
        desk.watch("endless", server.url("/tech"))
        desk.crawl("endless", "--set", "max_pages=4")
        assert len(server.asked("/tech?page=")) == 3
        assert len(desk.articles()) == 12
        desk.crawl("endless", "--backfill", "--set", "backfill_pages=8")
        assert len(desk.articles()) == 24


def test_a_page_beyond_the_last_that_repeats_it_ends_the_listing(
    site: WordPressSite, desk: Desk
) -> None:
    last = site.section("tech", 2)
    assert last is not None
    body = str(last.body)
    for number in range(2, 30):
        more = f'<a class="next page-numbers" rel="next" href="{SECTION}page/{number + 1}/">n</a>'
        text = body.replace("</main>", f"<nav class=pagination>{more}</nav></main>")
        site.routes[f"{SECTION}page/{number}/"] = replace(last, body=text)
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    assert len(desk.articles()) == 9
    assert len(site.asked(f"{SECTION}page/")) <= 4


def test_a_next_page_that_is_not_there_is_the_end(site: WordPressSite, desk: Desk) -> None:
    site.routes[SECTION] = listing(site.of("tech"), "/nowhere/page/2/")
    desk.watch("wp", site.url(SECTION))
    crawled = desk.crawl("wp")
    assert crawled.exit == 0
    assert len(desk.articles()) == 9


def test_a_list_that_is_longer_than_a_visit_follows_is_told(
    site: WordPressSite, desk: Desk
) -> None:
    pages = [site.of("tech")[at : at + 3] for at in (0, 3, 6)]
    for number, shown in enumerate(pages, 1):
        path = SECTION if number == 1 else f"{SECTION}page/{number}/"
        site.routes[path] = listing(shown, f"{SECTION}page/{number + 1}/")
    site.routes[f"{SECTION}page/4/"] = Answer("none", 404)
    desk.watch("wp", site.url(SECTION), more="max_pages = 2")
    reasons = [desk.crawl("wp", *words).ended["counts"]["reasons"] for words in ((), ())]
    assert [each.get("listing:more-pages") for each in reasons] == [1, None]
    assert len(desk.articles()) == 6
    assert "listing:more-pages" not in desk.crawl("wp", "--backfill").ended["counts"]["reasons"]
    assert len(desk.articles()) == 9


def test_links_to_other_sites_and_ports_are_never_asked(site: WordPressSite, desk: Desk) -> None:
    with NewsServer() as canary:
        strange = [replace(story, path=canary.url(story.path)) for story in site.of("tech")[:3]] + [
            replace(site.of("tech")[3], path="http://169.254.169.254/2026/11/24/meta-data-story/")
        ]
        site.routes[SECTION] = listing(
            [*site.of("tech")[3:], *strange], canary.url(f"{SECTION}page/2/")
        )
        desk.watch("wp", site.url(SECTION))
        assert desk.crawl("wp").exit == 0
        assert canary.asked() == []
        assert len(desk.articles()) == 6


def test_hosts_that_the_source_names_are_its_own(site: WordPressSite, desk: Desk) -> None:
    """A list of articles on several hosts of the person's own network."""
    here, there = site.of("tech")[:5], site.of("tech")[5:]
    with NewsServer() as second, NewsServer() as canary:
        for story in there:
            second.routes[story.path] = Answer(page(story))
        elsewhere = [replace(story, path=second.url(story.path)) for story in there]
        strange = replace(there[0], path=canary.url(there[0].path))
        moved = Answer(status=301, headers={"Location": second.url("/moved/")})
        site.routes[here[0].path], second.routes["/moved/"] = moved, Answer(page(here[0]))
        away = Answer(status=302, headers={"Location": canary.url("/away/")})
        second.routes["/tech/2026/11/23/a-story-away/"] = away
        elsewhere.append(replace(there[0], path=second.url("/tech/2026/11/23/a-story-away/")))
        site.routes[SECTION] = listing([*here, *elsewhere, strange], f"{SECTION}page/2/")
        desk.watch("wp", site.url(SECTION), second.host)
        assert desk.crawl("wp").exit == 0
        assert canary.asked() == []
        assert len(second.asked(there[0].path)) == 1
        assert len(desk.articles()) == 9


CLOUD = "".join(f'<a href="/t/{n}">tag {n}</a> ' for n in range(30_000))
UNSEEN = "".join(
    f'<div hidden><a href="/t/a-word-{n}">one of many words {n}</a></div>' for n in range(20_000)
)


@pytest.mark.parametrize("cloud", [CLOUD, UNSEEN], ids=["tags", "hidden"])
def test_thousands_of_links_beside_the_list_hold_nothing_up(desk: Desk, cloud: str) -> None:
    stories = make_stories(19, {"tech": 6})
    section = listing(stories, "/tech?page=2")
    menu = '<nav><a href="/">Home</a><a href="/sport/">Sport</a><a href="/tech">Tech</a></nav>'
    html = str(section.body).replace("<main>", f"{menu}<main>")
    routes = {"/tech": Answer(html.replace("</main>", f"<div class=cloud>{cloud}</div></main>"))}
    with NewsServer({**routes, **{each.path: Answer(page(each)) for each in stories}}) as server:
        desk.watch("cloud", server.url("/tech"))
        crawled = desk.crawl("cloud", "--set", "page_time_limit_s=45")
    assert crawled.exit == 0
    assert len(desk.articles()) == 6


def test_links_that_order_something_are_never_asked(site: WordPressSite, desk: Desk) -> None:
    stories = site.of("tech")
    orders = [replace(story, path=f"{story.path}?action=delete&id=5") for story in stories[:3]]
    site.routes[SECTION] = listing([*stories[3:], *orders], f"{SECTION}page/2/")
    desk.watch("wp", site.url(SECTION))
    assert desk.crawl("wp").exit == 0
    asked = site.asked("/")
    assert stories[3].path in asked
    assert not [path for path in asked if "action=delete" in path]


def test_a_section_that_moved_to_its_other_form_is_followed(
    site: WordPressSite, desk: Desk
) -> None:
    site.routes[SECTION.rstrip("/")] = Answer(status=301, headers={"Location": SECTION})
    desk.watch("wp", site.url(SECTION.rstrip("/")))
    desk.crawl("wp")
    assert len(desk.articles()) == 9


def test_a_section_that_moved_to_another_host_is_not_followed(
    site: WordPressSite, desk: Desk
) -> None:
    with NewsServer() as canary:
        site.routes[SECTION] = Answer(status=302, headers={"Location": canary.url(SECTION)})
        desk.watch("wp", site.url(SECTION))
        crawled = desk.crawl("wp")
        assert crawled.exit == 1
        away = f"redirected-away: redirected to {canary.url(SECTION)}"
        assert crawled.ended["error"] == f"{site.url(SECTION)}: {away}"
        assert canary.asked() == []


def test_a_section_that_cannot_be_read_fails_the_visit(site: WordPressSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION))
    challenge = "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"
    shell = "<body><div id=root></div><script src=/a.js></script></body>"
    for answer, reason in (
        (Answer("gone", 404), "HTTP 404"),
        (Answer("broken", 500), "HTTP 500"),
        (Answer(b"%PDF-1.7", content_type="application/pdf"), "not-html"),
        (Answer(raw=b""), "connection"),
        (Answer(f"<html>{challenge}</html>"), f"{SECTION}: bot-challenge:"),
        (Answer(f"<html>{shell}</html>"), f"{SECTION}: needs-javascript:"),
    ):
        site.routes[SECTION] = answer
        crawled = desk.crawl("wp")
        assert crawled.exit == 1
        assert crawled.ended["state"] == "failed"
        assert reason in crawled.ended["error"]
    del site.routes[SECTION]
    assert desk.crawl("wp").exit == 0
    assert len(desk.articles()) == 9


def test_a_budget_of_requests_ends_the_visit(site: WordPressSite, desk: Desk) -> None:
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--set", "max_requests=5")
    assert len(site.asked()) <= 8
    desk.crawl("wp")
    assert len(desk.articles()) == 9


CROWDED = "<p " + " ".join(f"a{n}=b" for n in range(60_000)) + "></p>"


@pytest.mark.parametrize("after", [CROWDED, "<div>" * 30_000], ids=["attributes", "depth"])
def test_what_is_over_a_limit_costs_no_link_before_it(
    site: WordPressSite, desk: Desk, after: str
) -> None:
    first = site.section("tech", 1)
    assert first is not None
    broken = str(first.body).replace("</main>", f"{after}</main>")
    site.routes[SECTION] = replace(first, body=broken)
    desk.watch("wp", site.url(SECTION))
    assert desk.crawl("wp").exit == 0
    assert len(desk.articles()) >= 6


def test_lists_of_dead_addresses_leave_the_visit_to_the_others(
    site: WordPressSite, desk: Desk
) -> None:
    """A feed and a sitemap that outlived the site's relaunch."""
    urls = [site.url(f"{SECTION}2019/old-story-of-the-town-{n}/") for n in range(90)]
    site.routes["/old.xml"] = Answer(
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        + "".join(f"<url><loc>{url}</loc></url>" for url in urls)
        + "</urlset>"
    )
    moved = [site.url(f"/news/{n}/") for n in range(60)]
    items = "".join(f"<item><title>An old story</title><link>{url}</link></item>" for url in moved)
    site.routes["/old-feed"] = Answer(f"<rss version='2.0'><channel>{items}</channel></rss>")
    for url in moved:
        site.routes[url.removeprefix(site.url(""))] = Answer("", 301, headers={"Location": "/"})
    lists = f'sitemaps = ["{site.url("/old.xml")}"]\nfeeds = ["{site.url("/old-feed")}"]'
    desk.watch("wp", site.url(SECTION), more=lists)
    crawled = desk.crawl("wp")
    assert crawled.exit == 0
    assert len(desk.articles()) == 9
    assert (len(site.asked(f"{SECTION}2019/")), len(site.asked("/news/"))) == (50, 50)
    reasons = desk.rows("SELECT counts FROM runs")[0]["counts"]
    assert '"listing:dead-links":2' in reasons
    desk.crawl("wp")
    assert (len(site.asked(f"{SECTION}2019/")), len(site.asked("/news/"))) == (90, 60)


def test_the_data_of_a_program_does_not_hide_the_list(site: WordPressSite, desk: Desk) -> None:
    last = site.section("tech", 1)
    assert last is not None
    data = f"<script>window.data = '{'<b>it<br>' * 90_000}'</script>"
    body = str(last.body).replace("</head>", f"{data}</head>")
    site.routes[SECTION] = replace(last, body=body)
    desk.watch("wp", site.url(SECTION))
    assert desk.crawl("wp").exit == 0
    assert len(desk.articles()) == 9
