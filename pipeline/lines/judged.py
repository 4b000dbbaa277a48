"""Lines of a house that no rule knows, told by the weights of their words where they tell nothing
that the rest of a text does.

What a house prints among its texts, «The club meets above the bookshop», has no words in common
with them, and what it tells of is everywhere the same: issues, members, letters, tickets. How much
each word says for that, and each place, was learned from lines of both kinds (`bench/line_judge`,
`pipeline/rules/line_judge.toml`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice, takewhile

from pipeline.lines.asides import persons_said, speaks_to_readers
from pipeline.lines.entry_heads import is_amid_peers
from pipeline.lines.notices import is_of_house, names_others, says_here
from pipeline.lines.offer_words import glued, is_telling
from pipeline.lines.quoted import quotes_somebody
from pipeline.lines.speaking import is_open_line
from pipeline.lines.stems import WORD, is_of_its_own, runs_of, shared_stems, stems_of, telling_stems
from pipeline.lines.telling import goes_on, reports
from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.records import Block, BlockKind
from pipeline.writing import is_as_long

MIN_LINES = 4
"""Lines of a text that shows what it tells of."""
MIN_CHARS, MIN_SIGNS, MAX_CHARS = 20, 10, 140
MAX_LINES = 2
"""An article with more such lines tells of such things, those apart with which it closes."""
CLOSING, CLOSING_TIMES = 5, 3
"""Its last lines, and how many it has at least for each of more than those among them."""
BAR = 13
"""What the weights of a line sum up to at least, in tenths of the logarithm of the odds. On 256
pages unlike those before, 10 took 6 lines of houses and 2 of texts, 13 the same 6 and none."""
FIRST_BAR = 20
"""The same above a text, where its standfirst may have none of its words: of 2,449 sentences of
others above it 9 go, of its own 2,478 none."""
SPOKEN_BAR = 30
"""The same of the last lines, and of those that name the house, of a text that speaks to its
readers itself."""
LONE_BAR = 25
"""The same of lines with one word alone that is long enough to tell what a text is about."""
LABEL_BAR = 28
"""The same of lines that begin with a label, as what somebody says and facts do: none goes where
the text has others that stay."""
LEAST_LABELS = 2
BRIEF_BAR = 31
"""The same of lines that neither name the house nor close a text, in one of brief lines, as
diaries, letters and steps are: they have few words in common with each other. Of 313 lines of 48
such texts 13 took 7, this takes one."""
BRIEF_CHARS, BRIEF_SIGNS = 60, 24
"""The half of a text's lines is shorter, where they are brief."""
LANGUAGES = frozenset("ar en fr de es it pt nl tr fa ur id ru zh ja ko".split())  # noqa: SIM905
"""Those of the lines from which was learned."""

_ENDS = frozenset(".!。！۔")
_OPENS, _LABEL = (
    re.compile(r"(?![«“„\"][^«»“”\"]{2,24}[»”“\"] )[\W\d]"),
    re.compile(r"[^:：]{1,30}[:：]"),
)


def judged(
    kept: Sequence[Block], sites: Iterable[str], language: str | None, title: str = ""
) -> frozenset[Block]:
    """The lines that are the house's by their words and place. `sites` are the folded names of the
    site; of a language without learned words, or None, nothing is taken, nor
    of a text that speaks to its readers elsewhere. What the `title` tells of is the text's."""
    known = (language or "")[:2]
    if known not in LANGUAGES or len(kept) < MIN_LINES:
        return frozenset()
    names = [name for name in sites if is_telling(name)]
    weighed = {at: _odds(kept, at, names, title, known) for at in range(len(kept))}
    found = [at for at, odds in weighed.items() if odds >= _bar_of(kept[at].text, at)]
    # A report's first sentence behind the house's name is its own.
    found = [at for at in found if at > LAST_OPENING or not _is_dateline(kept[at].text, names)]
    found = [at for at in found if not (at and is_amid_peers(kept, at - 1))]
    if found and _is_of_brief_lines(kept):
        ends = {*takewhile({*found}.__contains__, range(len(kept) - 1, -1, -1))}
        found = [
            at
            for at in found
            if weighed[at] >= BRIEF_BAR or at in ends or names_house(kept, at, names)
        ]
    labelled = [at for at in found if _LABEL.match(kept[at].text)]
    others = sum(_LABEL.match(block.text) is not None for block in kept) - len(labelled)
    if labelled and others >= LEAST_LABELS:
        found = [at for at in found if at not in labelled]
    closing = sum(at >= len(kept) - CLOSING for at in found)
    if not found or len(found) - closing > MAX_LINES:
        return frozenset()
    if closing > MAX_LINES and closing * CLOSING_TIMES > len(kept):
        return frozenset()
    own = (block for at, block in enumerate(kept) if at not in found)
    rest = (_own_words(block.text) for block in own if block.kind is not BlockKind.QUOTE)
    if speaks_to_readers(rest, known):
        behind = range(len(kept) - 1, len(kept) - 1 - CLOSING, -1)
        last = {*takewhile(lambda at: weighed[at] >= SPOKEN_BAR, behind)}
        sure = (at for at in found if weighed[at] >= SPOKEN_BAR)
        found = [at for at in sure if at in last or names_house(kept, at, names)]
    return frozenset(
        kept[at]
        for at in found
        if not (reports(kept[at].text, known) or goes_on(kept[at].text, known))
        and not (
            _tells_of_others(kept[at].text, known) and not _is_by_house(kept, at, names, known)
        )
    )


