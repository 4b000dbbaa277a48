"""Names beside a picture that tells whose they are: a portrait, or the sign of a person or a pen.

Hand-made themes mark an author with no word and no class: `<img alt="Jane Doe"> Jane Doe`,
`<i class="fa fa-user"></i> Jane Doe`, a name with a job in the line below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.known_lines import named_by_heading
from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.within import in_card, regions_between
from pipeline.people.above_jobs import BEFORE_JOB, SINGLE_NAMED, names_above_jobs
from pipeline.people.behind_signs import names_behind_signs
from pipeline.people.byline_words import OPINION_WORDS
from pipeline.people.facts_line import EMPHASIS
from pipeline.people.given_names import begins_with_given_name, is_arabic_phrase
from pipeline.people.jobs import MAX_JOB_CHARS, is_job
from pipeline.people.labels import is_label
from pipeline.people.linked_names import is_heading_of
from pipeline.people.lone_person import lone_person
from pipeline.people.mastheads import is_below_chief
from pipeline.people.names import given_first
from pipeline.people.other_writers import in_box_of_writers
from pipeline.people.own_pages import beside_mailboxes, own_pages
from pipeline.people.portraits import BOX, portrayed, tells_of_author
from pipeline.people.profile_boxes import profiled
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
    headline = letters(text_of_element(around.headline))
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
        *names_above_jobs(
            around.elements[start + 1 : start + begins],
            single=(doc.html_language or "")[:2] in SINGLE_NAMED,
        ),
        *profiled(doc, around.elements[start + around.text_begins :]),
    )
    for element, name, surely in told:
        distance = around.distance(element)
        if distance < -ABOVE or letters(name) in sites or letters(name) in ("", headline):
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
            if letters(text) in OPINION_WORDS:
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
    if beside is None or beside.tag != element.tag or letters(text) not in OPINION_WORDS:
        return ""
    return text_of_element(beside)


MAX_LABEL_CHARS = 30


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
        if name and (is_job(job) or is_job(BEFORE_JOB.split(job, maxsplit=1)[0])):
            yield element, name, False


def _is_in_bold(line: HtmlElement) -> bool:
    """Whether the only element of a line is its emphasis, and all of it."""
    if len(line) != 1 or line[0].tag not in EMPHASIS or len(line[0]):
        return False
    return not tidy(line.text or "") and not tidy(line[0].tail or "")
