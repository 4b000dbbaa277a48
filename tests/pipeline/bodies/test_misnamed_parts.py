"""Parts of a text that are called like something beside it, and comments that hold most words."""

from __future__ import annotations

import pytest

from pipeline.bodies.body import extract_blocks
from pipeline.declared.metadata import read_metadata
from pipeline.page.core import find_core
from pipeline.page.html import parse_text
from pipeline.page.regions import region_of
from tests.pipeline.bodies.nameless_page import SENTENCES

URL = "https://news.example/tech/1"
TITLE = "A second plant"
TEXT = SENTENCES[:3]


def kept(html: str, title: str = TITLE) -> list[str]:
    doc = parse_text(f"<html><head><title>x</title></head><body>{html}</body></html>", URL)
    blocks = extract_blocks(doc, read_metadata(doc), title)
    return [line.block.text for line in blocks if line.rule is None]


@pytest.mark.parametrize(
    ("part", "stays"),
    [
        ("<h3>What comes next</h3>", True),
        ("<blockquote>We shall build it in a year.</blockquote>", True),
        ("<h3>We value your privacy</h3><button>Accept</button>", False),
        ("<h3>Our app</h3><a href='/app'>Get it</a>", False),
        ("<span>Dismiss</span>", False),
    ],
)
def test_a_component_between_paragraphs_that_is_called_like_a_dialog(
    part: str, stays: bool
) -> None:
    box = f"<div class='v-c-cmp'>{part}</div>"
    html = (
        f"<article><h1>{TITLE}</h1><p>{TEXT[0]}</p>{box}<p>{TEXT[1]}</p><p>{TEXT[2]}</p></article>"
    )
    found = kept(html)
    assert [line for line in found if line in TEXT] == list(TEXT)
    assert (len(found) == len(TEXT) + 1) is stays


def test_a_dialog_beside_no_paragraph_goes() -> None:
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    dialog = "<div class='popup'><h3>We value your privacy</h3></div>"
    assert kept(f"<article><h1>{TITLE}</h1>{text}</article>{dialog}") == list(TEXT)


def test_a_text_that_is_called_like_its_buttons_above_longer_comments() -> None:
    text = "".join(f"<p>{line} It is number {n}.</p>" for n in range(3) for line in TEXT)
    said = "".join(
        f"<div class='c'><b>Reader {n}</b><p class='commentText'>I do not believe a word of what "
        f"they say here, and I have told my neighbours so {n} times already.</p></div>"
        for n in range(3, 40)
    )
    html = f"<div><h1>{TITLE}</h1><div class='x'><div id='textsize'>{text}</div></div></div>"
    found = kept(f"{html}<div><h3>Voices</h3>{said}</div>")
    assert len(found) == 9
    assert found[0].startswith(TEXT[0])


def test_a_page_that_is_typed_whole_has_its_headline_in_a_line() -> None:
    typed = f"News of the day\n\n\n{TITLE}\n\n{TEXT[0]}\n\n    {TEXT[1]}\n"
    assert kept(f"<pre>{typed}</pre>") == [f"{TEXT[0]}\n\n    {TEXT[1]}"]


@pytest.mark.parametrize("called", ["paywall", "premium-content", "article-subscribers-only"])
def test_the_beginning_that_all_may_read_stands_before_what_is_paid(called: str) -> None:
    paid = "".join(f"<p>{line} It is number {n}.</p>" for n in range(3) for line in TEXT)
    first = f"<p>{TEXT[0]} <a href='/x'>Read</a> on.</p>"
    box = f"<div>{first}<h2>What is known</h2><div class='{called}' hidden>{paid}</div></div>"
    facts = "<div class='f'><p>By Jane Doe</p><p>12 May 2026</p></div>"
    found = kept(f"<article><h1>{TITLE}</h1>{facts}{box}</article>")
    assert found[:2] == [f"{TEXT[0]} Read on.", "What is known"]
    assert len(found) == 11


def test_what_stands_before_a_paid_text_in_another_box_is_not_of_it() -> None:
    paid = "".join(f"<p>{line} It is number {n}.</p>" for n in range(3) for line in TEXT)
    note = f"<section><div><div><p>{TEXT[1]} <a href='/x'>Join</a> us.</p></div></div></section>"
    found = kept(f"<div><h1>{TITLE}</h1>{note}<div class='paywall'>{paid}</div></div>")
    assert len(found) == 9


@pytest.mark.parametrize(("level", "stays"), [(2, True), (1, False)])
def test_a_first_heading_right_below_the_title_is_its_standfirst(level: int, stays: bool) -> None:
    told = "What comes of the harbour when the works begin and the road is wide"
    text = "".join(f"<div><p>{line} It is number {n}.</p></div>" for n in range(2) for line in TEXT)
    heads = f"<div class='t'><h{level}>{TITLE}</h{level}><h1>{told}</h1><i>Jane Doe</i></div>"
    assert (kept(f"<article>{heads}<div class='x'>{text}</div></article>")[0] == told) is stays


