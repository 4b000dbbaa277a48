"""Beginnings of other articles beside a text go; what trails off within it stays."""

from __future__ import annotations

import pytest

from pipeline.lines.excerpts import cut_reports, excerpts
from pipeline.records import Block, BlockKind

PROSE = [
    Block(BlockKind.PARAGRAPH, text)
    for text in (
        "The council of the harbour town voted on Tuesday to close its old bridge for repairs.",
        "Engineers found cracks in two of the five arches, which were built for lighter carts.",
        "Ferries will take lorries across the river until the works end in spring, it was said.",
    )
]
OTHERS = (
    "Museum opens late on Fridays LEEDS: Visitors may stay until ten from next month on, as the...",
    "Farmers expect fewer olives HULL: After a dry spring the growers of the valley expect a…",
    "Volleyball team reaches final YORK: The players won three sets to one, before a crowd [...]",
)


def gone(lines: list[Block]) -> list[Block]:
    found = excerpts(lines)
    return [line for line in lines if line in found]


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM])
@pytest.mark.parametrize("at", [0, 2, 3])
def test_three_beginnings_in_a_row_go_wherever_they_stand(kind: BlockKind, at: int) -> None:
    others = [Block(kind, text) for text in OTHERS]
    assert gone([*PROSE[:at], *others, *PROSE[at:]]) == others


def test_each_goes_with_the_headline_above_it() -> None:
    others = [
        block
        for n, text in enumerate(OTHERS)
        for block in (
            Block(BlockKind.HEADING, f"Another story, the {n}.", 2),
            Block(BlockKind.PARAGRAPH, text),
        )
    ]
    assert gone([*PROSE, *others]) == others
    assert not gone([*PROSE, *others[:4]])
    own = Block(BlockKind.HEADING, "What comes next", 2)
    assert gone([*PROSE[:2], *others, own, PROSE[2]]) == others
    assert not gone([])


def test_two_in_a_row_may_be_the_text_s_own() -> None:
    others = [Block(BlockKind.PARAGRAPH, text) for text in OTHERS]
    assert not gone([*PROSE, *others[:2]])
    assert not gone([others[0], *PROSE, *others[1:]])


@pytest.mark.parametrize("mark", ["“", "– ", "— "])
def test_what_somebody_says_may_trail_off(mark: str) -> None:
    said = [Block(BlockKind.PARAGRAPH, f"{mark}{text}") for text in OTHERS]
    assert not gone([*PROSE, *said])


def test_a_text_that_is_all_such_beginnings_stays() -> None:
    others = [Block(BlockKind.PARAGRAPH, text) for text in OTHERS]
    assert not gone([*PROSE[:2], *others])


SITES = frozenset({"harbourbell"})
CUT = (
    "Harbour Bell - Leeds: A medical source confirmed on Sunday the first case of the year in the "
    "county, and said that the child had been brought from one of the farms near the"
)


def _cut_from(*texts: str) -> list[str]:
    lines = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    return [block.text for block in cut_reports(lines, SITES)]


def test_a_report_of_the_house_that_breaks_off_below_a_text_is_another_article_s() -> None:
    prose = [block.text for block in PROSE]
    assert _cut_from(*prose, CUT) == [CUT]
    assert _cut_from(*prose, f"{CUT} river.") == []
    assert _cut_from(*prose, CUT.removeprefix("Harbour Bell - ")) == []
    assert _cut_from(*prose[:2], prose[2].rstrip("."), CUT) == []
