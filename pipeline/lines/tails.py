"""Lines among those of a template below a text, that are no sentences as the text's own are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.lines.credits import is_sign_off
from pipeline.lines.notice_words import is_of_house
from pipeline.lines.open_sentences import (
    goes_on_in_arabic,
    is_last_sentence,
    is_polite,
    tells_how_to_join,
)
from pipeline.lines.site_vocabulary import vocabulary_of
from pipeline.lines.site_word_kinds import FRAME
from pipeline.lines.site_words import OF_REVIEW
from pipeline.page.pieces import is_region
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import CLOSING, COLONS, SEMICOLONS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words
from pipeline.writing import VOWELLESS, is_as_long, script_of

ENOUGH_PROSE = (4, 80, 30)
"""The paragraphs that show how a text ends its sentences, and their letters or signs."""
ENDED_SHARE = 0.9
MAX_CHARS = 100
_STOPS = SENTENCE_ENDS + COLONS + SEMICOLONS + CLOSING + "“«」』"
"""With the signs with which German, Danish, Chinese and Japanese close what somebody says."""
_ENDS = tuple(SENTENCE_ENDS)


TAIL = "line:tail"
"""The ledger's rule for them."""


TAILED = "tail:of:template"
"""What articles are known by behind whose last sentences lines of a template stand."""


def take_tail(
    lines: Sequence[Block],
    rules: list[str | None],
    is_known: bool = False,
    language: str | None = None,
) -> None:
    """Short lines without a sentence's end behind the last sentence of a text and a line that was
    taken out there, where nearly all paragraphs of the text end as sentences: a text does not go on
    behind its site's words with none of its own. `is_known` is whether a template's lines stand
    behind most texts of the source: then none need have been taken out."""
    found = _tail(lines, rules, is_known) or _boxes_behind_related(lines, rules)
    if found and is_last_sentence(lines[found[0]].text, language):
        found = found[1:]
    for i in found:
        # of a sign-off the source's file says whether it stays
        if not (is_sign_off(lines[i].text) or _is_measure(lines[i].text, language)):
            rules[i] = TAIL


def open_tail(kept: Sequence[Block], language: str | None) -> frozenset[Block]:
    """The same of one article, in a language, of which no line went there: of lines too short for
    the sentence of which an author forgets the full stop, and what is behind them. Rows of facts
    are a review's."""
    end = len(kept)
    while end and _is_label(kept[end - 1]):
        end -= 1
    is_plain = not any(is_polite(block.text) for block in kept[:end])
    while end < len(kept) and _goes_on(kept[end].text, language):
        if is_plain and is_polite(kept[end].text):
            break
        end += 1
    if end < len(kept) and (
        is_last_sentence(kept[end].text, language)
        or tells_how_to_join(kept, end, language)
        or goes_on_in_arabic(kept, end, language)
    ):
        end += 1
    while end < len(kept) and _has_figure_of(kept[end].text, kept[:end]):
        end += 1
    if not any(_ends_sentences(kept[:end], *least) for least in (ENOUGH_PROSE, LEAST_PROSE)):
        return frozenset()
    while end < len(kept) and _is_measure(kept[end].text, language):
        end += 1
    lines = [block for block in kept[end:] if not is_sign_off(block.text)]
    facts = [block for block in lines if _FACT.fullmatch(block.text)]
    return frozenset(lines if len(facts) < LEAST_FACTS else ())


def _is_measure(line: str, language: str | None) -> bool:
    """Whether a line is one fact with its unit, «Weight: 300 grams», whose label none of a site's
    things is: «Reading time: 3 minutes». Of a bare number the label must have a word that no site
    has: «Keels laid: 12»."""
    if OF_REVIEW.fullmatch(line):
        return True
    fact = _MEASURE.fullmatch(line)
    if fact is None or is_of_house(line, language):
        return False
    words = vocabulary_of((language or "")[:2])
    if words is None:
        return not line[-1].isdigit()
    label = words.read(fact[1])
    if label is None or label.strange:
        return True
    return not line[-1].isdigit() and not label.kinds & ~FRAME


_MEASURE = late_pattern(
    r"([^\W\d_][^:：.!?؟\d|]{2,30})[:：] ?"
    r"(?:[$€£¥₹₺]\s?\d[\d.,٬٫]*(?: [^\W\d_]{3,})?"
    r"|\d{1,4}"
    r"|\d[\d.,٬٫]*(?:[ -]\d[\d.,]*)?\s?(?:[^\W\d_]\S*|[%°€$£¥₹₺²³]\S?)(?: [^\W\d_]\S*){0,2})"
)


def _has_figure_of(line: str, text: Sequence[Block]) -> bool:
    """Whether a line is a fact, «Weight: 214 grams», whose figure a text tells too."""
    figures = set(_FIGURE.findall(line)) if _FACT.fullmatch(line) else set()
    return bool(figures) and any(not figures.isdisjoint(_FIGURE.findall(b.text)) for b in text)


_FIGURE = re.compile(r"(?<![\d:./])(?!(?:19|20)\d\d(?!\d))\d{2,}(?![\d:/])")
"""A number of two digits and more that is neither a year nor of a clock."""


def _is_label(block: Block) -> bool:
    short = not is_as_long(block.text, MAX_LABEL_CHARS, MAX_LABEL_SIGNS)
    return short and _is_open(block) and "\n" not in block.text


