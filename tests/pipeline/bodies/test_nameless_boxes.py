"""Boxes amid a text of a page whose classes and elements name nothing: told by their form alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://news.example/lamps"
TITLE = "The street lamps of the old town learn to wait"
LINES = [
    "The lamps of the old town go dark at midnight now, and come on again for whoever walks by.",
    "“We wanted a night that is dark”, said the engineer who built the first in her garage.",
    "Four hundred lamps have been changed since spring, and the town pays half for its power.",
    "Some shopkeepers would rather have them burn all night, and collected two hundred names.",
    "The council will count the thefts of a whole year before it decides about other quarters.",
]
LETTER = (
    "<div class=q1x><h4>The Lantern</h4><p>All of the week in one letter.</p>"
    "<input placeholder='Your e-mail'><button>Sign up</button></div>"
)
PROMISE = (
    "<div class=q2x><h4>Read us on the go</h4><p>Quicker, and without a net too.</p>"
    "<a href='https://apps.example/x'>Install</a></div>"
)
GIFT = (
    "<div class=q2x><h4>The Lantern needs you</h4><p>It is paid for by those who read it.</p>"
    "<a href=/give>Give</a></div>"
)
POLL = (
    "<div class=q7x><h4>Your say</h4><p>Should lamps burn all night?</p><label><input type=radio>"
    "Yes</label><label><input type=radio>No</label></div>"
)
SUMS = (
    "<div class=q8x><div>AI summary</div><ul><li>Lamps wait for walkers.</li></ul>"
    "<p>Checked by an editor.</p></div>"
)
CHART = (
    "<div class=q11><h4>Lamps by quarter</h4><iframe src=https://charts.example/1></iframe>"
    "<p>Drawn from the council's own list</p></div>"
)
SAY = (
    "<div class=q9x><h3>Leave a comment</h3><p>Please read the rules of the house first.</p></div>"
)
EVENING = "<div class=q6x><p>Come on 3 December and see the lamps</p><a href=/e>Tickets</a></div>"
CARD = (
    "<div class=q3x><span>See also</span><a href=/a/2><img src=/2.jpg><h3>The lamp that hums"
    "</h3></a><p>It has stood at the harbour for ninety years.</p></div>"
)
DRAWN = "<blockquote class=q4x>We wanted a night that is dark</blockquote>"


def _texts(*between: str) -> list[str]:
    lines = [f"<p class=q0x>{line}</p>" for line in LINES]
    for place, box in enumerate(between, 1):
        lines.insert(2 * place, box)
    html = f"<title>{TITLE}</title><div><h1>{TITLE}</h1>{''.join(lines)}</div>"
    result = extract_article(Page(URL, URL, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(result, Article)
    return result.text.split("\n\n")


@pytest.mark.parametrize(
    "between",
    [
        [LETTER],
        [PROMISE],
        [CARD],
        [DRAWN],
        [EVENING],
        [POLL],
        [CARD, SUMS],
        [SAY],
        [CHART],
        [LETTER, PROMISE],
        [PROMISE, GIFT],
        [GIFT, EVENING, PROMISE],
    ],
)
def test_what_a_site_puts_between_paragraphs_goes(between: list[str]) -> None:
    assert _texts(*between) == LINES


def test_entries_of_one_form_are_what_an_article_is_made_of() -> None:
    said = (
        "It costs {0}0 crowns, stands on a foot of oak and is made in a cellar behind the church."
    )
    entry = f"<div class=q5x><h4>Lamp {{0}}</h4><p>{said}</p><a href=/l{{0}}>Buy it</a></div>"
    told = _texts(entry.format(1), entry.format(2))
    assert "Lamp 1" in told
    assert said.format(2) in told


@pytest.mark.parametrize(
    "box",
    [
        "<div class=q7x><p>Should lamps burn all night?</p><p>Nobody was asked so far.</p></div>",
        "<div><h4>Lamps by quarter</h4><iframe src=https://charts.example/1></iframe></div>",
        "<div class=q8x><div>AI in the lamps</div><ul><li>Lamps wait for walkers.</li></ul></div>",
    ],
)
def test_a_question_and_points_of_the_text_stay(box: str) -> None:
    assert len(_texts(box)) > len(LINES)


def test_a_quotation_that_the_text_does_not_say_stays() -> None:
    quote = "Whoever needs light brings it along"
    assert quote in _texts(f"<blockquote class=q4x>{quote}</blockquote>")


def test_a_sentence_with_a_button_in_it_is_no_invitation() -> None:
    told = (
        "The shares of <a href=/q/lamp>Lantern</a><button>+</button>, the house that builds them, "
        "rose by a tenth on the day on which the council announced that it would buy more of them."
    )
    lines = [*LINES[:2], told, *LINES[2:]]
    html = "".join(f"<div><div>{line}</div></div>" for line in lines)
    page = f"<title>{TITLE}</title><div><h1>{TITLE}</h1>{html}</div>"
    found = extract_article(Page(URL, URL, page.encode(), NOW), EMPTY, NOW)
    assert isinstance(found, Article)
    assert "rose by a tenth on the day" in found.text
