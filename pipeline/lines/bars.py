"""How a line looks that is judged by its words, and what these must sum up to where it stands.

Texts end their sentences, and what stands below their last one is seldom theirs: of a line without
a full stop, or below the text, the words need to say less. Each bar was set on what is asked of
1,700 lines of texts and 500 of houses, so that it takes next to none of the first
(`docs/decisions/0021-lines-that-are-judged.md`).
"""

from __future__ import annotations

import re
from enum import Enum

from pipeline.lines.quoted import quotes_somebody
from pipeline.lines.speaking import is_open_line
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import QUESTION_MARKS
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words
from pipeline.writing import is_as_long

MIN_CHARS, MIN_SIGNS, MAX_CHARS = 20, 10, 140
MIN_BRIEF_CHARS, MIN_BRIEF_SIGNS, MIN_WORDS = 8, 5, 3
"""Letters of a brief line, and the words by which it is more than a name or a label's."""


class Form(Enum):
    """How a line ends, and how long it is."""

    SENTENCE = "sentence"
    OPEN = "open"
    """No sentence, and longer than a head."""
    BRIEF = "brief"
    """No sentence, and as long as a head."""
    WORDS = "words"
    """A word or two."""
    QUESTION = "question"


class Where(Enum):
    """Where a line stands: above its text, amid it, or below all that stays."""

    FIRST = "first"
    AMID = "amid"
    LAST = "last"


def form_of_line(block: Block) -> Form | None:
    """The form of a line that may be judged; None of one that quotes, labels others or is too
    long."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS or "\n" in text:
        return None
    if not is_as_long(text, MIN_BRIEF_CHARS, MIN_BRIEF_SIGNS):
        return None
    if text[0] in "¿¡":
        text = text[1:]
    if named := _NAMED_FIRST.match(text):
        text = text[named.end() :]
    if _OPENS.match(text) or ("(" in text[:MAX_DATELINE] and _DATELINE.match(text)):
        return None
    form = _form(block, text)
    return None if form is None or quotes_somebody(text) else form


def _form(block: Block, text: str) -> Form | None:
    end = text[-1]
    if end in _JAPANESE_ENDS and _JAPANESE_QUESTION.search(text):
        return Form.QUESTION
    if end in ENDS:
        return Form.SENTENCE if is_as_long(block.text, MIN_CHARS, MIN_SIGNS) else None
    if end in QUESTION_MARKS:
        return Form.QUESTION
    if "@" in text:  # who signs has an address
        return None
    if is_open_line(block) and is_as_long(block.text, MIN_CHARS, MIN_SIGNS):
        return Form.OPEN
    if end in _NO_BRIEF_ENDS or any(map(str.isdigit, text)):  # figures and days are facts
        return None
    return Form.BRIEF if spoken_words(text) >= MIN_WORDS else Form.WORDS


def bar_of(text: str, form: Form, where: Where, speaks: bool) -> int:
    """What the weights of a line sum up to at least, in tenths of the logarithm of the odds.
    `speaks` is whether it says «we» or «you», points to its page or names the house."""
    bars = _LABELLED.get(form) if LABEL.match(text) else None
    return (bars or _BARS[form, where])[speaks]


LEAST_SAID = 6
"""What the words alone of a line weigh at least that does not speak: names weigh nothing."""
NEVER = 1_000
_BARS: dict[tuple[Form, Where], tuple[int, int]] = {
    (Form.SENTENCE, Where.FIRST): (20, 13),
    (Form.SENTENCE, Where.AMID): (22, 13),
    (Form.SENTENCE, Where.LAST): (16, 10),
    (Form.OPEN, Where.FIRST): (10, 3),
    (Form.OPEN, Where.AMID): (5, 0),
    (Form.OPEN, Where.LAST): (3, 0),
    (Form.BRIEF, Where.FIRST): (25, 8),
    (Form.BRIEF, Where.AMID): (NEVER, 12),
    (Form.BRIEF, Where.LAST): (10, 5),
    (Form.WORDS, Where.FIRST): (NEVER, NEVER),
    (Form.WORDS, Where.AMID): (NEVER, NEVER),
    (Form.WORDS, Where.LAST): (25, 25),
    (Form.QUESTION, Where.FIRST): (NEVER, NEVER),
    (Form.QUESTION, Where.AMID): (NEVER, NEVER),
    (Form.QUESTION, Where.LAST): (10, 40),
}
"""Of lines that do not speak, and of those that do. A brief line amid a text may head what stands
below it, and a question be an interview's; what a text asks its readers at its end is its own."""
_LABELLED = {
    Form.SENTENCE: (28, 28),
    Form.OPEN: (8, 5),
    Form.BRIEF: (8, 5),
    Form.QUESTION: (20, 10),
}
"""The same of lines that begin with a label, as what somebody says and facts do."""

ENDS = frozenset(".!。！۔।")
_JAPANESE_ENDS = frozenset("か。")
_JAPANESE_QUESTION = re.compile("(?:です|ます|ません|でした|ました|でしょう)か。?$")
"""A question of Japanese is told by its last word, few have a mark. «…ませんか» invites."""
LABEL = re.compile(r"[^:：]{1,30}[:：]")
_NO_BRIEF_ENDS = frozenset(':：…,،;؛"”»)]')
_OPENS = re.compile(r"(?![«“„\"][^«»“”\"]{2,24}[»”“\"] )[\W\d]")
_NAMED_FIRST = re.compile(r"[«“„\"][^\s«»“”\"]+(?: [^\s«»“”\"]+){0,2}[»”“\"]\s(?=\w)")
"""What a line names in marks first, as a house may itself: «Copper Wire»."""
_DATELINE = late_pattern(r"[^\W\d_]+(?:\s[^\W\d_]+)?\s?\([^()]{3,60}\d[^()]{0,20}\)\s?\w")
MAX_DATELINE = 40
"""A place, and in brackets the house and the day: what the house says there is no more of its line,
«کراچی (… 04 نومبر 2026ء) …»."""
