"""Lines of one template, told by what two articles' lines have in common.

«Readers in Perth pay for this newsroom» and «Readers in Leeds pay for this newsroom» share all but
one word, in one order, and no report shares so much with another. What they share is a template's
key: its words with a slot wherever the lines differ, and a mark for what kind of line it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from pipeline.days.calendars import with_months_signed
from pipeline.days.weekdays import without_weekday
from pipeline.filled_lines import SLOT, without_days
from pipeline.fingerprints import numberless, skeleton
from pipeline.foreign import WORD, foreign_words, is_foreign_beside, size_of
from pipeline.records import Block, BlockKind, Removed, ShortLine
from pipeline.speaking import speaks

OPEN, SENTENCE, COUNTS, TELLS_FIGURES = "~", "%", "^", "*"
"""Marks of lines without a sentence's end, of sentences, and of both with numbers in them."""
AT_END, AT_START, COUNTS_AT_START, AT_EDGES, BRIEF, APART = ">", "<", "(", "=", "-", "!"
"""Marks of templates of few words: of last lines, of first ones without and with numbers («Read to
you in 3 minutes»), of both where nearly all of the articles have them, of both where they are as
short as «Read by Jane Roe», and of lines that are set apart."""
FOREIGN, FOREIGN_BRIEF = "+", "|"
"""Marks of templates, wherever they stand, that are filled with what their articles name nowhere
else: «Presented by Acme»; and of those of one word. What a head names stands below it too."""
TOLD = "/"
"""Mark of templates of both kinds that are filled with what their article does name. It makes no
template: a line is none where it is filled so too often."""
SPOKEN = "&"
"""Mark of templates whose words speak to readers (`pipeline.speaking`), wherever they stand."""
LEAST_SHARES: Mapping[str, tuple[int, float]] = {
    OPEN: (4, 0.2),
    SENTENCE: (5, 0.5),
    COUNTS: (5, 0.33),
    TELLS_FIGURES: (5, 0.8),
    AT_END: (4, 0.2),
    AT_START: (5, 0.33),
    COUNTS_AT_START: (5, 0.4),
    AT_EDGES: (5, 0.8),
    BRIEF: (5, 0.25),
    APART: (4, 0.2),
    SPOKEN: (3, 0.05),
    FOREIGN: (4, 0.15),
    FOREIGN_BRIEF: (5, 0.25),
    TOLD: (1, 2.0),
}
"""By a key's mark: articles, and their share of the recent ones, that a template is on."""

MAX_CHARS = 200
MIN_WORDS, MAX_WORDS = 3, 32
MAX_LINES = 30
"""Short lines of one article that are compared, the first and the last."""
RECENT_ARTICLES = 16
"""Articles with whose lines those of a new one are compared."""

MIN_SHARED: Mapping[str, int] = {OPEN: 6, SENTENCE: 7, COUNTS: 8, TELLS_FIGURES: 7}
"""Words of a template that may stand anywhere."""
MIN_MANY, MIN_COUNTING, MIN_FEW, MIN_FEWEST = 5, 4, 3, 2
"""The same of lines at an edge: as few as anywhere, with numbers, and without; and where they are
short, set apart, or on nearly all articles."""
SHARE, FEW_SHARE, FEWEST_SHARE = 0.5, 0.3, 0.33
"""The least share of a line's words that are its template's: anywhere, at an edge, and there where
they are two."""
SPOKEN_SHARE = 0.4
MAX_FEW_WORDS = 12
MAX_BRIEF_WORDS = 7
MAX_BRIEFEST_WORDS = 5
FOREIGN_SHARE = 0.3
MIN_LONE_LETTERS = 4
"""A shorter word that two lines share alone, between slots, is a word like «of»."""
FIRST, LAST = 2, 6
"""Lines at the start and at the end of a text that are at an edge; of a short text, a third."""

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_SENTENCE_ENDS = ".؟?!।۔…。！？"
_ASKED = "?؟？"
_APART = re.compile(
    "\\W{0,2}[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]|[\\[(（【].*[\\])）】]$"
)
"""What sets a line apart: a picture before it, brackets around all of it."""
_HOUR = re.compile(r"(?<![\d:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:])")
_QUOTED = re.compile('[«„“"](?:[^«»„“”"]{12,}|[^«»„“”"]{2,}[»«„“][^«»„“”"]{2,}[»«“”])[»“”"]')
"""What a line quotes at length, with one quotation more in it, as titles have."""


