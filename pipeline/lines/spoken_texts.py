"""What of a text that speaks to its readers itself may be a house's all the same."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile

from pipeline.lines.asides import speaks_to_readers
from pipeline.lines.bars import LABEL, Form, form_of_line
from pipeline.lines.how_many import CLOSING
from pipeline.lines.instructions import instructs
from pipeline.lines.line_weights import names_house, speaking_of
from pipeline.lines.stems import is_foreign
from pipeline.punctuation import CLOSING as CLOSING_SIGNS
from pipeline.punctuation import COLONS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind

SPOKEN_BAR = 24
"""What the last lines weigh at least, and those that name the house, of a text that speaks to its
readers itself."""
SILENT_BAR = 40
"""What a line that speaks to nobody weighs at least amid a text that speaks in few others."""
SELDOM = 8
"""Of so many lines of a text that seldom speaks to its readers fewer than one does. Of 365 real
texts that speak, with 10,860 lines, none loses one of its own by that."""
OPENING = 3
"""Its first lines, in which it tells its readers what they will find."""


def speaks_itself(kept: Sequence[Block], others: Collection[int], language: str) -> bool:
    """Whether a text speaks to its readers or instructs them in lines that are none of `others`."""
    own = [block for at, block in enumerate(kept) if at not in others]
    rest = [own_words(block.text) for block in own if block.kind is not BlockKind.QUOTE]
    return speaks_to_readers(rest, language) or instructs(rest, language)


def foot_of(kept: Sequence[Block], found: Collection[int], gone_below: int) -> frozenset[int]:
    """The last lines up to the first of them that is found, where those that are not have nothing
    in common with the text: what stands among a house's lines in words that nobody knows."""
    foot: set[int] = set()
    strange: set[int] = set()
    for at in range(len(kept) - 1, max(0, len(kept) - 1 - FOOT), -1):
        if at in found:
            foot |= strange | {at}
            strange = set()
        elif kept[at].kind is not BlockKind.PARAGRAPH or not is_foreign(kept, at):
            break
        else:
            strange.add(at)
    known = len(foot.intersection(found)) + gone_below
    return frozenset(foot if known >= LEAST_IN_FOOT else ())


FOOT, LEAST_IN_FOOT = 8, 2
"""Lines that a house prints below a text at most, and those of them that are known."""


def surely_of_house(
    kept: Sequence[Block],
    found: Sequence[int],
    weighed: Mapping[int, float],
    names: Sequence[str],
    foot: frozenset[int],
    language: str,
) -> list[int]:
    """What goes of a text that speaks to its readers itself: its last lines, those that name the
    house, what stands among others of it at the foot, one without a full stop where all its
    others end with one, and where the text seldom speaks what speaks to readers."""
    all_end = all(_ends(block) for at, block in enumerate(kept) if at not in found)
    sure = [at for at in found if weighed[at] >= SPOKEN_BAR]
    last = {*takewhile({*sure}.__contains__, range(len(kept) - 1, len(kept) - 1 - CLOSING, -1))}
    seldom = bool(sure) and _speaks_seldom(kept, foot.union(found), language)
    return [
        at
        for at in sure
        if at in last
        or (at in foot and sure[-1] > at)
        or (all_end and form_of_line(kept[at]) is Form.OPEN)
        or names_house(kept, at, names)
        or (seldom and at >= OPENING and _speaks_surely(kept[at], weighed[at], language))
    ]


def _speaks_seldom(kept: Sequence[Block], others: Collection[int], language: str) -> bool:
    """Whether a text speaks to its readers in few of its lines that are none of `others`, and
    instructs them in none."""
    own = [own_words(block.text) for at, block in enumerate(kept) if at not in others]
    if instructs(own, language):
        return False
    return sum(speaks_to_readers([text], language) for text in own) * SELDOM < len(own)


def _speaks_surely(block: Block, weight: float, language: str) -> bool:
    return weight >= SILENT_BAR or bool(speaking_of(own_words(block.text), language))


def _ends(block: Block) -> bool:
    """Whether a block of a text ends as a sentence, or is no paragraph of it."""
    ends = block.text.rstrip(CLOSING_SIGNS)[-1:] in ENDS_OF_PROSE
    return ends or block.kind is not BlockKind.PARAGRAPH


ENDS_OF_PROSE = frozenset(SENTENCE_ENDS + COLONS)


def own_words(text: str) -> str:
    """A line without what is said in it behind a colon: «He reads one aloud: Send us salt.»"""
    if LABEL.match(text):
        return text
    before, colon, behind = text.partition(": ")
    return before if colon and len(behind.split()) > 1 else text
