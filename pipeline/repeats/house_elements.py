"""Elements in which a source prints what is its own: other lines in such are the house's too.

What stands in `div.more-on` of most articles is taken out by its words; of the next article, which
puts it in other words, it is known by that. In how many articles the rules take the lines of a
selector, or leave some that are no house's by their form, is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.fingerprints import skeleton
from pipeline.lines.plain_lines import is_long
from pipeline.lines.quoted import quotes_somebody
from pipeline.lines.stems import is_foreign
from pipeline.page.pieces import Extracted
from pipeline.page.selectors import CLASSED, selectors_of
from pipeline.punctuation import CLOSING, SENTENCE_ENDS, asks
from pipeline.records import Article, Block, BlockKind, LineCount, Looks
from pipeline.repeats.repeated import leaves_text
from pipeline.writing import is_as_long

IN_HOUSE_ELEMENT = "house-element"
"""The ledger's rule for lines in an element in which the source prints what is its own."""

TAKEN, OWN, LEFT, HELD = "¬", "±", "¦", "¶"
"""End what is counted of a selector: the articles of which rules take most of its lines, those of
which it holds a line of the text's own, the others; and before it the skeleton of a line that rules
left."""
NOT_KNOWN_BY = frozenset({OWN, LEFT, HELD})
"""By these marks alone nothing is known."""
TAKEN_TO_LEFT = 0.5
"""Lines that rules take to one that they leave, of one article and of articles."""
LEAST_TAKEN, TAKEN_TO_OWN = 3, 2
"""Articles of which rules took most, and how many of them to one with a line of its own."""
LEAST_TAGS_TAKEN, TAGS_TAKEN_TO_OWN = 5, 4
"""The same of selectors of mere tags: texts use them too."""

_SAY_NOTHING = frozenset(
    {
        IN_HOUSE_ELEMENT, "date-line", "hanging-heading", "line:above-text", "line:before-headline",
        "line:contents", "line:excerpt", "line:headline", "line:label", "line:repeated",
        "line:restated", "line:signature", "line:unconfirmed",
    }
)  # fmt: skip
"""Rules of what stands about a text or twice in it: such elements hold a text's own lines too."""


def with_selectors(looks: Looks, lines: Sequence[Extracted], rules: Sequence[str | None]) -> Looks:
    """The looks of a text with the selectors of its lines, those in regions left out. What a
    selector alone took a rule would have left."""
    selectors = selectors_of(lines)
    kept = tuple(s for s, rule in zip(selectors, rules, strict=True) if rule is None)
    holding = {line.element for line, rule in zip(lines, rules, strict=True) if rule is None}
    taken = tuple(
        selector
        for line, selector, rule in zip(lines, selectors, rules, strict=True)
        if selector and rule and rule not in _SAY_NOTHING
        if line.element not in holding  # its label alone
    )
    return replace(looks, selectors=kept, taken=taken)


def is_selector(line: str) -> bool:
    """Whether what is known of a source is an element in which it prints what is its own."""
    return line.endswith(TAKEN)


def lines_of_elements(article: Article, lines: Mapping[str, LineCount]) -> set[str]:
    """What is counted of an article of a source that has seen `lines`."""
    looks = article.looks
    taken = Counter(looks.taken)
    selectors = looks.selectors if len(looks.selectors) == len(article.blocks) else ()
    left = Counter(selector for selector in selectors if selector)
    main = max(left, key=left.__getitem__, default="")
    heads = {*looks.marked}
    for selector in left:
        held_by = [at for at, each in enumerate(selectors[:-1]) if each == selector]
        heads |= _asked(article.blocks, held_by)
    heads |= _in_rows(article.blocks, selectors)
    own = {
        selector
        for at, selector in enumerate(selectors)
        if selector and selector != main and _is_own(article.blocks, at, heads)
    }
    found = set()
    for selector in (*taken, *left):
        if selector in own or selector == main:
            found.add(selector + OWN)
        else:
            most = taken[selector] > left[selector] * TAKEN_TO_LEFT
            found.add(selector + (TAKEN if most else LEFT))
    for block, holder in zip(article.blocks, selectors, strict=False):
        known = holder and holder != main and (holder in taken or holder + TAKEN in lines)
        if known and block.text not in heads:
            found.add(f"{skeleton(block.text)}{holder}{HELD}")
    return found


