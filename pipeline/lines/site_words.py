"""Short lines that are made of nothing but the words of a site's template.

How a site asks, labels and explains changes from house to house and year to year; the words that it
does so with are few. A line all of whose words are among them speaks of the site; news name
somebody or something else within a few words. `pipeline.lines.site_vocabulary` knows them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.entry_heads import is_plain_head
from pipeline.lines.given_back import (
    give_columns_back,
    give_entries_back,
    give_lists_back,
    give_rows_back,
    heads_items,
)
from pipeline.lines.known_lines import named_by_heading
from pipeline.lines.leading import leads_on
from pipeline.lines.quoted import MARKS, without_names
from pipeline.lines.site_vocabulary import Vocabulary, vocabulary_of
from pipeline.lines.site_word_kinds import (
    ASKS,
    DEVICES,
    HOUSE,
    LEADS,
    POINTS,
    STATES,
    TEXTS,
    THINGS,
    YOURS,
)
from pipeline.lines.steps import give_below_numbers_back, give_rows_of_steps_back, give_steps_back
from pipeline.lines.telling import reports
from pipeline.lines.verdicts import is_verdict
from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import COLONS, QUESTION_MARK, SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words
from pipeline.writing import UNSPACED_SCRIPTS, is_as_long, script_of

MAX_CHARS = 160
"""A longer line tells more."""
MAX_LINES = 6
"""An article with more such lines within its text instructs its readers."""

_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})
_ANNOUNCE = (":", "：")


def site_lines(
    kept: Sequence[Block],
    language: str | None,
    sites: frozenset[str] = frozenset(),
    title: str = "",
) -> frozenset[Block]:
    """The short lines of a text that hold only words of the site's template and speak to readers,
    label or lead elsewhere. `language` is the page's; without one nothing is taken. `sites` are
    the folded names of the site: in its lines they stand for «we»."""
    words = vocabulary_of((language or "")[:2])
    if words is None:
        return frozenset()
    names = tuple(name for name in sites if len(name) >= _least(name))
    found = [_is_of_site(block, words, names) for block in kept]
    for at in _naming_house(kept, found, words, names):
        found[at] = True
    for at in range(max(FIRST_NAMING, len(kept) - LAST_ASKING), len(kept)):
        found[at] = found[at] or _calls_behind_question(kept[at], words)
    if any(found):
        give_columns_back(kept, found, words.language)
        give_steps_back(kept, found, words, title)
        give_entries_back(kept, found)
    _give_heads_back(kept, found, words)
    give_rows_back(kept, found)
    for at in range(1, len(kept)):
        if kept[at - 1].text.endswith(_ANNOUNCE):  # what it announces is the text's, and a list
            found[at] = False
            found[at - 1] = found[at - 1] and kept[at].kind is not BlockKind.LIST_ITEM
    give_lists_back(kept, found)
    give_below_numbers_back(kept, found)
    give_rows_of_steps_back(kept, found)
    first = next((at for at, own in enumerate(found) if not own), len(kept))
    last = next((at for at in range(len(kept) - 1, -1, -1) if not found[at]), -1)
    if first > last or sum(found[first:last]) > MAX_LINES:
        found[first : last + 1] = [False] * (last + 1 - first)
    return frozenset(block for block, own in zip(kept, found, strict=True) if own)


def _give_heads_back(kept: Sequence[Block], found: list[bool], words: Vocabulary) -> None:
    """A word or two amid a text that only name what sites have too head what stands below them,
    «Reactions», and a few words where other plain lines head what is below them."""
    first = next((at for at, own in enumerate(found) if not own), len(kept))
    for at in range(first, len(kept) - 1):
        text, below = kept[at].text, kept[at + 1]
        if not found[at] or found[at + 1] or below.kind is BlockKind.HEADING:
            continue
        row = below.kind is BlockKind.TABLE_ROW and kept[at].kind is not BlockKind.LIST_ITEM
        listed = heads_items(kept, at) and not any(found[at + 1 : at + 3])
        if not (row or listed or is_as_long(below.text, MIN_BELOW_CHARS, MIN_BELOW_SIGNS)):
            continue
        told = words.read(text)
        if told is None or told.numbers or (told.kinds & LEADS and told.kinds & TEXTS):
            continue
        is_name = spoken_words(text) <= MAX_NAMING_WORDS
        if row:  # of a table, «What's in the box»
            found[at] = bool(told.kinds & _HEADLESS)
        elif is_verdict(text) or (
            is_name and (not told.kinds & _SPEAKING or _names_comments(text))
        ):
            found[at] = False
        elif is_plain_head(kept, at) and (not told.kinds & _HEADLESS or _names_comments(text)):
            found[at] = not any(
                not found[n] and is_plain_head(kept, n) for n in range(first, len(kept))
            )


def _names_comments(text: str) -> bool:
    """Whether a line is a label of comments, which rules have found to head a section."""
    return named_by_heading(text) == "comments"


MAX_NAMING_WORDS = 2
MIN_BELOW_CHARS, MIN_BELOW_SIGNS = 40, 15
_HEADLESS = ASKS | POINTS | YOURS
"""What a plain head among others, «Une version précédente», has no word of, nor of a text behind
one that leads on."""
_SPEAKING = _HEADLESS | LEADS | DEVICES | TEXTS


MIN_SITE_LETTERS = 5
MIN_UNSPACED_LETTERS = 3
"""A shorter name of a site is any word."""
MAX_SITE_WORDS = 5


def _least(name: str) -> int:
    return MIN_UNSPACED_LETTERS if script_of(name) in UNSPACED_SCRIPTS else MIN_SITE_LETTERS


def _with_site(text: str, sites: Sequence[str]) -> str:
    """A line with a word for «we» in place of the site's names."""
    whole = letters(text)
    named = [site for site in sites if site in whole]
    if not named:
        return text
    if script_of(text) in UNSPACED_SCRIPTS:
        return text.replace(max(named, key=len), HOUSE)
    words = text.split()
    for at in range(len(words)):
        for end in range(min(len(words), at + MAX_SITE_WORDS), at, -1):
            key = letters("".join(words[at:end]))
            if any(key in (site, f"{site}s") or key in _before(site) for site in named):
                stop = words[end - 1][-1]
                opens = words[at][0] if words[at][0] in MARKS else ""
                if opens and not MARKS.isdisjoint(words[end - 1][1:]):
                    opens, stop = "", "" if stop in MARKS else stop
                words[at:end] = [opens + HOUSE + ("" if stop.isalnum() else stop)]
                return " ".join(words)
    return text


