"""Lines that say who wrote below a text, and when: what a reader is called, and a day."""

from __future__ import annotations

import re

from pipeline.bodies.spans import MIN_GOOD_CHARS, SENTENCE_END
from pipeline.days.relative import is_relative
from pipeline.page.pieces import Piece
from pipeline.patterns.late_patterns import late_pattern
from pipeline.records import BlockKind
from pipeline.text import spoken_words

MAX_STAMP_CHARS = 80
"""Letters of a line with a reader's name and the time."""
MOMENT = re.compile(
    r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b(?:[\s,،|-]+\d{1,2}[:.]\d{2})?"
    r"|\b\d{1,2}\.?\s[^\W\d_]{2,}(?:\s[^\W\d_]{3,})?\.?,?\s(?:19|20)\d\d\b"
    r"|\b[^\W\d_]{3,}\s\d{1,2},\s(?:19|20)\d\d\b"
)
"""A day with its year."""


def is_stamped(piece: Piece) -> bool:
    """Whether a line, or the first one of an item or a row, is a name, or what readers call
    themselves, and the moment at which somebody wrote."""
    text, parted, said = piece.text.partition(parting(piece))
    if not text or (parted and len(said) < MIN_GOOD_CHARS):
        return False
    if len(text) > MAX_STAMP_CHARS:
        return False
    if not parted and _SAYS.search(text) and 1 < spoken_words(text) <= MAX_STAMP_WORDS:
        return True
    if text[-1] in SENTENCE_END:
        return False
    counted = any(map(str.isdigit, text))
    spaced = _GLUED.sub(" ", text) if counted else text
    moment = MOMENT.search(spaced) if counted else None
    if moment is None:
        # «Jane2 hours ago»: style alone may part a name from the time.
        parts = (part.text for part in piece.element if part.tag in _PARTS and part.text)
        told = next((part for part in (spaced, *parts) if is_relative(part)), None)
        if told is not None:
            return _names(spaced, told if told != spaced else "")
        day = timed(piece) if counted else None
        return day is not None and _names(text, day)
    return _names(spaced, moment[0])


def timed(piece: Piece) -> str | None:
    """The day that an element for times says in a line, without its year: «1 May». Hours head the
    entries of a live report."""
    said = (part.text or "" for part in piece.element.iter("time"))
    days = (part for part in said if 0 < len(part) <= MAX_MOMENT_CHARS and ":" not in part)
    return next(days, None)


_SAYS = late_pattern(
    r"\s(?:يقول|گفت|says|sagt|dit|dice|ha detto|disse|dedi ki|говорит|schreef|pisze|berkata|"
    r"skriver)\s?(?:[:：]|\.\.\.|…)$"
)
"""How WordPress and Blogger name who wrote a comment: «Jane says:»."""


def is_moment(text: str) -> bool:
    """Whether a line is a day, with a time perhaps, and no more."""
    if not text[0].isalnum() or not any(map(str.isdigit, text)):
        return False
    moment = MOMENT.search(text) if len(text) <= MAX_MOMENT_CHARS else None
    return moment is not None and not any(map(str.isalpha, text.replace(moment[0], "")))


MAX_MOMENT_CHARS = 30


def is_lone_moment(piece: Piece) -> bool:
    """Whether beside its day a line has but hours and the small words before them: «at 18h05»."""
    moment = MOMENT.search(piece.text)
    rest = piece.text.replace(moment[0], " ") if moment is not None else piece.text
    return moment is not None and not any(len(w) > 3 and w.isalpha() for w in rest.split())


def is_below_name(piece: Piece, above: Piece) -> bool:
    """Whether a line is the moment alone, and the one right above it in the same box a name."""
    if not is_moment(piece.text) or above.link_share > 0:
        return False
    if above.text[-1] in SENTENCE_END and not INITIAL.search(above.text):
        return False
    box = piece.element.getparent()
    named = len(above.text) <= MAX_MOMENT_CHARS and spoken_words(above.text) <= MAX_STAMP_WORDS
    return named and box is not None and above.element.getparent() in (box, piece.element)


INITIAL = re.compile(r"\s[^\W\d_]\.$")


def parting(piece: Piece) -> str:
    """What parts the first line of a piece from what is said in the same one."""
    return " | " if piece.kind is BlockKind.TABLE_ROW else "\n"


def _names(text: str, moment: str) -> bool:
    """Whether beside the moment a line has few words more, of letters."""
    rest = text.replace(moment, " ") if moment else text
    words = [word for word in rest.split() if any(map(str.isalpha, word))]
    return 0 < len(words) <= MAX_STAMP_WORDS and (bool(moment) or len(words) > MOMENT_WORDS)


_GLUED = re.compile(r"(?<=[^\W\d_])(?=\d)")
_PARTS = frozenset({"span", "i", "em", "small", "time", "a", "b", "abbr"})
MAX_STAMP_WORDS, MOMENT_WORDS = 7, 2
"""Words of a name and a time ago, and of the shortest time ago: «منذ ساعتين»."""


def ends(piece: Piece) -> bool:
    """Whether a line ends as a sentence does."""
    return piece.text[-1] in SENTENCE_END
