"""The main image."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.images import extract_image
from pipeline.page.html import parse_text


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<meta property='og:image' content='/a.jpg'>", "https://news.example/a.jpg"),
        ("<meta property='og:image' content='//cdn.example/a.jpg'>", "https://cdn.example/a.jpg"),
        (
            "<meta property='og:image' content='/img/logo.png'>"
            "<meta name='twitter:image' content='/a.jpg'>",
            "https://news.example/a.jpg",
        ),
        ("<meta property='og:image' content='data:image/png;base64,AAAA'>", None),
        ("<meta property='og:image' content='javascript:alert(1)'>", None),
        ("<meta property='og:image' content='http://[bad'>", None),
        ("<article><figure><img src='/f.jpg'></figure></article>", "https://news.example/f.jpg"),
        ("<p>Text.</p>", None),
    ],
)
def test_image(html: str, url: str | None) -> None:
    doc = parse_text(html, "https://news.example/story")
    assert extract_image(doc, read_metadata(doc)) == url
