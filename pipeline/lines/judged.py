"""Lines of a house that no rule knows, told by the weights of their words where they tell nothing
that the rest of a text does.

What a house prints among its texts, «The club meets above the bookshop», has no words in common
with them, and what it tells of is everywhere the same: issues, members, letters, tickets. How much
each word says for that, and each place, was learned from lines of both kinds (`bench/line_judge`,
`pipeline/rules/line_judge.toml`).
"""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice, takewhile

from pipeline.lines.asides import persons_said, speaks_to_readers
from pipeline.lines.bars import (
    ENDS,
    LABEL,
    LEAST_SAID,
    Form,
    Where,
    bar_of,
    form_of_line,
    is_behind_house,
    is_dateline,
)
from pipeline.lines.entry_heads import is_amid_peers
from pipeline.lines.how_many import (
    CLOSING,
    are_few,
    close_most,
    is_of_brief_lines,
    stand_below,
)
from pipeline.lines.instructions import instructs
from pipeline.lines.notices import is_of_house, names_others, says_here
from pipeline.lines.offer_words import glued, is_telling
from pipeline.lines.stems import (
    WORD,
    is_foreign,
    is_of_its_own,
    runs_of,
    shared_stems,
    stems_of,
    telling_stems,
)
from pipeline.lines.telling import goes_on, reports
from pipeline.patterns.rule_files import read_rules
from pipeline.punctuation import CLOSING as CLOSING_SIGNS
from pipeline.punctuation import COLONS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind

MIN_LINES = 2
"""Lines of a text of which one may be its house's."""
FEW_LINES = 4
"""Of a text of fewer lines only the last are judged, and more than half of its letters stay."""
SPOKEN_BAR = 24
"""The same of the last lines, and of those that name the house, of a text that speaks to its
readers itself."""
LONE_BAR = 25
"""The same of lines with one word alone that is long enough to tell what a text is about."""
LEAST_LABELS = 2
LAST_OPENING = 3
"""The place of the last line that may open a text below who wrote it and when."""
BRIEF_BAR = 31
"""The same of lines that neither name the house nor close a text, in one of brief lines, as
diaries, letters and steps are: they have few words in common with each other. Of 313 lines of 48
such texts 13 took 7, this takes one."""
LANGUAGES = frozenset("ar en fr de es it pt nl tr fa ur id ru zh ja ko pl ku ps he hi".split())  # noqa: SIM905
"""Those of the lines from which was learned."""

NOT_ASKED = -math.inf
"""What a line weighs that is not judged."""


def judged(
    kept: Sequence[Block],
    sites: Iterable[str],
    language: str | None,
    title: str = "",
    gone_below: int = 0,
) -> frozenset[Block]:
    """The lines that are the house's by their words and place. `sites` are the folded names of the
    site; of a language without learned words, or None, nothing is taken, and less of a text that
    speaks to its readers elsewhere. What the `title` tells of is the text's; of its last lines
    so many as `gone_below` went already."""
    known = (language or "")[:2]
    if known not in LANGUAGES or len(kept) < MIN_LINES:
        return frozenset()
    names = [name for name in sites if is_telling(name)]
    weighed = _weighed(kept, names, title, known)
    found = [at for at in sorted(weighed) if not (at and is_amid_peers(kept, at - 1))]
    # A report's first sentence behind the house's name is its own.
    found = [at for at in found if at > LAST_OPENING or not _opens(kept[at].text, names, known)]
    if found and is_of_brief_lines([b for at, b in enumerate(kept) if at not in found]):
        ends = {*takewhile({*found}.__contains__, range(len(kept) - 1, -1, -1))}
        ends = {at for at in ends if form_of_line(kept[at]) in _LONGER}
        found = [
            at
            for at in found
            if weighed[at] >= BRIEF_BAR or at in ends or names_house(kept, at, names)
        ]
    labelled = [at for at in found if LABEL.match(kept[at].text)]
    if labelled:
        labels = sum(LABEL.match(block.text) is not None for block in kept)
        if labels - len(labelled) >= LEAST_LABELS:
            found = [at for at in found if at not in labelled]
    if not are_few(found, len(kept)):
        below = [
            at
            for at in found
            if weighed[at] >= BRIEF_BAR or any(persons_said(kept[at].text, known))
        ]
        found = below if stand_below(kept, below) else _surest(found, weighed)
        if not are_few(found, len(kept)) and found is not below:
            return frozenset()
    if len(kept) < FEW_LINES and not close_most(kept, found):
        return frozenset()
    own = [block for at, block in enumerate(kept) if at not in found]
    foot = _foot(kept, found, gone_below)
    above = [block for at, block in enumerate(kept) if at not in found and at not in foot]
    rest = [_own_words(block.text) for block in above if block.kind is not BlockKind.QUOTE]
    if speaks_to_readers(rest, known) or instructs(rest, known):
        found = _sure(kept, found, weighed, names, foot, all_end=all(map(_ends, own)))
    return frozenset(
        kept[at]
        for at in found
        if not (reports(kept[at].text, known) or goes_on(kept[at].text, known))
        and not (
            _tells_of_others(kept[at].text, known) and not _is_by_house(kept, at, names, known)
        )
    )


