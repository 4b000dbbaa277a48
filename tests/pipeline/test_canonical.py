"""What a page calls its own address."""

from __future__ import annotations

import pytest

from pipeline.canonical import extract_canonical
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text

HOST = "https://news.example"
OWN = f"{HOST}/technology/2026/11/25/battery-in-five-minutes.html"


def _read(head: str, url: str = OWN) -> str | None:
    doc = parse_text(f"<html><head>{head}</head><body><h1>A battery</h1></body></html>", url)
    return extract_canonical(doc, read_metadata(doc))


def _link(address: str) -> str:
    return f'<link rel="canonical" href="{address}">'


@pytest.mark.parametrize(
    ("address", "url"),
    [
        (OWN, OWN),
        ("/technology/2026/11/25/battery-in-five-minutes.html", OWN),
        (f"{OWN}?utm_source=rss&amp;utm_medium=feed", OWN),
        (f"{OWN}?fbclid=abc#top", OWN),
        (f"{OWN};jsessionid=ABCDEF123456", OWN),
        ("https://NEWS.example:443/technology/2026/11/25/battery-in-five-minutes.html", OWN),
        ("news.example/technology/2026/11/25/battery-in-five-minutes.html", OWN),
        ("https://other.example/tech/the-original", "https://other.example/tech/the-original"),
        (f"{HOST}/هواتف/قصة", f"{HOST}/%D9%87%D9%88%D8%A7%D8%AA%D9%81/%D9%82%D8%B5%D8%A9"),
        (f"{HOST}/Details.aspx?id=7&amp;lang=ar", f"{HOST}/Details.aspx?id=7&lang=ar"),
    ],
)
def test_a_canonical_link_in_its_canonical_form(address: str, url: str) -> None:
    assert _read(_link(address)) == url


@pytest.mark.parametrize(
    "address",
    [
        "",
        f"{HOST}/",
        HOST,
        "https://www.news.example/",
        f"{HOST}/ar/",
        f"{HOST}/technology/",
        "http://localhost:3000/technology/battery",
        "http://10.0.3.7/technology/battery",
        "http://web-backend/technology/battery",
        "undefined",
        f"{HOST}/null",
        "{{ canonical }}",
        "javascript:void(0)",
    ],
)
def test_what_a_template_wrote_by_mistake_is_no_address_of_the_page(address: str) -> None:
    assert _read(_link(address)) is None
    shared = f'<meta property="og:url" content="{OWN}">'
    assert _read(_link(address) + shared) == OWN
    assert _read(_link(address) + _link(OWN)) == OWN


def test_a_script_without_its_article_s_number_is_none() -> None:
    assert _read(_link(f"{HOST}/Details.aspx"), f"{HOST}/Details.aspx?id=55") is None


def test_an_article_in_parts_names_its_first_and_one_for_phones_the_other() -> None:
    story = f"{HOST}/2026/a-battery-that-charges/"
    assert _read(_link(story), f"{story}2/") == story
    assert _read(_link(story), f"{story}amp/") == story
    assert _read(_link(f"{story}amp/"), story) == story
    assert _read(_link(f"{story}?amp=1"), story) == story


def test_a_link_that_somebody_wrote_into_a_text_is_none() -> None:
    doc = parse_text(f"<article><h1>A battery</h1>{_link('https://evil.example/x')}</article>", OWN)
    assert extract_canonical(doc, read_metadata(doc)) is None


def test_what_is_shared_is_another_address_only_where_it_is_one_of_this_article() -> None:
    def shared(url: str) -> str | None:
        return _read(f'<meta property="og:url" content="{url}">')

    assert shared(OWN.replace("https", "http")) == OWN.replace("https", "http")
    assert shared(f"{HOST}/technology/another-story-of-today.html") is None
    assert shared("https://other.example/technology/battery-in-five-minutes.html") is None
    assert shared(f"{HOST}/") is None


def test_relative_to_what_a_page_says() -> None:
    assert _read('<base href="https://news.example/a/">' + _link("b-story.html")) == (
        f"{HOST}/a/b-story.html"
    )


def test_a_site_of_a_private_network_has_its_own_addresses() -> None:
    own = "http://192.168.1.7:8000/tech/a-battery-that-charges"
    assert _read(_link(own), f"{own}?ref=feed") == own
    assert _read(_link("http://wiki/tech/a-battery-that-charges"), own) is not None
