"""Whom to call about a text: a label below it, «Press contacts», and names, jobs and telephones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from pipeline.fingerprints import skeleton
from pipeline.page.pieces import Extracted
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import BlockKind

CONTACTS = "line:contacts"
"""The ledger's rule for them."""
REACH = 24
"""Lines from the end of a page's among which such a block begins."""
MAX_LABEL_CHARS, MAX_CHARS = 60, 110
"""Letters of its label, and of each of its lines."""
MAX_ROWS = 14
MIN_ABOVE = 3
"""Lines that a text has above it."""

_ADDRESS = r"[\w.+-]+@[\w-]+\.\w"
_REACHED = late_pattern(
    _ADDRESS + r"|(?<![\w./-])(?<!\d )(?:\+|\(?0)\d[\d ()/.–-]{5,}\d(?! ?[nsew]\b)"
    r"|(?<!\d)\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)|\(\d{2,4}\) ?\d{3,5}[ .-]?\d{4}(?!\d)"
    r"|^\d{2,3}(?: \d{2,4}){2,4}$"
    r"|(?:tel|tél|telef|phone|телефон|тел|هاتف|جوال|电话|電話|전화)[^\d\n]{0,12}\d[\d ()/.–-]{5,}\d"
)
"""By what a house is reached: an address for letters, or a telephone."""
_SHOWN_BY = {"press": _REACHED, "other": late_pattern(_ADDRESS)}
"""What shows that a label of a kind heads contacts: below others than those of the press a guide
gives telephones."""
_SET = frozenset({BlockKind.CODE, BlockKind.TABLE_ROW, BlockKind.CAPTION})
"""Kinds of blocks that are no contacts whatever they say."""


def take_contacts(lines: Sequence[Extracted], rules: list[str | None]) -> bool:
    """Take the label and the brief lines behind it, where no more than a sentence or two follow and
    one of them tells how somebody is reached; return whether there were any. Some of them may have
    gone by rules of their own."""
    for i in range(max(MIN_ABOVE, len(lines) - REACH), len(lines)):
        first, *rows = lines[i].block.text.split("\n")
        kind = _kind_of_label(first) if len(first) <= MAX_LABEL_CHARS else None
        if kind is None or lines[i].block.kind in _SET:
            continue
        if rules[i] is None and not all(map(_is_brief, rows)):
            continue
        end = _end(lines, rules, i)
        said = [*rows, *(r for line in lines[i + 1 : end] for r in line.block.text.split("\n"))]
        shown = any(map(_SHOWN_BY[kind].search, map(str.lower, said)))
        if not shown or _goes_on(lines, rules, end):
            continue
        left = [at for at in range(i, end) if rules[at] is None]
        for at in left:
            rules[at] = CONTACTS
        return bool(left)
    return False


def _kind_of_label(text: str) -> str | None:
    """The kind of a label, None of what is no label."""
    return _labels().get(skeleton(text.strip(_AROUND)))


_AROUND = " :：■□◆●▼•【】＜＞<>［］[]()（）《》-–—"
"""Signs that houses set around labels."""


@cache
def _labels() -> Mapping[str, str]:
    """The kinds of the labels, by their skeletons."""
    return {
        skeleton(said): kind
        for kind, languages in read_rules("contacts.toml").items()
        for labels in languages.values()
        for said in labels
    }


def _end(lines: Sequence[Extracted], rules: Sequence[str | None], label: int) -> int:
    """Where the block behind a label ends: before a heading that is no label, or a line that is
    long or a sentence."""
    for at in range(label + 1, min(label + 1 + MAX_ROWS, len(lines))):
        block = lines[at].block
        if rules[at] is not None:
            continue
        heads = block.kind is BlockKind.HEADING and _kind_of_label(block.text) is None
        if heads or block.kind in _SET or not all(map(_is_brief, block.text.split("\n"))):
            return at
    return min(label + 1 + MAX_ROWS, len(lines))


def _goes_on(lines: Sequence[Extracted], rules: Sequence[str | None], end: int) -> bool:
    """Whether more than a sentence or two of the text, or a list with its heading, stand behind the
    block."""
    left = [lines[at].block for at in range(end, len(lines)) if rules[at] is None]
    kinds = [block.kind for block in left]
    listed = (BlockKind.HEADING, BlockKind.LIST_ITEM) in pairwise(kinds)
    prose = sum(len(block.text) for block in left if block.text[-1] in SENTENCE_ENDS)
    return listed or prose > MAX_BEHIND


MAX_BEHIND = 160


def _is_brief(row: str) -> bool:
    return len(row) <= MAX_CHARS and row[-1:] not in SENTENCE_ENDS
