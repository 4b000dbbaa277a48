"""Text as it is stored: normalised without a change that a reader would see, and counted.

Folding for search is `pipeline.words.folding`; nothing here loses a distinction that a language
makes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import filterfalse
from typing import TYPE_CHECKING

from pipeline.patterns.late_patterns import late_pattern
from pipeline.records import Block, BlockKind

if TYPE_CHECKING:
    from re import Match

ZWNJ = "\u200c"
ZWJ = "\u200d"
TATWEEL = "\u0640"
NBSP = "\u00a0"

_ARABIC = "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7"
_MARKS = "\u064b-\u065f\u0670"
_SPACES = re.compile(r"[^\S\n]+|[\u2800\u3164\uffa0]")
_LINES = re.compile(r" *\n[ \n]*")

# Marks piled upon a letter: no writing has more than thirty (UAX #15, 13), and to put n of them in
# order takes time with the square of n.
_PILE_SIGNS = 40
_SIGN = re.compile(r"[^\w\s!-~]")
_PILE = re.compile(rf"{_SIGN.pattern}{{{_PILE_SIGNS},}}")
MOST_MARKS = 30

# Never seen by a reader: bidi controls, zero-width space, word joiner, byte order mark, soft
# hyphen, Arabic letter mark, invisible operators, and what is no character or that HTML forbids.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
# A joiner means something between two letters only (Persian, Urdu, Kurdish, Indic scripts), or in
# an emoji sequence, where what stands around it is no space.
_IDLE_JOINER = re.compile(f"(?<![^\\s{ZWNJ}]){ZWNJ}+|{ZWNJ}+(?![^\\s{ZWNJ}])|{ZWNJ}+(?=[^\\w])")
_JOINERS = re.compile(f"{ZWNJ}{{2,}}")
_IDLE_ZWJ = re.compile(f"(?<!\\S){ZWJ}+|{ZWJ}+(?!\\S)")
# Tatweel stretches a word; after a single letter it is the letter's initial form («هـ», the Hijri
# year), and alone it is a dash.
_STRETCH = re.compile(f"(?<=[{_ARABIC}{_MARKS}]){TATWEEL}+(?=[{_ARABIC}{_MARKS}])")
_LONG_STRETCH = re.compile(f"{TATWEEL}{{2,}}")
# Letters in positional shapes, as old typesetting wrote them. The word ligatures from U+FDF0 on
# (the honorifics) are signs of their own and stay.
_POSITIONAL = "\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc"
_PRESENTATION = re.compile(f"[{_POSITIONAL}]+")

# What windows-1252 and ISO-8859-1 make of the bytes 80 to BF.
_TRAIL = (
    "\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_MOJIBAKE = re.compile(f"[\u00c2-\u00c3\u00d8-\u00db\u00e2][{_TRAIL}]")
# UTF-8 of which each byte became a letter of its own; the first is such a letter in any case.
_TWICE_CODED = re.compile(
    f"(?:[\u00c2-\u00df][{_TRAIL}]|[\u00e0-\u00ef][{_TRAIL}]{{2}}|[\u00f0-\u00f4][{_TRAIL}]{{3}})+"
)
_TWICE_CODED_WORDS = late_pattern(
    rf"{_TWICE_CODED.pattern}(?:[ :،,.-]{{1,3}}{_TWICE_CODED.pattern})*"
)
_SIGNS = "\u00c3\u00d8\u00d9\u00d0"
"""One of these stands in whatever Latin, Arabic or Cyrillic text was coded twice."""
LONGEST_CODE = 4
"""Bytes of a letter in UTF-8 at most."""

MANY_TWICE_CODED = 40
"""Characters of broken letters from which a whole page is mended; a line is with fewer."""
MANY_IN_A_ROW = 16
"""Characters of broken letters side by side, words and all, that are mended wherever they stand."""
MOST_OF_ALL = 0.9
"""Their share of all that is not ASCII: a sign of the template may have stayed whole."""
# What is mended in a line though it can be printed; idle marks and odd spaces cannot.
_MENDED = re.compile(f"[{TATWEEL}\u2800\u3164\uffa0{_POSITIONAL}]")
_UNSETTLED = re.compile(f"[{TATWEEL}{ZWNJ}{ZWJ}]|{_MOJIBAKE.pattern}")
_SPACELESS = (
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u1780-\u17ff\u1000-\u109f"
)
_OF_SPACELESS = late_pattern(f"[{_SPACELESS}]")


def _spaced_words(letter: str) -> str:
    return f"{letter}+(?:[{_MARKS}{TATWEEL}{ZWNJ}{ZWJ}'’-](?=\\w){letter}*)*"


_SPACED_WORD = re.compile(_spaced_words(r"[^\W_]"))
"""The same where no script without spaces is written, in half the time."""
_LETTERS = f"[^\\W_{_SPACELESS}]"
_WORD = late_pattern(f"{_spaced_words(_LETTERS)}|{_OF_SPACELESS.pattern}")


def normalise_title(text: str) -> str:
    """A title in the form of the text, but for its tatweel, which is drawn there on purpose."""
    return normalise(text.replace(TATWEEL, _PRIVATE)).replace(_PRIVATE, TATWEEL)


_PRIVATE = "\ue000"
"""A character of private use, which no step of normalising knows."""


DATA_CHARS = 1_000
"""A line of so many characters without a blank is data (an encoded picture, an address, a filler):
the longest word of any dictionary has 189."""
MOST_REPEATED = 50
"""A line as long whose words stand there so often each, on average, is filler. In paragraphs of
1,000 letters and more on 306 real pages they do 2.4 times at most."""
_NO_BLANKS = late_pattern(
    r"[\u0e00-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\uffef\U00020000-\U0003ffff]"
)
"""Letters of scripts that part no words: Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese."""


def normalise(text: str) -> str:
    """The text in NFC with one space between words, no idle mark, and line breaks kept.

    Bidi controls, soft hyphens, zero-width spaces, tatweel inside words and presentation forms
    go; ZWNJ and ZWJ stay where they shape a word. Twice is the same as once.
    """
    if not text:
        return ""
    line = text.replace("\t", " ")
    if NBSP in line and not _MOJIBAKE.search(line):  # where it may be a part of a broken letter
        line = line.replace(NBSP, " ")
    if line.isprintable() and (line.isascii() or _is_settled(line)):
        return " ".join(line.split())
    if text.isascii():
        return _squeeze(_INVISIBLE.sub("", text))
    once = _normalise_once(text)
    # What was removed may have parted a broken letter, or held a joiner between two others.
    while _UNSETTLED.search(once) and (again := _normalise_once(once)) != once:
        once = again
    return once


def _is_settled(line: str) -> bool:
    """Whether nothing in a line of printable characters is to be mended."""
    if _MENDED.search(line) or _MOJIBAKE.search(line):
        return False
    # So long a pile has a sign at one of the places that its length divides.
    piled = _SIGN.search(line[_PILE_SIGNS - 1 :: _PILE_SIGNS]) and _PILE.search(line)
    return not piled and unicodedata.is_normalized("NFC", line)


def _normalise_once(text: str) -> str:
    if _MOJIBAKE.search(text):
        text = mend_mojibake(text)
    text = _PRESENTATION.sub(_plain_letters, text)
    text = _PILE.sub(_without_pile, _INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", text)
    if TATWEEL in text:
        text = _LONG_STRETCH.sub(TATWEEL, _STRETCH.sub("", text))
    text = _squeeze(text)
    if ZWNJ in text:
        text = _JOINERS.sub(ZWNJ, _IDLE_JOINER.sub("", _JOINERS.sub(ZWNJ, text)))
    if ZWJ in text:
        text = _IDLE_ZWJ.sub("", text)
    return _squeeze(unicodedata.normalize("NFC", text))


def mend_mojibake(text: str) -> str:
    """UTF-8 that was once read as windows-1252 and written again, read rightly; else unchanged.

    Only a text that is wholly such is mended: one byte that does not fit leaves it as it is.
    """
    try:
        return "".join(map(_windows_1252_byte, text)).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def mend_twice_coded(text: str) -> str:
    """The source of a page whose letters were coded twice, read rightly; else the same object.

    To be asked before the page is parsed: what takes spaces together would take a letter's part
    with them (U+00A0, U+0085), and headings and names are mended with the text.
    """
    # To ask whether a sign is there at all costs a tenth of counting it.
    signs = sum(text.count(sign) for sign in _SIGNS if sign in text)
    if signs < MANY_TWICE_CODED // LONGEST_CODE:
        return text
    broken = sum(map(len, _TWICE_CODED.findall(text)))
    others = len(text) - len(text.encode("ascii", "ignore"))
    if broken < MANY_TWICE_CODED:
        return text
    if broken < MOST_OF_ALL * others:
        return _TWICE_CODED_WORDS.sub(_mend_words, text)
    return _TWICE_CODED.sub(lambda run: mend_mojibake(run[0]), text)


def _mend_words(run: Match[str]) -> str:
    """Words in a row of a page that is sound elsewhere: a headline that came from another table."""
    return mend_mojibake(run[0]) if len(run[0]) >= MANY_IN_A_ROW else run[0]


def _windows_1252_byte(letter: str) -> str:
    """The character whose code is the byte that windows-1252 writes for `letter`."""
    if ord(letter) < 256:
        return letter
    return letter.encode("cp1252").decode("latin-1")


def _plain_letters(found: Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())


def without_piles(text: str) -> str:
    """A long text with no more marks upon a letter than any writing has: to put n of them in order
    takes time with the square of n, which costs nothing in a shorter one."""
    return _PILE.sub(_without_pile, text) if len(text) > SHORT_CHARS else text


SHORT_CHARS = 1_000


def _without_pile(found: Match[str]) -> str:
    """A run of signs, with no more marks upon a letter than any writing has."""
    kept: list[str] = []
    marks = 0
    for sign in found.group():
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def _squeeze(text: str) -> str:
    return _LINES.sub("\n", _SPACES.sub(" ", text.replace("\x85", "\n"))).strip()


def is_data(text: str) -> bool:
    """Whether a line is no prose: an encoded picture, a long address, the same few words again."""
    if len(text) < DATA_CHARS:
        return False
    words = text.split()
    if len(words) == 1:
        return _NO_BLANKS.search(text) is None
    return len(set(words)) * MOST_REPEATED < len(words)


def text_of(blocks: Sequence[Block]) -> str:
    """Blocks as one text: a blank line between two, a line break between items and table rows."""
    parts: list[str] = []
    previous: BlockKind | None = None
    for block in blocks:
        if previous is not None:
            together = block.kind == previous and block.kind in (
                BlockKind.LIST_ITEM,
                BlockKind.TABLE_ROW,
            )
            parts.append("\n" if together else "\n\n")
        parts.append(block.text)
        previous = block.kind
    return "".join(parts)


SIGNS_OF_WORD, LETTERS_OF_WORD = 2, 4
"""Signs of a word of Chinese, and of Japanese, as dictionaries have most of them; letters and marks
of one of Thai, Khmer or Burmese."""
_OF_SOUTH_EAST = late_pattern("[\u0e00-\u0e7f\u1780-\u17ff\u1000-\u109f]")


def spoken_words(text: str) -> int:
    """Words between spaces; of a script written without them two signs are one, or four letters."""
    words = len(text.split())
    if text.isascii() or not _OF_SPACELESS.search(text):
        return words
    size = LETTERS_OF_WORD if _OF_SOUTH_EAST.search(text) else SIGNS_OF_WORD
    return max(words, count_words(text) // size)


HEADLINE_WORDS, HEADLINE_SIGNS = 4, 10


def is_long_as_headline(text: str) -> bool:
    """Whether a link's text has as many words as a headline, or signs in a script that is written
    without spaces."""
    return spoken_words(text) >= HEADLINE_WORDS or count_words(text) >= HEADLINE_SIGNS


def count_words(text: str) -> int:
    """Words: runs of letters and digits; a script written without spaces counts by character."""
    if not text.isascii() and _OF_SPACELESS.search(text):
        return len(_WORD.findall(text))
    parts = text.split()  # most are a word and nothing else
    others = list(filterfalse(str.isalnum, parts))
    return len(parts) - len(others) + len(_SPACED_WORD.findall(" ".join(others)))
