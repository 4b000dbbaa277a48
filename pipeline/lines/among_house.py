"""Lines below a text that stand among those of its house, told by what was taken out around them.

A text does not go on between its source line and its rights. What stands there in words that no
rule knows, and tells nothing that the text does, is the house's as its neighbours are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml.html import HtmlElement

from pipeline.ledger import REPEATED
from pipeline.lines.quoted import quotes_somebody
from pipeline.lines.stems import is_foreign
from pipeline.lines.telling import goes_on, reports
from pipeline.page.elements import form_of
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind, Removed
from pipeline.writing import is_as_long

AMONG = "line:among-house"
"""The ledger's rule for them."""

MAX_CHARS = 140
MIN_PROSE, MIN_PROSE_CHARS, MIN_PROSE_SIGNS = 3, 60, 20
"""Paragraphs of a text that shows what it tells of, and their letters or signs."""
REACH = 12
"""Lines from the end of a page's that may be so."""

LEAST_ABOVE, LEAST_BELOW, ENOUGH = 2, 1, 3
"""What the lines right above and below one weigh at least, and those above where none is below, or
both where several lines stand between them, or one as long as a paragraph."""
MAX_BETWEEN, SEVERAL = 3, 2
"""Such lines one below the other, and those as long as paragraphs that are the text's: a template
puts an advertisement amid it."""

ENDING = frozenset(
    {
        "licence", "tags", "back-to-top", "comment-form", "comment-button",
        "report-error", "rating", "correction", "disclaimer", "about-author", "pager",
        "made-with-ai", "agency-sign-off", "closing", "end-mark", "sign-off", "agency-credits",
        "rate", "print", "references", "tail", "byline", "page-facts",
    }
)  # fmt: skip
"""Rules of lines that stand below a text, and hardly amid one: they weigh two."""

_ANYWHERE = frozenset(
    {
        "follow-us", "share", "sign-up", "donate", "ask-readers", "player", "photo-credit",
        "consent", "page-controls", "forum", "poll", "write-to-us", "newsletter", "site-words",
        "notice", "source-line", "aside", "judged", "polite", "own-offer", "about-house", "appeal",
        "service-sign", "star-note", "signature", "date-line", "fact-line", "repeated-in-source",
        "subscribers",
    }
)  # fmt: skip
"""Those of lines that a template puts between paragraphs too: they weigh one."""

OFFERING = _ANYWHERE - {
    "photo-credit", "date-line", "source-line", "fact-line", "signature", "repeated-in-source",
}  # fmt: skip
"""Rules of lines in which a house offers something to its readers."""


def among_house(
    whole: Sequence[Block],
    removed: Iterable[Removed],
    found: Mapping[Block, str],
    language: str | None = None,
    extracted: Iterable[Extracted] = (),
) -> frozenset[Block]:
    """Such lines of a text in a language; `whole` are its lines with those `removed` from it,
    `found` those that go for another reason, each by its rule. Paragraphs that are set as the
    text is, below a box that is not, are its own: `extracted` tells how each was."""
    rules = rules_of(whole, removed, found)
    kept = [block for block, rule in zip(whole, rules, strict=True) if rule is None]
    if paragraphs_in(kept) < MIN_PROSE:
        return frozenset()
    speech = (language or "")[:2]
    weights = [_weight(rule) for rule in rules]
    # Labels of advertisements are all that a source repeats above its last paragraphs.
    told_weights = [_weight(rule) if rule != REPEATED else 0 for rule in rules]
    taken: set[int] = set()
    between: list[int] = []
    at = len(kept)
    for i in reversed(range(max(0, len(whole) - REACH), len(whole))):
        if rules[i] is None:
            at -= 1
            between.insert(0, i)
            if len(between) > MAX_BETWEEN or not (_may_be(whole[i]) and is_foreign(kept, at)):
                break
            if reports(whole[i].text, speech) or goes_on(whole[i].text, speech):
                break
        elif between:
            prose = paragraphs_in(whole[place] for place in between)
            told = told_weights if prose else weights
            above = _sum_up(told, rules, reversed(range(i + 1)), taken)
            below = _sum_up(weights, rules, range(between[-1] + 1, len(whole)), taken)
            lines = [whole[place] for place in between]
            if prose and _go_on_below(lines, whole[i], kept, extracted):
                break
            if prose < SEVERAL and _is_enough(above, below, len(between) + prose):
                taken.update(between)
            elif prose:
                break  # the text's own, below which it does not end
            between = []
    if paragraphs_in(whole[i] for i in taken) > MOST_TAKEN * paragraphs_in(kept):
        return frozenset()
    return frozenset(whole[i] for i in taken)


MOST_TAKEN = 0.5
"""The share of a text's paragraphs that may be the house's: where more would be, a template puts
its lines between those of a brief text."""


def _go_on_below(
    lines: Sequence[Block], above: Block, kept: Iterable[Block], extracted: Iterable[Extracted]
) -> bool:
    """Whether lines stand where the text's other paragraphs do and are made as they are, and what
    was taken out above them is not: the text goes on below a box."""
    places = {line.block: _place(line.element) for line in extracted if line.element is not None}
    others = (block for block in kept if block not in lines and paragraphs_in([block]))
    own = {places[block] for block in others if block in places}
    long = any(is_as_long(block.text, LONG_CHARS, LONG_SIGNS) for block in lines)
    alike = long and all(places.get(block) in own for block in lines)
    return alike and places.get(above) not in own


LONG_CHARS, LONG_SIGNS = 80, 26
"""Letters or signs of a paragraph of which a template prints hardly one below a text."""


def _place(element: HtmlElement) -> tuple[HtmlElement | None, str, str | None]:
    return element.getparent(), *form_of(element)


def paragraphs_in(lines: Iterable[Block]) -> int:
    """How many lines are as long as a paragraph."""
    return sum(is_as_long(line.text, MIN_PROSE_CHARS, MIN_PROSE_SIGNS) for line in lines)


def rules_of(
    whole: Sequence[Block], removed: Iterable[Removed], found: Mapping[Block, str]
) -> list[str | None]:
    """The rule by which each line goes, None of those that stay."""
    rules = [found.get(block) for block in whole]
    for item in removed:
        rules[item.index] = item.rule
    return rules


def name_of(rule: str | None) -> str:
    """The kind of a rule by which a line goes, none of a region's."""
    kind, _, name = (rule or "").rpartition(":")
    return "" if kind == "region" else name


def _is_enough(above: int, below: int, lines: int) -> bool:
    """Whether what was taken out around some lines tells that they are the house's too."""
    if below < LEAST_BELOW:
        return above >= ENOUGH
    return above >= LEAST_ABOVE and (lines == 1 or above + below > ENOUGH)


def _sum_up(
    weights: Sequence[int], rules: Sequence[str | None], places: Iterable[int], taken: set[int]
) -> int:
    """What the lines of some places weigh up to the first that stays."""
    total = 0
    for i in places:
        if rules[i] is None and i not in taken:
            break
        total += weights[i]
    return total


def _weight(rule: str | None) -> int:
    name = name_of(rule)  # a region is some template's box, wherever it stands
    return 2 if name in ENDING else int(name in _ANYWHERE)


def _may_be(block: Block) -> bool:
    """Whether a line is a paragraph of a few words that quotes nobody."""
    text = block.text
    brief = block.kind is BlockKind.PARAGRAPH and len(text) <= MAX_CHARS and "\n" not in text
    return brief and not quotes_somebody(text)
