"""Lines in which a house invites its readers, or speaks of itself: «Tickets for our awards …»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.lines.offer_words import (
    behind_house_and_place,
    found,
    glued,
    holds,
    named_in,
    words_of,
    words_of_name,
)
from pipeline.lines.quoted import quotes_somebody
from pipeline.lines.speaking import is_open_line
from pipeline.lines.telling import reports
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words

MAX_CHARS = 220
MAX_SELF_CHARS, MIN_SELF_WORDS, MIN_NAME_WORDS = 160, 6, 2
"""Of a sentence in which a house speaks of itself; a name of one word, «The Times», may be one."""
MIN_LINES = 4
"""Lines of a text that shows whether it names its house."""
_ENDED = late_pattern(rf"[{re.escape(SENTENCE_ENDS)}]\W+\Z")
"""A sentence with a smiley behind it."""
_TWO = late_pattern(r"\w[.!?؟]\s+\S")
"""More sentences than one, where a longer invitation would name what it is for."""
_ASKS = tuple(QUESTION_MARKS)
_WITNESSING = frozenset("en de fr es it pt nl tr ru ar fa".split())  # noqa: SIM905
"""Languages whose words for what a house asked and learned are known."""


def invitations(
    kept: Sequence[Block], names: Sequence[str], whole: str, language: str
) -> list[Block]:
    """The lines that invite readers: to what no other line tells of, in no sentence; or where the
    house names itself, whose folded `names` stand in the text, in such lines alone, and in those
    with a mailbox. `kept` are the lines below the first, and `whole` is all the text glued."""
    found = []
    for block in kept:
        if names or block.text[-1] not in SENTENCE_ENDS:
            may = _may_invite(block, names, kept, whole, language)
            if may is not None:
                found.append((block, *may))
    if not any(named for _, named, _ in found):
        return [block for block, _, _ in found]
    hosted = [block for block, _, is_host in found if is_host]
    hosted += [above for above, block in pairwise(kept) if block in hosted and _is_head(above)]
    return [
        block
        for block, named, _ in found
        if not any(
            name in glued(other.text)
            for other in kept
            if other is not block and other not in hosted and "@" not in other.text
            for name in named
        )
    ]


def _is_head(block: Block) -> bool:
    """Whether a line heads what stands below it, as the name of an event heads its box."""
    return block.kind is BlockKind.HEADING and block.text[-1] not in SENTENCE_ENDS


def _may_invite(
    block: Block, names: Sequence[str], kept: Sequence[Block], whole: str, language: str
) -> tuple[list[str], bool] | None:
    """The names of the house in a line that may invite, and whether it says to what or how one
    takes part; None for one that does not. A line of the house that is no sentence need not say to
    what; that it is the host is as much as how one takes part, and a short sentence about a house
    of several words is nothing that news tell."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS or "\n" in text:
        return None
    is_open = is_open_line(block) and _ENDED.search(text) is None
    together = glued(text) if names or is_open else ""
    named = named_in(text, names, together) if names else []
    if named and (own := behind_house_and_place(text)) != text:
        named = [name for name in named if name in glued(own)]
    if not (is_open or named) or quotes_somebody(text):
        return None
    words = words_of(text)
    event, join = found("events", text, words), found("joins", text, words)
    if holds("reports", words) or reports(text, language):
        return None
    size = max((words_of_name(text, name) for name in named), default=0)
    if not size:
        alone = is_open and event and join and whole.count(event) <= together.count(event)
        return ([], True) if alone else None
    hosted = bool(event and (join or found("hosts", text, words))) or bool(join and is_open)
    if not hosted and not (size >= MIN_NAME_WORDS and _is_of_itself(block, words, language)):
        return None
    return (named, hosted) if hosted or len(kept) >= MIN_LINES else None


def _is_of_itself(block: Block, words: Sequence[str], language: str) -> bool:
    """Whether a sentence that names its house tells nothing that it asked, learned or was told."""
    text = block.text
    if language not in _WITNESSING or len(text) > MAX_SELF_CHARS or text.endswith(_ASKS):
        return False
    if _TWO.search(text):
        return False
    return spoken_words(text) >= MIN_SELF_WORDS and not holds("witness", words)
