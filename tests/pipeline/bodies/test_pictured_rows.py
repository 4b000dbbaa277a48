"""Rows of boxes with a linked picture, a linked line and a few words, below a text and amid it."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import TEXT, kept_of

SAID = (
    "Nobody had hurried to mend its ramp since the storm tore it off.",
    "Two keepers look after a lamp that has not been lit for years.",
    "What the nets bring up in spring is weighed by hand on the quay.",
)


def _row(card: str, many: int = 3) -> str:
    cards = (card.format(n=n, said=SAID[n]) for n in range(many))
    return f"<div>{''.join(cards)}</div>"


CARD = (
    "<div><ul><li><a href='/s/{n}0'><img src='/{n}.jpg'></a></li></ul><ul><li><a href='/s/{n}'>"
    "Ferry {n}</a></li></ul><ul><li>{said}</li></ul></div>"
)
SHOP = CARD.replace("/s/", "https://shop.example/")
BARE = CARD.replace("<img src='/{n}.jpg'>", "The ferry {n}")
UNLINKED = CARD.replace("<a href='/s/{n}'>Ferry {n}</a>", "Ferry {n}")


def _kept(row: str, at: int) -> list[str]:
    lines = [f"<p>{text}</p>" for text in TEXT]
    return kept_of("".join([*lines[:at], row, *lines[at:]]))


@pytest.mark.parametrize("at", [2, len(TEXT)])
def test_boxes_with_a_linked_picture_and_line_are_cards(at: int) -> None:
    assert _kept(_row(CARD), at) == [*TEXT]


@pytest.mark.parametrize("row", [_row(CARD, 2), _row(SHOP), _row(BARE), _row(UNLINKED)])
def test_wares_of_others_and_lines_without_a_picture_or_a_link_are_none(row: str) -> None:
    assert set(SAID[:2]) <= set(_kept(row, 2))


def test_what_a_list_of_wares_says_at_length_stays() -> None:
    long = CARD.replace("{said}", "{said} " + TEXT[-1] + TEXT[-2])
    assert len(_kept(_row(long), 2)) >= len(TEXT) + len(SAID)
