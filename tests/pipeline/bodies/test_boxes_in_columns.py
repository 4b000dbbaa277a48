"""A text set in columns of a few paragraphs: a box in one of them takes none of these with it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://news.example/2026/11/harbour-town-closes-its-bridge"
TITLE = "The harbour town closes its only bridge"
TEXTS = [
    f"The council voted on day {number} to close the bridge for repairs, which last about a year."
    for number in range(12)
]
VOTE = "<label><input type='radio'>Yes</label><label><input type='radio'>No</label>"
BOXES = {
    "poll": f"<h4>Should it close?</h4><form>{VOTE}<button>Vote</button></form>",
    "author": "<img src='j.jpg'><h4>About the author</h4><p>Jane Doe covers the coast.</p>",
    "gift": "<h3>Support our journalism</h3><p>Please give.</p><a href='/give'>Donate</a>",
    "form": "<h4>Get our newsletter</h4><form><input type='email'><button>Go</button></form>",
    "share": "<span>Share this story</span><ul><li><a href='https://facebook.com/x'>Facebook</a></li></ul>",
}


@pytest.mark.parametrize("column", [0, 1, 2])
@pytest.mark.parametrize("place", [0, 1, 4])
@pytest.mark.parametrize("box", BOXES)
def test_a_box_in_a_column_takes_no_paragraph_with_it(box: str, place: int, column: int) -> None:
    columns = [[f"<p>{text}</p>" for text in TEXTS[start : start + 4]] for start in (0, 4, 8)]
    columns[column].insert(place, f"<div class='q'>{BOXES[box]}</div>")
    body = "".join(f"<div class='col'>{''.join(lines)}</div>" for lines in columns)
    html = f"<title>{TITLE}</title><body><main><h1>{TITLE}</h1><div class='z'>{body}</div></main>"
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.text.split("\n\n") == TEXTS


def _of_rows(box: str, heads: str = "h2") -> list[str]:
    """The lines of a text that a page builder set in rows, with a box between two of them."""
    rows = ["".join(f"<p>{text}</p>" for text in TEXTS[n : n + 3]) for n in (0, 3, 6)]
    rows[1] = f"<{heads}>What the engineers say</{heads}>{rows[1]}"
    rows.insert(1, box)
    body = "".join(f"<div class='row'><div class='cell'>{row}</div></div>" for row in rows)
    html = f"<title>{TITLE}</title><body><main><h1>{TITLE}</h1><div class='z'>{body}</div></main>"
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.text.split("\n\n")


OFFER = "<h3>Our oil is here</h3><div><p>Cold pressed, at your door.</p></div>"
SHOP = "<div><a class='k-button' href='/shop'><span>To the shop</span></a></div>"


def test_a_row_with_a_heading_a_line_and_a_button_between_rows_of_text_goes() -> None:
    whole = [*TEXTS[:3], "What the engineers say", *TEXTS[3:9]]
    assert _of_rows(f"<div class='call'>{OFFER}{SHOP}</div>") == whole
    plain = SHOP.replace("k-button", "k-link")
    assert "Our oil is here" in _of_rows(f"<div class='call'>{OFFER}{plain}</div>")
    # a heading like the text's own heads a part of it
    assert "Our oil is here" in _of_rows(f"<div class='call'>{OFFER}{SHOP}</div>", heads="h3")


FREE = f"It is free of charge until the end of May. {TEXTS[10]}"
ANSWER = f"<div class='t2'><p>{FREE}</p></div>"


@pytest.mark.parametrize(
    ("title", "stays"),
    [
        ("<div class='t1'><i></i><a href=''>Is the ferry free?</a></div>", True),
        ("<div class='t1' aria-expanded='false'><a href='#'>What the ferry costs</a></div>", True),
        ("<div class='t1'><a href='#'>What the ferry costs</a></div>", False),
        ("<div class='t1'><a href='/ferry'>Is the ferry free?</a></div>", False),
    ],
)
def test_a_question_that_unfolds_its_answer_is_text(title: str, stays: bool) -> None:
    found = _of_rows(f"<div class='toggle'>{title}{ANSWER}</div>")
    assert FREE in found
    assert bool({"Is the ferry free?", "What the ferry costs"} & {*found}) == stays
