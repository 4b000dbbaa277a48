"""A summary that a site draws from the text itself."""

from __future__ import annotations

import pytest

from pipeline.lines.restated import REPEATED_LINE, RESTATED, take_restated
from pipeline.records import Block, BlockKind

SAID = ["The council closed the bridge on Monday.", "A ferry takes lorries from today."]
TEXT = [f"{said} Nobody had been told of it before." for said in SAID] + ["So it stays shut."]


def rules_of(items: list[str], text: list[str], gone: int | None = None) -> list[str | None]:
    """What goes of a list above a text, and of the text; of which a line is out already."""
    lines = [Block(BlockKind.LIST_ITEM, item) for item in items]
    lines += [Block(BlockKind.PARAGRAPH, line) for line in text]
    rules: list[str | None] = [REPEATED_LINE if i == gone else None for i in range(len(lines))]
    take_restated(lines, rules)
    return rules


def test_what_the_text_says_again_word_for_word_goes_above_it() -> None:
    assert rules_of(SAID, TEXT) == [RESTATED, RESTATED, None, None, None]
    assert rules_of(SAID, [SAID[0], *TEXT[1:]], gone=2) == [RESTATED, RESTATED, None, None, None]


def test_one_long_item_that_the_text_says_again_goes() -> None:
    long = "The council closed the bridge on Monday, and nobody was told."
    assert rules_of([long], [long, "So it stays shut."]) == [RESTATED, None, None]


def test_a_short_item_among_longer_ones_and_the_head_above_them_go() -> None:
    said = [*SAID, "So it stays shut.", "Why not."]
    text = [*TEXT, "Why not. They ask."]
    assert rules_of(said, text)[:4] == [RESTATED] * 4
    assert not any(rules_of(["A ferry", "Nobody", *SAID[:1]], text))
    lines = [Block(BlockKind.HEADING, "The cream of it")]
    lines += [Block(BlockKind.LIST_ITEM, item) for item in SAID]
    lines += [Block(BlockKind.PARAGRAPH, line) for line in TEXT]
    rules: list[str | None] = [None] * len(lines)
    take_restated(lines, rules)
    assert rules == [RESTATED] * 3 + [None] * 3
    above = [Block(BlockKind.PARAGRAPH, text) for text in ("Listen", "Loud / soft", "Ten minutes")]
    rules = [None] * (len(lines) + 3)
    take_restated([*above, *lines], rules)
    assert rules == [None] * 3 + [RESTATED] * 3 + [None] * 3
    prose = Block(BlockKind.PARAGRAPH, "The bridge was old, and its keepers knew of it for years.")
    rules = [None] * (len(lines) + 3)
    take_restated([*above[:1], prose, *above[1:2], *lines], rules)
    assert not any(rules)
    lines[0] = Block(BlockKind.PARAGRAPH, "The bridge is closed, and a ferry goes instead.")
    rules = [None] * len(lines)
    take_restated(lines, rules)
    assert rules == [None, RESTATED, RESTATED] + [None] * 3


@pytest.mark.parametrize(
    "items",
    [
        [SAID[0]],
        [SAID[0], "The mayor wants a tunnel instead."],
        ["the council", "a ferry"],
    ],
)
def test_what_the_text_says_in_other_words_stays(items: list[str]) -> None:
    assert not any(rules_of(items, TEXT))


def test_a_list_amid_a_text_stays() -> None:
    lines = [Block(BlockKind.PARAGRAPH, line) for line in (*TEXT, *TEXT)]
    lines[3:3] = [Block(BlockKind.LIST_ITEM, item) for item in SAID]
    rules: list[str | None] = [None] * len(lines)
    take_restated(lines, rules)
    assert not any(rules)


def test_what_other_lists_say_again_stays() -> None:
    days = [Block(BlockKind.HEADING, day) for day in ("Monday", "Tuesday")]
    plan = [
        Block(BlockKind.LIST_ITEM, f"Breakfast: two {what} and toast.") for what in ("eggs", "figs")
    ]
    rules: list[str | None] = [None] * 6
    take_restated([days[0], *plan, days[1], *plan], rules)
    assert not any(rules)
