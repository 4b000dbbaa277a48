"""What a line is known by that heads something: a box above the text, links, or a part of it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import groupby, pairwise

from pipeline.fingerprints import skeleton
from pipeline.ledger import REPEATED
from pipeline.lines.plain_lines import is_long
from pipeline.punctuation import COLONS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.repeats.line_keys import ON_ALL
from pipeline.text import spoken_words

MIN_HEADING_WORDS = 4
"""A heading with fewer words, «What we know», heads a part of many a text."""


def heading_on_all(block: Block) -> str | None:
    """What a heading is known by that stands above the article's own text, as a box without one of
    its own does, where nearly all of a source's articles have it."""
    if block.kind is not BlockKind.HEADING or spoken_words(block.text) < MIN_HEADING_WORDS:
        return None
    return f"{skeleton(block.text)}={ON_ALL}"


ABOVE, ABOVE_ONE = "<", "≤"
"""End what a line is known by that stands right above links that were taken out: above several, and
above one at least."""
MIN_LINKS_BELOW = 2
_OF_LINKS = ("line:links", "region:related", "other-article")


def is_of_links(rule: str | None) -> bool:
    """Whether what a rule takes out leads to other articles."""
    return rule is not None and (rule in _OF_LINKS or rule.endswith(":read-also"))


def labels_above(lines: Sequence[Block], rules: Sequence[str | None]) -> dict[int, tuple[str, ...]]:
    """The places of the short lines and headings right above links to other articles, each with
    what it is known by, be it known already. One link may be set between a head and what it heads:
    of a label above such more articles must have it."""
    found: dict[int, tuple[str, ...]] = {}
    for at, block in enumerate(lines[:-1]):
        if rules[at] not in _STAYS_OR_KNOWN or not is_of_links(rules[at + 1]):
            continue
        if block.kind is BlockKind.HEADING or _may_head(block):
            below = rules[at + 1 : at + 1 + MIN_LINKS_BELOW]
            several = len(below) == MIN_LINKS_BELOW and all(map(is_of_links, below))
            marks = (ABOVE, ABOVE_ONE) if several else (ABOVE_ONE,)
            found[at] = tuple(f"{skeleton(block.text)}{mark}" for mark in marks)
    return found


_STAYS_OR_KNOWN = (None, REPEATED)
MAX_HEAD_WORDS, MAX_HEAD_CHARS = 6, 50
_NO_HEAD_ENDS = ".,،;؛:：।۔"


def heads_amid(blocks: Sequence[Block]) -> dict[Block, int]:
    """The paragraphs amid a text that look like the heads of what stands below them, each with how
    many long paragraphs stand above it. «What has changed?» is in many a text, and what a template
    puts there stands at one place."""
    heads: dict[Block, int] = {}
    above = 0
    for block, below in pairwise(blocks):
        fills_lines = block.kind is BlockKind.PARAGRAPH and is_long(block.text)
        above += fills_lines
        if above and not fills_lines and _may_head(block) and is_long(below.text):
            heads[block] = above
    return heads


def _may_head(block: Block) -> bool:
    text = block.text
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(text) <= MAX_HEAD_CHARS
        and spoken_words(text) <= MAX_HEAD_WORDS
        and text[-1] not in _NO_HEAD_ENDS
    )


def keys_of_head(head: Block, above: int) -> tuple[str, ...]:
    """What a head is learned by: its place, give or take one, and that it is on all articles."""
    bare = skeleton(head.text)
    return (f"{bare}={ON_ALL}", *(f"{bare}@{above + by}" for by in (-1, 0, 1)))


def is_known_head(head: Block, above: int, repeated: Container[str]) -> bool:
    """Whether the source puts a head's words at one place of its texts, or into nearly all."""
    bare = skeleton(head.text)
    return f"{bare}@{above}" in repeated or f"{bare}={ON_ALL}" in repeated


_OPENS_LIST = (*SENTENCE_ENDS, *COLONS)


def items_amid(blocks: Sequence[Block]) -> dict[Block, str]:
    """The items of lists between two sentences of a text, each with what it is known by where
    nearly all of a source's articles have it: what one article advises, others advise too."""
    items: dict[Block, str] = {}
    end = 0
    for listed, run in groupby(blocks, lambda block: block.kind is BlockKind.LIST_ITEM):
        inside = [*run]
        at, end = end, end + len(inside)
        if not listed or at == 0 or end == len(blocks) or not _is_sentence(blocks[at - 1]):
            continue
        if blocks[end].kind is BlockKind.HEADING or _is_sentence(blocks[end]):
            items |= {block: f"{skeleton(block.text)}={ON_ALL}" for block in inside}
    return items


def _is_sentence(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and block.text.endswith(_OPENS_LIST)
