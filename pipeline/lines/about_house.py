"""What a house says of itself below a heading with its own name: «About The Courier».

The name alone tells: what a text says of another house or company stands under that one's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from pipeline.page.elements import letters
from pipeline.patterns.rule_files import read_rules
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block, BlockKind

MAX_HEAD_CHARS = 80
MAX_CHARS = 600
"""Letters of a paragraph in which a house presents itself."""
MIN_NAME_LETTERS = 3


def about_house(kept: Sequence[Block], sites: frozenset[str], title: str) -> frozenset[Block]:
    """The lines of a text that head and tell what its house is: the paragraph below such a
    heading, and the next ones that name the house. `sites` are the folded names of the site; a
    text of which another line or the `title` has one of them tells of the house itself."""
    names = [name for name in sites if len(name) >= MIN_NAME_LETTERS]
    heads = [at for at in range(1, len(kept)) if _is_about(kept[at].text, names)]
    found = {block for at in heads for block in (kept[at], *_below(kept, at + 1, names))}
    others = [title, *(block.text for block in kept if block not in found)] if found else []
    if any(_names(text, names) for text in others):
        found = set()
    told = [title, *(block.text for block in kept[:-LAST_LINES] if block.text[-1] in SENTENCE_ENDS)]
    last = {block for block in kept[1:][-LAST_LINES:] if _presents(block, names)}
    return frozenset(found if last and any(_names(text, names) for text in told) else found | last)


LAST_LINES = 8
"""Lines at a text's end in which a house may present itself without a heading."""


def _presents(block: Block, names: Sequence[str]) -> bool:
    """Whether a line begins with the name of the house and says in a sentence what it is: «The
    Courier is an independent magazine.»"""
    if not _may_present(block) or not names:
        return False
    first = letters(block.text[:MAX_HEAD_CHARS])
    said = [name for name in names if name in first]
    before, words = _presenting()
    named = any(first.startswith(f"{kind}{name}") for name in said for kind in before)
    sentence = _SENTENCE.match(block.text)
    return named and sentence is not None and any(word in sentence[0] for word in words)


_SENTENCE = re.compile(r"[^.!?؟]*")


@cache
def _presenting() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What may stand before the name of a house, folded, and words for what it is."""
    data = read_rules("mastheads.toml")["presents"]
    return tuple(map(letters, data["before"])), tuple(data["words"])


def _below(kept: Sequence[Block], start: int, names: Sequence[str]) -> Iterator[Block]:
    """The paragraphs below a heading in which a house presents itself."""
    for at, block in enumerate(islice(kept, start, None)):
        if not _may_present(block) or (at and not _names(block.text, names)):
            return
        yield block


def _names(text: str, names: Sequence[str]) -> bool:
    said = letters(text)
    return any(name in said for name in names)


def _may_present(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(block.text) <= MAX_CHARS


def _is_about(text: str, names: Sequence[str]) -> bool:
    if len(text) > MAX_HEAD_CHARS:
        return False
    said = letters(text)
    return any(name in said and said in _heads_of(name) for name in names)


@lru_cache(maxsize=1_000)
def _heads_of(name: str) -> frozenset[str]:
    """The folded headings above what a house of that name says of itself."""
    return frozenset(letters(f"{before}{name}{behind}") for before, behind in _around())


@cache
def _around() -> tuple[tuple[str, str], ...]:
    """What stands before and behind the name."""
    parts = (words.partition("*") for words in read_rules("mastheads.toml")["about"])
    return tuple((before, behind) for before, _, behind in parts)
