"""What an author does, in an element of its own beside the name: «Technology reporter»."""

from __future__ import annotations

import re
from itertools import islice
from unicodedata import category

from lxml.html import HtmlElement

from pipeline.days.words import begins_with_day_label
from pipeline.lines.credits import is_agency
from pipeline.page.author_pages import is_author_page, says_author
from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import (
    KNOWN_PLACES,
    OPINION_WORDS,
    ROLE,
    ROLE_FIRST,
    ROLE_WITH_MORE,
    any_of,
    words,
)
from pipeline.people.common_names import given_names
from pipeline.people.name_shapes import NEVER, is_cased_as_name

MAX_PARTS = 40
"""Elements of a byline that are looked at."""

MAX_JOB_CHARS = 60

MAX_LINE_CHARS = 100
"""A byline with what its links do beside a name; a longer one is a box of profiles."""
_PARTS = frozenset({"span", "p", "div", "small", "em", "i", "li", "strong", "b"})
_JOB_NAME = re.compile(
    r"(?:^|[\s_-])(?:job|role|position|function|funktion|occupation|designation|cargo|puesto)"
    r"(?:$|[\s_-])|job-?_?title|(?:author|byline|person)[\w-]*(?:title|role|job|position)",
    re.IGNORECASE,
)
_PLACE_NAME = re.compile(
    r"(?:^|[\s_-])(?:city|place|location|dateline|ciudad|lugar|ort|ville|lieu|luogo|citta)(?:$|[\s_-])",
    re.IGNORECASE,
)
_END = re.compile(r"\s*[,،|–—-]\s+")


def text_without_jobs(element: HtmlElement, text: str) -> str:
    """The text of a byline with a comma in the place of each job that has an element of its own."""
    if not len(element):
        return text
    for part in islice(element.iter(), 1, MAX_PARTS):
        if part.tag in _PARTS and not len(part) and _is_glued(part):
            before, said = tidy(part.getparent().text), text_of_element(part)
            for whole in (f"{before}{said}", f"{before} {said}"):
                text = text.replace(whole, f"{before},", 1)
            continue
        before = (_glued_name(part) or _glued_before_day(part)) if part.tag in _PARTS else ""
        if before:
            text = text.replace(f"{before}{text_of_element(part)}", f"{before}, ", 1)
            continue
        is_handle = part.tag == "a" and (part.text or "").strip().startswith("@")
        if (part.tag in _PARTS or is_handle) and not len(part) and "@" in (part.text or ""):
            text = text.replace(text_of_element(part), ", ", 1)  # an address, a blank before or not
            continue
        if part.tag == "a" and len(text) < MAX_LINE_CHARS and _is_button(part):
            said = re.escape(text_of_element(part))
            text = re.sub(rf"(?<!\w){said}(?!\w)(?!.*(?<!\w){said}(?!\w))", ", ", text, count=1)
            continue
        tail = tidy(part.tail or "") if part.tag == "br" else ""
        if tail and (is_job(tail) or letters(tail) in KNOWN_PLACES or _is_below_name(part, tail)):
            text = text.replace(tidy(part.tail or ""), ",", 1)
        elif tail and is_job(first := _END.split(tail, maxsplit=1)[0]):
            text = text.replace(first, ",", 1)  # «Jane Doe<br>Senior Correspondent, Leeds»
        elif part.tag == "br" and is_cased_words(_BREAK_ENDS.split(part.tail or "", 1)[0]):
            text = text.replace(tidy(part.tail or ""), f", {tidy(part.tail or '')}", 1)
        if part.tag in _PARTS and not len(part) and (_is_job(part) or _is_place(part)):
            said = text_of_element(part)
            before, _, behind = text.rpartition(said)  # «علاء الطرابلسي<br><small>طرابلس</small>»
            text = f"{before}, {said}{behind}" if is_agency(said) else f"{before},{behind}"
    return text


def _is_below_name(line_break: HtmlElement, tail: str) -> bool:
    """Whether all below a line of two to four words, as a name has, is one more word: a town or a
    house, «Jane Doe<br>Leeds»."""
    if line_break.getnext() is not None or not tail.isalpha() or tail[0].islower():
        return False
    before = line_break.getprevious()
    if before is None:
        return is_cased_words(line_break.getparent().text)
    return not tidy(before.tail or "") and is_cased_words(text_of_element(before))


def _is_button(link: HtmlElement) -> bool:
    """Whether a link says what it does and names nobody: «Email», «See more from this author»."""
    said, parent = tidy(link.text or ""), link.getparent()
    if len(link) or not said:
        return False
    if letters(said) in NEVER:
        return True
    parts = said.split()
    small = sum(word[0].islower() for word in parts)
    several = len(parts) > 2 and said[0].isupper() and small * 2 > len(parts)
    first = link.getprevious() is None and (parent is None or not (parent.text or "").strip())
    return several and not first


