"""Lines among those of a template below a text, that are no sentences as the text's own are."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.people.credits import is_sign_off
from pipeline.records import Block, BlockKind

MIN_PROSE_CHARS = 80
MIN_PROSE = 4
"""Paragraphs that show how a text ends its sentences."""
ENDED_SHARE = 0.9
MAX_CHARS = 100
_STOPS = ".؟?!।۔…。！？:：\"”»)]）】’'"


TAIL = "line:tail"
"""The ledger's rule for them."""


def take_tail(lines: Sequence[Block], rules: list[str | None]) -> None:
    """Short lines without a sentence's end behind the last sentence of a text and a line that was
    taken out there, where nearly all paragraphs of the text end as sentences: a text does not go on
    behind its site's words with none of its own."""
    for i in _tail(lines, rules):
        if not is_sign_off(lines[i].text):  # the source's file says whether that stays
            rules[i] = TAIL


def _tail(lines: Sequence[Block], rules: Sequence[str | None]) -> list[int]:
    prose = [
        i
        for i, (block, rule) in enumerate(zip(lines, rules, strict=True))
        if rule is None and len(block.text) >= MIN_PROSE_CHARS
    ]
    ended = [i for i in prose if lines[i].text[-1] in _STOPS]
    if len(ended) < MIN_PROSE or len(ended) < len(prose) * ENDED_SHARE or ended[-1] != prose[-1]:
        return []
    own = [i for i, rule in enumerate(rules) if rule is None and not _is_open(lines[i])]
    last = own[-1]
    gone = [i for i in range(last + 1, len(lines)) if _is_of_template(rules[i])]
    return [i for i in range(last + 1, len(lines)) if rules[i] is None and gone and gone[0] < i]


def _is_of_template(rule: str | None) -> bool:
    """Whether a line was taken out that is no title of the page."""
    return rule is not None and rule != "region:header"


def _is_open(block: Block) -> bool:
    text = block.text
    return block.kind is BlockKind.PARAGRAPH and len(text) <= MAX_CHARS and text[-1] not in _STOPS
