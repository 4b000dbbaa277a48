"""Lines that a source repeats, taken out of an article at once or long after it was stored."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.fingerprints import numberless, skeleton
from pipeline.ledger import Cleaned, parted, rebuild
from pipeline.page.pieces import Extracted
from pipeline.people.credits import is_sign_off
from pipeline.records import Block, BlockKind, Removed

EDGE_LINES = 6
"""How many lines from the start, or from the end, count as the start or the end of a text."""


def clean_again(
    kept: Sequence[Block], removed: Sequence[Removed], repeated: frozenset[str]
) -> Cleaned | None:
    """An article that was cleaned before its source's `repeated` lines were known, without them.

    None where it holds none of them. A line that names agencies was kept because the source's file
    asks for it.
    """
    repeated -= {skeleton(block.text) for block in kept if is_sign_off(block.text)}
    ends = bool(kept) and numbered_end(kept[-1]) in repeated
    if not ends and not any(skeleton(block.text) in repeated for block in kept):
        return None
    known = {item.index: item.rule for item in removed}
    blocks = rebuild(kept, removed)
    lines = [Extracted(block) for block in blocks]
    rules = [known.get(i) for i in range(len(lines))]
    take_repeated(lines, rules, repeated)
    take_hanging_headings(lines, rules)
    cleaned = parted(lines, rules)
    return cleaned if len(cleaned.kept) < len(kept) else None


def take_repeated(
    lines: Sequence[Extracted], rules: list[str | None], repeated: frozenset[str]
) -> None:
    """Lines that the source repeats, unless they would be more than a third of the article."""
    if not repeated:
        return
    left = [i for i, rule in enumerate(rules) if rule is None]
    edges = {*left[:EDGE_LINES], *left[-EDGE_LINES:]}
    found = [
        i
        for i in left
        if skeleton(lines[i].block.text) in repeated
        and (i in edges or not _is_background(lines[i]))
        and not (i != left[0] and _heads_own(lines, rules, i, repeated))
        and (i in edges or not _is_in_own_list(lines, rules, i, repeated))
    ]
    if left and left[-1] not in found and numbered_end(lines[left[-1]].block) in repeated:
        found.append(left[-1])
    whole = sum(len(lines[i].block.text) for i in left)
    if sum(len(lines[i].block.text) for i in found) * 3 <= whole:
        for i in found:
            rules[i] = "repeated-in-source"


MAX_END_CHARS = 60


def numbered_end(block: Block) -> str | None:
    """What a short last line with a number is known by where a source repeats it with another
    number each time, an article's code or count; None for all other lines."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_END_CHARS or text[-1] in ".؟?!।۔":
        return None
    return numberless(text) if any(map(str.isdigit, text)) else None


def _heads_own(
    lines: Sequence[Extracted], rules: Sequence[str | None], i: int, repeated: frozenset[str]
) -> bool:
    """Whether a line is the head of what is the article's own."""
    return _heads_table(lines, i, repeated) or _heads_text(lines, rules, i, repeated)


def _heads_text(
    lines: Sequence[Extracted], rules: Sequence[str | None], i: int, repeated: frozenset[str]
) -> bool:
    """Whether a heading stands right above a sentence of the article's own: «Price and release» is
    in each article on a new device. Above what is taken out, a heading is that one's."""
    if lines[i].block.kind is not BlockKind.HEADING or lines[i].linked or i + 1 >= len(lines):
        return False
    below = lines[i + 1].block
    own = rules[i + 1] is None and skeleton(below.text) not in repeated
    return own and below.kind is BlockKind.PARAGRAPH and below.text[-1] in ".。؟?!।۔:"


def _heads_table(lines: Sequence[Extracted], i: int, repeated: frozenset[str]) -> bool:
    """Whether a row opens a table whose next row is the article's own: tables on one matter have
    the same head in each article."""
    is_row = [line.block.kind is BlockKind.TABLE_ROW for line in lines[i - 1 : i + 2]]
    return is_row == [False, True, True] and skeleton(lines[i + 1].block.text) not in repeated


LIST_REACH = 12
"""Items before and after one among which its list is judged."""


def _is_in_own_list(
    lines: Sequence[Extracted], rules: Sequence[str | None], i: int, repeated: frozenset[str]
) -> bool:
    """Whether a line is an item of a list, or a row of a table, of which most is the article's own:
    what one device has, others have too."""
    kind = lines[i].block.kind
    if kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW) or lines[i].linked:
        return False

    def alike(j: int) -> bool:
        return lines[j].block.kind is kind

    before = takewhile(alike, range(i - 1, max(-1, i - 1 - LIST_REACH), -1))
    after = takewhile(alike, range(i + 1, min(len(lines), i + 1 + LIST_REACH)))
    others = [*before, *after]
    own = [j for j in others if rules[j] is None and skeleton(lines[j].block.text) not in repeated]
    return len(own) * 2 > len(others) + 1


BACKGROUND_CHARS = 100


def _is_background(line: Extracted) -> bool:
    """Whether a line is a long sentence without a link: amid a text a newsroom's background, that
    it repeats in each article on one matter, more often than an invitation."""
    text = line.block.text
    return len(text) >= BACKGROUND_CHARS and text[-1] in ".。؟?!।۔" and not line.linked


MAX_HANGING = 2
"""More headings at the end than these are an article of headings, over pictures or tables."""


def take_hanging_headings(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """Headings that nothing follows any more."""
    hanging: list[int] = []
    for i in range(len(lines) - 1, -1, -1):
        if rules[i] is None:
            if lines[i].block.kind is not BlockKind.HEADING:
                break
            hanging.append(i)
    if len(hanging) <= MAX_HANGING:
        for i in hanging:
            rules[i] = "hanging-heading"
