"""Lines that are set as no paragraph of their text is, in italics, in another colour, by another
name, and that tell nothing that it does: in whatever words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.credits import is_sign_off
from pipeline.lines.quoted import quotes_somebody
from pipeline.lines.stems import is_apart, is_foreign
from pipeline.lines.verdicts import concludes, heads_note, heads_points
from pipeline.page.elements import wrapping
from pipeline.page.pieces import Extracted
from pipeline.page.region_names import is_part_name, names_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import CLOSING, COLONS, QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words
from pipeline.writing import is_as_long

SET_APART = "line:set-apart"
"""The ledger's rule for them."""
LEAST_PROSE, PROSE_CHARS, PROSE_SIGNS = 2, 60, 22
"""The sentences that show how a text's paragraphs are set, and their letters or signs."""
MAX_CHARS, MIN_WORDS = 200, 4
"""Letters of such a line, and its words amid a text, where a head has fewer."""
MAX_ALIKE = 2
"""Lines of one form; more are the text's: its heads, what an interviewer asks."""

_Form = tuple[object, ...]
_STOPS = tuple(SENTENCE_ENDS + COLONS + CLOSING + "“")
_INLINE = frozenset("em i b strong u small span font mark big".split())  # noqa: SIM905
HEAD_SIGNS = frozenset("■□◆◇●○▣◈")
"""Signs that newspapers set before heads that are no elements of their own: «■ Tax»."""
_HEADS = late_pattern(r"head|tit|inter|zwischen|question|frage", 2)
"""How makers of pages call what heads a part of a text, or asks a question in it."""


def set_apart(kept: Sequence[Block], extracted: Sequence[Extracted]) -> frozenset[Block]:
    """The lines of a text that are set so. What is bold amid it is a head, and what ends as a
    sentence there is said by somebody."""
    may_be = [at for at, block in enumerate(kept) if at and _may_be(block)]
    if not may_be or sum(map(_is_prose, kept)) < LEAST_PROSE:
        return frozenset()
    by_block = {line.block: line for line in extracted if line.element is not None}
    forms = {block: _form(by_block[block]) for block in kept if block in by_block}
    prose = {forms[block] for block in kept if block in forms and _is_prose(block)}
    own = (at for at, block in enumerate(kept) if forms.get(block) in prose and _is_ended(block))
    last = max(own, default=len(kept))
    alike = Counter(forms.values())
    asked = {at for at, block in enumerate(kept) if _asks(block)}
    several = len(asked) > 1
    return frozenset(
        kept[at]
        for at in may_be
        if (form := forms.get(kept[at])) is not None
        and form not in prose
        and not _unfolds(by_block[kept[at]].element)
        and not _is_of_table(by_block[kept[at]].element)
        and not heads_points(kept[at].text)
        and not _is_of_part(by_block[kept[at]].element, amid=at < last)
        and not (several and at - 1 in asked)
        and not (heads_note(kept[at - 1].text) or concludes(kept[at - 1].text))
        and alike[form] <= MAX_ALIKE
        and (at > last or _is_no_head(by_block[kept[at]]))
        and (is_apart if _is_ended(kept[at]) else is_foreign)(kept, at)
    )


def _is_of_table(element: HtmlElement | None) -> bool:
    """Whether a line says what its table shows."""
    return element is not None and element.tag == "caption"


def _unfolds(element: HtmlElement | None) -> bool:
    """Whether a line is a question that unfolds its answer, or stands in that."""
    return element is not None and (
        element.tag == "summary"
        or any(box.tag == "details" for box in islice(element.iterancestors(), 2))
    )


def _is_of_part(element: HtmlElement | None, *, amid: bool) -> bool:
    """Whether a line stands in a box that is called a part of a text, a remark, an example, or
    is one `amid` it."""
    if element is None:
        return False
    boxes = islice(element.iterancestors(), 2)
    return any(is_part_name(names_of(box)) for box in ((element, *boxes) if amid else boxes))


def _asks(block: Block) -> bool:
    """Whether a heading asks something: what stands below one of several answers it."""
    return block.kind is BlockKind.HEADING and block.text[-1] in QUESTION_MARKS


def _is_ended(block: Block) -> bool:
    return block.text.endswith(_STOPS)


def _is_prose(block: Block) -> bool:
    long = is_as_long(block.text, PROSE_CHARS, PROSE_SIGNS)
    return long and block.kind is BlockKind.PARAGRAPH and _is_ended(block)


def _may_be(block: Block) -> bool:
    short = len(block.text) <= MAX_CHARS and "\n" not in block.text
    return short and block.kind is BlockKind.PARAGRAPH and not is_sign_off(block.text)


def _is_no_head(line: Extracted) -> bool:
    """Whether a line amid a text heads nothing by its look, its name and its words, and nobody says
    it."""
    if line.bold or _is_ended(line.block) or line.element is None:
        return False
    if line.block.text[0] in HEAD_SIGNS:
        return False
    if quotes_somebody(line.block.text):
        return False
    if spoken_words(line.block.text) < MIN_WORDS:
        return False
    return not _HEADS.search(line.element.get("class") or "")


def _form(line: Extracted) -> _Form:
    """How a line is set: its element and the one around it, and what holds all of its words."""
    element = line.element
    assert element is not None
    around = element.getparent()
    outer = (around.tag, _called(around)) if around is not None else ()
    inner = ((e.tag, _called(e), e.get("style")) for e in wrapping(element, _INLINE))
    return (element.tag, _called(element), *outer, *inner)


def _called(element: HtmlElement) -> str:
    """What an element is called, without numbers: editors number what they copy, «p1», «c12», and
    systems each paragraph."""
    return _NUMBERS.sub("", element.get("class") or "")


_NUMBERS = re.compile(r"\d+")
