"""The words of written dates, and what a line says of its dates before it names them."""

from __future__ import annotations

import re
import unicodedata

from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.patterns.word_patterns import any_word

_NOUGHTS = "٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀០᠐"
"""The digits of each script follow its nought in Unicode."""
_DIGITS = {ord(nought) + digit: str(digit) for nought in _NOUGHTS for digit in range(10)}
_DROPPED = re.compile(
    "[\u0307\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]"
)

WORDS = read_rules("dates.toml")
"""What stands in written dates beside the months."""


def plain(text: str) -> str:
    """Text as the rules have it: lower case, ASCII digits, no marks, single spaces."""
    text = _DROPPED.sub("", unicodedata.normalize("NFKC", text).translate(_DIGITS).lower())
    return " ".join(text.replace("،", ",").split())


_MODIFIED = late_pattern(
    rf"(?<!\w)(?:{any_word(plain(w) for w in WORDS['modified'])})(?!\w|\s+by\b)"
)
_PUBLISHED = late_pattern(rf"(?<!\w)(?:{any_word(plain(w) for w in WORDS['published'])})(?!\w)")
_LABEL = late_pattern(
    rf"(?:{any_word(plain(w) for w in [*WORDS['published'], *WORDS['modified']])})(?!\w)"
)
_ON = re.compile(rf"\W+(?:{any_word(plain(word) for word in WORDS['on'])})(?!\w)")
_OTHER = late_pattern(any_word(plain(word) for word in WORDS["other"]))
_OTHER_AT_END = re.compile(rf"(?:{any_word(plain(word) for word in WORDS['other'])})\s*$")
_HAPPENS = any_word(plain(word) for word in WORDS["happens"])
_SAYS_IT_HAPPENS = late_pattern(
    rf"(?<!\w)(?:{_HAPPENS})\s*(?:[:：?]|(?:{any_word(WORDS['is'])})(?!\w))"
)
_IS_HAPPENING = late_pattern(rf"\W*(?:{_HAPPENS})\W*")
_HINT = late_pattern(
    r"\d|[٠-٩۰-۹]|دقيق|دقائق|دقیق|ساع|يوم|روز|گھنٹ|hour|minute|stunde|heure|hora|saat|"
    + any_word([*WORDS["relative"]["days"], *WORDS["relative"]["counted"]]),
    re.IGNORECASE,
)


def before_numbers(low: str) -> str:
    """What a plain text says before its first number."""
    return re.split(r"\d", low, maxsplit=1)[0]


def speaks_of_change(text: str) -> bool:
    """Whether a text speaks of an update before its first number, not of publication."""
    return speaks_of_modification(before_numbers(plain(text)))


def speaks_of_modification(low: str) -> bool:
    """Whether a plain text holds a word for an update."""
    return bool(_MODIFIED.search(low))


def speaks_of_publication(low: str) -> bool:
    """Whether a plain text holds a word for the publication."""
    return bool(_PUBLISHED.search(low))


def says_what_happens(low: str) -> bool:
    """Whether a plain text has the label of a day on which something happens, begins or ends before
    its first number: «When: Saturday, 12 May», «Anmeldeschluss ist der 12. Mai»."""
    before = before_numbers(low)
    return _SAYS_IT_HAPPENS.search(before) is not None and not speaks_of_publication(before)


def is_label_of_happening(text: str) -> bool:
    """Whether a text is such a label, and no more."""
    return _IS_HAPPENING.fullmatch(plain(text)) is not None


def begins_with_day_label(text: str) -> bool:
    """Whether a text begins with what stands before a day of publication or of a change."""
    return _LABEL.match(plain(text)) is not None


def is_day_label(text: str) -> bool:
    """Whether a text is what stands before a day, and no more, or a colon behind it: «Last
    updated»."""
    low = plain(text)
    end = label_end(low)
    return end > 0 and low[end:].lstrip()[:1] in ("", ":", "：")


_ON_AT_END = re.compile(rf"(?<!\w)(?:{any_word(plain(word) for word in WORDS['on'])})$")


def ends_with_on(low: str) -> bool:
    """Whether a plain text ends with what stands between a word and a day: «by Jane Doe on»."""
    return _ON_AT_END.search(low) is not None


def label_end(low: str) -> int:
    """Where the label of a day ends that a plain text begins with, «posted on»; 0 without one."""
    label = _LABEL.match(low)
    if label is None:
        return 0
    on = _ON.match(low, label.end())
    return (on or label).end()


def without_labels(low: str) -> str:
    """A plain text without the words that stand before a day of publication or of a change."""
    return _LABEL.sub("", low)


def speaks_of_other(text: str) -> bool:
    """Whether a text's first day is an end of offer, a copyright or the like."""
    if _OF_OTHERS.search(text):
        return True
    low = plain(text)
    before = before_numbers(low)
    if _OTHER.search(without_labels(before)):  # «Online seit …» is the publication's
        return True
    ends = _DAY_WITH_YEAR.search(low) if len(low) > len(before) else None
    return ends is not None and bool(_OTHER_AT_END.search(without_labels(low[: ends.start()])))


_OF_OTHERS = late_pattern(
    r"\.(?:jpe?g|png|gif|webp|heic|mp[34]|pdf|docx?)$|\(@\w+\)|^[*†✝]\s?\d"
    rf"|(?<!\w)(?:{any_word(WORDS['pictures'])})\s?[:：©]",
    re.IGNORECASE,
)
"""A file, «WhatsApp Image 2025-09-28 at 2.37.11 PM.jpeg», whose day is that of its making, a post
by its account, a picture by who took it, a life by its signs."""
_DAY_WITH_YEAR = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? [^\W\d_]{3,10}\.? \d{4}")


def has_hint(text: str) -> bool:
    """Whether a text can hold a date at all."""
    return bool(_HINT.search(text))
