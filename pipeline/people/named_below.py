"""Lines below a text that name who made it, and of whom nothing else of it tells.

«Jane Doe wrote this, and Ann Roe edited it.», «Reporting team: Ann Roe, Jane Doe (pictures)»: what
the house says of its own people has endless wordings, and a text names those of whom it tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.notice_words import points_to_page
from pipeline.lines.quoted import MARKS
from pipeline.page.elements import letters
from pipeline.page.pieces import Extracted
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.given_names import persons_in
from pipeline.people.labels import is_label
from pipeline.people.name_shapes import words_of_name
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import LINE_KINDS, Block, BlockKind

LAST_LINES = 3
LEAST_LINES = 4
"""Lines of a text that shows whom it tells of."""
MAX_CHARS, MAX_LABELLED_CHARS = 160, 80
MAX_LABEL_WORDS = 3
MIN_NAME_WORDS = 2
_LABELLED = re.compile(r"([^\W\d_][^:：.!?؟\d]{1,38})[:：]\s*(\S.*)")
_SIGNED = late_pattern(r"(.{20,}[.!?؟۔।…])\s*[(\[（][^()\[\]（）]{3,60}[)\]）]\.?")
"""A sentence behind which brackets tell who wrote it: «Nothing is decided. (Jane Doe, 8.2.)»."""
_TASK = re.compile(r"\s*[(（][^()（）\d]{2,20}[)）]")
"""What one of several did, in brackets."""


def named_below(
    kept: Sequence[Block], authors: Sequence[str], title: str, language: str | None = None
) -> frozenset[Block]:
    """The last lines of a cleaned text that name one of its `authors` in no sentence, or in one
    that points at the text, or persons behind a label alone, who stand in no other line and not in
    the title."""
    if len(kept) < LEAST_LINES:
        return frozenset()
    known = [letters(name) for name in authors if words_of_name(name) >= MIN_NAME_WORDS]
    here = (language or "")[:2]
    found = []
    for at, block in enumerate(kept[-LAST_LINES:], len(kept) - LAST_LINES):
        if block.kind not in LINE_KINDS or len(block.text) > MAX_CHARS:
            continue
        if not MARKS.isdisjoint(block.text) or "\n" in block.text:
            continue
        said = letters(block.text)
        named = [name for name in known if name in said]
        if named and block.text[-1] in SENTENCE_ENDS and not points_to_page(block.text, here):
            continue  # «Nobody had asked Jane Doe what she thought of it.»
        signed = _SIGNED.fullmatch(block.text)
        if named and signed is not None and not any(name in letters(signed[1]) for name in named):
            continue  # a sentence of the text with its signature
        row = _is_fact(kept[at - 1].text) or _is_amid(kept, at)
        named = named or ([] if row else _labelled(block.text))
        if named:
            found.append((block, named))
    if not found:
        return frozenset()
    told = [letters(title)]
    told += [letters(b.text) for b in kept if all(b is not block for block, _ in found)]
    return frozenset(
        block for block, named in found if not any(name in text for name in named for text in told)
    )


LAST_TOLD, MAX_TOLD_CHARS = 3, 400
"""Lines that tell of an author below their own link, and the letters of all of them."""
ALL_LINKED = 0.9
"""The share of a line in links by which it is a link and no more."""


def told_below_link(
    extracted: Sequence[Extracted], kept: Sequence[Block], authors: Sequence[str]
) -> frozenset[Block]:
    """The last of the lines `kept` of a text where they stand below a link that is the name of one
    of its `authors` and no more: they tell who that is; with a label of authors above it."""
    known = {letters(name) for name in authors if words_of_name(name) >= MIN_NAME_WORDS}
    left, told = frozenset(kept), list[Block]()
    for i, line in zip(range(len(extracted) - 1, 0, -1), reversed(extracted), strict=False):
        if line.rule is None and line.block in left:
            told.append(line.block)
            if len(told) > LAST_TOLD or sum(len(b.text) for b in told) > MAX_TOLD_CHARS:
                break
        elif line.linked >= ALL_LINKED and letters(line.block.text) in known:
            above = extracted[i - 1].block
            told += [above] if above in left and is_label(above.text) else []
            amid = len(kept) - len(told) >= LEAST_LINES
            return frozenset(told) if amid and all(map(_may_tell_of_author, told)) else frozenset()
    return frozenset()


def _may_tell_of_author(block: Block) -> bool:
    return block.kind is not BlockKind.QUOTE and MARKS.isdisjoint(block.text)


def _is_fact(above: str) -> bool:
    """Whether the line above names something else behind a label: «Goals: Carr 12, Reed 61»,
    «Referee: Paul Lyle» is a row of facts."""
    match = _LABELLED.fullmatch(above)
    brief = match is not None and len(above) <= MAX_LABELLED_CHARS
    return brief and above[-1] not in SENTENCE_ENDS and any(map(str.isdigit, above))


def _is_amid(kept: Sequence[Block], at: int) -> bool:
    """Whether two labelled lines stand right above a line, and a sentence below it: a team's or a
    cast's, of which the text goes on."""
    above = all(_LABELLED.fullmatch(block.text) for block in kept[at - 2 : at])
    return above and any(block.text[-1] in SENTENCE_ENDS for block in kept[at + 1 :])


def _labelled(text: str) -> list[str]:
    """The folded names of the persons who are all that stands behind a label of a few words."""
    match = _LABELLED.fullmatch(text) if len(text) <= MAX_LABELLED_CHARS else None
    if match is None or text[-1] in SENTENCE_ENDS or len(match[1].split()) > MAX_LABEL_WORDS:
        return []
    return [letters(name) for name in persons_in(_TASK.sub("", match[2]))]