def _before(site: str) -> tuple[str, ...]:
    """A site's name with what Arabic writes onto it."""
    if not "\u0621" <= site[0] <= "\u06d5":
        return ()
    short = (f"ل{site[1:]}",) if site.startswith("ال") else ()
    return (*(f"{sign}{site}" for sign in "لبوكف"), *short)


def _is_of_site(block: Block, words: Vocabulary, sites: Sequence[str]) -> bool:
    if block.kind not in _LINES or len(block.text) > MAX_CHARS:
        return False
    if "\n" in block.text and any(map(_is_sentence, block.text.split("\n")[1:])):
        return False
    text = _with_site(block.text, sites) if sites else block.text
    text = without_names(text) if block.kind is BlockKind.PARAGRAPH else text
    if not text.strip():
        return False
    if OF_REVIEW.fullmatch(text):
        return False
    told = words.read(text)
    if told is None or (told.strange and not told.is_of_site()):
        return (block.level or MIN_LEADING_LEVEL) >= MIN_LEADING_LEVEL and leads_on(text, words)
    if not told.is_of_site() or (told.kinds & STATES and text.endswith(_ANNOUNCE)):
        return False
    if block.kind is BlockKind.HEADING and not told.may_head():
        return (block.level or 1) >= MIN_LEADING_LEVEL and leads_on(text, words)
    return MARKS.isdisjoint(text) and not reports(text, words.language)


def _is_sentence(row: str) -> bool:
    """Whether a row of a block is a sentence, as no label's is: a text goes on there."""
    return row.endswith(tuple(SENTENCE_ENDS)) and is_as_long(row, MIN_ROW_CHARS, MIN_ROW_SIGNS)


