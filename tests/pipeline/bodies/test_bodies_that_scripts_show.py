"""Parts of a body that a script turns to or draws, and names of places that hold it whole."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://news.example/bridge"
LINES = [
    "The council voted to close the old bridge, and nobody knows for how long it will stay shut.",
    "Its engineers had found cracks in two of the pillars when the river was low in September.",
    "Buses now take the long way around, which costs the people of the island half an hour a day.",
    "A ferry is to run from Monday on, with room for forty passengers and a few of their bicycles.",
    "Repairs are paid for by the province, which has put the money aside for three years already.",
    "Some shops on the other bank say they will not live through a winter without their customers.",
]
FIRST, REST = LINES[:3], LINES[3:]
OTHERS = [
    "A phone that folds in three has come to the shops of the city, and costs as much as a car.",
    "Its makers promise updates for seven years, which is two more than for the one before it.",
    "The first thousand were sold within an hour, most of them to people who sell them again.",
]


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _text(body: str) -> str:
    title = "The old bridge is closed"
    html = f"<title>{title}</title><main><h1>{title}</h1>{body}</main>"
    result = extract_article(Page(URL, URL, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(result, Article)
    return result.text


def test_further_pages_of_an_article_are_read_though_a_script_hides_them() -> None:
    shown = f"<div class='leaf'>{_paragraphs(FIRST)}</div>"
    hidden = f"<div class='leaf' hidden>{_paragraphs(REST)}</div>"
    assert _text(shown + hidden).split("\n\n") == LINES


@pytest.mark.parametrize(
    "hidden",
    [
        f"<div class='print' hidden>{_paragraphs(OTHERS)}</div>",
        f"<div class='leaf' hidden><p>{OTHERS[0]}</p></div>",
        f"<i>2</i><div class='leaf' hidden>{_paragraphs(OTHERS)}</div>",
    ],
)
def test_what_is_hidden_otherwise_is_no_further_page(hidden: str) -> None:
    shown = f"<div class='leaf'>{_paragraphs(FIRST)}{_paragraphs(REST)}</div>"
    assert _text(shown + hidden).split("\n\n") == LINES


def test_most_of_what_stands_below_the_headline_is_the_text_though_much_is_said_beside() -> None:
    cookies = "".join(
        f"<p>{line} So say our {n} partners of their cookies.</p>"
        for n, line in enumerate(OTHERS * 2)
    )
    hidden = f"<i>2</i><div id='articleBody' style='display: none'>{_paragraphs(REST)}</div>"
    shown = f"<p>{LINES[0]}</p>"
    assert _text(f"{shown}{hidden}</main><div class='consent'>{cookies}</div><main>").split(
        "\n\n"
    ) == [LINES[0], *REST]


@pytest.mark.parametrize("anchor", ["<a name='top'>", "<a id='c12' name='c12'>"])
def test_the_name_of_a_place_that_nobody_closed_is_no_link(anchor: str) -> None:
    assert _text(f"{anchor}{_paragraphs(LINES)}").split("\n\n") == LINES


@pytest.mark.parametrize("begin", ["<a data-href='/x'>", "<a>"])
def test_a_link_that_a_script_follows_stays_one(begin: str) -> None:
    card = "{begin}<p>A phone that folds in three has come to the shops of the city</p></a>"
    assert "folds in three" not in _text(f"{_paragraphs(LINES)}<div class='more'>{card}</div>")


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_body_that_an_attribute_holds_as_html(quote: str) -> None:
    source = _paragraphs(LINES)
    held = escape(source) if quote == '"' else source
    assert (
        _text(f"<div class='lazy' data-content={quote}{held}{quote}></div>").split("\n\n") == LINES
    )


def test_what_an_attribute_holds_is_not_read_beside_a_body() -> None:
    held = escape(_paragraphs(OTHERS))
    body = f'{_paragraphs(LINES)}<div data-tip="{held}"></div>'
    assert _text(body).split("\n\n") == LINES
