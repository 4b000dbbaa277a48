"""Labels of links: before one in its line, and in a line above it, be it of what goes on below."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml.html import fragment_fromstring

from pipeline.bodies.link_labels import mark_labelled_links
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.page.pieces import Piece
from pipeline.records import Article, BlockKind, Page
from tests.pipeline.bodies.test_body import FIRST, SECOND, kept, paragraphs
from tests.pipeline.bodies.test_lone_cards import text_with

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TEXT = (
    "The council closed the old bridge on Monday after engineers had found cracks in two pillars.",
    "Ferries will carry commuters across the river until the repairs are finished, it said.",
)
HEADLINE = "<a href='/2'>Why the bakery at the end of the quay will not close</a>"
PRICES = "<ul><li>Single ticket: 2 crowns</li><li>Ten tickets: 15 crowns</li></ul>"


def read(inset: str) -> str:
    html = (
        f"<title>Bridge closed</title><article><h1>Bridge closed</h1><p>{TEXT[0]}</p>"
        f"<p>Crossing costs:</p>{inset}{PRICES}<p>{TEXT[1]}</p></article>"
    )
    page = Page("https://a.example/1", "https://a.example/1", html.encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    return found.text


@pytest.mark.parametrize("label", ["See there: ", "<b>See there</b> | "])
def test_what_stands_above_a_link_with_a_label_heads_the_list_below_it(label: str) -> None:
    text = read(f"<p>{label}{HEADLINE}</p>")
    assert "bakery" not in text
    assert "Crossing costs:" in text


def test_it_is_the_label_of_a_link_without_one() -> None:
    assert "Crossing costs:" not in read(f"<p>{HEADLINE}</p>")


@pytest.mark.parametrize(
    ("label", "site", "stays"),
    [
        (
            "The engineers compared what two other towns have published:",
            "https://town.example",
            True,
        ),
        ("The engineers compared what two other towns have published:", "", False),
        ("More about bridges:", "https://town.example", False),
    ],
)
def test_links_to_other_sites_that_a_sentence_lists_are_the_texts(
    label: str, site: str, stays: bool
) -> None:
    items = "".join(
        f"<li><a href='{site}/report-{n}'>Report on the old bridge {n}</a></li>" for n in (1, 2)
    )
    text = read(f"<p>{label}</p><ul>{items}</ul><p>{TEXT[0]}</p>")
    assert ("Report on the old bridge 2" in text) is stays


@pytest.mark.parametrize(
    ("ending", "stays"), [("", False), (" as the council was told on Monday.", True)]
)
def test_a_row_of_headlines_is_none_of_the_text_however_long(ending: str, stays: bool) -> None:
    row = " ".join(
        f"{n} <a href='/{n}'>Why the ferry of year {n} did not sail to the islands</a>"
        for n in range(1, 9)
    )
    text = read(f"<div><h3>Most popular today</h3><div>{row}{ending}</div></div>")
    assert ("ferry of year 3" in text) is stays
    assert ("Most popular" in text) is stays


@pytest.mark.parametrize(
    ("home", "stays"), [("<a href='/'>The Harbour Mail</a>", False), ("The Harbour Mail", True)]
)
def test_a_last_paragraph_that_links_the_site_and_its_sections_is_the_house_s(
    home: str, stays: bool
) -> None:
    links = ", ".join(f"<a href='/s/{n}'>news of harbour {n}</a>" for n in range(12))
    last = f"<p>On {home} you follow around the clock what the boats bring, {links}, and more.</p>"
    html = (
        f"<title>Bridge closed</title><article><h1>Bridge closed</h1><p>{TEXT[0]}</p>"
        f"<p>{TEXT[1]}</p>{last}</article>"
    )
    page = Page("https://a.example/1", "https://a.example/1", html.encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    assert ("around the clock" in found.text) is stays


def test_links_behind_labels_make_no_list_of_links_of_a_brief_text() -> None:
    other = "<a href='/3'>What the ferrymen of the upper river ask of the new council</a>"
    labelled = f"<p>Read: {HEADLINE}</p>"
    assert "ferrymen" not in read(f"{labelled}<p>{other}</p>{labelled.replace('2', '4')}")


def _region(text: str, linked: int) -> str | None:
    element = fragment_fromstring("<p>Read: <a href='/tech/storm'>link</a></p>")
    piece = Piece(BlockKind.PARAGRAPH, text, None, element, linked, None, link=element[0])
    mark_labelled_links([piece], "https://news.example/tech/harbour")
    return piece.region


def test_a_headline_behind_a_label_leads_elsewhere() -> None:
    headline = "A storm closes the harbour"
    assert _region(f"You may like: {headline}", len(headline)) == "links"
    assert _region(f"The council said that {headline}", len(headline)) is None


def test_a_link_without_words_is_no_headline() -> None:
    assert _region("You may like:", 0) is None
    assert _region("You may like:  ", 1) is None


THREADS = "<a href='/t/1'>Bridges</a> <a href='/t/2'>Ferries</a>, <a href='/t/3'>Towns</a>"


def _with_last_line(line: str) -> list[str]:
    return kept(f"<div><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}{line}</div>")


def test_a_label_and_links_that_are_all_of_a_line_are_no_text() -> None:
    assert _with_last_line(f"<p>Threads: {THREADS}</p>") == [FIRST, SECOND]


def test_a_sentence_with_several_links_stays() -> None:
    told = _with_last_line(f"<p>Three of them stay: {THREADS} and the old mill at the river.</p>")
    assert len(told) == 3


def test_a_label_and_links_amid_a_text_stay() -> None:
    lines = f"{paragraphs(FIRST)}<p>Norland: {THREADS}</p>{paragraphs(SECOND)}"
    assert "Norland: Bridges Ferries, Towns" in kept(f"<div><h1>A second plant</h1>{lines}</div>")


LONG = "Why the bakery at the end of the quay will not close"


@pytest.mark.parametrize(
    "line",
    [
        "Hungry for more? Have a look at {}.",
        "🔁 <em>We told you so already here: {}</em>",
        "All about it stands in our story “{}”.",
        "We tell it at length in our story: {}.",
    ],
)
def test_a_headline_behind_some_words_leads_elsewhere_whatever_closes_it(line: str) -> None:
    assert "bakery" not in read(f"<p>{line.format(HEADLINE)}</p>")


@pytest.mark.parametrize(
    ("line", "href"),
    [
        ("Her last film before the war was {}.", "/films/the-quay"),
        ("The council, whose members had all read it, spoke at length of {}.", "/2"),
        ("They sang {} to the end.", "/2"),
        ("The mayor had told us last week {}.", "/2"),
    ],
)
def test_what_a_sentence_links_stays(line: str, href: str) -> None:
    link = f"<a href='{href}'>{LONG}</a>"
    assert "bakery" in read(f"<p>{line.format(link)}</p>")


def test_the_title_of_a_work_is_shorter_than_a_headline() -> None:
    assert "Quay" in read("<p>Her last film was <a href='/2'>The Bakers of the Quay</a>.</p>")


def test_a_label_that_is_the_address_of_another_site_and_a_headline_there_go() -> None:
    link = "<a href=https://www.harbour.example/2026/quay>Why the bakery on the quay stays</a>"
    assert "bakery" not in read(f"<p><b>On Harbour.example:</b> {link}</p>")
    assert "bakery" in read(f"<p><b>The bakers say:</b> {link}</p>")


@pytest.mark.parametrize(
    ("to", "stays"),
    [("/2", False), ("https://b.example/2", True), ("/about/the/bridge", True), ("#below", True)],
)
def test_a_long_question_that_is_a_link_is_another_articles_headline(to: str, stays: bool) -> None:
    asked = "Why will the bakery at the end of the quay close for good, and who is to pay for it?"
    assert (asked in read(f"<p><em><a href='{to}'>{asked}</a></em></p>")) is stays


@pytest.mark.parametrize("label", ["Read also", "Related stories"])
def test_a_question_is_a_headline_below_a_label_and_what_it_is_filed_under(label: str) -> None:
    asked = "Ann Lee: Why did the cable to the far isles cost the board as much as nine ferries?"
    card = (
        f"<div><p>{label}</p><div class='meta'><a href='/pier'>Harbour</a></div>"
        f"<p><a href='/isles/7'>{asked}</a></p></div>"
    )
    assert asked not in text_with(card)
    assert asked in text_with(card.replace(label, "Out of the old net"))