def _is_glued(part: HtmlElement) -> bool:
    """Whether an element follows a name of two words and more without a blank, or holds a comma:
    what it says, only the page's style sets apart, and it is no part of the name."""
    parent = part.getparent()
    if parent is None or part.getprevious() is not None:
        return False
    before, said = parent.text or "", text_of_element(part)
    glued = before[-1:].isalpha() or (before[-1:].isspace() and _COMMA.search(said) is not None)
    several = before.split()
    cased = len(said.split()) > 1 and len(several) > 1 and several[-1][0].isupper()
    if not glued or not (len(several) in _NAME_WORDS or (cased and len(several) < MAX_BEFORE)):
        return False
    anew = said[:1].isalpha() and not said[:1].islower()
    return anew and LEAST_JOB_CHARS <= len(said) <= MAX_JOB_CHARS


MAX_BEFORE = 10
"""Words of «By Jane Doe and John Roe», behind which an element follows without a blank."""


def _glued_name(part: HtmlElement) -> str:
    """The name in the element before one that follows without a blank, begins with no capital, and
    is a job or several small words: «<b>Jane Doe</b><i>correspondent Leeds</i>»; else empty."""
    previous = part.getprevious()
    if previous is None or previous.tail or not isinstance(previous.tag, str):
        return ""
    name, said = text_of_element(previous), text_of_element(part)
    if not (name and said) or category(name[-1])[0] not in "LM" or not is_cased_words(name):
        return ""
    several = said[0].islower() and len(said.split()) > 1
    return name if several or (not said[0].isupper() and is_job(said)) else ""


NAME_AND_DAY = 2
"""Elements of a line that holds these."""


def _glued_before_day(part: HtmlElement) -> str:
    """The text of the element before one that follows without a blank and tells the day by its
    label: «<span>김철수</span><span>입력 2026.03.12</span>»; else empty."""
    previous, said = part.getprevious(), tidy(part.text or "") if not len(part) else ""
    if previous is None or previous.tail or previous.tag not in _PARTS or not said[-1:].isdigit():
        return ""
    two = len(part.getparent()) == NAME_AND_DAY
    day = (two and said[0].isdigit()) or begins_with_day_label(said)
    return text_of_element(previous) if day else ""


_COMMA = re.compile(r"\w[,،]\s+\w")
_NAME_WORDS = range(2, 5)
"""How many words a person's name has."""
LEAST_JOB_CHARS = 3
"""A letter or two behind a name are its own, set apart for how they look."""


def is_cased_words(text: str | None) -> bool:
    """Whether a text is two to four words, each as in a name."""
    words_ = tidy(text or "").split()
    return len(words_) in _NAME_WORDS and not any(
        word[0].islower() or not word[0].isalpha() for word in (words_[0], words_[-1])
    )


def _is_place(part: HtmlElement) -> bool:
    """Whether a part behind another is a place from which newsrooms date, or one word that is all
    below a break."""
    before, said = part.getprevious(), part.text or ""
    if before is None or not tidy(said) or len(said) > MAX_JOB_CHARS:
        return False
    below = before.tag == "br" and not tidy(before.tail or "") and part.getnext() is None
    named = _PLACE_NAME.search(part.get("class") or "") is not None
    return named or letters(said) in KNOWN_PLACES or (below and said.isalpha() and said.istitle())


_BREAK_ENDS = re.compile(r"\s*[|•·●∙⋅▪]\s*")
"""What parts a town from the day in the line below a name: «AFP<br>New Delhi | Updated …»."""

_LETTER_WITHOUT_CASE = re.compile("[\u0590-\u06ff]")
_POSITION = re.compile(
    r"(?:[A-ZÀ-Þ][\w&-]*\s+){0,3}(?:Professor(?:in)?|Director(?:a)?|Direktor(?:in)?|Directeur|"
    r"Directrice|Direttore|Direttrice|Diretor(?:a)?|Economist|Fellow|Founder|Co-Founder|CEO|CTO|"
    r"President|Chairman|Chairwoman|Analyst|Researcher|Scientist|Strategist|Manager|Officer|"
    r"Executive|Engineer|Architect|Advocate|Evangelist|Consultant|Specialist|Lead|Head|VP|"
    r"Advis[eo]r|Counsel|Attorney|Developer|Designer|Technologist|Coordinator)"
    r"(?:\s+(?:of|at|for|in|and|de|du|della|des|der|für)\s.*)?"
)
"""What somebody is who writes of their own work, behind the name: «Jane Doe, Chief Economist»."""


_FIELD_AND_ROLE = WordPattern(
    rf"[A-Z][a-z]+(?:\s[a-z]+){{1,3}}\s(?:{any_of(w for w in words('roles') if w.isascii())})"
)
"""«Rural affairs editor», whatever the field."""


