"""What Hebrew writes onto a word: the article, «and», and the prepositions of one letter."""

from __future__ import annotations

import re

_WORD = re.compile("[א-ת]{2,}")
_ARTICLE = "ה"
_WRITTEN_ON = ("ה", "ו", "ב", "ל", "כ", "וה", "וב", "ול", "של", "שה", "כש", "מה")
_ON_LONG_WORDS = ("מ", "ש", "ומ", "וש")
"""Letters with which many words of four letters begin by themselves: «מספר» is not of «ספר»."""
LEAST_LETTERS = 3
"""Of a word that is looked for with what may be written onto it."""


def with_particles(word: str) -> tuple[str, ...]:
    """A folded Hebrew word with what may be written onto it, and without its article; itself not
    included. Empty for other and for shorter words."""
    if len(word) < LEAST_LETTERS or not _WORD.fullmatch(word):
        return ()
    bare = word
    if word.startswith(_ARTICLE) and len(word) > LEAST_LETTERS:
        bare = word.removeprefix(_ARTICLE)
    more = _ON_LONG_WORDS if len(bare) > LEAST_LETTERS else ()
    forms = (bare, *(particle + bare for particle in (*_WRITTEN_ON, *more)))
    return tuple(form for form in forms if form != word)
