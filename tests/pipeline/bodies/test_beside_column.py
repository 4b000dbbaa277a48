"""Boxes below a text's paragraphs."""

from __future__ import annotations

import pytest

from pipeline.bodies.beside_column import mark_beside_column
from pipeline.fingerprints import skeleton
from pipeline.page.blocks import read
from pipeline.page.core import find_core
from pipeline.page.html import parse_text

URL = "https://courier.example/harbour/1"
TEXTS = [
    "The ferry between the two towns ran again on Monday, four weeks after it had hit the quay.",
    "Its owner paid for the repair himself, since no insurer covers damage below the waterline.",
    "Passengers who had taken the long way round the bay said that they would take it no more.",
]
TEXT = "".join(f"<p>{text}</p>" for text in TEXTS)
STRANGE = "<div class='x4'><h3>Brali vot</h3><p>Kono pli trasu.</p><p>Devi</p></div>"
"""A box of a template, in words that no rule knows."""


def kept(below: str, *, within: str = "") -> list[str]:
    return _kept(f"<div class='x2'>{TEXT}{within}</div>{below}")


def _kept(article: str, described: frozenset[str] = frozenset()) -> list[str]:
    doc = parse_text(f"<html><body><article>{article}</article></body></html>", URL)
    pieces = read(doc.tree, find_core(doc)).pieces
    mark_beside_column(pieces, described)
    return [piece.text for piece in pieces if piece.region is None]


def test_boxes_outside_and_within_the_column_go() -> None:
    assert kept(STRANGE) == TEXTS
    assert kept(STRANGE.replace("div", "section") + STRANGE) == TEXTS
    assert kept("<ul class='x5'><li>Kono pli</li><li>Trasu vot</li></ul>") == TEXTS
    assert kept("", within=STRANGE) == TEXTS


@pytest.mark.parametrize(
    "below",
    [
        "<p>Nobody was hurt.</p>",
        "<div class='x3'><h2>What it costs</h2><p>The ferry between the towns costs four coins, "
        "and children ride for nothing on Sundays.</p><p>It sails hourly.</p></div>",
        "<div class='x2'><p>It sails hourly.</p></div>",
    ],
    ids=["a sentence that slipped out", "a box with prose", "a second part of the column"],
)
def test_what_goes_on_outside_of_the_column_stays(below: str) -> None:
    found = kept(below)
    assert found[: len(TEXTS)] == TEXTS
    assert found[-1] in ("Nobody was hurt.", "It sails hourly.")


@pytest.mark.parametrize(
    "within",
    [
        "<ul><li>Weekdays: six to nine</li><li>Sundays: eight to five</li></ul>",
        "<div><table><tr><th>Day</th><th>Ferries</th></tr><tr><td>Monday</td><td>9</td></tr></table></div>",
        "<h2>Where it lands</h2><p>At the old mill.</p>",
        "<blockquote><p>It was about time.</p></blockquote>",
        f"<div><p>It sails hourly.</p><p>{TEXTS[0]} {TEXTS[1]}</p></div>",
    ],
    ids=["a list", "a table", "a head and a sentence", "a quotation", "a box with prose"],
)
def test_what_goes_on_within_the_column_stays(within: str) -> None:
    lines = sum(within.count(f"<{tag}>") for tag in ("p", "li", "h2", "tr"))
    assert len(kept("", within=within)) == len(TEXTS) + lines


def test_of_paragraphs_in_boxes_of_their_own_the_last_stays() -> None:
    boxes = "".join(f"<div class='row'><p>{text}</p></div>" for text in (*TEXTS, "It sails."))
    assert _kept(f"{boxes}{STRANGE}") == [*TEXTS, "It sails."]


BLOCKS = (
    "<div class='b-quote'><blockquote><p>Kono pli trasu brali.</p></blockquote></div>",
    "<div class='b-table'><table><tr><td>Brali vot</td><td>7</td></tr></table></div>",
    "<div class='b-code'><pre>brali --vot</pre></div>",
    "<div class='b-head'><h2>Brali vot</h2></div>",
)
"""What an editor of blocks sets between paragraphs, each kind in a box of its own name."""


@pytest.mark.parametrize("block", BLOCKS, ids=["a quote", "a table", "code", "a head"])
def test_a_block_between_two_parts_of_the_column_stays(block: str) -> None:
    part = "<div class='x2'><p>Nobody was hurt.</p></div>"
    assert len(kept(block + part)) == len(TEXTS) + 2
    assert kept(block) == kept(block + STRANGE) == TEXTS


def test_what_links_or_is_no_block_goes_between_two_parts_too() -> None:
    part = "<div class='x2'><p>Nobody was hurt.</p></div>"
    assert kept(STRANGE + part) == [*TEXTS, "Nobody was hurt."]
    linked = BLOCKS[3].replace("Brali vot", "<a href='/v'>Brali vot</a>")
    assert kept(linked + part) == [*TEXTS, "Nobody was hurt."]


