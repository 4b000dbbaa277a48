"""Boxes with their own headings amid a section's list or after it, and lists in several parts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.listings.section import read_section
from pipeline.records import Memory, Page, Source

SITE = "http://news.example"
SECTION = f"{SITE}/tech/"
MENU = (
    "<header><nav><a href='/tech/'>Tech</a> <a href='/sport/'>Sport</a>"
    " <a href='/politics/'>Politics</a></nav></header>"
)
PAGES = '<div class="pagination"><span>1</span> <a href="/tech/?page=2">2</a></div>'


def certain(body: str, heading: str = "<h1>Tech</h1>") -> set[int]:
    html = f"<html><body>{MENU}<div>{heading}{body}</div></body></html>"
    page = Page(SECTION, SECTION, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    listing = read_section(page, Source(id="x", name="x", section=SECTION), Memory())
    return {int(link.url.rpartition("=")[2]) for link in listing.links if link.certain}


def link(number: int) -> str:
    return f'<a href="/article.php?id={number}">A long story of note, number {number}</a>'


def cards(first: int, last: int) -> str:
    return "".join(
        f'<article class="post"><h2>{link(n)}</h2><time>1.11.2026</time></article>'
        for n in range(first, last)
    )


def lines(first: int, last: int) -> str:
    return f"<ul>{''.join(f'<li>{link(n)}</li>' for n in range(first, last))}</ul>"


def rows(first: int, last: int) -> str:
    return "".join(f'<div class="row"><div>{link(n)}</div></div>' for n in range(first, last))


def box(heading: str, first: int, last: int) -> str:
    items = "".join(f"<li><h4>{link(n)}</h4></li>" for n in range(first, last))
    return f'<div class="bx"><div class="hd">{heading}</div><ol>{items}</ol></div>'


OWN = set(range(10, 22))


@pytest.mark.parametrize("heading", ["Podcasts", "Popular this week", "أبرز العناوين", "Just in"])
def test_a_box_amid_the_list_may_be_of_the_whole_site(heading: str) -> None:
    amid = box(heading, 90, 95)
    assert certain(f"<div>{cards(10, 15)}{amid}{cards(15, 22)}</div>{PAGES}") == OWN
    assert certain(f"<div>{rows(10, 15)}{amid}{rows(15, 22)}</div>{PAGES}") == OWN


@pytest.mark.parametrize("heading", ["Podcasts", "Popular this week", "أبرز العناوين"])
def test_a_box_between_the_list_and_its_pages(heading: str) -> None:
    for listed in (cards(10, 22), lines(10, 22), rows(10, 22)):
        assert certain(f"<div>{listed}</div>{box(heading, 90, 95)}{PAGES}") == OWN


@pytest.mark.parametrize("heading", ["More in Tech", "Latest", "Older stories"])
def test_a_box_of_the_section_itself(heading: str) -> None:
    page = f"<div>{cards(10, 22)}</div>{box(heading, 90, 95)}{PAGES}"
    assert certain(page) == OWN | set(range(90, 95))


@pytest.mark.parametrize("heading", ["Latest", "Latest Tech news", "All articles", "This week"])
@pytest.mark.parametrize("count", [4, 12])
def test_a_plain_list_after_stories_in_other_markup(heading: str, count: int) -> None:
    lead = f'<div class="top">{cards(90, 90 + count)}</div>'
    for listed in (lines(10, 22), rows(10, 22)):
        page = f"{lead}<div><h3>{heading}</h3>{listed}</div>{PAGES}"
        assert certain(page) == OWN | set(range(90, 90 + count))


@pytest.mark.parametrize("heading", ["", "<h1>All about technology</h1>"])
def test_a_page_whose_heading_does_not_say_the_sections_name(heading: str) -> None:
    amid = box("Podcasts", 90, 95)
    assert certain(f"<div>{rows(10, 15)}{amid}{rows(15, 22)}</div>{PAGES}", heading) == OWN
    assert certain(f"<div>{cards(10, 22)}</div>{amid}{PAGES}", heading) == OWN
    lead = f'<div class="top">{cards(90, 102)}</div>'
    page = f"{lead}<div><h3>This week</h3>{lines(10, 22)}</div>{PAGES}"
    assert certain(page, heading) == OWN | set(range(90, 102))


def test_pages_below_a_column_and_the_list_are_the_lists() -> None:
    column = f'<div class="b">{box("Podcasts", 90, 98)}</div>'
    page = f'<div><div class="a">{cards(10, 22)}</div>{column}</div>{PAGES}'
    assert certain(page, "") == OWN


def test_links_in_the_text_of_records_are_no_list() -> None:
    told = "".join(
        f"<article><h2>{link(n)}</h2><p>As told before, {link(n + 50)}, it went on for long.</p>"
        "</article>"
        for n in range(10, 22)
    )
    assert certain(f"<div>{told}</div>{PAGES}") == OWN
