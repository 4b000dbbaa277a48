"""Labels of what a text is filed under, tells of or is paid by: whom they name wrote nothing."""

from __future__ import annotations

import re

from pipeline.lines.mastheads import is_chief
from pipeline.page.elements import letters
from pipeline.people.byline_words import words

THINGS = frozenset(map(letters, words("filed")))
"""The folded words of such labels: «Guest», «القسم», «Book»."""


def is_filed(label: str) -> bool:
    """Whether a label is of what a text is filed under, tells of or is paid by, «Guest», «القسم»,
    of who heads the house, or what the person is there for, «للإعلان»."""
    return (
        is_chief(label)
        or label.startswith("لل")
        or not THINGS.isdisjoint(map(letters, label.split()))
        or label.startswith(_GLUED)
    )


def is_filed_line(text: str) -> bool:
    """Whether a line begins with such a label, and a colon."""
    label = _LABEL.match(text)
    return label is not None and is_filed(label[1])


_LABEL = re.compile(r"([^:：]{1,40})[:：]")
_GLUED = tuple(word for word in words("filed") if word[0] >= "\u3040" and len(word) > 1)
"""Such words in scripts without blanks, with which longer labels begin: «图书作者»."""
