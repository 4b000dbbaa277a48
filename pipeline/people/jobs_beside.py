"""Persons in a line of their own with what they do: behind the job, before it, above it."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.page.elements import text_of_element, tidy
from pipeline.page.html import Document
from pipeline.people.byline_words import LEADING_ROLE, ROLE_FIRST, SILENT
from pipeline.people.callings import begins_with_calling
from pipeline.people.jobs import is_job
from pipeline.people.labels import is_editors_label
from pipeline.people.lone_person import lone_person
from pipeline.people.second_names import is_called_as_person
from pipeline.people.subjects import is_unspoken


def others_of(text: str) -> bool:
    """Whether a line begins with the label of those who edited or pictured."""
    return is_editors_label(text) or SILENT.match(text) is not None


def person_over_job(doc: Document, element: HtmlElement) -> tuple[str, ...]:
    """The person of whom no paragraph speaks above a break and what they do, «Jane Doe<br>senior
    writer, Leeds»; else empty."""
    if len(element) != 1 or element[0].tag != "br":
        return ()
    name, job = lone_person(tidy(element.text or "")), tidy(element[0].tail or "")
    if not name or not (is_job(JOB_ENDS.split(job, maxsplit=1)[0]) or begins_with_calling(job)):
        return ()
    return (name,) if is_unspoken(doc, name, text_of_element(element)) else ()


def person_before_job(doc: Document, text: str) -> tuple[str, ...]:
    """The person of whom no paragraph speaks before a sign and what they do, «Jane Doe, professeure
    de droit», «Jane Doe (envoyée spéciale à Dakar)»; else empty."""
    told = _NAME_AND_JOB.fullmatch(text)
    name = lone_person(told[1]) if told else None
    if told is None or not name or name != told[1] or others_of(text):
        return ()
    job = told[2].rstrip(")")
    if not (begins_with_calling(job) or ROLE_FIRST.match(job)):
        return ()
    return (name,) if name[0].isupper() and is_unspoken(doc, name, text) else ()


def person_behind_job(doc: Document, text: str, element: HtmlElement) -> tuple[str, ...]:
    """The person of whom no paragraph speaks behind a role of several words: «Staff Writer Jane
    Doe», «Health editor Jane Doe»; else empty."""
    line = text_of_element(element)
    ours = LEADING_ROLE.match(text)
    chosen = ours is not None and _CHOSEN.search(ours[0]) is not None
    name = lone_person(text[ours.end() :]) if ours and not chosen else None
    if name and text.endswith(name) and (name[0].isupper() or is_called_as_person(name)):
        return (name,) if is_unspoken(doc, name, line) else ()
    parts = text.split() if text[:1].isupper() else []
    for size in range(TWO_WORDS, len(parts) - 1):
        role, name = " ".join(parts[:size]), " ".join(parts[size:])
        named = name[0].isupper() and len(parts) - size <= MOST_WORDS and role[-1] != "s"
        if named and is_job(role) and lone_person(name) == name:
            return (name,) if is_unspoken(doc, name, line) else ()
    return ()


TWO_WORDS, MOST_WORDS = 2, 3
_CHOSEN = re.compile("ال(?:شهر|أسبوع|يوم|عام|سنة|موسم)")
"""«كاتب الشهر»: of whom a house is proud, who wrote nothing here."""
_NAME_AND_JOB = re.compile(
    r"([^\W\d_]\S*(?:\s[^\W\d_]\S*?){1,4})(?:\s*[,|]\s+|\s[–—-]\s|\.\s|\s\()([^\W\d_][^()]{3,70}\)?)"
)
JOB_ENDS = re.compile(r"\s*[,،|–—-]\s+")
