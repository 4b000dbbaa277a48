"""A plain page on a satellite, whose text tests set."""

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
"""What the page tells, a paragraph each."""


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def article_of(inside: str, language: str | None = None) -> Article:
    """The article of a page whose element `<article>` holds this below its headline."""
    said = f' lang="{language}"' if language else ""
    page = (
        f"<html{said}><head><title>New satellite in the spring</title></head><body><article>"
        f"<h1>New satellite in the spring</h1>{inside}</article></body></html>"
    )
    url = "https://news.example/2026/satellite"
    found = extract_article(Page(url, url, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found


def texts_of(inside: str, language: str | None = None) -> list[str]:
    """What is left of its lines."""
    return [block.text for block in article_of(inside, language).blocks]
