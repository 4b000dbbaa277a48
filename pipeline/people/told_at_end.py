"""Who wrote a text by a sentence below it: «This article was written by Jane Doe.», «كتبت سارة أحمد
هذا النص للأفق.», and by what cleaning took out of it: «Jane Doe is a reporter at The Courier.»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.above_text import ABOVE_TEXT
from pipeline.lines.tails import TAIL
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.alone_below import persons_below
from pipeline.people.byline_words import SILENT, any_of, words
from pipeline.people.credit_lines import AUTHOR_BOX
from pipeline.people.dense_persons import is_korean_person
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.houses import is_site, names_beside_house
from pipeline.people.introduced import introduced_author
from pipeline.people.jobs import is_job
from pipeline.people.labels import cut_before, is_editors_label
from pipeline.people.lone_person import lone_person
from pipeline.people.second_names import is_called_as_person
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block, BlockKind, Removed

MAX_CHARS = 160
MAX_LABEL_WORDS = 3
NAME_WORDS = (2, 3, 4)
_THIS = frozenset(words("this"))
REACH = 3
"""Words at the beginning of a sentence among which it says that it speaks of its text."""
_WROTE_THIS = WordPattern(
    rf"(?:{any_of(words('wrote'))})\s(\S+(?:\s\S+){{1,3}})\s(?:{any_of(words('this'))})\s\S"
)
"""A verb, who wrote, and what is before the reader: «كتبت سارة أحمد هذا النص»."""
_PERSON_WROTE_THIS = WordPattern(
    rf"(\S+(?:\s\S+){{1,3}})\s(?:{any_of(words('wrote'))})\s(?:{any_of(words('this'))})\s\S"
)
_OF_HOUSE = frozenset({"line:site-words", ABOVE_TEXT})
"""Rules by which lines go that name the house, with a person beside it perhaps."""
_TOLD = frozenset({TAIL, "line:judged", "line:star-note"})
_ABOUT = (":about-author", ":author-bio", AUTHOR_BOX)


def writer_told(text: str) -> tuple[str, ...]:
    """The person of whom a sentence says that they wrote the text before the reader; else empty."""
    if len(text) > MAX_CHARS or text[-1] not in SENTENCE_ENDS:
        return ()
    parts = text.split()
    if _THIS.isdisjoint(word.lower() for word in parts):
        return ()
    said = _WROTE_THIS.match(text) or _PERSON_WROTE_THIS.match(text)
    if said:
        return (said[1],) if lone_person(said[1]) == said[1] else ()
    if _THIS.isdisjoint(word.lower() for word in parts[:REACH]):
        return ()
    wrote = _AND_EDITED.split(text.rstrip("".join(SENTENCE_ENDS)), maxsplit=1)[0]
    wrote = _FOR_HOUSE.split(wrote, maxsplit=1)[0]
    return _behind_label(wrote.split())


_AND_EDITED = WordPattern(
    rf"\s(?:{any_of([*words('between'), *words('joined')])})\s(?=(?:{any_of(words('editors'))})\s)",
    re.IGNORECASE,
)
"""Where a sentence goes on to who edited the text: «… and edited by John Roe»."""


_FOR_HOUSE = re.compile(
    r"\s(?:ل(?:موقع|صحيفة|جريدة|مجلة|منصة|وكالة|شبكة)|(?:for|für|pour|para|per|voor|för)(?=\s(?-i:[A-Z])))\s",
    re.IGNORECASE,
)
"""Where it goes on to the house for which they wrote it."""


def _behind_label(parts: list[str]) -> tuple[str, ...]:
    """The person behind a label of writers with which a sentence ends; else empty."""
    if len(parts) > 1 and parts[-1].islower() and parts[-2].endswith(","):
        parts = [*parts[:-2], parts[-2].rstrip(",")]  # «by Jane Doe, above»
    for size in NAME_WORDS:
        name = " ".join(parts[-size:])
        lines = [" ".join(parts[-size - more :]) for more in range(1, MAX_LABEL_WORDS + 1)]
        labelled = any(cut_before(line) == name for line in lines)
        if labelled and lone_person(name) and not any(map(_is_of_others, lines)):
            return (name,)
    return ()


def _is_of_others(line: str) -> bool:
    return is_editors_label(line) or SILENT.match(line) is not None


def told_at_end(
    kept: Sequence[Block], removed: Sequence[Removed], sites: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The author by a sentence that ends a text, or that was taken out below it; else empty.
    `sites` are the folded names of the site."""
    if not kept:
        return ()
    if below := persons_below(kept, removed, sites):
        return below
    for line in removed:
        noted = _NOTED.match(line.text)
        if noted and _is_in_office(line.text[noted.end() :]):
            return (noted[1],) if lone_person(noted[1]) == noted[1] else ()
        housed = line.rule in _OF_HOUSE and len(line.text) <= MAX_CHARS
        if line.rule == ABOVE_TEXT and (beside := _beside_any(line.text)):
            return beside
        if housed and (beside := names_beside_house(line.text.lstrip("-–— "), sites)):
            return beside  # «- Jane Doe, The Courier»
        spoken = _SPOKEN.fullmatch(line.text) if line.rule == "ko:sign-off" else None
        if spoken and (len(spoken[1]) == KOREAN_CHARS or is_korean_person(spoken[1])):
            return (spoken[1],)
    last = [line for line in removed if not line.rule.endswith(":comments")][-MAX_ENDS:]
    ends = [e.text for e in last if e.rule in _TOLD or e.rule.endswith(_ABOUT)]
    for text in (*ends, kept[-1].text):
        sent = _SENT.fullmatch(text)
        told = writer_told(text) or ((sent[1],) if sent else ())
        if not told or any(told[0] in block.text for block in kept if block.text != text):
            continue
        if text in ends or begins_with_given_name(told[0]):
            return told
    for line in last:
        sent = _SENT.fullmatch(line.text)
        if sent and lone_person(sent[1]) == sent[1]:
            return (sent[1],)
        opinion = _OPINION_OF.search(line.text)
        if opinion and _is_called(opinion[1]):
            return (opinion[1],)
        button = line.rule.endswith((":follow-us", ":write-to-us"))
        followed = _FOLLOWED.match(line.text) if button else None
        name = lone_person(followed[1]) if followed else None
        if name and begins_with_given_name(name):
            return (name,)
    for text in ends:
        two = _TWO_INTRODUCED.match(text)
        if two and all(lone_person(name) == name for name in two.groups()):
            return two.groups()
        reached = _REACHED.match(text)
        if reached and lone_person(reached[1]) == reached[1]:
            return (reached[1],)
        if introduced := _introduced(kept, text):
            return introduced
    for line in last:
        offered = line.rule in _OFFERED or (button and _is_in_office(line.text))
        introduced = _introduced(kept, line.text) if offered else ()
        if introduced and not is_site(introduced[0], sites) and lone_person(introduced[0]):
            return introduced  # «Jane Doe covers transport for The Courier.»
    return ()


