"""One crawl of everything that servers do wrong, and one more after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from crawl_desk import Crawled, Desk
from misbehaviour import NAMES, SECTION, Case, cases, html, section_page, stories
from news_content import make_stories
from news_server import Answer, NewsServer

LIMITS = ("--set", "timeout_s=8", "--set", "max_bytes=2000000")


@dataclass
class Suffered:
    """The two crawls, and what both servers were asked."""

    desk: Desk
    server: NewsServer
    cases: dict[str, Case]
    first: Crawled
    asked: list[str]
    asked_again: list[str]
    canary: list[str]


@pytest.fixture(scope="module")
def suffered(make_desk: Callable[[str], Desk]) -> Iterator[Suffered]:
    desk = make_desk("misbehaviour")
    with NewsServer() as canary, NewsServer() as server:
        found = cases(server, canary)
        for case in found:
            server.routes[case.path] = case.route
            server.routes.update(case.also)
        server.routes[SECTION] = section_page(found, stories())
        server.routes["/"] = Answer("<html><h1>Home</h1></html>")
        desk.watch("bad", server.url(SECTION))
        first = desk.crawl("bad", *LIMITS)
        asked = server.asked()
        server.forget()
        desk.crawl("bad", *LIMITS)
        yield Suffered(
            desk, server, {c.name: c for c in found}, first, asked, server.asked(), canary.asked()
        )


def test_the_visit_is_made(suffered: Suffered) -> None:
    assert suffered.first.exit == 0, suffered.first.stderr
    assert suffered.first.ended["state"] == "finished"
    assert "Traceback" not in suffered.first.stderr


@pytest.mark.parametrize("name", NAMES)
def test_what_became_of_it(suffered: Suffered, name: str) -> None:
    case = suffered.cases[name]
    link = suffered.desk.link(suffered.server.url(case.path))
    outcome = link["state"] + (f":{link['reason']}" if link["reason"] else "")
    assert outcome in case.outcome.split(), link["detail"]
    assert "twisted" not in (link["detail"] or "").lower()


@pytest.mark.parametrize("name", NAMES)
def test_it_is_not_asked_too_often(suffered: Suffered, name: str) -> None:
    case = suffered.cases[name]
    assert 1 <= suffered.asked.count(case.path) <= case.most_requests


GOOD = [name for name in NAMES if name in NAMES[:20] or name == "moved"]


@pytest.mark.parametrize("name", GOOD)
def test_a_good_article_in_odd_clothes_is_exact(suffered: Suffered, name: str) -> None:
    story = stories()[name]
    texts = {row["title"]: row["text"] for row in suffered.desk.articles()}
    assert texts.get(story.title) == story.text


def test_nothing_else_is_stored(suffered: Suffered) -> None:
    assert len(suffered.desk.articles()) == len(GOOD)


def test_the_second_visit_asks_for_no_article(suffered: Suffered) -> None:
    assert [path for path in suffered.asked_again if path.startswith("/2026/")] == []


def test_the_neighbour_is_never_asked(suffered: Suffered) -> None:
    assert suffered.canary == []


FILES = 200


def test_nothing_is_asked_on_a_connection_that_is_closing(
    make_desk: Callable[[str], Desk],
) -> None:
    """A download that is given up at its head closes its connection, whatever came with the head.
    What would be asked on it were asked twice: how often shows in many."""
    pdf = html(b"%PDF-1.7 ...", kind="application/pdf")
    files = [Case(f"file-{number}", pdf, "rejected:not-html", 1) for number in range(FILES)]
    titles = make_stories(23, {"tech": FILES})
    named = {case.name: story for case, story in zip(files, titles, strict=True)}
    desk = make_desk("files")
    with NewsServer({case.path: case.route for case in files}) as server:
        server.routes[SECTION] = section_page(files, named)
        desk.watch("files", server.url(SECTION))
        desk.crawl("files")
        asked = server.asked("/2026/11/")
    assert sorted(asked) == sorted(case.path for case in files)
