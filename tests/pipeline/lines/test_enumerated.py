"""What a list enumerates, each ended by a semicolon, is no line of a house."""

from __future__ import annotations

import pytest

from pipeline.clean import clean_blocks
from pipeline.lines.house_lines import house_lines
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

BEFORE = "A system for files names who may do what with each of them:"
BEHIND = "The list was drawn up in the spring by the two people who keep the archive."


@pytest.mark.parametrize(("item", "language"), [("login;", "en"), ("تسجيل الدخول؛", "ar")])
def test_a_label_among_things_that_are_enumerated_stays(item: str, language: str) -> None:
    texts = (BEFORE, item, BEHIND)
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
    blocks = tuple(map(Block, kinds, texts))
    assert clean_blocks(list(map(Extracted, blocks)), language=language).kept == blocks
    alone = (blocks[0], Block(kinds[1], item[:-1]), blocks[2])
    assert clean_blocks(list(map(Extracted, alone)), language=language).kept != alone


def test_no_house_speaks_in_a_line_with_a_semicolon_at_its_end() -> None:
    texts = ("Ships pass the lock at night.", "Its keeper sleeps by day.", "Bells tell the tide.")
    prose = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    offer = "Our readers get each issue of the magazine two days early"
    said, listed = (Block(BlockKind.PARAGRAPH, offer + sign) for sign in ".;")
    assert said in house_lines([*prose, said], "en", frozenset(), "")
    assert listed not in house_lines([*prose, listed], "en", frozenset(), "")