_BESIDE = re.compile(r"[^\d.!?؟:]{3,30}?\s[-–—/|]\s(\S[^.!?؟:]{4,40})")


def _beside_any(text: str) -> tuple[str, ...]:
    """The person, told by a common name, behind a dash and a few words in a line above a text: who
    writes for a house of which the page's head says nothing."""
    line = _BESIDE.fullmatch(text)
    return (line[1],) if line and _is_called(line[1]) else ()


def _introduced(kept: Sequence[Block], text: str) -> tuple[str, ...]:
    note = Block(BlockKind.PARAGRAPH, text)
    return introduced_author([*kept, note], frozenset({note}))


_TWO_INTRODUCED = re.compile(
    r"((?:[A-ZÀ-Þ][\w.'’-]*\s){1,3}[A-ZÀ-Þ][\w'’-]+)\s(?:and|und|et|y|e|en|och|og|ve)\s"
    r"((?:[A-ZÀ-Þ][\w.'’-]*\s){1,3}[A-ZÀ-Þ][\w'’-]+)\s"
    r"(?:are|sind|sont|son|sono|são|zijn|är|er)\s"
)
"""«Jane Doe and John Roe are reporters at The Courier.»"""


def _is_called(name: str) -> bool:
    """Whether words are a person's by a common given name or by what stands behind a rare one."""
    return lone_person(name) == name and is_called_as_person(name)


