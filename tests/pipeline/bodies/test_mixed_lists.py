"""Lists amid a text of which some items are links."""

from __future__ import annotations

from tests.pipeline.bodies.test_body import FIRST, SECOND, THIRD, kept, paragraphs


def _page(*items: str, below: str = paragraphs(SECOND, THIRD)) -> str:
    points = "".join(f"<li>{item}</li>" for item in items)
    return f"<article><h1>A second plant</h1>{paragraphs(FIRST)}<ul>{points}</ul>{below}</article>"


LINK = "<a href=/room>Where will it stand</a>?"


def test_an_item_that_is_a_link_stays_in_a_list_of_others() -> None:
    assert "Where will it stand?" in kept(_page("What will it cost?", LINK, "Who needs it?"))


def test_items_that_are_links_go_where_most_are_or_none_is_without() -> None:
    other = LINK.replace("stand", "lead to")
    assert "Where will it stand?" not in kept(_page("What will it cost?", LINK, other))
    half = "What <a href=/x>will it cost</a> the town and those who live in it?"
    assert "Where will it stand?" not in kept(_page(half, half.replace("town", "port"), LINK))


def test_a_link_below_the_other_items_and_items_of_several_lines_go() -> None:
    assert "Where will it stand?" not in kept(_page("What will it cost?", "Who needs it?", LINK))
    cards = [f"<div>{LINK}</div><div>{n} May</div>" for n in (1, 2, 3)]
    assert "Where will it stand?" not in kept(_page(*cards, "What will it cost?"))


def test_a_list_with_links_below_the_text_is_none_of_it() -> None:
    page = _page("What will it cost?", LINK, "Who needs it?", below="")
    assert "Where will it stand?" not in kept(page)