def _opens(text: str, names: Sequence[str], language: str) -> bool:
    """Whether a line opens a report behind the house's name, and speaks to no reader."""
    if is_dateline(text, names):
        return True
    told = is_behind_house(text, names) and not is_of_house(text, language)
    return told and not any(persons_said(text, language))


def _foot(kept: Sequence[Block], found: Collection[int], gone_below: int) -> frozenset[int]:
    """The last lines up to the first of them that is found, where those that are not have nothing
    in common with the text: what stands among a house's lines in words that nobody knows."""
    foot: set[int] = set()
    strange: set[int] = set()
    for at in range(len(kept) - 1, max(0, len(kept) - 1 - FOOT), -1):
        if at in found:
            foot |= strange | {at}
            strange = set()
        elif kept[at].kind is not BlockKind.PARAGRAPH or not is_foreign(kept, at):
            break
        else:
            strange.add(at)
    known = len(foot.intersection(found)) + gone_below
    return frozenset(foot if known >= LEAST_IN_FOOT else ())


FOOT, LEAST_IN_FOOT = 8, 2
"""Lines that a house prints below a text at most, and those of them that are known."""


def _sure(
    kept: Sequence[Block],
    found: Sequence[int],
    weighed: Mapping[int, float],
    names: Sequence[str],
    foot: Collection[int],
    *,
    all_end: bool,
) -> list[int]:
    """What goes of a text that speaks to its readers itself: its last lines, those that name the
    house, and one without a full stop where `all_end` of its others."""
    sure = [at for at in found if weighed[at] >= SPOKEN_BAR]
    last = {*takewhile({*sure}.__contains__, range(len(kept) - 1, len(kept) - 1 - CLOSING, -1))}
    return [
        at
        for at in sure
        if at in last
        or (at in foot and sure[-1] > at)
        or (all_end and form_of_line(kept[at]) is Form.OPEN)
        or names_house(kept, at, names)
    ]


def _ends(block: Block) -> bool:
    """Whether a block of a text ends as a sentence, or is no paragraph of it."""
    ends = block.text.rstrip(CLOSING_SIGNS)[-1:] in ENDS_OF_PROSE
    return ends or block.kind is not BlockKind.PARAGRAPH


ENDS_OF_PROSE = frozenset(SENTENCE_ENDS + COLONS)


def _weighed(
    kept: Sequence[Block], names: Sequence[str], title: str, language: str
) -> dict[int, float]:
    """What the lines weigh that their words and place make the house's, by their places. What is no
    sentence may be a name or a row of figures, unless the text above it ends as one."""
    weighed: dict[int, float] = {}
    shares: list[int] = []
    for at in range(len(kept) - 1, -1, -1):
        is_last = len(weighed) == len(kept) - 1 - at
        where = Where.FIRST if at == 0 else Where.LAST if is_last else Where.AMID
        form = form_of_line(kept[at])
        if form is not None:
            odds = _odds(kept, at, names, title, language, form, where)
            if odds > NOT_ASKED:
                weighed[at] = odds
            elif speaking_of(kept[at].text, language):
                shares.append(at)
    if len(weighed) + len(shares) > 1 and shares:
        weighed |= _among_each_other(kept, shares, weighed, names, title, language)
    closing = [*takewhile(weighed.__contains__, range(len(kept) - 1, -1, -1))]
    above = kept[len(kept) - 1 - len(closing)].text if len(closing) < len(kept) else ""
    if closing and above.rstrip(CLOSING_SIGNS)[-1:] not in SENTENCE_ENDS:
        for at in closing:
            if form_of_line(kept[at]) in _BRIEF:
                del weighed[at]
    return weighed