def _is_in_office(text: str) -> bool:
    """Whether a line tells what somebody is for a house: «Jane Doe is a staff writer at …»."""
    told = _OFFICE.match(text)
    return told is not None and is_job(told[1])


_OFFICE = re.compile(
    r"(?:\S+\s){2,4}(?:is|ist|est|es|è|é)\s(?:an?|the|eine?|une?|una?|um|uma)\s([^,.]{3,40}?)\s"
    r"(?:at|for|with|of|based|who|bei|für|à|au|en|de|del|da|do)\s"
)
_NOTED = re.compile(
    r"(?:Editor['’]s [Nn]ote|EDITOR['’]S NOTE|Anmerkung der Redaktion|Note de la rédaction|"
    r"Nota del editor|Nota da redação|Nota della redazione)\s?[:—–-]\s"
    r"(?=(\S+(?:\s\S+){1,3}?)\s(?:is|ist|est|es|è|é)\s)"
)
"""Before who wrote, above a guest's text: «Editor’s note: Jane Doe is a professor of law at …»."""
_OFFERED = _OF_HOUSE | {"line:own-offer"}
KOREAN_CHARS = 3
"""Syllables of most names of Koreans."""
_SPOKEN = late_pattern(
    r".{2,30}\s([\uac00-\ud7af]{2,4}?)(?: 기자)?(?:입니다|이었습니다|였습니다)\.?"
)
"""How a reporter of Korean television ends: «별빛뉴스 김하늘입니다.»."""
_OPINION_OF = re.compile(
    r"(?:رأي|آراء|وجهة نظر)\s(?:كاتبه|كاتبها|كاتبته|الكاتبة?|صاحبه|صاحبها)،?\s"
    r"([\u0621-\u064a]+(?:\s[\u0621-\u064a]+){1,3}?)،?\s(?:ولا|لا|وليس|وليست|فقط|وحده|وحدها)\s"
)
"""Whose opinion a text is: «يعبر عن رأي كاتبه علي حسن ولا يعكس …»."""
_FOLLOWED = re.compile(
    r"(?:Follow|Contact|Reach|E-?mail|Folgen Sie|Folge|Suivez|Sigue a|Siga|Segui|Volg|Følg|Följ)\s"
    r"([A-ZÀ-Þ][\w.'’-]*(?:\s[\w.'’-]+){1,3}?)\s(?:on|at|auf|sur|en|no|su|op|på)\s"
)
"""«Follow Jane Doe on …», «Contact Jane Doe at …»."""
_REACHED = re.compile(
    r"((?:[A-ZÀ-Þ][\w.'’-]*\s){1,3}(?:(?:van|von|de|der|den|al|el|la|di|da)\s){0,2}[A-ZÀ-Þ][\w'’-]+)\s"
    r"(?:can be (?:reached|contacted|found)|may be (?:reached|contacted)|tweets|ist erreichbar)\s"
)
"""«Jane Doe can be reached at …»."""
_SENT = re.compile(
    r"((?:[A-ZÀ-Þ][\w.'’-]*\s){1,3}[A-ZÀ-Þ][\w'’-]+)\s(?:reported|berichtete)\s(?:from|aus)\s"
    r"[A-Z]\w+(?:[\s-][A-Z]\w+)?\."
)
"""«Jane Doe reported from Leeds.», where nobody else is known to have written."""
MAX_ENDS = 4
"""Lines from the end of what was taken out of a text that are looked at."""
