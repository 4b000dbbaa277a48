"""The demo's site: what it serves, and that its claims can fail."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from demo import claims
from demo.claims import Stored
from demo.content import load_site
from demo.render import watermark
from demo.server import DemoSite, serve

SITE = load_site()


@pytest.fixture(scope="module")
def running() -> Iterator[DemoSite]:
    with serve(SITE) as demo:
        yield demo


def fetch(demo: DemoSite, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    request = Request(demo.origin + path, headers=headers)
    try:
        with urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except HTTPError as error:
        with error:
            return error.code, error.read().decode(), dict(error.headers)


def perfect() -> list[Stored]:
    """What a perfect crawl stores of the Arabic section."""
    section = SITE.watched[0]
    return [
        Stored("http://host" + story.path, story.title, "\n\n".join(story.lines), 1)
        for story in SITE.of(section)
    ]


def test_there_are_forty_articles_in_two_languages() -> None:
    languages = [story.section.language for story in SITE.stories]
    assert (languages.count("ar"), languages.count("en")) == (27, 13)
    assert len({story.path for story in SITE.stories}) == 40


@pytest.mark.parametrize("section", SITE.sections, ids=lambda section: section.key)
def test_listings_name_every_article_and_end(running: DemoSite, section: object) -> None:
    path, seen = section.path, ""  # type: ignore[attr-defined]
    while path:
        status, page, _ = fetch(running, path)
        assert status == 200
        seen += page.partition('<aside class="sidebar">')[0]
        _, _, after = page.partition('rel="next" href="')
        path = after.partition('"')[0]
    for story in SITE.of(section):  # type: ignore[arg-type]
        assert f'href="{story.path}"' in seen
    assert all(f'"{s.path}"' not in seen for s in SITE.stories if s.section is not section)


def test_each_visit_of_an_article_has_its_own_watermark(running: DemoSite) -> None:
    path = SITE.stories[0].path
    first, second = (fetch(running, path)[1] for _ in range(2))
    assert first != second
    assert len(watermark(1)) > 16
    assert watermark(1) != watermark(2)


def test_an_unchanged_listing_costs_nothing(running: DemoSite) -> None:
    _, _, headers = fetch(running, "/technology/")
    status, body, _ = fetch(running, "/technology/", **{"If-None-Match": headers["ETag"]})
    assert (status, body) == (304, "")


def test_a_missing_page_is_missing(running: DemoSite) -> None:
    for path in ("/technology/none/", "/technology/page/9/", "/technology/page/1/", "/none"):
        assert fetch(running, path)[0] == 404


def test_the_copy_names_its_original(running: DemoSite) -> None:
    story = next(story for story in SITE.stories if story.second_path)
    assert story.second_path is not None
    page = fetch(running, story.section.path + story.second_path)[1]
    assert f'rel="canonical" href="{running.origin}{story.path}"' in page


def test_the_log_tells_what_was_asked(running: DemoSite) -> None:
    running.take_log()
    fetch(running, "/technology/")
    fetch(running, SITE.stories[0].path)
    assert [answer.kind for answer in running.take_log()] == ["listing", "article"]
    assert running.take_log() == []


def test_updates_change_the_article_that_is_served() -> None:
    with serve(SITE) as demo:
        (path, updated) = next(iter(SITE.updates.items()))
        demo.publish_updates()
        page = fetch(demo, path)[1]
        assert updated.passages[-1].text in page.replace("&#x27;", "'")


def test_claims_hold_for_a_perfect_crawl() -> None:
    section = SITE.watched[0]
    assert claims.section_is_whole(SITE, section, perfect()).holds
    assert claims.texts_are_clean(SITE, perfect()).holds
    assert claims.copy_is_one(SITE, perfect()).holds


def test_claims_fail_for_what_is_wrong() -> None:
    section = SITE.watched[0]
    stored = perfect()
    first = stored[0]
    foreign = Stored("http://host/economy/x/", "t", "x", 1)
    assert not claims.section_is_whole(SITE, section, stored[1:]).holds
    assert not claims.section_is_whole(SITE, section, [*stored, foreign]).holds
    assert not claims.section_is_whole(SITE, section, [*stored, first]).holds
    noisy = Stored(first.url, first.title, first.text + "\n\nاترك تعليقاً", 1)
    short = Stored(first.url, first.title, first.text.partition("\n")[0], 1)
    assert not claims.texts_are_clean(SITE, [noisy]).holds
    assert not claims.texts_are_clean(SITE, [short]).holds
