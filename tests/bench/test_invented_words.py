"""Pages in invented words, but for their articles."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bench.invented_words import in_invented_words, invented
from bench.pages import Case
from bench.weakened import weakened
from pipeline.records import Page

URL = "https://courier.example/a/1"
BODY = "The ferry ran again.\nNobody was hurt."
PAGE = """<html><head><title>Ferry - Courier</title></head><body><nav>Home News</nav><h1>Ferry</h1>
<p class="by">By <a href="/jane">Jane Doe</a></p><p>The ferry <b>ran again</b>.</p>
<p>Read also: Mill, 12 rooms</p><p>Nobody was hurt.</p><time>3 May</time>
<script>var News = 1</script></body></html>"""


def case(charset: str = "utf-8") -> Case:
    page = Page(URL, URL, PAGE.encode(charset), datetime(2026, 11, 25, tzinfo=UTC), charset=charset)
    return Case("one", page, {"body": BODY, "title": "Ferry", "authors": ["Jane Doe"]}, "set")


def test_what_is_not_the_article_s_is_said_otherwise_and_all_else_stays() -> None:
    made = in_invented_words(case()).decode()
    for stays in (
        "<title>Ferry - Courier</title>",
        "<h1>Ferry</h1>",
        '<a href="/jane">Jane Doe</a>',
        "<p>The ferry <b>ran again</b>.</p>",
        "<p>Nobody was hurt.</p>",
        "<time>3 May</time>",
        "<script>var News = 1</script>",
    ):
        assert stays in made
    assert "Home" not in made
    assert f"<nav>{invented('Home')} {invented('News')}</nav>" in made
    read, also, mill, rooms = map(invented, ("Read", "also", "Mill", "rooms"))
    assert f"<p>{read} {also}: {mill}, 12 {rooms}</p>" in made


@pytest.mark.parametrize(
    "word", ["News", "FERRY", "الأخبار", "новости", "新闻", "ニュース", "뉴스"]
)
def test_an_invented_word_is_as_long_and_the_same_each_time(word: str) -> None:
    made = invented(word)
    assert made != word
    assert len(made) == len(word)
    assert made == invented(word)
    assert (made.isupper(), made.istitle()) == (word.isupper(), word.istitle())


def test_the_group_says_what_its_pages_lack() -> None:
    poorer = weakened(case("windows-1252"), "words")
    assert poorer.group == "set-without-words"
    assert poorer.page.charset == "utf-8"
    assert poorer.page.body == in_invented_words(case())
