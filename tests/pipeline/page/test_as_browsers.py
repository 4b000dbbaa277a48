"""Pages of which libxml2 sees other elements than browsers do."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.page.as_browsers import with_ends_of_paragraphs
from pipeline.page.html import parse_text
from pipeline.records import Article, Memory, Page
from tests.pipeline.ferry_text import LINES

URL = "https://quay.example/2026/ferry"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
FIGURE = "<figure><img src=/mole.jpg><figcaption>The mole at low tide</figcaption></figure>"
ASIDE = "<aside><a href=/2026/lights>Two lights for the harbour of the upper town</a></aside>"
PARTS = (FIGURE, ASIDE, "<section><h2>Who pays</h2>", "<footer><a href=/tags/ferry>Ferry</a>")


def page_of(paragraph: str) -> str:
    """A page whose paragraphs are written in a form, each before an element that is in none."""
    parts = ("", *PARTS, "")
    body = "".join(paragraph.format(line) + part for line, part in zip(LINES, parts, strict=True))
    return f"<html lang=en><title>Ferry runs</title><article><h1>Ferry runs</h1>{body}</article>"


def test_paragraphs_without_ends_before_elements_that_are_in_none() -> None:
    read = []
    for form in ("<p>{0}</p>", "<p>{0}", "<P class=x>{0}"):
        page = Page(URL, URL, page_of(form).encode(), NOW, charset="utf-8")
        article = extract_article(page, Memory(), NOW)
        assert isinstance(article, Article)
        read.append(article.text)
    assert all(line in read[0] for line in LINES[:5])
    assert "mole at low tide" not in read[0]
    assert read[1:] == read[:1] * 2


def test_what_stands_in_a_paragraph_that_ends_stays_there() -> None:
    closed = page_of("<p>{0}</p><p>{0} <figure></figure></p>")
    assert with_ends_of_paragraphs(closed.encode(), 12) == closed.encode()
    doc = parse_text(closed, URL)
    assert len([each for each in doc.all_of("figure") if each.getparent().tag == "p"]) == 6


@pytest.mark.parametrize("script", ['<script>x = "<p>a<figure>b"</script>', "<style>a{}</style>"])
def test_programs_stay_as_they_are(script: str) -> None:
    raw = (page_of("<p>{0}") + script).encode()
    assert script.encode() in with_ends_of_paragraphs(raw, 6)
