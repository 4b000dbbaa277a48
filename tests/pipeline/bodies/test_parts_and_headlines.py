"""Texts in several elements of one kind, and headlines that stand elsewhere than the text."""

from __future__ import annotations

import pytest

from pipeline.bodies.body import extract_blocks
from pipeline.declared.metadata import read_metadata
from pipeline.page.core import find_core
from pipeline.page.html import parse_text
from pipeline.page.regions import region_of

URL = "https://courier.example/harbour/1"
TITLE = "The ferry runs again"
FIRST = "The ferry between the two towns ran again on Monday, four weeks after it had hit the quay."
SECOND = (
    "Its owner paid for the repair himself, since the insurance covers no damage below the line "
    "to which the ship is loaded, and nobody had told him so."
)
THIRD = "Passengers who had taken the long way round the bay said that they would take it no more."
OTHER = (
    "The mill on the upper river is to become a school of music, with rooms for ninety children "
    "and a hall in which the old wheel stays where it has always been."
)
LONG = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))
NEXT = "".join(f"<p>{n} {OTHER} It opens in the spring of next year.</p>" for n in range(4))


def kept(body: str, title: str = TITLE, head: str = "") -> list[str]:
    doc = parse_text(f"<html><head>{head}</head><body>{body}</body></html>", URL)
    lines = extract_blocks(doc, read_metadata(doc), title)
    return [line.block.text for line in lines if line.rule is None]


def test_a_claim_in_the_first_heading_is_no_headline_where_another_is_the_title() -> None:
    claim = f"<div class='block'><h1>What makes the days rich …</h1><p>… {OTHER} {OTHER}</p></div>"
    parts = f"<div class='block'><p>{FIRST}</p></div><div class='block'><p>{SECOND}</p></div>"
    last = f"<div class='block'><h1>Who goes by ship</h1><p>{THIRD}</p></div>"
    article = f"<article><h2>{TITLE}</h2>{parts}{last}</article>"
    assert kept(claim + article) == [FIRST, SECOND, "Who goes by ship", THIRD]


def test_the_title_in_a_linked_heading_of_a_column_is_no_headline() -> None:
    column = f"<div class='col'><h3><a href='/harbour/1'>{TITLE}</a></h3><p>Most read.</p></div>"
    page = f"<main><h1>Ferry back on its way</h1><article>{LONG}</article></main>{column}"
    assert kept(page) == [FIRST, SECOND, THIRD]


def test_of_a_page_of_articles_only_its_own_is_read() -> None:
    parts = "".join(
        f"<article class='item'><div class='box'><header><h2>{title}</h2><p>{lead}</p></header>"
        f"</div><div class='box text'>{text}</div></article>"
        for title, lead, text in (
            (TITLE, "After four weeks the two towns are joined again, by a ship.", LONG),
            ("The mill becomes a school", "Ninety children learn to play there.", NEXT),
            ("A wheel that stays", "Nobody may turn it, and it turns.", NEXT),
        )
    )
    found = kept(f"<main><h1>Latest articles</h1><div class='list'>{parts}</div></main>")
    assert found[-3:] == [FIRST, SECOND, THIRD]
    assert not any(OTHER in text for text in found)


def test_sections_of_an_article_whose_headline_is_made_like_theirs_are_its_own() -> None:
    text = (
        f"<div class='box'><h2>{TITLE}</h2><p>{FIRST} {SECOND}</p></div>"
        f"<div class='box'><p>{SECOND}</p><h2>What the owner says</h2><p>{THIRD}</p></div>"
    )
    found = kept(f"<main><article>{text}</article></main>")
    assert found[-2:] == ["What the owner says", THIRD]


@pytest.mark.parametrize("place", ["above", "below"])
def test_headings_of_the_first_level_below_a_paragraph_are_sections(place: str) -> None:
    headline = f"<header><h1>{TITLE}</h1></header>"
    text = (
        f"<p>{FIRST}</p><h1>A ship <em>for all</em></h1><p>{SECOND}</p>"
        f"<div><h1>The way round</h1></div><p>{THIRD}</p>"
    )
    body = f"<div class='entry-content'>{text}</div>"
    page = headline + body if place == "above" else body + headline
    want = [FIRST, "A ship for all", SECOND, "The way round", THIRD]
    assert kept(f"<main><article>{page}</article></main>") == want


