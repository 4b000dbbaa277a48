"""Cards that link their headline and what they tell apart, and boxes of one half-linked line."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import SENTENCES, TEXT, kept_beside

HEAD = "The small harbour that lights itself with the tide of every night"
TOLD = "Nobody in the village had asked for it, and now nobody wants to be without it any more."
BY = "<p>By <a href='/~jane'>Jane Doe</a>, October 19, 2026</p>"
TEXTS = (*TEXT[:2], *SENTENCES[2:], *TEXT[2:])


def card(told_to: str = "/energy/2", by: str = BY) -> str:
    return (
        f"<section><div><h3><a href='/energy/2'>{HEAD}</a></h3>"
        f"<p><a href='{told_to}'>{TOLD}</a></p>{by}</div></section>"
    )


@pytest.mark.parametrize("by", [BY, "<p>19.10.2026</p>", ""])
def test_what_a_card_tells_in_a_link_to_the_page_of_its_headline_goes(by: str) -> None:
    assert kept_beside(card(by=by), TEXTS, 3) == [*TEXTS]


def test_a_linked_sentence_below_a_link_to_another_page_stays() -> None:
    assert TOLD in kept_beside(card(told_to="https://tide.example/report", by=""), TEXTS, 3)


def half_linked(label: str, to: str = "/energy/2", behind: str = "") -> str:
    line = f"<div>{TOLD} <a href='{to}'>{HEAD}</a>{behind}</div>"
    return f"<div><div><div>{label}</div>{line}</div></div>"


@pytest.mark.parametrize("label", ["Read also", "Lesen Sie auch", "اقرأ أيضًا", "延伸閱讀"])
def test_a_known_label_and_a_half_linked_line_alone_in_a_box_go(label: str) -> None:
    assert kept_beside(half_linked(label), TEXTS, 3) == [*TEXTS]


def test_a_half_linked_line_that_no_known_label_heads_or_that_tells_on_stays() -> None:
    line = f"{TOLD} {HEAD}"
    assert line in kept_beside(half_linked("What the village says."), TEXTS, 3)
    tells = kept_beside(half_linked("Read also", behind=" is what they call it now."), TEXTS, 3)
    assert f"{line} is what they call it now." in tells
    away = kept_beside(half_linked("Read also", "https://tide.example/report"), TEXTS, 3)
    assert line in away