def is_field_and_role(text: str) -> bool:
    """Whether a text is a field in small letters and a role: «Rural affairs editor»."""
    return text.isascii() and _FIELD_AND_ROLE.fullmatch(text) is not None


def is_job(text: str) -> bool:
    """Whether a line tells what a person does and names nobody: «كاتب وباحث سياسي».

    In Arabic a job without its article names none: «الكاتب أحمد علي» does.
    """
    if ROLE.fullmatch(text) or ROLE_WITH_MORE.fullmatch(text):
        return True
    if _POSITION.fullmatch(text) and text.split()[0] not in given_names():
        return True  # some families are called so: «Asha Engineer»
    if is_field_and_role(text) or _MEMBER.match(text):
        return True
    if _FORMER.fullmatch(text) and text.split()[0] not in given_names():
        return True
    first = ROLE_FIRST.match(text)
    if first is None:
        return False
    if _LETTER_WITHOUT_CASE.match(text):
        return not text.startswith("ال")
    begin = text[first.end() :].split()[:2]
    return not (len(begin) == 2 and all(word[0].isupper() for word in begin))


_MEMBER = re.compile(r"(?:عضوة?|سفيرة?)\s[\u0621-\u064a]")
"""What guests who write are: «عضو اتحاد الكتاب», «سفير سابق»."""
_FORMER = re.compile(
    r"[\u0621-\u06d3]+(?:\s[\u0621-\u06d3]+){0,3}\s(?:سابقة?|السابقة?|سابقا|پیشین)"
    r"|(?:[Ff]ormer|[Ee]hemaliger?|[Aa]ncienne|[Aa]ncien|[Aa]ntigu[oa])\s\S+(?:\s\S+){0,5}"
)
"""What somebody was: «دیپلمات پیشین», «وزير سابق», «Former minister of energy»."""


def _is_job(part: HtmlElement) -> bool:
    job = text_of_element(part)
    if not job or len(job) > MAX_JOB_CHARS:
        return False
    if _JOB_NAME.search(part.get("class") or ""):
        # What a page calls the byline's title may be the name that heads it.
        heads = part.getprevious() is None and not tidy(part.getparent().text or "")
        return not (heads and is_cased_words(job)) or is_job(job)
    # «Business correspondent, The Courier»; «Jane Doe, correspondent» begins with a name.
    first = _END.split(job)[0].strip()
    beside = part.getprevious() is not None
    if beside and letters(job) in OPINION_WORDS:
        return True  # what the text is: «<span>Jane Doe</span><span>Commentary</span>»
    if not beside and is_cased_words(part.getparent().text) and is_job(first):
        return True
    if beside and _is_behind_linked_author(part) and len(first.split()) > 2:
        return job.split()[0] not in given_names()
    if beside and first and _is_behind_name(part) and not is_cased_as_name(first):
        return first[0].isupper() and job.split()[0] not in given_names() and not is_agency(job)
    if beside and _is_word_behind_name(part, job):
        return True
    more = ROLE_WITH_MORE.fullmatch(first) or _MEMBER.match(first)
    return ROLE.fullmatch(first) is not None or (beside and more is not None)


def _is_behind_linked_author(part: HtmlElement) -> bool:
    """Whether an element without a link follows the linked name of an author and a comma."""
    previous = part.getprevious()
    if previous is None or previous.tag != "a" or (previous.tail or "").strip() not in _COMMAS:
        return False
    linked = is_author_page(previous.get("href")) or says_author(previous)
    return linked and next(part.iter("a"), None) is None


_COMMAS = frozenset({",", "،"})


def _is_behind_name(part: HtmlElement) -> bool:
    """Whether an element follows another of its kind that holds a name of several words, no sign
    and no link between: «<span>Jane Doe</span><span>Head of news</span>»."""
    previous = part.getprevious()
    if previous is None or previous.tag != part.tag or (previous.tail or "").strip():
        return False
    name = text_of_element(previous)
    return len(name.split()) in _NAME_WORDS and name[0].isupper() and is_cased_as_name(name)


def _is_word_behind_name(part: HtmlElement, word: str) -> bool:
    """Whether an element is one word and the last of two, and the first is a whole name by a common
    given name: «<b>Jane Doe</b> <b>Photographer</b>», «<span>Jane Doe</span><span>Leeds</span>»."""
    box = part.getparent()
    if len(box) != PAIR or tidy(box.text or "") or not _is_behind_name(part):
        return False
    if not word.replace("-", "").isalpha() or is_agency(word):
        return False
    name, known = text_of_element(box[0]).split(), given_names()
    return name[0] in known and known.isdisjoint((name[-1], word))


PAIR = 2