def test_a_headline_in_other_words_above_the_text_is_none_of_it() -> None:
    text = f"<h1>Ferry back on its way</h1>{LONG}"
    page = f"<header><h1>{TITLE}</h1></header><div class='entry-content'>{text}</div>"
    assert kept(f"<main><article>{page}</article></main>") == [FIRST, SECOND, THIRD]


LEAD = (
    "After four weeks the two towns are joined again by a ship, a bus waits for it on the other "
    "side, and who has a ticket for the one needs none for the other."
)


def _elements(*parts: str) -> str:
    return "".join(f"<div class='element'><article>{part}</article></div>" for part in parts)


def test_a_text_goes_on_in_article_elements_without_headlines() -> None:
    more = f"<figure><figcaption>The quay</figcaption></figure>{LONG}{LONG.replace('paid', 'gave')}"
    page = _elements(f"<h1>{TITLE}</h1><p>{LEAD}</p>", more)
    found = kept(f"<div id='page'><div class='col'>{page}</div></div>")
    assert found[:4] == [LEAD, FIRST, SECOND, THIRD]


@pytest.mark.parametrize("head", ["<h2>The mill</h2>", "<p><a href='/m'>The mill</a></p>"])
def test_an_article_element_with_a_headline_or_link_of_its_own_is_another_article(
    head: str,
) -> None:
    page = _elements(f"<h1>{TITLE}</h1><p>{LEAD}</p>", f"{head}{NEXT}{NEXT}")
    assert kept(f"<div id='page'><div class='col'>{page}</div></div>") == [LEAD]


def test_parts_of_a_text_named_for_the_advertisements_in_them_are_its_text() -> None:
    parts = "".join(
        f"<section class='part part--ads'><h2>{head}</h2><p>{text} {more}</p></section>"
        for head, text, more in (
            ("The repair", FIRST, SECOND),
            ("The way round", SECOND, THIRD),
            ("Fares", THIRD, FIRST),
        )
    )
    found = kept(f"<article><h1>{TITLE}</h1>{parts}</article>")
    assert [text for text in found if len(text) < 20] == ["The repair", "The way round", "Fares"]
    assert len(found) == 6


def test_advertisements_beside_a_text_stay_such() -> None:
    sold = "".join(f"<div class='part ads'><p>{n} {OTHER}</p></div>" for n in range(6))
    page = f"<article><h1>{TITLE}</h1>{LONG}{sold}</article>"
    assert kept(page) == [FIRST, SECOND, THIRD]


def test_a_column_beside_an_article_is_one_however_much_of_the_page_it_holds() -> None:
    more = "".join(f"<li><p>{n} {OTHER}</p></li>" for n in range(30))
    column = f"<div class='aside'><ul>{more}</ul></div>"
    for article, region in (
        (f"<article><h1>{TITLE}</h1>{LONG * 3}</article>", "aside"),
        (f"<article><h1>{TITLE}</h1><p>{FIRST}</p></article>", None),
    ):
        doc = parse_text(f"<body><div class='page'>{article}{column}</div></body>", URL)
        (found,) = (e for e in doc.all_of("div") if e.get("class") == "aside")
        assert region_of(found, "div", find_core(doc)) == region


def test_what_a_pasted_paragraph_was_called_elsewhere_is_no_region() -> None:
    pasted = f"<p><span class='_3x fb-share-tags'>{SECOND}</span></p>"
    page = f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{pasted}<p>{THIRD}</p></article>"
    assert kept(page) == [FIRST, SECOND, THIRD]


def _slides(title: str, number: int) -> str:
    slides = (
        f"<div class='slide'><h4>{title}</h4><h2>Picture {n}</h2><p>{n} {OTHER}</p></div>"
        for n in range(number)
    )
    return f"<div class='pictures'>{''.join(slides)}</div>"


def test_slides_that_have_their_gallerys_title_each_are_no_text() -> None:
    text = "".join(f"<p>{n} {FIRST} {SECOND} {THIRD}</p>" for n in range(8))
    page = f"<h1>{TITLE}</h1><div class='text'><p>{THIRD}</p>{_slides('The mill in pictures', 5)}"
    found = kept(f"<article>{page}{text}</div></article>")
    assert len(found) == 9
    assert not any(OTHER in line for line in found)


