"""Lines in which a site speaks to its readers, told by most of their words.

Less is asked of a line than by `pipeline.lines.site_words`, which takes it from one article alone:
half its words may be others. It is for what a source's articles have in common already.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.lines.quoted import MARKS, without_names
from pipeline.lines.site_vocabulary import vocabulary_of
from pipeline.lines.site_word_kinds import ASKS, DEVICES, FRAME, POINTS, THINGS, YOURS
from pipeline.lines.telling import reports
from pipeline.punctuation import COLONS, SENTENCE_ENDS, STOPS
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words
from pipeline.writing import UNSPACED_SCRIPTS, script_of

LEAST_KNOWN = 0.6
"""The share of a line's words that are a site's."""
MIN_WORDS = 3
MAX_PARTICLE = 3
MAX_CHARS = 300


@lru_cache(maxsize=20_000)
def speaks(words: tuple[str, ...], language: str | None, is_open: bool = True) -> bool:
    """Whether words are those of a site that asks its readers, offers them something or tells of
    itself. Sentences, not `is_open`, must call the reader «you»: what they tell others ask too."""
    vocabulary = vocabulary_of((language or "")[:2])
    if vocabulary is None or len(words) < MIN_WORDS:
        return False
    kinds = vocabulary.kinds(words)
    if sum(kind != 0 for kind in kinds) < len(kinds) * LEAST_KNOWN:
        return False
    told = has = 0
    parted = len(words) != len(kinds)  # «2026-05-09» is three
    is_theirs = not (is_open or (kinds[0] | kinds[-1]) & ASKS)
    for at, kind in enumerate(kinds):
        word = "" if parted else words[at]
        told |= kind & ~YOURS if is_theirs and word in _REFLEXIVE else kind
        if not (kind & FRAME and 0 < len(word) <= MAX_PARTICLE):  # «إلى» is «آلي» without marks
            has |= kind & (THINGS | DEVICES)
    called = bool(told & YOURS and (has or told & ASKS))
    if not is_open:
        return called and vocabulary.language not in _YOUR_IS_THEIR
    if called:
        return True
    if kinds[0] & ASKS and has:
        return True
    return bool(told & POINTS and (has or told & ASKS)) or _things(kinds) > 1


def points_here(words: Sequence[str], language: str | None) -> bool:
    """Whether one of some words is like «this» and «our»."""
    vocabulary = vocabulary_of((language or "")[:2])
    return vocabulary is not None and any(
        vocabulary.kinds((word,))[0] & POINTS for word in words if word
    )


_YOUR_IS_THEIR = frozenset({"de", "es", "it", "pt"})
"""Languages that say «your» as they say «his» or «their»: «acusa a su rival»."""
_REFLEXIVE = frozenset(
    {
        *("خود", "خودش", "خودتان", "اپنا", "اپنی", "اپنے", "अपना", "अपनी", "अपने"),
        *("свой", "своя", "свое", "своё", "своей", "своего", "своим", "своими", "свою"),
    }
)
"""Words that say «your» to a reader and «their» of whoever acts: «دولت … وضع خود را روشن کند»."""


def _things(kinds: Sequence[int]) -> int:
    return sum(bool(kind & THINGS) for kind in kinds)


def is_spoken(block: Block, language: str | None) -> bool:
    """Whether a line of a text, or a heading, speaks to readers and reports nothing."""
    if block.kind not in _LINES or len(block.text) > MAX_CHARS:
        return False
    text = without_names(block.text).strip()
    if not text or not MARKS.isdisjoint(text):
        return False
    is_open = text[-1] not in STOPS
    if block.kind is BlockKind.HEADING and not _says_whom(text.split(), language):
        return False
    return speaks(tuple(text.split()), language, is_open) and not reports(text, language or "")


def _says_whom(words: Sequence[str], language: str | None) -> bool:
    """Whether one of some words is like «you», «our» or «this»: a head of three words, «Sharing
    before profit», has what sites have too."""
    vocabulary = vocabulary_of((language or "")[:2])
    return vocabulary is not None and any(
        kind & (YOURS | POINTS) for kind in vocabulary.kinds(tuple(words))
    )


MIN_OPEN_WORDS = 7
MIN_OPEN_SIGNS = 14
"""Of scripts that do not part words."""


def is_open_line(block: Block) -> bool:
    """Whether a paragraph is too long for a head of what stands below it and no sentence: such are
    captions and what a template says."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS:
        return False
    if text[-1] in _QUOTE_ENDS:  # «Our letter is ready: “Morning Note”»
        text = without_names(text).rstrip(" :：") or text
    if text[-1] in _NO_OPEN_ENDS:
        return False
    return spoken_words(text) >= MIN_OPEN_WORDS or (
        len(text) >= MIN_OPEN_SIGNS and script_of(text) in UNSPACED_SCRIPTS
    )


_QUOTE_ENDS = frozenset('"”“»」』')
_NO_OPEN_ENDS = f'{SENTENCE_ENDS}{COLONS},،;؛"”»)'
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
