"""The facts of a text in a list above it, one of which is its day."""

from __future__ import annotations

import pytest

from pipeline.lines.fact_rows import fact_rows
from pipeline.records import Block, BlockKind, Removed

TEXT = (
    "The council closed the old bridge on Monday after engineers had found cracks in two pillars.",
    "Ferries will carry commuters across the river until the repairs are finished, it said.",
    "Shopkeepers on the northern bank expect to lose a third of their customers this winter.",
)
DAY = ("28 October 2026", "en:date-line")


def taken(*items: tuple[str, str | None], above: int = 0) -> list[str]:
    """What is taken of a list, each item with the rule that it went by, behind some lines of the
    text."""
    prose = [(BlockKind.PARAGRAPH, text, None) for text in TEXT]
    rows = [(BlockKind.LIST_ITEM, *item) for item in items]
    lines = [*prose[:above], *rows, *prose[above:]]
    whole = [Block(kind, text) for kind, text, _ in lines]
    removed = [Removed(text, rule, i) for i, (_, text, rule) in enumerate(lines) if rule]
    found = fact_rows(whole, removed, {})
    return [block.text for block in whole if block in found]


@pytest.mark.parametrize("day", [DAY, ("1405/8/12", "any:signs"), ("30-10-2026", None)])
def test_what_stands_in_a_list_beside_the_text_s_day_goes(day: tuple[str, str | None]) -> None:
    gone = [] if day[1] else [day[0]]
    assert taken(("Provinces", None), day, ("3", "any:signs")) == ["Provinces", *gone]


def test_other_lists_stay() -> None:
    assert taken(("Provinces", None), ("Bridges", None)) == []
    assert taken(("Provinces", None), ("It is shut.", None), DAY) == []
    assert (
        taken(("Provinces", None), ("The council of the old harbour town votes", None), DAY) == []
    )
    assert taken(DAY) == []
    assert taken(("Provinces", None), DAY, above=1) == []
    assert taken(("Provinces", None), DAY, above=3) == []
