"""Listings whose sections and articles are told apart by queries or by classes alone."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.listings import Listing
from crawler.listings.section import read_section
from pipeline.records import Memory, Page, Source

SITE = "http://news.example"


def read(body: str, path: str) -> Listing:
    url = SITE + path
    page = Page(url, url, body.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    return read_section(page, Source(id="x", name="x", section=url), Memory())


def certain(listing: Listing) -> set[str]:
    return {link.url.removeprefix(SITE) for link in listing.links if link.certain}


def test_a_number_of_comments_is_no_number_of_a_page() -> None:
    records = "".join(
        f"<article><h2><a href='/?p={n}'>A story of note number {n}</a></h2>"
        f"<span class=c><a href='/?p={n}#respond'>0</a></span></article>"
        for n in range(101, 106)
    )
    pager = "<div class=pagination><a href='/?cat=7&amp;paged=2'>2</a></div>"
    listing = read(f"<body><main>{records}{pager}</main></body>", "/?cat=7")
    assert listing.next_urls == (f"{SITE}/?cat=7&paged=2",)
    assert certain(listing) == {f"/?p={n}" for n in range(101, 106)}


def test_short_headlines_of_a_board_beside_long_ones() -> None:
    board = "/bbs/board.php?bo_table=news"
    titles = ["The town puts forty sensors on its streets", "A fine for Voltan", "A day at Lumen"]
    titles += [
        "How six engineers saved the update of a phone",
        "Robots go home",
        "A bill of ninety",
    ]
    records = "".join(
        f"<li><a class=bo_tit href='{board}&amp;wr_id={8630 + n}'>{title}</a><p>How the story "
        f"begins, at some length.</p><span>11-2{n}</span></li>"
        for n, title in enumerate(titles)
    )
    sorts = "".join(
        f"<a href='{board}&amp;sst={by}&amp;sod=desc'>{by} first</a>" for by in ("date", "hits")
    )
    kinds = "".join(
        f"<a href='{board}&amp;kind={300 + n}'>{word}</a>"
        for n, word in enumerate(("Hard", "Soft"))
    )
    pager = f"<nav class=pg_wrap><strong>1</strong><a href='{board}&amp;page=2'>2</a></nav>"
    body = f"<body><main><h1>News</h1>{kinds}{sorts}<ul>{records}</ul>{pager}</main></body>"
    listing = read(body, board)
    assert certain(listing) == {f"{board}&wr_id={8630 + n}" for n in range(6)}
    assert not [link.url for link in listing.links if "sst" in link.url or "kind" in link.url]


def test_a_headline_without_a_link_in_a_table_of_rows() -> None:
    menu = "".join(f"<a href='/m.php?name=News&amp;topic={n}'>Topic {n}</a><br>" for n in (2, 3, 4))
    aside = "".join(
        f"<a href='/m.php?name=News&amp;sid={n}'>An older story of another topic {n}</a><br>"
        for n in range(3)
    )
    records = "".join(
        f"<table><tr><td><b>A story of note number {n}</b></td></tr><tr><td>"
        "<a href='/m.php?name=News&amp;topic=4'><img src=t.gif></a>How the story begins, at some "
        f"length.</td></tr><tr><td>Posted on 2{n - 100}-11-2026 "
        f"(<a href='/m.php?name=News&amp;sid={n}'><b>Read more ...</b></a> | "
        f"<a href='/m.php?name=News&amp;sid={n}#c'>Comments?</a>)</td></tr></table><br>"
        for n in range(101, 107)
    )
    body = f"<body><table><tr><td>{menu}{aside}</td><td>{records}</td></tr></table></body>"
    listing = read(body, "/m.php?name=News&topic=4")
    assert certain(listing) == {f"/m.php?name=News&sid={n}" for n in range(101, 107)}
    assert not [link.url for link in listing.links if "topic" in link.url]
    titles = {link.title for link in listing.links if link.certain}
    assert titles == {f"A story of note number {n}" for n in range(101, 107)}


def test_a_last_page_of_one_story_in_a_paragraph() -> None:
    def record(number: int) -> str:
        return (
            f"<p class=news-item><a href='/news/tech/{number}/'><img src=t.jpg></a><span "
            f"class=day>26 October 2026, 13:22</span><a href='/news/tech/{number}/'><b>What the "
            f"chips of tomorrow are made of</b></a><br>How the story begins, and goes...</p>"
        )

    popular = "".join(
        f"<li><a href='/news/sport/{n}/'>A match of note number {n}</a></li>" for n in range(31, 37)
    )
    popular += "<li><a href='/news/tech/40001/'>A chip of note</a></li>"
    pager = "<b>2</b> <a href='/news/tech/?PAGEN_1=1'>1</a>"
    body = (
        f"<body><h1>Tech</h1><div class=news-list>{record(40123)}{pager}</div>"
        f"<div class=sidebar><h3>Popular</h3><ul>{popular}</ul></div></body>"
    )
    url = f"{SITE}/news/tech/?PAGEN_1=2"
    page = Page(url, url, f"<html>{body}".encode(), datetime(2026, 11, 25, tzinfo=UTC))
    source = Source(id="x", name="x", section=f"{SITE}/news/tech/")
    assert certain(read_section(page, source, Memory())) == {"/news/tech/40123/"}


def test_a_record_filed_under_another_section_only_may_belong() -> None:
    def record(number: int, category: str) -> str:
        return (
            f"<article class='post type-post hentry category-{category}'>"
            f"<h3><a href='/2026/11/{number}-story/'>A story of note {number}</a></h3></article>"
        )

    menu = "<nav><a href='/category/tech/'>Tech</a><a href='/category/sports/'>Sports</a></nav>"
    own = "".join(record(n, "tech") for n in range(1, 5)) + record(5, "phones")
    other = "".join(record(n, "sports") for n in range(6, 9)) + record(9, "sports category-tech")
    body = f"<body>{menu}<div><div>{own}</div><div>{other}</div></div></body>"
    wanted = {f"/2026/11/{n}-story" for n in (1, 2, 3, 4, 5, 9)}
    found = {address.rstrip("/") for address in certain(read(body, "/category/tech/"))}
    assert found == wanted


def test_a_second_link_that_says_only_read_more_is_no_repeat() -> None:
    rows = "".join(
        f"<TABLE><TR><TD><A href='/n.asp?id={n}'><B>A story of note number {n}</B></A><BR>How it "
        f"begins... <A href='/n.asp?id={n}'>Read more</A></TD></TR></TABLE>"
        for n in range(101, 107)
    )
    most = "".join(f"- <A href='/n.asp?id={n}'>A story of elsewhere {n}</A><BR>" for n in (7, 8, 9))
    body = f"<TABLE><TR><TD>{rows}</TD><TD><B>Most read</B><BR>{most}</TD></TR></TABLE>"
    listing = read(f"<body>{body}</body>", "/s.asp?sec=3")
    assert certain(listing) == {f"/n.asp?id={n}" for n in range(101, 107)}


def test_a_logo_tells_no_directory() -> None:
    """Where all articles' addresses begin alike, no other article says that they are the list's."""
    rows = "".join(
        f"<tr><td><img src=v{n}.jpg></td><td><a href='art-{n}-a-story-of-note.html'><b>A story of "
        f"note number {n}</b></a><br>2{n - 100}/11/2026<br>How the story begins...</td></tr>"
        for n in range(101, 107)
    )
    beside = "".join(
        f"&raquo; <a href='art-{n}-another-story.html'>A story that everybody reads {n}</a><br>"
        for n in range(7, 12)
    )
    body = (
        "<body><table><tr><td><a href='index.html'><img src=top.gif></a></td></tr><tr><td>"
        f"<font size=5>Tech</font><table>{rows}</table></td><td><b>On all lips</b><br>{beside}</td>"
        "</tr></table></body>"
    )
    wanted = {f"/art-{n}-a-story-of-note.html" for n in range(101, 107)}
    assert certain(read(body, "/tech.html")) == wanted
