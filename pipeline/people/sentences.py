"""Sentences that begin as a byline does: with a label's word, or with a verb that stands before who
wrote a text too."""

from __future__ import annotations

import re
import unicodedata

from lxml.html import HtmlElement

from pipeline.people.byline_words import ROLE_FIRST
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.labels import cut_before, is_role
from pipeline.punctuation import SENTENCE_ENDS

SENTENCE_WORDS = 10
UNCASED_WORDS = 8
_CONJUNCTION = re.compile(r"(?<!\w)(?:أن|بأن|إن|التي|الذي|الذين|که|کہ)(?!\w)")
"""Words that join clauses, which stand in no name: «كتبت الصحيفة أن المفاوضين عادوا.»."""
_SAYS_WHO_WROTE = re.compile(r"(?:كتبت?|بقلم|صو[ّ]?رت?)(?: [^\s:：]+){5,}")
"""A verb, or a pen, and more words than a name has: «كتبت ليلى حداد روايتها الأولى في السجن.»."""


def is_sentence(text: str) -> bool:
    """Whether a text of many words, behind a colon too, without a capital, ends with a full stop:
    «تقرير جديد يرصد …» begins with the name of its kind, which is a label elsewhere."""
    if text[-1] == "。":
        return True
    if text[-1] in ".؟!۔" and (_CONJUNCTION.search(text) or _SAYS_WHO_WROTE.match(text)):
        return True
    if text[-1] in FULL_STOPS and _goes_on_behind_label(text):
        return True
    told = text.rpartition(":")[2]
    return ends_as_sentence(told.strip() or text) and not any(map(str.isupper, text))


def names_amid(before: str, link: HtmlElement) -> bool:
    """Whether a link, with the words `before` it in its line, is amid a sentence, «Last year's
    runner-up, Jane Doe, won again.»: it leads to whom the text tells of. A label or a role before
    it may sign, «This text by Jane Doe was first printed in …»."""
    words, behind = before.split(), (link.tail or "").split()
    if min(len(words), len(behind)) < LEAST_AMID:
        return False
    if not (words[-1][-1].isalpha() or words[-1][-1] in _COMMAS):
        return False
    if not (behind[0][0] in _COMMAS or behind[0][0].islower()):
        return False
    last = (" ".join(words[-count:]).rstrip(_COMMAS) for count in range(1, LEAST_AMID + 1))
    return not any(map(is_role, last))


_COMMAS = ",،"
LEAST_AMID = 2
"""Words on each side of what stands amid a sentence."""
FULL_STOPS = ".۔।"
TOLD_WORDS = 3
"""Words behind a label, the last of them with a full stop, from which on they may be no name."""
_PEN = re.compile("بقلم|بواسطة")
"""Words before a name that begin no sentence."""


def _goes_on_behind_label(text: str) -> bool:
    """Whether what stands right behind a label, in a script without capitals, is the rest of a
    sentence: «تحرير المدينة استغرق تسعة أشهر.», «نویسنده در شیراز زندگی می‌کند.»."""
    rest = cut_before(text)
    if rest is None or len(rest.split()) < TOLD_WORDS or _PEN.match(text):
        return False
    label = text.removesuffix(rest).rstrip()
    is_word = label[-1:].isalnum() or unicodedata.category(label[-1:] or " ") in ("Mc", "Mn")
    return is_word and not _HAS_CASE.search(rest) and not begins_with_given_name(rest)


_HAS_CASE = re.compile("[A-Za-zÀ-ɏͰ-ԯ\u1e00-\u1fff]")


def ends_as_sentence(text: str) -> bool:
    """Whether a text of many words ends with a full stop; of a script without capitals, in which
    any words may be a name, fewer are enough."""
    if text[-1] not in SENTENCE_ENDS:
        return False
    least = SENTENCE_WORDS if _HAS_CASE.search(text) else UNCASED_WORDS
    return len(text.split()) > least


def is_account_of_unnamed(text: str) -> bool:
    """Whether a sentence of a script without capitals begins with a job, and names nobody behind
    it: «كاتب لبناني، عمل في صحف عدة.» tells of somebody whom a picture names."""
    if text[-1] not in SENTENCE_ENDS or len(text.split()) <= BRIEF_WORDS or _HAS_CASE.search(text):
        return False
    role = ROLE_FIRST.match(text)
    return role is not None and not begins_with_given_name(text[role.end() :])


BRIEF_WORDS = 5