def short_line(block: Block, place: str = "") -> ShortLine | None:
    """A line as it is compared, without days and what it quotes; None for what is no short line of
    prose."""
    text = block.text
    if block.kind not in _PROSE or not text or len(text) > MAX_CHARS:
        return None
    undated = _HOUR.sub(" ", without_days(text))
    bare = _QUOTED.sub(" ", undated)
    parted = WORD.findall(without_weekday(with_months_signed(bare).lower()))
    words = tuple(word for each in parted if (word := numberless(each)[:-1]))
    if not MIN_FEWEST <= size_of(words) <= MAX_WORDS:
        return None
    noted = place == AT_END and undated != text  # «Correction of 3 March 2026: …»
    counts, ends = any(map(str.isdigit, undated)), text[-1] in _SENTENCE_ENDS and not noted
    ends = ends or (counts and block.kind is BlockKind.LIST_ITEM)  # «17 % more than the last»
    mark = (TELLS_FIGURES if ends else COUNTS) if counts else (SENTENCE if ends else OPEN)
    return ShortLine(
        words,
        mark,
        place,
        _APART.match(text) is not None,
        asks=text[-1] in _ASKED,
        in_list=block.kind is BlockKind.LIST_ITEM,
    )


def placed(blocks: Sequence[Block], found: Iterable[int] = ()) -> dict[int, ShortLine]:
    """The short lines among blocks by their places, but for those that are `found` already: what
    is left first and last is at the edges."""
    skipped = set(found)
    left = [i for i in range(len(blocks)) if i not in skipped]
    last = left[-min(LAST, max(1, len(left) // 3)) :]
    edges = dict.fromkeys(left[:FIRST], AT_START) | dict.fromkeys(last, AT_END)
    lines = {i: short_line(blocks[i], edges.get(i, "")) for i in left}
    text = skeleton(" ".join(blocks[i].text for i in left))
    return {
        i: replace(line, foreign=foreign_words(line.words, text))
        for i, line in lines.items()
        if line is not None
    }


def short_lines(blocks: Sequence[Block], removed: Sequence[Removed]) -> tuple[ShortLine, ...]:
    """The short lines of an article, with those that were taken out of it. Of what stood in a
    region of its own a template's lines in a text are not told."""
    kept = list(placed(blocks).values())
    middle = (len(blocks) + len(removed)) / 2
    gone = [
        short_line(Block(r.kind, r.text), AT_START if r.index < middle else AT_END)
        for r in removed
        if not r.rule.startswith("region:")
    ]
    lines = kept if len(kept) <= MAX_LINES else kept[: MAX_LINES // 2] + kept[-MAX_LINES // 2 :]
    text = skeleton(" ".join(block.text for block in blocks))
    taken = (replace(line, foreign=foreign_words(line.words, text)) for line in gone if line)
    return (*lines, *taken)


def templates(
    lines: Sequence[ShortLine],
    recent: Iterable[Sequence[ShortLine]],
    title: str,
    language: str | None = None,
) -> set[str]:
    """The keys of what an article's lines have in common with those of recent ones. What two lines
    of the article share is a row of its figures, and no template's. `language` is the article's."""
    of_title = _telling(title)
    once: Counter[str] = Counter()
    others = [line for article in recent for line in article]
    for line in lines:
        words = set(line.words)
        keys: set[str] = set()
        for other in others:
            shared = len(words.intersection(other.words))
            longest = max(len(line.words), len(other.words))
            is_lone = shared == 1 and longest <= MAX_BRIEFEST_WORDS and line.mark == OPEN
            few = shared >= MIN_FEWEST and shared >= longest * FEW_SHARE
            if (few or is_lone) and _is_like(line, other):
                keys.update(_keys(line, other, of_title, language))
        once.update(keys)
    return {
        key
        for key, count in once.items()
        if count == 1 and not (key[-1] in _FILLED and _has_rows(key, lines, of_title))
    }


_FILLED = (FOREIGN, FOREIGN_BRIEF, TOLD)
LEAST_TO_TOLD = 2
"""How often a template is filled with what is foreign to once with what is not."""


def is_told(key: str, count: int, told: Callable[[str], int]) -> bool:
    """Whether what a template of what is foreign is filled with is named by its articles too
    often. `told` gives the articles that a key is on."""
    return key[-1] in (FOREIGN, FOREIGN_BRIEF) and told(f"{key[:-1]}{TOLD}") * LEAST_TO_TOLD > count


def _has_rows(key: str, lines: Iterable[ShortLine], of_title: frozenset[str]) -> bool:
    """Whether more than one line of an article has the words of a template, whatever fills it."""
    runs = _runs(key)
    return len({line.words for line in lines if _fits(line, runs, key, of_title)}) > 1


def _runs(key: str) -> list[str]:
    return key[:-1].strip(f"{SLOT}").split(SLOT)


def of_templates(lines: Mapping[int, ShortLine], known: Iterable[str], title: str) -> set[int]:
    """The places of the lines that are of a known template, each the only one of its article."""
    of_title = _telling(title)
    found: set[int] = set()
    for key in known:
        runs = _runs(key)
        those = [i for i, line in lines.items() if _fits(line, runs, key, of_title)]
        if len({lines[i].words for i in those}) == 1:
            found.update(those)
    return found


def articles_of(key: str, recent: Iterable[Sequence[ShortLine]]) -> int:
    """How many of the recent articles have a line of a template."""
    return sum(
        any(_is_of(lines[i], key) for i in of_templates(dict(enumerate(lines)), [key], ""))
        for lines in recent
    )


def _is_of(line: ShortLine, key: str) -> bool:
    """Whether what fills a line is foreign to its article or not as a key says."""
    if key[-1] not in _FILLED:
        return True
    return is_foreign_beside(line.words, line.foreign, " ".join(_runs(key)).split()) == (
        key[-1] != TOLD
    )


def is_key(line: str) -> bool:
    """Whether a line that is counted is a template's key."""
    return line[-1] in LEAST_SHARES and line[0] in (" ", SLOT)


def _is_like(line: ShortLine, other: ShortLine) -> bool:
    return line.mark == other.mark and line.apart == other.apart


def _keys(
    line: ShortLine, other: ShortLine, of_title: frozenset[str], language: str | None
) -> Iterator[str]:
    """What two lines share, by the marks of the templates that it may be."""
    runs = list(_shared(line.words, other.words))
    words = [word for run in runs for word in run]
    longest = max(len(line.words), len(other.words))
    size = size_of(words)
    if not words or sum(word in of_title for word in words) * 3 >= len(words):
        return
    key = _key(runs, line.words, other.words)
    if len(words) >= longest * SPOKEN_SHARE and speaks(
        tuple(words), language, line.asks or line.mark in (OPEN, COUNTS)
    ):
        yield key + SPOKEN
    yield from (key + mark for mark in _foreign_marks(line, other, runs, longest))
    if size < MIN_FEWEST or len(words) < longest * FEW_SHARE:
        return
    pinned = longest <= MAX_FEW_WORDS and _is_pinned(runs, line.words)
    anywhere = size >= MIN_SHARED[line.mark] and len(words) >= longest * SHARE
    if anywhere:
        yield key + line.mark
    elif line.apart and pinned:
        yield key + APART
    if not (pinned and line.place and line.place == other.place):
        return
    alike = line.words == other.words and size >= MIN_COUNTING and not anywhere
    if alike and line.mark == TELLS_FIGURES and line.place == AT_END:
        yield key + TELLS_FIGURES
    if line.mark == COUNTS and line.place == AT_START and size >= MIN_COUNTING:
        yield key + COUNTS_AT_START
    if line.mark != OPEN:
        return
    if size >= MIN_FEW and not anywhere:
        yield key + (OPEN if size >= MIN_MANY else line.place)
    if len(words) >= longest * FEWEST_SHARE:
        yield key + AT_EDGES
        if longest <= MAX_BRIEF_WORDS:
            yield key + BRIEF


def _foreign_marks(
    line: ShortLine, other: ShortLine, runs: Sequence[Sequence[str]], longest: int
) -> Iterator[str]:
    """The marks of a template that two lines may be of whose other words are foreign to their
    articles."""
    words = [word for run in runs for word in run]
    if line.in_list or not (line.mark == OPEN or line.asks) or line.words == other.words:
        return
    first, last = runs[0], runs[-1]
    begins = line.words[0] == other.words[0] == first[0]
    ends = line.words[-1] == other.words[-1] == last[-1]
    if line.asks and not (begins and ends):
        return
    if not (begins or ends):
        return
    is_filled = is_foreign_beside(line.words, line.foreign, words)
    if size_of(words) >= MIN_FEWEST and len(words) >= longest * FOREIGN_SHARE:
        yield FOREIGN if is_filled else TOLD
    elif len(words) == 1 and longest <= MAX_BRIEFEST_WORDS and len(words[0]) >= MIN_LONE_LETTERS:
        yield FOREIGN_BRIEF if is_filled else TOLD


def _shared(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The runs of words that two lines share, in their order."""
    for at, to, size in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        ends = at == to == 0 or (at + size == len(a) and to + size == len(b))
        if size and (size > 1 or ends or len(a[at]) >= MIN_LONE_LETTERS):
            yield tuple(a[at : at + size])


def _is_pinned(runs: Sequence[Sequence[str]], words: Sequence[str]) -> bool:
    """Whether a run of more than one word begins or ends the line, or one of several begins it."""
    first, last = runs[0], runs[-1]
    begins = tuple(words[: len(first)]) == tuple(first)
    ends = len(last) > 1 and tuple(words[-len(last) :]) == tuple(last)
    return ends or (begins and (len(first) > 1 or len(runs) > 1))


def _key(runs: Sequence[Sequence[str]], a: Sequence[str], b: Sequence[str]) -> str:
    """The runs with slots between them, and where one of the lines has more at its ends."""
    key = SLOT.join(f" {' '.join(run)} " for run in runs)
    begins = a[0] == b[0] == runs[0][0]
    ends = a[-1] == b[-1] == runs[-1][-1]
    return f"{'' if begins else SLOT}{key}{'' if ends else SLOT}"


def _fits(line: ShortLine, runs: Sequence[str], key: str, of_title: frozenset[str]) -> bool:
    """Whether a line has the runs of a template in their order, and not twice as many words."""
    mark = key[-1]
    if not _may_be(line, mark):
        return False
    whole = f" {' '.join(line.words)} "
    if not (key[0] == SLOT or whole.startswith(runs[0])):
        return False
    if not (key[-2] == SLOT or whole.endswith(runs[-1])):
        return False
    at = 0
    for run in runs:
        at = whole.find(run, at)
        if at < 0:
            return False
        at += len(run) - 1
    shared = sum(len(run.split()) for run in runs)
    telling = sum(word in of_title for run in runs for word in run.split())
    if mark == FOREIGN_BRIEF:
        return len(line.words) <= MAX_BRIEFEST_WORDS
    least = (
        SPOKEN_SHARE
        if mark == SPOKEN
        else SHARE
        if mark in MIN_SHARED
        else FEW_SHARE
        if shared >= MIN_FEW
        else FEWEST_SHARE
    )
    return shared >= len(line.words) * least and telling * 3 < shared


def _may_be(line: ShortLine, mark: str) -> bool:
    """Whether a line is of the kind that a key's mark stands for."""
    if mark == SPOKEN:
        return True
    if mark in (FOREIGN, FOREIGN_BRIEF, TOLD):
        return not line.in_list and (line.mark == OPEN or line.asks)
    if mark in (AT_END, AT_START):
        return line.place == mark and line.mark == OPEN
    if mark in (AT_EDGES, BRIEF):
        return line.place != "" and line.mark == OPEN
    if mark == COUNTS_AT_START:
        return line.place == AT_START and line.mark == COUNTS
    if mark in (SENTENCE, TELLS_FIGURES) and line.place == AT_START:
        return False  # what a source's reports begin with: «An earthquake shook … on Monday.»
    return line.apart if mark == APART else line.mark == mark


MIN_TELLING_LETTERS = 3


def _telling(title: str) -> frozenset[str]:
    words = map(skeleton, title.split())
    return frozenset(word for word in words if len(word) >= MIN_TELLING_LETTERS)