def is_of_house(key: str, lines: Mapping[str, LineCount]) -> bool:
    """Whether what is known by a key that ends with TAKEN is an element of the house's."""
    selector = key.removesuffix(TAKEN)
    classed = any(sign in selector for sign in CLASSED)
    least = LEAST_TAKEN if classed else LEAST_TAGS_TAKEN
    times = TAKEN_TO_OWN if classed else TAGS_TAKEN_TO_OWN
    taken, own, left = (
        lines[selector + mark].articles if selector + mark in lines else 0
        for mark in (TAKEN, OWN, LEFT)
    )
    return taken >= least and taken >= times * own and taken >= left * TAKEN_TO_LEFT


def held_in_house(known: frozenset[str], lines: Mapping[str, LineCount]) -> frozenset[str]:
    """The skeletons of the lines that earlier articles kept in elements that are `known` now."""
    ends = tuple(f"{key.removesuffix(TAKEN)}{HELD}" for key in known if is_selector(key))
    if not ends:
        return frozenset()
    held = (line for line in lines if line.endswith(HELD))
    before = (line.removesuffix(end) for line in held for end in ends if line.endswith(end))
    return frozenset(line for line in before if line.isalnum())


def take_house_elements(
    lines: Sequence[Extracted],
    rules: list[str | None],
    selectors: Sequence[str | None],
    repeated: frozenset[str],
) -> None:
    """Lines in elements of the house's, unless they would be more than a third of the article: but
    for those that are the text's own by their form."""
    left = [i for i, rule in enumerate(rules) if rule is None]
    if not any(f"{selectors[i]}{TAKEN}" in repeated for i in left):
        return
    blocks = [lines[i].block for i in left]
    bold = [at for at, i in enumerate(left[:-1]) if lines[i].bold]
    heads = {blocks[at].text for at in bold if is_long(blocks[at + 1].text)}
    heads |= _asked(blocks, bold)
    heads |= _in_rows(blocks, [selectors[i] for i in left])
    found = [
        i
        for at, i in enumerate(left)
        if f"{selectors[i]}{TAKEN}" in repeated and not _is_own(blocks, at, heads)
    ]
    if leaves_text(lines, left, found):
        for i in found:
            rules[i] = IN_HOUSE_ELEMENT


def _asked(blocks: Sequence[Block], heads: Sequence[int]) -> set[str]:
    """The questions among the lines at some places of a text, where several of them head long
    answers, be the others' answers short, or most of more than two head a sentence: those of an
    interview, which may have a post or a picture below one."""
    asked = [at for at in heads if asks(blocks[at].text)]
    answered = [at for at in asked if blocks[at + 1].text.rstrip(CLOSING)[-1:] in SENTENCE_ENDS]
    if len(asked) > LEAST_ASKED and len(answered) >= LEAST_ASKED:
        return {blocks[at].text for at in asked}
    long = sum(is_long(blocks[at + 1].text) for at in asked)
    return {blocks[at].text for at in answered} if long >= LEAST_ASKED else set()


def _in_rows(blocks: Sequence[Block], selectors: Sequence[str | None]) -> set[str]:
    """The sentences of a text that stand three and more below each other in mere tags, with other
    lines above them and below: the years of a story, the points of a comparison. A house prints a
    line or two so."""
    found: set[str] = set()
    for selector, run in groupby(range(1, len(selectors) - 1), key=selectors.__getitem__):
        row = [*run]
        if not selector or len(row) < LEAST_ROW or any(sign in selector for sign in CLASSED):
            continue
        texts = [blocks[at].text for at in row]
        if all(text.rstrip(CLOSING)[-1:] in SENTENCE_ENDS for text in texts):
            found.update(texts)
    return found


LEAST_ROW = 3
LEAST_ASKED = 2
_OWN_KINDS = frozenset({BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.CODE})


def _is_own(blocks: Sequence[Block], at: int, heads: Collection[str]) -> bool:
    """Whether a line is a text's own by its form: one of its `heads`, a row of a table, a sentence
    that quotes, or one that tells what the rest of it does."""
    block, text = blocks[at], blocks[at].text
    if block.kind in _OWN_KINDS or text in heads:
        return True
    if text.rstrip(CLOSING)[-1:] not in SENTENCE_ENDS:
        return False
    quotes = block.kind is BlockKind.QUOTE or quotes_somebody(text)
    return quotes or is_as_long(text, LONG_CHARS, LONG_SIGNS) or not is_foreign(blocks, at)


LONG_CHARS, LONG_SIGNS = 250, 90
"""A paragraph of prose: what a house prints among texts is shorter."""
