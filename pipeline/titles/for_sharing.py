"""Titles for sharing that tell of another thing than the headline: one for the whole site, one that
a content system left from another article."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.common_words import languages_of
from pipeline.page.elements import letters
from pipeline.text import spoken_words

MIN_WORD_CHARS = 5
"""Letters in which a word of two titles is one: fewer are an article, or «with»."""

MIN_WORDS = 2
"""Such words of a headline by which alone another title is told; of a script that has few of them
all its words are but the commonest, «از»."""


_SIGNS = re.compile(r"\s+[|•·:–—-]\s+")


def _is_brief(word: str) -> bool:
    """Whether a word in Arabic or Hebrew letters has two of them: «کی», «در», «من»."""
    return len(word) <= BRIEF and "\u05d0" <= word[:1] <= "\u06ff"


BRIEF = 2


def parts_of(shared: str) -> list[str]:
    """What signs part in a title for sharing: a headline, a section, the site's name."""
    return _SIGNS.split(shared)


def tells_of_another(shared: str, headline: str, page_title: str = "") -> bool:
    """Whether a title for sharing is all that the tab says beside the headline, the site's name, or
    has no word of the headline, whatever its ending is; in scripts without blanks, no two signs of
    it beside each other."""
    key = letters(shared)
    rest = letters(page_title).replace(letters(headline), "", 1)
    parts = map(letters, parts_of(shared)) if letters(headline) not in key else ()
    if rest and rest in (key, *parts):
        return True  # the site's name, with a section's perhaps
    words = [*map(letters, headline.split())]
    if spoken_words(headline) > len(words):  # no blanks part them
        pairs = map("".join, pairwise(letters(headline)))
        return not any(pair in key for pair in pairs if not pair.isdecimal())
    long = [word[:MIN_WORD_CHARS] for word in words if len(word) >= MIN_WORD_CHARS]
    if len(long) < MIN_WORDS:
        small = languages_of()
        said = {word for word in words if word not in small and not _is_brief(word)} or {*words}
        return not said & {*map(letters, shared.split())} - {""}
    return not any(word in key for word in long)
