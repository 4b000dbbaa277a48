"""The scripts and languages of lines, as far as rules for cleaning care."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import SENTENCE_ENDS

LATIN = frozenset(
    "de fr es it pt nl tr id pl vi sv cs fi hu ro sr ca et lt lv sl az ku".split()  # noqa: SIM905
)

SHARED = {
    "no": "sv",
    "nb": "sv",
    "nn": "sv",
    "da": "sv",
    "is": "sv",
    "sk": "cs",
    "ms": "id",
    "af": "nl",
    **dict.fromkeys(("hr", "bs", "sh", "me"), "sr"),
}
"""Languages whose rules stand in the file of a near one."""


SCRIPTS = {
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "ur"), "arabic"),
    **dict.fromkeys(("zh", "ja", "ko"), "cjk"),
    **dict.fromkeys(("en", *LATIN), "latin"),
    **dict.fromkeys(("ru", "uk", "bg"), "cyrillic"),
    "he": "hebrew",
    "hi": "devanagari",
    "el": "greek",
    "bn": "bengali",
    "th": "thai",
}
UNSPACED_SCRIPTS = frozenset({"cjk", "thai"})
"""Scripts that put no blanks between words."""
VOWELLESS = frozenset({"arabic", "hebrew"})
"""Scripts that write no short vowels."""
_OF_SCRIPT = (
    ("arabic", re.compile("[\u0620-\u06d5\u06fa-\u06ff]")),
    ("cjk", late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("hebrew", re.compile("[\u05d0-\u05ea]")),
    ("devanagari", re.compile("[\u0904-\u0939]")),
    ("greek", re.compile("[\u0391-\u03c9]{2}")),
    ("bengali", re.compile("[\u0985-\u09b9]")),
    ("thai", re.compile("[\u0e01-\u0e2e]")),
)
_OF_OTHERS = late_pattern("[\u0391-\u06ff\u0904-\u0939\u0985-\u09b9\u0e01-\u0e2e\u3040-\ud7af]")
"""The letters of all these scripts, and some more."""


def is_written_in_japan(text: str) -> bool:
    """Whether Japanese has all signs of a text: it lacks those that Chinese simplified, and all of
    Korean."""
    try:
        text.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def is_as_long(text: str, chars: int, signs: int) -> bool:
    """Whether a text has so many characters, or so many signs of a script without blanks; of those
    that write vowels too it has half as many more, or twice as many."""
    size = len(text)
    if size >= chars or size < signs:
        return size >= chars
    script = script_of(text)
    if script == "thai":
        return size >= signs * 2
    return script == "cjk" and size * 2 >= signs * (3 if _HANGUL.search(text) else 2)


_HANGUL = late_pattern("[\uac00-\ud7af]{2}")


def script_of(text: str) -> str:
    """The script of a line as far as rules care: the first of theirs in it, else Latin."""
    if text.isascii() or not _OF_OTHERS.search(text):
        return "latin"
    for name, letters in _OF_SCRIPT:
        if letters.search(text):
            return name
    return "latin"


def lacks_stops(paragraphs: Sequence[str]) -> bool:
    """Whether hardly one of several paragraphs of a text ends as a sentence."""
    ended = sum(text.endswith(_STOPS) for text in paragraphs)
    return len(paragraphs) > 1 and ended * 2 < len(paragraphs)


_STOPS = tuple(SENTENCE_ENDS)
