"""Tables of contents amid a text, and lists that only look so."""

from __future__ import annotations

import pytest

from pipeline.clean import clean_blocks
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

PROSE = "The council voted to close bridge {}, and nobody in the town knows why it did."
HEADS = ("Design", "Camera", "What it costs")


def _kept(*blocks: Block) -> list[str]:
    return [b.text for b in clean_blocks([Extracted(b) for b in blocks], language="en").kept]


def _prose(number: int) -> Block:
    return Block(BlockKind.PARAGRAPH, PROSE.format(number))


def _items(*texts: str) -> list[Block]:
    return [Block(BlockKind.LIST_ITEM, text) for text in texts]


def _parts(*heads: str) -> list[Block]:
    return [
        block
        for n, head in enumerate(heads)
        for block in (Block(BlockKind.HEADING, head, 2), _prose(n))
    ]


def test_a_list_of_the_headings_below_it_goes() -> None:
    own = [_prose(7), _prose(8), *_parts(*HEADS)]
    listed = [*own[:2], *_items("1. Design", "2. Camera", "3. What it costs"), *own[2:]]
    assert _kept(*listed) == [block.text for block in own]


def test_what_a_sentence_announces_is_listed_by_the_text() -> None:
    told = Block(BlockKind.PARAGRAPH, "We looked at three of its parts, and found these:")
    own = [_prose(7), told, *_items(*HEADS), *_parts(*HEADS)]
    assert len(_kept(*own)) == len(own)


def test_a_list_of_which_one_line_heads_nothing_stays() -> None:
    own = [_prose(7), *_items(*HEADS, "A pen"), *_parts(*HEADS)]
    assert len(_kept(*own)) == len(own)
    turned = [_prose(7), *_items(*HEADS[::-1]), *_parts(*HEADS)]
    assert len(_kept(*turned)) == len(turned)


def test_what_is_listed_below_a_label_of_contents_goes_with_it() -> None:
    label = Block(BlockKind.PARAGRAPH, "In this article")
    items = _items("Why distance costs", "The trial", "Who pays?")
    own = [_prose(n) for n in range(8)]
    assert _kept(own[0], label, *items, *own[1:]) == [block.text for block in own]
    late = [*own, label, *items, _prose(9)]
    assert len(_kept(*late)) == len(late) - 1
    told = _items("The trial ended in May.", "Nobody paid.")
    assert len(_kept(own[0], label, *told, *own[1:])) == 10


def test_contents_alone_may_head_what_is_in_a_box() -> None:
    label = Block(BlockKind.PARAGRAPH, "Contents")
    own = [_prose(0), label, *_items("One phone", "One cable"), *(_prose(n) for n in range(1, 6))]
    assert "One cable" in _kept(*own)


@pytest.mark.parametrize(
    ("language", "label"),
    [("ar", "فهرس المقال"), ("ar", "محاور الموضوع"), ("en", "Jump to section"),
     ("tr", "İçerik tablosu"),
     ("fa", "فهرست مقاله"), ("ckb", "پێڕست"), ("ru", "Содержание статьи")],
)  # fmt: skip
def test_a_label_of_contents_goes_whose_list_a_script_would_fill(language: str, label: str) -> None:
    blocks = (Block(BlockKind.HEADING, label, 4), Block(BlockKind.PARAGRAPH, PROSE.format(1)))
    cleaned = clean_blocks([Extracted(block) for block in blocks], language=language)
    assert [block.text for block in cleaned.kept] == [PROSE.format(1)]
