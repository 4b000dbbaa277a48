"""What stands amid a text's paragraphs, in the markup of systems and of scripts, each with what
stands around it."""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 3, 9, tzinfo=UTC)
TEXT = (
    "The ministry said on Monday that the new satellite will be launched in the spring.",
    "Engineers have tested its antennas for eleven months, and the last trial ended well.",
    "It is to bring the network to villages in the mountains, where no cable has been laid.",
    "The price of a connection has not been decided, the minister told reporters.",
    "Schools will be the first to be served, followed by clinics in nine districts.",
    "A second satellite is planned for the year after, when the first has shown its worth.",
)


def lines_of(inside: str) -> list[str]:
    page = (
        '<html lang="en"><head><title>New satellite in the spring</title></head><body><article>'
        f"<h1>New satellite in the spring</h1>{inside}</article></body></html>"
    )
    url = "https://news.example/2026/satellite"
    found = extract_article(Page(url, url, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return [block.text for block in found.blocks]


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_one_caption_below_each_picture_of_an_album_ends_no_text() -> None:
    picture = '<div><img src="a.jpg"><p>The base in the south in March</p></div>'
    album = f'<div class="gallery">{picture * 3}</div>'
    assert lines_of(paragraphs(*TEXT[:3]) + album + paragraphs(*TEXT[3:])) == [*TEXT]


def test_what_shows_above_a_word_is_none_of_its_sentence() -> None:
    tip = '<span tabindex="0"><span role="tooltip">What sends and hears waves</span></span>'
    told = TEXT[1].replace("antennas", f"antennas{tip}")
    assert lines_of(paragraphs(TEXT[0], told, *TEXT[2:])) == [*TEXT]