LAST_OPENING = 3
"""The place of the last line that may open a text below who wrote it and when."""


def _is_dateline(text: str, names: Collection[str]) -> bool:
    """Whether a line begins as a report does, with the house's name, a place and a sentence: «The
    Courier – Leeds. The council …»."""
    house = _HOUSE_AND_PLACE.match(text)
    return house is not None and letters(house[1]) in names


_HOUSE_AND_PLACE = re.compile(
    r"([^\W\d_][^:：.!?–—-]{2,30}?)\s?[-–—]\s?(?:[^\W\d_]{2,12}\s?){1,3}[.:：]\s(?=\S+\s\S+\s\S)"
)


def _is_of_brief_lines(kept: Sequence[Block]) -> bool:
    """Whether at least half of a text's lines are shorter than sentences of news are."""
    long = sum(is_as_long(block.text, BRIEF_CHARS, BRIEF_SIGNS) for block in kept)
    return 2 * long <= len(kept)


def _tells_of_others(text: str, language: str) -> bool:
    """Whether a line tells of those of whom news tell, «Users can now …», or when something is
    done."""
    return _tells_a_weekday(text) or names_others(text, language)


def _tells_a_weekday(text: str) -> bool:
    """Whether a line names a day of the week, as what happens on it is told: «The next meeting is
    on Thursday.»"""
    return not _weekdays().isdisjoint(WORD.findall(text.lower()))


def _is_by_house(kept: Sequence[Block], at: int, names: Sequence[str], language: str) -> bool:
    return is_of_house(kept[at].text, language) or names_house(kept, at, names)


@cache
def _weekdays() -> frozenset[str]:
    """In full: «man» is a Danish Monday in short, and anybody."""
    days = (day.lower() for row in read_rules("dates.toml")["weekdays"] for day in row)
    return frozenset(day for day in days if len(day) >= MIN_DAY_LETTERS)


MIN_DAY_LETTERS = 5


_NAMED_FIRST = re.compile(r"[«“„\"][^\s«»“”\"]+(?: [^\s«»“”\"]+){0,2}[»”“\"]\s(?=\w)")
"""What a line names in marks first, as a house may itself: «Copper Wire»."""


_DATELINE = late_pattern(r"[^\W\d_]+(?:\s[^\W\d_]+)?\s?\([^()]{3,60}\d[^()]{0,20}\)\s?\w")
MAX_DATELINE = 40
"""A place, and in brackets the house and the day: what the house says there is no more of its line,
«کراچی (… 04 نومبر 2026ء) …»."""