MIN_ROW_CHARS, MIN_ROW_SIGNS = 40, 14
OF_REVIEW = re.compile(
    r"[^\W\d][^\d:：/]{1,20}[:：]\s?\S{1,4}\s?(?:/|out of|من|von|sur|de|su|из|از)\s?(?:10|١٠|۱۰)"
)
"""What a review gives of ten, «Rating: 8 out of 10»: readers give of five, and are counted."""
MIN_LEADING_LEVEL = 5
"""The level of headings from which on they may lead to another text: editors write such lines in
what has small letters."""
FIRST_NAMING = 2
"""Lines above a text of which one may be its standfirst: «The mayor tells The Courier why»."""
LAST_ASKING = 3
"""Lines at the end of a text of which some ask readers what they think of it."""
_PARTED = frozenset("\n/|")
"""What parts the lines of a block, and those who sign it: «The Courier / Jane Doe, Leeds»."""
MIN_NAMING, MAX_NAMING = 4, 16
"""Words of an open line in which a house names itself."""
_NAMING_ENDS = frozenset(SENTENCE_ENDS + COLONS + '،,"”»)')


def _naming_house(
    kept: Sequence[Block], found: Sequence[bool], words: Vocabulary, sites: Sequence[str]
) -> list[int]:
    """The places of lines without a full stop that name the house itself, amid a text that names it
    in no sentence: «All prices, minute by minute, on The Courier's board». What tells of the house
    has its name there too."""
    if not sites:
        return []
    naming = [
        at
        for at in range(FIRST_NAMING, len(kept))
        if not found[at] and _names_house(kept[at], words, sites)
    ]
    if not naming:
        return []
    told = (b.text for at, b in enumerate(kept) if not found[at] and at not in naming)
    told = (_DATELINE.sub("", text, 1) if not at else text for at, text in enumerate(told))
    ended = (letters(text) for text in told if text[-1] in _NAMING_ENDS)
    return [] if any(name in text for text in ended for name in sites) else naming


_DATELINE = re.compile(r"[^.!?؟«“\"]{3,50}?(?:\s[-–—/|]\s|\s?:\s|\n)")
"""What a report begins with that names its place and house, «LEEDS, The Courier – …»."""


def _names_house(block: Block, words: Vocabulary, sites: Sequence[str]) -> bool:
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS or text[-1] in _NAMING_ENDS:
        return False
    if not _PARTED.isdisjoint(text) or not MIN_NAMING <= spoken_words(text) <= MAX_NAMING:
        return False
    text = _with_site(text, sites)
    plain = without_names(text)
    return HOUSE in text and MARKS.isdisjoint(plain) and not reports(plain, words.language)


_LABEL = re.compile(r"([^:：?؟？]{3,40})[:：]")
MAX_CALL_WORDS = 7
_ASK_THEMSELVES = late_pattern(
    r"(?i)\b(?:yourself|sich selbst|demandez-vous|demande-toi|pregúnt(?:ate|ese)|chiedi(?:tevi|ti)"
    r"|pergunte-se|pergunta-te|kendin(?:e|ize)|себя|себе|jezelf|siebie)\b|نفسك|أنفسكم|خودتان|از خود"
)
"""Whom a text tells to ask themselves: «Ask yourself: do you need it?»"""


def _calls_behind_question(block: Block, words: Vocabulary) -> bool:
    """Whether a line asks something, and behind that calls on readers in a site's words alone, or
    before it says in such whom it asks: «Would you ride the Heron? Tell us below»."""
    text = block.text
    if (
        block.kind is not BlockKind.PARAGRAPH
        or len(text) > MAX_CHARS
        or not QUESTION_MARK.search(text)
    ):
        return False
    behind = QUESTION_MARK.split(text)[-1].strip(" .!")
    if not behind and (label := _LABEL.match(text)):
        if _ASK_THEMSELVES.search(label[1]):
            return False
        told = words.read(label[1])
        if told is None or told.strange or told.names:
            return False
        return told.called or bool(told.kinds & YOURS)
    if not behind or spoken_words(behind) > MAX_CALL_WORDS or not MARKS.isdisjoint(text):
        return False
    told = words.read(behind)
    if told is None or told.strange or told.names:
        return False
    about = told.kinds & (POINTS | YOURS | THINGS | TEXTS)
    return (told.called and bool(about)) or told.is_of_site()
