"""Units of several lines that a house sets into a text: a label, what it offers, a link.

None of their lines need have words of a house: «Next meeting», «Security forum – Leeds», «12
November, 10 to 4», «Book a seat». Together they tell nothing that the text does, begin with a label
and end with a link of a few words or a line that is known to be the house's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

from pipeline.lines.among_house import MIN_PROSE, name_of, paragraphs_in, rules_of
from pipeline.lines.below_appeal import below_appeal
from pipeline.lines.entry_heads import is_plain_head
from pipeline.lines.others_below import articles, beginnings, cards, questions, readers, writers
from pipeline.lines.stems import share_of, stems_of, telling_stems
from pipeline.lines.telling import goes_on, reports
from pipeline.lines.unit_places import LINKS, PROSE_ENDS, ended, polls, sections, timed
from pipeline.lines.verdicts import heads_note
from pipeline.punctuation import QUESTION_MARKS
from pipeline.records import Block, BlockKind, Removed
from pipeline.writing import is_as_long, lacks_stops

UNIT = "line:house-unit"
"""The ledger's rule for them."""

MIN_FLASH = 1
"""Paragraphs of a flash beside a unit that ends with a link; of another text as many as beside
lines among those of its house."""
MAX_SHARED, MAX_SHARED_SHARE, MAX_TIMED_SHARE = 1, 0.2, 0.34
"""Stems that a unit and its text may have in common: so many, or such a share; of news with hours
more."""


def house_units(
    whole: Sequence[Block],
    removed: Iterable[Removed],
    found: Mapping[Block, str],
    authors: Sequence[str] = (),
    language: str | None = None,
) -> frozenset[Block]:
    """The lines of such units that are left; `whole` are a text's lines with those `removed` from
    it, `found` those that go for another reason, each by its rule. What names one of its `authors`
    or has an address may sign it."""
    rules, speech = rules_of(whole, removed, found), (language or "")[:2]
    ours = [*filter(None, sections(whole, rules, language))]
    ways = (ended(whole, rules), polls(whole, rules), ours)
    units = [*filter(None, chain(*ways, cards(whole, rules)))]  # of some all lines went before
    hours = [*filter(None, timed(whole, rules))]
    among = {i for unit in (*units, *hours) for i in unit}
    others = [b for i, b in enumerate(whole) if rules[i] is None and i not in among]
    taken: set[int] = set()
    unstopped = _ends_with_none(others)
    for unit in (*units, *hours):
        left = [i for i in unit if rules[i] is None]
        if (unstopped and not _is_linked(rules, unit)) or heads_note(whole[unit[0]].text):
            continue
        if any(goes_on(whole[i].text, speech) or _quotes(whole[i].text, speech) for i in left):
            continue
        if any("@" in whole[i].text or any(n in whole[i].text for n in authors) for i in left):
            continue
        if unit not in ours and _is_section_of_text(whole, rules, unit):
            continue
        if len(left) == 1 and _is_asked_again(whole, rules, left[0], others):
            continue
        share = MAX_TIMED_SHARE if unit in hours else MAX_SHARED_SHARE
        lines = [whole[i] for i in left]
        is_brief = len(unit) > 1 and _is_linked(rules, unit) and _is_shorter(lines, others)
        least = MIN_FLASH if is_brief else MIN_PROSE
        if left and (_is_framed(whole, rules, unit) or is_told_apart(lines, others, share, least)):
            taken.update(left)
    for left, is_sure in below_appeal(whole, rules):
        lines = [whole[i] for i in left]
        rest = [block for block in others if block not in lines]
        if is_sure or is_told_apart(lines, rest, least=MIN_FLASH):
            taken.update(left)
    for told in (
        *readers(whole, rules),
        *writers(whole, rules, authors),
        *articles(whole, rules),
        *beginnings(whole, rules),
        *questions(whole, rules),
    ):
        taken.update(told)
    return frozenset(whole[i] for i in taken if _ANSWERED.match(whole[i].text) is None)


