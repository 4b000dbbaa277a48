"""Labels of what a text is filed under, tells of or is paid by: whom they name wrote nothing."""

from __future__ import annotations

import re

from pipeline.lines.mastheads import is_chief
from pipeline.page.elements import letters
from pipeline.people.byline_words import words
from pipeline.people.common_names import given_names

THINGS = frozenset(map(letters, words("filed")))
"""The folded words of such labels: «Guest», «القسم», «Book»."""


def is_filed(label: str) -> bool:
    """Whether a label is of what a text is filed under, tells of or is paid by, «Guest», «القسم»,
    of who heads the house, or what the person is there for, «للإعلان»."""
    if label.startswith(_REPORTERS):
        return False  # «مراسل صدى المدينة»
    return (
        is_chief(label)
        or label.startswith("لل")
        or not THINGS.isdisjoint(map(letters, label.split()))
        or label.startswith(_GLUED)
    )


def tells_with_whom(text: str) -> bool:
    """Whether a line begins with a word for "with": whom a text was talked over with, «With Jane
    Doe, professor of law»."""
    if text[:1] not in _BEGINS:
        return False
    may_be = _MAY_BE_WITH.match(text)
    return _WITH.match(text) is not None or (may_be is not None and may_be[1] in given_names())


_REPORTERS = ("مراسل", "موفد", "مبعوث", "مندوب")


_BEGINS = frozenset("مبwWaAcCmMdDbBсСzZзЗ")
"""The letters with which these begin: a quick look before a slow one."""
_WITH = re.compile(
    r"(?:مع|با|[Ww]ith|[Aa]vec|[Mm]it|[Dd]engan|[Bb]ersama|[Cc]ùng|[Сс] участием:?|[Зз]а участю:?"
    r"|[Zz] udziałem:?)\s(?=[^\W\d_a-z])"
)
_MAY_BE_WITH = re.compile(r"(?:Con|Com|Met)\s([^\W\d_]+)\s[^\W\d_]")
"""The same where the word may be a given name too, «Con Doyle», before one that is."""
WITH_BEHIND = (" ile", " के साथ", " کے ساتھ")
"""The same in languages that say so behind a name."""
_GLUED = tuple(word for word in words("filed") if word[0] >= "\u3040" and len(word) > 1)
"""Such words in scripts without blanks, with which longer labels begin: «图书作者»."""
