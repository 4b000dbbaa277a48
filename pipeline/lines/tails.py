"""Lines among those of a template below a text, that are no sentences as the text's own are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.lines.credits import is_sign_off
from pipeline.lines.notices import is_of_house
from pipeline.lines.site_vocabulary import vocabulary_of
from pipeline.lines.site_word_kinds import FRAME
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import CLOSING, COLONS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.writing import is_as_long, script_of

ENOUGH_PROSE = (4, 80, 30)
"""The paragraphs that show how a text ends its sentences, and their letters or signs."""
ENDED_SHARE = 0.9
MAX_CHARS = 100
_STOPS = SENTENCE_ENDS + COLONS + CLOSING


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
    found = _tail(lines, rules, is_known)
    if found and _is_said(lines[found[0]].text, language):
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
    is_plain = not any(_is_polite(block.text) for block in kept[:end])
    while end < len(kept) and _goes_on(kept[end].text, language):
        if is_plain and _is_polite(kept[end].text):
            break
        end += 1
    if end < len(kept) and _is_said(kept[end].text, language):
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
    least = VOWELLESS_CHARS if script_of(line) in _VOWELLESS else SENTENCE_CHARS
    return is_as_long(line, least, SENTENCE_SIGNS) and not is_of_house(line, language)


def _is_said(line: str, language: str | None) -> bool:
    """Whether a short line speaks of neither house nor reader, asks nothing, and is a sentence by
    its form: another one stands in it, it denies that something happened, or has a Japanese verb
    behind its subject. It is the last of a text, of which the full stop is left out on purpose."""
    if _ASKED.search(line) or is_of_house(line, language) or _is_polite(line):
        return False
    if _SENTENCE_FORM.search(line) or _is_joined(line, language):
        return True
    told = _STATED.get((language or "")[:2])
    return told is not None and told.search(line) is not None and _is_strange(line, language)


def _is_joined(line: str, language: str | None) -> bool:
    """Whether a line of a few words begins with what joins it to the sentence before it, «And the
    train came on time», and none of its words is a site's."""
    if _JOINS.match(line) is None or len(line.split()) < MIN_JOINED_WORDS:
        return False
    return _is_strange(line, language)


def _is_strange(line: str, language: str | None) -> bool:
    """Whether a line has a word that no site's lines are made of."""
    words = vocabulary_of((language or "")[:2])
    told = words and words.read(line)
    return not told or bool(told.strange)


MIN_JOINED_WORDS = 3
_AR = "[\u0621-\u0652]"
_JOINS = late_pattern(
    r"(?:And|But|Yet|Und|Aber|Doch|Et|Mais|Or|Y|E|Pero|Ma|Però|Mas|En|Maar|Ve|Ama|Fakat|Но|И|А|"
    r"Dan|Tapi|Namun|و|اما|ولی|لیکن|مگر|اور)\s(?=[^\WA-ZÀ-ÞА-ЯЁ])"
    rf"|و(?:(?:بال|ال){_AR}{{4,}}|لل{_AR}{{3,}}|[يتأإ]{_AR}{{3,}}|في|من|عن|على|إلى|لا|ما|لم|لن|قد"
    r"|كان|كانت|هو|هي|هم|هذا|هذه|ذلك|هكذا|بعد|قبل|مع|كل|لكن|بين|عند|هناك)\s"
)
"""Conjunctions at the beginning of a line; Arabic writes «and» onto the word."""


_NO_VERB = "مكن|عرض|نشر|تبع|وم|وسف|ونس|اسر|اسين|حيى|حيي|زن |زيد|عقوب|مامة|سرى|ارا |مني|مين|هود|ابان"
"""How names, a notice's first words and «day» go on that begin as verbs do."""


def _stated(verbs: str, no_more: str) -> re.Pattern[str]:
    return late_pattern(rf"^[^\W\d_]\S* (?:\S+ ){{0,4}}(?:{verbs})\s(?!(?:{no_more})\s)\S+")


_STATED = {
    "en": _stated("is|are|was|were|has|have|had|will|resumes?|continues?|remains?", "an?|the"),
    "de": _stated("ist|sind|war|waren|wird|werden|wurden?|hat|haben|bleibt", "eine?|der|die|das"),
    "fr": _stated("est|sont|était|a été|ont été|sera|seront|reste", "une?|le|la|les"),
    "es": _stated("es|son|fue|fueron|está|están|ha|han|será|serán|sigue", "una?|el|la|los|las"),
    "it": _stated("è|sono|era|erano|ha|hanno|sarà|saranno|resta", "una?|il|la|lo|i|le"),
    "pt": _stated("é|são|foi|foram|está|estão|será|serão|segue", "uma?|o|a|os|as"),
    "nl": _stated("is|zijn|was|waren|wordt|worden|werd|werden|heeft|blijft", "een|de|het"),
    "ar": late_pattern(
        rf"^(?:ي(?!{_NO_VERB}){_AR}{{2,}}|كانت?|بلغت?|ظلت?|ليست?|ما زالت?|لا [يت]زال)"
        r"\s(?:\S+\s)\S"
    ),
}
"""What states that something is or was so, and does not say what somebody or something is: «Jane
Doe is a reporter» tells of who wrote."""


_ASKED = late_pattern(r"[?؟？:：/@|#]")
_SENTENCE_FORM = late_pattern(
    r"[^\W\d_]{2}(?:\.{1,3}|…|۔) [^\W\d_]\S* [^\WA-ZÀ-ÞА-ЯЁ]"  # «She might. It came to 311 pages»
    r"|(?:^|\s)و?(?:لم|لن) \S{3}|\b(?:did|was|were|has|had)(?: not|n['’]t)\b|\b[Nn]obody\b"
    r"|\b[Nn]o(?: one|ne)\b.*\w{2}ed$"
    r"|\bn(?:['’]|e )\w+ (?:pas|plus|jamais)\b"
    r"|(?:^|\s)(?:[Nn](?:adie|unca|essuno|iemand|inguém)|[Нн]икто)\s"
    r"|\b(?:no \w{2,}(?:ó|aron|ieron)|não \w{2,}(?:ou|eu|iu|aram|eram)|non (?:ha|hanno) \w+)\b"
    r"|\w[dt]e (?:niet|inte|ikke|keiner|niemand|nichts)$|\bnie \w{2,}ł[aoiy]?$|\bне \w{2,}л[аио]?$"
    r"|\w{2}m[ae]d[ıi]$|\btidak (?:me|di)\w+$|\sن[^\s]{2,}د$|\sنہ \S+ا$"
    r"|[^\s。]{2,}(?:没有|沒有|未)[^\s。的]{2,8}$|[가-힣]{2}(?<!니)다$"
    r"|[^\s、。][はが][^\s、。]{2,}[うくぐすつぬぶむるただ]$"
)


def _is_polite(text: str) -> bool:
    """Whether a line ends as Japanese and Korean do that speak to somebody; news do not."""
    return text.rstrip("。.").endswith(_POLITE)


_POLITE = (
    "ます",
    "です",
    "ません",
    "ました",
    "ください",
    "でしょう",
    "니다",
    "세요",
    "어요",
    "해요",
)
SENTENCE_CHARS, SENTENCE_SIGNS, VOWELLESS_CHARS = 45, 14, 36
_VOWELLESS = frozenset({"arabic", "hebrew"})
"""Scripts that write no short vowels."""
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
    return any(not rule.startswith("region:") for rule in gone)


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
    return block.kind is BlockKind.PARAGRAPH and len(text) <= MAX_CHARS and text[-1] not in _STOPS
