"""Texts that stand in several article elements side by side."""

from __future__ import annotations

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page
from tests.pipeline.satellite_page import NOW, paragraphs

TEXT = (
    "The ministry said on Monday that the new satellite will be launched in the spring.",
    "Engineers have tested its antennas for eleven months, and the last trial ended well.",
    "It is to bring the network to villages in the mountains, where no cable has been laid.",
    "The price of a connection has not been decided, the minister told reporters.",
)


def lines_of(inside: str) -> list[str]:
    page = (
        f"<html><head><title>New satellite</title></head><body><main>{inside}</main></body></html>"
    )
    url = "https://news.example/2026/satellite"
    found = extract_article(Page(url, url, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return [block.text for block in found.blocks]


HEAD = "<h1>New satellite</h1>"


def test_the_second_half_of_a_text_in_an_article_of_its_own_is_read() -> None:
    first, second = paragraphs(*TEXT[:2]), paragraphs(*TEXT[2:])
    parted = f"<article>{first}</article>{{}}<article>{second}</article>"
    assert lines_of(HEAD + parted.format("")) == [*TEXT]
    assert lines_of(HEAD + parted.format("<div>Advertisement</div>")) == [*TEXT]
    assert lines_of(f"<article>{HEAD}{first}</article><article>{second}</article>") == [*TEXT]


def test_a_further_article_with_a_name_a_headline_or_a_link_is_none_of_the_text() -> None:
    first = f"<article>{HEAD}{paragraphs(*TEXT)}</article>"
    for other in (
        "<b>Tom</b><p>What a nice satellite this is, and I do like it a lot.</p>",
        "<h2>Bank moves abroad</h2><p>The bank has moved its servers abroad this week.</p>",
        "<p>The bank has moved its <a href='/bank'>servers abroad</a> this week, it says.</p>",
        "<p>The bank has moved its servers abroad this week, it says.</p><time>10:30</time>",
    ):
        assert lines_of(f"{first}<article>{other}</article>") == [*TEXT], other


INSET = (
    "<div class=inset><ul><li><a href=/2026/dam>The dam above the town is inspected again</a></li>"
    "<li><p>Insight on the valley and all the latest news from two reporters.</p></li></ul></div>"
)


def test_the_first_lines_of_a_text_above_an_inset_are_read() -> None:
    """«div.body», an inset, «div.body»: the first of them may hold a single paragraph."""
    more = [line.replace("the", "that") for line in TEXT]
    below = f"<div class=articleBody>{paragraphs(*TEXT[1:], *more)}</div>"
    first = f"<div class=articleBody>{paragraphs(TEXT[0])}</div>"
    assert lines_of(HEAD + first + INSET + below) == [*TEXT, *more]
    other = f"<div class=articleBody><p><a href=/2026/dam>{TEXT[0]}</a></p></div>"
    assert TEXT[0] not in lines_of(HEAD + other + INSET + below)
