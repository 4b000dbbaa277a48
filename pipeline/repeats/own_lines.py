"""Lines that a source repeats, and that are an article's own all the same: heads of its own text,
rows of its own lists and tables, the background of what it tells."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import takewhile

from pipeline.lines.plain_lines import is_long
from pipeline.lines.set_apart import HEAD_SIGNS
from pipeline.lines.verdicts import heads_points
from pipeline.page.pieces import Extracted
from pipeline.punctuation import COLONS, SENTENCE_ENDS, asks
from pipeline.records import Block, BlockKind
from pipeline.repeats.head_keys import heading_on_all, is_of_links
from pipeline.repeats.line_keys import as_spoken
from pipeline.writing import is_as_long

STOPS = SENTENCE_ENDS + COLONS


def heads_own(
    lines: Sequence[Extracted],
    rules: Sequence[str | None],
    i: int,
    known: Container[int],
    repeated: frozenset[str],
) -> bool:
    """Whether a line is the head of what is the article's own."""
    block = lines[i].block
    if heads_points(block.text) and _heads_list(lines, rules, i + 1, known):
        return True
    if heading_on_all(block) in repeated:
        return False
    if as_spoken(block.text) in repeated and not _asks_amid(lines, rules, i, known):
        return False
    return _heads_table(lines, i, known) or _heads_text(lines, rules, i, known)


def _asks_amid(
    lines: Sequence[Extracted], rules: Sequence[str | None], i: int, known: Container[int]
) -> bool:
    """Whether a heading asks something between two sentences of the article's own: «What does that
    mean for you?» is in many an article. What a site asks stands above its own box. Lines that are
    taken out may stand above the heading: «Read also», and its links."""
    block = lines[i].block
    if block.kind is not BlockKind.HEADING or not asks(block.text):
        return False
    above = range(i - 1, max(-1, i - 2 - MAX_BETWEEN), -1)
    own = next((lines[at].block for at in above if rules[at] is None and at not in known), None)
    return own is not None and own.kind is BlockKind.PARAGRAPH and own.text[-1] in STOPS


def _heads_list(
    lines: Sequence[Extracted], rules: Sequence[str | None], below: int, known: Container[int]
) -> bool:
    """Whether an item of a list of the article's own stands right below: «Pros»."""
    if below >= len(lines) or lines[below].block.kind is not BlockKind.LIST_ITEM:
        return False
    own = rules[below] is None and below not in known
    return own or is_in_own_list(lines, rules, below, known)


def _heads_text(
    lines: Sequence[Extracted], rules: Sequence[str | None], i: int, known: Container[int]
) -> bool:
    """Whether a heading stands right above a sentence of the article's own, or a table or quotation
    of its own: «Price and release» is in each article on a new device. Above what is taken out, a
    heading is that one's."""
    if lines[i].linked:
        return False
    if lines[i].block.kind is BlockKind.HEADING and _is_above_part(lines, rules, i, known):
        return True
    if not _is_above_sentence(lines, rules, i, known):
        return False
    return lines[i].block.kind is BlockKind.HEADING or _is_signed_head(lines[i].block)


def _is_above_part(
    lines: Sequence[Extracted], rules: Sequence[str | None], i: int, known: Container[int]
) -> bool:
    """Whether right below a line stands a quotation of the article's own, or a table of two rows
    and more."""
    first = _next_shown(lines, rules, i)
    below = lines[first : first + 2]
    own = [rules[at] is None and at not in known for at in range(first, first + len(below))]
    kinds = [line.block.kind for line in below]
    if kinds[:1] == [BlockKind.QUOTE]:
        return own[0] and not below[0].linked
    return kinds == [BlockKind.TABLE_ROW] * 2 and all(own)


def _is_above_sentence(
    lines: Sequence[Extracted], rules: Sequence[str | None], i: int, known: Container[int]
) -> bool:
    """Whether right below a line stands a sentence of the article's own, or below a box that has a
    head of its own and stands right below the line."""
    first = _below_box(lines, rules, _next_shown(lines, rules, i))
    if first >= len(lines) or rules[first] is not None or first in known:
        return False
    below = lines[first].block
    return below.kind is BlockKind.PARAGRAPH and below.text[-1] in STOPS


_PASSED = frozenset({"region:hidden", "region:caption"})
"""What may stand between a head and its text: what a link to that head says to screen readers
alone, the line below a picture."""


def _next_shown(lines: Sequence[Extracted], rules: Sequence[str | None], i: int) -> int:
    """The place of the first line below one that is neither hidden nor a picture's, nor a link with
    a label of its own, «Read also: …»."""
    left = range(i + 1, len(rules))
    return next((at for at in left if not _is_passed(lines[at], rules[at])), len(rules))


def _is_passed(line: Extracted, rule: str | None) -> bool:
    return rule in _PASSED or (is_of_links(rule) and _LABELLED.match(line.block.text) is not None)


_LABELLED = re.compile(r"[^\W\d][^:：.!?؟]{2,30}[:：]\s?\S")


def _below_box(lines: Sequence[Extracted], rules: Sequence[str | None], first: int) -> int:
    """The place below a short box that is taken out, where it begins with a heading, and otherwise
    `first`, where it would begin."""
    if first >= len(rules) or rules[first] is None:
        return first
    if lines[first].block.kind is not BlockKind.HEADING:
        return first
    left = range(first + 1, min(first + 1 + MAX_BOXED, len(rules)))
    return next((at for at in left if rules[at] is None), first)


