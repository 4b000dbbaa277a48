"""Headings of a text's own parts that rules of cleaning know as a template's labels.

«Facebook» and «WhatsApp» head the steps of advice, «10:15» and «10:40» the entries of a live page,
«Further reading» a section beside others. What tells them from a site's buttons is that text goes
on below each of them, and that others of their form stand beside them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.lines.site_vocabulary import vocabulary_of
from pipeline.lines.site_word_kinds import ASKS
from pipeline.lines.speaking import is_spoken
from pipeline.page.pieces import Extracted
from pipeline.punctuation import CLOSING, COLONS, QUESTION_MARKS, SENTENCE_ENDS, asks
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words
from pipeline.writing import is_as_long

_ENTRIES = frozenset({"share", "date-line", "player"})
"""Kinds of rules that know what heads an entry of a list too: a brand, an hour."""
_SECTIONS = frozenset(
    {
        "read-also", "comment-form", "share", "follow-us", "donate", "licence", "page-facts",
        "consent",
    }
)  # fmt: skip
"""Kinds that know what heads a section too: «Further reading», «Comments», «Privacy»."""
_ALONE = frozenset({"comment-form", "licence"})
"""Of these those that head one without others beside it: «Comments», «Sources»."""
LEAST_ENTRIES = 2
LEAST_ROW = 2
_ASK = frozenset(f"{QUESTION_MARKS};")
MIN_PROSE_CHARS, MIN_PROSE_SIGNS = 40, 15
MAX_HEAD_CHARS = 40
MIN_SECTION_CHARS = 30
"""Letters of a paragraph below a head called «Comments»."""
_STOPS = frozenset(SENTENCE_ENDS + COLONS + CLOSING)
_Form = tuple[BlockKind, int | None]


def give_heads_back(
    lines: Sequence[Extracted], rules: list[str | None], language: str | None
) -> None:
    """Headings that rules took stay where text goes on right below them, and below others of
    their form: one that a rule took too, of entries; one that none took, of sections, whose text
    is none in which the site speaks to readers; two questions that none took, of questions."""
    heads: dict[_Form, list[int]] = defaultdict(list)
    for i, line in enumerate(lines[:-1]):
        if _is_head(line) and _goes_on(lines[below := _below(rules, i)], rules[below]):
            heads[line.block.kind, line.block.level].append(i)
    for places in heads.values():
        years = [i for i in places if _is_ruled(rules[i]) and _YEAR.fullmatch(lines[i].block.text)]
        entries = [*(i for i in places if _kind(rules[i]) in _ENTRIES), *years]
        if len({lines[i].block.text for i in entries}) >= LEAST_ENTRIES:
            _give_back(entries, rules)
        asking = [i for i in places if lines[i].block.text[-1] in _ASK and _is_ruled(rules[i])]
        if sum(rules[i] is None and lines[i].block.text[-1] in _ASK for i in places) >= LEAST_ROW:
            _give_back(asking, rules)
        peers = any(rules[i] is None for i in places)
        _give_back(years if peers else (), rules)
        titled = (i for i in places if _may_title(lines[i].block, language))
        sections = [i for i in titled if _heads_section(lines, rules, i, peers)]
        sections += _between_peers(lines, rules, places)
        sections += (i for i in places if _is_told_below(lines, rules, i))
        sections += (i for i in places if _heads_told_list(lines, rules, i))
        own = (i for i in sections if not is_spoken(lines[_below(rules, i)].block, language))
        _give_back(list(own), rules)
    _give_plain_heads_back(lines, rules, language)
    _give_hours_back(lines, rules)
    _give_years_back(lines, rules)


def _give_hours_back(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """Hours in plain lines of their own, below each of which a sentence stands, head the entries of
    a live page where there are several."""
    hours = [
        i
        for i, line in enumerate(lines[:-1])
        if _kind(rules[i]) in _ENTRIES and _HOUR.fullmatch(line.block.text)
    ]
    if len({lines[i].block.text for i in hours}) < LEAST_HOURS:
        return
    if all(_goes_on(lines[i + 1], rules[i + 1]) for i in hours):
        _give_back(hours, rules)


def _give_years_back(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """The same of years in plain lines, and of what stands beside each: the entries of a
    history."""
    years = [
        i
        for i, line in enumerate(lines[:-1])
        if _kind(rules[i]) == "signs" and _ANY_YEAR.fullmatch(line.block.text)
    ]
    if len({lines[i].block.text for i in years}) < LEAST_HOURS:
        return
    if all(_goes_on(lines[i + 1], rules[i + 1]) for i in years):
        _give_back(years, rules)


LEAST_HOURS = 3
_HOUR = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\.?|ص|م|uhr|h))?", re.IGNORECASE)


def _give_plain_heads_back(
    lines: Sequence[Extracted], rules: list[str | None], language: str | None
) -> None:
    """The same of paragraphs that are heads by their length alone: between a sentence and prose,
    and below another such line that no rule took."""
    for i in range(1, len(lines) - 1):
        if _kind(rules[i]) not in _ALONE or not _is_ruled(rules[i]):
            continue
        places = [n for n, rule in enumerate(rules) if rule is None or n == i]
        blocks = [lines[n].block for n in places]
        at = places.index(i)
        heads = lines[i].linked == 0 and is_plain_head(blocks, at)
        heads = heads and not _asks(lines[i].block.text, language)
        if not heads or is_spoken(blocks[at + 1], language):
            continue
        if any(is_plain_head(blocks, n) for n in range(at)):
            rules[i] = None


def _asks(text: str, language: str | None) -> bool:
    """Whether a line of a site's words asks, as none does that heads a part: «Leave a comment»."""
    words = vocabulary_of((language or "")[:2])
    told = words.read(text) if words is not None else None
    return told is not None and bool(told.kinds & ASKS)