def test_a_card_that_is_called_an_article_below_a_nameless_text_is_not_the_body() -> None:
    parts = "".join(
        f"<div class='m'><div class='r'><div class='t'><p>{line} It is number {n}.</p></div></div>"
        "</div>"
        for n in range(2)
        for line in TEXT
    )
    tips = f"<h3>Tip</h3><p>{TEXT[2]} Go.</p><p>{TEXT[1]}</p>"
    card = f"<div class='day'><div class='best-day-article'>{tips}</div></div>"
    below = f"<div class='m'><div class='r'><p>{TEXT[0]}</p></div></div>"
    found = kept(f"<div><h1>{TITLE}</h1>{parts}{card}{below}</div>")
    assert (found[0], found[-1]) == (f"{TEXT[0]} It is number 0.", TEXT[0])


def test_a_row_that_two_tables_have_stays_and_a_table_s_copy_goes() -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXT)

    def table(*rows: str) -> str:
        return f"<table>{''.join(f'<tr><td>{row}</td><td>0.9</td></tr>' for row in rows)}</table>"

    same = "Comprehensive income of the holders of equity"
    first, second = (
        table(same, "What the harbour earned in the first quarter"),
        table(same, "What the harbour earned in the second quarter"),
    )
    found = kept(f"<article><h1>{TITLE}</h1>{text}{first}{second}</article>")
    assert found.count(f"{same} | 0.9") == 2
    found = kept(f"<article><h1>{TITLE}</h1>{text}{first}{first}</article>")
    assert found.count(f"{same} | 0.9") == 1


@pytest.mark.parametrize("outside", [True, False])
def test_a_standfirst_beside_the_headline_in_a_part_of_facts(outside: bool) -> None:
    told = "A narrow majority wants it gone, and nobody knows what will take its place"
    facts = "<p class='who'>By Jane Doe</p><time>12 May 2026</time>"
    head = (
        f"<div class='story-meta'><h2 class='headline'>{TITLE}</h2><p class='dek'>{told}</p></div>"
    )
    text = "".join(f"<p>{line} It is number {n}.</p>" for n in range(2) for line in TEXT)
    body = f"<div class='x'>{text}</div>"
    html = f"{head}{facts}<section>{body}</section>" if outside else f"{head}{facts}{body}"
    assert kept(f"<main><section>{html}</section></main>")[0] == told


@pytest.mark.parametrize(("role", "stays"), [("note", True), ("complementary", False)])
def test_a_note_of_the_writer_in_an_aside(role: str, stays: bool) -> None:
    remark = "I tested all of it on a copy of the plant's plans, which anyone may ask for."
    lines = [f"<p>{TEXT[0]}</p>", f"<aside role='{role}'><p>{remark}</p></aside>"]
    html = "".join([*lines, *(f"<p>{text}</p>" for text in TEXT[1:])])
    assert (remark in kept(f"<article><h1>{TITLE}</h1>{html}</article>")) is stays


def test_entries_below_different_headings_may_have_a_fact_in_common() -> None:
    fact = "Severity: high, as all of them are said to be"
    parts = [f"<h2>Gap {n}</h2><p>{fact}</p><p>{text}</p>" for n, text in enumerate(TEXT)]
    assert kept(f"<article><h1>{TITLE}</h1>{''.join(parts)}</article>").count(fact) == len(TEXT)
    copy = (
        f"<article><h1>{TITLE}</h1>{parts[0]}<h2>Gap 0</h2><p>{fact}</p><p>{TEXT[1]}</p></article>"
    )
    assert kept(copy).count(fact) == 1


def test_a_flash_in_a_box_for_subscribers_below_which_others_begin() -> None:
    others = "".join(f"<div><h3><a href='/{n}'>x</a></h3><p>{TEXT[1]}</p></div>" for n in range(3))
    box = f"<div class='article-body'><div class='subscription'><p>{TEXT[0]}</p></div></div>"
    assert kept(f"<h1>{TITLE}</h1>{box}<div class='others'>{others}</div>") == [TEXT[0]]


def test_a_form_for_subscribers_is_no_text() -> None:
    form = "<div class='subscription'><p>Our letter, every Friday, for free.</p><input></div>"
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    assert kept(f"<h1>{TITLE}</h1><div class='article-body'>{text}{form}</div>") == list(TEXT)


def _entries(called: str, lines: tuple[str, ...]) -> str:
    bar = "<div class='card-share'><time>10:20 am</time><a href='/s'>X</a></div>"
    return "".join(f"<div class='{called}'>{bar}<div><p>{line}</p></div></div>" for line in lines)


def _region_of_first(called: str, lines: tuple[str, ...]) -> str | None:
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    html = f"<body><h1>{TITLE}</h1><div>{_entries(called, lines)}</div><div>{text}</div></body>"
    doc = parse_text(html, URL)
    first = next(e for e in doc.tree.iter("div") if e.get("class") == called)
    return region_of(first, "div", find_core(doc, frozenset()))


def test_cards_to_share_side_by_side_are_the_entries_of_a_live_page() -> None:
    assert _region_of_first("share-cards", SENTENCES) is None
    assert _region_of_first("share-cards", SENTENCES[:1]) == "share"
    assert _region_of_first("share-cards", SENTENCES[:1] * 2) == "share"


def test_a_bar_to_share_that_says_the_same_above_and_below_a_text_goes() -> None:
    said = "If you think that others should read this, send it to a friend of yours."
    bar = f"<div class='share-box'><p>{said}</p><button>Send</button></div>"
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    assert kept(f"<article><h1>{TITLE}</h1>{bar}{bar}{text}</article>") == list(TEXT)
