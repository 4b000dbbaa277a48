"""What is left of boxes amid a text of which all else went: a label above links, a title without
one above «Watch it all»."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lxml.html import HtmlElement

from pipeline.lines.among_house import OFFERING, name_of, rules_of
from pipeline.lines.emptied_boxes import is_in
from pipeline.lines.quoted import quotes_somebody
from pipeline.page.elements import BOX_TAGS
from pipeline.page.pieces import Extracted
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.patterns.word_patterns import any_word
from pipeline.punctuation import CLOSING, QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind, Removed

LEFT = "line:left-in-box"
"""The ledger's rule for it."""
MAX_CHARS, MIN_CHARS = 140, 3
MAX_ASKING_CHARS = 40
"""Of a label that asks: «Read already?»."""
MAX_ALIKE = 2
"""Boxes of one form in which a line is left; more are the entries that an article is made of."""
LEAST_LINES = 4
"""Lines of a text that stand in none of them."""
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_ENDS = tuple(f"{SENTENCE_ENDS}{CLOSING}")


def left_in_boxes(
    extracted: Sequence[Extracted],
    whole: Sequence[Block],
    removed: Iterable[Removed],
    found: Mapping[Block, str],
) -> frozenset[Block]:
    """The only line that is left of a box, where it is no sentence, or one that names a channel,
    and links or offers of the house went right below it, or the label of an advertisement above it.
    `whole` are a text's lines with those `removed` from it, `found` those that go for another
    reason, each by its rule."""
    gone = dict(zip(whole, rules_of(whole, removed, found), strict=True))
    rules = [line.rule or gone.get(line.block) for line in extracted]
    kept = rules.count(None)
    boxes: dict[tuple[str, str], list[Block]] = defaultdict(list)
    for i in range(len(extracted) - 1):
        if rules[i] is not None:
            continue
        if i and _is_paid(extracted[i - 1], rules[i - 1]) and _is_paid_for(extracted, i):
            boxes[PAID, ""].append(extracted[i].block)
            continue
        if rules[i + 1] is None:
            continue
        if not (_leads(rules[i + 1]) or _is_card(extracted, rules, i)):
            continue
        if not _may_be(extracted[i].block):
            continue
        box = _box_of(extracted[i].element)
        if box is not None and _is_emptied(extracted, rules, i, box):
            boxes[str(box.tag), box.get("class") or ""].append(extracted[i].block)
    lines = [block for blocks in boxes.values() if len(blocks) <= MAX_ALIKE for block in blocks]
    return frozenset(lines if kept - len(lines) >= LEAST_LINES else ())


PAID = "advertisement"
MAX_PAID_CHARS = 300
"""Letters of what a sponsor says in one line."""


def _is_paid(line: Extracted, rule: str | None) -> bool:
    """Whether a line that went is the label of an advertisement, or one that a sponsor pays for."""
    return name_of(rule) == PAID or (rule is not None and _says_sponsor(line))


def _says_sponsor(line: Extracted) -> bool:
    text = line.block.text
    return len(text) <= MAX_ASKING_CHARS and _SPONSOR.search(text) is not None


_WORDS = read_rules("offers.toml")
_SPONSOR = re.compile(any_word(_WORDS["sponsors"]), re.IGNORECASE)
"""Words for who pays for what stands below: «A word from our sponsor» heads no text of the house's.
"""


def _is_paid_for(extracted: Sequence[Extracted], at: int) -> bool:
    """Whether a line that is no sentence, or asks, is all that a box holds below the label of an
    advertisement: «Sponsored», «Which lamp fits your kitchen?»."""
    text = extracted[at].block.text
    asks = text[-1] in QUESTION_MARKS and len(text) <= MAX_CHARS and not quotes_somebody(text)
    box = _box_of(extracted[at].element)
    said = _says_sponsor(extracted[at - 1]) and len(text) <= MAX_PAID_CHARS
    if box is None or not (asks or said or _may_be(extracted[at].block)):
        return False
    held = [is_in(line.element, box) for line in extracted[max(0, at - 2) : at + 2]]
    return held[-3:] == [True, True, False] and not any(held[:-3])


def _is_card(extracted: Sequence[Extracted], rules: Sequence[str | None], at: int) -> bool:
    """Whether right below a title whose it is and of which day went, as of a card."""
    below = extracted[at + 1 : at + 3]
    brief = all(len(line.block.text) <= MAX_FACT_CHARS for line in below)
    return brief and rules[at + 1 : at + 3] == ["line:unconfirmed"] * 2


MAX_FACT_CHARS = 30


def _leads(rule: str | None) -> bool:
    return rule == "line:links" or name_of(rule) in OFFERING


def _may_be(block: Block) -> bool:
    text = block.text
    brief = MIN_CHARS <= len(text) <= MAX_CHARS and "\n" not in text and block.kind in _KINDS
    asks = len(text) <= MAX_ASKING_CHARS and text.endswith(tuple(QUESTION_MARKS))
    if brief and _CHANNEL.search(text):
        return True
    ended = text.endswith(_ENDS) and not asks
    return brief and not ended and not quotes_somebody(text)


_PLATFORM, _GROUP = any_word(_WORDS["platforms"]), any_word(_WORDS["groups"])
_CHANNEL = late_pattern(
    rf"(?i)(?<!\w)(?:{_GROUP})\w{{0,3}}(?!\w).{{0,24}}(?<!\w)(?:{_PLATFORM})"
    rf"|(?<!\w)(?:{any_word(_WORDS['on'])})\s(?:{_PLATFORM})(?!\w)"
    rf"|(?<!\w)(?:{_PLATFORM})(?:[- ’']\w{{0,3}})? ?(?:{_GROUP})"
)
"""A channel of the house elsewhere: «Our WhatsApp channel: three alerts a day.», below which a link
asks readers to join."""


def _box_of(element: HtmlElement | None) -> HtmlElement | None:
    """The box right around an element, that holds more than it."""
    while element is not None and element.tag != "body":
        if element.tag in BOX_TAGS and len(element) > 1:
            return element
        element = element.getparent()
    return None


def _is_emptied(
    extracted: Sequence[Extracted], rules: Sequence[str | None], at: int, box: HtmlElement
) -> bool:
    """Whether a box begins with a line and all others in it went."""
    if at > 0 and is_in(extracted[at - 1].element, box):
        return False
    i = at + 1
    while i < len(extracted) and is_in(extracted[i].element, box):
        if rules[i] is None:
            return False
        i += 1
    return i > at + 1
