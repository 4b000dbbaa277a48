"""Names beside a picture that tells whose they are: a portrait, or the sign of a person or a pen.

Hand-made themes mark an author with no word and no class: `<img alt="Jane Doe"> Jane Doe`,
`<i class="fa fa-user"></i> Jane Doe`, a name with a job in the line below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.known_lines import named_by_heading
from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.within import in_card, regions_between
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.behind_signs import names_behind_signs
from pipeline.people.byline_words import FIELD, KNOWN_PLACES, ROLE_FIRST, words
from pipeline.people.datelines import reporters_by_role
from pipeline.people.fact_persons import MAX_LINE_CHARS
from pipeline.people.facts_line import EMPHASIS
from pipeline.people.given_names import begins_with_given_name, is_arabic_phrase
from pipeline.people.jobs import MAX_JOB_CHARS, is_field_and_role, is_job
from pipeline.people.labels import TRANSLATED, cut_before, is_label, is_role
from pipeline.people.linked_names import is_heading_of
from pipeline.people.lone_person import NO_PERSON, lone_person
from pipeline.people.mastheads import is_below_chief
from pipeline.people.name_shapes import is_cased_as_name
from pipeline.people.names import clean_names, given_first
from pipeline.people.other_writers import in_box_of_writers
from pipeline.people.own_pages import beside_mailboxes, own_pages
from pipeline.people.portraits import BOX, portrayed, tells_of_author
from pipeline.people.profile_boxes import MAX_PARTS, profiled
from pipeline.people.rows_of_names import is_of_rows, next_part
from pipeline.people.written_lines import ANDS
from pipeline.titles.surroundings import Surroundings

ABOVE = 30
"""Elements above the headline among which an author's portrait may stand."""

BELOW = 150
"""Elements below the headline among which it may."""

_FOREIGN = frozenset(
    {"comments", "related", "newsletter", "dialog", "advertisement", "form", "navigation", "footer",
     "hidden", "aside", "embed"}
)  # fmt: skip


def pictured_names(doc: Document, around: Surroundings, sites: frozenset[str]) -> tuple[str, ...]:
    """The names that portraits or signs beside the headline tell; else the one that a portrait with
    a name tells below the text; empty where there is none, or where several boxes name several."""
    if around.headline is None:
        return ()
    begins = min(around.text_begins, BELOW)
    start = around.places[around.headline]
    near = around.elements[max(0, start - ABOVE) : start + begins]
    found: dict[str, str] = {}
    below: dict[str, str] = {}
    headed_so: dict[str, str] = {}
    told = (
        *names_behind_signs(near),
        *_by_labels(near),
        *portrayed(doc, frozenset(near)),
        *own_pages(near, doc.url),
        *_with_roles_above(around),
        *(said for said in beside_mailboxes(doc) if around.distance(said[0]) > 0),
        *_with_jobs(
            around.elements[start + 1 : start + begins],
            single=(doc.html_language or "")[:2] in SINGLE_NAMED,
        ),
        *profiled(doc, around.elements[start + around.text_begins :]),
    )
    for element, name, surely in told:
        distance = around.distance(element)
        if distance < -ABOVE or letters(name) in sites or letters(name) == "":
            continue
        if is_below_chief(element):
            continue
        if in_card(doc, element, around.top) and not is_heading_of(element, name):
            continue
        aside = distance < 0 or distance >= begins
        if aside and in_box_of_writers(element, (name,), around.top):
            continue
        if distance >= begins and _is_amid_text(element):
            continue
        regions = regions_between(element, around.top)
        foreign = _FOREIGN & regions
        foreign -= {"aside"} if "author-box" in regions else set()
        footed = foreign == {"footer"} and _in_articles_foot(element)
        headed = foreign == {"aside"} and _is_below_its_heading(element)
        if foreign and not (surely and (footed or headed)):
            continue
        if distance < begins:
            found.setdefault(letters(name), name)
        elif surely:
            below.setdefault(letters(name), name)
            if named_by_heading(text_of_element(element)) == "author-box":
                headed_so.setdefault(letters(name), name)  # beside others whom a site pictures
    if found:
        return tuple(found.values())
    told_below = below if len(below) == 1 else headed_so
    return tuple(told_below.values()) if len(told_below) == 1 else ()


def _is_amid_text(element: HtmlElement) -> bool:
    """Whether paragraphs of a text stand right before and behind a box: whom it quotes."""
    for box in (element, *islice(element.iterancestors(), BOX)):
        beside = (box.getprevious(), box.getnext())
        if all(e is not None and e.tag == "p" for e in beside):
            return all(len(text_of_element(e)) > MAX_ASIDE_CHARS for e in beside if e is not None)
    return False


MAX_ASIDE_CHARS = 80


def _in_articles_foot(element: HtmlElement) -> bool:
    """Whether an element lies in an article's own foot, which tells who wrote it."""
    foot = next(element.iterancestors("footer"), None)
    return foot is not None and next(foot.iterancestors("article"), None) is not None


