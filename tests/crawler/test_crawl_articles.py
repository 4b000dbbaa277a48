"""Articles in odd places: split over pages, named by site-wide lists alone, opted out."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import pytest
from crawl_desk import Desk
from misbehaviour import page
from news_content import SECTIONS, Story, make_stories
from news_server import Answer
from wordpress_site import WordPressSite

SECTION = "/category/tech/"


@pytest.fixture
def site() -> Iterator[WordPressSite]:
    with WordPressSite(make_stories(9, {"tech": 5, "sport": 3, "economy": 3}), feed=False) as it:
        yield it


def split(site: WordPressSite, story: Story) -> None:
    """Serve a story on three pages, the last of which names a fourth that is not there."""
    parts = [story.paragraphs[:1], story.paragraphs[1:2], story.paragraphs[2:]]
    for number, paragraphs in enumerate(parts, 1):
        path = story.path if number == 1 else f"{story.path}{number}/"
        text = "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
        site.routes[path] = Answer(
            f'<html lang="ar"><head><meta charset="utf-8"><title>{escape(story.title)}</title>'
            f'<meta property="og:title" content="{escape(story.title)}">'
            f'<link rel="canonical" href="{story.path}"></head><body><article>'
            f"<h1>{escape(story.title)}</h1><div class=entry-content>{text}"
            f'<div class="page-links">الصفحات: <a class="post-page-numbers" '
            f'href="{story.path}{number + 1}/">{number + 1}</a></div></div></article></body></html>'
        )


def test_an_article_on_several_pages_is_one(site: WordPressSite, desk: Desk) -> None:
    story = max(site.of("tech"), key=lambda each: len(each.paragraphs))
    split(site, story)
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    found = {row["url"]: row["text"] for row in desk.articles()}
    assert found[site.url(story.path)] == story.text
    assert len(found) == 5


def test_an_article_of_which_a_page_does_not_come_is_not_cut_short(
    site: WordPressSite, desk: Desk
) -> None:
    story = max(site.of("tech"), key=lambda each: len(each.paragraphs))
    split(site, story)
    second = f"{story.path}2/"
    there, away = site.routes[second], Answer(status=502)
    desk.watch("wp", site.url(SECTION))
    site.routes[second] = away
    outcomes = desk.crawl("wp").ended["counts"]["outcomes"]
    assert (outcomes["new"], outcomes["failed"]) == (4, 1)
    link = desk.link(site.url(story.path))
    assert (link["state"], link["reason"]) == ("failed", "http-error")
    assert link["detail"] == f"its further page {site.url(second)}: HTTP 502"
    site.routes[second] = there
    soon = "UPDATE links SET next_check_at = '2026-01-01 00:00:00.000000' WHERE url = ?"
    desk.change(soon, site.url(story.path))
    desk.crawl("wp")
    assert {row["url"]: row["text"] for row in desk.articles()}[site.url(story.path)] == story.text
    site.routes[second] = away
    desk.crawl("wp", "--full")
    found = {row["url"]: row for row in desk.articles()}[site.url(story.path)]
    assert found["text"] == story.text
    assert desk.link(site.url(story.path))["state"] == "stored"


def test_an_article_of_which_a_page_never_comes_is_stored_as_far_as_it_does(
    site: WordPressSite, desk: Desk
) -> None:
    story = max(site.of("tech"), key=lambda each: len(each.paragraphs))
    split(site, story)
    site.routes[f"{story.path}2/"] = Answer(status=502)
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    last = "UPDATE links SET next_check_at = '2026-01-01 00:00:00.000000', attempts = 5 WHERE url=?"
    desk.change(last, site.url(story.path))
    desk.crawl("wp")
    found = {row["url"]: row["text"] for row in desk.articles()}
    assert found[site.url(story.path)] == story.paragraphs[0]


def test_a_site_wide_feed_gives_only_what_belongs(site: WordPressSite, desk: Desk) -> None:
    items = "".join(
        f"<item><title>{escape(story.title)}</title><link>{site.url(story.path)}</link></item>"
        for story in site.stories
    )
    site.routes["/feed/"] = Answer(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>',
        content_type="application/rss+xml",
    )
    shown = site.of("tech")[:3]
    cards = "".join(
        f'<article><h2><a href="{s.path}">{escape(s.title)}</a></h2><p>{s.paragraphs[0]}</p>'
        "</article>"
        for s in shown
    )
    site.routes[SECTION] = Answer(
        f'<html lang="ar"><head><title>{SECTIONS["tech"]}</title><link rel="alternate" '
        f'type="application/rss+xml" href="/feed/"></head><body><main><h1>{SECTIONS["tech"]}</h1>'
        f"{cards}</main></body></html>"
    )
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    assert {row["url"] for row in desk.articles()} == {site.url(s.path) for s in site.of("tech")}
    strange = desk.link(site.url(site.of("sport")[0].path))
    assert (strange["state"], strange["reason"]) == ("rejected", "out-of-section")


def test_an_opted_out_page_keeps_its_title_alone(site: WordPressSite, desk: Desk) -> None:
    story = site.of("tech")[1]
    site.routes[story.path] = Answer(page(story, head='<meta name="robots" content="noarchive">'))
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    (row,) = [row for row in desk.articles() if row["url"] == site.url(story.path)]
    assert row["title"] == story.title
    assert row["text"] == ""
    assert row["warc_file"] is None


def test_what_every_article_repeats_is_in_none(site: WordPressSite, desk: Desk) -> None:
    line = "برنامجنا اليومي يبث مساء كل خميس على القناة"
    for story in site.of("tech"):
        body = page(story).decode()
        last = escape(story.paragraphs[-1])
        assert last in body
        site.routes[story.path] = Answer(body.replace(last, f"{last}</p><p>{line}"))
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    assert len(desk.articles()) == 5
    assert not [row["url"] for row in desk.articles() if line in row["text"]]
    desk.crawl("wp", "--full")
    assert not [row["url"] for row in desk.articles() if line in row["text"]]
    assert {row["number"] for row in desk.articles()} <= {1, 2}


def test_lines_that_announce_the_site_s_other_articles_are_in_none(
    site: WordPressSite, desk: Desk
) -> None:
    stories = site.of("tech")
    for story, other in zip(stories, stories[1:] + stories[:1], strict=True):
        body, last = page(story).decode(), escape(story.paragraphs[-1])
        line = f"<p>للفضوليين فقط: {escape(other.title)}</p>"
        site.routes[story.path] = Answer(body.replace(f"<p>{last}", f"{line}<p>{last}"))
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    assert len(desk.articles()) == len(stories)
    assert not [row["url"] for row in desk.articles() if "للفضوليين" in row["text"]]
    desk.crawl("wp", "--full")
    assert not [row["url"] for row in desk.articles() if "للفضوليين" in row["text"]]


def test_an_address_that_leads_up_to_its_section_is_no_article(
    site: WordPressSite, desk: Desk
) -> None:
    gone = "/category/tech/a-story-that-was-taken-down-41877/"
    items = "".join(
        f"<item><title>{title}</title><link>{site.url(path)}</link></item>"
        for title, path in [("One", gone), *((escape(s.title), s.path) for s in site.of("tech"))]
    )
    site.routes["/feed/"] = Answer(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>',
        content_type="application/rss+xml",
    )
    site.routes[gone] = Answer("", 302, headers={"Location": SECTION})
    desk.write_source("wp", f'feeds = ["{site.url("/feed/")}"]\nprivate_hosts = ["{site.host}"]\n')
    desk.crawl("wp")
    assert desk.link(site.url(gone))["reason"] == "redirected-away"
    assert len(desk.articles()) == 5


def test_where_a_page_leads_on_is_asked_for_before_what_waits(
    site: WordPressSite, desk: Desk
) -> None:
    first, *others = site.of("tech")
    old = "/2020/01/its-address-of-old-times-41/"
    site.routes[old] = Answer("", 301, headers={"Location": first.path})
    cards = "".join(
        f'<article><h2><a href="{path}">{escape(s.title)}</a></h2></article>'
        for path, s in [(old, first), *((s.path, s) for s in others)]
    )
    site.routes[SECTION] = Answer(
        f"<html><head><title>T</title></head><body><main><h1>T</h1>{cards}</main></body></html>"
    )
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp")
    asked = [each.path for each in site.log]
    assert asked.index(first.path) <= asked.index(old) + 3  # two connections at once
    assert len(desk.articles()) == 5


def test_of_a_list_that_may_be_of_subjects_what_is_called_as_articles_are_is_looked_at_first(
    site: WordPressSite, desk: Desk
) -> None:
    subjects = "".join(f'<li><a href="/s/subject-{n}">Subject {n}</a></li>' for n in range(60))
    stories = "".join(f'<li><a href="{s.path}">{escape(s.title)}</a></li>' for s in site.of("tech"))
    site.routes[SECTION] = Answer(
        f"<html><title>T</title><body><main><h1>T</h1><ul>{subjects}{stories}</ul></main></body>"
    )
    desk.watch("wp", site.url(SECTION))
    desk.crawl("wp", "--set", "uncertain_links=8")
    assert len(desk.articles()) == 5
