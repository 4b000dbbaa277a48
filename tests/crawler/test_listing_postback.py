"""Pagers of ASP.NET: a script sends the page's form back, and each page has a state of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest
from crawl_desk import Desk
from misbehaviour import page
from news_content import Story, make_stories
from news_server import Answer, Asked, NewsServer

from crawler.fetching.posting import posted
from crawler.listings.records import MoreForm
from crawler.listings.section import read_section
from pipeline.records import Memory, Page, Source

SECTION = "http://news.example/Section.aspx?id=4"
ITEMS = "".join(
    f'<li><h3><a href="/Article.aspx?id={n}">The long story number {n} of today</a></h3></li>'
    for n in range(1, 5)
)


def call(target: str, argument: str = "", label: str = "") -> str:
    return f"<a href=\"javascript:__doPostBack('{target}','{argument}')\">{label}</a>"


def sent(pager: str, method: str = "post", path: str = SECTION) -> dict[str, list[str]] | None:
    """What the pager of a section's page sends."""
    state = '<input type="hidden" name="__VIEWSTATE" value="dDw/1"><input name="q" value="">'
    html = (
        f'<html><body><form method="{method}" action="./Section.aspx?id=4">{state}'
        f"<main><ul>{ITEMS}</ul>{pager}</main></form></body></html>"
    )
    of_page = Page(path, path, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    source = Source(id="x", name="x", section=SECTION)
    forms = [w for w in read_section(of_page, source, Memory()).tries if isinstance(w, MoreForm)]
    if not forms:
        return None
    request = posted(forms[0])
    assert (request.method, request.url) == ("POST", SECTION)
    assert "X-Requested-With" not in request.headers
    return parse_qs(request.body.decode())


PAGERS = {
    "numbers of a grid": (
        f"<table><tr><td><span>1</span></td><td>{call('ctl00$Grid', 'Page$2', '2')}</td>"
        f"<td>{call('ctl00$Grid', 'Page$3', '3')}</td></tr></table>",
        "Page$2",
    ),
    "the present page in the middle": (
        f"<div>{call('ctl00$Grid', 'Page$1', '1')} <span>2</span> "
        f"{call('ctl00$Grid', 'Page$3', '3')}</div>",
        "Page$3",
    ),
    "dots behind the last number": (
        f"<div>{call('ctl00$Grid', 'Page$9', '9')}<a disabled>10</a>"
        f"{call('ctl00$Grid', 'Page$11', '...')}</div>",
        "Page$11",
    ),
    "a label": (f"<p>{call('Back', 'b', 'السابق')} {call('On', 'n', 'التالي')}</p>", "n"),
    "no present page": (f"<p>{call('P', 'Page$2', '2')}{call('P', 'Page$3', '3')}</p>", "Page$2"),
}  # fmt: skip


@pytest.mark.parametrize(("pager", "argument"), PAGERS.values(), ids=PAGERS.keys())
def test_the_next_page_is_sent_for_with_the_pages_state(pager: str, argument: str) -> None:
    fields = sent(pager)
    assert fields is not None
    assert (fields["__EVENTARGUMENT"], fields["__VIEWSTATE"]) == ([argument], ["dDw/1"])
    assert "q" not in fields


@pytest.mark.parametrize(
    "pager",
    [
        call("ctl00$Vote", "", "صوّت"),
        f"<p>{call('P', 'Page$1', '1')}{call('P', 'Page$2', '2')}<b>3</b></p>",
        "<p><a href='javascript:void(0)'>2</a></p>",
    ],
    ids=["another button", "the last page", "another script"],
)
def test_nothing_else_is_sent(pager: str) -> None:
    assert sent(pager) is None


def test_a_form_that_asks_by_get_is_not_sent_back() -> None:
    assert sent(call("P", "Page$2", "2"), method="get") is None


def test_each_page_is_sent_for_with_the_state_of_the_one_before(desk: Desk) -> None:
    stories = make_stories(6, {"tech": 9})
    pages = {"1": stories[:3], "2": stories[3:6], "3": stories[6:9]}

    def items(shown: list[Story]) -> str:
        return "".join(f'<li><h3><a href="{s.path}">{s.title}</a></h3></li>' for s in shown)

    def section(asked: Asked) -> Answer:
        fields = parse_qs(asked.body)
        number = fields.get("__EVENTARGUMENT", ["Page$1"])[0].removeprefix("Page$")
        if fields and fields["__VIEWSTATE"] != [f"state of {int(number) - 1}"]:
            return Answer("the state is another page's", status=500)
        numbers = {n: call("G", f"Page${n}", n) for n in pages} | {number: f"<b>{number}</b>"}
        state = f'<input type="hidden" name="__VIEWSTATE" value="state of {number}">'
        return Answer(
            f'<html><title>Tech</title><body><form method="post" action="/tech/">{state}'
            f"<main><ul>{items(pages[number])}</ul></main>"
            f"<div>{''.join(numbers.values())}</div></form></body></html>"
        )

    with NewsServer() as server:
        server.routes |= {story.path: Answer(page(story)) for story in stories}
        server.routes["/tech/"] = section
        desk.watch("pager", server.url("/tech/"))
        desk.crawl("pager")
        assert {each["title"] for each in desk.articles()} == {story.title for story in stories}
        server.forget()
        desk.crawl("pager")
        assert [path for path in server.asked() if path != "/robots.txt"] == ["/tech/"]