def _goes_on(line: str, language: str | None) -> bool:
    """Whether a line is long enough for a sentence and speaks of neither house nor reader: of such
    an author forgets the full stop."""
    least = VOWELLESS_CHARS if script_of(line) in VOWELLESS else SENTENCE_CHARS
    return is_as_long(line, least, SENTENCE_SIGNS) and not is_of_house(line, language)


SENTENCE_CHARS, SENTENCE_SIGNS, VOWELLESS_CHARS = 45, 14, 36
LEAST_PROSE = (3, 60, 22)
"""The same of one short text. On 306 pages five lines go, three of which are no text by the truth
of their folders; two name who helped."""
MAX_LABEL_CHARS, MAX_LABEL_SIGNS = 80, 40
_FACT = re.compile(r"[^:：.!?]{2,30}(?::\s|：)\s*\S.*")
"""What a row of facts tells: «Price: 99 euros»."""
LEAST_FACTS = 2


def is_tailed(lines: Sequence[Block], gone_by: Mapping[int, str]) -> bool:
    """Whether lines of a template were taken out behind an article's last sentence, of its own
    container: what stands in a region does on all pages."""
    last = max((i for i in range(len(lines)) if i not in gone_by), default=len(lines))
    gone = (gone_by.get(i, "") for i in range(last + 1, len(lines)))
    return not all(map(is_region, gone))


def _ends_sentences(text: Sequence[Block], paragraphs: int, chars: int, signs: int) -> bool:
    """Whether nearly all of so many paragraphs of such a length, and the last, end as sentences."""
    prose = [block for block in text if is_as_long(block.text, chars, signs)]
    ended = [block for block in prose if block.text[-1] in _STOPS]
    enough = paragraphs <= len(ended) >= len(prose) * ENDED_SHARE
    return enough and ended[-1] is prose[-1]


def _tail(lines: Sequence[Block], rules: Sequence[str | None], is_known: bool) -> list[int]:
    open_lines = [block for block, rule in zip(lines, rules, strict=True) if rule is None]
    if not _ends_sentences(open_lines, *ENOUGH_PROSE):
        return _set_among(lines, rules) if rules and rules[-1] is not None else []
    own = [i for i, rule in enumerate(rules) if rule is None and not _is_open(lines[i])]
    last = own[-1]
    behind = range(last + 1, len(lines))
    gone = next((i for i in behind if _is_of_template(rules[i])), len(lines))
    return [i for i in behind if rules[i] is None and (is_known or gone < i)]


def _boxes_behind_related(lines: Sequence[Block], rules: Sequence[str | None]) -> list[int]:
    """The few lines behind a headed list of other articles below a text, where they begin with a
    heading of its level and the text has none: «What readers said», «The weekend letter»."""
    items = [i for i, rule in enumerate(rules) if rule in OF_OTHERS and _is_item(lines[i])]
    last = items[-1] if items else 0
    first = last
    while first and rules[first] is not None and _is_item(lines[first]):
        first -= 1
    if last - first < LEAST_RELATED or lines[first].kind is not BlockKind.HEADING:
        return []
    told = (spoken_words(lines[i].text) for i in range(first + 1, last + 1))
    if sum(words >= HEADLINE_WORDS for words in told) < LEAST_RELATED:
        return []  # «Subscribe!», and where a show is to be heard
    head = lines[first]
    behind = [i for i in range(last + 1, len(lines)) if rules[i] is None]
    above = [i for i in range(first) if rules[i] is None]
    if not 0 < len(behind) <= MAX_BEHIND or not above:
        return []
    if (lines[behind[0]].kind, lines[behind[0]].level) != (head.kind, head.level):
        return []
    if any((lines[i].kind, lines[i].level) == (head.kind, head.level) for i in above):
        return []
    chars = sum(len(lines[i].text) for i in behind)
    brief = all(len(lines[i].text) <= MAX_BEHIND_CHARS for i in behind)
    return behind if brief and chars * 2 < sum(len(lines[i].text) for i in above) else []


def _is_item(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM


OF_OTHERS = frozenset({"region:related", "line:links"})
LEAST_RELATED, HEADLINE_WORDS = 2, 3
"""Other articles in such a list, and words of their headlines at least."""
MAX_BEHIND, MAX_BEHIND_CHARS = 8, 160


def _set_among(lines: Sequence[Block], rules: Sequence[str | None]) -> list[int]:
    """Below any text, the open lines with two lines of a template right above and one below each:
    what a reader wrote between «Replies» and «Log in to reply»."""
    last = max((i for i, rule in enumerate(rules) if rule is None), default=0)
    return [
        i
        for i in range(max(3, last - MAX_AMONG), min(last + 1, len(lines) - 1))
        if rules[i] is None
        and all(_is_own(rules[at]) for at in (i - 2, i - 1, i + 1))
        and _is_open(lines[i])
    ]


MAX_AMONG = 4
"""Lines at the end of a text of which some may be so."""


def _is_own(rule: str | None) -> bool:
    """Whether a line was taken out by its words, or since its source repeats it."""
    return rule is not None and not rule.startswith(("region:", "line:"))


def _is_of_template(rule: str | None) -> bool:
    """Whether a line was taken out that is no title of the page."""
    return rule is not None and rule != "region:header"


def _is_open(block: Block) -> bool:
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS or text[-1] in _STOPS:
        return False
    return "\n" not in text or not any(row.endswith(_ENDS) for row in text.split("\n"))
