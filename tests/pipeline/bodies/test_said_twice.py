"""An offer of the house that stands on the page twice, once in a box that is called one."""

from __future__ import annotations

from tests.pipeline.bodies.test_lone_cards import TEXT, text_with

LINES = [
    "Essays by those who sail, and the letter of the coast, each week.",
    "The whole paper as it is printed, to be read on any screen.",
    "A puzzle a day, and those of nine years in the drawer.",
]
LIST = "".join(f"<li>{line}</li>" for line in LINES)
NAMED = f"<aside class='newsletter-signup'><p>The paper of the coast</p><ul>{LIST}</ul></aside>"


def test_the_second_goes_with_its_label() -> None:
    again = f"<div class='b7'><p>THE PAPER AT YOUR DOOR</p><ul>{LIST}</ul></div>"
    text = text_with(NAMED + f"<p>{' '.join(TEXT)}</p>" + again)
    assert not any(line in text for line in (*LINES, "AT YOUR DOOR"))


def test_a_line_or_two_of_it_stay() -> None:
    again = f"<p>{LINES[0]}</p><p>{LINES[1]}</p>"
    text = text_with(NAMED + f"<p>{' '.join(TEXT)}</p>" + again)
    assert LINES[0] in text
    assert LINES[1] in text
