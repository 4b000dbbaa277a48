"""Addresses that differ in parameters which choose nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from crawl_desk import Desk
from news_content import make_stories
from news_server import Answer, Asked
from wordpress_site import WordPressSite

from crawler.idle_parameters import idle_names, without

SECTION = "/category/tech/"
SITE = "https://example.org"


@pytest.fixture
def site() -> Iterator[WordPressSite]:
    with WordPressSite(make_stories(5, {"tech": 5, "sport": 2, "economy": 2}), feed=False) as it:
        yield it


def number_showings(site: WordPressSite, *, canonical: bool) -> None:
    """Each time that the list is shown, its links have other numbers."""
    shown = itertools.count(70_001)
    usual = site.fallback

    def answer(asked: Asked) -> Answer | None:
        path = asked.path.partition("?")[0]
        found = usual(replace(asked, path=path))
        if found is None:
            return None
        body = str(found.body)
        if path.startswith("/category/"):
            for story in site.of("tech"):
                body = body.replace(f'"{story.path}"', f'"{story.path}?ref={next(shown)}"')
        elif not canonical:
            body = body.replace('rel="canonical"', 'rel="other"')
        return Answer(body)

    site.fallback = answer


@pytest.mark.parametrize(
    ("canonical", "visits"),
    [
        pytest.param(True, 1, id="told-by-canonical-links"),
        pytest.param(False, 2, id="told-by-none"),
    ],
)
def test_a_number_of_each_showing_has_no_known_article_fetched_again(
    site: WordPressSite, desk: Desk, canonical: bool, visits: int
) -> None:
    number_showings(site, canonical=canonical)
    desk.watch("wp", site.url(SECTION), more="delay_s = 0.01")
    for _ in range(visits):
        assert desk.crawl("wp").exit == 0
    known = desk.rows("SELECT url, state FROM links")
    site.forget()
    crawled = desk.crawl("wp")
    assert crawled.ended["counts"] == {"outcomes": {}, "reasons": {}}
    assert site.asked("/tech/") == []
    assert desk.rows("SELECT url, state FROM links") == known
    assert len(desk.articles()) == 5
    paragraphs = ("فقرة أولى لا تشبه غيرها.", "وفقرة ثانية تحكي ما حدث في المدينة صباح الخميس.")
    first = site.of("tech")[0]
    site.stories.append(
        replace(first, path="/tech/2026/11/26/new/", title="عنوان جديد", paragraphs=paragraphs)
    )
    desk.crawl("wp")
    assert len(desk.articles()) == 6


def addresses(*groups: tuple[str, ...]) -> dict[int, set[str]]:
    return {at: {f"{SITE}{url}" for url in urls} for at, urls in enumerate(groups, 1)}


def test_parameters_that_differ_for_one_article_choose_nothing() -> None:
    twice = [(f"/story-{n}?show={n}", f"/story-{n}?show={n}7") for n in range(3)]
    assert idle_names(addresses(*twice)) == {"show"}
    assert idle_names(addresses(*((f"/{n}?show=1", f"/{n}") for n in range(3)))) == {"show"}
    assert not idle_names(addresses(*twice[:2]))


def test_a_parameter_that_tells_two_articles_apart_chooses() -> None:
    several = [(f"/news?id={n}&show={n}", f"/news?id={n}&show={n}7") for n in range(4)]
    assert idle_names(addresses(*several)) == {"show"}
    slip = (*several, ("/news?id=7&show=1", "/news?id=8&show=1"))
    assert "id" not in idle_names(
        addresses(*slip, *((f"/n?id={n}", f"/n?id={n}9") for n in (5, 6)))
    )


def test_parameters_that_change_at_once_choose_nothing() -> None:
    """A session's number is another at each visit, and the number of a showing too."""
    twice: list[tuple[str, ...]] = [
        tuple(f"/story?id={n}&sid=a{k}&ref={n}{k}" for k in (1, 2)) for n in range(4)
    ]
    assert idle_names(addresses(*twice)) == {"sid", "ref"}
    assert not idle_names(addresses(*twice[:2]))
    moved = [(f"/n?id={n}&sid=a{n}", f"/n?id={n}9&sid=b{n}") for n in range(3)]
    assert not idle_names(addresses(*moved))


def test_a_url_without_parameters() -> None:
    assert without(f"{SITE}/news?id=5&show=7", {"show"}) == f"{SITE}/news?id=5"
    assert without(f"{SITE}/news?show=7", {"show"}) == f"{SITE}/news"
    assert without(f"{SITE}/news?showing=7", {"show"}) == f"{SITE}/news?showing=7"
