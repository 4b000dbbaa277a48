"""Sites that set a cookie, lead back to the same page, and show it to who brings the cookie."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from crawl_desk import Desk
from misbehaviour import page
from news_content import make_stories
from news_server import Answer, Asked, NewsServer

from crawler.fetching.cookies import MAX_COOKIES, changed

(STORY,) = make_stories(84, {"tech": 1})
ARTICLE = "/2026/11/a-story-for-who-brings-a-cookie"
LIST = f"<html><body><main><h1>تقنية</h1><h2><a href='{ARTICLE}'>{STORY.title}</a></h2></main>"


@pytest.fixture
def server() -> Iterator[NewsServer]:
    pages = {"/tech/": LIST, ARTICLE: page(STORY)}

    def answer(asked: Asked) -> Answer | None:
        if asked.path not in pages:
            return None
        if asked.headers.get("cookie") == "seen=1":
            return Answer(pages[asked.path])
        led_back = {"Location": asked.path, "Set-Cookie": "seen=1; Path=/; HttpOnly"}
        return Answer(status=302, headers=led_back)

    with NewsServer() as it:
        it.fallback = answer
        yield it


def test_a_page_is_shown_to_who_brings_its_cookie(server: NewsServer, desk: Desk) -> None:
    desk.watch("cookies", server.url("/tech/"))
    assert desk.crawl("cookies").ended["state"] == "finished"
    assert [row["title"] for row in desk.articles()] == [STORY.title]
    sent = [(each.path, each.headers.get("cookie")) for each in server.log]
    assert [pair for pair in sent if pair[0] in ("/tech/", ARTICLE)] == [
        ("/tech/", None), ("/tech/", "seen=1"), (ARTICLE, None), (ARTICLE, "seen=1"),
    ]  # fmt: skip


def test_a_cookie_goes_to_its_own_host_alone(server: NewsServer, desk: Desk) -> None:
    """From one host to another of the source and back, as sites with a log-in of their own do."""
    with NewsServer() as other:
        other.routes["/check"] = Answer(
            status=302, headers={"Location": server.url("/tech/"), "Set-Cookie": "other=2"}
        )
        server.routes["/start/"] = Answer(
            status=302,
            headers={"Location": f"http://localhost:{other.port}/check", "Set-Cookie": "seen=1"},
        )
        desk.watch("cookies", server.url("/start/"), f"localhost:{other.port}")
        assert desk.crawl("cookies").ended["state"] == "finished"
        assert [each.headers.get("cookie") for each in other.log if each.path == "/check"] == [None]
    assert len(desk.articles()) == 1
    assert {each.headers.get("cookie") for each in server.log} == {None, "seen=1"}


def test_what_cookies_a_host_has_after_an_answer() -> None:
    before = {"a": "1", "b": "2"}
    lines = [b"a=3; Path=/", b"b=; Max-Age=0", b"c=x=y; Secure", b"d", b"=e"]
    assert changed(before, lines) == {"a": "3", "c": "x=y"}
    assert changed(before, [b"a=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT"]) == {"b": "2"}
    assert len(changed({}, [b"n%d=1" % n for n in range(99)])) == MAX_COOKIES


def test_what_a_redirect_adds_makes_no_second_article(desk: Desk) -> None:
    """A session's number differs each time; two sources of one site meet one article."""
    numbers = count()
    with NewsServer({"/tech/": Answer(LIST), "/news/": Answer(LIST)}) as server:

        def answer(asked: Asked) -> Answer | None:
            if asked.path.startswith(f"{ARTICLE}?"):
                return Answer(page(STORY))
            if asked.path == ARTICLE:
                session = {"Location": f"{ARTICLE}?PHPSESSID={next(numbers)}"}
                return Answer(status=302, headers=session)
            return None

        server.fallback = answer
        for source, section in (("one", "/tech/"), ("two", "/news/")):
            desk.watch(source, server.url(section))
            desk.crawl(source)
        assert [row["url"] for row in desk.articles()] == [server.url(ARTICLE)]