def may_be_judged(block: Block) -> bool:
    """Whether a line is a sentence, or as long as one, and neither quotes, asks nor labels."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS or "\n" in text:
        return False
    if not is_as_long(text, MIN_CHARS, MIN_SIGNS):
        return False
    if named := _NAMED_FIRST.match(text):
        text = text[named.end() :]
    if _OPENS.match(text) or ("(" in text[:MAX_DATELINE] and _DATELINE.match(text)):
        return False
    return (text[-1] in _ENDS or is_open_line(block)) and not quotes_somebody(text)


def _own_words(text: str) -> str:
    """A line without what is said in it behind a colon: «He reads one aloud: Send us salt.»"""
    if _LABEL.match(text):
        return text
    before, colon, behind = text.partition(": ")
    return before if colon and len(behind.split()) > 1 else text


def _bar_of(text: str, at: int) -> int:
    """What the weights of a line sum up to at least, by its form and place."""
    if _LABEL.match(text):
        return LABEL_BAR
    return BAR if at else FIRST_BAR


def _odds(kept: Sequence[Block], at: int, names: Sequence[str], title: str, language: str) -> float:
    """What the weights of a line sum up to, 0 where they do not tell."""
    block = kept[at]
    if not may_be_judged(block):
        return 0
    stems = stems_of(block.text)
    weights = _weights()
    weight = weight_of_words(stems, weights)
    least = BAR - weights["#line"] - weights["#open"] - weights["#shared0"]
    spoken = weights["#we"] + weights["#you"] + weights["#here"]
    if weight < least - weights["#house"] - spoken:
        return 0
    said = sum(map(weights.__getitem__, speaking_of(_own_words(block.text), language)))
    if weight < least - weights["#house"] - said:
        return 0
    named = names_house(kept, at, names)
    if weight < least - said and not named:
        return 0
    weight += said + sum(map(weights.__getitem__, form_of(block, named)))
    if weight + weights["#shared0"] < BAR or (at == 0 and _tells_of(title, block.text, weights)):
        return 0
    telling = telling_stems(stems)
    above = title if block.text[-1] in _ENDS else ""  # a headline has others' words
    shared = runs_of(block.text, shared_stems(kept, at, telling, above))
    if not is_of_its_own(shared, telling) and (shared or len(telling) != 1 or weight < LONE_BAR):
        return 0
    return weight + sum(map(weights.__getitem__, place_of(kept, at, shared)))


TITLE_LETTERS, TITLE_WORDS = 3, 2


def _tells_of(title: str, text: str, weights: Mapping[str, int]) -> bool:
    """Whether a line has two words of a title that have no weight, be they as short as many words
    of Persian are that tell what a text is about."""
    words = {word for word in WORD.findall(title.lower()) if len(word) >= TITLE_LETTERS}
    shared = words.intersection(WORD.findall(text.lower()))
    return (
        sum(weights.get(next(iter(stems_of(word)), ""), 0) == 0 for word in shared) >= TITLE_WORDS
    )


def weight_of_words(stems: Collection[str], weights: Mapping[str, int]) -> float:
    """What a line's words weigh together: of long lines each says less."""
    total = sum(weights.get(stem, 0) for stem in stems)
    return total / math.sqrt(max(1, len(stems)))


def speaking_of(text: str, language: str) -> list[str]:
    """What is called there who speaks in a line, to whom, and of which text."""
    we, you = persons_said(text, language)
    said = {"#we": we, "#you": you, "#here": says_here(text, language)}
    return [form for form, is_so in said.items() if is_so]


def form_of(block: Block, named: bool) -> list[str]:
    """What a line's form is called there; `named` is whether it alone names the house."""
    text = block.text
    forms = ["#line"]
    forms += ["#house"] if named else []
    forms += ["#open"] if text[-1] not in _ENDS else []
    forms += ["#number"] if any(map(str.isdigit, text)) else []
    return forms


def place_of(kept: Sequence[Block], at: int, shared: int) -> list[str]:
    """What a line's place is called there: how many lines follow it, and how many stems it has in
    common with them and those before."""
    return [f"#shared{min(shared, 2)}", f"#below{min(len(kept) - 1 - at, 4)}"]


MOST_NAMING = 2


def names_house(kept: Sequence[Block], at: int, names: Sequence[str]) -> bool:
    """Whether a line names the house, and at most one other line of its text does."""
    text = glued(kept[at].text) if names else ""
    named = [name for name in names if name in text]
    if not named:
        return False
    others = (glued(block.text) for other, block in enumerate(kept) if other != at)
    naming = (text for text in others if any(name in text for name in named))
    return sum(1 for _ in islice(naming, MOST_NAMING)) < MOST_NAMING


@cache
def _weights() -> Mapping[str, int]:
    """The weights of words, and behind a # of forms and places, in tenths."""
    data = read_rules("line_judge.toml")
    weights = {f"#{name}": weight for name, weight in data["places"].items()}
    for weight, words in data["words"].items():
        weights.update(dict.fromkeys(words.split(), int(weight)))
    return weights
