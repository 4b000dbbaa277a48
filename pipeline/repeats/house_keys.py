"""Lines that tell nothing of what their text does, and that another article of the source has too.

Two articles may share a sentence that tells of their matter, a newsroom's background; what only
speaks of house or reader, with no word of what the text is about, is a template's from the second
article on that has it. A template may fill such a line with what is the article's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.fingerprints import skeleton
from pipeline.lines.asides import speaks_to_readers
from pipeline.lines.notice_words import is_of_house
from pipeline.lines.quoted import quotes_somebody
from pipeline.lines.stems import stems_of
from pipeline.lines.telling import reports
from pipeline.punctuation import QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.repeats.filled_lines import SLOT, unfilled
from pipeline.writing import script_of

OF_HOUSE = "^"
"""Ends what a line is known by of which the rest of its text tells nothing."""
MIN_LETTERS, MAX_CHARS = 20, 200
MIN_LINES = 4
"""Lines of a text that shows what it tells of."""
LAST_LINES = 3
"""Lines at a text's end of which one may be a template's that asks something, or is no sentence."""
_ASKS = tuple(QUESTION_MARKS)


def house_key(block: Block, phrases: Sequence[str]) -> str | None:
    """What a paragraph is known by, without what is the article's own (`phrases`); None for what is
    too short or long for one, or says what somebody says."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS:
        return None
    key = unfilled(text, phrases) or skeleton(text)
    if len(key.replace(SLOT, "")) < MIN_LETTERS or quotes_somebody(text):
        return None
    return f"{key}{OF_HOUSE}"


def house_keys(
    blocks: Sequence[Block], phrases: Sequence[str], language: str | None
) -> Iterator[str]:
    """What the lines of a text are known by that speak of house or reader, or are no sentences and
    stand at its end, and tell nothing that it tells elsewhere."""
    if len(blocks) < MIN_LINES:
        return
    for at, block in enumerate(blocks):
        ends = at >= len(blocks) - LAST_LINES
        if not (ends or not block.text.endswith(_ASKS)):
            continue
        key = house_key(block, phrases)
        if key is None or not _is_house_s(block.text, language, ends):
            continue
        if tells_nothing_of(blocks, at, phrases):
            yield key


def _is_house_s(text: str, language: str | None, ends: bool) -> bool:
    """Whether a line speaks of house or reader, or ends a text and tells nothing: it asks, or is no
    sentence. Open lines of figures are facts, as the prices of two concerts are the same."""
    known = (language or "")[:2]
    said = is_of_house(text, language) or speaks_to_readers((text,), known)
    is_sentence = text[-1] in SENTENCE_ENDS and not text.endswith(_ASKS)
    if not said and (not ends or is_sentence or any(map(str.isdigit, text))):
        return False
    return not reports(text, known)


def tells_nothing_of(blocks: Sequence[Block], at: int, phrases: Sequence[str]) -> bool:
    """Whether a line shares no more than a long word with the rest of its text, or few of many, but
    for what is the article's own: that a template fills in."""
    text = blocks[at].text
    words = (unfilled(text, phrases) or _words(text)).replace(SLOT, " ")
    least = LONG.get(script_of(text), LONG_LETTERS)
    stems = {stem for word in words.split() if len(word) >= least for stem in stems_of(word)}
    rest = "\n".join(_words(block.text) for other, block in enumerate(blocks) if other != at)
    shared = sum(stem in rest for stem in stems)
    return shared <= MAX_SHARED or shared * FEW <= len(stems)


LONG_LETTERS, LONG = 5, {"arabic": 5, "cjk": 2}
"""Letters of words that tell what a text is about: shorter ones stand in all texts."""
MAX_SHARED, FEW = 1, 3


@lru_cache(maxsize=2_000)
def _words(text: str) -> str:
    """A line's folded words: all lines of a text are asked for each that may be its house's."""
    return " ".join(filter(None, map(skeleton, text.split())))
