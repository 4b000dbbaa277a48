"""Lines that lead to another text: a few words of a site before a colon, and that text's title."""

from __future__ import annotations

import re

from pipeline.lines.site_vocabulary import Vocabulary
from pipeline.lines.site_word_kinds import ASKS, LEADS, POINTS, STATES, TEXTS, THINGS, YOURS
from pipeline.lines.telling import reports
from pipeline.punctuation import FULL_STOPS
from pipeline.writing import is_as_long

MAX_HEAD_WORDS = 8
"""Words before the colon of a line that leads to another text."""
_QUOTED_HEAD = re.compile(r"[^»:：|>]*«[^»:：|>]*»")
"""What a line quotes first is somebody's, and no label before one."""
_COLON = re.compile("[:：>»|]")
_HEAD = re.compile(r"([^:：>»|]{3,60})\s*[:：>»|]\s*(\S.*)", re.DOTALL)


def leads_on(text: str, words: Vocabulary) -> bool:
    """Whether a line leads to another text, or asks to do something, before a colon."""
    match = _HEAD.fullmatch(text) if _COLON.search(text) else None
    if match is None and _DASH in text:
        return _leads_by_dash(text, words)
    told = match and words.read(match[1])
    if (
        match is None
        or _QUOTED_HEAD.match(text)
        or not told
        or told.names
        or told.strange
        or told.count > MAX_HEAD_WORDS
    ):
        return False
    is_open = match[2][-1] not in _STOPS
    if not is_open and reports(match[2], words.language):
        return False  # «Update: The bank said in the evening that cards work again.»
    if told.kinds & LEADS and told.kinds & (POINTS | YOURS | ASKS | THINGS):
        return told.count > 1 or is_open
    if told.kinds & LEADS and told.count == 1:
        return match[2][0].isupper() and is_open
    if told.kinds & STATES:
        return False
    if told.kinds & LEADS and (told.kinds & TEXTS or _is_led_to(match, words)):
        return True
    about = told.kinds & (POINTS | YOURS) and told.kinds & (THINGS | TEXTS)
    return bool(about) and told.called and not match[2][0].islower()


_DASH = " - "
_DASHED = re.compile(r"([^-:：.]{3,30}) - ([^-].*)", re.DOTALL)


def _leads_by_dash(text: str, words: Vocabulary) -> bool:
    """Whether what calls another text so, «Related story», stands before a dash and its title."""
    match = _DASHED.fullmatch(text)
    told = match and words.read(match[1])
    if match is None or not told or told.names or told.strange or told.kinds & STATES:
        return False
    return bool(told.kinds & LEADS and told.kinds & TEXTS) and _is_title(match[2])


LEAST_LEADING = 2
MIN_TITLE_CHARS, MIN_TITLE_SIGNS = 16, 6


_STOPS = frozenset(FULL_STOPS + "!！")


def _is_led_to(match: re.Match[str], words: Vocabulary) -> bool:
    """Whether several words before a colon lead on, «Also exciting:», to what may be a title: in
    scripts with capitals it begins with one."""
    leading = sum(bool(kind & LEADS) for kind in words.kinds(match[1].split()))
    return leading >= LEAST_LEADING and _is_title(match[2])


def _is_title(text: str) -> bool:
    ended = text[-1] in _STOPS or text[0].islower()
    return not ended and is_as_long(text, MIN_TITLE_CHARS, MIN_TITLE_SIGNS)
