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
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import takewhile

from pipeline.lines.asides import persons_said
from pipeline.lines.bars import ENDS, LABEL, LEAST_SAID, Form, Where, bar_of, form_of_line
from pipeline.lines.entry_heads import is_amid_peers
from pipeline.lines.how_many import are_few, close_most, is_of_brief_lines, stand_below
from pipeline.lines.line_weights import (
    form_of,
    names_house,
    place_of,
    speaking_of,
    weight_of_words,
    weights_of_words,
)
from pipeline.lines.notice_words import is_of_house, names_others
from pipeline.lines.offer_words import is_telling
from pipeline.lines.report_openings import opens_report
from pipeline.lines.spoken_texts import foot_of, own_words, speaks_itself, surely_of_house
from pipeline.lines.stems import WORD, is_of_its_own, runs_of, shared_stems, stems_of, telling_stems
from pipeline.lines.telling import goes_on, reports
from pipeline.lines.verdicts import concludes
from pipeline.patterns.rule_files import read_rules
from pipeline.punctuation import CLOSING as CLOSING_SIGNS
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block

MIN_LINES = 2
"""Lines of a text of which one may be its house's."""
FEW_LINES = 4
"""Of a text of fewer lines only the last are judged, and more than half of its letters stay."""
LONE_BAR = 25
"""What a line weighs at least that has one word alone long enough to tell what a text is about."""
LEAST_LABELS = 2
LAST_OPENING = 3
"""The place of the last line that may open a text below who wrote it and when."""
BRIEF_BAR = 31
"""The same of lines that neither name the house nor close a text, in one of brief lines, as
diaries, letters and steps are: they have few words in common with each other. Of 313 lines of 48
such texts 13 took 7, this takes one."""
FEWER_KNOWN = frozenset("sv da no fi cs hu ro el uk vi bn".split())  # noqa: SIM905
"""Languages learned from some sixty lines of either kind: each word weighs much."""
_WELL_KNOWN = "ar en fr de es it pt nl tr fa ur id ru zh ja ko pl ku ps he hi"
LANGUAGES = FEWER_KNOWN.union(_WELL_KNOWN.split())
"""Those of the lines from which was learned."""
OF_FEWER = 8
"""What a sentence of theirs weighs more at least that speaks to nobody."""
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
    # What stands right below the head of a text's verdict is that.
    found = [at for at in found if not (at and concludes(kept[at - 1].text))]
    # A report's first sentence behind the house's name is its own.
    found = [
        at for at in found if at > LAST_OPENING or not opens_report(kept[at].text, names, known)
    ]
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
    if found and speaks_itself(kept, {*found}, known):
        foot = foot_of(kept, found, gone_below)
        if not foot or speaks_itself(kept, foot.union(found), known):
            found = surely_of_house(kept, found, weighed, names, foot, known)
    return frozenset(
        kept[at]
        for at in found
        if not (reports(kept[at].text, known) or goes_on(kept[at].text, known))
        and not (
            _tells_of_others(kept[at].text, known) and not _is_by_house(kept, at, names, known)
        )
    )


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
    weights = weights_of_words()
    words = weight_of_words(stems, weights)
    most = words + weights["#line"] + weights["#shared0"]
    most += weights["#open"] if block.text[-1] not in ENDS else 0
    spoken = weights["#we"] + weights["#you"] + weights["#here"]
    if most + weights["#house"] + spoken < bar_of(block.text, form, where, True):
        return NOT_ASKED
    forms = speaking_of(own_words(block.text), language)
    said = sum(map(weights.__getitem__, forms))
    if most + said + weights["#house"] < bar_of(block.text, form, where, True):
        return NOT_ASKED
    named = names_house(kept, at, names)
    speaks = named or bool(forms)
    bar = bar_of(block.text, form, where, speaks)
    if not speaks and form is Form.SENTENCE and language in FEWER_KNOWN:
        bar += OF_FEWER
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