LONG = (
    "Kono pli trasu brali vot devi rolan mi, stregu pladon vari nomi kelu brasti do venaru, and so "
    "on until the end of it."
)


def test_a_box_of_long_sentences_that_tell_nothing_of_the_text_goes_below_it() -> None:
    assert kept(f"<div class='x4'><h3>Brali</h3><p>{LONG}</p></div>") == TEXTS
    own = f"{TEXTS[0]} {LONG}"
    assert kept(f"<div class='x4'><h3>Brali</h3><p>{own}</p></div>") == [*TEXTS, "Brali", own]
    assert kept(f"<div class='x2'><p>{LONG}</p></div>") == [*TEXTS, LONG]


def test_a_second_part_of_sentences_alone_stays_whatever_they_tell() -> None:
    last = "Kono pli trasu brali."
    assert kept(f"<div class='x4'><p>{LONG}</p><p>{last}</p></div>") == [*TEXTS, LONG, last]
    assert kept(f"<div class='x4'><p>{LONG} <a href='/v'>Vot</a></p></div>") == TEXTS
    assert kept(f"<div class='x4'><p class='v'>{LONG}</p></div>") == TEXTS
    assert kept(f"<div class='x4'><p>{LONG}</p><p>Brali vot</p></div>") == TEXTS


def test_several_lines_in_a_nameless_box_of_the_column_are_a_list() -> None:
    rows = [f"Coins for {what}" for what in ("grown-ups", "children", "bicycles")]
    within = "".join(f"<div>{row}</div>" for row in rows)
    assert kept("", within=f"<div>{within}</div>") == [*TEXTS, *rows]
    assert kept("", within=f"<div class='x4'>{within}</div>") == TEXTS


def test_a_box_of_several_lines_above_the_text_goes_where_it_tells_nothing_of_it() -> None:
    strange = "<div><h3>Sorilem vatu</h3><p>Konodar plisem trasumo velin.</p></div>"
    assert _kept(f"<div class='x2'>{strange}{TEXT}</div>") == TEXTS
    assert _kept(f"{strange}<div class='x2'>{TEXT}</div>") == TEXTS


@pytest.mark.parametrize(
    "above",
    [
        "<div><h3>In brief</h3><p>The ferry runs again after four weeks.</p>"
        "<p>Passengers need no longer go round the bay.</p></div>",
        "<div><p>Sorilem vatu konodar plisem trasumo velin.</p></div>",
        "<div><h1>Sorilem vatu konodar</h1><p>Plisem trasumo velin dorema.</p></div>",
        "<div><p>Sorilem vatu konodar plisem.</p><p>— Jane Doe (@janedoe) May 3, 2026</p></div>",
        "<p>Sorilem vatu konodar plisem.</p><p>Trasumo velin dorema kolu.</p>",
    ],
    ids=["a summary", "one line", "a headline", "a post", "lines in no box"],
)
def test_what_may_be_of_the_text_stays_above_it(above: str) -> None:
    lines = sum(above.count(f"<{tag}>") for tag in ("p", "h1", "h3"))
    assert len(_kept(f"<div class='x2'>{above}{TEXT}</div>")) == len(TEXTS) + lines


def test_what_a_page_is_described_by_stays_in_a_box_above_the_column() -> None:
    lead = "Nobody sailed in March."
    box = f"<div class='x1'><strong>Brali</strong><p>{lead}</p><strong>Trasu</strong></div>"
    article = f"{box}<div class='x2'>{TEXT}</div>"
    assert lead not in _kept(article)
    assert _kept(article, frozenset({skeleton(lead)})) == [lead, *TEXTS]


SECTION = "<section><h2>{}</h2>{}</section>"
FEW = "<p>The pump in the cellar hums at night.</p><ul><li>Two cut</li><li>One torn</li></ul>"


def test_the_section_before_a_column_that_is_one_stays() -> None:
    """Programs nest what stands below a heading: the longest section is the column."""
    found = _kept(SECTION.format("What broke", FEW) + SECTION.format("Who saw it", TEXT))
    assert found[:4] == [
        "What broke",
        "The pump in the cellar hums at night.",
        "Two cut",
        "One torn",
    ]
    other = SECTION.format("Devi", FEW).replace("h2", "h3") + SECTION.format("Who saw it", TEXT)
    assert _kept(other)[0] == "Who saw it"


@pytest.mark.parametrize("called", ["has-drop-cap", "dropcap", "article__drop-cap"])
def test_a_first_part_that_opens_with_a_large_letter_stays(called: str) -> None:
    first = f"<div><p class='{called}'>{LONG}</p><p>Kono pli trasu brali.</p></div>"
    column = f"<div class='x2'>{TEXT}</div>"
    assert _kept(f"{first}<div class='x7'></div>{column}") == [
        LONG,
        "Kono pli trasu brali.",
        *TEXTS,
    ]
    named = first.replace(called, "has-small-text")
    assert _kept(f"{named}<div class='x7'></div>{column}") == TEXTS
