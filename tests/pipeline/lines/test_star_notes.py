"""A note behind a star below a text that has none is not of it."""

from __future__ import annotations

import pytest

from pipeline.clean import separate
from pipeline.lines.star_notes import MIN_LINES, star_notes
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind


def _text(*lines: str) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, line) for line in lines]


PROSE = [f"The council voted on bridge {n} last night." for n in range(MIN_LINES)]


@pytest.mark.parametrize(
    "notes",
    [
        ("* كاتب من لبنان",),
        ("** أنجز بدعم من مؤسسة «آفاق»",),
        ("*The writer lives in Leeds.", "** With thanks to the city's archive"),
    ],
)
def test_notes_below_a_text_go(notes: tuple[str, ...]) -> None:
    text = _text(*PROSE, *notes)
    assert star_notes(text) == frozenset(text[-len(notes) :])


@pytest.mark.parametrize(
    "lines",
    [
        (*PROSE, "Jane*, 40, lives there.", "* Her name is another one."),
        (*PROSE, "* flour", "* water", "* salt"),
        (*PROSE, "* « We go », the mayor said."),
        (*PROSE[1:], "* A note"),
        (*PROSE, "* A note", "What goes on below it."),
        (*PROSE, f"* {'A long paragraph of the text. ' * 5}"),
        (*PROSE, "***"),
    ],
)
def test_what_a_text_marks_and_lists_stays(lines: tuple[str, ...]) -> None:
    assert not star_notes(_text(*lines))


def test_a_note_on_a_line_of_its_own_is_parted_from_what_stands_before_it() -> None:
    block = Block(BlockKind.PARAGRAPH, "The bridge is shut.\n* A writer from Leeds")
    assert [line.block.text for line in separate([Extracted(block)])] == block.text.split("\n")
