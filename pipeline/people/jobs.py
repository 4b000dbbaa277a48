"""What an author does, in an element of its own beside the name: «Technology reporter»."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import text_of_element
from pipeline.people.byline_words import ROLE, ROLE_WITH_MORE, any_of, words

MAX_PARTS = 40
"""Elements of a byline that are looked at."""

MAX_JOB_CHARS = 60

_PARTS = frozenset({"span", "p", "div", "small", "em", "i", "li", "strong", "b"})
_JOB_NAME = re.compile(
    r"(?:^|[\s_-])(?:job|role|position|function|funktion|occupation|designation|cargo|puesto)"
    r"(?:$|[\s_-])|job-?_?title|(?:author|byline|person)[\w-]*(?:title|role|job|position)",
    re.IGNORECASE,
)
_END = re.compile(r"\s*[,،|–—-]\s+")


def text_without_jobs(element: HtmlElement, text: str) -> str:
    """The text of a byline with a comma in the place of each job that has an element of its own."""
    if not len(element):
        return text
    for part in islice(element.iter(), 1, MAX_PARTS):
        if part.tag in _PARTS and not len(part) and _is_job(part):
            text = text.replace(text_of_element(part), ",", 1)
    return text


_FIRST = re.compile(rf"(?:{any_of(words('roles'))})(?:\s|$)", re.IGNORECASE)
_LETTER_WITHOUT_CASE = re.compile("[\u0590-\u06ff]")


def is_job(text: str) -> bool:
    """Whether a line tells what a person does and names nobody: «كاتب وباحث سياسي».

    In Arabic a job without its article names none: «الكاتب أحمد علي» does.
    """
    if ROLE.fullmatch(text) or ROLE_WITH_MORE.fullmatch(text):
        return True
    bare = _LETTER_WITHOUT_CASE.match(text) is not None and not text.startswith("ال")
    return bare and _FIRST.match(text) is not None


def _is_job(part: HtmlElement) -> bool:
    job = text_of_element(part)
    if not job or len(job) > MAX_JOB_CHARS:
        return False
    if _JOB_NAME.search(part.get("class") or ""):
        return True
    # «Business correspondent, The Courier»; «Jane Doe, correspondent» begins with a name.
    first = _END.split(job)[0]
    beside = part.getprevious() is not None
    return ROLE.fullmatch(first) is not None or (
        beside and ROLE_WITH_MORE.fullmatch(first) is not None
    )
