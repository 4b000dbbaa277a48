"""A further article that a page appends below its own is none of its text, whatever holds it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://news.example/bridge"
TITLE = "The old bridge stays closed for another year"
NEXT = "A ferry crosses the river without a pilot"
OWN = [
    f"The council voted {n} times on the bridge, and every vote ended with the same result."
    for n in ("two", "three", "four", "five")
]
OTHERS = [
    f"The ferry crossed {n} times before noon, and its only passenger was a dog from the harbour."
    for n in ("two", "three", "four")
]


def _head(title: str, author: str, tag: str = "h1", *, link: str = "") -> str:
    shown = f"<a href={link}>{title}</a>" if link else title
    return (
        f"<{tag}>{shown}</{tag}><div><a rel=author href=/author/{author[:3]}>{author}</a> "
        "<time datetime=2026-11-20>20 November 2026</time></div>"
    )


def _told(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _read(body: str) -> Article:
    html = f"<title>{TITLE}</title><body>{body}"
    found = extract_article(Page(URL, URL, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(found, Article)
    return found


HEAD = _head(TITLE, "Jane Doe")
BEHIND = _head(NEXT, "Ann Roe", "h2")
LINKED = _head(NEXT, "Ann Roe", "h2", link="/2")


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{HEAD}{_told(OWN)}{BEHIND}{_told(OTHERS)}</div>",
        f"<div>{HEAD}{_told(OWN)}<hr>{LINKED}{_told(OTHERS)}</div>",
        f"<div><div>{HEAD}<div>{_told(OWN)}</div></div>"
        f"<div>{BEHIND}<div>{_told(OTHERS)}</div></div></div>",
        f"<article>{HEAD}{_told(OWN)}</article><article>{BEHIND}{_told(OTHERS)}</article>",
    ],
)
def test_an_article_below_the_page_s_own_goes_with_its_author(body: str) -> None:
    found = _read(body)
    assert found.text.split("\n\n") == OWN
    assert found.authors == ("Jane Doe",)


OF_ITS_OWN = (
    f"<h1>{NEXT}</h1><div>By Ann Poe</div><div>19 November 2026</div><div>{_told(OTHERS)}</div>"
)


def test_an_article_element_with_a_headline_and_a_day_of_its_own_is_another() -> None:
    long = [f"{line} That was the {n}th time." for n in (4, 5, 6, 7) for line in OWN]
    own = f"<div>20 November 2026</div><h1>{TITLE}</h1><div class=x1>{_told(long)}</div>"
    found = _read(f"<div>{own}<article>{OF_ITS_OWN}</article></div>")
    assert found.text.split("\n\n") == long


def test_an_article_element_without_a_day_or_around_both_headlines_is_none() -> None:
    section = f"<h1>{NEXT}</h1>{_told(OTHERS)}"
    own = f"<h1>{TITLE}</h1><div class=x1>{_told(OWN)}</div>"
    found = _read(f"<article>{own}<article>{section}</article></article>")
    assert found.text.split("\n\n")[-1] == OTHERS[-1]
    found = _read(f"<article>{own}{section}</article>")
    assert found.text.split("\n\n")[-1] == OTHERS[-1]


def test_a_box_of_another_article_amid_a_text_takes_nothing_else() -> None:
    box = f"<div>{BEHIND}{_told(OTHERS[:1])}</div>"
    found = _read(f"<div>{HEAD}{_told(OWN[:3])}{box}{_told(OWN[3:])}</div>")
    assert found.text.split("\n\n") == OWN


def test_what_heads_cards_amid_a_text_begins_no_article_although_its_author_signs_one() -> None:
    own = f"<div><h1>{TITLE}</h1><div><a href=/author/jan>Jane Doe</a></div></div>"
    cards = "".join(
        f"<div><div><a href=/{at}><img src=/{at}.jpg></a></div><div><h3><a href=/{at}>{head}</a>"
        f"</h3><div><a href=/author/{by[:3]}>{by}</a> <time>2 May 2026</time></div></div></div>"
        for at, head, by in ((2, NEXT, "Jane Doe"), (3, "A mayor resigns over a bridge", "Ann Roe"))
    )
    box = f"<div><div><h2>What others read about this bridge</h2>{cards}</div></div>"
    told = "<h4>The river files</h4><div>In the new part our reporters go aboard.</div>"
    letter = f"<div>{told}<a href=/go>Play it</a></div>"
    found = _read(f"<div>{own}<div>{_divs(OWN[:2])}{letter}{box}{_divs(OWN[2:])}</div></div>")
    assert found.text.split("\n\n") == OWN


def test_a_card_whose_picture_and_title_lead_to_one_page_goes_without_a_heading() -> None:
    card = (
        "<div><a href=/2><img src=/2.jpg></a><div><a href=/2>A ferry crosses without a pilot</a>"
        f"<p>{OTHERS[0]}</p></div></div>"
    )
    found = _read(f"<div>{HEAD}{_told(OWN[:3])}{card}{_told(OWN[3:])}</div>")
    assert found.text.split("\n\n") == OWN


def test_the_entries_of_a_live_page_are_its_text() -> None:
    entries = "".join(
        f"<div>{_head(f'What happened at the bridge by {n}', 'Ann Roe', 'h2')}<p>{line}</p></div>"
        for n, line in enumerate(OWN, 8)
    )
    text = _read(f"<div>{HEAD}{_told(OTHERS)}{entries}</div>").text
    assert all(line in text for line in (*OTHERS, *OWN))


def test_a_section_of_the_text_stays() -> None:
    body = f"<div>{HEAD}{_told(OTHERS)}<h2>What happened on the old bridge</h2>{_told(OWN)}</div>"
    assert all(line in _read(body).text for line in (*OTHERS, *OWN))


def _dated(title: str, day: str) -> str:
    return f"<div><h1>{title}</h1></div><div>A picture of it</div><div>{day}</div>"


def _divs(lines: list[str]) -> str:
    return "".join(f"<div>{line}</div>" for line in lines)


def test_a_headline_with_a_day_below_it_begins_another_article_where_nothing_is_named() -> None:
    own, other = _dated(TITLE, "Published 20.11.2026 - 17:29"), _dated(NEXT, "Published 19.11.2026")
    found = _read(f"<div>{own}{_divs(OWN)}</div><div>{other}{_divs(OTHERS)}</div>")
    assert [line for line in OWN if line not in found.text] == []
    assert [line for line in OTHERS if line in found.text] == []


def test_a_chapter_with_a_heading_of_the_highest_level_is_the_articles_own() -> None:
    own = _dated(TITLE, "Published 20.11.2026 - 17:29")
    found = _read(f"<div>{own}{_divs(OWN)}<h1>What the ferry costs</h1>{_divs(OTHERS)}</div>")
    assert [line for line in (*OWN, *OTHERS) if line not in found.text] == []


def _below_facts(title: str, day: str, level: str, by: str = "The agency") -> str:
    facts = f"<p>{by} wrote</p><p>posted on {day}</p><p>Replies: 0</p>"
    return f"{facts}<{level}>{title}</{level}>"


def test_lines_of_facts_above_a_headline_that_stand_above_another_begin_a_further_article() -> None:
    own, other = _below_facts(TITLE, "20 May 2026", "h1"), _below_facts(NEXT, "3 March 2026", "h2")
    found = _read(f"<div>{own}{_told(OWN)}{other}{_told(OTHERS)}</div>")
    assert [line for line in OWN if line not in found.text] == []
    assert [line for line in (*OTHERS, "The agency wrote", "Replies") if line in found.text] == []


def test_a_section_below_other_lines_is_the_articles_own() -> None:
    own = _below_facts(TITLE, "20 May 2026", "h1")
    part = "<p>Replies: 0</p><h2>What the ferry costs on 3 March 2026</h2>"
    found = _read(f"<div>{own}{_told(OWN)}{part}{_told(OTHERS)}</div>")
    assert [line for line in (*OWN, *OTHERS) if line not in found.text] == []
