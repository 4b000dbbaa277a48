"""A flash below its headline in a box that is called like something else, beside longer teasers."""

from __future__ import annotations

import pytest

from pipeline.bodies.body import extract_blocks
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from tests.pipeline.bodies.nameless_page import SENTENCES

URL = "https://news.example/tech/1"
TITLE = "A second plant"
TEXT = SENTENCES[:3]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXT)
TEASERS = "".join(
    f"<div class='card'><h3><a href='/x{n}'>Another headline about number {n}</a></h3>"
    f"<p>A teaser of a story that tells of number {n} and of the sea.</p></div>"
    for n in range(9)
)


def kept(called: str, inside: str, behind: str = "", above: str = f"<h1>{TITLE}</h1>") -> list[str]:
    main = f"<main>{above}<div class='{called}'>{inside}</div>{behind}</main>"
    html = f"<html><body>{main}<div class='sidebar'>{TEASERS}</div></body></html>"
    doc = parse_text(html, URL)
    blocks = extract_blocks(doc, read_metadata(doc), TITLE)
    return [line.block.text for line in blocks if line.rule is None]


@pytest.mark.parametrize("called", ["banner", "gallery", "widget", "kommentar", "ticker", "meta"])
def test_what_a_box_below_the_headline_holds_is_the_text(called: str) -> None:
    assert kept(called, PARAGRAPHS) == list(TEXT)


@pytest.mark.parametrize(
    ("called", "with_it"),
    [
        ("gallery", "<img src='a.jpg'>"),
        ("comments", "<button>Answer</button>"),
        ("comments", "<time>12 May</time>"),
        ("ticker", "<h3><a href='/y'>Another story of the day</a></h3>"),
        ("overlay", ""),
        ("author-box", ""),
    ],
)
def test_pictures_readers_teasers_and_dialogs_are_none(called: str, with_it: str) -> None:
    assert not set(kept(called, PARAGRAPHS + with_it)) & set(TEXT)


def test_a_column_that_is_called_an_invitation_is_the_text_where_nothing_is_asked_in_it() -> None:
    told = f"{PARAGRAPHS * 3}<img src='a.jpg'>"
    assert kept("col-8 cta--item", told)[:3] == list(TEXT)
    above = "<h1>A second plant</h1><p>The council will build it by the river next year.</p>"
    assert kept("col-8 cta--item", told, above=above)[1:4] == list(TEXT)
    asked = f"{told}<input type='email'>"
    assert kept("col-8 cta--item", asked, above=above)[1:] == []


def test_beside_other_prose_a_box_is_none() -> None:
    assert kept("banner", f"<p>{TEXT[0]}</p>", f"<p>{TEXT[1]}</p><p>{TEXT[2]}</p>") == [*TEXT[1:]]
