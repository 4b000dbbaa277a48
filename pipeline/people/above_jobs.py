"""Names above a line that tells what their persons do: «Jane Doe», «Senior reporter»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.byline_words import FIELD, KNOWN_PLACES, ROLE_FIRST
from pipeline.people.dense_reporters import reporters_by_role
from pipeline.people.fact_persons import MAX_LINE_CHARS
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.jobs import MAX_JOB_CHARS, is_field_and_role, is_job
from pipeline.people.labels import TRANSLATED, cut_before, is_editors_label, is_role
from pipeline.people.lone_person import NO_PERSON, lone_person
from pipeline.people.name_shapes import is_cased_as_name
from pipeline.people.names import clean_names
from pipeline.people.profile_boxes import MAX_PARTS
from pipeline.people.rows_of_names import is_of_rows, next_part
from pipeline.people.written_lines import ANDS, besides

SINGLE_NAMED = frozenset({"id", "ms", "jv", "su"})
"""Languages of people many of whom have one name alone."""
_SINGLE = re.compile(r"[A-Z][a-z]{3,14}")


def names_above_jobs(
    below: Sequence[HtmlElement], *, single: bool
) -> Iterator[tuple[HtmlElement, str, bool]]:
    """The names below the headline in whose next line stands what the person does, alone; of one
    who edited only where nobody wrote."""
    found = [*_above_jobs(below, single=single)]
    edited = [is_editors_label(f"{_job_below(element)}:") for element, _, _ in found]
    yield from (said for said, out in zip(found, edited, strict=True) if not out or all(edited))


def _job_below(element: HtmlElement) -> str:
    follows = next_part(element)
    return text_of_element(follows) if follows is not None and len(follows) <= MAX_PARTS else ""


def _above_jobs(
    below: Sequence[HtmlElement], *, single: bool
) -> Iterator[tuple[HtmlElement, str, bool]]:
    for element in below:
        follows = next_part(element)
        if _breaks_before_job(element):
            if name := lone_person(tidy(element.text or "")):
                yield element, name, False
            continue
        if len(element) > 1 or is_of_rows(element):
            continue
        if len(element) and element[0].tag == "br" and tells_job(tidy(element[0].tail or "")):
            if name := lone_person(tidy(element.text or "")):
                yield element, name, False
            continue
        named = follows is not None and follows.tag not in ("h1", "h2", "time")
        named = named and follows is not None and len(follows) <= MAX_PARTS
        job = text_of_element(follows) if named and follows is not None else ""
        text = text_of_element(element)
        if job and TRANSLATED.match(job) and len(job) <= MAX_LINE_CHARS:
            name = lone_person(_BRACKETED.sub("", text))
            if name:
                yield element, name, False
            continue
        if not tells_job(job) and not _COUNTS.fullmatch(job):
            text, *jobs = BEFORE_JOB.split(text, maxsplit=1)  # «Jane Doe, reporter»
            if not jobs or not tells_job(jobs[0]):
                text = _before_job(text if not jobs else f"{text} {jobs[0]}")
            if not text or (jobs and reporters_by_role(jobs[0])):
                continue  # «김하늘, 박서준 기자» are two
        name = lone_person(text)
        yield from ((element, one, False) for one in (() if name else _joined(text)))
        if not name and single and not NO_PERSON.search(text) and _SINGLE.fullmatch(text):
            name = None if letters(text) in KNOWN_PLACES or is_job(text) else text
        if name:
            yield element, name, False


def _joined(text: str) -> tuple[str, ...]:
    """The two persons whom an "and" joins, before what both do, or the several by common given
    names whom commas part; else empty."""
    names = clean_names(text) if len(text) <= MAX_JOINED_CHARS else ()
    if len(names) < NAME_AND_JOB or any(lone_person(name) != name for name in names):
        return ()
    between = besides(names, text)
    listed = all(part in _COMMAS or letters(part) in ANDS for part in between.split())
    joined = len(names) == NAME_AND_JOB and letters(between) in ANDS
    return names if joined or (listed and all(map(begins_with_given_name, names))) else ()


_COMMAS = frozenset({",", "،", "&"})
MAX_JOINED_CHARS = 120


def _breaks_before_job(element: HtmlElement) -> bool:
    """Whether a line breaks behind its own words before an element that tells a job, and no more:
    «Jane Doe<br><small>Senior reporter</small>»."""
    if len(element) != NAME_AND_JOB or element[0].tag != "br" or tidy(element[0].tail or ""):
        return False
    return tells_job(text_of_element(element[1])) and not tidy(element[1].tail or "")


NAME_AND_JOB = 2
_BRACKETED = re.compile(r"\s*[(（][^()（）]{2,30}[)）]$")


def _before_job(text: str) -> str:
    """What stands before a job that follows a name with no sign between: «Jane Doe Reporter at …»;
    else empty."""
    words = text.split()
    for size in range(2, min(len(words) - 1, MAX_NAME_WORDS + 1)):
        name = " ".join(words[:size])
        if is_cased_as_name(name) and is_field_and_role(" ".join(words[size:])):
            return name
    words = [] if is_job(text) else words
    for size in range(2, min(len(words), MAX_NAME_WORDS + 1)):
        job = " ".join(words[size:])
        if job[0].isupper() and tells_job(job):
            name = " ".join(words[:size])
            bare = FIELD.sub("", f" {name}").strip()  # «Jane Doe Senior» was one who reports
            return bare if " " in bare else name
    return ""


_COUNTS = late_pattern(
    r"(?:عدد\s)?(?:ال)?(?:مقالات?|تدوينات|مشاركات|منشورات|مواضيع)\s*[:：(]?\s*\d+\)?|\d+\s(?:مقالا?ت?|تدوينة|مشاركة|منشورا?)"
    r"|\d+\s(?:articles?|posts?|stories|beiträge|artikel|artículos|articoli|artigos|yazı|مقاله|مطلب|статьи|статей)",
    re.IGNORECASE,
)
"""How many texts a person wrote, below the name."""
MAX_NAME_WORDS = 4
BEFORE_JOB = re.compile(r"\s*[,،|]\s*|\s*:\s+|\s+(?:[–—-]|ـ+)\s+")


def tells_job(text: str) -> bool:
    """Whether a text is what somebody does, and no more."""
    if not text or len(text) > MAX_JOB_CHARS or text[-1] in ".:。؟?!":
        return False
    return (
        is_role(text)
        or is_job(text)
        or (ROLE_FIRST.match(text) is not None and cut_before(text) == "")
    )
