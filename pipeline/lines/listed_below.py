"""Lists below a text, without a link: of other articles, «More of this section» and titles, and of
topics that readers may follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from pipeline.ledger import REPEATED
from pipeline.lines.among_house import ENDING, MIN_PROSE, OFFERING, name_of, paragraphs_in, rules_of
from pipeline.lines.units import is_told_apart
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block, BlockKind, Removed
from pipeline.text import spoken_words
from pipeline.writing import is_as_long

LISTED = "line:listed-below"
"""The ledger's rule for them."""
LEAST_ITEMS, MAX_ITEMS = 2, 10
MIN_TITLE_WORDS, MIN_TITLE_SIGNS, MAX_TITLE_CHARS = 4, 8, 140
"""Words of a headline, signs of one that no blanks part, and its letters."""
MAX_HEAD_CHARS = 60
_STOPS = tuple(SENTENCE_ENDS)


def listed_below(
    whole: Sequence[Block], removed: Iterable[Removed], found: Mapping[Block, str]
) -> frozenset[Block]:
    """Topics that readers may follow, or a heading and items below it, as long as headlines, where
    nothing of the text stands behind them, and right above them a line went with which a text has
    ended: its tags, its licence, the place for comments. Some of the items may have gone, as titles
    that are known. `whole` are the text's lines with those `removed` from it,
    `found` those that go for another reason, each by its rule."""
    if not any(block.kind is BlockKind.LIST_ITEM for block in whole[-REACH:]):
        return frozenset()
    rules = rules_of(whole, removed, found)
    left = [i for i, rule in enumerate(rules) if rule is None]
    items = [*takewhile(lambda i: whole[i].kind is BlockKind.LIST_ITEM, reversed(left))]
    if not items or len(items) == len(left):
        return frozenset()
    if below := _topics(whole, rules, items) or _of_label(whole, rules, items):
        return below
    head = left[-1 - len(items)]
    behind = takewhile(lambda block: block.kind is BlockKind.LIST_ITEM, whole[items[0] + 1 :])
    row = range(head + 1, items[0] + 1 + sum(1 for _ in behind))
    if not LEAST_ITEMS <= len(row) <= MAX_ITEMS or not _is_head(whole[head]):
        return frozenset()
    if any(whole[i].kind is not BlockKind.LIST_ITEM for i in row) or not _has_ended(rules, head):
        return frozenset()
    lines, others = [whole[i] for i in (head, *items)], [whole[i] for i in left if i < head]
    if not all(map(_is_title, lines[1:])) or paragraphs_in(others) < MIN_PROSE:
        return frozenset()
    return frozenset(lines if is_told_apart(lines, others) else ())


MAX_TOPIC_WORDS, MAX_TOPIC_CHARS = 3, 30
"""Words and letters of a topic."""


def _topics(
    whole: Sequence[Block], rules: Sequence[str | None], items: Sequence[int]
) -> frozenset[Block]:
    """The `items` that are left at a text's end, where they name topics and the line went that
    offered the list, «Follow what this story is about», or several with which the text had ended:
    tags stand below a house's boxes too."""
    brief = all(
        len(whole[i].text) <= MAX_TOPIC_CHARS
        and spoken_words(whole[i].text) <= MAX_TOPIC_WORDS
        and whole[i].text[-1] not in SENTENCE_ENDS
        for i in items
    )
    if not brief or paragraphs_in(whole[: items[-1]]) < MIN_PROSE:
        return frozenset()
    at = items[-1] - 1
    while at > 0 and rules[at] is not None and whole[at].kind is BlockKind.LIST_ITEM:
        at -= 1
    rule = rules[at]
    offered = rule == REPEATED or (rule is not None and name_of(rule) in OFFERING)
    offered = offered or (None not in rules[at - 1 : at + 1] and _has_ended(rules, at + 1))
    return frozenset(whole[i] for i in items if offered)


def _of_label(
    whole: Sequence[Block], rules: Sequence[str | None], items: Sequence[int]
) -> frozenset[Block]:
    """The `items` that are left at a text's end, where the heading right above them went as a
    template's label, «Sources», and most are no sentences."""
    at = items[-1] - 1
    rule = rules[at]
    if rule is None or whole[at].kind is not BlockKind.HEADING or len(items) > MAX_ITEMS:
        return frozenset()
    labels = ":" in rule and not rule.startswith(("line:", "region:"))
    ended = sum(whole[i].text[-1] in SENTENCE_ENDS for i in items)
    told = labels and 2 * ended <= len(items) and paragraphs_in(whole[:at]) >= MIN_PROSE
    return frozenset(whole[i] for i in items if told)


REACH = 30
"""Lines at a page's end among which such a list stands."""


def _is_head(block: Block) -> bool:
    brief = len(block.text) <= MAX_HEAD_CHARS and not block.text.endswith(_STOPS)
    return brief and block.kind is BlockKind.HEADING


def _is_title(block: Block) -> bool:
    text = block.text
    if len(text) > MAX_TITLE_CHARS or "\n" in text or text[-1] in SENTENCE_ENDS:
        return False
    return spoken_words(text) >= MIN_TITLE_WORDS and is_as_long(text, 0, MIN_TITLE_SIGNS)


def _has_ended(rules: Sequence[str | None], at: int) -> bool:
    """Whether among the lines that went right above a place is one of those that end a text."""
    for i in range(at - 1, -1, -1):
        if rules[i] is None:
            return False
        if name_of(rules[i]) in ENDING or rules[i] in _ENDING_BOXES:
            return True
    return False


_ENDING_BOXES = frozenset({"region:comments", "region:author-box", "line:unconfirmed"})
"""Boxes that stand below a text."""