MAX_BOXED = 8
MAX_SIGNED_CHARS = 50


def _is_signed_head(block: Block) -> bool:
    """Whether a paragraph begins with the sign that newspapers set before their heads: «■ Tax»."""
    text = block.text
    short = len(text) <= MAX_SIGNED_CHARS and text[-1] not in STOPS
    return text[0] in HEAD_SIGNS and short and block.kind is BlockKind.PARAGRAPH


def asked_in_interview(
    lines: Sequence[Extracted], rules: Sequence[str | None], known: Container[int]
) -> frozenset[int]:
    """The questions right above their answers, where a text has several: who asks several persons
    asks some of them the same. They are bold, or more than two, as are those with short answers."""
    answered = {i: said for i in range(len(lines)) if (said := _answer(lines, rules, i, known))}
    if len(answered) > LEAST_ASKED:
        return frozenset(answered)
    asked = [i for i, said in answered.items() if is_as_long(said, LEAST_SAID, LEAST_SIGNS)]
    return frozenset(i for i in asked if lines[i].bold and len(asked) == LEAST_ASKED)


LEAST_ASKED = 2
LEAST_SAID, LEAST_SIGNS = 40, 14
"""Letters or signs of an answer where no more than two are given."""


def _answer(
    lines: Sequence[Extracted], rules: Sequence[str | None], i: int, known: Container[int]
) -> str | None:
    """The sentence left below a line that asks, under a link perhaps; None for all others."""
    block = lines[i].block
    asked = block.kind is BlockKind.PARAGRAPH and asks(block.text)
    if not asked or lines[i].linked or rules[i] is not None:
        return None
    left = range(i + 1, min(i + 2 + MAX_BETWEEN, len(lines)))
    below = next((at for at in left if rules[at] is None), len(lines))
    answers = _is_above_sentence(lines, rules, below - 1, known)
    return lines[below].block.text if answers else None


MAX_BETWEEN = 3
"""Lines of a box that may stand between a question and its answer."""


def _heads_table(lines: Sequence[Extracted], i: int, known: Container[int]) -> bool:
    """Whether a row opens a table whose next row is the article's own: tables on one matter have
    the same head in each article."""
    is_row = [line.block.kind is BlockKind.TABLE_ROW for line in lines[i - 1 : i + 2]]
    return is_row == [False, True, True] and i + 1 not in known


LIST_REACH = 12
"""Items before and after one among which its list is judged."""


def is_in_own_list(
    lines: Sequence[Extracted], rules: Sequence[str | None], i: int, known: Container[int]
) -> bool:
    """Whether a line is an item of a list, or a row of a table, of which most is the article's own,
    or half of four and more: what one device has, others have too. Of a list with text of the
    article below it, as steps have, a third is enough."""
    kind = lines[i].block.kind
    if kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW) or lines[i].linked:
        return False

    def alike(j: int) -> bool:
        return lines[j].block.kind is kind

    before = takewhile(alike, range(i - 1, max(-1, i - 1 - LIST_REACH), -1))
    after = [*takewhile(alike, range(i + 1, min(len(lines), i + 1 + LIST_REACH)))]
    others = [*before, *after]
    own = [j for j in others if rules[j] is None and j not in known]
    if len(own) * 2 > len(others) + (len(own) < LEAST_OWN):
        return True
    few = own and len(own) * OWN_SHARE >= len(others) and kind is BlockKind.LIST_ITEM
    return bool(few) and _goes_on_below(lines, rules, i + len(after), known)


OWN_SHARE = 3


def may_be_own(
    lines: Sequence[Extracted], i: int, edges: Container[int], known: Container[int]
) -> bool:
    """Whether a repeated line may be an item of the article's own list. At an edge of a text only
    a sentence may, a step that others take too, and an item without a stop between others of the
    article's own."""
    if i not in edges or lines[i].block.text[-1] in SENTENCE_ENDS:
        return True
    beside = [j for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(lines)]
    own = [j for j in beside if _is_open_item(lines[j]) and j not in known]
    between = bool(own) and own[0] < i < own[-1]
    return lines[i].block.kind is BlockKind.LIST_ITEM and between


def _is_open_item(line: Extracted) -> bool:
    is_open = line.block.text[-1] not in SENTENCE_ENDS
    return is_open and line.block.kind is BlockKind.LIST_ITEM and not line.linked


def _goes_on_below(
    lines: Sequence[Extracted], rules: Sequence[str | None], i: int, known: Container[int]
) -> bool:
    """Whether a long sentence of the article's own stands right below, be it below a heading and
    another list: with what speaks for a thing, and what against it."""
    below = range(i + 1, min(len(lines), i + 1 + LIST_REACH))
    text = (at for at in below if lines[at].block.kind is BlockKind.PARAGRAPH)
    at = next(text, None)
    if at is None or rules[at] is not None or at in known:
        return False
    return is_long(lines[at].block.text) and lines[at].block.text[-1] in STOPS


LEAST_OWN = 2


BACKGROUND_CHARS = 100


def is_background(line: Extracted) -> bool:
    """Whether a line is a long sentence without a link: amid a text a newsroom's background, that
    it repeats in each article on one matter, more often than an invitation."""
    text = line.block.text
    return len(text) >= BACKGROUND_CHARS and text[-1] in SENTENCE_ENDS and not line.linked
