"""Lines of one template, told by what two articles' lines have in common.

«Readers in Perth pay for this newsroom» and «Readers in Leeds pay for this newsroom» share all but
one word, in one order, and no report shares so much with another. What they share is a template's
key: its words with a slot wherever the lines differ, and a mark for what kind of line it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain

from pipeline.fingerprints import skeleton
from pipeline.lines.foreign import is_foreign_beside, size_of
from pipeline.lines.speaking import speaks
from pipeline.records import ShortLine
from pipeline.repeats.filled_lines import SLOT
from pipeline.repeats.short_lines import MIN_FEWEST
from pipeline.repeats.template_fillings import (
    FILLED,
    FOREIGN_OR_TOLD,
    MAX_BRIEFEST_SIGNS,
    MAX_BRIEFEST_WORDS,
    MIN_LONE_LETTERS,
    filled_marks,
    may_be_filled,
)
from pipeline.repeats.template_marks import (
    APART,
    AT_EDGES,
    AT_END,
    AT_START,
    BELOW_BRIEF,
    BOTH_ENDS,
    BRIEF,
    CLOSING,
    COUNTS,
    COUNTS_AT_START,
    FOREIGN,
    FOREIGN_BRIEF,
    LEAST_SHARES,
    OPEN,
    OPENING,
    SENTENCE,
    SPOKEN,
    TELLS_FIGURES,
    TOLD,
)
from pipeline.repeats.template_openings import CLOSING_SHARE, closes, may_open, opening_marks

RECENT_ARTICLES = 16
"""Articles with whose lines those of a new one are compared."""

MIN_SHARED: Mapping[str, int] = {OPEN: 6, SENTENCE: 7, COUNTS: 8, TELLS_FIGURES: 7}
"""Words of a template that may stand anywhere."""
MIN_MANY, MIN_COUNTING, MIN_FEW = 5, 4, 3
"""The same of lines at an edge: as few as anywhere, with numbers, and without. MIN_FEWEST are
enough where they are short, set apart, or on nearly all articles."""
SHARE, FEW_SHARE, FEWEST_SHARE = 0.5, 0.3, 0.33
"""The least share of a line's words that are its template's: anywhere, at an edge, and there where
they are two."""
SPOKEN_SHARE = 0.4
VERBS_FIRST = frozenset({"ar"})
"""Languages whose reports begin as what they ask does: «اشترك 86 شخصاً في النشرة.»"""
MAX_FEW_WORDS = 12
MAX_BRIEF_WORDS = 7


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
    others: defaultdict[tuple[str, bool], list[ShortLine]] = defaultdict(list)
    for other in chain.from_iterable(recent):
        others[_kind(other)].append(other)
    for line in lines:
        words = set(line.words)
        keys: set[str] = set()
        for other in others[_kind(line)]:
            shared = len(words.intersection(other.words))
            longest = max(len(line.words), len(other.words))
            is_lone = shared == 1 and longest <= MAX_BRIEFEST_WORDS and line.mark == OPEN
            few = shared >= MIN_FEWEST and shared >= longest * FEW_SHARE
            if few or is_lone:
                keys.update(_keys(line, other, of_title, language))
        once.update(keys)
    return {
        key
        for key, count in once.items()
        if count == 1 and not (key[-1] in FILLED and _has_rows(key, lines, of_title))
    }


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
    if key[-1] not in FOREIGN_OR_TOLD:
        return True
    return is_foreign_beside(line.words, line.foreign, " ".join(_runs(key)).split()) == (
        key[-1] != TOLD
    )


def is_key(line: str) -> bool:
    """Whether a line that is counted is a template's key."""
    return line[-1] in LEAST_SHARES and line[0] in (" ", SLOT)


def _kind(line: ShortLine) -> tuple[str, bool]:
    """What lines of one template have in common besides words."""
    return line.mark, line.apart


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
    is_told = line.mark == TELLS_FIGURES and language in VERBS_FIRST
    if (
        not is_told
        and len(words) >= longest * SPOKEN_SHARE
        and speaks(tuple(words), language, line.asks or line.mark in (OPEN, COUNTS))
    ):
        yield key + SPOKEN
    yield from (key + mark for mark in filled_marks(line, other, runs, longest))
    yield from (key + mark for mark in opening_marks(line, other, runs, longest, language))
    if size < MIN_FEWEST or len(words) < longest * FEW_SHARE:
        return
    if line.in_list and line.words != other.words:
        return  # «A workshop in Leeds» is an item of another article's list
    pinned = longest <= MAX_FEW_WORDS and _is_pinned(runs, line.words)
    anywhere = size >= MIN_SHARED[line.mark] and len(words) >= longest * SHARE
    if closes(line, other, words, longest):
        yield key + CLOSING
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
    first = whole.find(runs[0])
    for run in runs:
        at = whole.find(run, at)
        if at < 0:
            return False
        at += len(run) - 1
    if mark == SPOKEN and line.mark in _ENDED:
        beside = max(len(whole[:first].split()), len(whole[at:].split()))
        if beside > MAX_BESIDE_SPOKEN:
            return False  # a sentence of the article's own stands before or behind it
    shared = sum(len(run.split()) for run in runs)
    telling = sum(word in of_title for run in runs for word in run.split())
    if mark in (FOREIGN_BRIEF, BELOW_BRIEF):
        return len(line.words) <= (MAX_BRIEFEST_WORDS if shared == 1 else MAX_BRIEFEST_SIGNS)
    return shared >= len(line.words) * _least_share(mark, shared) and telling * 3 < shared


MAX_BESIDE_SPOKEN = 7
_ENDED = frozenset({SENTENCE, TELLS_FIGURES})


def _least_share(mark: str, shared: int) -> float:
    """The least share of a line's words that a template with so many words must have."""
    if mark in (SPOKEN, BOTH_ENDS):
        return SPOKEN_SHARE
    if mark == CLOSING:
        return CLOSING_SHARE
    if mark in MIN_SHARED:
        return SHARE
    return FEW_SHARE if shared >= MIN_FEW else FEWEST_SHARE


LONG_QUESTION = 10
"""Words of a question above a text that tells something besides: a house asks its readers in
fewer."""


def _may_be(line: ShortLine, mark: str) -> bool:
    """Whether a line is of the kind that a key's mark stands for."""
    if line.asks and line.place == AT_START and len(line.words) >= LONG_QUESTION:
        return False  # standfirsts of a newsroom ask alike: «A new step …: will Acme win its bet?»
    if mark == SPOKEN:
        return True
    if mark in FILLED:
        return may_be_filled(line, mark)
    if mark == OPENING:
        return may_open(line)
    if mark in (AT_END, AT_START):
        return line.place == mark and line.mark == OPEN
    if mark == CLOSING:
        return line.place == AT_END and line.mark == SENTENCE
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
