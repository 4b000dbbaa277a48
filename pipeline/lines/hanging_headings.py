"""Headings, and labels, at a text's end that nothing follows any more."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lines.emptied_boxes import is_drawn, is_within
from pipeline.page.pieces import Extracted
from pipeline.punctuation import COLONS
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words

MAX_HANGING = 2
"""More headings at the end than these are an article of headings, over pictures or tables."""


MAX_LABEL_WORDS = 4
_COLONS = tuple(COLONS)


def _heads(block: Block) -> bool:
    if block.kind is BlockKind.HEADING:
        return not is_drawn(block.text)
    is_label = block.text.endswith(_COLONS) and spoken_words(block.text) <= MAX_LABEL_WORDS
    return block.kind is BlockKind.PARAGRAPH and is_label


_ADDRESSES = frozenset({"any:bare-address", "watermark"})
_OTHERS = frozenset({"region:related", "region:teaser"})
MOST_ANNOUNCING = ((_ADDRESSES, 10), (_OTHERS, 20))
"""What a line that ends with a colon announces, by the rules that it goes by, and its words."""


def _announces(lines: Sequence[Extracted], rules: Sequence[str | None], i: int) -> bool:
    """Whether a line ends with a colon, and the address or the other articles that stood right
    below it are gone: «Write to the editors of the page:», «All news are in our live blog:»."""
    block = lines[i].block
    if block.kind is not BlockKind.PARAGRAPH or not block.text.endswith(_COLONS):
        return False
    below = rules[i + 1] if i + 1 < len(lines) else None
    words = spoken_words(block.text)
    return any(below in gone and words <= most for gone, most in MOST_ANNOUNCING)


def take_heads_of_links(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """A heading amid a text right above a list of links to other articles that went, where nothing
    else heads the list: «You may find useful»."""
    for i in range(len(lines) - LEAST_LINKS):
        heading, below = lines[i], lines[i + 1 : i + 1 + LEAST_LINKS]
        if rules[i] is not None or heading.block.kind is not BlockKind.HEADING:
            continue
        listed = all(line.block.kind is BlockKind.LIST_ITEM for line in below)
        if listed and all(rule in _OF_LINKS for rule in rules[i + 1 : i + 1 + LEAST_LINKS]):
            beside = None if heading.element is None else heading.element.getnext()
            if beside is not None and all(is_within(line.element, beside) for line in below):
                rules[i] = "hanging-heading"


LEAST_LINKS = 2
_OF_LINKS = frozenset({"region:related", "line:links"})


def take_hanging_headings(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """Headings, and labels that end with a colon, which nothing follows any more."""
    hanging: list[int] = []
    for i in range(len(lines) - 1, -1, -1):
        if rules[i] is None:
            if not (_heads(lines[i].block) or _announces(lines, rules, i)):
                break
            hanging.append(i)
    if len(hanging) <= MAX_HANGING:
        for i in hanging:
            rules[i] = "hanging-heading"
