"""The pages as HTML: what they say, and that nothing of an article is markup."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from asking import Served, ask
from console_cases import ENGLISH, WATERMARK
from lxml import html


def page(served: Served, path: str, status: int = 200) -> html.HtmlElement:
    answer = ask(served.url, path)
    assert answer.status == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return html.document_fromstring(answer.body)


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


EVERY_PAGE = ("/", "/articles", "/articles?q=chip", "/runs", "/explain", "/nope")


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_pages_load_nothing_but_their_own_style_and_icon(served: Served, path: str) -> None:
    tree = html.document_fromstring(ask(served.url, path).body)
    assert not tree.xpath("//script | //img | //iframe | //style | //@style")
    assert all(address.startswith("/") for address in tree.xpath("//link/@href"))


def test_failing_sources_come_first(served: Served) -> None:
    tree = page(served, "/")
    ids = tree.xpath("//ul[@class='sources']/li/@id")
    assert ids == ["source-down", "source-signal", "source-quiet", "source-rased"]
    assert "no such host" in text(tree.get_element_by_id("source-down"))
    assert "overdue" in text(tree.get_element_by_id("source-down"))
    assert "21 were usual" in text(tree.get_element_by_id("alerts"))
    assert len(tree.xpath("//li[@id='source-rased']//*[name()='rect']")) == 14


def test_a_bad_query_is_one_clear_line(served: Served) -> None:
    tree = page(served, "/articles?q=" + quote('"open'), 400)
    [fault] = tree.xpath("//*[@role='alert']")
    assert "at character" in text(fault)
    assert tree.xpath("//input[@name='q']/@value") == ['"open']


def test_what_was_found_is_marked(served: Served) -> None:
    tree = page(served, "/articles?q=" + quote("عقول"))
    assert "العقول" in tree.xpath("//mark/text()")


def test_lists_go_on_to_the_end(served: Served) -> None:
    found, path = [], "/articles"
    while path:
        tree = page(served, path)
        found += tree.xpath("//ol[@class='articles']//h2/a/@href")
        path = next(iter(tree.xpath("//a[@rel='next']/@href")), "")
    assert len(found) == len(set(found)) == 43


def test_searches_go_on_to_the_end_and_keep_their_filters(served: Served) -> None:
    found, path = [], f"/articles?q={quote('الحوسبة')}&language=ar"
    while path:
        tree = page(served, path)
        assert tree.xpath("//select[@name='language']/option[@selected]/text()") == ["ar"]
        found += tree.xpath("//ol[@class='articles']//h2/a/@href")
        path = next(iter(tree.xpath("//a[@rel='next']/@href")), "")
    assert len(found) == len(set(found)) == 40


def test_an_article_is_shown_in_its_language_and_form(served: Served) -> None:
    tree = page(served, f"/articles/{served.ids['seed']}")
    [shown] = tree.xpath("//article")
    assert (shown.get("lang"), shown.get("dir")) == ("ar", "rtl")
    assert [text(each) for each in shown.xpath(".//h2 | .//h3")] == ["مكسب استراتيجي", "انتقادات"]
    assert len(shown.xpath(".//ul/li")) == 2
    assert text(shown.xpath(".//blockquote")[0]) == "من يملك العقول يملك المستقبل."
    assert "json-ld" in text(tree.xpath("//*[@class='about']")[0])


def test_the_ledger_is_by_rule_and_hides_addresses(served: Served) -> None:
    answer = ask(served.url, f"/articles/{served.ids['seed']}")
    assert WATERMARK not in answer.body
    assert "185.244.36.137" not in answer.body
    ledger = html.document_fromstring(answer.body).find_class("ledger")[0]
    assert ledger.xpath(".//dt/code/text()") == ["ip-watermark", "comment-form"]
    assert ledger.xpath(".//dd/text()") == ["[ip]", "[ip]", "اترك تعليقاً"]


def test_two_revisions_can_be_compared(served: Served) -> None:
    tree = page(served, f"/articles/{served.ids['plain']}?from=1&to=2")
    assert "three" in " ".join(tree.xpath("//del/text()"))
    assert "two" in " ".join(tree.xpath("//ins/text()"))
    assert len(tree.xpath("//ol[@class='versions']/li")) == 2


def test_an_earlier_revision_says_that_it_is_one(served: Served) -> None:
    tree = page(served, f"/articles/{served.ids['plain']}?revision=1")
    assert text(tree.xpath("//article/h1")[0]) == "A chip that needs no battery"
    assert "revision 1 of 2" in text(tree.find_class("notice")[0])


def test_hostile_content_is_text(served: Served) -> None:
    tree = page(served, f"/articles/{served.ids['hostile']}")
    assert not tree.xpath("//script | //img | //style")
    assert len(tree.xpath("//main")) == 1
    assert not [href for href in tree.xpath("//@href | //@src") if "javascript" in href]
    for link in tree.xpath("//a[starts-with(@href, 'http')]"):
        assert link.get("rel") == "noopener noreferrer nofollow"


@pytest.mark.parametrize(
    "path",
    [
        "/articles?q={}",
        "/articles?section={}",
        "/explain?url={}",
        "/runs?source={}",
        "/{}",
        "/articles/{}",
    ],
)
def test_what_is_asked_is_shown_as_text(served: Served, path: str) -> None:
    hostile = quote('"><script>alert(1)</script>', safe="")
    answer = ask(served.url, path.format(hostile))
    assert "<script" not in answer.body


def test_runs_have_their_counts_by_reason(served: Served) -> None:
    tree = page(served, "/runs?source=signal")
    [run] = tree.xpath("//ol[@class='runs']/li")
    assert "1 login-wall" in text(run)
    assert "2 new" in text(run)


def test_explain_tells_the_reason(served: Served) -> None:
    tree = page(served, "/explain?url=" + quote(ENGLISH + "/login"))
    assert "login-wall" in text(tree.find_class("events")[0])
    assert "Never seen" in text(page(served, "/explain?url=" + quote(ENGLISH + "/never")))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/articles/999999", 404),
        ("/articles/" + "9" * 5000, 404),
        ("/articles/1?from=1&to=7", 404),
        ("/articles?since=soon", 400),
        ("/articles?source=none", 400),
        ("/articles?q=a&source=none", 400),
        ("/runs?source=none", 400),
        ("/articles?q=a&offset=99999", 400),
        ("/runs?before=x", 400),
        ("/runs?state=lost", 400),
    ],
)
def test_refusals_are_pages(served: Served, path: str, status: int) -> None:
    tree = page(served, path, status)
    assert len(tree.xpath("//*[@role='alert']")) == 1