def is_plain_head(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is a paragraph of a few words between a sentence and prose."""
    if not 0 < at < len(blocks) - 1:
        return False
    block = blocks[at]
    text = block.text
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(text) <= MAX_HEAD_CHARS
        and (text[-1] not in _STOPS or text[-1] in _ASK)
        and blocks[at - 1].text[-1] in _STOPS
        and _is_prose(blocks[at + 1])
    )


def _is_prose(block: Block) -> bool:
    ended = block.kind is BlockKind.PARAGRAPH and block.text[-1] in _STOPS
    return ended and is_as_long(block.text, MIN_PROSE_CHARS, MIN_PROSE_SIGNS)


def is_amid_peers(blocks: Sequence[Block], at: int) -> bool:
    """Whether a heading, or a question in a line of its own, stands above another of its form and
    beside a third, with prose below each of both: it is one of a text's own."""
    head = blocks[at]
    if head.kind is not BlockKind.HEADING and head.text[-1] not in QUESTION_MARKS:
        return False
    peers = [
        n
        for n, block in enumerate(blocks[:-1])
        if block.kind is head.kind
        and block.level == head.level
        and (head.kind is BlockKind.HEADING or block.text[-1] in QUESTION_MARKS)
        and _is_prose(blocks[n + 1])
    ]
    others = [n for n in peers if n != at]
    return len(others) > 1 and (at < others[-1] or _names_speaker(blocks, at))


def _names_speaker(blocks: Sequence[Block], at: int) -> bool:
    """Whether a heading names, and tells the minute perhaps, who spoke below two of them before:
    «Salma (31:20)»."""
    head = blocks[at]
    if head.kind is not BlockKind.HEADING:
        return False
    name = head.text.split(maxsplit=1)[0]
    heads = [b.text for b in blocks[:at] if b.kind is head.kind and b.level == head.level]
    return sum(text.split(maxsplit=1)[0] == name for text in heads) >= LEAST_SPOKEN


LEAST_SPOKEN = 2


def give_marks_back(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """What a text gives its subject right below a heading, «Verdict», «8/10», or in bold letters,
    is no place in a gallery, which counts from one."""
    for i in range(1, len(lines)):
        if _kind(rules[i]) not in _COUNTING or not _MARK.fullmatch(lines[i].block.text):
            continue
        above = lines[i - 1].block.kind is BlockKind.HEADING and rules[i - 1] is None
        if above or _is_head(lines[i]):
            rules[i] = None


def give_figures_back(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """Rows of as many figures each, one below the other, are a table that somebody typed, «24
    412500 409000»; a calendar's days have no more than two digits. So is a figure below its term
    in a list of both."""
    run: list[int] = []
    for i in range(len(lines) + 1):
        below = 0 < i < len(lines) and rules[i - 1] is None and _kind(rules[i]) == "signs"
        if below and _is_below_term(lines[i], lines[i - 1]):
            rules[i] = None
        if i < len(lines) - 1 and _kind(rules[i]) == "signs" and _heads_told(lines, rules, i):
            rules[i] = None
        text = lines[i].block.text if i < len(lines) and _kind(rules[i]) == "signs" else ""
        figures = _FIGURES.fullmatch(text) and _LONG_FIGURE.search(text)
        if figures and (not run or len(text.split()) == len(lines[run[0]].block.text.split())):
            run.append(i)
            continue
        if len(run) >= LEAST_ROW:
            _give_back(run, rules)
        run = [i] if figures else []


def _is_below_term(line: Extracted, above: Extracted) -> bool:
    term, figure = above.element, line.element
    below = term is not None and figure is not None and (term.tag, figure.tag) == ("dt", "dd")
    return below and line.block.text[0].isdigit()


def _heads_told(lines: Sequence[Extracted], rules: Sequence[str | None], at: int) -> bool:
    """Whether a year is the term of a list above what happened in it."""
    term, told = lines[at].element, lines[at + 1].element
    if term is None or told is None or (term.tag, told.tag) != ("dt", "dd"):
        return False
    return rules[at + 1] is None and _ANY_YEAR.fullmatch(lines[at].block.text) is not None


_ANY_YEAR = re.compile(r"[1-2١-٢۱-۲][\d٠-٩۰-۹]{3}")
_FIGURES = re.compile(r"\d[\d.,]*(?:\s(?:\|\s)?\d[\d.,]*){1,6}")
_LONG_FIGURE = re.compile(r"\d{3}|\d\.\d")
_COUNTING = frozenset({"player", "signs"})
_MARK = re.compile(r"(?!1/)\d{1,2}(?:[.,]\d)?/(?:5|6|10|20|100)\.?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _give_back(places: Sequence[int], rules: list[str | None]) -> None:
    for i in places:
        rules[i] = None


def _is_head(line: Extracted) -> bool:
    kind = line.block.kind
    return (kind is BlockKind.HEADING or (kind is BlockKind.PARAGRAPH and line.bold)) and (
        line.linked == 0
    )


def _goes_on(below: Extracted, rule: str | None) -> bool:
    """Whether a line is text that a heading may head: a sentence, or an item of a list."""
    listed = below.block.kind is BlockKind.LIST_ITEM
    ended = below.block.text[-1] in _STOPS
    unlinked = below.linked == 0 or (ended and below.linked < MAX_LINKED)
    return rule is None and not _is_head(below) and unlinked and (listed or ended)


MAX_LINKED = 0.3
"""The share of links in a sentence that leads nowhere else."""
PICTURED = "region:caption"


def _below(rules: Sequence[str | None], i: int) -> int:
    """The place of the line below one, and below the captions of pictures."""
    return next((n for n in range(i + 1, len(rules)) if rules[n] != PICTURED), len(rules) - 1)


def _is_ruled(rule: str | None) -> bool:
    """Whether a rule of a language took a line, and not the place where it stands."""
    return rule is not None and rule.partition(":")[0] not in ("line", "region")


def _kind(rule: str | None) -> str:
    return (rule or "").partition(":")[2]


def _between_peers(
    lines: Sequence[Extracted], rules: Sequence[str | None], places: Sequence[int]
) -> list[int]:
    """The headings that rules took between others of their level that none took: of a glossary
    «Subscription» and «Advertisement» are words as others are."""
    own = [i for i in places if rules[i] is None and lines[i].block.kind is BlockKind.HEADING]
    if len(own) < LEAST_PEERS:
        return []
    return [i for i in places if own[0] < i < own[-1] and _is_ruled(rules[i])]


LEAST_PEERS = 3


def _is_told_below(lines: Sequence[Extracted], rules: Sequence[str | None], i: int) -> bool:
    """Whether a head of a word or two below a sentence, that a rule took for a button, is what the
    prose below it speaks of: «Pin» is a battery in Vietnamese."""
    words = _WORD.findall(lines[i].block.text.casefold())
    if i == 0 or _kind(rules[i]) != "share" or not 0 < len(words) <= MAX_TOLD_WORDS:
        return False
    above = next((n for n in range(i - 1, -1, -1) if rules[n] is None), None)
    if above is None or lines[above].block.text[-1] not in _STOPS:
        return False
    below = lines[_below(rules, i)].block
    return _is_prose(below) and set(words) <= set(_WORD.findall(below.text.casefold()))


MAX_TOLD_WORDS = 2
_WORD = re.compile(r"\w+")


def _heads_told_list(lines: Sequence[Extracted], rules: Sequence[str | None], i: int) -> bool:
    """Whether a heading that is a label of tags too, «Topics», heads a list whose items tell
    something: no tag is as long."""
    if _kind(rules[i]) != "tags" or lines[i].block.kind is not BlockKind.HEADING:
        return False
    items = lines[i + 1 : i + 1 + LEAST_ENTRIES]
    return len(items) == LEAST_ENTRIES and all(
        line.block.kind is BlockKind.LIST_ITEM
        and line.linked == 0
        and spoken_words(line.block.text) >= MIN_ITEM_WORDS
        for line in items
    )


MIN_ITEM_WORDS = 4


def _may_title(block: Block, language: str | None) -> bool:
    """Whether a line may name a section: a notice is longer, and no bold request names one."""
    told = len(block.text) <= MAX_TITLE_CHARS and (block.text[-1] not in _STOPS or asks(block.text))
    return told and (block.kind is BlockKind.HEADING or not _asks(block.text, language))


MAX_TITLE_CHARS = 60


def _heads_section(
    lines: Sequence[Extracted], rules: Sequence[str | None], i: int, peers: bool
) -> bool:
    """Whether a heading that a rule took heads prose. Readers' comments are gone already, with
    what heads them."""
    below = lines[_below(rules, i)].block
    kind = _kind(rules[i])
    least = MIN_SECTION_CHARS if kind == "comment-form" else MIN_PROSE_CHARS
    prose = below.kind is BlockKind.PARAGRAPH and len(below.text) >= least
    headed = lines[i].block.kind is BlockKind.HEADING or kind in _ALONE
    headed = headed or (lines[i].bold and kind == "page-facts")
    return prose and headed and kind in (_SECTIONS if peers else _ALONE)