def _by_labels(near: Sequence[HtmlElement]) -> Iterator[tuple[HtmlElement, str, bool]]:
    """The names right behind an element that holds nothing but a label of authors: what follows
    them in the line has a label of its own."""
    for element in near:
        if element.tag in ("small", "b", "strong", "span", "em", "i", "label"):
            text = tidy(element.text or "")
            after = tidy(element.tail or "")
            apart = _beside_opinion(element, text) if text and not after else ""
            after = after or apart
            if not text or not after or len(text) > MAX_LABEL_CHARS or len(element):
                continue
            if letters(text) in _OPINIONS:
                name = lone_person(after) if len(after) <= MAX_JOB_CHARS else None
                sure = name is not None and (name[0].isupper() or begins_with_given_name(name))
                if name and (sure or (apart and not is_arabic_phrase(name))):
                    yield element, name, False
            elif (text[-1] in ":：" or after[0] in ":：") and is_label(text):
                name = lone_person(after.lstrip(":： ")) if len(after) <= MAX_JOB_CHARS else None
                if name:
                    yield element, name, False


def _beside_opinion(element: HtmlElement, text: str) -> str:
    """What the next element holds, of the same kind as one that calls the text an opinion: whose it
    is; else empty."""
    beside = element.getnext()
    if beside is None or beside.tag != element.tag or letters(text) not in _OPINIONS:
        return ""
    return text_of_element(beside)


MAX_LABEL_CHARS = 30
_OPINIONS = frozenset(map(letters, words("opinions")))


def _is_below_its_heading(element: HtmlElement) -> bool:
    """Whether the box of a portrait begins with a heading that says that it tells of the author."""
    return any(map(tells_of_author, islice(element.iterancestors(), BOX)))


def _with_roles_above(around: Surroundings) -> Iterator[tuple[HtmlElement, str, bool]]:
    """The names right above the headline between a picture and a line that is the role of who
    writes, and no more: a columnist's."""
    for element in around.crown:
        before, follows = element.getprevious(), element.getnext()
        if before is None or follows is None or (len(element) and not _is_in_bold(element)):
            continue
        pictured = before.tag == "img" or before.find(".//img") is not None
        name = lone_person(given_first(text_of_element(element))) if pictured else None
        job = text_of_element(follows) if name else ""
        if name and (is_job(job) or is_job(_BEFORE_JOB.split(job, maxsplit=1)[0])):
            yield element, name, False


def _is_in_bold(line: HtmlElement) -> bool:
    """Whether the only element of a line is its emphasis, and all of it."""
    if len(line) != 1 or line[0].tag not in EMPHASIS or len(line[0]):
        return False
    return not tidy(line.text or "") and not tidy(line[0].tail or "")


SINGLE_NAMED = frozenset({"id", "ms", "jv", "su"})
"""Languages of people many of whom have one name alone."""
_SINGLE = re.compile(r"[A-Z][a-z]{3,14}")


def _with_jobs(
    below: Sequence[HtmlElement], *, single: bool
) -> Iterator[tuple[HtmlElement, str, bool]]:
    """The names below the headline in whose next line stands what the person does, alone."""
    for element in below:
        follows = next_part(element)
        if _breaks_before_job(element):
            if name := lone_person(tidy(element.text or "")):
                yield element, name, False
            continue
        if len(element) > 1 or is_of_rows(element):
            continue
        if len(element) and element[0].tag == "br" and _tells_job(tidy(element[0].tail or "")):
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
        if not _tells_job(job) and not _COUNTS.fullmatch(job):
            text, *jobs = _BEFORE_JOB.split(text, maxsplit=1)  # «Jane Doe, reporter»
            if not jobs or not _tells_job(jobs[0]):
                text = _before_job(text if not jobs else f"{text} {jobs[0]}")
            if not text or (jobs and reporters_by_role(jobs[0])):
                continue  # «김하늘, 박서준 기자» are two
        name = lone_person(text)
        yield from ((element, one, False) for one in (() if name else _two_joined(text)))
        if not name and single and not NO_PERSON.search(text) and _SINGLE.fullmatch(text):
            name = None if letters(text) in KNOWN_PLACES or is_job(text) else text
        if name:
            yield element, name, False


def _two_joined(text: str) -> tuple[str, ...]:
    """The two persons whom an "and" joins, before what both do; else empty."""
    names = clean_names(text) if len(text) <= MAX_JOB_CHARS else ()
    if len(names) != NAME_AND_JOB or not text.startswith(names[0]) or not text.endswith(names[1]):
        return ()
    between = text[len(names[0]) : -len(names[1])]
    persons = letters(between) in ANDS and all(lone_person(name) == name for name in names)
    return names if persons else ()


def _breaks_before_job(element: HtmlElement) -> bool:
    """Whether a line breaks behind its own words before an element that tells a job, and no more:
    «Jane Doe<br><small>Senior reporter</small>»."""
    if len(element) != NAME_AND_JOB or element[0].tag != "br" or tidy(element[0].tail or ""):
        return False
    return _tells_job(text_of_element(element[1])) and not tidy(element[1].tail or "")


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
        if job[0].isupper() and _tells_job(job):
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
_BEFORE_JOB = re.compile(r"\s*[,،|]\s*|\s*:\s+|\s+(?:[–—-]|ـ+)\s+")


def _tells_job(text: str) -> bool:
    if not text or len(text) > MAX_JOB_CHARS or text[-1] in ".:。؟?!":
        return False
    return (
        is_role(text)
        or is_job(text)
        or (ROLE_FIRST.match(text) is not None and cut_before(text) == "")
    )