def _among_each_other(
    kept: Sequence[Block],
    asked: Sequence[int],
    weighed: Mapping[int, float],
    names: Sequence[str],
    title: str,
    language: str,
) -> dict[int, float]:
    """What lines weigh that speak to somebody and share their words with nothing but the house's
    lines and each other: «If this letter reached you by a friend …», «This letter lives on …»."""
    gone = weighed.keys() | {*asked}
    rest = [at for at in range(len(kept)) if at not in gone]
    if len(rest) < MIN_LINES:
        return {}
    text = [kept[at] for at in rest]
    found = {}
    for at in asked:
        place = bisect(rest, at)
        own = [*text[:place], kept[at], *text[place:]]
        form = form_of_line(kept[at])
        if form is not None:
            odds = _odds(own, place, names, title, language, form, Where.AMID)
            if odds > NOT_ASKED:
                found[at] = odds
    return found


_LONGER = frozenset({Form.SENTENCE, Form.OPEN})
_BRIEF = frozenset({Form.BRIEF, Form.WORDS})


def _surest(found: Sequence[int], weighed: Mapping[int, float]) -> list[int]:
    return [at for at in found if weighed[at] >= BRIEF_BAR]


def _tells_of_others(text: str, language: str) -> bool:
    """Whether a line tells of those of whom news tell, «Users can now …», or when something is
    done, and speaks to nobody."""
    told = text[-1] in ENDS and _tells_a_weekday(text) and not any(persons_said(text, language))
    return told or names_others(text, language)


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


def may_be_judged(block: Block) -> bool:
    """Whether a line is of a form that is judged."""
    return form_of_line(block) is not None


def _own_words(text: str) -> str:
    """A line without what is said in it behind a colon: «He reads one aloud: Send us salt.»"""
    if LABEL.match(text):
        return text
    before, colon, behind = text.partition(": ")
    return before if colon and len(behind.split()) > 1 else text


def _odds(
    kept: Sequence[Block],
    at: int,
    names: Sequence[str],
    title: str,
    language: str,
    form: Form,
    where: Where,
) -> float:
    """What the weights of a line sum up to where that is enough."""
    block = kept[at]
    stems = stems_of(block.text)
    weights = _weights()
    words = weight_of_words(stems, weights)
    most = words + weights["#line"] + weights["#shared0"]
    most += weights["#open"] if block.text[-1] not in ENDS else 0
    spoken = weights["#we"] + weights["#you"] + weights["#here"]
    if most + weights["#house"] + spoken < bar_of(block.text, form, where, True):
        return NOT_ASKED
    forms = speaking_of(_own_words(block.text), language)
    said = sum(map(weights.__getitem__, forms))
    if most + said + weights["#house"] < bar_of(block.text, form, where, True):
        return NOT_ASKED
    named = names_house(kept, at, names)
    speaks = named or bool(forms)
    bar = bar_of(block.text, form, where, speaks)
    if words < LEAST_SAID and not (forms or (named and form in _LONGER)):
        return NOT_ASKED
    weight = words + said + sum(map(weights.__getitem__, form_of(block, named)))
    if weight + weights["#shared0"] < bar or (at == 0 and _tells_of(title, block.text, weights)):
        return NOT_ASKED
    telling = telling_stems(stems)
    if named_stems := [stem for stem in telling if any(stem in name for name in names)]:
        telling.difference_update(named_stems)
    above = title if block.text[-1] in ENDS else ""  # a headline has others' words
    shared = runs_of(block.text, shared_stems(kept, at, telling, above))
    if not is_of_its_own(shared, telling) and (shared or len(telling) != 1 or weight < LONE_BAR):
        return NOT_ASKED
    weight += sum(map(weights.__getitem__, place_of(kept, at, shared)))
    return weight if weight >= bar else NOT_ASKED


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
    forms += ["#open"] if text[-1] not in ENDS else []
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