def test_headings_that_a_text_repeats_are_its_own() -> None:
    parts = "".join(
        f"<h2>Boat {n}</h2><p>{n} {FIRST}</p><h4>What we liked about it</h4><p>{n} {SECOND}</p>"
        for n in range(4)
    )
    found = kept(f"<article><h1>{TITLE}</h1><div class='text'>{parts}</div></article>")
    assert found.count("What we liked about it") == 4


def test_a_box_below_the_label_of_an_author_tells_of_one() -> None:
    box = (
        "<div class='highlight'><div class='header'>AUTHOR</div><h3>Dr. Mara Lind</h3>"
        "<p>is a founder of the institute for rivers and teaches how they move.</p></div>"
    )
    page = f"<article><h1>{TITLE}</h1><div class='text'>{LONG}{box}</div></article>"
    assert kept(page) == [FIRST, SECOND, THIRD]
    play = box.replace("<h3>Dr. Mara Lind</h3>", "<p>I wrote it, and nobody else did.</p>")
    page = page.replace(box, f"{play}<p>{OTHER}</p>")
    assert "I wrote it, and nobody else did." in kept(page)


def test_a_long_label_goes_with_the_links_with_which_a_text_ends() -> None:
    links = "".join(f"<p><a href='/b/{n}'>The bay {n} and who lives there</a></p>" for n in (1, 2))
    label = "<p>More about the bay and all those who live there:</p>"
    page = f"<article><h1>{TITLE}</h1>{LONG}{label}{links}</article>"
    assert kept(page) == [FIRST, SECOND, THIRD]
    assert kept(page.replace(links, f"{links}<p>{OTHER}</p>"))[-2:] == [
        "More about the bay and all those who live there:", OTHER,
    ]  # fmt: skip


def test_the_line_below_a_title_of_the_second_level_is_a_standfirst() -> None:
    head = f"<div><div><header><h2>{TITLE}</h2><p>{LEAD}</p></header></div><p>5 minutes</p></div>"
    body = f"<div><div><div><div class='article-body'>{LONG}</div></div></div></div>"
    page = f"<main><h1>Latest</h1><article>{head}{body}</article></main>"
    assert kept(page) == [LEAD, FIRST, SECOND, THIRD]


def test_a_title_with_a_label_behind_it_is_the_headline_below_a_linked_one() -> None:
    logo = "<div><h1><a href='/'>The Courier</a></h1></div>"
    over = "<p>The week at the harbour: the last one before summer!</p>"
    head = f"<header>{over}<h1>{TITLE} <span>Members</span></h1></header>"
    page = f"{logo}<article>{head}<div class='main'>{LONG}{LONG}</div></article>"
    assert kept(page)[0] == FIRST
    assert kept(page.replace("Members", "and so do three more ships"))[:2][1] == FIRST


def test_the_widget_that_holds_the_entries_of_a_blog_is_none_beside_them() -> None:
    for names, region in (("widget Blog", None), ("widget BlogArchive", "aside")):
        page = f"<div class='main'>{LONG * 4}</div><p class='{names}'>{OTHER}</p>"
        doc = parse_text(f"<body>{page}</body>", URL)
        found = next(e for e in doc.all_of("p") if e.get("class"))
        assert region_of(found, "div", find_core(doc)) == region


KICKED = "The pier that fell: Harbour board admits that it never looked below the water"
DATA = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{}"}}</script>'


def test_the_headline_that_data_give_is_none_of_the_text_where_the_title_is_another() -> None:
    kicker, _, claim = KICKED.partition(": ")
    head = f"<h2><span>{kicker}</span> <span>{claim}</span></h2>"
    body = f"<main>{head}<article>{LONG}</article></main>"
    title = "Harbour: Board admits faults"
    assert kept(body, title, DATA.format(KICKED)) == [FIRST, SECOND, THIRD]
    section = f"<article><p>{FIRST}</p>{head}<p>{SECOND}</p><p>{THIRD}</p></article>"
    assert kept(section, title, DATA.format(KICKED))[1].startswith(kicker)
