"""A plain page on a satellite, whose text tests set."""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 3, 9, tzinfo=UTC)


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
