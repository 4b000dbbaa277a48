"""Lines that announce another article of the source: its title, behind a label or not.

«See also: Harbour city wins a second plant» is known by the title, whatever the label, in whatever
language; and by a label that has stood before such titles other announcements are known too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from pipeline.fingerprints import skeleton
from pipeline.punctuation import FULL_STOPS, SENTENCE_ENDS
from pipeline.text import spoken_words
from pipeline.writing import script_of

MIN_WORDS = 4
MIN_LETTERS = 16
"""A shorter title may stand in a text by chance."""
MIN_UNSPACED_LETTERS = 10
"""The same where letters are words or syllables."""

MAX_LABEL_WORDS = 8
MAX_WORDS_BEHIND = 4
"""Words behind a title in a line without a sentence's end: «We told it in … last week»."""
MAX_LABEL_CHARS = 40
_LABEL = re.compile(rf"([^:：|»]{{2,{MAX_LABEL_CHARS}}}?)\s*[:：|»]\s*(?=\S)")
_LABEL_STOPS = re.compile(r"[:：|»】」]")
"""Behind a label there may be no blank, as where words have none between them."""
_LABEL_END = (":", "：", "|", "»")


def title_keys(titles: Iterable[str]) -> frozenset[str]:
    """The skeletons of the titles that no text holds by chance."""
    return frozenset(skeleton(title) for title in titles if _is_telling(title))


def _is_telling(title: str) -> bool:
    letters = len(skeleton(title))
    if script_of(title) == "cjk":
        return letters >= MIN_UNSPACED_LETTERS
    return letters >= MIN_LETTERS and spoken_words(title) >= MIN_WORDS


def label_of_other(text: str, titles: Collection[str], own: str) -> str | None:
    """What stands before another article's title in a line that ends with it, "" where nothing
    does; None for all other lines.

    `titles` come from `title_keys`, `own` is the skeleton of the article's own title.
    """
    whole = skeleton(text)
    if whole == own:
        return None
    if whole in titles:
        return ""
    words, at = _LABEL_STOPS.sub(r"\g<0> ", text).split(), 0
    ends = [whole] if text[-1] in SENTENCE_ENDS else _ends(whole, words)
    for count, word in enumerate(words[:MAX_LABEL_WORDS], start=1):
        at += len(skeleton(word))
        named = {until[at:] for until in ends}
        if own in named:
            return None
        if not named.isdisjoint(titles):
            return None if _goes_on(words, count) else " ".join(words[:count])
    return None


def _goes_on(words: Sequence[str], count: int) -> bool:
    """Whether a sentence that ends with a full stop goes on with words that happen to be a title:
    nothing parts them from the words before, or they begin with a small letter."""
    before, behind = words[count - 1], words[count]
    parted = not (before[-1].isalnum() and behind[0].isalnum())
    return words[-1][-1] in FULL_STOPS and (behind[0].islower() or not parted)


def _ends(whole: str, words: Sequence[str]) -> list[str]:
    """A line's skeleton, and the same without its last words."""
    ends = [whole]
    for word in words[: -MAX_WORDS_BEHIND - 1 : -1]:
        ends.append(ends[-1].removesuffix(skeleton(word)))
    return ends


def label_key(label: str) -> str | None:
    """What a label with the sign that ends it is known by, «See also:»; None for what is none."""
    text = label.rstrip()
    if not text.endswith(_LABEL_END) or len(text) > MAX_LABEL_CHARS:
        return None
    key = skeleton(text)
    return f"{key}:" if key else None


def key_of_line(text: str) -> str | None:
    """The key of the label that a line begins with; None where it begins with none."""
    found = _LABEL.match(text)
    return label_key(f"{found[1]}:") if found else None
