"""Single lines with a price amid a text, in no sentence: the offer of a shop, whose link says of
itself that it is paid for, and what a share costs, with how much it rose.

An article about offers or markets has many such lines, and they are its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.page.pieces import Extracted
from pipeline.punctuation import BULLETS, COLONS, SENTENCE_ENDS
from pipeline.records import BlockKind

PAID = "line:paid"
"""The ledger's rule for them."""
QUOTED = "line:share-price"
MAX_PAID_CHARS, MAX_QUOTED_CHARS = 140, 60
MAX_PAID_LINES = 2
LEAST_PARAGRAPHS = 3
"""Paragraphs of a text that are none, for each line that is one: a list of offers is a text too."""
_CURRENCY = r"(?:[$€£¥₹₺₽円元]|R\$|kr\b|zł|TL\b|EUR\b|USD\b|CHF\b|euros?\b|reais\b|руб|долларов)"
_PRICE = re.compile(rf"{_CURRENCY}\s?\d|\d[\d.,\s]*\s?{_CURRENCY}", re.IGNORECASE)
_ENDS = frozenset(SENTENCE_ENDS + COLONS)


_RISE = re.compile(
    r"[:：\s]\D{0,4}\d[\d.,\s]*\D{1,8}[(（]\s?[+–−▲▼-]?\s?%?\s?\d[\d.,]*\s?%?\s?[)）]$"
)


def take_paid_lines(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """Give the offers of shops in a text their rule, where they are few in it, and so the price of
    a share that stands alone."""
    left = [i for i, rule in enumerate(rules) if rule is None]
    quoted = [i for i in left if lines[i].block.text[-1] in ")）" and _is_quoted(lines[i])]
    if len(quoted) == 1 and len(left) > LEAST_PARAGRAPHS:
        rules[quoted[0]] = QUOTED
    found = [i for i in left if lines[i].linked and _is_paid(lines[i])]
    if not found or len(found) > MAX_PAID_LINES:
        return
    others = sum(lines[i].block.kind is BlockKind.PARAGRAPH for i in left) - len(found)
    if others >= LEAST_PARAGRAPHS * len(found):
        for i in found:
            rules[i] = PAID


def _is_quoted(line: Extracted) -> bool:
    """Whether a line is a name, a price and in brackets how many per cent that rose or fell."""
    text = line.block.text
    if line.block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_QUOTED_CHARS:
        return False
    if text[0] in BULLETS:
        return False  # a figure of a list
    return "%" in text and _RISE.search(text) is not None and _PRICE.search(text) is not None


def _is_paid(line: Extracted) -> bool:
    """Whether a line is short and no sentence, names a price, and links what is paid for."""
    text = line.block.text
    if line.block.kind is not BlockKind.PARAGRAPH or line.element is None:
        return False
    if len(text) > MAX_PAID_CHARS or text[-1] in _ENDS or _PRICE.search(text) is None:
        return False
    links = line.element.iter("a")
    return any("sponsored" in (link.get("rel") or "").split() for link in links)
