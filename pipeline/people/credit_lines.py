"""Lines that say who wrote, edited or pictured a text, and no more."""

from __future__ import annotations

import re

from pipeline.lines.credits import is_agency
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import VOWEL
from pipeline.people.byline_words import SILENT, words
from pipeline.people.given_names import begins_with_given_name, persons_in
from pipeline.people.labels import cut_before, is_editors_label
from pipeline.people.lone_person import is_signer
from pipeline.people.names import clean_names

_WRAPPED = re.compile(r"[(（\[【](.{2,70})[)）\]】]")
_SIGNERS = frozenset(
    VOWEL.sub("", word).lower()
    for kind in ("before", "labels", "editors", "silent", "roles")
    for word in words(kind)
)
"""What stands before the colon of such a line: to look it up takes no pattern of all of them."""
_CREW = frozenset(VOWEL.sub("", word).lower() for word in words("crew"))
"""The same of those whose labels facts have too, «Camera: 50 megapixels»: persons follow them."""
_NO_WRITERS = _CREW | {
    VOWEL.sub("", word).lower() for kind in ("editors", "silent") for word in words(kind)
}
_AND = re.compile(
    r"\s?[/&+,،·・、]\s?|\s(?:and|und|et|y|e|en|og|och|ve|dan|и|i|та|و)\s|\s(?=و\w{3})"
)
CREDIT = re.compile(r"([^:：]{1,80}?(?::in)?)\s*[:：]\s*(\S.+)")
MAX_CREDITED = 3
CREDIT_LINE = "credit-line"
"""The rule of lines that are such a credit."""
AUTHOR_BOX = "region:author-box"
"""The rule of lines in what is called an author's box, or a signature."""


def is_credit_line(text: str) -> bool:
    """Whether a line says who wrote, edited or pictured a text, and no more: «Editor: Jane Doe»."""
    inner = _WRAPPED.fullmatch(text)
    match = CREDIT.fullmatch(inner[1] if inner else text)
    if match is None or text[-1] in ".。!?؟…":
        return False
    label = VOWEL.sub("", match[1]).lower()
    names = clean_names(match[2])
    if _is_of_crew(label):
        if not names or not _is_person(names[0]):
            return False
    elif label not in _SIGNERS:
        return False
    return 0 < len(names) <= MAX_CREDITED and all(map(is_signer, names))


def is_credit(label: str) -> bool:
    """Whether what stands before a colon says what those who follow it did for a text."""
    label = VOWEL.sub("", label).lower()
    return label in _SIGNERS or _is_of_crew(label)


def _is_of_crew(label: str) -> bool:
    """Whether a label names what those do who film, draw, record or set a report, or several such:
    «Camera and sound»."""
    if label in _CREW:
        return True
    parts = _AND.split(label)
    credited = [part in _NO_WRITERS or part.removeprefix("و") in _NO_WRITERS for part in parts]
    return len(parts) > 1 and (all(credited) or (credited[0] and len(parts) == LEAST_PARTS))


LEAST_PARTS = 2
"""Of a label: «Sound and light» has a part that is known, and one beside it."""


def _is_person(name: str) -> bool:
    return begins_with_given_name(name) or bool(persons_in(name))


_SETS_APART = frozenset("([（【")
_ONLY_NAMED = late_pattern(r"[(\[（【]([^()\[\]（）【】.!?؟,،;:：\d]{3,40})[)\]）】]")
_IN_SMALL = re.compile(r"(?:^|\s)[a-zß-ÿа-яё]")
MAX_NAMED_WORDS = 4


def is_name_in_brackets(text: str) -> bool:
    """Whether a line amid a text is a name in brackets and no more, who gave the picture above:
    «[Evening Post]». One word may be what somebody did: «(applause)»."""
    if text[:1] not in _SETS_APART:
        return False
    inner = _ONLY_NAMED.fullmatch(text)
    return (
        inner is not None
        and 2 <= len(inner[1].split()) <= MAX_NAMED_WORDS
        and not _IN_SMALL.search(inner[1])
    )


_LENT = re.compile(r"\s?/\s?|\s(?:via|عبر|über|par|vía)\s")
_CAPTIONED = re.compile(r"[^.!?؟:]{3,120}\s[—–-]\s([^\W\d_][\w .]{2,20})")
_LENDERS = frozenset((*words("suppliers"), *words("lenders")))
"""Those who lend pictures, as the line below one names them: some are words that names have too."""
MAX_LENT_CHARS, MAX_LENDER_WORDS = 60, 4


def is_picture_credit(text: str) -> bool:
    """Whether a line is who took a picture and who lends it, and no more, «Jane Doe / AFP», «US
    Navy/Getty Images», «Jane Doe via AP», or a caption that ends with a library of pictures, «A
    stand at the fair — Shutterstock»."""
    captioned = _CAPTIONED.fullmatch(text)
    if captioned and captioned[1].lower() in _LENDERS:
        return True
    if len(text) > MAX_LENT_CHARS or not text[-1].isalpha():
        return False
    *others, last = _LENT.split(text)
    if not others or not (is_agency(last) or last.lower() in _LENDERS):
        return False
    named = all(0 < len(part.split()) <= MAX_LENDER_WORDS for part in others)
    return named and not any(w[0].islower() or w[0].isdigit() for o in others for w in o.split())


def lends_last(text: str) -> bool:
    """Whether the last words of a line name who lends pictures: «Jane Doe, AP», «The Harbour Board
    via AP»."""
    lender = _LENDER_LAST.search(text)
    return lender is not None and (is_agency(lender[1]) or lender[1].lower() in _LENDERS)


_LENDER_LAST = re.compile(r"\w(?:\s?[,،·]\s?|\s(?:via|عبر|über|par|vía)\s)([^,،·]{2,30})$")


_SEGMENT = re.compile(r"\s*[;؛|]\s*|\s+[-–—]\s+|(?<=[^\W\d_]{3})\.\s+")
MAX_CREDITS_CHARS = 300


def credited(text: str) -> tuple[str, ...]:
    """Who reported and wrote by the last line of an agency, each behind what they did: «Reporting
    by Jane Doe; editing by John Roe»; empty where any of it says something else."""
    names: dict[str, None] = {}
    for segment in _SEGMENT.split(text[:MAX_CREDITS_CHARS].strip("()[]（） .")):
        if is_editors_label(segment) or SILENT.match(segment):
            continue
        rest = cut_before(segment)
        if rest is None:
            return ()
        names |= dict.fromkeys(clean_names(rest))
    return tuple(names) if all(map(is_signer, names)) else ()