def _is_section_of_text(
    whole: Sequence[Block], rules: Sequence[str | None], unit: Sequence[int]
) -> bool:
    """Whether some lines begin with a heading that stays, as another of its level does before it,
    or a plain head does where others stand: a section of a text, and not what a house offers."""
    head = whole[unit[0]]
    if rules[unit[0]] is not None:
        return False
    if head.kind is BlockKind.PARAGRAPH:
        left = [i for i, rule in enumerate(rules) if rule is None]
        blocks = [whole[i] for i in left]
        heads = {i for at, i in enumerate(left) if is_plain_head(blocks, at)}
        return unit[0] in heads and not heads.issubset(unit)
    if head.kind is not BlockKind.HEADING:
        return False
    before = (whole[i] for i in range(unit[0]) if rules[i] is None)
    same = sum(b.kind is head.kind and b.level == head.level for b in before)
    return same >= LEAST_SECTIONS


LEAST_SECTIONS = 1


def _is_asked_again(
    whole: Sequence[Block], rules: Sequence[str | None], at: int, others: Sequence[Block]
) -> bool:
    """Whether a line is a question above a paragraph, as another one of the text is: whoever is
    interviewed answers it below what a house set between."""
    if not whole[at].text.endswith(_QUESTIONS):
        return False
    below = next((whole[i] for i in range(at + 1, len(whole)) if rules[i] is None), None)
    if below is None or not is_as_long(below.text, ANSWER_CHARS, ANSWER_SIGNS):
        return False
    return any(
        asked.text.endswith(_QUESTIONS)
        and not is_as_long(asked.text, ANSWER_CHARS, ANSWER_SIGNS)
        and is_as_long(told.text, ANSWER_CHARS, ANSWER_SIGNS)
        for asked, told in pairwise(others)
    )


_QUESTIONS = tuple(QUESTION_MARKS)
ANSWER_CHARS, ANSWER_SIGNS = 80, 30


def _quotes(text: str, language: str) -> bool:
    """Whether a line says who says what stands behind its colon."""
    return ":" in text and reports(text, language)


_ANSWERED = re.compile(r"[^\W\d_]\s?[:：]\s")
"""How a line of an interview begins, «Q: …», «س: …»: it is asked or answered."""


def _ends_with_none(others: Sequence[Block]) -> bool:
    """Whether hardly a paragraph of a text ends as a sentence: what looks like a label may be its
    own."""
    prose = [b.text for b in others if is_as_long(b.text, UNSTOPPED_CHARS, UNSTOPPED_SIGNS)]
    return lacks_stops(prose)


UNSTOPPED_CHARS, UNSTOPPED_SIGNS = 45, 14


def _is_framed(whole: Sequence[Block], rules: Sequence[str | None], unit: Sequence[int]) -> bool:
    """Whether one line, or two, or some of a few words, stand between a label that is the house's
    and a link of a few words: «A message from our sponsor», «Try it»."""
    labelled = name_of(rules[unit[0]]) not in {"", "advertisement", "share", "read-also", "tail"}
    left = [whole[i].text for i in unit if rules[i] is None]
    brief = all(len(text) <= MAX_PRICE_CHARS and not text.endswith(PROSE_ENDS) for text in left)
    return labelled and _is_linked(rules, unit) and (brief or len(unit) <= MAX_FRAMED)


def _is_shorter(unit: Sequence[Block], others: Sequence[Block]) -> bool:
    """Whether what a house set into a flash is shorter than it: else it may be the flash."""
    return sum(len(block.text) for block in unit) < sum(len(block.text) for block in others)


def _is_linked(rules: Sequence[str | None], unit: Sequence[int]) -> bool:
    """Whether right below some lines one went that is a link."""
    below = unit[-1] + 1
    return below < len(rules) and rules[below] == LINKS


MAX_FRAMED, MAX_PRICE_CHARS = 3, 30
"""Lines of which at most so many are in sentences, and letters of others: «Monthly: $5»."""


def is_told_apart(
    unit: Sequence[Block],
    others: Sequence[Block],
    share: float = MAX_SHARED_SHARE,
    least: int = MIN_PROSE,
) -> bool:
    """Whether lines tell nothing that a text of some length does, but for a `share` of their words;
    a single line may have one telling word. Beside fewer paragraphs, from the `least` on, none may
    be the text's."""
    prose = paragraphs_in(others)
    if prose < least:
        return False
    told = "\n".join(block.text for block in others).lower()
    telling = telling_stems(stems_of("\n".join(block.text for block in unit)))
    shared = sum(stem in told for stem in telling)
    if len(telling) < 2:
        return len(telling) == len(unit) == 1 and not shared
    return shared <= (
        max(MAX_SHARED, share_of(telling, share) * len(telling)) if prose >= MIN_PROSE else 0
    )
