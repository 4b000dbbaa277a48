"""What a house says of itself under its own name is no text; what a text says of others is."""

from __future__ import annotations

import pytest

from pipeline.lines.about_house import about_house
from pipeline.records import Block, BlockKind

SITES = frozenset({"thecourier", "courier", "مرصدالتقنية"})
TITLE = "The old bridge shuts for repairs"
PROSE = [
    Block(BlockKind.PARAGRAPH, "The council voted on Tuesday to close the old bridge for repairs."),
    Block(BlockKind.PARAGRAPH, "Engineers found cracks in two arches that were built for carts."),
]
TOLD = Block(BlockKind.PARAGRAPH, "A weekly founded in 1951 that follows ships and ports.")


@pytest.mark.parametrize(
    "text",
    ["About The Courier", "عن مرصد التقنية", "Über den Courier", "Courier hakkında", "Courierとは"],
)
@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.HEADING])
def test_the_heading_and_what_stands_below_it_go(text: str, kind: BlockKind) -> None:
    head = Block(kind, text)
    assert about_house([*PROSE, head, TOLD], SITES, TITLE) == {head, TOLD}
    assert about_house([PROSE[0], head, TOLD, PROSE[1]], SITES, TITLE) == {head, TOLD}


@pytest.mark.parametrize("text", ["About the bridge", "About Harbour Works", "عن الجسر القديم"])
def test_headings_about_others_stay(text: str) -> None:
    assert not about_house([*PROSE, Block(BlockKind.HEADING, text), TOLD], SITES, TITLE)


def test_a_text_about_the_house_keeps_them() -> None:
    head = Block(BlockKind.HEADING, "About The Courier")
    assert not about_house([*PROSE, head, TOLD], SITES, "The Courier moves to the harbour")
    told = Block(BlockKind.PARAGRAPH, "The Courier said that it would close two offices.")
    assert not about_house([told, *PROSE, head, TOLD], SITES, TITLE)


def test_further_paragraphs_go_that_name_the_house() -> None:
    head = Block(BlockKind.HEADING, "About The Courier")
    more = Block(BlockKind.PARAGRAPH, "Two thousand readers own The Courier together.")
    assert about_house([PROSE[0], head, TOLD, more, PROSE[1]], SITES, TITLE) == {head, TOLD, more}


def test_a_long_paragraph_below_is_the_text_s() -> None:
    head, long = (
        Block(BlockKind.HEADING, "About The Courier"),
        Block(BlockKind.PARAGRAPH, "a " * 400),
    )
    assert about_house([*PROSE, head, long], SITES, TITLE) == {head}


@pytest.mark.parametrize(
    "text",
    [
        "The Courier is an independent weekly founded in 1951.",
        "موقع مرصد التقنية منصة مستقلة يحررها مهندسون.",
    ],
)
def test_a_house_that_presents_itself_below_a_text_goes_without_a_heading(text: str) -> None:
    said = Block(BlockKind.PARAGRAPH, text)
    assert about_house([*PROSE, said], SITES, TITLE) == {said}
    assert not about_house([said, *PROSE], SITES, TITLE)
    other = Block(BlockKind.PARAGRAPH, "The Courier of Leeds closed two offices on Monday.")
    assert not about_house([*PROSE, other], SITES, TITLE)
    assert not about_house(
        [*PROSE, said], SITES, "The Courier and مرصد التقنية move to the harbour"
    )
